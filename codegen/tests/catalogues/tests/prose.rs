//! What texts and names must survive; that their documentation has no warning is found out by building it.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use catalogues::prose::maps::Hash;
use catalogues::prose::{Large, Locale, OrUnknown, ParseError, Part, U8Deserializer};

#[track_caller]
fn assert_reads_what_it_prints<E: Copy + Debug + Display + FromStr<Err = ParseError> + PartialEq>(all: &[E]) {
    for entry in all.iter().copied() {
        for text in [format!("{entry}"), format!("{entry:#}"), format!("{entry:?}")] {
            assert_eq!(text.parse(), Ok(entry), "{text}");
        }
    }
}

#[test]
fn every_printed_form_parses_back() {
    assert_reads_what_it_prints(U8Deserializer::ALL);
    assert_reads_what_it_prints(Hash::ALL);
    assert_reads_what_it_prints(Part::ALL);
    for entry in Large::ALL.iter().copied() {
        assert_eq!(entry.to_string().parse(), Ok(entry));
    }
}

/// Whether an entry has them or not.
#[test]
fn every_code_keeps_what_its_range_says() {
    for code in 0..=u8::MAX {
        let (name, part) = if code < 100 { ("low", Part::Pump) } else { ("high", Part::Mill) };
        assert_eq!(U8Deserializer::range_name(code), Some(name), "{code}");
        assert_eq!(U8Deserializer::part_of(code), Some(part), "{code}");
        let value = OrUnknown::<U8Deserializer>::from(code);
        assert_eq!(value.to_string().parse(), Ok(value), "{code}");
    }
    for (code, name) in [("a|x", Some("first")), ("b", Some("first")), ("c", None)] {
        assert_eq!(Hash::range_name(code), name, "{code}");
    }
}

#[test]
fn what_all_entries_say_is_said_of_each() {
    assert_eq!((Large::One.notes(), Large::Long.notes()), (&["The first."][..], &["The second."][..]));
    assert!(Large::One.deprecated().is_some() && Large::Long.deprecated().is_none());
    assert_eq!(Locale::from_tag("tlh-x-a"), Some(Locale::Tlh));
}
