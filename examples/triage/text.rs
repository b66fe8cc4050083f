//! The answer for a person on call: one screen.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

use anstyle::{AnsiColor, Style};
use intune_connector_catalogue::{Locale, Severity};
use jiff::Timestamp;
use textwrap::Options;
use textwrap::core::display_width;

use crate::labels::Labels;
use crate::printable::printable;
use crate::summary::{Event, Filter, Finding, Summary, code, has_requests};
use crate::time::Clock;

/// Texts stand below the event's name.
const INDENT: &str = "      ";
/// Up to so many codes that are not documented are shown; a field with a number in each record may look like one.
const UNDOCUMENTED: usize = 5;
/// Up to so many computers are named.
const NAMED: usize = 3;

/// Writes the report.
pub fn write(
    out: &mut dyn Write,
    summary: &Summary,
    filter: &Filter,
    clock: &Clock,
    locale: Locale,
) -> io::Result<()> {
    let labels = Labels::of(locale);
    let width =
        terminal_size::terminal_size_of(io::stdout()).map_or(100, |(width, _)| width.0.clamp(60, 120).into());

    head(out, summary, labels)?;
    scenarios(out, summary, filter, locale)?;
    let findings = summary.findings(filter);
    let is_bad = |(event, finding): &&(Event, &Finding)| event.weight(finding) > Severity::Information;
    for (event, finding) in findings.iter().filter(is_bad) {
        writeln!(out)?;
        self::finding(out, *event, finding, summary, locale, width)?;
    }
    let others: Vec<String> = findings
        .iter()
        .filter(|it| !is_bad(it))
        .map(|(event, finding)| short(*event, finding, labels))
        .collect();
    if !others.is_empty() {
        writeln!(out)?;
        paragraph(out, &format!("{}: {}.", labels.others, others.join(", ")), "", width)?;
    }
    loose_codes(out, summary, filter, locale, width)?;
    let notes = notes(summary, filter, clock, labels);
    if !notes.is_empty() {
        writeln!(out)?;
        paragraph(out, &notes.join(" "), "", width)?;
    }
    Ok(())
}

fn head(out: &mut dyn Write, summary: &Summary, labels: &Labels) -> io::Result<()> {
    write!(out, "{}", (labels.records)(summary.connector, summary.records))?;
    if summary.unreadable > 0 {
        write!(out, ", {}", (labels.unreadable)(summary.unreadable))?;
    }
    if summary.without_time > 0 {
        write!(out, ", {}", (labels.without_time)(summary.without_time))?;
    }
    if let (Some(first), Some(last)) = (summary.first, summary.last) {
        write!(out, ", {}", span(first, last))?;
    }
    writeln!(out)?;
    if summary.connector == 0 && summary.found().1 == 0 {
        writeln!(out, "{}", labels.nothing)?;
    } else if summary.connector > 0 && summary.is_empty() {
        writeln!(out, "{}", labels.none_in_time)?;
    }
    Ok(())
}

fn scenarios(out: &mut dyn Write, summary: &Summary, filter: &Filter, locale: Locale) -> io::Result<()> {
    let labels = Labels::of(locale);
    let rows: Vec<_> = summary.scenarios(filter).collect();
    if rows.is_empty() {
        return Ok(());
    }
    let names: Vec<&str> = rows.iter().map(|(scenario, _)| scenario.name()).collect();
    let first = names.iter().copied().chain([labels.scenario]).map(display_width).max().unwrap_or_default();
    let heads = [labels.succeeded, labels.failed, labels.retrying];
    writeln!(out)?;
    write!(out, "{}", padded(labels.scenario, first))?;
    for head in heads {
        write!(out, "  {head}")?;
    }
    writeln!(out, "  {}", labels.last_success)?;
    for (scenario, totals) in rows {
        write!(out, "{}", padded(scenario.name(), first))?;
        // Events of the older connector count as requests, too.
        let is_counted = totals.succeeded + totals.failed > 0;
        let is_known = summary.requests > 0 || is_counted || !has_requests(scenario);
        let of_requests = |text: String| if is_known { text } else { "-".to_owned() };
        let counts = [
            of_requests(totals.succeeded.to_string()),
            of_requests(totals.failed.to_string()),
            totals.retrying.to_string(),
        ];
        for (head, count) in heads.iter().zip(counts) {
            write!(out, "  {count:>width$}", width = display_width(head))?;
        }
        let last = totals.last_success.map_or_else(|| labels.never.to_owned(), minute);
        writeln!(out, "  {}", of_requests(last))?;
    }
    Ok(())
}

fn finding(
    out: &mut dyn Write,
    event: Event,
    finding: &Finding,
    summary: &Summary,
    locale: Locale,
    width: usize,
) -> io::Result<()> {
    let labels = Labels::of(locale);
    heading(out, event, finding, labels, width)?;
    if let (Some(first), Some(last)) = (finding.first, finding.last) {
        let (begin, end) = (summary.first.unwrap_or(first), summary.last.unwrap_or(last));
        writeln!(out, "{INDENT}{}  {}", finding.timeline.bar(begin, end), span(first, last))?;
    }
    // Usually it is the event's name, which is already there.
    let name = event.known().map(|event| event.name());
    if let Some(task) =
        finding.task.as_ref().filter(|task| !name.is_some_and(|name| name.eq_ignore_ascii_case(task)))
    {
        paragraph(out, &format!("{}: {}", labels.task, printable(task)), INDENT, width)?;
    }
    if let Some(event) = event.known() {
        paragraph(out, event.description_in(locale), INDENT, width)?;
    }
    codes(out, &finding.codes, locale, width)?;
    if let Some(advice) = event.known().and_then(|event| event.remediation_in(locale)) {
        paragraph(out, &format!("{}: {advice}", labels.what_to_do), INDENT, width)?;
    }
    Ok(())
}

