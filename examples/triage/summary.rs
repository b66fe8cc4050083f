//! What the records come to: findings, and totals of each scenario.

use std::collections::{BTreeMap, BTreeSet};

use intune_connector_catalogue::{
    Channel, ConnectorEvent, DiagnosticCode, Finding as Scanned, Generation, Identity, Outcome, Scenario,
    Severity, scan,
};
use jiff::Timestamp;

use crate::record::Record;
use crate::timeline::Timeline;

/// More computers, codes or events than this are not told apart.
const MOST: usize = 10_000;
/// More bytes of a name that a log gives are not kept; those of computers have up to 255.
const LONGEST_NAME: usize = 255;

/// Which records count and which findings are shown.
#[derive(Debug, Default)]
pub struct Filter {
    pub min_severity: Option<Severity>,
    pub scenarios: Vec<Scenario>,
    pub since: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

#[derive(Debug, Default)]
pub struct Summary {
    pub records: u64,
    pub connector: u64,
    pub foreign: u64,
    pub unreadable: u64,
    /// Records of connectors whose time is not there, cannot be read, or could be one of two.
    pub without_time: u64,
    pub first: Option<Timestamp>,
    pub last: Option<Timestamp>,
    /// Records of the Admin channel, which has one event for each request.
    pub requests: u64,
    /// Records of events beyond those that are told apart.
    pub untold: u64,
    /// Codes in texts that are no records.
    loose_codes: BTreeMap<u32, u64>,
    findings: BTreeMap<Event, Finding>,
    scenarios: BTreeMap<Scenario, Totals>,
}

/// Whose event it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Event {
    Known(ConnectorEvent),
    Undocumented { generation: Generation, channel: Option<Channel>, id: u32, scenario: Option<Scenario> },
}

/// All records of one event.
#[derive(Debug, Default)]
pub struct Finding {
    pub count: u64,
    pub computers: BTreeSet<String>,
    pub first: Option<Timestamp>,
    pub last: Option<Timestamp>,
    /// In how many records each code stands.
    pub codes: BTreeMap<u32, u64>,
    /// The worst that the records bear: 1 is worse than 5.
    pub level: Option<u8>,
    /// The category that they bear.
    pub task: Option<String>,
    pub timeline: Timeline,
}

/// Requests of a scenario.
#[derive(Debug, Default, Clone, Copy)]
pub struct Totals {
    pub succeeded: u64,
    pub failed: u64,
    pub retrying: u64,
    pub last_success: Option<Timestamp>,
}

impl Summary {
    /// Counts a record, of this log if it names none; `time` reads when it was written.
    pub fn add(
        &mut self,
        record: &Record,
        log: Option<&str>,
        filter: &Filter,
        time: impl FnOnce(&str) -> Option<Timestamp>,
    ) {
        self.records += 1;
        let Some(event) = Event::of(record, log) else {
            self.foreign += 1;
            return;
        };
        self.connector += 1;
        self.requests += u64::from(event.channel() == Some(Channel::Admin));
        let time = time(record.written());
        self.without_time += u64::from(time.is_none());
        if !filter.includes(time) {
            return;
        }
        self.first = self.first.into_iter().chain(time).min();
        self.last = self.last.max(time);
        if let Event::Known(event) = event {
            self.scenarios.entry(event.scenario()).or_default().add(event, time);
        }
        if self.findings.len() < MOST || self.findings.contains_key(&event) {
            self.findings.entry(event).or_default().add(record, time);
        } else {
            self.untold += 1;
        }
    }

    /// Whether no record of a connector counts.
    pub fn is_empty(&self) -> bool {
        self.findings.is_empty()
    }

    /// How much was found so far.
    pub fn found(&self) -> (u64, u64) {
        (self.records, self.loose_codes.values().sum())
    }

    /// Notes the codes of a text that is no record.
    pub fn add_loose(&mut self, text: &str) {
        count_codes(&mut self.loose_codes, text);
    }

