//! What the enums have in common, so that each rule is written once.
#![allow(dead_code, unused_macros)] // Each file of tests uses a part of it.

use std::fmt::{Binary, Debug, Display, LowerHex, Octal, UpperHex};
use std::hash::Hash;
use std::str::FromStr;

use intune_connector_catalogue::strum::{EnumCount, IntoEnumIterator, VariantArray, VariantNames};
pub use intune_connector_catalogue::unified::EventId as UnifiedEventId;
pub use intune_connector_catalogue::{
    Channel, Detail, DiagnosticCode, EventId, Locale, Outcome, ParseError, Scenario, Severity, Source,
};

/// What every enum has: names.
pub trait Word:
    Copy
    + Debug
    + Display
    + Ord
    + Hash
    + AsRef<str>
    + Into<&'static str>
    + FromStr<Err = ParseError>
    + for<'a> TryFrom<&'a str, Error = ParseError>
    + IntoEnumIterator
    + EnumCount
    + VariantArray
    + VariantNames
    + 'static
{
    const ALL: &'static [Self];
    const COUNT: usize;
    fn name(self) -> &'static str;
    fn variant_name(self) -> &'static str;
    /// All texts that parse as this entry, but for codes.
    fn spellings(self) -> Vec<&'static str>;
}

/// What the enums of `catalogue.yaml` have: texts, and look-up by name.
pub trait Table: Word {
    fn from_name(name: &str) -> Option<Self>;
    fn closest_to(name: &str) -> Option<Self>;
    fn description(self) -> &'static str;
    fn description_in(self, locale: Locale) -> &'static str;
}

/// What the enums with codes have.
pub trait Coded: Table + LowerHex + UpperHex + Octal + Binary {
    fn number(self) -> u32;
    fn from_number(number: u32) -> Option<Self>;
    /// How the catalogue writes this code.
    fn written(number: u32) -> String;
    fn severity(self) -> Severity;
    fn remediation_in(self, locale: Locale) -> Option<&'static str>;
    fn source(self) -> Option<&'static Source>;
    fn since(self) -> Option<&'static str>;
    fn is_deprecated(self) -> bool;
    fn notes(self) -> &'static [&'static str];

    /// `{:#}`, put together.
    fn title(self) -> String {
        format!("{} {}", Self::written(self.number()), self.name())
    }
}

/// Implements [`Word`]; only tables have more spellings than two.
macro_rules! word {
    ($entry:ident, $name:ident, |$it:ident| $spellings:expr) => {
        impl Word for $entry {
            const ALL: &'static [Self] = $entry::ALL;
            const COUNT: usize = $entry::COUNT;
            fn name(self) -> &'static str {
                self.$name()
            }
            fn variant_name(self) -> &'static str {
                self.variant_name()
            }
            fn spellings(self) -> Vec<&'static str> {
                let $it = self;
                $spellings
            }
        }
    };
}

macro_rules! tables {
    ($($entry:ident)*) => {$(
        word!($entry, name, |it| it.spellings().to_vec());

        impl Table for $entry {
            fn from_name(name: &str) -> Option<Self> {
                $entry::from_name(name)
            }
            fn closest_to(name: &str) -> Option<Self> {
                $entry::closest_to(name)
            }
            fn description(self) -> &'static str {
                self.description()
            }
            fn description_in(self, locale: Locale) -> &'static str {
                self.description_in(locale)
            }
        }
    )*};
}

macro_rules! coded {
    ($($entry:ident: $method:ident, $from:ident, $written:literal)*) => {$(
        impl Coded for $entry {
            fn number(self) -> u32 {
                self.$method().into()
            }
            fn from_number(number: u32) -> Option<Self> {
                number.try_into().ok().and_then($entry::$from)
            }
            fn written(number: u32) -> String {
                format!($written, number)
            }
            fn severity(self) -> Severity {
                self.severity()
            }
            fn remediation_in(self, locale: Locale) -> Option<&'static str> {
                self.remediation_in(locale)
            }
            fn source(self) -> Option<&'static Source> {
                self.documented_in()
            }
            fn since(self) -> Option<&'static str> {
                self.since()
            }
            fn is_deprecated(self) -> bool {
                self.deprecated().is_some()
            }
            fn notes(self) -> &'static [&'static str] {
                self.notes()
            }
        }
    )*};
}

tables! { EventId UnifiedEventId DiagnosticCode Scenario Outcome Detail Channel }
word!(Severity, name, |it| vec![it.name()]);
word!(Locale, tag, |it| vec![it.tag()]);

coded! {
    EventId: id, from_id, "{}"
    UnifiedEventId: id, from_id, "{}"
    DiagnosticCode: code, from_code, "0x{:08X}"
}

/// Calls a generic function once for each enum with codes.
macro_rules! each_coded {
    ($check:ident) => {
        $check::<$crate::common::EventId>();
        $check::<$crate::common::UnifiedEventId>();
        $check::<$crate::common::DiagnosticCode>();
    };
}

/// Calls a generic function once for each enum of `catalogue.yaml`.
macro_rules! each_table {
    ($check:ident) => {
        each_coded!($check);
        $check::<$crate::common::Scenario>();
        $check::<$crate::common::Outcome>();
        $check::<$crate::common::Detail>();
        $check::<$crate::common::Channel>();
    };
}

/// Calls a generic function once for each enum.
macro_rules! each_word {
    ($check:ident) => {
        each_table!($check);
        $check::<$crate::common::Severity>();
        $check::<$crate::common::Locale>();
    };
}

/// The same text with the case of every other letter changed, beginning with the first or the second.
pub fn mixed_case(text: &str, first: usize) -> String {
    let mixed = text
        .char_indices()
        .map(|(at, c)| if at % 2 == first { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
    mixed.collect()
}
