//! The whole catalogue, as one table for each enum.

use comfy_table::{Attribute, Cell, Color, ContentArrangement, Table, presets};
use intune_connector_catalogue::{Locale, Severity};

use crate::entry::{CodeOf, Explain};
use crate::labels::Labels;
use crate::page::bold;

/// A title and the table of all entries of an enum, at most `width` columns wide.
pub fn of<E: Explain>(locale: Locale, width: u16) -> String {
    let labels = Labels::of(locale);
    let mut table = Table::new();
    // Colours are always in: whether they are shown is decided once, where the text is printed.
    table.enforce_styling().style_text_only();
    table
        .load_preset(presets::NOTHING)
        .set_content_arrangement(ContentArrangement::Dynamic)
        .set_width(width)
        .set_header([labels.code, labels.severity, labels.name_and_meaning].map(bold_cell));
    for &entry in E::ALL {
        table.add_row(heading(entry, labels));
        // Below the name the text has more room than a column of its own would leave it.
        table.add_row(["", "", entry.meaning(locale)]);
    }
    let title = bold(&format!("{}: {}", E::nouns(labels), E::ALL.len()));
    format!("{title}\n\n{}\n\n", table.trim_fmt())
}

fn heading<E: Explain>(entry: E, labels: &Labels) -> [Cell; 3] {
    let severity = match entry.severity() {
        Some(severity) => Cell::new((labels.severity_name)(severity)).fg(color(severity)),
        None => Cell::new(""),
    };
    [Cell::new(CodeOf(entry)), severity, bold_cell(entry.name())]
}

fn bold_cell(text: &str) -> Cell {
    Cell::new(text).add_attribute(Attribute::Bold)
}

fn color(severity: Severity) -> Color {
    match severity {
        Severity::Information => Color::DarkGreen,
        Severity::Warning => Color::DarkYellow,
        Severity::Error => Color::DarkRed,
    }
}
