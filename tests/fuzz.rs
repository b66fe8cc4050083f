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

/// A generator of numbers that are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end.max(1) as u64) as usize
    }
}

/// What seeds of all targets are made of.
const PIECES: [&str; 12] = ["0x", "-", " ", "_", "0", "9", "f", "/", "\0", "Ю", "ſ", "Upload_Success"];

/// Loses, changes, doubles or adds a few bytes.
fn change(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(3) {
        let at = numbers.below(bytes.len());
        match numbers.below(6) {
            0 if !bytes.is_empty() => drop(bytes.remove(at)),
            1 if !bytes.is_empty() => bytes[at] = numbers.below(256) as u8,
            2 if !bytes.is_empty() => bytes[at] ^= 0x20,
            3 => bytes.truncate(at),
            4 => bytes.extend_from_within(at..),
            _ => drop(bytes.splice(at..at, PIECES[numbers.below(PIECES.len())].bytes())),
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
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
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
