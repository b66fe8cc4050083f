//! What all readers of JSON need.

use std::collections::BTreeMap;

use serde::de::IgnoredAny;

/// Whether the first key of an object is this one.
pub fn begins_with(text: &str, key: &str) -> bool {
    let inside = text.trim_start().strip_prefix('{').map(str::trim_start);
    let rest = inside.and_then(|text| text.strip_prefix('"')?.strip_prefix(key));
    // A text may also end here.
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('"'))
}

/// Whether an object has this key, wherever it stands: that costs reading all of it.
pub fn has_key(text: &str, key: &str) -> bool {
    let keys = || serde_json::from_str::<BTreeMap<String, IgnoredAny>>(text);
    text.contains(key) && keys().is_ok_and(|keys| keys.contains_key(key))
}

/// A number that some tools write with a point, as they do all.
pub fn whole(number: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number)).then_some(number as u64)
}

/// What is wrong with JSON; the line is already known.
pub fn not_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    format!("not JSON: {message}")
}
