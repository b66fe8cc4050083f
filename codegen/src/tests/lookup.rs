use crate::emit::tables::name_key;
use crate::support::error::Problem;
use crate::support::lookup::{self, Digits};
use crate::support::{large, text_code};

/// Texts of every length that takes another path, of letters, digits and bytes beyond ASCII.
fn texts() -> impl Iterator<Item = String> {
    let letters = "aZ_0é@[`{xЯ/:Gg 9~\u{7f}\u{1}q-.Bы".chars().cycle();
    (0..60).map(move |length| letters.clone().skip(length % 7).take(length).collect())
}

/// Checks both ways of comparing.
#[track_caller]
fn assert_same(spelling: &str, text: &str, expected: bool) {
    assert_eq!(lookup::same(spelling, text), expected, "{spelling:?} {text:?}");
    let keys = [name_key("other"), name_key(spelling)].concat();
    let found = lookup::is_key(text, &keys, &["other", spelling], 1);
    assert_eq!(found, expected, "the key of {spelling:?} {text:?}");
}

#[test]
fn same_agrees_with_the_standard_library() {
    for text in texts() {
        for other in [text.to_ascii_uppercase(), text.to_ascii_lowercase(), format!("{text}x")] {
            assert_same(&text, &other, text.eq_ignore_ascii_case(&other));
        }
        for at in 0..text.len() {
            for bit in 0..7 {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                if let Ok(other) = String::from_utf8(bytes) {
                    assert_same(&text, &other, text.eq_ignore_ascii_case(&other));
                    assert_eq!(text_code::equal(&text, &other), text == other, "{text:?} {other:?}");
                }
            }
        }
    }
}

/// Words of one letter are the same at any length.
#[test]
fn same_looks_at_lengths() {
    for length in 0..60 {
        for other in 0..60 {
            assert_same(&"a".repeat(length), &"A".repeat(other), length == other);
        }
    }
}

#[test]
fn hashes_ignore_ascii_case() {
    for text in texts() {
        for hash in [lookup::hash_ends, large::hash_words, large::hash_all] {
            assert_eq!(hash(&text, 3), hash(&text.to_ascii_uppercase(), 3), "{text:?}");
            assert_eq!(hash(&text, 3), hash(&text.to_ascii_lowercase(), 3), "{text:?}");
        }
    }
}

/// Every bit counts, but for the one that stands for case.
#[test]
fn hashes_of_large_tables_look_at_every_byte() {
    for text in texts() {
        for at in 0..text.len() {
            for bit in (0..7).filter(|bit| *bit != 5) {
                let mut bytes = text.clone().into_bytes();
                bytes[at] ^= 1 << bit;
                let Ok(other) = String::from_utf8(bytes) else { continue };
                assert_ne!(large::hash_words(&text, 3), large::hash_words(&other, 3), "{text:?} {other:?}");
                assert_ne!(large::hash_all(&text, 3), large::hash_all(&other, 3), "{text:?} {other:?}");
            }
        }
    }
}

#[test]
fn hash_all_tells_letters_beyond_ascii_apart() {
    assert_ne!(large::hash_all("Я", 5), large::hash_all("я", 5));
}

#[test]
fn distance_counts_edits() {
    for (typed, name, edits) in [
        ("kitten", "kitten", Some(0)),
        ("KITTEN", "kitten", Some(0)),
        ("kiten", "kitten", Some(1)),
        ("kitteen", "kitten", Some(1)),
        ("sitten", "kitten", Some(1)),
        ("sitting", "kitten", None),
        ("", "a", Some(1)),
        ("", "abcd", None),
    ] {
        assert_eq!(lookup::distance(typed, name), edits, "{typed} {name}");
    }
    assert_eq!(lookup::distance(&"a".repeat(65), &"a".repeat(65)), None, "too long to compare");
    assert_eq!(lookup::distance(&"a".repeat(64), &"a".repeat(65)), Some(1));
}

#[test]
fn digits_are_read_or_refused_for_a_reason() {
    let read = |text, signed| match lookup::read_digits(text, signed) {
        Ok(Digits::Decimal(number)) => Ok(number),
        Ok(Digits::Hexadecimal(bits)) => Ok(bits.into()),
        Err(problem) => Err(problem),
    };
    assert_eq!(read("0x0400", false), Ok(0x400));
    assert_eq!(read("0XfF", false), Ok(0xFF));
    assert_eq!(read("007", false), Ok(7));
    assert_eq!(read("-7", true), Ok(-7));
    for text in ["-7", "+7"] {
        assert_eq!(read(text, false), Err(Problem::Sign), "{text}");
    }
    for text in ["0x", "0xG", "1_0", "", "7 ", "0x-1", "0x+1", "٣"] {
        assert_eq!(read(text, false), Err(Problem::Digits), "{text}");
    }
    assert_eq!(read("0x10000000000000000", false), Err(Problem::Number(false, 1 << 64)));
    let largest = u128::MAX.to_string();
    assert_eq!(read(&largest, false), Err(Problem::Number(false, u128::MAX)));
    assert_eq!(read(&format!("{largest}0"), false), Err(Problem::TooLarge));
}
