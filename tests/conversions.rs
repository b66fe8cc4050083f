//! Conversions from and to all integer types and texts.

#[macro_use]
mod common;

use std::fmt::Debug;

use common::{Coded, DiagnosticCode, EventId, UnifiedEventId, Word};
use intune_connector_catalogue::UnknownCodeError;

/// Compares a conversion with a search; a refusal keeps the number, whatever its size and sign.
#[track_caller]
fn assert_converts<E, N>(number: N)
where
    E: Coded + TryFrom<N, Error = UnknownCodeError>,
    N: Copy + Debug + TryInto<i128> + TryInto<u128>,
{
    let signed: Option<i128> = number.try_into().ok();
    let expected = E::ALL.iter().copied().find(|entry| signed == Some(entry.number().into()));
    match E::try_from(number) {
        Ok(entry) => assert_eq!(Some(entry), expected, "{number:?}"),
        Err(error) => {
            assert_eq!(None, expected, "{number:?}");
            assert_eq!(error.number(), signed, "{number:?}");
            let magnitude =
                signed.map_or_else(|| number.try_into().ok(), |signed| Some(signed.unsigned_abs()));
            assert_eq!(Some(error.magnitude()), magnitude, "{number:?}");
        }
    }
}

/// Over the whole range of ids, the same below zero, all codes, and the edges of the type.
macro_rules! from_integers {
    ($($integer:ident)*) => {$(
        #[test]
        fn $integer() {
            let edges = [$integer::MIN, $integer::MIN + 1, $integer::MAX - 1, $integer::MAX];
            let ids = (-65_536_i64..=65_535).filter_map(|id| $integer::try_from(id).ok());
            for number in ids.chain(edges) {
                assert_converts::<EventId, _>(number);
                assert_converts::<UnifiedEventId, _>(number);
                assert_converts::<DiagnosticCode, _>(number);
            }
            let codes = DiagnosticCode::ALL.iter().map(|code| i128::from(code.code()));
            let near = codes.flat_map(|code| [code, -code, code + (1 << 16), code + (1 << 32)]);
            for number in near.filter_map(|number| $integer::try_from(number).ok()) {
                assert_converts::<EventId, _>(number);
                assert_converts::<DiagnosticCode, _>(number);
            }
        }
    )*};
}

from_integers! { u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }

#[test]
fn a_plain_number_needs_no_type() {
    assert_eq!(EventId::try_from(20102).ok(), Some(EventId::PkcsCertIssueFailure));
    assert_eq!(UnifiedEventId::try_from(1001).ok(), Some(UnifiedEventId::PkcsRequestFailure));
    assert_eq!(DiagnosticCode::try_from(0x400).ok(), Some(DiagnosticCode::PkcsIssueCaUnavailable));
}

#[test]
fn negative_numbers_are_refused_even_if_their_low_bits_are_a_code() {
    for event in EventId::ALL.iter().copied() {
        let number = i32::from(event.id()) - 65_536;
        assert_eq!(EventId::try_from(number).map_err(|error| error.number()), Err(Some(number.into())));
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        let number = i64::from(code.code()) - (1 << 32);
        assert_eq!(
            DiagnosticCode::try_from(number).map_err(|error| error.number()),
            Err(Some(number.into()))
        );
    }
}

#[test]
fn entries_convert_into_every_type_that_holds_them() {
    macro_rules! into {
        ($entry:ident, $($integer:ident)*) => {
            for entry in $entry::ALL.iter().copied() {
                $(assert_eq!(u32::try_from($integer::from(entry)), Ok(entry.number()), "{entry:#}");)*
                $(assert_eq!($entry::try_from($integer::from(entry)), Ok(entry), "{entry:#}");)*
            }
        };
    }
    into!(EventId, u16 u32 u64 u128 usize i32 i64 i128);
    into!(UnifiedEventId, u16 u32 u64 u128 usize i32 i64 i128);
    into!(DiagnosticCode, u32 u64 u128 i64 i128);
}

#[test]
fn entries_convert_into_their_names_and_back() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            let text: &'static str = entry.into();
            assert_eq!(text, entry.name());
            assert_eq!(entry.as_ref(), entry.name());
            assert_eq!(E::try_from(text), Ok(entry), "{text}");
        }
    }
    each_word!(check);
}
