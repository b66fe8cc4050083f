//! The command line.

use std::convert::Infallible;
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, ValueEnum};
use encoding_rs::Encoding;
use intune_connector_catalogue::{Channel, Locale, Scenario, Severity};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp, Zoned};

use crate::summary::Filter;
use crate::time::Order;

/// Tells what exported event logs say about the Microsoft Intune certificate connectors.
#[derive(Parser)]
#[command(name = "triage", after_help = EXAMPLES)]
pub struct Arguments {
    /// Exported logs in any format, or - for standard input; without any, an embedded sample
    ///
    /// A record that two of them hold is counted twice.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,

    /// For people or for programs
    #[arg(long, value_enum, default_value_t = OutputFormat::Text)]
    pub format: OutputFormat,

    /// Language of the texts, as a BCP 47 tag such as ru or en-GB
    #[arg(long, value_name = "TAG", default_value_t)]
    pub lang: Locale,

    /// Findings of this severity or worse: information, warning, error
    #[arg(long, value_name = "SEVERITY", value_parser = str::parse::<Severity>)]
    pub min_severity: Option<Severity>,

    /// Findings of this scenario: general, pkcs, "pkcs import", revocation, scep, "connector health"; repeatable
    #[arg(long, value_parser = str::parse::<Scenario>)]
    pub scenario: Vec<Scenario>,

    /// Records from this time on, such as 2026-11-20 or 2026-11-20T08:30:00Z
    #[arg(long, value_name = "TIME")]
    since: Option<When>,

    /// Records up to this time; a date means its whole day
    #[arg(long, value_name = "TIME")]
    until: Option<When>,

    /// Zone of times that name none, such as Europe/Berlin
    #[arg(long, value_name = "ZONE", default_value = "UTC", value_parser = zone)]
    pub tz: TimeZone,

    /// Log of records that name none: admin, operational, or a path
    #[arg(long, value_name = "NAME", value_parser = log)]
    pub log: Option<String>,

    /// Order of day and month in dates such as 10/11/2026, where a file does not tell
    #[arg(long, value_name = "ORDER", value_enum)]
    pub dates: Option<Order>,

    /// Read the parts of .evtx files that are damaged, too; that may take all memory
    #[arg(long)]
    pub damaged: bool,

    /// Encoding of texts that are neither UTF-8 nor UTF-16, such as windows-1251 or ibm866
    #[arg(long, value_name = "LABEL", value_parser = encoding)]
    pub encoding: Option<&'static Encoding>,
}

#[derive(Clone, Copy, ValueEnum)]
pub enum OutputFormat {
    /// One screen for a person on call
    Text,
    /// One JSON object
    Json,
}

const EXAMPLES: &str = "\
Reads, told apart by their content: .evtx; XML of Event Viewer, wevtutil and evtx_dump; text of wevtutil, of
Get-WinEvent | Format-List, of Event Viewer's Copy and of Splunk; JSON of Get-WinEvent, evtx_dump, Winlogbeat, Elasticsearch,
OpenTelemetry, Log Analytics, Splunk and NXLog; CSV of Export-Csv, Event Viewer, Kibana and Splunk; any other text, in
which it looks for names and codes. Lines may have any length; an object of JSON up to 64 MiB, and an event of XML 16.

Examples:
  triage                                        a sample
  triage Admin.evtx Operational.evtx            both logs of the connector
  triage logs/*.json --min-severity warning     what needs attention
  triage events.csv --tz Europe/Berlin --since 2026-11-20
  wevtutil qe Microsoft-Intune-CertificateConnectors/Admin | triage - --format json

In a clone, `cargo run --example triage --` stands for `triage`.
The exit code is 0 if nothing of warning or worse was found, 1 if something was, and 2 if an input could not be
read at all or the usage was wrong.";

impl Arguments {
    /// Those of the command line; ends the program if they are wrong.
    pub fn of_command_line() -> Self {
        let arguments = Self::parse();
        let Filter { since, until, .. } = arguments.filter();
        if since.zip(until).is_some_and(|(since, until)| since > until) {
            let message = "--since is later than --until: no record can lie between them";
            Self::command().error(ErrorKind::ArgumentConflict, message).exit();
        }
        arguments
    }

    /// What is asked for.
    pub fn filter(&self) -> Filter {
        Filter {
            min_severity: self.min_severity,
            scenarios: self.scenario.clone(),
            since: self.since.as_ref().map(|when| when.first(&self.tz)),
            until: self.until.as_ref().map(|when| when.last(&self.tz)),
        }
    }
}

/// A moment, or a day or a time of some zone.
#[derive(Debug, Clone)]
enum When {
    Moment(Timestamp),
    Local(DateTime),
    Day(Date),
}

impl std::str::FromStr for When {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        // A date is also a time at midnight, so it is tried first; jiff would read the date of a longer text.
        let day = || text.parse().ok().filter(|_| text.len() <= 10).map(Self::Day);
        let moment = || text.parse().ok().map(Self::Moment);
        // Read as a time, its zone would be dropped.
        if text.contains('[') {
            let zoned = text.parse::<Zoned>().map_err(|error| error.to_string())?;
            return Ok(Self::Moment(zoned.timestamp()));
        }
        let local = || text.parse().ok().map(Self::Local);
        moment().or_else(day).or_else(local).ok_or_else(|| {
            "expected a date such as 2026-11-20, or a time such as 2026-11-20T08:30:00Z".to_owned()
        })
    }
}

impl When {
    fn first(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Moment(moment) => *moment,
            Self::Local(time) => moment(zone, *time),
            Self::Day(day) => moment(zone, day.at(0, 0, 0, 0)),
        }
    }

    fn last(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::Moment(moment) => *moment,
            // Where clocks go back, a time comes twice.
            Self::Local(time) => {
                zone.to_ambiguous_timestamp(*time).later().unwrap_or_else(|_| moment(zone, *time))
            }
            Self::Day(day) => match day.tomorrow() {
                Ok(next) => moment(zone, next.at(0, 0, 0, 0)) - Span::new().nanoseconds(1),
                Err(_) => Timestamp::MAX,
            },
        }
    }
}

/// The moment of a time in a zone; at the ends of the calendar, the last or first that there is.
fn moment(zone: &TimeZone, time: DateTime) -> Timestamp {
    let end = if time.year() < 0 { Timestamp::MIN } else { Timestamp::MAX };
    zone.to_timestamp(time).unwrap_or(end)
}

/// A channel of the unified connector, or any path.
#[allow(clippy::unnecessary_wraps)] // As clap wants it.
fn log(name: &str) -> Result<String, Infallible> {
    let channel = name.parse::<Channel>();
    Ok(channel.map_or_else(|_| name.to_owned(), |channel| channel.path().to_owned()))
}

fn zone(name: &str) -> Result<TimeZone, String> {
    match name {
        "UTC" | "utc" | "Z" => Ok(TimeZone::UTC),
        name => TimeZone::get(name)
            .map_err(|_| "expected a name of the IANA database, such as Europe/Berlin".to_owned()),
    }
}

fn encoding(label: &str) -> Result<&'static Encoding, String> {
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| "expected a label of the Encoding Standard, such as windows-1251 or ibm866".to_owned())
}
