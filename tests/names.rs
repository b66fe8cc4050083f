//! Names: printed, padded, parsed back, guessed.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{DiagnosticCode, EventId, ParseError};
use proptest::prelude::*;

/// What all tables have, so that each rule is written once.
trait Named: Copy + Debug + Display + PartialEq + FromStr<Err = ParseError> + 'static {
    const ALL: &'static [Self];
    fn name(self) -> &'static str;
    fn variant_name(self) -> &'static str;
    fn spellings(self) -> &'static [&'static str];
    fn from_name(name: &str) -> Option<Self>;
    fn closest_to(name: &str) -> Option<Self>;
    /// The code as it is written, and other ways to write it.
    fn codes(self) -> Vec<String>;
}

macro_rules! named {
    ($($entry:ident.$code:ident() as $written:literal)*) => {$(
        impl Named for $entry {
            const ALL: &'static [Self] = $entry::ALL;
            fn name(self) -> &'static str { self.name() }
            fn variant_name(self) -> &'static str { self.variant_name() }
            fn spellings(self) -> &'static [&'static str] { self.spellings() }
            fn from_name(name: &str) -> Option<Self> { $entry::from_name(name) }
            fn closest_to(name: &str) -> Option<Self> { $entry::closest_to(name) }
            fn codes(self) -> Vec<String> {
                let code = self.$code();
                vec![
                    format!($written, code),
                    format!("{code}"),
                    format!("{code:012}"),
                    format!("{self:#x}"),
                    format!("{self:#X}"),
                    format!("{self:#010x}"),
                    format!("{self:#018X}"),
                    format!("0X{code:x}"),
                ]
            }
        }
    )*};
}

named! {
    EventId.id() as "{}"
    UnifiedEventId.id() as "{}"
    DiagnosticCode.code() as "0x{:08X}"
}

/// Runs a check for every entry of all tables.
macro_rules! for_all {
    ($check:ident) => {
        EventId::ALL.iter().copied().for_each($check);
        UnifiedEventId::ALL.iter().copied().for_each($check);
        DiagnosticCode::ALL.iter().copied().for_each($check);
    };
}

#[test]
fn every_printed_form_parses_back() {
    fn check<E: Named>(entry: E) {
        let mut forms = vec![format!("{entry}"), format!("{entry:#}"), format!("{entry:?}")];
        forms.extend(entry.codes());
        for text in forms {
            assert_eq!(text.parse(), Ok(entry), "{text}");
            assert_eq!(text.to_ascii_lowercase().parse(), Ok(entry), "{text} in lower case");
        }
    }
    for_all!(check);
}

