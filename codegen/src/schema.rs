//! What the YAML may say, one to one with the file.
//!
//! Nothing is judged here: every value may be missing or of the wrong type, codes are still text, and
//! keys that nobody declared are kept. [`check`](mod@crate::check) judges.

use std::fmt;
use std::marker::PhantomData;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, Visitor};
use serde_yaml::Value;

/// The file format as a JSON Schema, for editors: they complete and check what is typed where the first line of a
/// catalogue is `# yaml-language-server: $schema=…`.
pub const JSON_SCHEMA: &str = include_str!("catalogue.schema.json");

/// One value of the file: absent, of another type than its key wants, or as wanted.
#[derive(Debug, Default)]
pub enum Field<T> {
    /// The key is not there.
    #[default]
    Missing,
    /// The key is there, its value is not.
    Empty,
    /// The value has another type; the text says which, with its article.
    Wrong(&'static str),
    /// The value.
    Given(T),
}

impl<T> Field<T> {
    /// Whether the key is not there.
    pub fn is_missing(&self) -> bool {
        matches!(self, Self::Missing)
    }
}

/// A text.
pub type Text = Field<String>;
/// A list.
pub type List<T> = Field<Vec<Field<T>>>;

/// What a [`Field`] can hold, and how messages call it.
pub trait Shape {
    /// The type with its article: "a text".
    const EXPECTED: &'static str;
    /// Whether a YAML value has this type.
    fn fits(value: &Value) -> bool;
}

impl Shape for String {
    const EXPECTED: &'static str = "a text";
    fn fits(value: &Value) -> bool {
        value.is_string()
    }
}

impl<T> Shape for Vec<T> {
    const EXPECTED: &'static str = "a list";
    fn fits(value: &Value) -> bool {
        value.is_sequence()
    }
}

/// A mapping whose keys the author chooses, in the order of the file.
#[derive(Debug)]
pub struct Map<T>(pub Vec<(String, Field<T>)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

macro_rules! mappings {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Debug, Default, Deserialize)]
        #[serde(default)]
        pub struct $name {
            $($(#[$field_doc])* pub $field: $type,)*
            /// Keys that the format does not know; an enum's own fields are among an entry's.
            #[serde(flatten)]
            pub other: Map<Value>,
        }

        impl $name {
            /// The keys that the format knows here.
            pub const KEYS: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl Shape for $name {
            const EXPECTED: &'static str = "a mapping";
            fn fits(value: &Value) -> bool {
                value.is_mapping()
            }
        }
    )*

        /// Whether the format knows a key somewhere.
        pub(crate) fn is_key(name: &str) -> bool {
            [$($name::KEYS),*].into_iter().flatten().any(|key| key.trim_start_matches("r#") == name)
        }
    };
}

mappings! {
    /// The whole file.
    Catalogue {
        /// Where users find the generated items.
        path: Text,
        /// The version of the facts.
        version: Text,
        /// BCP 47 tags; the first is the default.
        locales: List<String>,
        /// Whether to implement `strum`'s traits.
        strum: Text,
        /// Libraries whose traits are implemented behind a cargo feature of their name.
        features: List<String>,
        /// Files with more sources, vocabularies and enums; they are put in before the schema is read.
        include: List<String>,
        /// Where facts come from.
        sources: Field<Map<Source>>,
        /// Closed sets of words.
        vocabularies: List<Vocabulary>,
        /// Tables of codes.
        enums: List<Enum>,
    }

    /// Where facts come from.
    Source {
        /// The document's title.
        title: Text,
        /// Its address.
        url: Text,
        /// Its date, `YYYY-MM-DD`.
        date: Text,
    }

    /// A closed set of words.
    Vocabulary {
        /// Name of the Rust type.
        name: Text,
        /// Documentation of the type.
        doc: Text,
        /// The words.
        values: List<Entry>,
    }

    /// A table of codes.
    Enum {
        /// Name of the Rust type.
        name: Text,
        /// Rust module below the catalogue's path.
        module: Text,
        /// Documentation of the type.
        doc: Text,
        /// How codes look.
        code: Field<CodeFormat>,
        /// Default source of the entries.
        source: Text,
        /// Default of the entries' `since`.
        since: Text,
        /// Address of an entry's own page, with `{code}`, `{name}` or `{variant}` in it.
        link: Text,
        /// Whether the enum is a `core::error::Error`.
        error: Text,
        /// Whether it has so many entries that lists of them are iterators.
        large: Text,
        /// Severity that a name's suffix demands.
        severity_by_suffix: Field<Map<String>>,
        /// Whether severities are the author's rather than the source's.
        severity_derived: Text,
        /// Associated constants.
        constants: Field<Map<Constant>>,
        /// The enum's own columns.
        fields: Field<Map<Column>>,
        /// Ranges of codes.
        ranges: List<Range>,
        /// Files with more entries; they are put in before the schema is read.
        include: List<String>,
        /// The rows.
        entries: List<Entry>,
    }

    /// How the codes of an enum look.
    CodeFormat {
        /// `u16`, `text`, …
        r#type: Text,
        /// `decimal` or `0x%08X`.
        notation: Text,
        /// Name of the accessor.
        method: Text,
        /// What a code is called.
        noun: Text,
    }

    /// An associated constant.
    Constant {
        /// Its value.
        value: Text,
        /// Its documentation.
        doc: Text,
    }

    /// A column that the author declares: words of a vocabulary, or entries of an enum.
    Column {
        /// One value an entry.
        one_of: Text,
        /// Any number of values an entry.
        list_of: Text,
        /// Whether an entry may leave a `one_of` out.
        optional: Text,
        /// Documentation of the method.
        doc: Text,
        /// Name of the method for the other direction.
        inverse: Text,
        /// Its documentation.
        inverse_doc: Text,
    }

    /// A range of codes; its other keys are words for `one_of` columns.
    Range {
        /// Its name.
        name: Text,
        /// What all its codes begin with, if they are texts.
        prefix: Text,
        /// First code.
        first: Text,
        /// Last code, inclusive.
        last: Text,
    }

    /// A row of an enum, or a word of a vocabulary (without code).
    Entry {
        /// The code.
        code: Text,
        /// The documented name.
        name: Text,
        /// The Rust variant.
        variant: Text,
        /// Other spellings.
        aliases: List<String>,
        /// `information`, `warning` or `error`.
        severity: Text,
        /// Whether the severity is the author's.
        severity_derived: Text,
        /// What it means, by locale.
        description: Field<Map<String>>,
        /// What to do, by locale.
        remediation: Field<Map<String>>,
        /// Why a fact differs from its source.
        notes: List<String>,
        /// Where the facts come from.
        source: Text,
        /// First version that has it.
        since: Text,
        /// Whether and why it should no longer be used.
        deprecated: Field<Deprecated>,
    }

    /// The end of an entry's life.
    Deprecated {
        /// First version in which it is deprecated.
        since: Text,
        /// Why.
        note: Text,
        /// The entry to use instead.
        replaced_by: Text,
        /// Whether to emit `#[deprecated]`.
        attribute: Text,
    }
}

impl<T> Shape for Map<T> {
    const EXPECTED: &'static str = "a mapping";
    fn fits(value: &Value) -> bool {
        value.is_mapping()
    }
}

impl Shape for Value {
    const EXPECTED: &'static str = "a value";
    fn fits(_: &Value) -> bool {
        true
    }
}

impl<'de, T: Deserialize<'de> + Shape> Deserialize<'de> for Field<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        if value.is_null() {
            return Ok(Self::Empty);
        }
        if !T::fits(&value) {
            return Ok(Self::Wrong(kind_of(&value)));
        }
        T::deserialize(value).map(Self::Given).map_err(serde::de::Error::custom)
    }
}

impl<'de, T: Deserialize<'de> + Shape> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de> + Shape> Visitor<'de> for Pairs<T> {
            type Value = Map<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a mapping")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Map<T>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = access.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Map(pairs))
            }
        }

        deserializer.deserialize_map(Pairs(PhantomData))
    }
}

/// What messages call the type of a value, with its article.
pub(crate) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Sequence(_) => "a list",
        Value::Mapping(_) => "a mapping",
        _ => "a text",
    }
}
