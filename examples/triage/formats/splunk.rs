//! Events as Splunk keeps them: a time, lines of `Name=value` of which `LogName` is the first, and the message last.

use std::io::{self, BufRead};

use super::lines::Lines;
use super::plain;
use crate::fields::{Path, Scalar};
use crate::record::{Place, Record, Sink};

/// A message that is longer is cut there.
const LONGEST: usize = 1 << 20;

/// With what an event begins, but for its time.
const BEGIN: &str = "LogName=";

pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let (mut lines, mut line) = (Lines::new(input), String::new());
    // The last line that may be the time of the next event.
    let mut time = String::new();
    let (mut text, mut begin, mut place) = (String::new(), 0, Part::Outside);
    while lines.next(&mut line)? {
        let is_dated = line.starts_with(|c: char| c.is_ascii_digit());
        if line.starts_with(BEGIN) {
            end(&text, begin, sink);
            text = std::mem::take(&mut time) + "\n";
            (begin, place) = (lines.number, Part::Properties);
        }
        place = match place {
            Part::Properties if line.starts_with("Message=") => Part::Message,
            Part::Message if line.is_empty() => Part::Gap,
            // The next event, or a line of another program.
            Part::Gap if is_dated => Part::Outside,
            Part::Gap if !line.is_empty() => Part::Message,
            place => place,
        };
        let is_foreign = match place {
            Part::Outside => true,
            Part::Properties => !line.contains('='),
            Part::Message | Part::Gap => false,
        };
        if is_foreign && plain::line(&line, sink) {
            continue;
        }
        time.clear();
        if is_dated {
            time.push_str(&line);
        }
        if place == Part::Outside {
            sink.loose_text(&line);
        } else if text.len() + line.len() < LONGEST {
            text.push_str(&line);
            text.push('\n');
        }
    }
    end(&text, begin, sink);
    Ok(())
}

/// Where a line stands.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Outside,
    Properties,
    Message,
    /// Behind an empty line of the message.
    Gap,
}

/// Hands on an event that begins in this line; before the first there is none.
fn end(text: &str, begin: u64, sink: &mut dyn Sink) {
    if begin == 0 {
        return;
    }
    let mut record = Record::default();
    event(text, &mut record);
    sink.record_or_lack(&record, "an event", Place::Line(begin));
}

/// Whether a text is such an event, with or without its time.
pub fn is_event(text: &str) -> bool {
    let mut lines = text.lines().take(12).skip_while(|line| !line.starts_with(BEGIN));
    text.lines().take(2).any(|line| line.starts_with(BEGIN))
        && lines.any(|line| line.starts_with("EventCode="))
}

/// Reads one event.
pub fn event(text: &str, record: &mut Record) {
    let (head, message) = text.split_once("\nMessage=").unwrap_or((text, ""));
    for line in head.lines() {
        match line.split_once('=') {
            Some((name, value)) => Path::of(name).set(record, Scalar::Text(value)),
            None if line.starts_with(|c: char| c.is_ascii_digit()) => {
                record.local_time = line.trim().to_owned();
            }
            None => {}
        }
    }
    record.add_text(message.trim());
}
