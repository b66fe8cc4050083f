//! Records inside of another object: lists of Windows PowerShell, `{"value": […], "Count": 2}`, answers of Elasticsearch,
//! `{"hits": {"hits": […]}}`, results of Splunk, `{"results": […]}` and `{"result": {…}}`, and the like.

use serde_json::{Map, Value};

/// Keys of lists of records.
pub const LISTS: &[&str] = &["value", "hits", "results", "Results", "records", "data"];
/// Keys of one record.
const OBJECTS: &[&str] = &["result", "event"];

/// The records; `None` if the object is no such one.
pub fn records(text: &str) -> Option<Vec<Value>> {
    // Most objects have no such key, and need not be read once more.
    if !LISTS.iter().chain(OBJECTS).any(|key| text.contains(&format!("\"{key}\""))) {
        return None;
    }
    let mut object: Map<String, Value> = serde_json::from_str(text).ok()?;
    let list = LISTS.iter().find_map(|key| list(object.get_mut(*key)?));
    list.or_else(|| OBJECTS.iter().find_map(|key| Some(vec![object.remove(*key).filter(Value::is_object)?])))
}

/// A list, which may stand in an object of its own under the same key.
fn list(value: &mut Value) -> Option<Vec<Value>> {
    let list = if value.is_array() { value } else { value.get_mut("hits")? };
    list.as_array_mut().map(std::mem::take)
}
