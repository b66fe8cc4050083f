//! The whole catalogue, as one table for each enum.

use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table, TableComponent, presets};
use intune_connector_catalogue::{Locale, Severity};

use crate::entry::{CodeOf, Explain};
use crate::labels::Labels;
use crate::page;

/// A title and the table of all entries, at most `width` columns wide.
pub fn of<E: Explain>(locale: Locale, width: u16) -> String {
    let labels = Labels::of(locale);
    let mut table = Table::new();
    table
        .load_preset(presets::NOTHING)
        .set_style(TableComponent::HeaderLines, '─')
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width)
        // Whether colours are shown is decided in one place, where the text is printed.
        .enforce_styling()
        .set_header([labels.code, labels.severity, labels.name_and_meaning]);
    for &entry in E::ALL {
        table.add_row(heading(entry, labels));
        // The texts are long: below the name they get the width that a column of their own would not have.
        table.add_row(["", "", entry.meaning(locale)]);
    }
    format!("{}\n\n{}\n", page::title(&format!("{}: {}", E::nouns(labels), E::ALL.len())), table.trim_fmt())
}

fn heading<E: Explain>(entry: E, labels: &Labels) -> [Cell; 3] {
    let severity = match entry.severity() {
        Some(severity) => Cell::new((labels.severity_name)(severity)).fg(color(severity)),
        None => Cell::new(""),
    };
    [Cell::new(CodeOf(entry)), severity, Cell::new(entry.name()).add_attribute(Attribute::Bold)]
}

fn color(severity: Severity) -> Color {
    match severity {
        Severity::Information => Color::DarkGreen,
        Severity::Warning => Color::DarkYellow,
        Severity::Error => Color::DarkRed,
    }
}
