//! Texts: there in every language, and fit to be shown.

#[macro_use]
mod common;

use std::collections::{BTreeSet, HashMap};
use std::fmt::Debug;

use expect_test::expect_file;

use common::{Coded, DiagnosticCode, EventId, Locale, Severity, Table, UnifiedEventId};

/// Where a text stands, and the text in English and in Russian.
type Text = (String, &'static str, &'static str);

/// The description of every entry.
fn descriptions() -> Vec<Text> {
    fn of<E: Table>(texts: &mut Vec<Text>) {
        texts.extend(E::ALL.iter().map(|entry| {
            let [en, ru] = [Locale::En, Locale::Ru].map(|locale| entry.description_in(locale));
            (format!("description of {entry:?}"), en, ru)
        }));
    }
    let mut texts = Vec::new();
    let all = &mut texts;
    of::<EventId>(all);
    of::<UnifiedEventId>(all);
    of::<DiagnosticCode>(all);
    of::<common::Scenario>(all);
    of::<common::Outcome>(all);
    of::<common::Detail>(all);
    of::<common::Channel>(all);
    texts
}

/// What to do about an entry, in both languages or in none.
fn remediation<E: Coded>(entry: E) -> Option<Text> {
    match [Locale::En, Locale::Ru].map(|locale| entry.remediation_in(locale)) {
        [Some(en), Some(ru)] => Some((format!("remediation of {entry:?}"), en, ru)),
        [None, None] => None,
        one => panic!("{entry:?} has {one:?}"),
    }
}

fn remediations() -> Vec<Text> {
    let legacy = EventId::ALL.iter().filter_map(|entry| remediation(*entry));
    let unified = UnifiedEventId::ALL.iter().filter_map(|entry| remediation(*entry));
    let codes = DiagnosticCode::ALL.iter().filter_map(|entry| remediation(*entry));
    legacy.chain(unified).chain(codes).collect()
}

fn texts() -> Vec<Text> {
    [descriptions(), remediations()].concat()
}

/// Any other test would take a word for its opposite.
#[test]
fn texts_are_as_they_were_proof_read() {
    let all: String = texts().iter().map(|(place, en, ru)| format!("{place}\n  {en}\n  {ru}\n")).collect();
    expect_file!["texts.txt"].assert_eq(&all);
}

#[test]
fn everything_of_the_legacy_connector_and_every_problem_has_a_remediation() {
    fn check<E: Coded>(mildest: Severity) {
        for entry in E::ALL.iter().copied().filter(|entry| entry.severity() >= mildest) {
            assert!(remediation(entry).is_some(), "{entry:?}");
        }
    }
    check::<EventId>(Severity::Information);
    check::<DiagnosticCode>(Severity::Information);
    check::<UnifiedEventId>(Severity::Warning);
}

#[test]
fn every_text_is_a_sentence_or_more() {
    for (place, en, ru) in texts() {
        for text in [en, ru] {
            assert_eq!(text, text.trim(), "{place}");
            assert!(text.ends_with('.'), "{place}: {text}");
            assert!(text.starts_with(char::is_uppercase), "{place}: {text}");
            assert!(text.contains(' ') && text.len() >= 20, "{place}: {text}");
            assert!(!text.contains("  ") && !text.contains(char::is_control), "{place}: {text:?}");
        }
    }
}

#[test]
fn no_text_is_a_placeholder() {
    for (place, en, ru) in texts() {
        for left_over in ["TODO", "FIXME", "XXX", "TBD", "???", "...", "…", "{", "}", "<", ">", "Lorem"] {
            assert!(!en.contains(left_over) && !ru.contains(left_over), "{place}: {en} {ru}");
        }
    }
}

#[test]
fn texts_are_in_their_language() {
    for (place, en, ru) in texts() {
        let cyrillic = ru.chars().filter(|c| matches!(c, 'А'..='я' | 'Ё' | 'ё')).count();
        assert!(cyrillic * 2 > ru.chars().count(), "{place}: {ru}");
        assert!(en.is_ascii(), "{place}: {en}");
    }
}

#[test]
fn no_two_entries_have_the_same_description() {
    #[track_caller]
    fn check(texts: impl Iterator<Item = (String, &'static str)>) {
        let mut seen = HashMap::new();
        for (place, text) in texts {
            let other = seen.insert(text, place.clone());
            // As an outcome and as a code, success is the same.
            let both = place == "description of Success";
            assert!(other.is_none() || both, "{place} and {other:?}: {text}");
        }
    }
    check(descriptions().into_iter().map(|(place, en, _)| (place, en)));
    check(descriptions().into_iter().map(|(place, _, ru)| (place, ru)));
}

#[test]
fn nothing_to_be_done_is_said_where_nothing_went_wrong_and_nowhere_else() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            let nothing = entry.remediation_in(Locale::En).unwrap_or("Nothing").starts_with("Nothing");
            assert!(!nothing || entry.severity() == Severity::Information, "{entry:?}");
        }
    }
    each_coded!(check);
}

#[test]
fn the_default_language_is_english() {
    fn check<E: Table>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(entry.description(), entry.description_in(Locale::En), "{entry:?}");
        }
    }
    each_table!(check);
    macro_rules! remediation {
        ($($entry:ident)*) => {
            $($entry::ALL.iter().for_each(|it| assert_eq!(it.remediation(), it.remediation_in(Locale::En), "{it:?}"));)*
        };
    }
    remediation!(EventId UnifiedEventId DiagnosticCode);
}

/// The numbers of three digits and more that a text mentions, as they are written there.
fn numbers(text: &str) -> BTreeSet<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    words.filter(|word| word.len() >= 3 && word.starts_with(|c: char| c.is_ascii_digit())).collect()
}

#[test]
fn both_languages_mention_the_same_numbers() {
    for (place, en, ru) in texts() {
        assert_eq!(numbers(en), numbers(ru), "{place}");
    }
}

/// Checks the numbers in the texts of all entries of a table.
fn assert_mentions<E: Coded>(known: impl Fn(E, &str) -> bool) {
    for entry in E::ALL.iter().copied() {
        let texts = [Some(entry.description()), entry.remediation_in(Locale::En)];
        for number in texts.into_iter().flatten().flat_map(numbers) {
            assert!(known(entry, number), "{entry:?} mentions {number}");
        }
    }
}

#[test]
fn codes_in_the_texts_of_an_event_are_those_that_it_may_come_with() {
    assert_mentions(|event: EventId, number| match number.parse::<DiagnosticCode>() {
        Ok(code) => event.diagnostic_codes().contains(&code) && number.len() == 10,
        Err(_) => number.parse::<EventId>().is_ok_and(|other| other != event),
    });
}

#[test]
fn ids_in_texts_are_those_of_other_events_of_the_same_connector() {
    assert_mentions(|event: UnifiedEventId, number| {
        number
            .parse::<UnifiedEventId>()
            .is_ok_and(|other| other != event && other.scenario() == event.scenario())
    });
    assert_mentions(|_: DiagnosticCode, number| number.parse::<EventId>().is_ok());
}

/// Only here to be sure that the search for numbers finds any.
#[test]
fn some_texts_mention_numbers() {
    fn some<E: Coded + Debug>(entry: E) -> usize {
        numbers(entry.remediation_in(Locale::En).unwrap_or_default()).len()
    }
    assert_eq!(some(EventId::PkcsCertIssueFailure), 2);
    assert_eq!(some(UnifiedEventId::RevokeRequestFailure), 3);
    assert_eq!(some(DiagnosticCode::CrpScepSigningCertNotFound), 1);
}
