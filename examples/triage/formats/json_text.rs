//! What all readers of JSON need.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::record::{Record, Sink};

/// Whether the first key of an object is this one.
pub fn begins_with(text: &str, key: &str) -> bool {
    let inside = text.trim_start().strip_prefix('{').map(str::trim_start);
    let rest = inside.and_then(|text| text.strip_prefix('"')?.strip_prefix(key));
    // A text may also end here.
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('"'))
}

/// Whether an object has a list under this key, wherever that stands: telling it costs reading all of the object.
pub fn has_list(text: &str, key: &str) -> bool {
    let object = || serde_json::from_str::<BTreeMap<String, Value>>(text);
    text.contains(key) && object().is_ok_and(|object| object.get(key).is_some_and(Value::is_array))
}

/// A number that some tools write with a point, as they do all.
pub fn whole(number: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u64)
}

/// Why so many records cannot be read.
pub struct Unread {
    pub records: u64,
    pub why: String,
}

impl From<String> for Unread {
    fn from(why: String) -> Self {
        Self { records: 1, why }
    }
}

/// Parts of a value that are no records.
#[derive(Default)]
pub struct Others {
    count: u64,
    lack: &'static str,
}

impl Others {
    /// Hands on a record, or counts it here.
    pub fn hand_on(&mut self, record: &Record, sink: &mut dyn Sink) {
        match sink.takes(record) {
            true => sink.record(record),
            false => (self.count, self.lack) = (self.count + 1, record.lack()),
        }
    }

    /// Says how many there were.
    pub fn told(self, one: &str, several: &str) -> Result<(), Unread> {
        match self.count {
            0 => Ok(()),
            1 => Err(format!("{one} {}", self.lack).into()),
            records => Err(Unread { records, why: format!("{records} {several} {}", self.lack) }),
        }
    }
}

/// What is wrong with JSON; the line is already known.
pub fn not_json(error: &serde_json::Error) -> Unread {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    format!("not JSON: {message}").into()
}
