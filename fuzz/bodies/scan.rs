//! Scans bytes: what is found are words, in order, that mean the same alone.

use intune_connector_catalogue::{Finding, scan};

pub fn run(bytes: &[u8]) {
    let is_word = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_');
    let mut end = 0;
    for found in scan(bytes) {
        let range = found.range;
        assert!(range.start >= end && range.start < range.end, "{range:?}");
        end = range.end;
        assert!(!is_word(bytes[..range.start].last()) && !is_word(bytes.get(range.end)), "{range:?}");

        let word = std::str::from_utf8(&bytes[range]).expect("words are ASCII");
        let alone: Vec<_> = scan(word).map(|found| (found.range, found.finding)).collect();
        assert_eq!(alone, [(0..word.len(), found.finding)]);
        match found.finding {
            Finding::Code(code) => assert_eq!(word.parse(), Ok(code)),
            Finding::Number(number) => assert_eq!(u32::from_str_radix(&word[2..], 16), Ok(number)),
            Finding::Event(event) => assert!(event.name().len() <= word.len() + 1, "{word}"),
        }
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        assert!(scan(text).eq(scan(bytes)));
    }
}
