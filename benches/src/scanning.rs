//! Finding codes and names in log text.

use aho_corasick::{AhoCorasick, MatchKind};
use fastrand::Rng;
use intune_connector_catalogue::{DiagnosticCode, EventId, scan, unified};
use memchr::memmem;
use regex::RegexBuilder;

use crate::measure::{Contender, Harness, contender};

const MEBIBYTE: usize = 1 << 20;
/// Size of the texts that are searched.
const SIZE: usize = 64 * MEBIBYTE;

/// How much of interest a text holds.
#[derive(Clone, Copy)]
enum Density {
    Few,
    Some,
    Many,
}

pub fn all(harness: &mut dyn Harness) {
    for (json, form) in [(false, "plain"), (true, "JSON")] {
        for (density, name) in [(Density::Few, "few"), (Density::Some, "some"), (Density::Many, "many")] {
            of(harness, &log(json, density), &format!("64 MiB, {form}, {name}"));
        }
    }
    pathological(harness);
}

/// Codes and names together, and codes alone.
fn of(harness: &mut dyn Harness, text: &str, case: &str) {
    let unified = unified::EventId::ALL.iter().map(|event| event.name());
    let names: Vec<&str> = EventId::ALL.iter().map(|event| event.name()).chain(unified).collect();
    let either: Vec<String> =
        names.iter().map(|name| regex::escape(name)).chain(["0x[0-9a-f]+".to_owned()]).collect();
    let regex = RegexBuilder::new(&either.join("|")).case_insensitive(true).unicode(false).build();
    let regex = regex.expect("a regular expression");
    let aho = AhoCorasick::builder()
        .ascii_case_insensitive(true)
        .match_kind(MatchKind::LeftmostLongest)
        .build(names.iter().chain(&["0x"]))
        .expect("an automaton");
    let codes = RegexBuilder::new("0x[0-9a-f]+").case_insensitive(true).unicode(false).build();
    let codes = codes.expect("a regular expression");
    let finder = memmem::Finder::new("0x");
    let texts = [text];
    let both: [Contender<'_>; 3] = [
        contender("ours", &texts, |text| {
            scan(text).map(|found| found.range.start).fold(0, usize::wrapping_add)
        }),
        contender("regex", &texts, |text| {
            regex.find_iter(text).map(|found| found.start()).fold(0, usize::wrapping_add)
        }),
        contender("aho-corasick", &texts, |text| {
            aho.find_iter(text).map(|found| found.start()).fold(0, usize::wrapping_add)
        }),
    ];
    let alone: [Contender<'_>; 3] = [
        contender("ours", &texts, |text| {
            scan(text).codes().map(|found| found.range.start).fold(0, usize::wrapping_add)
        }),
        contender("regex", &texts, |text| {
            codes.find_iter(text).map(|found| found.start()).fold(0, usize::wrapping_add)
        }),
        contender("memchr", &texts, |text| finder.find_iter(text.as_bytes()).fold(0, usize::wrapping_add)),
    ];
    harness.compare("scan, codes and names, a KiB", case.to_owned(), text.len() / 1024, &both);
    harness.compare("scan, codes alone, a KiB", case.to_owned(), text.len() / 1024, &alone);
}

/// Texts that are all beginnings: what they take for a KiB must not grow with their size.
fn pathological(harness: &mut dyn Harness) {
    let kinds = [("0x0x0x…", "0x"), ("zeros", "0"), ("one endless word", "a")];
    for (name, part) in kinds {
        for mebibytes in [1, 4, 16] {
            let text = part.repeat(mebibytes * MEBIBYTE / part.len());
            let texts = [text.as_str()];
            let ours = contender("ours", &texts, |text| scan(text).count());
            harness.compare(
                "scan, pathological, a KiB",
                format!("{mebibytes} MiB, {name}"),
                text.len() / 1024,
                &[ours],
            );
        }
    }
}

/// Log lines as connectors and what runs beside them write them.
fn log(json: bool, density: Density) -> String {
    let one_in = match density {
        Density::Few => 1_000,
        Density::Some => 20,
        Density::Many => 2,
    };
    let mut rng = Rng::with_seed(5);
    let mut text = String::with_capacity(SIZE + 1024);
    let mut number = 0_u64;
    while text.len() < SIZE {
        number += 1;
        let message = match rng.usize(..one_in) {
            0 => {
                let event = EventId::ALL[rng.usize(..EventId::COUNT)];
                let code = DiagnosticCode::ALL[rng.usize(..DiagnosticCode::COUNT)];
                format!(
                    "{event} for device {:08x}: DiagnosticException 0x{code:08X}, HRESULT 0x8007{:04X}",
                    rng.u32(..),
                    rng.u16(..)
                )
            }
            _ => format!(
                "The request {:x}-{:04x} of user user{}@example.com was taken from the queue after {} ms and handed on to worker {}.",
                rng.u64(..),
                rng.u16(..),
                rng.u16(..),
                rng.u16(..),
                rng.u8(..)
            ),
        };
        let time = format!(
            "2026-11-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            rng.u8(1..29),
            rng.u8(..24),
            rng.u8(..60),
            rng.u8(..60),
            rng.u16(..1000)
        );
        text += &match json {
            true => format!(
                "{{\"@timestamp\":\"{time}\",\"winlog\":{{\"channel\":\"Microsoft Intune Connector\",\"record_id\":{number}}},\"message\":\"{message}\"}}\n"
            ),
            false => format!("{time} INFO  [{number}] Microsoft.Intune.Connector: {message}\n"),
        };
    }
    text
}
