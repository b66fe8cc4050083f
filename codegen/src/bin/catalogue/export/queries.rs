//! What databases and log tools load: SQL, Splunk, Kusto.

use std::collections::BTreeMap;
use std::path::Path;

use catalogue_codegen::model::Catalogue;
use catalogue_codegen::record::{Record, records};

/// Tables that SQLite and DuckDB both understand.
pub fn sql(model: &Catalogue) -> String {
    let mut text = String::from(
        "BEGIN TRANSACTION;\n\
         CREATE TABLE entry (enum TEXT NOT NULL, code TEXT, number BIGINT, name TEXT NOT NULL, variant TEXT NOT NULL, \
         severity TEXT, since TEXT, deprecated_since TEXT, replaced_by TEXT, source TEXT, PRIMARY KEY (enum, name));\n\
         CREATE TABLE text (enum TEXT NOT NULL, name TEXT NOT NULL, locale TEXT NOT NULL, description TEXT, remediation TEXT, \
         PRIMARY KEY (enum, name, locale));\n\
         CREATE TABLE alias (enum TEXT NOT NULL, name TEXT NOT NULL, alias TEXT NOT NULL);\n\
         CREATE TABLE relation (enum TEXT NOT NULL, name TEXT NOT NULL, field TEXT NOT NULL, target TEXT NOT NULL);\n",
    );
    for record in records(model) {
        let key = format!("{}, {}", literal(&record.item), literal(&record.name));
        let number = record.number.and_then(|number| i64::try_from(number).ok());
        let deprecated = record.deprecated.as_ref();
        let values = [
            literal(&record.item),
            optional(record.code.as_deref()),
            number.map_or("NULL".to_owned(), |number| number.to_string()),
            literal(&record.name),
            literal(&record.variant),
            optional(record.severity),
            optional(record.since.as_deref()),
            optional(deprecated.map(|it| it.since.as_str())),
            optional(deprecated.and_then(|it| it.replaced_by.as_deref())),
            optional(record.source.as_ref().map(|it| it.url.as_str())),
        ];
        text += &format!("INSERT INTO entry VALUES ({});\n", values.join(", "));
        for locale in model.locales.iter().map(|locale| &locale.tag) {
            let (description, remediation) = (record.description.get(locale), record.remediation.get(locale));
            if description.is_some() || remediation.is_some() {
                let texts =
                    [description, remediation].map(|text| optional(text.map(String::as_str))).join(", ");
                text += &format!("INSERT INTO text VALUES ({key}, {}, {texts});\n", literal(locale));
            }
        }
        for alias in &record.aliases {
            text += &format!("INSERT INTO alias VALUES ({key}, {});\n", literal(alias));
        }
        for (field, name) in
            record.fields.iter().flat_map(|(field, names)| names.iter().map(move |name| (field, name)))
        {
            text += &format!("INSERT INTO relation VALUES ({key}, {}, {});\n", literal(field), literal(name));
        }
    }
    text + "COMMIT;\n"
}

/// Standard SQL knows one escape: a quotation mark is doubled.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn optional(text: Option<&str>) -> String {
    text.map_or("NULL".to_owned(), literal)
}

/// The entries that have codes, with texts in the default language.
fn coded(model: &Catalogue) -> impl Iterator<Item = (Record, String, String)> + '_ {
    let locale = model.locales.first().map(|locale| locale.tag.clone()).unwrap_or_default();
    records(model).into_iter().filter(|record| record.code.is_some()).map(move |record| {
        let text = |texts: &BTreeMap<String, String>| texts.get(&locale).cloned().unwrap_or_default();
        let (description, remediation) = (text(&record.description), text(&record.remediation));
        (record, description, remediation)
    })
}

/// Columns of the tables for log tools.
const COLUMNS: [&str; 7] = ["enum", "code", "number", "name", "severity", "description", "remediation"];

pub fn splunk(model: &Catalogue) -> Result<String, Box<dyn std::error::Error>> {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS)?;
    for (record, description, remediation) in coded(model) {
        let number = record.number.map(|number| number.to_string()).unwrap_or_default();
        let code = record.code.as_deref().unwrap_or_default();
        let severity = record.severity.unwrap_or_default();
        table.write_record([
            &record.item,
            code,
            &number,
            &record.name,
            severity,
            &description,
            &remediation,
        ])?;
    }
    Ok(String::from_utf8(table.into_inner()?)?)
}

/// How Splunk finds the table: `| lookup my_crate enum code OUTPUT name`.
pub fn stanza(model: &Catalogue, output: Option<&Path>) -> String {
    let name = model.path.replace("::", "_");
    let file = output
        .and_then(Path::file_name)
        .map_or(format!("{name}.csv"), |file| file.to_string_lossy().into_owned());
    format!("[{name}]\nfilename = {file}\ncase_sensitive_match = false\n")
}

pub fn kql(model: &Catalogue) -> serde_json::Result<String> {
    let name = model.path.replace("::", "_");
    let mut text = format!(
        "// {} {}: paste before a query, then: MyTable | lookup kind=leftouter {name}() on $left.EventID == $right.Number\n\
         let {name} = () {{\n    datatable(Enum: string, Code: string, Number: long, Name: string, Severity: string, \
         Description: string, Remediation: string) [\n",
        model.path,
        // A comment ends with its line.
        model.version.replace(char::is_control, " ")
    );
    for (record, description, remediation) in coded(model) {
        let number = record.number.and_then(|number| i64::try_from(number).ok());
        let number = number.map_or("long(null)".to_owned(), |number| number.to_string());
        let quoted = |text: &str| serde_json::to_string(text);
        text += &format!(
            "        {}, {}, {number}, {}, {}, {}, {},\n",
            quoted(&record.item)?,
            quoted(record.code.as_deref().unwrap_or_default())?,
            quoted(&record.name)?,
            quoted(record.severity.unwrap_or_default())?,
            quoted(&description)?,
            quoted(&remediation)?,
        );
    }
    Ok(text + "    ]\n};\n")
}
