//! What is said about one word: a title, and rows of a label and a text that fit the terminal.

use anstyle::{AnsiColor, Style};
use intune_connector_catalogue::{EventId, Locale, ParseError, SOURCES, Severity};
use textwrap::Options;

use crate::entry::{CodeOf, Explain, titles};
use crate::labels::Labels;

/// Lines of text are read with less effort than a wide terminal would allow.
const WIDEST: usize = 100;

pub struct Page {
    locale: Locale,
    labels: &'static Labels,
    width: usize,
    text: String,
}

impl Page {
    /// All there is to know of an entry that was found by `word`.
    pub fn entry<E: Explain>(entry: E, word: &str, locale: Locale, width: u16) -> String {
        let mut page = Self::new(locale, width);
        let labels = page.labels;
        page.title(&format!("{entry:#}"));
        page.paragraph(entry.meaning(locale));
        if let Some(remark) = remark(entry, word, labels) {
            page.row(labels.remark, &remark);
        }
        if let Some(advice) = entry.advice(locale) {
            page.row(labels.advice, advice);
        }
        if let Some(severity) = entry.severity() {
            page.row(labels.severity, &paint(severity, (labels.severity_name)(severity)));
        }
        for (label, items) in entry.columns(locale) {
            page.rows(label, &items);
        }
        page.row(labels.spellings, &entry.spellings()[1..].join(", "));
        page.row(labels.since, entry.since().unwrap_or_default());
        if let Some(end) = entry.deprecated() {
            let instead = end.replaced_by.map(|entry| format!("{entry:#}"));
            page.row(labels.deprecated, &[Some(end.since), end.note, instead.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("; "));
        }
        page.text
    }

    /// An id that no entry has, though the range that it lies in is known: not the same as an unknown one.
    pub fn undocumented(id: u16, range: &str, locale: Locale, width: u16) -> String {
        let mut page = Self::new(locale, width);
        let labels = page.labels;
        page.title(&(labels.undocumented)(&id.to_string(), range));
        if let Some(scenario) = EventId::scenario_of(id) {
            page.row(labels.scenario, &format!("{scenario}: {}", scenario.description_in(locale)));
        }
        let known = EventId::ALL.iter().copied().filter(|event| EventId::range_name(event.id()) == Some(range));
        page.rows(labels.documented, &titles(&known.collect::<Vec<_>>()));
        page.text
    }
}
