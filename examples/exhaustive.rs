//! Decides what to do about events of the connector: ignore them, open a ticket, or wake somebody up.
//!
//! ```console
//! $ cargo run --example exhaustive -- 20102 '20102 0x00000400' 20199
//! $ cargo run --example exhaustive < exported.csv
//! ```
//!
//! A line is an event id, and may go on with the rest of an exported event. The rules are two `match`
//! expressions without `_`: when the catalogue gains an entry, this file stops compiling until somebody
//! has decided about it. What the catalogue does not know at run time is kept, and told apart.

use std::io::{self, BufRead, IsTerminal, Write};

use Action::{Ignore, Page, Ticket};
use intune_connector_catalogue::{DiagnosticCode, EventId, OrUnknown, ParseError};

/// In the order of urgency, so that `max` takes the more urgent one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Action {
    Ignore,
    Ticket,
    Page,
}

fn on_event(event: EventId) -> Action {
    // An alias, not `use EventId::*`: a bare name that is no variant any more would match everything.
    use EventId as E;
    match event {
        E::StartedConnectorService | E::CertificateRenewalSuccess | E::PkcsCertIssueSuccess => Ignore,
        E::RevokeCertSuccess | E::UploadSuccess | E::DownloadSuccess => Ignore,
        E::CrpVerifyMetricSuccess | E::CrpNotifyMetricSuccess => Ignore,
        // The device asks again by itself.
        E::CrpVerifyMetricWarning => Ignore,
        // One request has failed, others may be fine.
        E::RetrieveCertificateWarning | E::PkcsCertIssueFailure | E::UploadFailure => Ticket,
        E::DownloadFailure | E::CrpVerifyMetricFailure | E::CrpNotifyMetricFailure => Ticket,
        // No request gets through until somebody comes.
        E::StoppedConnectorService | E::CertificateRenewalFailure | E::RetrieveCertificateError => Page,
        // A certificate that should be dead is still trusted.
        E::RevokeCertFailure => Page,
    }
}

fn on_code(code: DiagnosticCode) -> Action {
    use DiagnosticCode as C;
    match code {
        C::Success | C::CrpScepChallengeExpired => Ignore,
        C::SymantecClientAuthCertNotFound | C::RevokeCertAccessDenied | C::CertThumbprintNotFound => Ticket,
        C::CrpScepCertNotFound | C::CrpScepSigningCertNotFound => Ticket,
        C::CrpScepDeserializeFailed | C::UnknownError => Ticket,
        // These stop every request, not only the one that was tried.
        C::PkcsIssueCaUnavailable | C::CertificateNotFound | C::CertificateExpired => Page,
    }
}

/// The event at the start of a line, and the action for it: a code further on can only make it more urgent.
fn decide(line: &str) -> Result<(OrUnknown<EventId>, Action), ParseError> {
    let mut words =
        line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let event = words.next().unwrap_or_default().parse::<OrUnknown<EventId>>()?;
    // A new event id is no reason to wake anybody, and none to lose it.
    let action = event.known().map_or(Ticket, on_event);
    let codes = words.filter(|word| word.starts_with("0x")).filter_map(|word| word.parse().ok());
    Ok((event, codes.map(on_code).fold(action, Action::max)))
}

fn report(out: &mut impl Write, line: &str) -> io::Result<()> {
    match decide(line) {
        Ok((event, action)) => match (event.known(), EventId::range_name(event.code())) {
            (Some(known), _) => writeln!(out, "{action:?}\t{known:#}"),
            (None, Some(range)) => writeln!(out, "{action:?}\t{event} (undocumented, {range})"),
            (None, None) => writeln!(out, "{action:?}\t{event} (unknown)"),
        },
        // A heading of the export, or a message that goes on: no event, yet not passed over in silence.
        Err(error) => writeln!(io::stderr(), "skipped {line:?}: {error}"),
    }
}

fn main() -> io::Result<()> {
    let mut out = io::stdout().lock();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    for line in &arguments {
        report(&mut out, line)?;
    }
    if arguments.is_empty() && io::stdin().is_terminal() {
        EventId::ALL.iter().try_for_each(|event| writeln!(out, "{:?}\t{event:#}", on_event(*event)))?;
        DiagnosticCode::ALL.iter().try_for_each(|code| writeln!(out, "{:?}\t{code:#}", on_code(*code)))?;
    } else if arguments.is_empty() {
        // Bytes: an export may be in any code page, and what is looked for is ASCII.
        for line in io::stdin().lock().split(b'\n') {
            let line = String::from_utf8_lossy(&line?).trim().to_owned();
            if !line.is_empty() {
                report(&mut out, &line)?
            }
        }
    }
    Ok(())
}
