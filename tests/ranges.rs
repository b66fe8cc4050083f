//! Ranges of ids: what an id tells even if no entry has it.

mod common;

use std::ops::RangeInclusive;

use common::{EventId, Scenario, UnifiedEventId};

/// The ids of a range, its name, and its scenario if it tells one.
type Range = (RangeInclusive<u16>, &'static str, Option<Scenario>);

const LEGACY: [Range; 5] = [
    (10_000..=10_999, "Connector health", Some(Scenario::ConnectorHealth)),
    (20_100..=20_199, "PKCS certificates", Some(Scenario::Pkcs)),
    (20_200..=20_299, "Revocation", Some(Scenario::Revocation)),
    (20_300..=20_499, "Transfer", Some(Scenario::General)),
    (20_500..=20_699, "SCEP certificates", Some(Scenario::Scep)),
];

const UNIFIED: [Range; 6] = [
    (1..=999, "No scenario", None),
    (1_000..=1_999, "PKCS", Some(Scenario::Pkcs)),
    (2_000..=2_999, "PKCS Import", Some(Scenario::PkcsImport)),
    (3_000..=3_999, "Revocation", Some(Scenario::Revocation)),
    (4_000..=4_999, "SCEP", Some(Scenario::Scep)),
    (5_000..=5_999, "Connector Health", Some(Scenario::ConnectorHealth)),
];

/// Compares what is told of an id with a table, for every id.
#[track_caller]
fn assert_told(
    ranges: &[Range],
    name: fn(u16) -> Option<&'static str>,
    scenario: fn(u16) -> Option<Scenario>,
) {
    for id in 0..=u16::MAX {
        let range = ranges.iter().find(|(ids, ..)| ids.contains(&id));
        assert_eq!(name(id), range.map(|(_, name, _)| *name), "{id}");
        assert_eq!(scenario(id), range.and_then(|(.., scenario)| *scenario), "{id}");
    }
}

#[test]
fn every_id_of_the_legacy_connector_has_the_name_and_scenario_of_its_range() {
    assert_told(&LEGACY, EventId::range_name, EventId::scenario_of);
}

#[test]
fn every_id_of_the_unified_connector_has_the_name_and_scenario_of_its_range() {
    assert_told(&UNIFIED, UnifiedEventId::range_name, UnifiedEventId::scenario_of);
}

#[test]
fn events_have_the_scenario_of_their_range() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(EventId::scenario_of(event.id()), Some(event.scenario()), "{event:#}");
    }
    for event in UnifiedEventId::ALL.iter().copied() {
        assert_eq!(UnifiedEventId::scenario_of(event.id()), Some(event.scenario()), "{event:#}");
    }
}
