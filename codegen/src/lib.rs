//! Turns a YAML table of codes into a typed, documented, exhaustive Rust catalogue.
//!
//! Data flows one way: YAML text -> [`schema`] -> [`model`] -> tokens -> formatted source -> files.
//! The file format is described in the crate's README.
//!
//! ```no_run
//! use catalogue_codegen::{Mode, generate};
//!
//! let changes = generate("catalogue.yaml".as_ref(), "src/generated".as_ref(), Mode::Write)?;
//! println!("{} files changed", changes.len());
//! # Ok::<(), catalogue_codegen::Error>(())
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod change;
pub mod check;
pub mod diff;
mod digest;
pub mod emit;
mod error;
pub mod explanation;
pub mod load;
pub mod model;
mod naming;
mod perfect_hash;
pub mod problem;
pub mod record;
pub mod report;
pub mod schema;
#[doc(hidden)]
pub mod support;
#[cfg(test)]
mod tests;
mod write;

use std::path::Path;
use std::{env, fs, process};

pub use change::Change;
pub use error::{Error, Invalid};

/// What to do with files that differ from what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them; files that are no longer made are removed.
    Write,
    /// Leave them alone and fail.
    Check,
}

/// Generates the code of a catalogue into a folder; returns what was changed there.
///
/// # Errors
/// [`Error::Invalid`] holds all mistakes of the catalogue at once; with [`Mode::Check`], [`Error::Stale`]
/// holds what differs. After any error but [`Error::Write`] no file has been touched, and after that none is
/// half written.
pub fn generate(catalogue: &Path, output: &Path, mode: Mode) -> Result<Vec<Change>, Error> {
    let text = read(catalogue)?;
    let model = model_of(catalogue, &text)?;
    let wanted = wanted(catalogue, &text, &model)?;
    let changes = write::compare(output, &wanted)?;
    match mode {
        Mode::Write => write::apply(&changes)?,
        Mode::Check if changes.is_empty() => {}
        Mode::Check => return Err(Error::Stale { output: output.to_owned(), changes }),
    }
    Ok(changes)
}

/// Reads a catalogue and checks it.
///
/// # Errors
/// [`Error::Invalid`] holds all mistakes of the catalogue at once.
pub fn check(catalogue: &Path) -> Result<model::Catalogue, Error> {
    model_of(catalogue, &read(catalogue)?)
}

/// For a build script: generates a catalogue's code into a folder of the package, where it is committed.
///
/// Both paths are relative to the package. Where the environment variable `CI` is set, nothing is written
/// and stale code fails the build. On any error the process ends with a message.
pub fn regenerate(catalogue: &str, output: &str) {
    println!("cargo::rerun-if-changed={catalogue}");
    println!("cargo::rerun-if-changed={output}");
    println!("cargo::rerun-if-env-changed=CI");
    let mode = if env::var_os("CI").is_some() { Mode::Check } else { Mode::Write };
    if let Err(error) = generate(catalogue.as_ref(), output.as_ref(), mode) {
        eprintln!("{error}");
        if matches!(error, Error::Stale { .. }) {
            eprintln!("(a build without the environment variable `CI` does so, too)");
        }
        process::exit(1);
    }
}

/// Checks a catalogue that is not a file, such as an older revision of one; messages call it by `name`.
/// # Errors
/// [`Error::NotUtf8`], or [`Error::Invalid`] with all mistakes of the catalogue at once.
pub fn check_bytes(name: &str, bytes: Vec<u8>) -> Result<model::Catalogue, Error> {
    model_of(name.as_ref(), &text(name.as_ref(), bytes)?)
}

fn read(path: &Path) -> Result<String, Error> {
    let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    text(path, bytes)
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| {
        let valid = &error.as_bytes()[..error.utf8_error().valid_up_to()];
        let line = valid.iter().filter(|byte| **byte == b'\n').count() + 1;
        Error::NotUtf8 { path: path.to_owned(), line, offset: valid.len() }
    })
}

fn model_of(path: &Path, text: &str) -> Result<model::Catalogue, Error> {
    let document = load::parse(&path.display().to_string(), text.to_owned());
    check::check(&document).map_err(|problems| {
        Error::Invalid(Box::new(Invalid { name: document.name, text: document.text, problems }))
    })
}

/// All files with their headers; the one that bears the digests is the last.
fn wanted(path: &Path, text: &str, model: &model::Catalogue) -> Result<Vec<write::Wanted>, Error> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut files = emit::files(model).map_err(Error::Internal)?;
    // The root module is written last: until then its old digests call the folder stale.
    files.rotate_left(1);
    let last = files.len().saturating_sub(1);
    let wanted = files.into_iter().enumerate().map(|(at, file)| {
        let sources = if at == last { digest::line(&name, text.as_bytes()) } else { String::new() };
        let header = write::header(&file.path, &name, &sources);
        write::Wanted { text: header + &file.text, path: file.path }
    });
    Ok(wanted.collect())
}
