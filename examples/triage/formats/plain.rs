//! Any other text: each event that a line names is a record, with the codes that follow it.

use std::io::{self, BufRead};

use intune_connector_catalogue::{Finding, scan};

use super::lines::Lines;
use crate::record::{Record, Sink};

pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let (mut lines, mut text) = (Lines::new(input), String::new());
    while lines.next(&mut text)? {
        if !line(&text, sink) {
            sink.loose_text(&text);
        }
    }
    Ok(())
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
