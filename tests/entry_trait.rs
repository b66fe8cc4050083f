//! `Entry`: a tool that is written once for all enums with codes.

#[macro_use]
mod common;

use std::collections::{BTreeMap, HashMap};
use std::fmt::{Display, Formatter, Result as FmtResult};

use common::{Coded, DiagnosticCode, EventId, Severity, UnifiedEventId};
use intune_connector_catalogue::Entry;

/// Any code, printed as the catalogue writes it.
struct Written<E: Entry>(E::Code);

impl<E: Entry> Display for Written<E> {
    fn fmt(&self, f: &mut Formatter<'_>) -> FmtResult {
        E::write_code(self.0, f)
    }
}

/// A line for each entry, as any tool could print it.
fn lines<E: Entry>() -> Vec<String> {
    let line = |entry: &E| {
        let severity = entry.severity().map_or("-", Severity::name);
        let description = Entry::description(*entry).unwrap_or("-");
        format!("{} {} {} {severity} {description}", E::NOUN, Written::<E>(entry.code()), Entry::name(*entry))
    };
    E::ALL.iter().map(line).collect()
}

/// The noun, typed a second time.
trait Noun {
    const NOUN: &'static str;
}

macro_rules! nouns {
    ($($entry:ident: $noun:literal)*) => {
        $(impl Noun for $entry { const NOUN: &'static str = $noun; })*
    };
}

nouns! { EventId: "event id" UnifiedEventId: "event id" DiagnosticCode: "diagnostic code" }

#[test]
fn the_trait_says_what_the_enums_say() {
    fn check<E: Entry + Coded + Noun>() {
        let line = |entry: &E| {
            let (severity, description) = (Coded::severity(*entry), common::Table::description(*entry));
            format!("{} {} {severity} {description}", <E as Noun>::NOUN, Coded::title(*entry))
        };
        assert_eq!(lines::<E>(), <E as common::Word>::ALL.iter().map(line).collect::<Vec<_>>());
    }
    each_coded!(check);
}

#[test]
fn entries_are_found_by_their_codes() {
    fn check<E: Entry>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(E::from_code(entry.code()), Some(entry), "{entry:#}");
        }
    }
    each_coded!(check);
}

#[test]
fn spellings_are_those_of_each_entry_in_turn() {
    fn check<E: Entry + Coded>() {
        let each: Vec<&str> =
            <E as common::Word>::ALL.iter().flat_map(|entry| common::Word::spellings(*entry)).collect();
        assert_eq!(E::SPELLINGS, each);
        for spelling in E::SPELLINGS {
            assert!(spelling.parse::<E>().is_ok(), "{spelling}");
        }
    }
    each_coded!(check);
}

#[test]
fn entries_are_keys_of_maps_and_go_to_other_threads() {
    fn check<E: Entry>() {
        let ordered: BTreeMap<E, E::Code> = E::ALL.iter().map(|entry| (*entry, entry.code())).collect();
        assert!(ordered.keys().eq(E::ALL));
        let hashed: HashMap<E::Code, E> = ordered.into_iter().map(|(entry, code)| (code, entry)).collect();
        let found = std::thread::spawn(move || E::ALL.iter().all(|entry| hashed[&entry.code()] == *entry));
        assert!(found.join().unwrap());
    }
    each_coded!(check);
}

#[test]
fn undocumented_codes_are_written_like_the_others() {
    assert_eq!(Written::<EventId>(7).to_string(), "7");
    assert_eq!(Written::<UnifiedEventId>(u16::MAX).to_string(), "65535");
    assert_eq!(Written::<DiagnosticCode>(7).to_string(), "0x00000007");
    assert_eq!(Written::<DiagnosticCode>(u32::MAX).to_string(), "0xFFFFFFFF");
}
