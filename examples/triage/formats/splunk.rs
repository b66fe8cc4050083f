//! Events as Splunk keeps them: a time, lines of `Name=value` of which `LogName` is the first, and the message last.

use std::io::{self, BufRead};

use super::lines::Lines;
use crate::fields::{self, Scalar};
use crate::record::{Place, Record, Sink};

/// A message that is longer is cut there.
const LONGEST: usize = 1 << 20;

/// With what an event begins, but for its time.
pub const BEGIN: &str = "LogName=";

pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let (mut lines, mut line, mut before) = (Lines::new(input), String::new(), String::new());
    let (mut text, mut begin) = (String::new(), 0);
    while lines.next(&mut line)? {
        if line.starts_with(BEGIN) {
            end(&text, begin, sink);
            text = format!("{before}\n");
            begin = lines.number;
        }
        if text.len() + line.len() < LONGEST {
            text.push_str(&line);
            text.push('\n');
        }
        std::mem::swap(&mut line, &mut before);
    }
    end(&text, begin, sink);
    Ok(())
}

/// Hands on an event that begins in this line; before the first there is none.
fn end(text: &str, begin: u64, sink: &mut dyn Sink) {
    if begin == 0 {
        return;
    }
    let mut record = Record::default();
    event(text, &mut record);
    match sink.takes(&record) {
        true => sink.record(&record),
        false => sink.unreadable(Place::Line(begin), 1, &format!("an event {}", record.lack())),
    }
}

/// Whether a text is such an event.
pub fn is_event(text: &str) -> bool {
    text.lines().take(2).any(|line| line.starts_with(BEGIN))
}

/// Reads one event.
pub fn event(text: &str, record: &mut Record) {
    let (head, message) = text.split_once("\nMessage=").unwrap_or((text, ""));
    for line in head.lines() {
        match line.split_once('=') {
            Some((name, value)) => fields::set(record, name, Scalar::Text(value)),
            None if line.starts_with(|c: char| c.is_ascii_digit()) => {
                fields::set(record, "Date", Scalar::Text(line));
            }
            None => {}
        }
    }
    record.add_text(message.trim());
}
