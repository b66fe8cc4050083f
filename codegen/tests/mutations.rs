//! Whatever happens to a catalogue: it is read, or a message says where it is wrong; nothing panics.
//!
//! `MUTATIONS=10000 cargo test --release -p catalogue-codegen --test mutations` tries more of them.

use std::fs;
use std::path::Path;

// The same as a fuzz target's.
#[path = "../../fuzz/bodies/catalogue.rs"]
#[allow(dead_code)]
mod body;

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

/// What gets lost, doubled, swapped or typed wrongly.
fn mutated(text: &str, numbers: &mut Numbers) -> Vec<u8> {
    const PIECES: [&str; 16] = [
        "\t",
        "- ",
        ": ",
        "{",
        "}",
        "[",
        "]",
        "\"",
        "'",
        "&a ",
        "*a",
        "!!str ",
        "---\n",
        "\u{0}",
        "0x",
        "é\u{202e}🦀",
    ];
    let mut lines: Vec<&str> = text.split_inclusive('\n').collect();
    let (at, other) = (numbers.below(lines.len()), numbers.below(lines.len()));
    let mut bytes = match numbers.below(5) {
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
    for _ in 0..numbers.below(3) {
        let at = numbers.below(bytes.len());
        match numbers.below(3) {
            0 if !bytes.is_empty() => bytes[at] = numbers.below(256) as u8,
            1 if !bytes.is_empty() => drop(bytes.remove(at)),
            _ => {
                let piece = PIECES[numbers.below(PIECES.len())];
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
    let catalogues = ["../catalogue.yaml", "tests/catalogues/awkward.yaml", "tests/catalogues/hresult.yaml"]
        .map(|file| fs::read_to_string(folder.join(file)).unwrap());
    let mut numbers = Numbers(0x9E37_79B9_7F4A_7C15);
    let mut refused = 0;
    for number in 0..count {
        // Mostly the small ones, which take less time.
        let text = &catalogues[if number % 10 == 0 { 0 } else { 1 + number % 2 }];
        refused += usize::from(body::is_refused(&mutated(text, &mut numbers)));
    }
    assert!(refused > count / 4, "only {refused} of {count} mutations were mistakes");
}
