//! Runs the example `triage` as a user does, on every format that it reads.

mod evtx;
mod exports;
mod formats;
mod options;
mod output;
mod records;
mod robustness;
#[path = "../../../../tests/common/run.rs"]
mod run;
mod shapes;
mod times;

use std::fs;
use std::path::PathBuf;

use run::{Run, command, finish};
use serde_json::Value;
use tempfile::TempDir;

/// A log of a connector.
const ADMIN: &str = "Microsoft-Intune-CertificateConnectors/Admin";

/// Runs the example with a file of that content behind the arguments.
fn triage_file(arguments: &[&str], content: &[u8]) -> Run {
    let (_folder, path) = file("export", content);
    finish(command("triage").args(arguments).arg(path), b"")
}

/// What the example says of a file, as JSON.
#[track_caller]
fn report(arguments: &[&str], content: &[u8]) -> Value {
    let run = triage_file(&[arguments, &["--format", "json"]].concat(), content);
    parsed(&run)
}

#[track_caller]
fn parsed(run: &Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|error| panic!("{error}: {}{}", run.stdout, run.stderr))
}

/// How many records a file holds and how many of it cannot be read, and what is said of these.
#[track_caller]
fn counts(content: &[u8]) -> ((u64, u64), String) {
    let run = triage_file(&["--format", "json"], content);
    let report = parsed(&run);
    let number = |key: &str| report[key].as_u64().unwrap();
    ((number("records"), number("unreadable")), run.stderr)
}

#[track_caller]
fn findings(report: &Value) -> &[Value] {
    report["findings"].as_array().unwrap()
}

/// A file in a folder that is gone with the first of the two.
fn file(name: &str, content: &[u8]) -> (TempDir, PathBuf) {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    (folder, path)
}
