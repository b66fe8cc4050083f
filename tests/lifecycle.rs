//! The life of entries: since when they are there, and whether they should still be used.

#[macro_use]
mod common;

use common::{Coded, DiagnosticCode, EventId, UnifiedEventId};

#[test]
fn entries_of_the_legacy_connector_are_there_since_its_first_version() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(entry.since(), Some("6.1806"), "{entry:#}");
        }
    }
    check::<EventId>();
    check::<DiagnosticCode>();
    assert_eq!(EventId::FIRST_CONNECTOR_VERSION, "6.1806");
}

#[test]
fn no_version_is_claimed_for_events_of_the_unified_connector() {
    for event in UnifiedEventId::ALL.iter().copied() {
        assert_eq!(event.since(), None, "{event:#}");
    }
}

#[test]
fn nothing_is_deprecated() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            assert!(!entry.is_deprecated(), "{entry:#}");
        }
    }
    each_coded!(check);
}
