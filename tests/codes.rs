//! Codes: exact, ordered, and the same as the discriminants.

#[macro_use]
mod common;

use common::{Coded, DiagnosticCode, EventId, UnifiedEventId};

#[test]
fn every_entry_is_found_by_its_code() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(E::from_number(entry.number()), Some(entry), "{entry:#}");
        }
    }
    each_coded!(check);
}

#[test]
fn the_discriminant_is_the_code() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(event as u16, event.id(), "{event:#}");
    }
    for event in UnifiedEventId::ALL.iter().copied() {
        assert_eq!(event as u16, event.id(), "{event:#}");
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        assert_eq!(code as u32, code.code(), "{code:#}");
    }
}

#[test]
fn entries_take_no_more_room_than_their_codes() {
    assert_eq!((size_of::<EventId>(), size_of::<UnifiedEventId>(), size_of::<DiagnosticCode>()), (2, 2, 4));
}

/// Compares a look-up by code with a search.
#[track_caller]
fn assert_found_like_in_a_search<E: Coded>(number: u32) {
    let expected = E::ALL.iter().copied().find(|entry| entry.number() == number);
    assert_eq!(E::from_number(number), expected, "{number:#x}");
}

#[test]
fn no_other_number_of_16_bits_finds_anything() {
    fn check<E: Coded>() {
        (0..=u32::from(u16::MAX)).for_each(assert_found_like_in_a_search::<E>);
    }
    each_coded!(check);
}

#[test]
fn no_other_code_near_a_known_one_finds_anything() {
    let near = DiagnosticCode::ALL.iter().flat_map(|code| {
        let code = code.code();
        (0..32).map(move |bit| code ^ 1 << bit).chain([code.wrapping_sub(1), code.wrapping_add(1), !code])
    });
    near.chain([u32::MAX, 0xFFFF_FFF0]).for_each(assert_found_like_in_a_search::<DiagnosticCode>);
}

#[test]
fn comparison_is_that_of_the_codes() {
    fn check<E: Coded>() {
        for (a, b) in E::ALL.iter().flat_map(|a| E::ALL.iter().map(move |b| (*a, *b))) {
            assert_eq!(a.cmp(&b), a.number().cmp(&b.number()), "{a:#}, {b:#}");
            assert_eq!(a == b, a.number() == b.number(), "{a:#}, {b:#}");
        }
    }
    each_coded!(check);
}
