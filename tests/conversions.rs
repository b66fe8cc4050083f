//! Conversions from and to all integer types.

use std::fmt::Debug;

use intune_connector_catalogue::{DiagnosticCode, EventId, OrUnknown, UnknownCodeError};

/// Compares a conversion with a search, over the whole range of ids and the edges of the type.
macro_rules! convert {
    ($($integer:ident)*) => {$(
        #[test]
        fn $integer() {
            let edges = [$integer::MIN, $integer::MIN + 1, $integer::MAX - 1, $integer::MAX];
            let all = (0..=u16::MAX).filter_map(|id| $integer::try_from(id).ok());
            for number in all.chain(edges) {
                let same = |code: i128| i128::try_from(number) == Ok(code);
                let event = EventId::ALL.iter().copied().find(|event| same(event.id().into()));
                assert_converts(EventId::try_from(number), event, number);
                let code = DiagnosticCode::ALL.iter().copied().find(|code| same(code.code().into()));
                assert_converts(DiagnosticCode::try_from(number), code, number);
            }
            for code in DiagnosticCode::ALL.iter().copied() {
                let number: Result<$integer, _> = code.code().try_into();
                assert!(number.map_or(true, |number| DiagnosticCode::try_from(number) == Ok(code)), "{code:#}");
            }
        }
    )*};
}

#[track_caller]
fn assert_converts<E: PartialEq + Debug, N: Copy + Debug + TryInto<i128> + TryInto<u128>>(
    result: Result<E, UnknownCodeError>,
    expected: Option<E>,
    number: N,
) {
    match result {
        Ok(entry) => assert_eq!(Some(entry), expected, "{number:?}"),
        Err(error) => {
            assert_eq!(None, expected, "{number:?}");
            // The error keeps the number, whatever its size and sign.
            let signed: Option<i128> = number.try_into().ok();
            assert_eq!(error.number(), signed, "{number:?}");
            let magnitude =
                signed.map_or_else(|| number.try_into().ok(), |number| Some(number.unsigned_abs()));
            assert_eq!(Some(error.magnitude()), magnitude, "{number:?}");
        }
    }
}

convert! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

#[test]
fn a_plain_number_needs_no_type() {
    assert_eq!(EventId::try_from(20102).ok(), Some(EventId::PkcsCertIssueFailure));
    assert_eq!(DiagnosticCode::try_from(0x400).ok(), Some(DiagnosticCode::PkcsIssueCaUnavailable));
}

#[test]
fn entries_convert_into_every_type_that_holds_them() {
    macro_rules! into {
        ($entry:expr, $code:expr, $($integer:ident)*) => {
            $(assert_eq!(u64::try_from($integer::from($entry)).unwrap(), u64::from($code), "{:#}", $entry);)*
        };
    }
    for event in EventId::ALL.iter().copied() {
        into!(event, event.id(), u16 u32 u64 u128 usize i32 i64 i128);
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        into!(code, code.code(), u32 u64 u128 i64 i128);
    }
}

#[test]
fn entries_convert_into_their_names() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(<&'static str>::from(event), event.name());
        assert_eq!(AsRef::<str>::as_ref(&event), event.name());
        assert_eq!(EventId::try_from(event.name()), Ok(event));
    }
}

#[test]
fn any_id_is_held_by_or_unknown() {
    for id in 0..=u16::MAX {
        let held = OrUnknown::<EventId>::from(id);
        assert_eq!((held.code(), held.known()), (id, EventId::from_id(id)));
        match held.known() {
            Some(event) => {
                assert_eq!(held, event);
                assert_eq!(held, OrUnknown::from(event));
                assert_eq!(format!("{held}|{held:#}|{held:>40}"), format!("{event}|{event:#}|{event:>40}"));
                assert_eq!(format!("{held:?}"), format!("Known({event:?})"));
            }
            None => assert_eq!(format!("{held}|{held:>8}|{held:?}"), format!("{id}|{id:>8}|Unknown({id})")),
        }
        assert_eq!(held.to_string().parse(), Ok(held));
        assert_eq!(format!("{id:#x}").parse(), Ok(held));
    }
}

#[test]
fn any_code_is_held_by_or_unknown() {
    let known = DiagnosticCode::ALL.iter().map(|code| code.code());
    for code in known.chain([1, 0x3FF, 0x8007_06BA, u32::MAX]) {
        let held = OrUnknown::<DiagnosticCode>::from(code);
        assert_eq!((held.code(), held.known()), (code, DiagnosticCode::from_code(code)));
        assert_eq!(held.to_string().parse(), Ok(held), "{held}");
        assert_eq!(format!("0x{code:08X}").parse(), Ok(held), "{held}");
        if held.known().is_none() {
            assert_eq!(held.to_string(), format!("0x{code:08X}"));
        }
    }
    for text in ["0x123456789", "-1", "no name", "", "0x"] {
        assert!(text.parse::<OrUnknown<DiagnosticCode>>().is_err(), "{text}");
    }
}

#[test]
fn or_unknown_is_ordered_and_hashed_by_code() {
    let mut ids: Vec<OrUnknown<EventId>> = [20103, 20102, 5, 20102].map(OrUnknown::from).to_vec();
    ids.sort();
    assert_eq!(ids.iter().map(|id| id.code()).collect::<Vec<_>>(), [5, 20102, 20102, 20103]);
    assert_eq!(ids.into_iter().collect::<std::collections::HashSet<_>>().len(), 3);
}
