//! What is found inside any text is what stands there, at its place.

use intune_connector_catalogue::{ConnectorEvent, DiagnosticCode, Finding, Found, scan};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::config;
use crate::texts::{code, event, noise, recased, text};

/// A word to plant, and what it is.
fn planted() -> impl Strategy<Value = (String, Finding)> {
    prop_oneof![
        (code(), 0_usize..=10, any::<bool>()).prop_map(|(code, width, upper)| {
            let text = if upper { format!("{code:#0width$X}") } else { format!("{code:#0width$x}") };
            (text, Finding::Code(code))
        }),
        (event(), any::<u8>()).prop_map(|(event, case)| (recased(event.name(), case), Finding::Event(event))),
        any::<u32>().prop_map(|number| {
            let finding = DiagnosticCode::from_code(number).map_or(Finding::Number(number), Finding::Code);
            (format!("0X{number:x}"), finding)
        }),
    ]
}

/// The same by other means: words split off, and each looked up in all ways.
fn search(text: &str) -> Vec<Found> {
    let is_word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(is_word).map(|at| rest + at) {
        let end = text[start..].find(|c| !is_word(c)).map_or(text.len(), |at| start + at);
        let finding = judge(&text[..start], &text[start..end], &text[end..]);
        found.extend(finding.map(|finding| Found { range: start..end, finding }));
        rest = end;
    }
    found
}

fn judge(before: &str, word: &str, after: &str) -> Option<Finding> {
    let lower = word.to_ascii_lowercase();
    let Some(digits) = lower.strip_prefix("0x") else {
        return ConnectorEvent::from_name(word).map(Finding::Event);
    };
    let is_other = |c: char| !c.is_ascii_alphanumeric() && c != '_';
    let is_part = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_hexdigit());
    let word_after = after.strip_prefix('-').and_then(|after| after.split(is_other).next());
    let word_before = before.strip_suffix('-').and_then(|before| before.rsplit(is_other).next());
    if word_after.is_some_and(is_part) || word_before.is_some_and(is_part) {
        return None;
    }
    if digits == "0ffffffff" {
        return Some(Finding::Code(DiagnosticCode::UnknownError));
    }
    let number = u32::from_str_radix(digits, 16).ok().filter(|_| digits.len() <= 8)?;
    let code = DiagnosticCode::ALL.iter().copied().find(|code| code.code() == number);
    Some(code.map_or(Finding::Number(number), Finding::Code))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_planted_is_found_where_it_was_planted(
        first in noise(),
        words in vec((planted(), noise()), 0..5),
    ) {
        let mut text = first;
        let mut expected = Vec::new();
        for ((word, finding), noise) in words {
            expected.push(Found { range: text.len()..text.len() + word.len(), finding });
            text += &word;
            text += &noise;
        }
        prop_assert_eq!(scan(&text).collect::<Vec<_>>(), expected, "{:?}", text);
    }

    #[test]
    fn texts_are_scanned_as_a_search_would(text in text()) {
        prop_assert_eq!(scan(&text).collect::<Vec<_>>(), search(&text), "{:?}", text);
    }

    #[test]
    fn any_text_is_scanned_like_its_bytes(text in any::<String>()) {
        prop_assert!(scan(&text).eq(scan(text.as_bytes())));
        prop_assert_eq!(scan(&text).collect::<Vec<_>>(), search(&text), "{:?}", text);
    }

    #[test]
    fn bytes_that_are_not_ascii_only_part_words(text in text(), bytes in vec((any::<prop::sample::Index>(), 128_u8..), 0..4)) {
        let mut other = text.into_bytes();
        for (at, byte) in bytes.iter().filter(|_| !other.is_empty()).collect::<Vec<_>>() {
            let at = at.index(other.len());
            other[at] = *byte;
        }
        let ascii: Vec<u8> = other.iter().map(|byte| if byte.is_ascii() { *byte } else { b'.' }).collect();
        prop_assert!(scan(&other).eq(scan(&ascii)), "{:?}", other);
    }

    #[test]
    fn noise_holds_nothing(noise in vec(prop::sample::select(&b"ghijklmnopqrstuvwyz .,:;0123456789"[..]), 0..80)) {
        prop_assert_eq!(scan(&noise).count(), 0);
    }

    #[test]
    fn codes_alone_are_the_scan_without_events(text in text(), taken in 0_usize..4) {
        let mut scan = scan(&text);
        let _ = scan.by_ref().take(taken).count();
        let expected: Vec<Found> =
            scan.clone().filter(|found| !matches!(found.finding, Finding::Event(_))).collect();
        prop_assert_eq!(scan.codes().collect::<Vec<_>>(), expected, "{:?}", text);
    }
}
