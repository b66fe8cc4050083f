//! Events as XML inside other records: OpenTelemetry's receiver and Winlogbeat can keep what Windows gave them.

use super::xml;
use crate::fields::{Path, Scalar};
use crate::record::Record;

/// Stores a value, or what the XML in it says.
#[inline]
pub fn set(record: &mut Record, path: Path, value: Scalar<'_>) {
    match (path, value) {
        (Path::Original | Path::Body, Scalar::Text(text)) if text.trim_start().starts_with('<') => {
            // What is no event is at least a text.
            if xml::event(text, record).is_err() {
                record.add_text(text);
            }
        }
        _ => path.set(record, value),
    }
}
