//! Lines that end in `\r\n`, or in `\r` alone, as those that end in `\n`.

use std::io::{self, Read};

/// Reads a text with each of its line ends as one line feed.
pub struct LineEnds<R> {
    inner: R,
    /// Whether the last byte was a carriage return: a line feed behind it belongs to it.
    is_behind_return: bool,
}

impl<R: Read> LineEnds<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, is_behind_return: false }
    }

    /// Unites the line ends of a part of the text; returns its length then.
    fn unite(&mut self, part: &mut [u8]) -> usize {
        let is_second = |at: usize, part: &[u8]| part.get(at) == Some(&b'\n');
        let ends_in_return = part.last() == Some(&b'\r');
        let mut from = usize::from(self.is_behind_return && is_second(0, part));
        let mut length = 0;
        while let Some(at) = memchr::memchr(b'\r', &part[from..]).map(|at| from + at) {
            part.copy_within(from..at, length);
            length += at - from;
            from = at + 1 + usize::from(is_second(at + 1, part));
            part[length] = b'\n';
            length += 1;
        }
        if from != length {
            part.copy_within(from.., length);
        }
        self.is_behind_return = ends_in_return;
        length + part.len() - from
    }
}

impl<R: Read> Read for LineEnds<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            let length = self.inner.read(buffer)?;
            let left = self.unite(&mut buffer[..length]);
            // Nothing may be left of a part, but that would mean the end.
            if left > 0 || length == 0 {
                return Ok(left);
            }
        }
    }
}
