//! Tables: `Get-WinEvent | Export-Csv`, and what Event Viewer saves as CSV.

use std::collections::VecDeque;
use std::io::{self, BufRead};

use csv_core::ReadRecordResult;

use super::lines::Lines;
use super::{embedded, plain};
use crate::fields::{Path, Scalar};
use crate::record::{Place, Record, Sink};
use crate::time;

/// A row that is longer is not read: Windows writes no more than 64 KiB into an event.
const LONGEST: usize = 1 << 20;

/// The columns of Event Viewer, whose heading is in the language of its user, and the message, for which it has no name.
const EVENT_VIEWER: [Path; 6] =
    [Path::Level, Path::Time, Path::Provider, Path::Id, Path::Task, Path::Message];

/// Reads rows one by one, so that a broken one does not hide the next.
pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let mut rows = Rows::new(input);
    if !rows.find_header(sink)? {
        return Ok(());
    }
    let mut record = Record::default();
    while let Some(row) = rows.next()? {
        if row.text.trim().is_empty() || row.text == rows.heading || is_instruction(&row.text) {
            continue;
        }
        let values = rows.splitter.split(&row.text);
        // A table that was joined to the first may have other columns.
        if let Some(columns) = header(&values) {
            rows.columns = columns;
            continue;
        }
        for (path, value) in rows.columns.iter().zip(&values) {
            embedded::set(&mut record, *path, Scalar::Text(value));
        }
        // What belongs to a row that has no end was reported with that.
        if !row.is_whole && !row.is_again {
            let why = "a row without its end; a quotation mark is missing";
            sink.unreadable(Place::Line(row.line), 1, why);
        }
        let is_own = row.is_whole && !row.is_again;
        if sink.takes(&record) {
            sink.record(&record);
        } else if is_own && !plain::line(&row.text, sink) {
            // Without a source, it would be what its text names.
            sink.unreadable(Place::Line(row.line), 1, &format!("a row {}", record.lack()));
        }
        record.clear();
    }
    Ok(())
}

/// The columns that a line names, if it does and such a row follows.
fn columns(line: &str, next: &str, delimiter: u8) -> Option<Vec<Path>> {
    let (mut first, mut second) = (Splitter::new(delimiter), Splitter::new(delimiter));
    let names = first.split(line);
    if is_event_viewer(&names, &second.split(next)) { Some(EVENT_VIEWER.to_vec()) } else { header(&names) }
}

/// Whether names and the row behind them are Event Viewer's, which has no name for the message; a spreadsheet gives it an
/// empty one.
fn is_event_viewer(names: &[&str], row: &[&str]) -> bool {
    let is_id = |text: &&str| text.trim().parse::<u32>().is_ok();
    let is_unnamed = names.last().is_some_and(|name| name.trim().is_empty());
    let named = names.len() - usize::from(is_unnamed);
    named == EVENT_VIEWER.len() - 1 && row.len() == EVENT_VIEWER.len() && row.get(3).is_some_and(is_id)
}

/// Whether a line names a type to PowerShell, or the delimiter to Excel.
fn is_instruction(row: &str) -> bool {
    row.starts_with("#TYPE ") || row.starts_with("sep=")
}

/// The columns, if names are those of an event's properties.
fn header(names: &[&str]) -> Option<Vec<Path>> {
    let paths = || names.iter().map(|name| Path::of(name.trim()));
    let is_source = |path| matches!(path, Path::Channel | Path::Provider | Path::ProviderCopy);
    // Rows without a source are no records, but that is to be said.
    let is_other = |path: Path| path.is_time() || path == Path::Level;
    let is_id = |path| matches!(path, Path::Id | Path::IdCopy | Path::Original);
    let is_header = paths().any(is_id) && paths().any(|path| is_source(path) || is_other(path));
    is_header.then(|| paths().collect())
}

/// Whether a text begins like such a table.
pub fn is_table(head: &str) -> bool {
    let (first, rest) = head.split_once('\n').unwrap_or((head, ""));
    is_instruction(head) || columns(first, rest, delimiter(first)).is_some()
}

