//! Records of OpenTelemetry as the collector's file exporter writes them: OTLP JSON, where every value says
//! its type.

use serde::Deserialize;

use super::embedded;
use super::json_text::{Others, Unread, not_json, whole};
use crate::fields::{Path, Scalar};
use crate::record::{Record, Sink};

/// The key by which an export is told.
pub const KEY: &str = "resourceLogs";

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Export {
    resource_logs: Vec<ResourceLogs>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ResourceLogs {
    #[serde(default)]
    scope_logs: Vec<ScopeLogs>,
    // As it was called before 2022.
    #[serde(default)]
    instrumentation_library_logs: Vec<ScopeLogs>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ScopeLogs {
    #[serde(default)]
    log_records: Vec<LogRecord>,
    #[serde(default)]
    logs: Vec<LogRecord>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct LogRecord {
    #[serde(default)]
    time_unix_nano: Option<Number>,
    #[serde(default)]
    observed_time_unix_nano: Option<Number>,
    body: Option<Value>,
    attributes: Option<Vec<KeyValue>>,
}

#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Value {
    string_value: Option<String>,
    int_value: Option<Number>,
    double_value: Option<f64>,
    kvlist_value: Option<Values<KeyValue>>,
    array_value: Option<Values<Value>>,
}

#[derive(Deserialize)]
struct Values<T> {
    #[serde(default = "Vec::new")]
    values: Vec<T>,
}

#[derive(Deserialize)]
struct KeyValue {
    key: String,
    value: Option<Value>,
}

/// 64-bit numbers are texts in this format, and some writers forget it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Number {
    Text(String),
    Plain(u64),
    Other(serde::de::IgnoredAny),
}

impl Number {
    /// 0 stands for a time that is not known.
    fn is_known(&self) -> bool {
        match self {
            Self::Text(text) => text != "0",
            Self::Plain(number) => *number > 0,
            Self::Other(_) => false,
        }
    }
}

/// Reads all records of an export.
pub fn read(text: &str, record: &mut Record, sink: &mut dyn Sink) -> Result<(), Unread> {
    let export: Export = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let resources = export.resource_logs.into_iter();
    let scopes = resources.flat_map(|it| it.scope_logs.into_iter().chain(it.instrumentation_library_logs));
    let mut others = Others::default();
    for log in scopes.flat_map(|it| it.log_records.into_iter().chain(it.logs)) {
        record.clear();
        let times = [&log.time_unix_nano, &log.observed_time_unix_nano];
        if let Some(time) = times.into_iter().flatten().find(|time| time.is_known()) {
            number(record, Path::TimeCopy, time);
        }
        store(record, Path::Body, log.body.as_ref());
        for attribute in log.attributes.iter().flatten() {
            store(record, Path::of(&attribute.key), attribute.value.as_ref());
        }
        others.hand_on(record, sink);
    }
    others.told("a log record", "log records")
}

/// Stores a value and its parts under the path that leads to them.
fn store(record: &mut Record, path: Path, value: Option<&Value>) {
    let Some(value) = value else { return };
    if let Some(text) = &value.string_value {
        embedded::set(record, path, Scalar::Text(text));
    }
    if let Some(value) = &value.int_value {
        number(record, path, value);
    }
    if let Some(value) = value.double_value.and_then(whole) {
        embedded::set(record, path, Scalar::Number(value));
    }
    for part in value.kvlist_value.iter().flat_map(|list| &list.values) {
        store(record, path.below(&part.key), part.value.as_ref());
    }
    for part in value.array_value.iter().flat_map(|list| &list.values) {
        store(record, path, Some(part));
    }
}

fn number(record: &mut Record, path: Path, number: &Number) {
    match number {
        Number::Text(text) => embedded::set(record, path, Scalar::Text(text)),
        Number::Plain(number) => embedded::set(record, path, Scalar::Number(*number)),
        Number::Other(_) => {}
    }
}
