//! Rows and columns: CSV, TSV, Markdown.

use std::collections::BTreeSet;

use catalogue_codegen::model::Catalogue;
use catalogue_codegen::record::{Record, all_of, records};

/// What stands between the values of a list.
const BETWEEN: &str = "; ";

pub fn csv(model: &Catalogue, delimiter: u8) -> Result<String, Box<dyn std::error::Error>> {
    let records = records(model);
    let fields: BTreeSet<&String> = records.iter().flat_map(|record| record.fields.keys()).collect();
    let locales: Vec<&String> = model.locales.iter().map(|locale| &locale.tag).collect();
    let mut table = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());

    let mut front: Vec<String> =
        ["enum", "code", "number", "name", "variant", "aliases", "severity"].map(String::from).into();
    for locale in &locales {
        front.extend([format!("description_{locale}"), format!("remediation_{locale}")]);
    }
    let back = ["since", "deprecated_since", "replaced_by", "source"].map(String::from);
    let is_taken = |name: &String| front.contains(name) || back.contains(name);
    let titles: Vec<String> = fields.iter().map(|field| title(field, &fields, is_taken)).collect();
    table.write_record(front.iter().chain(&titles).chain(&back))?;

    for record in &records {
        table.write_record(row(record, &locales, &fields))?;
    }
    Ok(String::from_utf8(table.into_inner()?)?)
}

/// What the column of a field is called: as the field, unless another column is called so.
fn title(field: &str, fields: &BTreeSet<&String>, is_taken: impl Fn(&String) -> bool) -> String {
    let mut title = field.to_owned();
    while is_taken(&title) || (title != field && fields.contains(&title)) {
        title += "_field";
    }
    title
}

fn row(record: &Record, locales: &[&String], fields: &BTreeSet<&String>) -> Vec<String> {
    let mut row = vec![
        record.item.clone(),
        record.code.clone().unwrap_or_default(),
        record.number.map(|number| number.to_string()).unwrap_or_default(),
        record.name.clone(),
        record.variant.clone(),
        record.aliases.join(BETWEEN),
        record.severity.unwrap_or_default().to_owned(),
    ];
    for locale in locales {
        row.push(record.description.get(*locale).cloned().unwrap_or_default());
        row.push(record.remediation.get(*locale).cloned().unwrap_or_default());
    }
    row.extend(
        fields
            .iter()
            .map(|field| record.fields.get(*field).map(|names| names.join(BETWEEN)).unwrap_or_default()),
    );
    let deprecated = record.deprecated.as_ref();
    row.push(record.since.clone().unwrap_or_default());
    row.push(deprecated.map(|it| it.since.clone()).unwrap_or_default());
    row.push(deprecated.and_then(|it| it.replaced_by.clone()).unwrap_or_default());
    row.push(record.source.as_ref().map(|source| source.url.clone()).unwrap_or_default());
    row
}

pub fn markdown(model: &Catalogue) -> String {
    let mut text = format!("# {} {}\n", model.path, cell(&model.version));
    let locale = model.locales.first().map(|locale| locale.tag.as_str()).unwrap_or_default();
    for item in &model.enums {
        text += &format!(
            "\n## {}\n\n{}\n\n| code | name | severity | meaning | what to do |\n| --- | --- | --- | --- | --- |\n",
            item.path(),
            cell(&super::plain(&item.doc))
        );
        for record in all_of(model, item) {
            let cells = [
                record.code.as_deref().unwrap_or_default(),
                &record.name,
                record.severity.unwrap_or_default(),
                record.description.get(locale).map_or("", String::as_str),
                record.remediation.get(locale).map_or("", String::as_str),
            ];
            text += &format!("| {} |\n", cells.map(cell).join(" | "));
        }
    }
    text
}

/// A text that means nothing in a table's cell but itself.
fn cell(text: &str) -> String {
    let mut cell = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '|' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '#' | '~' => {
                cell.extend(['\\', character])
            }
            '\r' | '\n' => cell.push(' '),
            character => cell.push(character),
        }
    }
    cell
}
