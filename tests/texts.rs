//! Texts: there in every language, and fit to be shown.

use std::collections::HashMap;

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{
    Channel, Detail, DiagnosticCode, EventId, Locale, Outcome, SOURCES, Scenario, Severity,
};

/// Every text of the catalogue with where it stands.
fn texts(locale: Locale) -> Vec<(String, &'static str)> {
    let mut texts = Vec::new();
    macro_rules! collect {
        ($($entry:ident)*) => {$(
            for entry in $entry::ALL.iter().copied() {
                texts.push((format!("description of {entry}"), entry.description_in(locale)));
            }
        )*};
    }
    collect!(EventId UnifiedEventId DiagnosticCode Scenario Outcome Detail Channel);
    for event in EventId::ALL.iter().copied() {
        texts.push((format!("remediation of {event}"), event.remediation_in(locale).unwrap_or_default()));
    }
    for event in UnifiedEventId::ALL.iter().copied().filter(|event| event.severity() > Severity::Information)
    {
        texts.push((format!("remediation of {event}"), event.remediation_in(locale).unwrap_or_default()));
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        texts.push((format!("remediation of {code}"), code.remediation_in(locale).unwrap_or_default()));
    }
    texts
}

#[test]
fn every_text_is_a_sentence_or_more() {
    for locale in Locale::ALL.iter().copied() {
        for (place, text) in texts(locale) {
            assert_eq!(text, text.trim(), "{place}");
            assert!(text.ends_with('.'), "{place}: {text}");
            assert!(text.len() > 10, "{place}: {text}");
            assert!(text.starts_with(char::is_uppercase), "{place}: {text}");
            assert!(!text.contains("  ") && !text.contains('\n'), "{place}: {text:?}");
            for left_over in ["TODO", "???", "{}"] {
                assert!(!text.contains(left_over), "{place}: {text}");
            }
        }
    }
}

#[test]
fn russian_texts_are_russian_and_english_ones_are_not() {
    let is_cyrillic = |c: char| matches!(c, 'А'..='я' | 'Ё' | 'ё');
    for (place, text) in texts(Locale::Ru) {
        let cyrillic = text.chars().filter(|c| is_cyrillic(*c)).count();
        assert!(cyrillic * 2 > text.chars().count(), "{place}: {text}");
    }
    for (place, text) in texts(Locale::En) {
        assert!(text.is_ascii(), "{place}: {text}");
    }
}

#[test]
fn no_two_entries_have_the_same_description() {
    for locale in Locale::ALL.iter().copied() {
        let mut seen = HashMap::new();
        for (place, text) in texts(locale).into_iter().filter(|(place, _)| place.starts_with("description")) {
            // Success is success, as an outcome and as a code.
            let pair = seen.insert(text, place.clone());
            assert!(pair.is_none() || place.ends_with("Success"), "{place} and {pair:?}: {text}");
        }
    }
}

#[test]
fn the_default_language_is_the_first() {
    assert_eq!(Locale::default(), Locale::ALL[0]);
    for event in EventId::ALL.iter().copied() {
        assert_eq!(event.description(), event.description_in(Locale::default()));
        assert_eq!(event.remediation(), event.remediation_in(Locale::default()));
    }
}

#[test]
fn tags_are_read_as_bcp_47_wants() {
    for (tag, locale) in [
        ("ru", Some(Locale::Ru)),
        ("ru-RU", Some(Locale::Ru)),
        ("RU-ru", Some(Locale::Ru)),
        ("en-GB-oxendict", Some(Locale::En)),
        ("ru-Cyrl-RU-x-private", Some(Locale::Ru)),
        ("rus", None),
        ("de-DE", None),
        ("ru_RU", None),
        ("ru-", None),
        ("-ru", None),
        ("", None),
        ("ru-toolongsubtag", None),
    ] {
        assert_eq!(tag.parse::<Locale>().ok(), locale, "{tag}");
    }
    for locale in Locale::ALL.iter().copied() {
        assert_eq!(locale.to_string().parse(), Ok(locale));
        assert_eq!(locale.to_string(), locale.tag());
    }
}

#[test]
fn every_entry_names_a_source() {
    for source in SOURCES {
        assert!(source.url.starts_with("https://"), "{source:?}");
        assert!(!source.title.is_empty() && source.date.len() == 10, "{source:?}");
    }
    for event in EventId::ALL.iter().copied() {
        assert!(event.source().is_some_and(|source| SOURCES.contains(source)), "{event}");
        assert_eq!(event.since(), Some(EventId::FIRST_CONNECTOR_VERSION), "{event}");
    }
    for event in UnifiedEventId::ALL.iter().copied() {
        assert!(event.source().is_some_and(|source| SOURCES.contains(source)), "{event}");
        assert_eq!(event.since(), None, "{event}: not known");
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        assert!(code.source().is_some_and(|source| SOURCES.contains(source)), "{code}");
        assert_eq!(code.deprecated(), None, "{code}");
    }
}