fn delimiter(header: &str) -> u8 {
    let count = |delimiter: &u8| header.bytes().filter(|byte| byte == delimiter).count();
    [b',', b';', b'|', b'\t'].into_iter().rev().max_by_key(count).unwrap_or(b',')
}

/// Splits rows into values. Its tables are made once: for each row anew, they took twenty times as long as the row.
struct Splitter {
    reader: csv_core::Reader,
    text: Vec<u8>,
    ends: Vec<usize>,
}

impl Splitter {
    fn new(delimiter: u8) -> Self {
        let reader = csv_core::ReaderBuilder::new().delimiter(delimiter).build();
        Self { reader, text: Vec::new(), ends: Vec::new() }
    }

    /// The values of the first row of a text; none if it is empty.
    fn split(&mut self, row: &str) -> Vec<&str> {
        // No value is longer than what it is read from, and behind each stands a delimiter, or the end.
        self.text.resize(row.len(), 0);
        self.ends.resize(row.len() + 1, 0);
        self.reader.reset();
        let (mut input, mut length, mut count) = (row.as_bytes(), 0, 0);
        loop {
            let (result, read, written, ended) =
                self.reader.read_record(input, &mut self.text[length..], &mut self.ends[count..]);
            (input, length, count) = (&input[read..], length + written, count + ended);
            // The end of the text ends the row, too: that is asked for by an empty rest.
            if !matches!(result, ReadRecordResult::InputEmpty) {
                break;
            }
        }
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        let value = |(start, end): (usize, &usize)| self.text.get(start..*end).unwrap_or_default();
        let values = starts.zip(&self.ends[..count]).map(value);
        values.map(|value| std::str::from_utf8(value).unwrap_or_default()).collect()
    }
}

/// After so many broken rows among the same lines, each of these is a row of its own: reading all of them once more for
/// each would take a time that grows with the square of their length.
const MOST_FAILURES: u32 = 16;

/// Rows, which may hold line breaks in quotation marks.
struct Rows<'a> {
    lines: Lines<'a>,
    /// A line that was looked at and not yet used, with its number.
    peeked: Option<(u64, String)>,
    /// Lines behind one whose quotation mark was never closed: they are read once more.
    again: VecDeque<(u64, String)>,
    /// Broken rows among these.
    failures: u32,
    delimiter: u8,
    /// The line that names the columns.
    heading: String,
    columns: Vec<Path>,
    splitter: Splitter,
}

struct Row {
    /// Where it begins.
    line: u64,
    /// Only its first line if it has no end.
    text: String,
    is_whole: bool,
    /// Whether it was taken for a part of another before.
    is_again: bool,
}

impl<'a> Rows<'a> {
    fn new(input: &'a mut dyn BufRead) -> Self {
        Self {
            lines: Lines::new(input),
            peeked: None,
            again: VecDeque::new(),
            failures: 0,
            delimiter: b',',
            heading: String::new(),
            columns: Vec::new(),
            splitter: Splitter::new(b','),
        }
    }

    /// Finds the first line that names the columns; whether there is one.
    fn find_header(&mut self, sink: &mut dyn Sink) -> io::Result<bool> {
        while let Some((number, line)) = self.line()? {
            self.delimiter = delimiter(&line);
            self.peeked = self.line()?;
            let next = self.peeked.as_ref().map_or("", |(_, row)| row);
            if let Some(columns) = columns(&line, next, self.delimiter) {
                (self.heading, self.columns) = (line, columns);
                self.splitter = Splitter::new(self.delimiter);
                return Ok(true);
            }
            if !line.trim().is_empty() && !is_instruction(&line) {
                sink.unreadable(Place::Line(number), 1, "a row before the one that names the columns");
            }
        }
        Ok(false)
    }

