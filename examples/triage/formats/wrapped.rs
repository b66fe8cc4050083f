//! Records in a list inside of another object: what Windows PowerShell makes of some lists, `{"value": […], "Count": 2}`,
//! and answers of Elasticsearch, `{"hits": {"hits": […]}}`.

use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
#[serde(untagged)]
enum Wrapped {
    PowerShell { value: Vec<Value> },
    Elasticsearch { hits: Hits },
}

#[derive(Deserialize)]
struct Hits {
    hits: Vec<Value>,
}

/// The records; `None` if the object is no such one.
pub fn records(text: &str) -> Option<Vec<Value>> {
    // Most objects have neither key, and need not be read once more.
    if !(text.contains("\"value\"") || text.contains("\"hits\"")) {
        return None;
    }
    Some(match serde_json::from_str(text).ok()? {
        Wrapped::PowerShell { value } => value,
        Wrapped::Elasticsearch { hits } => hits.hits,
    })
}
