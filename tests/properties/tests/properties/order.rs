//! Order, equality and hash agree with one another and with the codes.

use std::fmt::Debug;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

use intune_connector_catalogue::{Entry, OrUnknown};
use proptest::prelude::*;
use proptest::sample::select;

use crate::common::{DiagnosticCode, EventId, UnifiedEventId, Word};
use crate::config;
use crate::texts::event;

/// Compares two values, and the keys that they are ordered by.
fn check<T: Ord + Hash + Debug, K: Ord + Hash>(
    a: &T,
    b: &T,
    key: impl Fn(&T) -> K,
) -> Result<(), TestCaseError> {
    let hash = |value: &T| BuildHasherDefault::<DefaultHasher>::default().hash_one(value);
    let order = key(a).cmp(&key(b));
    prop_assert_eq!(a.cmp(b), order, "{:?} {:?}", a, b);
    prop_assert_eq!(a.partial_cmp(b), Some(order));
    prop_assert_eq!(b.cmp(a), order.reverse());
    prop_assert_eq!(a == b, order.is_eq());
    prop_assert_eq!(hash(a) == hash(b), order.is_eq());
    Ok(())
}

/// Two codes that an entry may have or not, as values and beside the entries themselves.
fn check_codes<E: Entry + Word>(a: E::Code, b: E::Code) -> Result<(), TestCaseError>
where
    E::Code: Into<i128>,
{
    let (left, right) = (OrUnknown::<E>::from_code(a), OrUnknown::<E>::from_code(b));
    check(&left, &right, |value| value.code())?;
    if let Some(entry) = right.known() {
        prop_assert_eq!(left == entry, left == right);
        prop_assert_eq!(OrUnknown::from(entry), right);
    }
    if let (Some(left), Some(right)) = (left.known(), right.known()) {
        check(&left, &right, |entry| entry.code())?;
    }
    Ok(())
}

/// An id that an event has, or any.
fn id() -> impl Strategy<Value = u16> {
    prop_oneof![event().prop_map(|event| event.id()), any::<u16>()]
}

fn number() -> impl Strategy<Value = u32> {
    prop_oneof![select(DiagnosticCode::ALL).prop_map(DiagnosticCode::code), any::<u32>()]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn ids_are_ordered_as_numbers(a in id(), b in id()) {
        check_codes::<EventId>(a, b)?;
        check_codes::<UnifiedEventId>(a, b)?;
        check_codes::<EventId>(a, a)?;
    }

    #[test]
    fn diagnostic_codes_are_ordered_as_numbers(a in number(), b in number()) {
        check_codes::<DiagnosticCode>(a, b)?;
        check_codes::<DiagnosticCode>(a, a)?;
    }

    #[test]
    fn events_are_ordered_by_generation_and_id(a in event(), b in event()) {
        check(&a, &b, |event| (event.generation(), event.id()))?;
    }
}
