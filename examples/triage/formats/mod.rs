//! Which format a file has, told by its content, and a reader for each.

pub mod csv;
mod embedded;
pub mod evtx;
pub mod json;
mod json_text;
pub mod lines;
pub mod log_analytics;
pub mod named_lines;
pub mod otlp;
pub mod plain;
mod wrapped;
pub mod xml;

use std::io::{self, BufRead};

use crate::record::Sink;
use named_lines::Style;

/// So many lines that belong to no record may stand before the first.
const FOREIGN_LINES: usize = 3;

/// The formats that are text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Format {
    Xml,
    Json,
    Wevtutil,
    PropertyList,
    Csv,
    Plain,
}

impl Format {
    /// The format of a text that begins so; `None` if it is no text.
    pub fn of(head: &str) -> Option<Self> {
        if !is_text(head) {
            return None;
        }
        let lines = std::iter::successors(Some(head.trim_start()), |text| {
            text.split_once('\n').map(|(_, rest)| rest.trim_start())
        });
        let mut formats = lines.map(|text| Self::by_begin(without_heading(text)));
        if let Some(format) = formats.next().flatten() {
            return Some(format);
        }
        // Messages may hold lines of other formats.
        if is_format_list(head) {
            return Some(Self::PropertyList);
        }
        // A warning or a banner, or the rest of a record that was cut off, may stand before the records.
        Some(formats.take(FOREIGN_LINES).flatten().next().unwrap_or(Self::Plain))
    }

    /// The format of a text whose first line tells it.
    fn by_begin(text: &str) -> Option<Self> {
        let mut inner = text.chars().skip(1).filter(|c| !c.is_whitespace());
        match (text.chars().next(), inner.next()) {
            // Lines of syslog begin with a number there.
            (Some('<'), Some(c)) if c.is_alphabetic() || matches!(c, '?' | '!') => Some(Self::Xml),
            (Some('{'), Some('"' | '}') | None) | (Some('['), Some('{' | '[' | ']') | None) => {
                Some(Self::Json)
            }
            _ if named_lines::is_event_line(text.lines().next().unwrap_or_default()) => Some(Self::Wevtutil),
            _ if csv::is_table(text) => Some(Self::Csv),
            _ => None,
        }
    }

    /// Whether times in it may name day and month in either order, so that it is read twice.
    pub fn has_local_times(self) -> bool {
        matches!(self, Self::PropertyList | Self::Csv)
    }

    pub fn read(self, input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
        match self {
            Self::Xml => xml::read(input, sink),
            Self::Json => json::read(input, sink),
            Self::Wevtutil => named_lines::read(input, Style::Wevtutil, sink),
            Self::PropertyList => named_lines::read(input, Style::PropertyList, sink),
            Self::Csv => csv::read(input, sink),
            Self::Plain => plain::read(input, sink),
        }
    }
}

/// Whether it is a text: a gap that a crash left is filled with zeros, which other control characters are no part of.
fn is_text(head: &str) -> bool {
    let is_control = |c: char| c.is_control() && !matches!(c, '\0' | '\t'..='\r' | '\x1B');
    !head.contains('\0') || !head.contains(is_control)
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
    let has = |wanted: &[&str]| {
        head.lines().filter_map(named_lines::name_and_value).any(|(name, _)| wanted.contains(&name))
    };
    has(&["Id"]) && has(&["ProviderName", "LogName"])
}
