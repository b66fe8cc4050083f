//! Answers of the query interface of Log Analytics: tables with columns and rows. Rows as objects are read
//! as any other JSON.

use serde::Deserialize;
use serde_json::Value;

use super::json_text::{Others, Unread, not_json};
use crate::fields::{Path, Scalar};
use crate::record::{Record, Sink};

/// The key by which an answer is told.
pub const KEY: &str = "tables";

#[derive(Deserialize)]
struct Answer {
    tables: Vec<Table>,
}

#[derive(Deserialize)]
struct Table {
    columns: Vec<Column>,
    rows: Vec<Vec<Value>>,
}

#[derive(Deserialize)]
struct Column {
    name: String,
}

/// Reads all rows of an answer.
pub fn read(text: &str, record: &mut Record, sink: &mut dyn Sink) -> Result<(), Unread> {
    let answer: Answer = serde_json::from_str(text).map_err(|error| not_json(&error))?;
    let mut others = Others::default();
    for table in answer.tables {
        for row in table.rows {
            record.clear();
            for (column, value) in table.columns.iter().zip(&row) {
                let path = Path::of(&column.name);
                match value {
                    Value::String(text) => path.set(record, Scalar::Text(text)),
                    Value::Number(number) => {
                        if let Some(number) = number.as_u64() {
                            path.set(record, Scalar::Number(number));
                        }
                    }
                    // Data as an object: its text is enough to find codes in.
                    Value::Object(_) | Value::Array(_) => {
                        path.set(record, Scalar::Text(&value.to_string()));
                    }
                    Value::Null | Value::Bool(_) => {}
                }
            }
            others.hand_on(record, sink);
        }
    }
    others.told("a row", "rows")
}
