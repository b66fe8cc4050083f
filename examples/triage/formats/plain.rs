//! Any other text: each event that a line names is a record, with the codes that follow it.

use std::io::{self, BufRead};

use intune_connector_catalogue::{EventId, Finding, scan, unified};

use super::lines::Lines;
use crate::record::{Place, Record, Sink};

pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let (mut lines, mut text) = (Lines::new(input), String::new());
    while lines.next(&mut text)? {
        if !line(&text, sink) {
            if reports_event(&text) {
                let why = "it names a connector and an id, but no event; export the log in another format";
                sink.unreadable(Place::Line(lines.number), 1, why);
            }
            sink.loose_text(&text);
        }
    }
    Ok(())
}

/// Whether a line looks like the report of an event by its id alone, which would be a guess.
fn reports_event(text: &str) -> bool {
    let of = |name: &str, is_id: fn(u16) -> bool| {
        let ids = || text.split(|c: char| !c.is_ascii_alphanumeric()).filter_map(|word| word.parse().ok());
        text.contains(name) && ids().any(is_id)
    };
    of(unified::EventId::PROVIDER, |id| unified::EventId::scenario_of(id).is_some())
        || of(EventId::LOG_NAME, |id| EventId::from_id(id).is_some())
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
