//! What a program without `std` and without an allocator can do with the catalogue.
//!
//! `.ci/no-std.sh` builds it for a machine that has neither.
#![no_std]
#![forbid(unsafe_code)]

use core::fmt::{self, Write};

use intune_connector_catalogue::{ConnectorEvent, EventId, Finding, Identity, Locale, OrUnknown, scan};

/// Reads a number or a name; what is no event comes back as its number.
pub fn read(text: &str) -> Option<OrUnknown<EventId>> {
    text.parse().ok()
}

/// The severity, name and advice of a record.
pub fn explain(source: &str, id: u32, out: &mut dyn Write) -> fmt::Result {
    match ConnectorEvent::identify(source, id) {
        Identity::Known(event) => {
            write!(out, "{} {event:#}: {}", event.severity(), event.description_in(Locale::En))?;
            event.remediation_in(Locale::En).map_or(Ok(()), |advice| write!(out, " {advice}"))
        }
        Identity::Undocumented { scenario, .. } => write!(out, "{id} of {scenario:?}"),
        Identity::Foreign => out.write_str("of something else"),
    }
}

/// Adds up what is found in a message: codes, numbers, events.
pub fn count(message: &[u8]) -> [usize; 3] {
    let mut counts = [0; 3];
    for found in scan(message) {
        counts[match found.finding {
            Finding::Code(_) => 0,
            Finding::Number(_) => 1,
            Finding::Event(_) => 2,
        }] += 1;
    }
    counts
}

/// Text in a place of fixed size; what does not fit is refused.
pub struct Buffer<const SIZE: usize> {
    bytes: [u8; SIZE],
    used: usize,
}

impl<const SIZE: usize> Buffer<SIZE> {
    pub const fn new() -> Self {
        Self { bytes: [0; SIZE], used: 0 }
    }

    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.used]).unwrap_or_default()
    }
}

impl<const SIZE: usize> Default for Buffer<SIZE> {
    fn default() -> Self {
        Self::new()
    }
}

impl<const SIZE: usize> Write for Buffer<SIZE> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.used + text.len();
        self.bytes.get_mut(self.used..end).ok_or(fmt::Error)?.copy_from_slice(text.as_bytes());
        self.used = end;
        Ok(())
    }
}
