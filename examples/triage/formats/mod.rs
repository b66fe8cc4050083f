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
pub mod xml;

use std::io::{self, BufRead};

use crate::record::Sink;
use named_lines::Style;

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
        if head.contains('\0') {
            return None;
        }
        let text = without_headings(head);
        let mut inner = text.chars().skip(1).filter(|c| !c.is_whitespace());
        Some(match (text.chars().next(), inner.next()) {
            (Some('<'), _) => Self::Xml,
            (Some('{'), Some('"' | '}') | None) | (Some('['), Some('{' | '[' | ']') | None) => Self::Json,
            _ if named_lines::is_event_line(text.lines().next().unwrap_or_default()) => Self::Wevtutil,
            _ if csv::is_table(text) => Self::Csv,
            _ if is_format_list(text) => Self::PropertyList,
            _ => Self::Plain,
        })
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

/// The text behind empty lines and the `Record 1` of `evtx_dump`.
fn without_headings(head: &str) -> &str {
    let text = head.trim_start();
    let is_heading =
        |line: &str| line.strip_prefix("Record ").is_some_and(|number| number.trim().parse::<u64>().is_ok());
    match text.split_once('\n') {
        Some((first, rest)) if is_heading(first) => rest.trim_start(),
        _ => text,
    }
}

/// The first lines name the properties of an event.
fn is_format_list(head: &str) -> bool {
    let names: Vec<&str> =
        head.lines().take(60).filter_map(named_lines::name_and_value).map(|(name, _)| name).collect();
    names.contains(&"Id") && (names.contains(&"ProviderName") || names.contains(&"LogName"))
}
