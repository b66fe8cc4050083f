//! Which format a file has, told by its content, and a reader for each.

mod csv;
mod embedded;
pub mod evtx;
mod gap;
mod json;
mod json_text;
mod lines;
mod log_analytics;
mod named_lines;
mod otlp;
mod plain;
mod splunk;
mod wrapped;
mod xml;

use std::io::{self, BufRead};

use crate::fields::Path;
use crate::record::Sink;
use named_lines::Style;

/// So many lines that belong to no record may stand before the first.
const FOREIGN_LINES: usize = 20;

/// The formats that are text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Format {
    Xml,
    Json,
    Wevtutil,
    Details,
    PropertyList,
    Csv,
    Splunk,
    Plain,
}

impl Format {
    /// The format of a text that begins so; `None` if it is no text.
    pub fn of(head: &str) -> Option<Self> {
        if !is_text(head) {
            return None;
        }
        let is_gap = |c: char| c == '\0' || c.is_whitespace();
        let lines = std::iter::successors(Some(head.trim_start_matches(is_gap)), |text| {
            text.split_once('\n').map(|(_, rest)| rest.trim_start_matches(is_gap))
        });
        let mut lines = lines.map(without_heading);
        // Events of XML may hold lines of Splunk's.
        let has_xml = Self::Xml.holds_events(head) && head.contains("</Event>");
        let fits = |format: &Self| !(has_xml && *format == Self::Splunk);
        if let Some(format) = lines.next().and_then(Self::by_begin).filter(fits) {
            return Some(format);
        }
        // Messages may hold lines of other formats.
        if is_format_list(head) {
            return Some(Self::PropertyList);
        }
        // A warning or a banner, or the rest of a record that was cut off, may stand before the records. Any text may hold
        // such lines, too, so that these must be of an event.
        let of_events = |text: &str| Self::by_begin(text).filter(|format| format.holds_events(text));
        let format = lines.take(FOREIGN_LINES).find_map(of_events).filter(fits);
        // The first event of one line of XML may be cut off, or syslog stand before it.
        Some(format.unwrap_or(if has_xml { Self::Xml } else { Self::Plain }))
    }

    /// The format of a text whose first line tells it.
    fn by_begin(text: &str) -> Option<Self> {
        let mut inner = text.chars().skip(1).filter(|c| !c.is_whitespace());
        match (text.chars().next(), inner.next()) {
            // Lines of syslog begin with a number there, those of other logs with `<![`.
            (Some('<'), Some(c)) if c.is_alphabetic() || c == '?' => Some(Self::Xml),
            (Some('<'), Some('!')) if !text.starts_with("<![") => Some(Self::Xml),
            (Some('{'), Some('"' | '}') | None) | (Some('['), Some('{' | '[' | ']') | None) => {
                Some(Self::Json)
            }
            _ if named_lines::is_event_line(text.lines().next().unwrap_or_default()) => Some(Self::Wevtutil),
            _ if text.starts_with(named_lines::DETAILS) => Some(Self::Details),
            _ if csv::is_table(text) => Some(Self::Csv),
            _ if splunk::is_event(text) => Some(Self::Splunk),
            _ => None,
        }
    }

    /// Whether a text of this format has what only events have.
    fn holds_events(self, text: &str) -> bool {
        let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
        match self {
            Self::Xml => has(&["<Event>", "<Event "]),
            Self::Json => has(&[
                "\"Id\"",
                "\"EventID\"",
                "\"EventCode\"",
                "event_id\"",
                "\"resourceLogs\"",
                "\"tables\"",
            ]),
            _ => true,
        }
    }

    /// Whether dates in it may name day and month in either order, so that it is read twice.
    pub fn has_ambiguous_dates(self) -> bool {
        matches!(self, Self::Details | Self::PropertyList | Self::Csv | Self::Splunk)
    }

    pub fn read(self, input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
        match self {
            Self::Xml => xml::read(input, sink),
            Self::Json => json::read(input, sink),
            Self::Wevtutil => named_lines::read(input, Style::Wevtutil, sink),
            Self::Details => named_lines::read(input, Style::Details, sink),
            Self::PropertyList => named_lines::read(input, Style::PropertyList, sink),
            Self::Csv => csv::read(input, sink),
            Self::Splunk => splunk::read(input, sink),
            Self::Plain => plain::read(input, sink),
        }
    }
}

/// Crashes leave gaps of at least so many zeros.
const GAP: usize = 64;

/// Bytes of a text for each zero in it.
const PER_ZERO: usize = 1000;

/// Whether it is a text: without gaps, it has hardly any zeros, and something is left.
fn is_text(head: &str) -> bool {
    let runs = head.split(|c| c != '\0').map(str::len);
    let zeros: usize = runs.filter(|zeros| (1..GAP).contains(zeros)).sum();
    head.is_empty() || (head.contains(|c| c != '\0') && zeros <= head.len().div_ceil(PER_ZERO))
}

/// The text behind the `Record 1` of `evtx_dump`.
fn without_heading(text: &str) -> &str {
    let is_heading =
        |line: &str| line.strip_prefix("Record ").is_some_and(|number| number.trim().parse::<u64>().is_ok());
    match text.split_once('\n') {
        Some((first, rest)) if is_heading(first) => rest.trim_start(),
        _ => text,
    }
}

/// The lines name the properties of an event, of which the message may be long and come first.
fn is_format_list(head: &str) -> bool {
    let names = || head.lines().map(|line| named_lines::name_and_value(line).map(|(name, _)| name));
    let has = |wanted: &[&str]| names().flatten().any(|name| wanted.contains(&name));
    let begins = names().take(60).flatten().any(|name| Path::of(name) != Path::Nowhere);
    // Lists without a source are no records, but that is to be said.
    begins && has(&["Id"]) && has(&["ProviderName", "LogName", "TimeCreated", "LevelDisplayName"])
}
