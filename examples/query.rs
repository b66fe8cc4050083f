//! Prints a query of some log tool for a selection of the connectors' events.
//!
//! ```console
//! $ cargo run --example query -- --severity error --scenario scep --format sigma
//! $ cargo run --example query -- --generation unified --channel admin --format querylist
//! ```

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, ValueEnum};
use intune_connector_catalogue::EventId;
use intune_connector_catalogue::query::Selection;
use intune_connector_catalogue::{Channel, ConnectorEvent, Generation, Outcome, Scenario, Severity, unified};

/// Prints a query for a selection of the events of the Microsoft Intune certificate connectors.
#[derive(Parser)]
#[command(name = "query", after_help = EXAMPLES)]
struct Cli {
    /// What the query is for
    #[arg(long, value_enum, default_value_t = Format::Ids)]
    format: Format,

    /// Events of this severity or worse: information, warning, error
    #[arg(long, value_parser = str::parse::<Severity>)]
    severity: Option<Severity>,

    /// Events of this scenario: general, pkcs, "pkcs import", revocation, scep, "connector health"; repeatable
    #[arg(long, value_parser = str::parse::<Scenario>)]
    scenario: Vec<Scenario>,

    /// Events of this channel: admin or operational; repeatable
    #[arg(long, value_parser = str::parse::<Channel>)]
    channel: Vec<Channel>,

    /// Events of this outcome: success, failure, retrying, progress; repeatable
    #[arg(long, value_parser = str::parse::<Outcome>)]
    outcome: Vec<Outcome>,

    /// Events of this generation of the connector
    #[arg(long, value_enum)]
    generation: Option<GenerationArg>,

    /// This event, by id or name; repeatable
    #[arg(long, value_parser = event)]
    event: Vec<ConnectorEvent>,

    /// Also whatever else the selected logs hold of level 1 to 3
    #[arg(long)]
    include_undocumented: bool,

    /// Fold consecutive ids into ranges (ids)
    #[arg(long)]
    ranges: bool,

    /// Look into this log, such as ForwardedEvents, or file, such as file://C:\logs\export.evtx (querylist)
    #[arg(long)]
    path: Option<String>,
}

const EXAMPLES: &str = "\
Examples:
  query --severity error --scenario scep --format sigma
  query --generation unified --channel admin --format querylist
  query --event 3051 --event RevokeCert_Failure --format kql

In a clone, `cargo run --example query --` stands for `query`.
The exit code is 0 if there is a query, 1 if no event is selected, and 2 for wrong usage or if the output
cannot be written.";

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    /// Event ids, one a line
    Ids,
    /// XPath expressions for Windows, one a line
    Xpath,
    /// A structured query for wevtutil, Get-WinEvent -FilterXml, Event Viewer and subscriptions
    Querylist,
    /// A Get-WinEvent command
    Powershell,
    /// Sigma rules
    Sigma,
    /// The Kusto query language, for the table Event of Log Analytics
    Kql,
    /// A Splunk search
    Splunk,
}

#[derive(Clone, Copy, ValueEnum)]
enum GenerationArg {
    Legacy,
    Unified,
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let selection = cli.selection();
    if selection.events().next().is_none() {
        // Nothing better can be done if that stream is closed, too.
        let _ = writeln!(io::stderr(), "error: no event is selected; the criteria exclude each other");
        return ExitCode::FAILURE;
    }
    cli.refuse_useless();
    cli.warn(&selection);
    match cli.print(&selection) {
        // `query | head` has read all it wanted.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            let _ = writeln!(io::stderr(), "error: cannot write the output: {error}");
            ExitCode::from(2)
        }
        _ => ExitCode::SUCCESS,
    }
}

impl Cli {
    fn selection(&self) -> Selection {
        let mut selection = Selection::new();
        if let Some(severity) = self.severity {
            selection = selection.at_least(severity);
        }
        selection = self.scenario.iter().fold(selection, |it, scenario| it.scenario(*scenario));
        selection = self.channel.iter().fold(selection, |it, channel| it.channel(*channel));
        selection = self.outcome.iter().fold(selection, |it, outcome| it.outcome(*outcome));
        selection = self.event.iter().fold(selection, |it, event| it.event(*event));
        if let Some(age) = self.generation {
            selection = selection.generation(match age {
                GenerationArg::Legacy => Generation::Legacy,
                GenerationArg::Unified => Generation::Unified,
            });
        }
        if self.include_undocumented { selection.and_undocumented() } else { selection }
    }

    /// Ends the program if an option has no meaning for the format.
    fn refuse_useless(&self) {
        let (is_ids, is_list) =
            (matches!(self.format, Format::Ids), matches!(self.format, Format::Querylist));
        let message = match (self.ranges && !is_ids, self.path.is_some() && !is_list) {
            (true, _) => "--ranges is for `--format ids`",
            (_, true) => "--path is for `--format querylist`",
            _ => return,
        };
        Self::command().error(clap::error::ErrorKind::ArgumentConflict, message).exit();
    }

    /// A structured query over logs that a server may lack is worth a word, and so is an option without effect.
    fn warn(&self, selection: &Selection) {
        if self.include_undocumented && matches!(self.format, Format::Ids) {
            let _ = writeln!(io::stderr(), "warning: a list of ids holds no undocumented events");
        }
        let of = |generation| selection.events().any(|event| event.generation() == generation);
        let both = of(Generation::Legacy) && of(Generation::Unified);
        if both && self.path.is_none() && matches!(self.format, Format::Querylist | Format::Powershell) {
            let _ = writeln!(
                io::stderr(),
                "warning: this query is for the logs of both generations of the connector, and fails on a server \
                 that has only one of them; choose with --generation"
            );
        }
    }

    fn print(&self, selection: &Selection) -> io::Result<()> {
        let mut out = io::stdout().lock();
        match self.format {
            Format::Ids if self.ranges => write!(out, "{}", selection.ids().folded()),
            Format::Ids => write!(out, "{}", selection.ids()),
            Format::Xpath => write!(out, "{}", selection.xpath()),
            Format::Querylist => match &self.path {
                Some(path) => write!(out, "{}", selection.query_list().at(path)),
                None => write!(out, "{}", selection.query_list()),
            },
            Format::Powershell => write!(out, "{}", selection.powershell()),
            Format::Sigma => write!(out, "{}", selection.sigma()),
            Format::Kql => write!(out, "{}", selection.kql()),
            Format::Splunk => write!(out, "{}", selection.splunk()),
        }
    }
}

/// An event of either generation; their ids and names do not overlap.
fn event(word: &str) -> Result<ConnectorEvent, String> {
    if let Ok(event) = word.parse::<unified::EventId>() {
        return Ok(event.into());
    }
    if let Ok(event) = word.parse::<EventId>() {
        return Ok(event.into());
    }
    let near = unified::EventId::closest_to(word).map(unified::EventId::name);
    Err(match near.or_else(|| EventId::closest_to(word).map(EventId::name)) {
        Some(name) => format!("no event is called so; did you mean `{name}`?"),
        None => "no event has this id or name; the example `explain` lists all".to_owned(),
    })
}
