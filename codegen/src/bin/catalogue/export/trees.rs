//! JSON: the whole, line by line, and as a schema.

use catalogue_codegen::model::{Catalogue, Enum};
use catalogue_codegen::record::{Record, all_of, records};
use serde_json::{Value, json};

pub fn json(model: &Catalogue) -> serde_json::Result<String> {
    let locales: Vec<&str> = model.locales.iter().map(|locale| locale.tag.as_str()).collect();
    let enums: Vec<Value> = model
        .enums
        .iter()
        .map(|item| json!({"name": item.path(), "doc": super::plain(&item.doc), "codes": item.codes.is_some()}))
        .collect();
    let all = json!({
        "path": model.path, "version": model.version, "locales": locales, "sources": model.sources, "enums": enums,
        "entries": records(model),
    });
    Ok(serde_json::to_string_pretty(&all)? + "\n")
}

pub fn jsonl(model: &Catalogue) -> serde_json::Result<String> {
    records(model).iter().map(|record| Ok(serde_json::to_string(record)? + "\n")).collect()
}

/// For each enum what a value may be: a code as a number or as it is written, or a name.
pub fn schema(model: &Catalogue) -> serde_json::Result<String> {
    let definitions: serde_json::Map<String, Value> =
        model.enums.iter().map(|item| (item.path(), definition(model, item))).collect();
    let schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": format!("{} {}", model.path, model.version),
        "$defs": definitions,
    });
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}

fn definition(model: &Catalogue, item: &Enum) -> Value {
    let locale = model.locales.first().map(|locale| locale.tag.as_str()).unwrap_or_default();
    let entries = all_of(model, item);
    let one = |record: &Record| {
        let mut values: Vec<Value> = vec![json!(record.name)];
        values.extend(record.code.as_ref().map(|code| json!(code)));
        // JSON's numbers are exact within 64 bits alone, which no code leaves.
        let unsigned = |number| u64::try_from(number).map(Value::from).ok();
        let signed = |number| i64::try_from(number).map(Value::from).ok();
        values.extend(record.number.and_then(|number| unsigned(number).or_else(|| signed(number))));
        values.dedup();
        json!({
            "title": record.name, "description": record.description.get(locale), "enum": values,
            "deprecated": record.deprecated.is_some(),
        })
    };
    let mut entries: Vec<Value> = entries.iter().map(one).collect();
    for entry in &mut entries {
        if entry["description"].is_null() {
            entry.as_object_mut().map(|entry| entry.remove("description"));
        }
    }
    json!({"description": super::plain(&item.doc), "oneOf": entries})
}
