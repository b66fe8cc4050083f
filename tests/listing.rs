//! Listing: our own items and `strum`'s traits say the same.

#[macro_use]
mod common;

use std::iter::FusedIterator;

use common::{Coded, Locale, Table, Word};
use intune_connector_catalogue::strum::EnumMessage;

/// The iterator with the contract that `strum`'s derive gives.
fn iterator<E: Word>() -> impl Clone + DoubleEndedIterator<Item = E> + ExactSizeIterator + FusedIterator
where
    E::Iterator: Clone + DoubleEndedIterator + ExactSizeIterator + FusedIterator,
{
    E::iter()
}

/// Runs a check whose bounds a plain `Word` does not give.
macro_rules! each_iterator {
    ($check:ident) => {
        $check(iterator::<common::EventId>());
        $check(iterator::<common::UnifiedEventId>());
        $check(iterator::<common::DiagnosticCode>());
        $check(iterator::<common::Scenario>());
        $check(iterator::<common::Outcome>());
        $check(iterator::<common::Detail>());
        $check(iterator::<common::Channel>());
        $check(iterator::<common::Severity>());
        $check(iterator::<common::Locale>());
    };
}

#[test]
fn lists_are_sorted_and_of_one_length() {
    fn check<E: Word>() {
        assert!(!E::ALL.is_empty());
        assert!(E::ALL.windows(2).all(|pair| pair[0] < pair[1]), "{:?}", E::ALL);
        assert_eq!(<E as Word>::COUNT, E::ALL.len());
        assert_eq!(<E as intune_connector_catalogue::strum::EnumCount>::COUNT, E::ALL.len());
    }
    each_word!(check);
}

#[test]
fn strums_lists_are_ours() {
    fn check<E: Word>() {
        use intune_connector_catalogue::strum::{VariantArray, VariantNames};
        assert_eq!(<E as VariantArray>::VARIANTS, E::ALL);
        let names: Vec<_> = E::ALL.iter().map(|entry| entry.variant_name()).collect();
        assert_eq!(<E as VariantNames>::VARIANTS, names);
    }
    each_word!(check);
}

#[test]
fn iterators_go_both_ways_and_know_their_length() {
    fn check<E: Word>(all: impl Clone + DoubleEndedIterator<Item = E> + ExactSizeIterator + FusedIterator) {
        assert!(all.clone().eq(E::ALL.iter().copied()));
        assert!(all.clone().rev().eq(E::ALL.iter().rev().copied()));
        let mut rest = all;
        for left in (0..E::ALL.len()).rev() {
            assert!(if left % 2 == 0 { rest.next() } else { rest.next_back() }.is_some(), "{left}");
            assert_eq!((rest.len(), rest.size_hint()), (left, (left, Some(left))));
        }
        assert_eq!((rest.next(), rest.next_back(), rest.next()), (None, None, None));
    }
    each_iterator!(check);
}

#[test]
fn messages_are_the_texts() {
    fn check<E: Table + EnumMessage>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(entry.get_message(), Some(entry.description()), "{entry}");
            assert_eq!(entry.get_documentation(), Some(entry.description()), "{entry}");
            assert_eq!(entry.get_serializations(), entry.spellings(), "{entry}");
        }
    }
    each_table!(check);
}

#[test]
fn detailed_messages_are_what_to_do() {
    fn check<E: Coded + EnumMessage>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(entry.get_detailed_message(), entry.remediation_in(Locale::default()), "{entry}");
        }
    }
    each_coded!(check);
}
