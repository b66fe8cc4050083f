//! What is said about a word: of an entry, of an id that has none, of a word that is nothing.

use anstyle::AnsiColor;
use intune_connector_catalogue::{Deprecation, DiagnosticCode, Entry, EventId, Locale, ParseError, SOURCES};

use crate::entry::Explain;
use crate::labels::Labels;
use crate::page::{Page, paint, severity_style};

/// All there is to know about the entry that `word` stands for.
pub fn entry<E: Explain>(entry: E, word: &str, locale: Locale) -> Page {
    let labels = Labels::of(locale);
    let severity = entry.severity().map(|it| paint(severity_style(it), (labels.severity_name)(it)));
    let mut page = Page::new(&format!("{entry:#}"))
        .paragraph(entry.meaning(locale))
        .row(labels.remark, remark(entry, word, labels))
        .row(labels.advice, entry.advice(locale))
        .row(labels.severity, severity);
    for (label, texts) in entry.columns(locale) {
        page = page.row(label, texts);
    }
    page.row(labels.spellings, entry.spellings().iter().skip(1).copied())
        .row(labels.since, entry.since())
        .row(labels.deprecated, entry.deprecated().map(end_of_life))
}

/// An id that no entry has, in a range that is known: it tells what the connector was doing all the same.
pub fn undocumented(id: u16, range: &str, locale: Locale) -> Page {
    let labels = Labels::of(locale);
    let neighbours = EventId::ALL.iter().filter(|event| EventId::range_name(event.id()) == Some(range));
    let scenario = EventId::scenario_of(id);
    Page::new(&(labels.undocumented)(id, range))
        .row(labels.scenario, scenario.map(|it| format!("{it}: {}", it.description_in(locale))))
        .row(labels.documented, neighbours.map(|event| format!("{event:#}")))
}

/// Why `word` is no entry of either enum, and the entries whose names are near.
pub fn unknown(word: &str, event: ParseError, code: ParseError, locale: Locale) -> Page {
    let labels = Labels::of(locale);
    let near_event = EventId::closest_to(word).map(|event| format!("{event:#}"));
    let near_code = DiagnosticCode::closest_to(word).map(|code| format!("{code:#}"));
    let error = paint(AnsiColor::Red.on_default().bold(), labels.error);
    Page::new(&format!("{error}: {}", (labels.unknown)(word)))
        .row(labels.event_id, Some(event.to_string()))
        .row(labels.diagnostic_code, Some(code.to_string()))
        .row(labels.did_you_mean, near_event.into_iter().chain(near_code))
}

/// Where the facts come from.
pub fn sources(locale: Locale) -> Page {
    let texts =
        SOURCES.iter().flat_map(|source| [format!("{}, {}", source.title, source.date), source.url.into()]);
    Page::new("").row(Labels::of(locale).source, texts)
}

/// What the reader should know if `word` is neither the entry's code nor its name. Such other forms are
/// known to parsing alone: `from_code` and `name` stay exact.
fn remark<E: Explain>(entry: E, word: &str, labels: &Labels) -> Option<String> {
    let is = |spelling: &str| spelling.eq_ignore_ascii_case(word);
    let alias = entry.spellings().iter().find(|spelling| is(spelling))?;
    // `{:?}` is the name as Rust spells it.
    if is(entry.name()) || is(&format!("{entry:?}")) {
        return None;
    }
    let number = alias.starts_with(|first: char| first.is_ascii_digit());
    let remark = if number { labels.misprint } else { labels.read_as };
    Some(remark(alias, &format!("{entry:#}")))
}

fn end_of_life<E: Entry>(end: Deprecation<E>) -> String {
    let instead = end.replaced_by.map(|entry| format!("{entry:#}"));
    let parts = [Some(end.since), end.note, instead.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
}
