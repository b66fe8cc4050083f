//! The answer for programs: one JSON object.

use std::io::{self, Write};

use intune_connector_catalogue::{Generation, Locale};
use serde::Serialize;

use crate::summary::{Filter, Finding, Summary, code};
use crate::time::Clock;

#[derive(Serialize)]
struct Report {
    records: u64,
    connector: u64,
    foreign: u64,
    unreadable: u64,
    without_time: u64,
    time_zone_assumed: bool,
    /// Whether day and month of some dates could be each other.
    dates_ambiguous: bool,
    /// Records of the Admin channel, from which requests are counted.
    requests: u64,
    /// Records of events beyond those that are told apart.
    untold: u64,
    scenarios: Vec<Scenario>,
    findings: Vec<Entry>,
    /// Beside what other programs rely on: codes in texts that are no records.
    loose_codes: Vec<Code>,
}

#[derive(Serialize)]
struct Scenario {
    scenario: &'static str,
    succeeded: u64,
    failed: u64,
    retrying: u64,
    last_success: Option<String>,
}

#[derive(Serialize)]
struct Entry {
    connector: &'static str,
    id: u32,
    name: Option<&'static str>,
    channel: Option<&'static str>,
    scenario: Option<&'static str>,
    severity: Option<&'static str>,
    /// How bad it is in this log, where the catalogue does not say.
    weight: &'static str,
    level: Option<u8>,
    outcome: Option<&'static str>,
    count: u64,
    computers: usize,
    computer_names: Vec<String>,
    first: Option<String>,
    last: Option<String>,
    codes: Vec<Code>,
    description: Option<&'static str>,
    remediation: Option<&'static str>,
}

#[derive(Serialize)]
struct Code {
    code: String,
    name: Option<&'static str>,
    count: u64,
}

/// Writes the report.
pub fn write(
    out: &mut dyn Write,
    summary: &Summary,
    filter: &Filter,
    clock: &Clock,
    locale: Locale,
) -> io::Result<()> {
    let scenarios = summary.scenarios(filter).map(|(scenario, totals)| Scenario {
        scenario: scenario.name(),
        succeeded: totals.succeeded,
        failed: totals.failed,
        retrying: totals.retrying,
        last_success: totals.last_success.map(|time| time.to_string()),
    });
    let report = Report {
        records: summary.records,
        connector: summary.connector,
        foreign: summary.foreign,
        unreadable: summary.unreadable,
        without_time: summary.without_time,
        time_zone_assumed: clock.assumed,
        dates_ambiguous: clock.ambiguous,
        requests: summary.requests,
        untold: summary.untold,
        scenarios: scenarios.collect(),
        findings: summary
            .findings(filter)
            .iter()
            .map(|(event, finding)| entry(*event, finding, locale))
            .collect(),
        loose_codes: codes(&summary.loose_codes(filter)),
    };
    serde_json::to_writer_pretty(&mut *out, &report)?;
    writeln!(out)
}

fn entry(event: crate::summary::Event, finding: &Finding, locale: Locale) -> Entry {
    let known = event.known();
    Entry {
        connector: match event.generation() {
            Generation::Legacy => "legacy",
            Generation::Unified => "unified",
        },
        id: event.id(),
        name: known.map(|event| event.name()),
        channel: event.channel().map(|channel| channel.name()),
        scenario: event.scenario().map(|scenario| scenario.name()),
        severity: known.map(|event| event.severity().name()),
        weight: event.weight(finding).name(),
        level: finding.level,
        outcome: known.map(|event| event.outcome().name()),
        count: finding.count,
        computers: finding.computers.len(),
        computer_names: finding.computers.iter().cloned().collect(),
        first: finding.first.map(|time| time.to_string()),
        last: finding.last.map(|time| time.to_string()),
        codes: codes(&finding.codes),
        description: known.map(|event| event.description_in(locale)),
        remediation: known.and_then(|event| event.remediation_in(locale)),
    }
}

fn codes(counts: &std::collections::BTreeMap<u32, u64>) -> Vec<Code> {
    let one = |(number, count): (&u32, &u64)| {
        let (code, entry) = code(*number);
        Code { code, name: entry.map(|entry| entry.name()), count: *count }
    };
    counts.iter().map(one).collect()
}
