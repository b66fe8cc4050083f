//! `catalogue diff`

use std::io;
use std::path::Path;
use std::process::Command;

use catalogue_codegen::Error;
use catalogue_codegen::diff::{Bump, Change, Diff, Kind, diff};
use catalogue_codegen::model::Catalogue;

use crate::output::outln;

/// Says what changed between two states of a catalogue, and which version that needs.
///
/// Each state is a file, or REVISION:PATH for a file as a git revision has it. The exit code is 0 if nothing changed, 1
/// if something did, and 2 for an error.
#[derive(clap::Args)]
pub struct Arguments {
    /// The old state, such as v1.0.0:catalogue.yaml
    old: String,
    /// The new state
    #[arg(default_value = "catalogue.yaml")]
    new: String,
    /// How to say it
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// A line for each change, the version, and why
    Text,
    /// A section for a changelog
    Markdown,
    /// One object with `bump` and `changes`
    Json,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let diff = diff(&state(&arguments.old)?, &state(&arguments.new)?);
    match arguments.format {
        Format::Text => text(&diff),
        Format::Markdown => markdown(&diff),
        Format::Json => outln!("{}", crate::json(&diff)?),
    }
    Ok(u8::from(!diff.changes.is_empty()))
}

/// A catalogue from a file, or from a git revision.
fn state(name: &str) -> Result<Catalogue, Error> {
    let path = Path::new(name);
    // A file may have a colon in its name, a disk of Windows has.
    match name.split_once(':') {
        Some((revision, file)) if !path.exists() => {
            let bytes =
                show(revision, file).map_err(|source| Error::Read { path: path.to_owned(), source })?;
            let folder = file.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
            catalogue_codegen::check_with(name, bytes, |part| show(revision, &format!("{folder}{part}")))
        }
        _ => catalogue_codegen::check(path),
    }
}

fn show(revision: &str, file: &str) -> io::Result<Vec<u8>> {
    // Below the folder at hand, as other commands read paths.
    let file = if file.starts_with('/') { file.to_owned() } else { format!("./{file}") };
    let output = Command::new("git").arg("show").arg(format!("{revision}:{file}")).output()?;
    match output.status.success() {
        true => Ok(output.stdout),
        false => Err(io::Error::other(String::from_utf8_lossy(&output.stderr).trim().to_owned())),
    }
}

/// Where a change is that belongs to no enum.
const WHOLE: &str = "the catalogue";

fn text(diff: &Diff) {
    for change in &diff.changes {
        let place = match [&change.item, &change.code, &change.name].map(Option::as_deref) {
            [None, ..] => WHOLE.to_owned(),
            parts => parts.into_iter().flatten().collect::<Vec<_>>().join(" "),
        };
        let detail = change.detail.as_ref().map(|detail| format!(" ({detail})")).unwrap_or_default();
        outln!("{}: {place}{detail}: {}", change.kind, change.bump);
    }
    match diff.bump {
        Bump::None => outln!("nothing changed"),
        bump => {
            let mut kinds: Vec<Kind> =
                diff.changes.iter().filter(|change| change.bump == bump).map(|change| change.kind).collect();
            kinds.sort_unstable();
            kinds.dedup();
            outln!("\nthis needs a {bump} version:");
            for kind in kinds {
                outln!("- {kind}: {}", kind.reason());
            }
        }
    }
}

fn markdown(diff: &Diff) {
    let said = match diff.bump {
        Bump::None => "Nothing changed.".to_owned(),
        bump => format!("Needs a {bump} version."),
    };
    outln!("## Unreleased\n\n{said}");
    for title in ["Added", "Changed", "Removed"] {
        let changes: Vec<&Change> =
            diff.changes.iter().filter(|change| heading(change.kind) == title).collect();
        if !changes.is_empty() {
            outln!("\n### {title}\n");
        }
        changes.into_iter().for_each(item);
    }
}

/// Keep a Changelog's headings, with what they are to readers.
fn heading(kind: Kind) -> &'static str {
    match kind {
        Kind::EnumAdded | Kind::Added => "Added",
        Kind::EnumRemoved | Kind::Removed => "Removed",
        _ => "Changed",
    }
}

fn item(change: &Change) {
    let place = match [&change.item, &change.name].map(Option::as_deref) {
        [None, ..] => WHOLE.to_owned(),
        parts => format!("`{}`", parts.into_iter().flatten().collect::<Vec<_>>().join("::")),
    };
    let code = change.code.as_ref().map(|code| format!(" (`{code}`)")).unwrap_or_default();
    let what = match heading(change.kind) {
        "Changed" => format!(": {}", change.kind),
        _ => String::new(),
    };
    let detail = change.detail.as_ref().map(|detail| format!(", {detail}")).unwrap_or_default();
    outln!("- {place}{code}{what}{detail}");
}