    /// The codes in texts that are no records, as far as they are asked for: nothing tells their scenario and time.
    pub fn loose_codes(&self, filter: &Filter) -> BTreeMap<u32, u64> {
        if filter.is_timed() || !filter.scenarios.is_empty() {
            return BTreeMap::new();
        }
        let is_wanted = |(number, _): &(&u32, &u64)| {
            filter.min_severity.is_none_or(|least| code_weight(**number) >= least)
        };
        self.loose_codes.iter().filter(is_wanted).map(|(number, count)| (*number, *count)).collect()
    }

    /// How bad the worst is that is asked for.
    pub fn worst(&self, filter: &Filter) -> Severity {
        let of_findings = self.findings(filter).into_iter().map(|(event, finding)| event.weight(finding));
        let of_codes = self.loose_codes(filter).into_keys().map(code_weight);
        of_findings.chain(of_codes).max().unwrap_or(Severity::Information)
    }

    /// The findings that are asked for, the worst first.
    pub fn findings(&self, filter: &Filter) -> Vec<(Event, &Finding)> {
        let is_wanted = |event: &Event, finding: &Finding| {
            filter.min_severity.is_none_or(|least| event.weight(finding) >= least)
                && (filter.scenarios.is_empty()
                    || event.scenario().is_some_and(|scenario| filter.scenarios.contains(&scenario)))
        };
        let mut findings: Vec<(Event, &Finding)> = self
            .findings
            .iter()
            .filter(|(event, finding)| is_wanted(event, finding))
            .map(|(event, finding)| (*event, finding))
            .collect();
        findings.sort_by_key(|(event, finding)| {
            let worst = std::cmp::Reverse((event.weight(finding), finding.count));
            (worst, event.id(), event.generation(), event.channel())
        });
        findings
    }

    /// The scenarios that occur and are asked for.
    pub fn scenarios<'a>(&'a self, filter: &'a Filter) -> impl Iterator<Item = (Scenario, Totals)> + 'a {
        let scenarios = self.scenarios.iter().map(|(scenario, totals)| (*scenario, *totals));
        scenarios.filter(|(scenario, _)| filter.scenarios.is_empty() || filter.scenarios.contains(scenario))
    }
}

impl Filter {
    /// Whether only records of a span of time count.
    pub fn is_timed(&self) -> bool {
        self.since.is_some() || self.until.is_some()
    }

    /// A record whose time is not known lies in no span of time.
    fn includes(&self, time: Option<Timestamp>) -> bool {
        match time {
            None => !self.is_timed(),
            Some(time) => {
                self.since.is_none_or(|since| since <= time) && self.until.is_none_or(|until| time <= until)
            }
        }
    }
}

impl Event {
    /// The event that a record reports; `None` if it is not a connector's.
    fn of(record: &Record, log: Option<&str>) -> Option<Self> {
        if let Some(event) = record.named {
            return Some(Self::Known(event));
        }
        // The provider counts only where the log is not known.
        let (channel, provider, log) =
            (record.channel.as_str(), record.provider.as_str(), log.unwrap_or_default());
        let sources = match channel.eq_ignore_ascii_case("ForwardedEvents") {
            // A collector's log says nothing of the one that the record was written to.
            true => [provider, log, channel],
            false => [channel, log, provider],
        };
        let source = sources.into_iter().find(|source| !source.is_empty())?;
        match ConnectorEvent::identify(source, record.id?) {
            Identity::Known(event) => Some(Self::Known(event)),
            Identity::Undocumented { generation, channel, id, scenario } => {
                Some(Self::Undocumented { generation, channel, id, scenario })
            }
            Identity::Foreign => None,
        }
    }

    pub fn id(self) -> u32 {
        match self {
            Self::Known(event) => event.id().into(),
            Self::Undocumented { id, .. } => id,
        }
    }

    pub fn generation(self) -> Generation {
        match self {
            Self::Known(event) => event.generation(),
            Self::Undocumented { generation, .. } => generation,
        }
    }

