//! What is said about a word: of an entry, of an id that has none, of a word that is nothing.

use anstyle::AnsiColor;
use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{
    Deprecation, DiagnosticCode, Entry, EventId, Locale, OrUnknown, ParseError,
};

use crate::entry::{CodeOf, Explain, titles};
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
        .row(labels.notes, entry.notes().iter().copied())
        .row(
            labels.source,
            entry.source().map(|source| format!("{}, {}, {}", source.title, source.date, source.url)),
        )
}

/// An id that no entry has, in a range that is known: it tells what the connector was doing all the same.
pub fn undocumented(word: &str, locale: Locale) -> Option<Page> {
    let labels = Labels::of(locale);
    // The ids of both generations are numbers of one kind.
    let id = word.parse::<OrUnknown<EventId>>().ok()?.code();
    let (range, scenario, neighbours) = if let Some(range) = EventId::range_name(id) {
        let is_near = |event: &&EventId| EventId::range_name(event.id()) == Some(range);
        (range, EventId::scenario_of(id), titles(EventId::ALL.iter().filter(is_near)))
    } else {
        let range = UnifiedEventId::range_name(id)?;
        // These ranges are too large to list.
        let is_near = |event: &&UnifiedEventId| event.id() / 100 == id / 100;
        (range, UnifiedEventId::scenario_of(id), titles(UnifiedEventId::ALL.iter().filter(is_near)))
    };
    let page = Page::new(bold(&(labels.undocumented)(id, range)))
        .row(labels.scenario, scenario.map(|it| format!("{it}: {}", it.description_in(locale))))
        .row(labels.documented, neighbours);
    Some(page)
}

/// Why a word is no entry of any enum.
pub struct Errors {
    pub legacy: ParseError,
    pub unified: ParseError,
    pub code: ParseError,
}

/// What is wrong with `word`, and the entries whose names are near.
pub fn unknown(word: &str, errors: &Errors, locale: Locale) -> Page {
    let labels = Labels::of(locale);
    let error = paint(AnsiColor::Red.on_default().bold(), labels.error);
    // A number that is nearly another one is still not a slip of the pen.
    let name = errors.legacy.number().is_none().then_some(word);
    let near = [
        name.and_then(EventId::closest_to).map(|event| format!("{event:#}")),
        name.and_then(UnifiedEventId::closest_to).map(|event| format!("{event:#}")),
        name.and_then(DiagnosticCode::closest_to).map(|code| format!("{code:#}")),
    ];
    Page::new(format!("{error}: {}", bold(&(labels.unknown)(word))))
        .row(labels.legacy_event, [errors.legacy.to_string()])
        .row(labels.unified_event, [errors.unified.to_string()])
        .row(labels.diagnostic_code, [errors.code.to_string()])
        .row(labels.did_you_mean, near.into_iter().flatten())
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
