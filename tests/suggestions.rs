//! `closest_to`: the entry that a misspelt name most likely means.

#[macro_use]
mod common;

use common::{EventId, Table};

#[test]
fn every_spelling_is_closest_to_its_entry() {
    fn check<E: Table>() {
        for entry in E::ALL.iter().copied() {
            for spelling in entry.spellings() {
                for text in
                    [spelling.to_owned(), spelling.to_ascii_lowercase(), spelling.to_ascii_uppercase()]
                {
                    assert_eq!(E::closest_to(&text), Some(entry), "{text}");
                }
            }
        }
    }
    each_table!(check);
}

/// A name with a slip at each of its letters: left out, doubled, replaced, or swapped with the next, in turn.
fn slips(name: &str) -> impl Iterator<Item = String> {
    (0..name.len() - 1).map(|at| {
        let mut bytes = name.as_bytes().to_vec();
        match (at + bytes.len()) % 4 {
            0 => _ = bytes.remove(at),
            1 => bytes.insert(at, bytes[at]),
            // In short names, two letters at wrong places are too many.
            2 if bytes.len() >= 6 => bytes.swap(at, at + 1),
            _ => bytes[at] = b'#',
        }
        String::from_utf8(bytes).unwrap()
    })
}

#[test]
fn a_name_with_one_slip_is_guessed() {
    fn check<E: Table>() {
        for entry in E::ALL.iter().copied() {
            for typo in slips(entry.name()) {
                let guess = E::closest_to(&typo).unwrap_or_else(|| panic!("{typo} is near to nothing"));
                // Names that differ in one letter may both be meant.
                assert!(guess == entry || E::from_name(&typo) == Some(guess), "{typo}: {guess}");
            }
        }
    }
    each_table!(check);
}

#[test]
fn what_resembles_nothing_is_not_guessed() {
    fn check<E: Table>() {
        for text in ["", "?", "~", "#####", "qqqqqqqqqqqqqqqqqqqqqqqq", "имя", "\0", "  "] {
            assert_eq!(E::closest_to(text), None, "{text:?}");
        }
        for entry in E::ALL.iter().copied() {
            for text in [entry.name().repeat(3), entry.name().repeat(50_000)] {
                assert_eq!(E::closest_to(&text), None, "{}...", entry.name());
            }
        }
    }
    each_table!(check);
}

#[test]
fn the_nearest_of_several_is_guessed() {
    for (typo, meant) in [
        ("pkcscertisue_failure", EventId::PkcsCertIssueFailure),
        ("Uplod_Failure", EventId::UploadFailure),
        ("Dwnload_Failure", EventId::DownloadFailure),
        ("CRPVerifyMetric_Warnin", EventId::CrpVerifyMetricWarning),
        ("CrpNotfyMetricSuccess", EventId::CrpNotifyMetricSuccess),
    ] {
        assert_eq!(EventId::closest_to(typo), Some(meant), "{typo}");
    }
}

#[test]
fn of_two_names_that_are_equally_near_the_first_entry_is_suggested() {
    for (name, suffix) in [(EventId::UploadSuccess, "Success"), (EventId::UploadFailure, "Failure")] {
        // Two edits from `Upload`, and two from `Download`.
        assert_eq!(EventId::closest_to(&format!("Dopload_{suffix}")), Some(name));
    }
}
