//! Lines of a text, none of them longer than memory allows.

use std::io::{self, BufRead, Read};

/// Longer lines come in parts.
const LONGEST: usize = 1 << 20;

pub struct Lines<'a> {
    input: &'a mut dyn BufRead,
    /// Lines so far.
    pub number: u64,
    /// Whether the last part ended its line.
    is_complete: bool,
    bytes: Vec<u8>,
}

impl<'a> Lines<'a> {
    pub fn new(input: &'a mut dyn BufRead) -> Self {
        Self { input, number: 0, is_complete: true, bytes: Vec::new() }
    }

    /// The next line, or the next part of a long one, in `line`; whether there is one.
    pub fn next(&mut self, line: &mut String) -> io::Result<bool> {
        self.bytes.clear();
        let mut input = &mut *self.input;
        let length = (&mut input).take(LONGEST as u64).read_until(b'\n', &mut self.bytes)?;
        if length == 0 {
            return Ok(false);
        }
        if self.is_complete {
            self.number += 1;
        }
        self.is_complete = self.bytes.last() == Some(&b'\n');
        line.clear();
        line.push_str(String::from_utf8_lossy(&self.bytes).trim_end_matches(['\n', '\r']));
        Ok(true)
    }
}
