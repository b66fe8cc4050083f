//! Any other text: each event that a line names is a record, with the codes that follow it.

use std::io::{self, BufRead};

use intune_connector_catalogue::{EventId, Finding, scan, unified};

use super::lines::Lines;
use crate::record::{Place, Record, Sink};

/// So many lines may stand between the one that names a log and the one that has an id.
const APART: u64 = 20;

pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let (mut lines, mut text) = (Lines::new(input), String::new());
    // The line that names a log and nothing else, and what its ids are.
    let mut named: Option<(u64, IsId)> = None;
    while lines.next(&mut text)? {
        if line(&text, sink) {
            continue;
        }
        sink.loose_text(&text);
        let why = "it names a connector and an id, but no event; export the log in another format";
        if let Some(is_id) = log_in(&text) {
            if numbers(&text).any(is_id) {
                sink.unreadable(Place::Line(lines.number), 1, why);
            } else if value(&text).is_some_and(|value| log_in(value).is_some()) {
                named = Some((lines.number, is_id));
            }
        } else if let Some((begin, is_id)) = named.filter(|(begin, _)| lines.number - begin <= APART) {
            if value(&text).and_then(|value| value.parse().ok()).is_some_and(is_id) {
                sink.unreadable(Place::Line(begin), 1, why);
                named = None;
            }
        }
    }
    Ok(())
}

/// Whether a number is the id of an event in some log, so that a text looks like the report of one by its id alone, which
/// would be a guess.
type IsId = fn(u16) -> bool;

/// The ids of the log that a text names.
fn log_in(text: &str) -> Option<IsId> {
    let is_unified: IsId = |id| {
        // No year is taken for an undocumented event.
        let is_year = (1990..2100).contains(&id);
        unified::EventId::from_id(id).is_some() || (unified::EventId::scenario_of(id).is_some() && !is_year)
    };
    let is_legacy: IsId = |id| EventId::from_id(id).is_some();
    let logs = [(unified::EventId::PROVIDER, is_unified), (EventId::LOG_NAME, is_legacy)];
    logs.into_iter().find(|(name, _)| text.contains(name)).map(|(_, is_id)| is_id)
}

fn numbers(text: &str) -> impl Iterator<Item = u16> {
    text.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(|word| word.parse().ok())
}

/// What stands behind the name of a field, in any language.
fn value(text: &str) -> Option<&str> {
    let (_, value) = text.split_once([':', '='])?;
    Some(value.trim())
}

/// Reads the events that a line names; whether there are any. Its codes belong to these; of lines without one, to none.
pub fn line(text: &str, sink: &mut dyn Sink) -> bool {
    let mut events: Vec<_> = scan(text)
        .filter_map(|found| match found.finding {
            Finding::Event(event) => Some(event),
            _ => None,
        })
        .collect();
    events.sort_unstable();
    events.dedup();
    for event in &events {
        sink.record(&Record { named: Some(*event), text: text.to_owned(), ..Record::default() });
    }
    !events.is_empty()
}
