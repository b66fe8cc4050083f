//! `clap`: entries as values of arguments, with their descriptions as help; codes and other spellings are hidden.

extern crate std;

use std::borrow::ToOwned;
use std::format;
use std::string::String;

use ::clap::ValueEnum;
use ::clap::builder::PossibleValue;


macro_rules! choices {
    ($($ty:ty: $spellings:expr, $code:expr, $help:expr;)*) => {$(
        impl ValueEnum for $ty {
            fn value_variants<'a>() -> &'a [Self] {
                Self::ALL
            }

            fn to_possible_value(&self) -> Option<PossibleValue> {
                let name = self.name();
                let spellings: fn(&Self) -> &'static [&'static str] = $spellings;
                let code: fn(&Self) -> Option<String> = $code;
                let help: fn(&Self) -> Option<&'static str> = $help;
                let others = spellings(self).iter().copied().filter(|other| *other != name);
                let value = PossibleValue::new(name).aliases(others).aliases(code(self));
                Some(match help(self) {
                    Some(text) => value.help(text),
                    None => value,
                })
            }
        }
    )*};
}

/// The code as the catalogue writes it.
fn written<E: super::super::Entry>(entry: &E) -> Option<String> {
    let title = format!("{entry:#}");
    title.split_once(' ').map(|(code, _)| code.to_owned())
}
