//! Any other text: each event that a line names is a record, with the codes that follow it.

use std::io::{self, BufRead};

use intune_connector_catalogue::{Finding, scan};

use super::lines::Lines;
use crate::record::{Record, Sink};

pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let (mut lines, mut line) = (Lines::new(input), String::new());
    let mut record = Record::default();
    while lines.next(&mut line)? {
        // The codes of a line belong to the event that it names; of lines without one, to none.
        let mut names = scan(&line).filter_map(|found| match found.finding {
            Finding::Event(event) => Some(event),
            _ => None,
        });
        let Some(first) = names.next() else {
            sink.loose_text(&line);
            continue;
        };
        let mut seen = vec![first];
        seen.extend(names);
        seen.sort_unstable();
        seen.dedup();
        for event in seen {
            record.named = Some(event);
            record.text.push_str(&line);
            sink.record(&record);
            record.clear();
        }
    }
    Ok(())
}
