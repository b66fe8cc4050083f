//! Names: documented, Rust, and others; each belongs to one entry.

#[macro_use]
mod common;

use common::{Table, Word};

#[test]
fn spellings_begin_with_the_name_and_hold_the_variant() {
    fn check<E: Table>() {
        for entry in E::ALL.iter().copied() {
            let spellings = entry.spellings();
            assert_eq!(spellings[0], entry.name());
            let holds = |name: &str| spellings.iter().any(|spelling| spelling.eq_ignore_ascii_case(name));
            assert!(holds(entry.variant_name()), "{entry}: {spellings:?}");
        }
    }
    each_table!(check);
}

#[test]
fn no_spelling_comes_twice_in_any_case() {
    fn check<E: Word>() {
        let mut folded: Vec<String> =
            E::ALL.iter().flat_map(|entry| entry.spellings()).map(str::to_lowercase).collect();
        folded.sort();
        for pair in folded.windows(2) {
            assert_ne!(pair[0], pair[1]);
        }
    }
    each_word!(check);
}

#[test]
fn every_spelling_is_found_by_name() {
    fn check<E: Table>() {
        for entry in E::ALL.iter().copied() {
            for spelling in entry.spellings() {
                assert_eq!(E::from_name(spelling), Some(entry), "{spelling}");
            }
        }
    }
    each_table!(check);
}

#[test]
fn codes_are_not_names() {
    fn check<E: common::Coded>() {
        for entry in E::ALL.iter().copied() {
            for text in [E::written(entry.number()), entry.number().to_string(), entry.title()] {
                assert_eq!(E::from_name(&text), None, "{text}");
            }
        }
    }
    each_coded!(check);
}

#[test]
fn variants_are_the_names_in_camel_case() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            let variant = entry.variant_name();
            let letters: String = entry.name().chars().filter(char::is_ascii_alphanumeric).collect();
            assert!(variant.eq_ignore_ascii_case(&letters), "{variant}");
            assert!(variant.starts_with(|first: char| first.is_ascii_uppercase()), "{variant}");
            let capitals = |pair: &[u8]| pair.iter().all(u8::is_ascii_uppercase);
            assert!(!variant.as_bytes().windows(2).any(capitals), "{variant}");
        }
    }
    each_word!(check);
}

#[test]
fn words_of_a_name_begin_words_of_the_variant() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            let capital = |word: &str| word[..1].to_uppercase() + &word[1..].to_lowercase();
            let words = entry.name().split(|c: char| !c.is_ascii_alphanumeric()).map(capital);
            let mut rest = entry.variant_name();
            for word in words {
                let (start, end) = rest.split_at(word.len());
                assert!(start.eq_ignore_ascii_case(&word), "{}", entry.variant_name());
                assert_eq!(start[..1], word[..1], "{}", entry.variant_name());
                rest = end;
            }
        }
    }
    each_word!(check);
}