    pub fn channel(self) -> Option<Channel> {
        match self {
            Self::Known(event) => event.channel(),
            Self::Undocumented { channel, .. } => channel,
        }
    }

    pub fn scenario(self) -> Option<Scenario> {
        match self {
            Self::Known(event) => Some(event.scenario()),
            Self::Undocumented { scenario, .. } => scenario,
        }
    }

    pub fn known(self) -> Option<ConnectorEvent> {
        match self {
            Self::Known(event) => Some(event),
            Self::Undocumented { .. } => None,
        }
    }

    /// How bad it is: an undocumented event is as bad as its records say, and worth a look if they say nothing.
    pub fn weight(self, finding: &Finding) -> Severity {
        match (self, finding.level) {
            (Self::Known(event), _) => event.severity(),
            (Self::Undocumented { .. }, Some(1 | 2)) => Severity::Error,
            (Self::Undocumented { .. }, Some(3) | None) => Severity::Warning,
            (Self::Undocumented { .. }, _) => Severity::Information,
        }
    }
}

impl Finding {
    fn add(&mut self, record: &Record, time: Option<Timestamp>) {
        self.count += 1;
        // Windows tells no computers apart by the case of their names.
        let computer = shortened(&record.computer).to_ascii_lowercase();
        if !computer.is_empty() && self.computers.len() < MOST {
            self.computers.insert(computer);
        }
        self.first = self.first.into_iter().chain(time).min();
        self.last = self.last.max(time);
        if let Some(time) = time {
            self.timeline.add(time);
        }
        count_codes(&mut self.codes, &record.text);
        self.level = self.level.into_iter().chain(record.level).min();
        if self.task.is_none() && !record.task.is_empty() {
            self.task = Some(shortened(&record.task).to_owned());
        }
    }
}

impl Totals {
    /// The Admin channel has one event for each request, the Operational channel one for each step. Steps count
    /// where there are no requests, and for retries, which are steps.
    fn add(&mut self, event: ConnectorEvent, time: Option<Timestamp>) {
        let is_step = event.channel() == Some(Channel::Operational) && has_requests(event.scenario());
        match event.outcome() {
            Outcome::Retrying => self.retrying += 1,
            _ if is_step => {}
            Outcome::Success => {
                self.succeeded += 1;
                self.last_success = self.last_success.max(time);
            }
            Outcome::Failure => self.failed += 1,
            Outcome::Progress => {}
        }
    }
}

/// Whether a scenario has events in the Admin channel.
pub fn has_requests(scenario: Scenario) -> bool {
    Channel::Admin.events().iter().any(|event| event.scenario() == scenario)
}

/// Counts each code of a text once.
fn count_codes(counts: &mut BTreeMap<u32, u64>, text: &str) {
    let found = scan(text).codes().filter_map(|found| match found.finding {
        Scanned::Code(code) => Some(code.code()),
        Scanned::Number(number) => Some(number),
        Scanned::Event(_) => None,
    });
    let mut codes: Vec<u32> = found.collect();
    codes.sort_unstable();
    codes.dedup();
    for code in codes {
        if counts.len() < MOST || counts.contains_key(&code) {
            *counts.entry(code).or_default() += 1;
        }
    }
}

fn shortened(name: &str) -> &str {
    let end = (0..=LONGEST_NAME.min(name.len())).rev().find(|end| name.is_char_boundary(*end));
    &name[..end.unwrap_or_default()]
}

/// How bad a code is by itself; of others than the documented ones, nobody knows.
fn code_weight(number: u32) -> Severity {
    DiagnosticCode::from_code(number).map_or(Severity::Information, DiagnosticCode::severity)
}

/// A code as logs write it, and its entry if it is documented.
pub fn code(number: u32) -> (String, Option<DiagnosticCode>) {
    (format!("0x{number:08X}"), DiagnosticCode::from_code(number))
}