    fn next(&mut self) -> io::Result<Option<Row>> {
        let is_again = self.peeked.is_none() && !self.again.is_empty();
        if self.again.is_empty() {
            self.failures = 0;
        }
        let Some((line, first)) = self.line()? else { return Ok(None) };
        let mut quotation = self.quotation(&first);
        if is_again && self.failures > MOST_FAILURES {
            return Ok(Some(Row { line, text: first, is_whole: !quotation.ends_inside(), is_again }));
        }
        let (mut others, mut length) = (Vec::new(), first.len());
        while quotation.ends_inside() {
            match self.line()? {
                // The lines between are lost with their row.
                Some(next) if self.begins_row(&next.1) => {
                    self.peeked = Some(next);
                    return Ok(Some(Row { line, text: first, is_whole: false, is_again }));
                }
                Some(next) if length <= LONGEST => {
                    length += next.1.len();
                    quotation.read(&next.1);
                    others.push(next);
                }
                end => {
                    self.failures += 1;
                    others.extend(end);
                    others.into_iter().rev().for_each(|line| self.again.push_front(line));
                    return Ok(Some(Row { line, text: first, is_whole: false, is_again }));
                }
            }
        }
        let text = others.into_iter().fold(first, |text, (_, line)| text + "\n" + &line);
        Ok(Some(Row { line, text, is_whole: true, is_again }))
    }

    /// The next line and its number.
    fn line(&mut self) -> io::Result<Option<(u64, String)>> {
        if let Some(line) = self.peeked.take().or_else(|| self.again.pop_front()) {
            return Ok(Some(line));
        }
        let mut line = String::new();
        Ok(self.lines.next(&mut line)?.then_some((self.lines.number, line)))
    }

    /// Whether a line that would stand inside of quotation marks is the begin of a row.
    fn begins_row(&mut self, line: &str) -> bool {
        line == self.heading || begins_with_quoted(line, self.delimiter) || self.is_row(line)
    }

    /// Whether a line has as many values as there are columns, among them an event's id, and a time or level. What writes the
    /// heading in quotation marks writes rows in them.
    fn is_row(&mut self, line: &str) -> bool {
        // Hardly any line of a message has as many delimiters.
        if self.heading.starts_with('"')
            || memchr::memchr_iter(self.delimiter, line.as_bytes()).count() + 1 < self.columns.len()
        {
            return false;
        }
        let values = self.splitter.split(line);
        let mut record = Record::default();
        for (path, value) in self.columns.iter().zip(&values) {
            path.set(&mut record, Scalar::Text(value));
        }
        // A mark in the first value would close those around the line.
        let is_continued = values.first().is_none_or(|first| first.contains('"')) || line.starts_with('"');
        let is_placed = match self.columns.iter().any(|path| path.is_time()) {
            true => time::is_time(&record.time),
            false => record.level.is_some(),
        };
        !is_continued && values.len() == self.columns.len() && record.id.is_some() && is_placed
    }

    fn quotation(&self, line: &str) -> Quotation {
        let mut quotation = Quotation { delimiter: self.delimiter, place: In::Start };
        quotation.read(line);
        quotation
    }
}

/// Whether a mark begins a line that neither closes quotation marks around it nor is doubled, and another one ends its
/// first value.
fn begins_with_quoted(line: &str, delimiter: u8) -> bool {
    match line.as_bytes() {
        [b'"', rest @ ..] => {
            let end = memchr::memchr(b'"', rest);
            end.is_some_and(|end| end > 0 && rest[0] != delimiter && rest.get(end + 1) == Some(&delimiter))
        }
        _ => false,
    }
}

/// Follows a row through its quotation marks.
struct Quotation {
    delimiter: u8,
    place: In,
}

#[derive(Clone, Copy, PartialEq)]
enum In {
    /// At the start of a value.
    Start,
    /// In a value without quotation marks, or behind one with them.
    Value,
    /// In quotation marks.
    Quoted,
    /// Behind a mark in quotation marks, which closes them unless another follows.
    Mark,
}

impl Quotation {
    /// Reads the next line of the row.
    fn read(&mut self, line: &str) {
        for byte in line.bytes() {
            self.place = match (self.place, byte) {
                (In::Start | In::Mark, b'"') => In::Quoted,
                (In::Quoted, b'"') => In::Mark,
                (In::Quoted, _) => In::Quoted,
                (_, byte) if byte == self.delimiter => In::Start,
                // Some writers do not double a mark inside of quotation marks.
                (In::Mark, _) => In::Quoted,
                _ => In::Value,
            };
        }
    }

    fn ends_inside(&self) -> bool {
        self.place == In::Quoted
    }
}
