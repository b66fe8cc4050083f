//! Sources: where the facts come from, and which entry comes from which.

#[macro_use]
mod common;

use common::{Coded, DiagnosticCode, EventId, UnifiedEventId};
use intune_connector_catalogue::{CATALOGUE_VERSION, SOURCES};

#[test]
fn the_sources_are_those_that_were_read() {
    let told = SOURCES.iter().map(|source| (source.title, source.date));
    assert!(told.eq([
        ("Intune Certificate Connector events and diagnostic codes", "2019-05-01"),
        ("Certificate Connector for Microsoft Intune", "2022-05-04"),
    ]));
}

#[test]
fn addresses_are_links_to_the_vendors_documentation() {
    for source in SOURCES {
        let path = source.url.strip_prefix("https://learn.microsoft.com/");
        let is_path =
            |path: &str| path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-/".contains(&byte));
        assert!(path.is_some_and(is_path), "{source:?}");
        assert_eq!(SOURCES.iter().filter(|other| other.url == source.url).count(), 1, "{source:?}");
    }
}

#[test]
fn every_entry_names_the_source_of_its_table() {
    fn check<E: Coded>(source: usize) {
        for entry in E::ALL.iter().copied() {
            assert_eq!(entry.source(), Some(&SOURCES[source]), "{entry:#}");
        }
    }
    check::<EventId>(0);
    check::<DiagnosticCode>(0);
    check::<UnifiedEventId>(1);
}

/// Code and number of notes of the entries whose facts differ from their source.
fn noted<E: Coded>() -> Vec<(u32, usize)> {
    let noted = E::ALL.iter().filter(|entry| !entry.notes().is_empty());
    noted.map(|entry| (entry.number(), entry.notes().len())).collect()
}

#[test]
fn the_entries_that_differ_from_their_source_say_so_and_no_others() {
    assert_eq!(noted::<EventId>(), [(10301, 1), (10302, 1)]);
    assert_eq!(noted::<DiagnosticCode>(), [(0, 1), (0x401, 1), (0x403, 1), (0x411, 1), (0x0FFF_FFFF, 1)]);
    let unified = [2000, 2101, 2202, 2203, 3000, 3001, 4000, 5000, 5001, 5002].map(|id| (id, 1));
    assert_eq!(noted::<UnifiedEventId>(), unified);
}

#[test]
fn notes_are_sentences() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            for note in entry.notes() {
                assert!(note.ends_with('.') && note.len() > 20 && note.trim() == *note, "{entry:#}: {note}");
            }
        }
    }
    each_coded!(check);
}

#[test]
fn the_version_of_the_facts_is_three_numbers() {
    let parts: Vec<_> = CATALOGUE_VERSION.split('.').collect();
    assert!(parts.len() == 3 && parts.iter().all(|part| part.parse::<u32>().is_ok()), "{CATALOGUE_VERSION}");
}