/// What it is, how often, of what, and where.
fn heading(
    out: &mut dyn Write,
    event: Event,
    finding: &Finding,
    labels: &Labels,
    width: usize,
) -> io::Result<()> {
    let severity = event.weight(finding);
    let (style, bold) = (colour(severity), Style::new().bold());
    let (word, title) = ((labels.severity)(severity), format!("{} {}", event.id(), name(event, labels)));
    write!(out, "{style}{word}{style:#} {bold}{title}{bold:#} ×{}", finding.count)?;
    let mut facts: Vec<String> = Vec::new();
    facts.extend(event.scenario().map(|scenario| scenario.name().to_owned()));
    facts.extend(event.channel().map(|channel| channel.name().to_owned()));
    if !finding.computers.is_empty() {
        facts.push(computers(finding, labels));
    }
    let facts = facts.join(", ");
    let used = format!("{word} {title} ×{}", finding.count);
    match display_width(&used) + 2 + display_width(&facts) > width {
        true => writeln!(out, "\n{INDENT}{facts}"),
        false => writeln!(out, "  {facts}"),
    }
}

/// What to know of the figures.
fn notes(summary: &Summary, filter: &Filter, clock: &Clock, labels: &Labels) -> Vec<String> {
    let lacks_requests =
        summary.requests == 0 && summary.scenarios(filter).any(|(scenario, _)| has_requests(scenario));
    let notes = [
        summary.first.map(|_| labels.times.to_owned()),
        clock.assumed.then(|| (labels.assumed)(clock.zone.iana_name().unwrap_or("UTC"))),
        clock.ambiguous.then(|| labels.ambiguous.to_owned()),
        lacks_requests.then(|| labels.no_requests.to_owned()),
        (summary.untold > 0).then(|| (labels.untold)(summary.untold)),
        (summary.without_time > 0 && filter.is_timed()).then(|| (labels.left_out)(summary.without_time)),
    ];
    notes.into_iter().flatten().collect()
}

/// The names of a few computers, or how many there are.
fn computers(finding: &Finding, labels: &Labels) -> String {
    if finding.computers.len() > NAMED {
        return (labels.computers)(finding.computers.len());
    }
    let names: Vec<String> = finding.computers.iter().map(|name| printable(name)).collect();
    names.join(", ")
}

/// `0x00000400 PKCS_Issue_CA_Unavailable ×2: …`.
fn meaning(number: u32, count: u64, locale: Locale) -> String {
    let labels = Labels::of(locale);
    let (written, entry) = code(number);
    match entry {
        Some(entry) => format!("{written} {} ×{count}: {}", entry.name(), entry.description_in(locale)),
        None => format!("{written} ×{count}: {}", labels.undocumented_code),
    }
}

fn loose_codes(
    out: &mut dyn Write,
    summary: &Summary,
    filter: &Filter,
    locale: Locale,
    width: usize,
) -> io::Result<()> {
    let loose = summary.loose_codes(filter);
    if loose.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}:", Labels::of(locale).loose)?;
    codes(out, &loose, locale, width)
}

/// The meaning of codes, the documented ones first, then those that are most frequent.
fn codes(out: &mut dyn Write, counts: &BTreeMap<u32, u64>, locale: Locale, width: usize) -> io::Result<()> {
    let mut codes: Vec<(u32, u64)> = counts.iter().map(|(number, count)| (*number, *count)).collect();
    codes.sort_by_key(|(number, count)| (code(*number).1.is_none(), Reverse(*count)));
    let documented = codes.iter().filter(|(number, _)| code(*number).1.is_some()).count();
    let shown = codes.len().min(documented + UNDOCUMENTED);
    for (number, count) in &codes[..shown] {
        paragraph(out, &meaning(*number, *count, locale), INDENT, width)?;
    }
    if shown < codes.len() {
        paragraph(out, &(Labels::of(locale).more_codes)(codes.len() - shown), INDENT, width)?;
    }
    Ok(())
}

fn short(event: Event, finding: &Finding, labels: &Labels) -> String {
    format!("{} {} ×{}", event.id(), name(event, labels), finding.count)
}

fn name(event: Event, labels: &Labels) -> &'static str {
    event.known().map_or(labels.undocumented, |event| event.name())
}

fn paragraph(out: &mut dyn Write, text: &str, indent: &str, width: usize) -> io::Result<()> {
    let options = Options::new(width).initial_indent(indent).subsequent_indent(indent);
    writeln!(out, "{}", textwrap::fill(text, options))
}

/// `2026-11-20 08:00 … 09:30`: the second date only if it is another.
fn span(first: Timestamp, last: Timestamp) -> String {
    let (begin, end) = (minute(first), minute(last));
    match (begin.split_once(' '), end.split_once(' ')) {
        _ if begin == end => begin,
        (Some((day, _)), Some((other, time))) if day == other => format!("{begin} … {time}"),
        _ => format!("{begin} … {end}"),
    }
}

fn minute(time: Timestamp) -> String {
    time.strftime("%Y-%m-%d %H:%M").to_string()
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(display_width(text))))
}

fn colour(severity: Severity) -> Style {
    let style = Style::new().bold();
    match severity {
        Severity::Error => style.fg_color(Some(AnsiColor::Red.into())),
        Severity::Warning => style.fg_color(Some(AnsiColor::Yellow.into())),
        Severity::Information => style,
    }
}
