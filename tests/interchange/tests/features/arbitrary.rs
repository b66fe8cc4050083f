use std::collections::BTreeSet;

use arbitrary::{Arbitrary, Unstructured};
use intune_connector_catalogue::{Channel, DiagnosticCode, EventId, Locale, OrUnknown, Severity, unified};

/// What comes out of many different bytes.
fn all_of<T: for<'a> Arbitrary<'a> + Ord>() -> BTreeSet<T> {
    let bytes = |seed: u32| seed.wrapping_mul(0x9E37_79B9).to_le_bytes().repeat(4);
    (0..5_000).map(|seed| T::arbitrary(&mut Unstructured::new(&bytes(seed))).unwrap()).collect()
}

#[test]
fn every_entry_comes_up() {
    assert_eq!(all_of::<EventId>().len(), EventId::COUNT);
    assert_eq!(all_of::<unified::EventId>().len(), unified::EventId::COUNT);
    assert_eq!(all_of::<DiagnosticCode>().len(), DiagnosticCode::COUNT);
    assert_eq!(all_of::<Channel>().len(), Channel::COUNT);
    assert_eq!(all_of::<Severity>().len(), Severity::COUNT);
    assert_eq!(all_of::<Locale>().len(), Locale::COUNT);
}

#[test]
fn codes_of_both_kinds_come_up() {
    let codes = all_of::<OrUnknown<EventId>>();
    let known: BTreeSet<EventId> = codes.iter().filter_map(|code| code.known()).collect();
    assert_eq!(known.len(), EventId::COUNT);
    assert!(codes.len() > 2 * EventId::COUNT);
}
