//! Whatever happens to a catalogue: it is read, or a message says where it is wrong; nothing panics.
//!
//! `MUTATIONS=10000 cargo test --release -p catalogue-codegen --test mutations` tries more of them.

use std::fs;
use std::path::Path;

// The same as a fuzz target's.
#[path = "../../fuzz/bodies/catalogue.rs"]
#[allow(dead_code)]
mod body;

/// What YAML or the file format gives a meaning to, and odd characters.
const PIECES: [&str; 43] = [
    ":",
    " ",
    "\n",
    "\t",
    "-",
    "[",
    "]",
    "{",
    "}",
    "'",
    "\"",
    "&a ",
    "*a",
    "!!str ",
    "<<: ",
    "#",
    "|\n",
    ">\n",
    "~",
    "é",
    "☕",
    "\r\n",
    "\r",
    "\0",
    "\u{1b}",
    "\u{feff}",
    "---\n",
    "...\n",
    "? ",
    "%",
    "0x",
    "999999999999",
    "\u{85}",
    "\u{2028}",
    "\u{202e}",
    "🦀",
    "name",
    "code: ",
    "en: ",
    "- ",
    ": ",
    "{}",
    "[]",
];

/// What gets lost, doubled, swapped or typed wrongly.
fn mutated(text: &str, numbers: &mut fastrand::Rng) -> Vec<u8> {
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (at, other) = (numbers.usize(..lines.len()), numbers.usize(..lines.len()));
    let mut bytes = match numbers.u8(..5) {
        0 => {
            lines.remove(at);
            lines.concat().into_bytes()
        }
        1 => {
            lines.insert(other, lines[at]);
            lines.concat().into_bytes()
        }
        2 => {
            lines.swap(at, other);
            lines.concat().into_bytes()
        }
        3 => {
            lines.truncate(at);
            lines.concat().into_bytes()
        }
        _ => text.as_bytes().to_vec(),
    };
    for _ in 0..numbers.usize(..3) {
        let at = numbers.usize(..bytes.len().max(1));
        match numbers.u8(..3) {
            0 if !bytes.is_empty() => bytes[at] = numbers.u8(..),
            1 if !bytes.is_empty() => drop(bytes.remove(at)),
            _ => {
                let piece = numbers.choice(PIECES).unwrap();
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
    bytes
}

#[test]
fn mutations_end_in_output_or_a_message() {
    let count = std::env::var("MUTATIONS").ok().and_then(|count| count.parse().ok()).unwrap_or(300);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = [
        "../catalogue.yaml",
        "tests/catalogues/awkward.yaml",
        "tests/catalogues/hresult.yaml",
        "tests/messages/good.catalogue",
    ];
    let catalogues = files.map(|file| fs::read_to_string(folder.join(file)).unwrap());
    // The same in every run.
    let mut numbers = fastrand::Rng::with_seed(0x9E37_79B9_7F4A_7C15);
    let mut refused = 0;
    for number in 0..count {
        // Mostly the small ones, which take less time.
        let text = &catalogues[if number % 10 == 0 { 0 } else { 1 + number % 3 }];
        refused += usize::from(body::is_refused(&mutated(text, &mut numbers)));
    }
    assert!(refused > count / 4, "only {refused} of {count} mutations were mistakes");
}

#[test]
fn random_bytes_are_refused() {
    let mut numbers = fastrand::Rng::with_seed(0x00C0_FFEE);
    for length in 0..500 {
        let bytes: Vec<u8> = std::iter::repeat_with(|| numbers.u8(..)).take(length % 200).collect();
        assert!(body::is_refused(&bytes), "{bytes:?}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(body::is_refused(text.as_bytes()), "{text:?}");
    }
}

/// To YAML, a carriage return breaks a line by itself.
#[test]
fn lines_end_in_carriage_returns_alone() {
    for text in ["\r?\rx\ry:", "\rx\ry:", "\r- x\ry:", "a:\r  b\r c:"] {
        assert!(body::is_refused(text.as_bytes()), "{text:?}");
    }
}
