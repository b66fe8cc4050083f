//! Lines of a text, none of them longer than memory allows.

use std::io::{self, BufRead, Read};

/// Longer lines come in parts.
const LONGEST: usize = 1 << 20;
/// Words of up to this length are not cut in two.
const WORD: usize = 1 << 10;

pub struct Lines<'a> {
    input: &'a mut dyn BufRead,
    /// Lines so far.
    pub number: u64,
    /// Whether the last part ended its line.
    is_complete: bool,
    /// The part at hand, and behind it the begin of a word that belongs to the next.
    bytes: Vec<u8>,
    /// Length of the part.
    length: usize,
}

impl<'a> Lines<'a> {
    pub fn new(input: &'a mut dyn BufRead) -> Self {
        Self { input, number: 0, is_complete: true, bytes: Vec::new(), length: 0 }
    }

    /// The next line, or the next part of a long one, in `line`; whether there is one.
    pub fn next(&mut self, line: &mut String) -> io::Result<bool> {
        self.bytes.drain(..std::mem::take(&mut self.length));
        let mut input = &mut *self.input;
        let room = LONGEST - self.bytes.len();
        (&mut input).take(room as u64).read_until(b'\n', &mut self.bytes)?;
        if self.bytes.is_empty() {
            return Ok(false);
        }
        if self.is_complete {
            self.number += 1;
        }
        self.is_complete = self.bytes.last() == Some(&b'\n');
        self.length = self.bytes.len();
        if self.length == LONGEST && !self.is_complete {
            let end = &self.bytes[LONGEST - WORD..];
            let word = end.iter().rev().position(u8::is_ascii_whitespace).unwrap_or(0);
            self.length -= word;
        }
        line.clear();
        let part = String::from_utf8_lossy(&self.bytes[..self.length]);
        // A byte order mark stands where files were joined.
        let part = part.strip_prefix('\u{FEFF}').unwrap_or(&part);
        line.push_str(part.strip_suffix('\n').unwrap_or(part));
        Ok(true)
    }
}
