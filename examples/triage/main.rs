//! Reads exported event logs and tells what became of the certificate requests, and what to do.
//!
//! ```console
//! $ cargo run --example triage
//! $ cargo run --example triage -- Admin.evtx Operational.evtx --min-severity warning
//! $ wevtutil qe Microsoft-Intune-CertificateConnectors/Admin | cargo run --example triage -- - --format json
//! ```
//!
//! In the order of the data: `input.rs` opens files as text, `formats/` reads records out of them with the names in
//! `fields.rs` and the times of `time.rs`, `summary.rs` counts them, `text.rs` and `json.rs` print the answer.

#![forbid(unsafe_code)]

mod arguments;
mod fields;
mod formats;
mod input;
mod json;
mod labels;
mod line_ends;
mod printable;
mod reader;
mod record;
mod summary;
mod text;
mod time;
mod timeline;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use arguments::{Arguments, OutputFormat};
use intune_connector_catalogue::Severity;
use reader::Triage;

/// What is shown where no file is named.
const SAMPLE: &[u8] = include_bytes!("sample.xml");

fn main() -> ExitCode {
    let arguments = Arguments::of_command_line();
    let mut triage = Triage::new(&arguments);
    if arguments.files.is_empty() {
        triage.sample(SAMPLE);
    }
    for file in &arguments.files {
        triage.file(file);
    }
    match print(&triage, &arguments) {
        // `triage | head` has read all it wanted.
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            // Not `eprintln!`: it panics if that stream is closed, too.
            let _ = writeln!(io::stderr(), "error: cannot write the output: {error}");
            ExitCode::from(2)
        }
        _ => verdict(&triage),
    }
}

fn print(triage: &Triage<'_>, arguments: &Arguments) -> io::Result<()> {
    let mut out = anstream::stdout();
    let write = match arguments.format {
        OutputFormat::Json => json::write,
        OutputFormat::Text => text::write,
    };
    write(&mut out, &triage.summary, &triage.filter, &triage.clock, arguments.lang)?;
    out.flush()
}

fn verdict(triage: &Triage<'_>) -> ExitCode {
    match triage.summary.worst(&triage.filter) {
        _ if triage.failed_files > 0 => ExitCode::from(2),
        Severity::Warning | Severity::Error => ExitCode::from(1),
        Severity::Information => ExitCode::SUCCESS,
    }
}
