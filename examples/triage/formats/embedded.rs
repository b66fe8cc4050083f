//! Events as XML inside other records: OpenTelemetry's receiver and Winlogbeat can keep what Windows gave them.

use super::xml;
use crate::fields::{self, Scalar};
use crate::record::Record;

/// Stores a value, or what the XML in it says.
pub fn set(record: &mut Record, path: &str, value: Scalar<'_>) {
    match value {
        Scalar::Text(text) if is_original(path) && text.trim_start().starts_with('<') => {
            // What is no event is at least a text.
            if xml::event(text, record).is_err() {
                record.add_text(text);
            }
        }
        value => fields::set(record, path, value),
    }
}

fn is_original(path: &str) -> bool {
    matches!(path, "body" | "Body" | "event.original" | "_source.event.original")
}
