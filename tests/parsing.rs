//! Parsing: what is read, in which writings, and what is not.

#[macro_use]
mod common;

use common::{Coded, DiagnosticCode, EventId, Table, UnifiedEventId, Word, mixed_case};

#[test]
fn every_printed_form_of_a_name_parses_back() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            for text in [format!("{entry}"), format!("{entry:#}"), format!("{entry:?}")] {
                assert_eq!(text.parse(), Ok(entry), "{text}");
            }
        }
    }
    each_word!(check);
}

#[test]
fn every_printed_form_of_a_code_parses_back() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            let number = entry.number();
            for text in [E::written(number), number.to_string(), format!("{entry:#x}"), format!("{entry:#X}")]
            {
                assert_eq!(text.parse(), Ok(entry), "{text}");
            }
            for width in 1..=40 {
                for digits in [
                    format!("{number:0width$}"),
                    format!("{entry:#0width$x}"),
                    format!("0X{number:0width$X}"),
                ] {
                    assert_eq!(digits.parse(), Ok(entry), "{digits}");
                }
            }
        }
    }
    each_coded!(check);
}

#[test]
fn every_spelling_is_read_in_any_case() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            for text in entry.spellings().into_iter().chain([entry.variant_name()]) {
                for text in [
                    text.to_owned(),
                    text.to_ascii_uppercase(),
                    text.to_ascii_lowercase(),
                    mixed_case(text, 0),
                    mixed_case(text, 1),
                ] {
                    assert_eq!(text.parse(), Ok(entry), "{text}");
                }
            }
        }
    }
    each_word!(check);
}

#[test]
fn code_and_name_are_read_together_in_any_writing_of_each() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            for name in entry.spellings() {
                for code in [E::written(entry.number()), entry.number().to_string(), format!("{entry:#x}")] {
                    for text in [format!("{code} {name}"), format!("{code} {}", mixed_case(name, 1))] {
                        assert_eq!(text.parse(), Ok(entry), "{text}");
                    }
                }
            }
        }
    }
    each_coded!(check);
}

#[test]
fn a_code_with_the_name_of_another_entry_is_refused() {
    fn check<E: Coded>() {
        for (entry, other) in E::ALL.iter().flat_map(|a| E::ALL.iter().map(move |b| (*a, *b))) {
            let text = format!("{} {}", E::written(entry.number()), other.name());
            assert_eq!(text.parse::<E>().is_ok(), entry == other, "{text}");
        }
    }
    each_coded!(check);
}

#[test]
fn names_surrounded_by_anything_are_refused() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            let name = entry.name();
            for text in [
                format!(" {name}"),
                format!("{name} "),
                format!("{name}\n"),
                format!("\u{FEFF}{name}"),
                format!("{name}\0"),
                format!("\"{name}\""),
                format!("{name}{name}"),
                name[1..].to_owned(),
                name[..name.len() - 1].to_owned(),
            ] {
                assert!(text.parse::<E>().is_err(), "{text:?}");
            }
        }
    }
    each_word!(check);
}

/// All texts in which one ASCII character of a spelling is changed, with the character that it was.
fn changed(spelling: &str, change: fn(u8) -> u8) -> impl Iterator<Item = (u8, String)> {
    let places = spelling.bytes().enumerate().filter(|(_, byte)| byte.is_ascii());
    places.map(move |(at, byte)| {
        let mut bytes = spelling.as_bytes().to_vec();
        bytes[at] = change(byte);
        (byte, String::from_utf8(bytes).unwrap())
    })
}

#[test]
fn only_letters_have_two_cases() {
    fn check<E: Word>() {
        for spelling in E::ALL.iter().flat_map(|entry| entry.spellings()) {
            // The bit in which upper and lower case differ.
            for (byte, text) in changed(spelling, |byte| byte ^ 0x20) {
                assert_eq!(text.parse::<E>().is_ok(), byte.is_ascii_alphabetic(), "{text:?}");
            }
        }
    }
    each_word!(check);
}

#[test]
fn every_letter_of_a_name_counts() {
    fn check<E: Word>() {
        for spelling in E::ALL.iter().flat_map(|entry| entry.spellings()) {
            for (_, text) in changed(spelling, |_| b'#') {
                assert!(text.parse::<E>().is_err(), "{text:?}");
            }
        }
    }
    each_word!(check);
}

#[test]
fn letters_that_only_unicode_folds_to_ascii_are_other_letters() {
    fn check<E: Word>() {
        // The long s and the Kelvin sign have `s` and `k` as their other case.
        for (letter, same) in [('s', 'ſ'), ('S', 'ſ'), ('k', '\u{212A}'), ('K', '\u{212A}')] {
            for entry in E::ALL.iter().copied().filter(|entry| entry.name().contains(letter)) {
                let text = entry.name().replacen(letter, &same.to_string(), 1);
                assert!(text.parse::<E>().is_err(), "{text}");
            }
        }
    }
    each_word!(check);
}

#[test]
fn case_beyond_ascii_counts() {
    assert_eq!("Успех".parse(), Ok(DiagnosticCode::Success));
    for text in ["УСПЕХ", "успех", "уСПЕХ"] {
        assert!(text.parse::<DiagnosticCode>().is_err(), "{text}");
    }
}

#[test]
fn length_alone_refuses_no_number() {
    let zeros = "0".repeat(1 << 20);
    assert_eq!(format!("{zeros}20102").parse(), Ok(EventId::PkcsCertIssueFailure));
    assert_eq!(format!("0x{zeros}411").parse(), Ok(DiagnosticCode::CrpScepChallengeExpired));
}

#[test]
fn bits_beyond_the_type_are_not_dropped() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            for bit in [32, 48, 63, 64, 96, 127] {
                let number = u128::from(entry.number()) | 1 << bit;
                for text in [format!("{number}"), format!("{number:#x}"), format!("{number:#x} {entry}")] {
                    assert!(text.parse::<E>().is_err(), "{text}");
                }
            }
        }
    }
    each_coded!(check);
}

#[test]
fn names_are_looked_up_as_a_search_would() {
    fn check<E: Table, F: Table>() {
        for text in F::ALL.iter().flat_map(|entry| entry.spellings()) {
            let same =
                |entry: &E| entry.spellings().iter().any(|spelling| spelling.eq_ignore_ascii_case(text));
            assert_eq!(E::from_name(text), E::ALL.iter().copied().find(same), "{text}");
        }
    }
    fn check_all<E: Table>() {
        check::<E, EventId>();
        check::<E, UnifiedEventId>();
        check::<E, DiagnosticCode>();
        check::<E, common::Outcome>();
        check::<E, common::Detail>();
    }
    each_table!(check_all);
}
