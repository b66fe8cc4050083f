//! `catalogue generate`

use std::path::PathBuf;

use catalogue_codegen::{Change, Error, Mode};
use similar::TextDiff;

use crate::output::{self, errln, outln};

/// Generates the Rust code of a catalogue.
#[derive(clap::Args)]
pub struct Arguments {
    /// The catalogue.
    #[arg(default_value = "catalogue.yaml")]
    catalogue: PathBuf,
    /// The folder for the generated code [default: src/generated beside the catalogue].
    #[arg(long, value_name = "FOLDER")]
    output: Option<PathBuf>,
    /// Write nothing; show what differs and fail if anything does.
    #[arg(long)]
    check: bool,
    /// Write nothing; show what would be written.
    #[arg(long, conflicts_with = "check")]
    dry_run: bool,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let mode = if arguments.check || arguments.dry_run { Mode::Check } else { Mode::Write };
    let output =
        arguments.output.clone().unwrap_or_else(|| catalogue_codegen::default_output(&arguments.catalogue));
    let result = catalogue_codegen::generate(&arguments.catalogue, &output, mode);
    let generated = match result {
        Err(Error::Stale { changes, .. }) if arguments.dry_run => {
            print_diff(&changes);
            return Ok(0);
        }
        result => result?,
    };
    for change in &generated.changes {
        let verb = if change.new.is_some() { "wrote" } else { "removed" };
        outln!("{verb} {}", change.path.display());
    }
    if generated.changes.is_empty() {
        outln!("{} is up to date", output.display());
    }
    generated.warnings.iter().for_each(|warning| errln!("warning: {warning}"));
    Ok(0)
}

/// Prints what differs as a unified diff from what is there to what should be.
pub fn print_diff(changes: &[Change]) {
    for change in changes {
        let path = change.path.display().to_string();
        let (old, new) =
            (change.old.as_deref().unwrap_or_default(), change.new.as_deref().unwrap_or_default());
        let old = old.replace("\r\n", "\n");
        let diff = TextDiff::from_lines(old.as_str(), new);
        output::print(format_args!("{}", diff.unified_diff().header(&path, &path)));
    }
}
