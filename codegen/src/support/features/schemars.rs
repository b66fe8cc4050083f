//! `schemars`: the schema of what `serde` writes and reads.

extern crate alloc;

use alloc::borrow::Cow;
use alloc::format;
use alloc::vec::Vec;

use ::schemars::generate::Contract;
use ::schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::super::{Entry, OrUnknown};

macro_rules! schemas {
    ($($ty:ty: $title:literal, $name:ident, $code:expr, $help:expr;)*) => {$(
        impl JsonSchema for $ty {
            fn schema_name() -> Cow<'static, str> {
                Cow::Borrowed($title)
            }

            fn schema_id() -> Cow<'static, str> {
                Cow::Borrowed(concat!(module_path!(), "::", stringify!($ty)))
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                let code: fn(&Self) -> Option<i128> = $code;
                let help: fn(&Self) -> Option<&'static str> = $help;
                let names = Self::ALL.iter().map(|entry| (entry.$name(), help(entry)));
                schema(generator, names, &Self::ALL.iter().filter_map(code).collect::<Vec<_>>())
            }
        }
    )*};
}

/// Names with what they mean; where a value is read, codes too.
fn schema(
    generator: &SchemaGenerator,
    names: impl Iterator<Item = (&'static str, Option<&'static str>)>,
    codes: &[i128],
) -> Schema {
    let mut choices: Vec<Schema> = names
        .map(|(name, help)| match help {
            Some(text) => json_schema!({ "const": name, "description": text }),
            None => json_schema!({ "const": name }),
        })
        .collect();
    if matches!(generator.contract(), Contract::Deserialize) && !codes.is_empty() {
        choices.push(json_schema!({ "type": "integer", "enum": codes }));
    }
    json_schema!({ "oneOf": choices })
}

impl<E: Entry + JsonSchema> JsonSchema for OrUnknown<E> {
    fn schema_name() -> Cow<'static, str> {
        Cow::Owned(format!("{}OrUnknown", E::schema_name()))
    }

    fn schema_id() -> Cow<'static, str> {
        Cow::Owned(format!("{}::OrUnknown<{}>", module_path!(), E::schema_id()))
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        match generator.contract() {
            Contract::Deserialize => json_schema!({ "type": ["string", "integer"] }),
            _ => json_schema!({ "type": "string" }),
        }
    }
}
