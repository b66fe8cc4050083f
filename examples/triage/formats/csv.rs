//! Tables: `Get-WinEvent | Export-Csv`, and what Event Viewer saves as CSV.

use std::io::{self, BufRead};

use csv::{ByteRecord, ReaderBuilder, StringRecord};

use super::lines::Lines;
use crate::fields::{self, Scalar};
use crate::record::{Place, Record, Sink};

/// A row that is longer is not read.
const LONGEST: usize = 4 << 20;

/// What the columns are.
#[derive(Debug, Clone, PartialEq)]
pub enum Columns {
    /// By the names in the first row.
    Named(Vec<String>),
    /// Event Viewer's, whose names are in the language of its user: level, time, source, id, task category, and the
    /// message, for which there is no name.
    EventViewer,
}

const EVENT_VIEWER: [&str; 6] = ["Level", "Date", "Source", "Id", "Task", "Message"];

/// Reads rows one by one, so that a broken one does not hide the next.
pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let mut rows = Rows { lines: Lines::new(input), line: String::new() };
    let mut columns: Option<(Columns, u8)> = None;
    let mut record = Record::default();
    while let Some((line, row)) = rows.next()? {
        let Some(row) = row else {
            sink.unreadable(Place::Line(line), "a row longer than 4 MiB; a quotation mark may be missing");
            continue;
        };
        let Some((columns, delimiter)) = &columns else {
            columns = self::columns(&row);
            continue;
        };
        let Some(values) = split(&row, *delimiter) else { continue };
        match columns {
            Columns::Named(names) => {
                for (name, value) in names.iter().zip(&values) {
                    fields::set(&mut record, name, Scalar::Text(value));
                }
            }
            Columns::EventViewer => {
                for (name, value) in EVENT_VIEWER.iter().zip(&values) {
                    fields::set(&mut record, name, Scalar::Text(value));
                }
            }
        }
        match record.is_event() {
            true => sink.record(&record),
            false => sink.unreadable(Place::Line(line), "a row without an event's id and source"),
        }
        record.clear();
    }
    Ok(())
}

/// What the first row says of the columns; `None` for the line that names a type.
fn columns(row: &str) -> Option<(Columns, u8)> {
    if row.starts_with("#TYPE") {
        return None;
    }
    let delimiter = delimiter(row);
    let names: Vec<String> = split(row, delimiter)?.iter().map(|name| name.trim().to_owned()).collect();
    let is_named = is_header(&names);
    Some((if is_named { Columns::Named(names) } else { Columns::EventViewer }, delimiter))
}

/// Whether names are those of an event's properties.
fn is_header(names: &[String]) -> bool {
    let has = |wanted: &[&str]| names.iter().any(|name| wanted.contains(&name.as_str()));
    has(&["Id", "EventID"]) && has(&["ProviderName", "LogName", "EventLog", "Channel"])
}

/// Whether a text begins like such a table.
pub fn is_table(head: &str) -> bool {
    if head.starts_with("#TYPE ") {
        return true;
    }
    let first = head.lines().next().unwrap_or_default();
    let delimiter = delimiter(first);
    let Some(names) = split(first, delimiter) else { return false };
    let names: Vec<String> = names.iter().map(|name| name.trim().to_owned()).collect();
    if is_header(&names) {
        return true;
    }
    let second = head.split_once('\n').and_then(|(_, rest)| split(rest, delimiter));
    let is_id = |text: &str| text.trim().parse::<u32>().is_ok();
    names.len() == 5 && second.is_some_and(|row| row.len() == 6 && row.get(3).is_some_and(is_id))
}

fn delimiter(header: &str) -> u8 {
    let count = |delimiter: &u8| header.bytes().filter(|byte| byte == delimiter).count();
    [b',', b';', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// The values of the first row of a text.
fn split(row: &str, delimiter: u8) -> Option<StringRecord> {
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter)
        .from_reader(row.as_bytes());
    let mut values = ByteRecord::new();
    reader.read_byte_record(&mut values).ok()?.then(|| StringRecord::from_byte_record_lossy(values))
}

/// Rows, which may hold line breaks in quotation marks.
struct Rows<'a> {
    lines: Lines<'a>,
    line: String,
}

impl Rows<'_> {
    /// The line that the next row begins in, and the row unless it is too long.
    fn next(&mut self) -> io::Result<Option<(u64, Option<String>)>> {
        let (mut row, mut begin, mut is_quoted, mut is_too_long) = (String::new(), 0, false, false);
        while self.lines.next(&mut self.line)? {
            if begin == 0 && self.line.trim().is_empty() {
                continue;
            }
            if begin == 0 {
                begin = self.lines.number;
            } else if !is_too_long {
                row.push('\n');
            }
            is_too_long |= row.len() + self.line.len() > LONGEST;
            if !is_too_long {
                row.push_str(&self.line);
            }
            is_quoted ^= self.line.bytes().filter(|byte| *byte == b'"').count() % 2 == 1;
            if !is_quoted {
                break;
            }
            if is_too_long {
                // Nobody knows where the row should have ended: take it for the end of this line.
                break;
            }
        }
        Ok((begin > 0).then(|| (begin, (!is_too_long).then_some(row))))
    }
}
