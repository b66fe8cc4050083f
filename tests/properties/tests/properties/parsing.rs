//! Any text and any number is read as a search through all entries would read it.

use proptest::prelude::*;

use crate::common::{
    Channel, Coded, Detail, DiagnosticCode, EventId, Locale, Outcome, Scenario, Severity, Table,
    UnifiedEventId, Word,
};
use crate::config;
use crate::texts::text;

/// The entry with this spelling.
fn named<E: Word>(text: &str) -> Option<E> {
    let is = |entry: &E| entry.spellings().iter().any(|spelling| spelling.eq_ignore_ascii_case(text));
    E::ALL.iter().copied().find(is)
}

/// The entry with this code, in digits alone.
fn coded<E: Coded>(text: &str) -> Option<E> {
    let hexadecimal = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X"));
    let (digits, radix) = hexadecimal.map_or((text, 10), |digits| (digits, 16));
    // The standard library takes a plus.
    let number = u32::from_str_radix(digits, radix).ok().filter(|_| !digits.starts_with('+'))?;
    E::ALL.iter().copied().find(|entry| entry.number() == number)
}

/// The entry of a text in any of its forms.
fn search<E: Coded>(text: &str) -> Option<E> {
    let pair =
        text.split_once(' ').and_then(|(code, name)| coded(code).filter(|entry| named(name) == Some(*entry)));
    named(text).or_else(|| coded(text)).or(pair)
}

fn check<E: Coded>(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(text.parse::<E>().ok(), search(text), "{:?}", text);
    prop_assert_eq!(E::from_name(text), named(text), "{:?}", text);
    Ok(())
}

fn check_word<E: Table>(text: &str) -> Result<(), TestCaseError> {
    prop_assert_eq!(text.parse::<E>().ok(), named(text), "{:?}", text);
    Ok(())
}

/// Tries a text with every enum.
fn check_all(text: &str) -> Result<(), TestCaseError> {
    check::<EventId>(text)?;
    check::<UnifiedEventId>(text)?;
    check::<DiagnosticCode>(text)?;
    check_word::<Scenario>(text)?;
    check_word::<Outcome>(text)?;
    check_word::<Detail>(text)?;
    check_word::<Channel>(text)?;
    prop_assert_eq!(text.parse::<Severity>().ok(), named(text), "{:?}", text);
    prop_assert_eq!(text.parse::<Locale>().ok(), Locale::from_tag(text), "{:?}", text);
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_read_as_a_search_would(text in any::<String>()) {
        check_all(&text)?;
    }

    #[test]
    fn texts_like_codes_and_names_are_read_as_a_search_would(text in text()) {
        check_all(&text)?;
    }

    #[test]
    fn the_nearest_name_to_a_spelling_is_its_entry(text in text()) {
        // Which entry is nearest to another text is a matter of taste; there is an answer to any.
        for near in [EventId::closest_to(&text).map(EventId::name), DiagnosticCode::closest_to(&text).map(DiagnosticCode::name)] {
            prop_assert!(text.len() <= 64 || near.is_none());
        }
        if let Some(event) = named::<UnifiedEventId>(&text) {
            prop_assert_eq!(UnifiedEventId::closest_to(&text), Some(event));
        }
    }

    #[test]
    fn numbers_are_read_as_what_they_are(number in any::<u32>(), id in any::<u16>(), width in 0_usize..30) {
        for number in [number, id.into()] {
            for text in [format!("{number:0width$}"), format!("0x{number:0width$x}")] {
                check::<EventId>(&text)?;
                check::<UnifiedEventId>(&text)?;
                check::<DiagnosticCode>(&text)?;
                if let Err(error) = text.parse::<EventId>() {
                    prop_assert_eq!(error.number(), Some(number.into()), "{}", text);
                }
            }
        }
    }

    #[test]
    fn a_changed_name_is_another(index in 0..UnifiedEventId::COUNT, at in 0_usize..40, byte in b' '..=b'~') {
        for name in [UnifiedEventId::ALL[index].name(), EventId::ALL[index % EventId::COUNT].name()] {
            let mut bytes = name.as_bytes().to_vec();
            let at = at % bytes.len();
            bytes[at] = byte;
            check_all(&String::from_utf8(bytes).unwrap())?;
        }
    }
}
