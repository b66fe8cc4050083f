//! The whole catalogue, as one table for each enum.

use intune_connector_catalogue::{Locale, Severity};
use textwrap::core::display_width;

use crate::entry::{CodeOf, Explain};
use crate::labels::Labels;
use crate::page::{WIDEST, bold, padding, paint, severity_style, wrap};

/// A title and the table of all entries of an enum, at most `width` columns wide.
pub fn of<E: Explain>(locale: Locale, width: u16) -> String {
    let labels = Labels::of(locale);
    let codes = E::ALL.iter().map(|entry| CodeOf(*entry).to_string());
    let code_width = widest(labels.code, codes);
    let names_of_severities = Severity::ALL.iter().map(|severity| (labels.severity_name)(*severity));
    let severity_width = widest(labels.severity, names_of_severities);
    // Below the name the text has more room than a column of its own would leave it.
    let indent = " ".repeat(code_width + severity_width + 5);

    let mut text = bold(&format!("{}: {}", E::nouns(labels), E::ALL.len())) + "\n\n";
    text += &format!(
        " {}{}  {}{}  {}\n",
        bold(labels.code),
        padding(labels.code, code_width),
        bold(labels.severity),
        padding(labels.severity, severity_width),
        bold(labels.name_and_meaning)
    );
    for &entry in E::ALL {
        let code = CodeOf(entry).to_string();
        let severity = entry.severity().map_or("", labels.severity_name);
        let painted = entry.severity().map_or(String::new(), |it| paint(severity_style(it), severity));
        text += &format!(
            " {code}{}  {painted}{}  {}\n",
            padding(&code, code_width),
            padding(severity, severity_width),
            bold(entry.name())
        );
        text += &wrap(&indent, &indent, entry.meaning(locale), WIDEST.min(width.into()));
    }
    text + "\n"
}

/// The width of a column with this heading.
fn widest<T: AsRef<str>>(heading: &str, texts: impl Iterator<Item = T>) -> usize {
    texts.map(|text| display_width(text.as_ref())).fold(display_width(heading), usize::max)
}
