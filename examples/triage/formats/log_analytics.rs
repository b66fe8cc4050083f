//! Answers of the query interface of Log Analytics: tables with columns and rows. Rows as objects are read
//! as any other JSON.

use serde::Deserialize;
use serde_json::Value;

use super::json_text::{Others, Unread, begins_with, has_list, not_json};
use crate::fields::{self, Scalar};
use crate::record::{Record, Sink};

const TABLES: &str = "tables";

/// Whether a JSON text is an answer to a query, as it usually is written.
pub fn is_answer(text: &str) -> bool {
    begins_with(text, TABLES)
}

/// Whether it is one, however it is written.
pub fn is_unusual_answer(text: &str) -> bool {
    has_list(text, TABLES)
}

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
                match value {
                    Value::String(text) => fields::set(record, &column.name, Scalar::Text(text)),
                    Value::Number(number) => {
                        if let Some(number) = number.as_u64() {
                            fields::set(record, &column.name, Scalar::Number(number));
                        }
                    }
                    // Data as an object: its text is enough to find codes in.
                    Value::Object(_) | Value::Array(_) => {
                        fields::set(record, &column.name, Scalar::Text(&value.to_string()));
                    }
                    Value::Null | Value::Bool(_) => {}
                }
            }
            match sink.takes(record) {
                true => sink.record(record),
                false => others.add(record),
            }
        }
    }
    others.told("a row", "rows")
}
