//! The command line of `catalogue-codegen`.
#![forbid(unsafe_code)]

mod check;
mod completions;
mod diff;
mod explain;
mod export;
mod generate;
mod list;
mod new;
mod output;
mod schema;
mod stats;

use std::process::ExitCode;

use catalogue_codegen::Error;
use clap::{Parser, Subcommand};

use crate::output::errln;

/// Turns a YAML table of codes into a typed, documented, exhaustive Rust catalogue.
#[derive(Parser)]
#[command(name = "catalogue", version, arg_required_else_help = true, after_help = EXAMPLES)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    New(new::Arguments),
    Check(check::Arguments),
    Generate(generate::Arguments),
    Explain(explain::Arguments),
    List(list::Arguments),
    Stats(stats::Arguments),
    Diff(diff::Arguments),
    Export(export::Arguments),
    Schema(schema::Arguments),
    Completions(completions::Arguments),
}

const EXAMPLES: &str = "\
Examples:
  catalogue new coffee-codes                   a project to begin with
  catalogue check                              find every mistake in catalogue.yaml
  catalogue generate                           write src/generated
  catalogue generate --check                   in CI: fail if that is not up to date
  catalogue explain 0x411 no_water             what entries mean
  catalogue explain --message C0027            what one of our messages means
  catalogue list --filter pump                 entries that mention a word
  catalogue diff v1.0.0:catalogue.yaml         what changed since a release, and which version that needs
  catalogue export --format html --output codes.html

Exit codes: 0, all is well; 1, the catalogue has mistakes, something is stale or changed, or nothing was found; 2,
something cannot be read or written, or the command line is wrong.";

fn main() -> ExitCode {
    let result = match Arguments::parse().verb {
        Verb::New(arguments) => new::run(&arguments),
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Generate(arguments) => generate::run(&arguments),
        Verb::Explain(arguments) => explain::run(&arguments),
        Verb::List(arguments) => list::run(&arguments),
        Verb::Stats(arguments) => stats::run(&arguments),
        Verb::Diff(arguments) => {
            return diff::run(&arguments).map_or_else(
                |error| {
                    show(&error);
                    // 1 means a difference here.
                    ExitCode::from(2)
                },
                ExitCode::from,
            );
        }
        Verb::Export(arguments) => export::run(&arguments),
        Verb::Schema(_) => Ok(schema::run()),
        Verb::Completions(arguments) => Ok(completions::run::<Arguments>(&arguments)),
    };
    match result {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            show(&error);
            ExitCode::from(status(&error))
        }
    }
}

/// A value as JSON for people and programs.
fn json(value: &impl serde::Serialize) -> Result<String, Error> {
    serde_json::to_string_pretty(value).map_err(|error| Error::Internal(error.to_string()))
}

/// Prints an error; colours are removed where the standard error stream is not a terminal.
fn show(error: &Error) {
    match error {
        Error::Invalid(invalid) => errln!("{}", invalid.report(true)),
        Error::Stale { changes, .. } => {
            generate::print_diff(changes);
            errln!("{error}");
        }
        _ => errln!("{error}"),
    }
}

/// 1: the catalogue or the generated code is wrong; 2: something could not be read or written.
fn status(error: &Error) -> u8 {
    match error {
        Error::Invalid(_) | Error::Stale { .. } => 1,
        _ => 2,
    }
}
