//! Names with white space, names that are numbers, and codes of the whole width of their type.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use catalogues::awkward::{
    Clash, Columns, Entry, From, LargeClash, Option as Choice, OrUnknown, ParseError, Result as Word,
    TextClash, TryFrom, Type,
};

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
    assert_reads_what_it_prints(Choice::ALL);
    assert_reads_what_it_prints(From::ALL);
    assert_reads_what_it_prints(Type::ALL);
    assert_reads_what_it_prints(TryFrom::ALL);
    assert_reads_what_it_prints(Word::ALL);
    assert_reads_what_it_prints(Clash::ALL);
    assert_reads_what_it_prints(TextClash::ALL);
    assert_reads_what_it_prints(LargeClash::ALL);
    assert_reads_what_it_prints(Columns::ALL);
}

#[test]
fn a_code_ends_at_the_first_space_and_its_name_may_hold_others() {
    assert_eq!("0xFFFFFFFFFFFFFFFF 404 Not Found".parse(), Ok(From::NotFound));
    assert_eq!("404 Not Found".parse(), Ok(From::NotFound));
    for text in ["0 404 Not Found", "404", "0xFFFFFFFFFFFFFFFF 404 Not", "0xFFFFFFFFFFFFFFFF  404 Not Found"]
    {
        assert!(text.parse::<From>().is_err(), "{text}");
    }
}

#[test]
fn codes_of_the_whole_width_are_held() {
    assert_eq!(OrUnknown::<Type>::from(i64::MIN).known(), Some(Type::ALL[0]));
    assert_eq!(From::NotFound.code(), u64::MAX);
    assert_eq!(Entry::code(Choice::ALL[1]), 255);
}

#[test]
fn methods_may_have_the_names_that_generated_code_has_of_its_own() {
    for (number, entry) in [(1, Clash::One), (20, Clash::Two)] {
        assert_eq!(Clash::from_entry(number), Some(entry));
        assert_eq!(entry.entry(), number);
        assert_eq!(Entry::code(entry), number);
        assert_eq!(entry.index(), entry.position());
        assert_ne!(entry.index(), entry.slot());
    }
    assert_eq!(Clash::from_entry(2), None);
    assert_eq!((Clash::range_name(2), Clash::index_of(2)), (Some("low"), Some(Word::Ok)));
    for (word, entry) in [("I", TextClash::First), ("II", TextClash::Second)] {
        assert_eq!(TextClash::from_entry(word), Some(entry));
        assert_eq!(entry.entry(), word);
    }
    assert_eq!(TextClash::from_entry("III"), None);
    assert_eq!([TextClash::First, TextClash::Second].map(TextClash::index), [Word::Ok, Word::Err]);
    for (number, entry) in [(1, LargeClash::One), (20, LargeClash::Two)] {
        assert_eq!(LargeClash::from_position(number), Some(entry));
        assert_eq!(entry.position(), number);
        assert_ne!(entry.slot(), entry.index());
    }
    assert_eq!(LargeClash::from_position(2), None);
}
