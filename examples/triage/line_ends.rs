//! Lines that end in `\r\n`, or in `\r` alone, as those that end in `\n`.

use std::io::{self, Read};

/// Reads a text with each of its line ends as one line feed; `\r\r\n`, which some programs write, is one, too.
pub struct LineEnds<R> {
    inner: R,
    /// Whether the last byte was a carriage return: what of a line end stands behind it belongs to it.
    is_behind_return: bool,
}

impl<R: Read> LineEnds<R> {
    pub fn new(inner: R) -> Self {
        Self { inner, is_behind_return: false }
    }

    /// Unites the line ends of a part of the text; returns its length then.
    fn unite(&mut self, part: &mut [u8]) -> usize {
        let ends_in_return = part.last() == Some(&b'\r');
        let mut from = if self.is_behind_return { end_of_line_end(part, 0).unwrap_or(0) } else { 0 };
        let mut length = 0;
        while let Some(at) = memchr::memchr(b'\r', &part[from..]).map(|at| from + at) {
            part.copy_within(from..at, length);
            length += at - from;
            part[length] = b'\n';
            length += 1;
            // Alone, each carriage return is an end.
            from = end_of_line_end(part, at + 1).unwrap_or(at + 1);
        }
        if from != length {
            part.copy_within(from.., length);
        }
        self.is_behind_return = ends_in_return;
        length + part.len() - from
    }
}

/// Where a line end is over that has begun before this place: behind its line feed, or at the end of the part; `None` if only
/// carriage returns follow.
fn end_of_line_end(part: &[u8], from: usize) -> Option<usize> {
    let returns = part[from..].iter().take_while(|byte| **byte == b'\r').count();
    let end = from + returns;
    match part.get(end) {
        Some(b'\n') => Some(end + 1),
        Some(_) => None,
        None => Some(end),
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
