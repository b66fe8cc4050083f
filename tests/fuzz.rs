//! The bodies of the fuzz targets, with their seeds and with small changes to those.
//!
//! `MUTATIONS=1000000 cargo test --release --test fuzz` tries as many changes of each seed.

use std::path::Path;
use std::{env, fs};

#[path = "../fuzz/bodies/identify.rs"]
mod identify;
#[path = "../fuzz/bodies/parse.rs"]
mod parse;
#[path = "../fuzz/bodies/scan.rs"]
mod scan;

/// What seeds of all targets are made of.
const PIECES: [&str; 12] = ["0x", "-", " ", "_", "0", "9", "f", "/", "\0", "Ю", "ſ", "Upload_Success"];

/// Loses, changes, doubles or adds a few bytes.
fn change(bytes: &mut Vec<u8>, numbers: &mut fastrand::Rng) {
    for _ in 0..=numbers.usize(..3) {
        let at = numbers.usize(..bytes.len().max(1));
        match numbers.u8(..6) {
            0 if !bytes.is_empty() => drop(bytes.remove(at)),
            1 if !bytes.is_empty() => bytes[at] = numbers.u8(..),
            2 if !bytes.is_empty() => bytes[at] ^= 0x20,
            3 => bytes.truncate(at),
            4 => bytes.extend_from_within(at..),
            _ => drop(bytes.splice(at..at, numbers.choice(PIECES).unwrap().bytes())),
        }
    }
}

/// Runs a body with each seed of a folder, and with changes.
fn run(target: &str, body: fn(&[u8])) {
    let count = env::var("MUTATIONS").map_or(300, |count| count.parse().expect("MUTATIONS is a number"));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/seeds").join(target);
    let seeds: Vec<_> =
        fs::read_dir(folder).unwrap().map(|seed| fs::read(seed.unwrap().path()).unwrap()).collect();
    assert!(!seeds.is_empty());
    // The same in every run.
    let mut numbers = fastrand::Rng::with_seed(0x9E37_79B9_7F4A_7C15);
    for seed in seeds {
        body(&seed);
        for _ in 0..count {
            let mut bytes = seed.clone();
            change(&mut bytes, &mut numbers);
            body(&bytes);
        }
    }
}

#[test]
fn parse() {
    run("parse", parse::run);
}

#[test]
fn scan() {
    run("scan", scan::run);
}

#[test]
fn identify() {
    run("identify", identify::run);
}
