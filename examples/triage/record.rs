//! What every format is read into: one record of an event log, as far as it is known.

use intune_connector_catalogue::ConnectorEvent;

/// A record of an event log. Readers fill it and hand it on, then clear it for the next: most records of a
/// log are somebody else's, and cost no allocation.
#[derive(Debug, Default)]
pub struct Record {
    /// The log that it was written to; empty if not known.
    pub channel: String,
    /// Who wrote it; empty if not known.
    pub provider: String,
    pub id: Option<u32>,
    /// 1 (critical) to 5 (verbose).
    pub level: Option<u8>,
    /// As it is written, since only the connectors' records need theirs read.
    pub time: String,
    /// The time that stands in a text of Splunk's, without a zone: it counts where there is no other.
    pub local_time: String,
    pub computer: String,
    /// Name of the task category.
    pub task: String,
    /// Message and data, one below the other.
    pub text: String,
    /// The event, where a text names it and there is no record of a log.
    pub named: Option<ConnectorEvent>,
}

impl Record {
    pub fn clear(&mut self) {
        for text in [
            &mut self.channel,
            &mut self.provider,
            &mut self.time,
            &mut self.local_time,
            &mut self.computer,
            &mut self.task,
            &mut self.text,
        ] {
            text.clear();
        }
        (self.id, self.level, self.named) = (None, None, None);
    }

    /// When it was written, as far as it says.
    pub fn written(&self) -> &str {
        if self.time.is_empty() { &self.local_time } else { &self.time }
    }

    /// Adds a part of the message.
    pub fn add_text(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
    }

    /// Whether it says enough to be a record of an event log.
    pub fn is_event(&self) -> bool {
        self.named.is_some() || (self.id.is_some() && !(self.channel.is_empty() && self.provider.is_empty()))
    }

    /// What it does not say, where that is not enough.
    pub fn lack(&self) -> &'static str {
        match self.id {
            None => "without an event's id",
            Some(_) => "without its log or provider; --log names one",
        }
    }
}

/// Takes what readers find.
pub trait Sink {
    /// Whether a record says enough.
    fn takes(&self, record: &Record) -> bool;

    /// A record that does; the reader clears it afterwards.
    fn record(&mut self, record: &Record);

    /// A record, or what it lacks to be one, by the name that its format has for records.
    fn record_or_lack(&mut self, record: &Record, kind: &str, place: Place) {
        match self.takes(record) {
            true => self.record(record),
            false => self.unreadable(place, 1, &format!("{kind} {}", record.lack())),
        }
    }

    /// So many that should have been records, where they stand, and why they cannot be read.
    fn unreadable(&mut self, place: Place, records: u64, why: &str);

    /// Text that belongs to no record.
    fn loose_text(&mut self, text: &str);
}

/// Where in its file something stands.
#[derive(Debug, Clone, Copy)]
pub enum Place {
    /// A line, counted from 1.
    Line(u64),
    /// The number that the log gave to the record, or the last one before it.
    AfterRecord(u64),
}
