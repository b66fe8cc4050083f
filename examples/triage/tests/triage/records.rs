//! The records that every format is tried with: all events, and foreign records that bear the same ids.

use intune_connector_catalogue::{ConnectorEvent, EventId, unified};

/// A record as Windows writes it.
pub struct Row {
    pub channel: &'static str,
    pub provider: &'static str,
    pub id: u16,
    pub level: u8,
    pub task: &'static str,
    pub computer: &'static str,
    pub message: String,
    /// The event, if it is a connector's.
    pub event: Option<ConnectorEvent>,
}

/// When every record was written; a day that no other order of its parts names.
pub const TIME: &str = "2026-11-20T08:30:15.0000000Z";
pub const SECONDS: i64 = 1_795_163_415;

impl Row {
    pub fn level_name(&self) -> &'static str {
        match self.level {
            2 => "Error",
            3 => "Warning",
            _ => "Information",
        }
    }

    pub fn is_foreign(&self) -> bool {
        self.event.is_none()
    }
}

/// One record of each event, each followed by two of other programs with its id.
pub fn rows() -> Vec<Row> {
    ConnectorEvent::ALL.iter().flat_map(|event| [own(*event), sibling(*event), stranger(*event)]).collect()
}

fn own(event: ConnectorEvent) -> Row {
    Row {
        channel: event.log(),
        provider: match event {
            ConnectorEvent::Legacy(_) => EventId::LOG_NAME,
            ConnectorEvent::Unified(_) => unified::EventId::PROVIDER,
        },
        id: event.id(),
        level: event.severity().windows_level(),
        task: event.name(),
        computer: "connector.example.org",
        message: message(),
        event: Some(event),
    }
}

/// The sibling connector writes codes of the same kind.
fn sibling(event: ConnectorEvent) -> Row {
    Row {
        channel: "ODJ Connector Service",
        provider: "ODJ Connector Service Source",
        computer: "odj.example.org",
        event: None,
        ..own(event)
    }
}

fn stranger(event: ConnectorEvent) -> Row {
    Row { channel: "Application", provider: "Windows Error Reporting", event: None, ..own(event) }
}

/// With two lines, quotation marks, markup, a code twice, an error of Windows, and what is no code.
fn message() -> String {
    "The request \"a;b\", <x> & 'y' failed: DiagnosticException: 0x00000400.\r\n\
     {\"DiagnosticCode\":\"0x00000400\"} (Exception from HRESULT: 0x800706BA) 0x123456789ABC"
        .to_owned()
}
