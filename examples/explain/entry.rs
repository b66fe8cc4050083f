//! What the output needs to know of an entry, whichever enum it is from.

use std::fmt;

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{
    Deprecation, DiagnosticCode, Entry, EventId, Locale, Outcome, Scenario, Source,
};

use crate::labels::Labels;

/// [`Entry`] has what every table of codes has. Texts in a chosen language, and columns that only one
/// enum has, are methods of the enums themselves.
pub trait Explain: Entry {
    /// What the codes of this enum are called.
    fn nouns(labels: &Labels) -> &'static str;

    fn spellings(self) -> &'static [&'static str];
    fn meaning(self, locale: Locale) -> &'static str;
    fn advice(self, locale: Locale) -> Option<&'static str>;
    fn since(self) -> Option<&'static str>;
    fn deprecated(self) -> Option<Deprecation<Self>>;
    fn notes(self) -> &'static [&'static str];
    fn source(self) -> Option<&'static Source>;

    /// The columns of this enum alone: label, and what belongs to it, an item on each line.
    fn columns(self, locale: Locale) -> Vec<(&'static str, Vec<String>)>;
}

/// What every enum has by the same name; traits have no such thing as inheritance of methods.
macro_rules! forward {
    ($entry:ident) => {
        fn spellings(self) -> &'static [&'static str] {
            $entry::spellings(self)
        }

        fn meaning(self, locale: Locale) -> &'static str {
            self.description_in(locale)
        }

        fn advice(self, locale: Locale) -> Option<&'static str> {
            self.remediation_in(locale)
        }

        fn since(self) -> Option<&'static str> {
            $entry::since(self)
        }

        fn deprecated(self) -> Option<Deprecation<Self>> {
            $entry::deprecated(self)
        }

        fn notes(self) -> &'static [&'static str] {
            $entry::notes(self)
        }

        fn source(self) -> Option<&'static Source> {
            $entry::documented_in(self)
        }
    };
}

impl Explain for EventId {
    forward!(EventId);

    fn nouns(labels: &Labels) -> &'static str {
        labels.legacy_events
    }

    fn columns(self, locale: Locale) -> Vec<(&'static str, Vec<String>)> {
        let labels = Labels::of(locale);
        let details = self.details().iter();
        let mut columns = course(self.scenario(), self.outcome(), locale);
        columns.extend([
            (labels.details, details.map(|it| format!("{it}: {}", it.description_in(locale))).collect()),
            (labels.possible_codes, titles(self.diagnostic_codes())),
            (labels.log, vec![Self::LOG_NAME.to_owned()]),
        ]);
        columns
    }
}

impl Explain for UnifiedEventId {
    forward!(UnifiedEventId);

    fn nouns(labels: &Labels) -> &'static str {
        labels.unified_events
    }

    fn columns(self, locale: Locale) -> Vec<(&'static str, Vec<String>)> {
        let mut columns = course(self.scenario(), self.outcome(), locale);
        columns.push((Labels::of(locale).log, vec![self.channel().path().to_owned()]));
        columns
    }
}

impl Explain for DiagnosticCode {
    forward!(DiagnosticCode);

    fn nouns(labels: &Labels) -> &'static str {
        labels.diagnostic_codes
    }

    fn columns(self, locale: Locale) -> Vec<(&'static str, Vec<String>)> {
        vec![(Labels::of(locale).events, titles(self.events()))]
    }
}

/// What the events of both generations tell: what the connector was doing, and how it ended.
fn course(scenario: Scenario, outcome: Outcome, locale: Locale) -> Vec<(&'static str, Vec<String>)> {
    let labels = Labels::of(locale);
    vec![
        (labels.scenario, vec![format!("{scenario}: {}", scenario.description_in(locale))]),
        (labels.outcome, vec![format!("{outcome}: {}", outcome.description_in(locale))]),
    ]
}

/// Entries with code and name, which is what `{:#}` prints.
pub fn titles<'a, E: Entry>(entries: impl IntoIterator<Item = &'a E>) -> Vec<String> {
    entries.into_iter().map(|entry| format!("{entry:#}")).collect()
}

/// A code alone, as the catalogue writes it: `20102`, `0x00000400`.
pub struct CodeOf<E>(pub E);

impl<E: Entry> fmt::Display for CodeOf<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        E::write_code(self.0.code(), f)
    }
}
