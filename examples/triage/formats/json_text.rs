//! What all readers of JSON need.

/// The first key of an object.
pub fn first_key(text: &str) -> Option<&str> {
    text.trim_start().strip_prefix('{')?.trim_start().strip_prefix('"')?.split('"').next()
}

/// What is wrong with JSON; the line is already known.
pub fn not_json(error: &serde_json::Error) -> String {
    let text = error.to_string();
    let message = text.rsplit_once(" at line ").map_or(text.as_str(), |(message, _)| message);
    format!("not JSON: {message}")
}
