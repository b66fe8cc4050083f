//! What all readers of JSON need.

/// Whether the first key of an object is this one.
pub fn begins_with(text: &str, key: &str) -> bool {
    let inside = text.trim_start().strip_prefix('{').map(str::trim_start);
    let rest = inside.and_then(|text| text.strip_prefix('"')?.strip_prefix(key));
    // A text may also end here.
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('"'))
}

/// What is wrong with JSON; the line is already known.
pub fn not_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    format!("not JSON: {message}")
}
