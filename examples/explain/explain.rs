//! What is said about a word: of an entry, of an id that has none, of a word that is nothing.

use anstyle::AnsiColor;
use intune_connector_catalogue::{Deprecation, DiagnosticCode, Entry, EventId, Locale, ParseError, SOURCES};

use crate::entry::{CodeOf, Explain};
use crate::labels::Labels;
use crate::page::{Page, bold, paint, severity_style};

/// All there is to know about the entry that `word` stands for.
pub fn entry<E: Explain>(entry: E, word: &str, locale: Locale) -> Page {
    let labels = Labels::of(locale);
    let severity = entry.severity().map(|it| paint(severity_style(it), (labels.severity_name)(it)));
    let mut page = Page::new(bold(&format!("{entry:#}")))
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
    let scenario = EventId::scenario_of(id);
    let neighbours = EventId::ALL.iter().filter(|event| EventId::range_name(event.id()) == Some(range));
    Page::new(bold(&(labels.undocumented)(id, range)))
        .row(labels.scenario, scenario.map(|it| format!("{it}: {}", it.description_in(locale))))
        .row(labels.documented, neighbours.map(|event| format!("{event:#}")))
}

/// Why `word` is no entry of either enum, and the entries whose names are near.
pub fn unknown(word: &str, event: ParseError, code: ParseError, locale: Locale) -> Page {
    let labels = Labels::of(locale);
    let error = paint(AnsiColor::Red.on_default().bold(), labels.error);
    // A number that is nearly another one is still not a slip of the pen.
    let name = event.number().is_none().then_some(word);
    let near_event = name.and_then(EventId::closest_to).map(|event| format!("{event:#}"));
    let near_code = name.and_then(DiagnosticCode::closest_to).map(|code| format!("{code:#}"));
    Page::new(format!("{error}: {}", bold(&(labels.unknown)(word))))
        .row(labels.event_id, [event.to_string()])
        .row(labels.diagnostic_code, [code.to_string()])
        .row(labels.did_you_mean, near_event.into_iter().chain(near_code))
}

/// Where the facts come from.
pub fn sources(locale: Locale) -> Page {
    let page = Page::new(bold(Labels::of(locale).sources));
    SOURCES.iter().fold(page, |page, source| page.row(source.date, [source.title, source.url]))
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
    // A number among the names is one that the documentation got wrong.
    Some(if alias.starts_with(|first: char| first.is_ascii_digit()) {
        (labels.misprint)(alias, &CodeOf(entry).to_string())
    } else {
        (labels.read_as)(alias, entry.name())
    })
}

fn end_of_life<E: Entry>(end: Deprecation<E>) -> String {
    let instead = end.replaced_by.map(|entry| format!("{entry:#}"));
    [Some(end.since), end.note, instead.as_deref()].into_iter().flatten().collect::<Vec<_>>().join("; ")
}