#[test]
fn every_spelling_is_found_in_any_case() {
    fn check<E: Named>(entry: E) {
        assert_eq!(entry.spellings()[0], entry.name());
        for spelling in entry.spellings().iter().copied().chain([entry.variant_name()]) {
            let mixed = spelling
                .char_indices()
                .map(|(at, c)| if at % 2 == 0 { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
            for text in [
                spelling.to_owned(),
                spelling.to_ascii_uppercase(),
                spelling.to_ascii_lowercase(),
                mixed.collect(),
            ] {
                assert_eq!(E::from_name(&text), Some(entry), "{text}");
                assert_eq!(text.parse(), Ok(entry), "{text}");
            }
        }
    }
    for_all!(check);
}

#[test]
fn no_two_entries_share_a_spelling() {
    fn check<E: Named>() {
        let spellings = || {
            E::ALL.iter().flat_map(|entry| entry.spellings().iter().map(move |spelling| (entry, *spelling)))
        };
        for (entry, spelling) in spellings() {
            for (other, another) in spellings().filter(|(other, _)| *other != entry) {
                assert!(!spelling.eq_ignore_ascii_case(another), "{entry} {other} {spelling}");
            }
        }
    }
    check::<EventId>();
    check::<UnifiedEventId>();
    check::<DiagnosticCode>();
}

#[test]
fn code_and_name_print_as_one_padded_text() {
    fn check<E: Named>(entry: E) {
        let title = format!("{} {}", entry.codes()[0], entry.name());
        for (text, narrow, left, right, centred, cut) in [
            (
                entry.name().to_owned(),
                format!("{entry:3}"),
                format!("{entry:<60}|"),
                format!("{entry:>60}"),
                format!("{entry:*^60}"),
                format!("{entry:.4}"),
            ),
            (
                title.clone(),
                format!("{entry:#3}"),
                format!("{entry:<#60}|"),
                format!("{entry:>#60}"),
                format!("{entry:*^#60}"),
                format!("{entry:#.4}"),
            ),
        ] {
            assert_eq!(narrow, text);
            assert_eq!(left, format!("{text:<60}|"));
            assert_eq!(right, format!("{text:>60}"));
            assert_eq!(centred, format!("{text:*^60}"));
            assert_eq!(cut, text[..4]);
        }
        assert_eq!(format!("{entry:?}"), entry.variant_name());
        assert_eq!(format!("{entry:>60?}"), format!("{:>60}", entry.variant_name()));
    }
    for_all!(check);
}

#[test]
fn codes_print_in_other_bases_with_the_flags_of_numbers() {
    for event in EventId::ALL.iter().copied() {
        let id = event.id();
        assert_eq!(
            format!("{event:x} {event:X} {event:o} {event:b}"),
            format!("{id:x} {id:X} {id:o} {id:b}")
        );
        assert_eq!(format!("{event:#06x} {event:#b}"), format!("{id:#06x} {id:#b}"));
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        assert_eq!(format!("{code:#010X}"), format!("{:#010X}", code.code()));
    }
}

#[test]
fn a_name_without_one_letter_is_guessed() {
    fn check<E: Named>(entry: E) {
        for at in 1..entry.name().len() {
            let mut typo = entry.name().to_owned();
            typo.remove(at);
            let guess = E::closest_to(&typo).unwrap_or_else(|| panic!("{typo} is near to nothing"));
            // Names that differ in one letter may both be meant.
            assert!(guess == entry || E::from_name(&typo) == Some(guess), "{typo}: {guess}");
        }
        assert_eq!(E::closest_to(&entry.name().to_lowercase()), Some(entry));
    }
    for_all!(check);
    for text in ["", "x", "something else entirely", &"PkcsCertIssue_Failure".repeat(100), "имя"] {
        assert_eq!(EventId::closest_to(text), None, "{text}");
    }
}

#[test]
fn case_beyond_ascii_counts() {
    assert_eq!("Успех".parse(), Ok(DiagnosticCode::Success));
    assert!("УСПЕХ".parse::<DiagnosticCode>().is_err());
    assert!("успех".parse::<DiagnosticCode>().is_err());
}

proptest! {
    #[test]
    fn parsing_never_panics_and_finds_only_what_it_should(text in any::<String>()) {
        let known = |event: &&EventId| {
            let number = text.parse::<u16>() == Ok(event.id()) && !text.starts_with('+');
            number || event.spellings().iter().any(|spelling| spelling.eq_ignore_ascii_case(&text))
        };
        prop_assert_eq!(EventId::from_name(&text).is_some(), EventId::ALL.iter().any(|event| event.spellings().iter().any(|s| s.eq_ignore_ascii_case(&text))));
        if let Some(event) = EventId::ALL.iter().find(known) {
            prop_assert_eq!(text.parse::<EventId>().ok(), Some(*event));
        }
        let _ = (text.parse::<DiagnosticCode>(), EventId::closest_to(&text), DiagnosticCode::closest_to(&text));
    }

    #[test]
    fn numbers_parse_as_what_they_are(id in any::<u16>(), width in 0_usize..30) {
        for text in [format!("{id:0width$}"), format!("0x{id:0width$x}"), format!("0X{id:0width$X}")] {
            let parsed = text.parse::<EventId>();
            prop_assert_eq!(parsed.ok(), EventId::from_id(id), "{}", text);
            if let Err(error) = parsed {
                prop_assert_eq!(error.number(), Some(id.into()));
            }
        }
    }

    #[test]
    fn a_changed_name_is_another(index in 0..EventId::COUNT, at in 0_usize..40, byte in b' '..=b'~') {
        let name = EventId::ALL[index].name();
        let mut bytes = name.as_bytes().to_vec();
        let length = bytes.len();
        bytes[at % length] = byte;
        let text = String::from_utf8(bytes).unwrap();
        let same = |event: &&EventId| event.spellings().iter().any(|spelling| spelling.eq_ignore_ascii_case(&text));
        prop_assert_eq!(EventId::from_name(&text), EventId::ALL.iter().find(same).copied());
    }
}
