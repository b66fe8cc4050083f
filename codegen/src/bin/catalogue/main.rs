//! The command line of `catalogue-codegen`.
#![forbid(unsafe_code)]

mod check;
mod generate;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use catalogue_codegen::Error;
use clap::{Parser, Subcommand};

/// Turns a YAML table of codes into a typed, documented, exhaustive Rust catalogue.
#[derive(Parser)]
#[command(name = "catalogue", version, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    Check(check::Arguments),
    Generate(generate::Arguments),
}

fn main() -> ExitCode {
    let result = match Arguments::parse().verb {
        Verb::Check(arguments) => check::run(&arguments),
        Verb::Generate(arguments) => generate::run(&arguments),
    };
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            show(&error);
            ExitCode::from(status(&error))
        }
    }
}

/// Prints an error; colours are removed where the standard error stream is not a terminal.
fn show(error: &Error) {
    match error {
        Error::Invalid(invalid) => anstream::eprintln!("{}", invalid.report(true)),
        Error::Stale { changes, .. } => {
            generate::print_diff(changes);
            anstream::eprintln!("{error}");
        }
        _ => anstream::eprintln!("{error}"),
    }
}

/// 1: the catalogue or the generated code is wrong; 2: something could not be read or written.
fn status(error: &Error) -> u8 {
    match error {
        Error::Invalid(_) | Error::Stale { .. } => 1,
        _ => 2,
    }
}

/// Where generated code lies unless another place is named: `src/generated` beside the catalogue.
fn default_output(catalogue: &Path) -> PathBuf {
    catalogue.with_file_name("src").join("generated")
}
