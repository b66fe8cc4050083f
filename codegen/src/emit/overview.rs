//! The catalogue as a page of Markdown, to be included in a crate's documentation.

use super::File;
use super::docs;
use super::root::link;
use crate::model::{Catalogue, Entry, Enum};

/// One table for each table of codes; its links work where the generated items are in scope.
pub fn overview(catalogue: &Catalogue) -> File {
    let tables = catalogue.enums.iter().filter(|item| item.codes.is_some()).map(table);
    File { path: "catalogue.md".to_owned(), text: tables.collect::<Vec<_>>().join("\n") }
}

fn table(item: &Enum) -> String {
    let mut columns = vec!["code", "name"];
    if item.has_severity() {
        columns.push("severity");
    }
    if item.has_description() {
        columns.push("meaning");
    }
    let path = item.path();
    let mut text = format!(
        "### {}\n\n| {} |\n|{}\n",
        link(&path, &path),
        columns.join(" | "),
        " --- |".repeat(columns.len())
    );
    for entry in &item.entries {
        text += &format!("| {} |\n", row(item, &path, entry).join(" | "));
    }
    text
}

fn row(item: &Enum, path: &str, entry: &Entry) -> Vec<String> {
    let code = docs::code(&item.written_code(entry).unwrap_or_default()).replace('|', "\\|");
    let name = docs::code(&entry.name).replace('|', "\\|");
    let mut cells = vec![code, format!("[{name}]({path}::{})", entry.variant)];
    cells.extend(entry.severity.map(|severity| severity.word().to_owned()));
    cells.extend(entry.description.first().map(|text| docs::escaped(text)));
    cells
}
