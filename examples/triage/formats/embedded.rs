//! Events inside other records: OpenTelemetry's receiver and Winlogbeat can keep the XML that Windows gave them, and Splunk
//! keeps its own text.

use super::{splunk, xml};
use crate::fields::{Path, Scalar};
use crate::record::Record;

/// Stores a value, or what the event in it says.
#[inline]
pub fn set(record: &mut Record, path: Path, value: Scalar<'_>) {
    match (path, value) {
        (Path::Original | Path::Body, Scalar::Text(text)) if text.trim_start().starts_with('<') => {
            // What is no event is at least a text.
            if xml::event(text, record).is_err() {
                record.add_text(text);
            }
        }
        (Path::Original, Scalar::Text(text)) if splunk::is_event(text) => splunk::event(text, record),
        _ => path.set(record, value),
    }
}
