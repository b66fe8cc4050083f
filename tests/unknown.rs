//! `OrUnknown`: an entry or a code that the catalogue does not know.

mod common;

use std::collections::HashSet;
use std::fmt::Debug;
use std::hash::{BuildHasher, RandomState};
use std::str::FromStr;

use common::{Coded, DiagnosticCode, EventId, UnifiedEventId};
use intune_connector_catalogue::{Entry, OrUnknown};

/// Codes of 32 bits: those known, the numbers next to them, and the edges.
fn codes() -> impl Iterator<Item = u32> {
    let known = DiagnosticCode::ALL.iter().map(|code| code.code());
    let near = known.flat_map(|code| [code.wrapping_sub(1), code, code.wrapping_add(1)]);
    near.chain([0xFFFF, 0x1_0000, 0x8007_06BA, i32::MAX as u32, 1 << 31, u32::MAX - 1, u32::MAX])
}

/// Everything that must hold of a value, whether its code is known or not.
#[track_caller]
fn assert_holds<E: Entry + Coded>(held: OrUnknown<E>, code: u32) {
    let known = E::from_number(code);
    assert_eq!(held.known(), known, "{code}");
    let written = E::written(code);
    let (plain, title, debug) = match known {
        Some(entry) => {
            assert_eq!(held, entry, "{code}");
            (
                Coded::title(entry).split_off(written.len() + 1),
                Coded::title(entry),
                format!("Known({entry:?})"),
            )
        }
        None => (written.clone(), written.clone(), format!("Unknown({written})")),
    };
    assert_eq!(format!("{held}"), plain);
    assert_eq!(format!("{held:#}"), title);
    assert_eq!(format!("{held:?}"), debug);
    assert_eq!(format!("{held:>50}|{held:<50}|{held:*^50}"), format!("{plain:>50}|{plain:<50}|{plain:*^50}"));
    assert_eq!(format!("{held:>#50}|{held:.3}|{held:1}"), format!("{title:>50}|{plain:.3}|{plain}"));
}

#[test]
fn any_id_is_held_and_printed() {
    for id in 0..=u16::MAX {
        let held = OrUnknown::<EventId>::from(id);
        assert_eq!(held.code(), id);
        assert_holds(held, id.into());
        let held = OrUnknown::<UnifiedEventId>::from(id);
        assert_eq!(held.code(), id);
        assert_holds(held, id.into());
    }
}

#[test]
fn any_code_is_held_and_printed() {
    for code in codes() {
        let held = OrUnknown::<DiagnosticCode>::from(code);
        assert_eq!(held.code(), code);
        assert_holds(held, code);
    }
}

#[test]
fn every_printed_form_parses_back() {
    for id in 0..=u16::MAX {
        let held = OrUnknown::<EventId>::from(id);
        for text in [
            format!("{held}"),
            format!("{held:#}"),
            format!("{id:#x}"),
            format!("{id:#X}"),
            format!("{id:09}"),
        ] {
            assert_eq!(text.parse(), Ok(held), "{text}");
        }
    }
    for code in codes() {
        let held = OrUnknown::<DiagnosticCode>::from(code);
        for text in [format!("{held}"), format!("{held:#}"), format!("{code}"), format!("{code:#018x}")] {
            assert_eq!(text.parse(), Ok(held), "{text}");
        }
    }
}

#[test]
fn all_spellings_are_read() {
    for code in DiagnosticCode::ALL.iter().copied() {
        for spelling in code.spellings() {
            assert_eq!(spelling.parse(), Ok(OrUnknown::from(code)), "{spelling}");
        }
    }
}

#[test]
fn texts_that_are_no_code_of_the_type_are_refused() {
    for text in [
        "0x123456789",
        "4294967296",
        "-1",
        "+1",
        "0x-1",
        "no name",
        "",
        "0x",
        " 1",
        "1 ",
        "1_0",
        "1.0",
        "1e3",
        "340282366920938463463374607431768211456",
    ] {
        assert!(text.parse::<OrUnknown<DiagnosticCode>>().is_err(), "{text:?}");
        assert!(text.parse::<OrUnknown<EventId>>().is_err(), "{text:?}");
    }
    for text in ["65536", "0x10000", "99999999999999999999"] {
        assert!(text.parse::<OrUnknown<EventId>>().is_err(), "{text:?}");
    }
}

#[test]
fn a_pair_that_disagrees_is_refused() {
    #[track_caller]
    fn check<E: Entry>(text: &str)
    where
        OrUnknown<E>: FromStr<Err: Debug>,
    {
        let read = text.parse::<OrUnknown<E>>();
        assert!(read.is_err(), "{text:?} was read as {read:?}");
    }
    for text in ["20102 Upload_Success", "20103 no name", "65536 Upload_Success", "20103 Upload_Success"] {
        check::<EventId>(text);
    }
    for text in ["0x400 Success", "0x00000001 no name", "0xFFFFFFFF Success"] {
        check::<DiagnosticCode>(text);
    }
}

#[test]
fn an_entry_and_its_code_are_the_same_value() {
    let hasher = RandomState::new();
    for event in EventId::ALL.iter().copied() {
        let (entry, code) = (OrUnknown::from(event), OrUnknown::<EventId>::from(event.id()));
        assert_eq!((entry, entry.code()), (code, event.id()), "{event:#}");
        assert_eq!(hasher.hash_one(entry), hasher.hash_one(code), "{event:#}");
        assert!(EventId::ALL.iter().all(|other| (code == *other) == (event == *other)), "{event:#}");
    }
}

#[test]
fn values_are_ordered_and_hashed_by_code() {
    let all: Vec<OrUnknown<EventId>> = (0..=u16::MAX).map(OrUnknown::from).collect();
    assert!(all.is_sorted());
    assert_eq!(all.iter().rev().copied().min(), Some(OrUnknown::from(0)));
    assert_eq!(all.iter().chain(&all).collect::<HashSet<_>>().len(), all.len());
}

#[test]
fn values_take_no_more_room_than_their_codes() {
    assert_eq!((size_of::<OrUnknown<EventId>>(), size_of::<OrUnknown<DiagnosticCode>>()), (2, 4));
}
