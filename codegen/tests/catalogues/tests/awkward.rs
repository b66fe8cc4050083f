//! Names with white space, names that are numbers, and codes of the whole width of their type.

use std::fmt::{Debug, Display};
use std::str::FromStr;

use catalogues::awkward::{
    Entry, From, Option as Choice, OrUnknown, ParseError, Result as Word, TryFrom, Type,
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
