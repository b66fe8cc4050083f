//! Turns a YAML table of codes into a typed, documented, exhaustive Rust catalogue.
//!
//! Data flows one way: YAML text -> [`schema`] -> [`model`] -> tokens -> formatted source -> files.
//! The file format is described in the crate's README.
//!
//! ```no_run
//! use catalogue_codegen::{Mode, generate};
//!
//! let generated = generate("catalogue.yaml".as_ref(), "src/generated".as_ref(), Mode::Write)?;
//! println!("{} files changed", generated.changes.len());
//! # Ok::<(), catalogue_codegen::Error>(())
//! ```
#![forbid(unsafe_code)]
#![deny(missing_docs)]

mod build_script;
pub mod check;
pub mod diff;
mod digest;
pub mod emit;
mod error;
pub mod explanation;
pub mod files;
pub mod likeness;
pub mod limits;
pub mod load;
pub mod model;
mod naming;
mod output;
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

use std::path::{Path, PathBuf};
use std::{fs, io};

use files::Files;

pub use build_script::{build, regenerate};
pub use error::{Error, Invalid};
pub use output::{Change, default_output};

/// What to do with files that differ from what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// Write them; files that are no longer made are removed.
    Write,
    /// Leave them alone and fail.
    Check,
}

/// What became of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Generated {
    /// What was changed in the folder.
    pub changes: Vec<Change>,
    /// What will take the compiler long, see [`limits`].
    pub warnings: Vec<String>,
}

/// Generates the code of a catalogue into a folder; returns what was changed there.
///
/// # Errors
/// [`Error::Invalid`] holds all mistakes of the catalogue at once; with [`Mode::Check`], [`Error::Stale`]
/// holds what differs. After any error but [`Error::Write`] no file has been touched, and after that none is
/// half written.
pub fn generate(catalogue: &Path, output: &Path, mode: Mode) -> Result<Generated, Error> {
    let (model, files) = model_of(read(catalogue)?)?;
    let wanted = wanted(&model, &files)?;
    let changes = write::compare(output, &wanted)?;
    match mode {
        Mode::Write => write::apply(&changes)?,
        Mode::Check if changes.is_empty() => {}
        Mode::Check => {
            return Err(Error::Stale { catalogue: catalogue.to_owned(), output: output.to_owned(), changes });
        }
    }
    Ok(Generated { changes, warnings: limits::warnings(&model) })
}

/// Reads a catalogue and checks it.
///
/// # Errors
/// [`Error::Invalid`] holds all mistakes of the catalogue at once.
pub fn check(catalogue: &Path) -> Result<model::Catalogue, Error> {
    Ok(model_of(read(catalogue)?)?.0)
}

/// Checks a catalogue that is not a file, such as an older revision of one; messages call it by `name`. It can include no
/// files, see [`check_with`] for that.
///
/// ```
/// use catalogue_codegen::{Error, check_bytes};
///
/// let yaml = "path: coffee
/// version: '1'
/// enums:
/// - name: Fault
///   doc: What a machine complains about.
///   code: { type: u8 }
///   entries: [{ code: 1, name: No_Water }]
/// ";
/// let catalogue = check_bytes("coffee.yaml", yaml.into())?;
/// assert_eq!(catalogue.enums[0].entries[0].variant, "NoWater");
///
/// // All mistakes come at once, as a report for people and as a list for programs.
/// let broken = yaml.replace("No_Water", "''").replace("u8", "u9");
/// let Err(Error::Invalid(invalid)) = check_bytes("coffee.yaml", broken.into()) else { panic!("it is broken") };
/// assert_eq!(invalid.problems.len(), 2);
/// assert!(invalid.report(false).contains("coffee.yaml:6:17"));
/// # Ok::<(), Error>(())
/// ```
///
/// # Errors
/// [`Error::NotUtf8`], or [`Error::Invalid`] with all mistakes of the catalogue at once.
pub fn check_bytes(name: &str, bytes: Vec<u8>) -> Result<model::Catalogue, Error> {
    Ok(model_of(load::parse(name, text(name.as_ref(), bytes)?))?.0)
}

/// The same for a catalogue that may include files, which `open` reads by their paths below the catalogue's folder.
///
/// ```
/// use catalogue_codegen::check_with;
///
/// let yaml = "path: coffee
/// version: '1'
/// enums:
/// - name: Fault
///   doc: What a machine complains about.
///   code: { type: u8 }
///   include: [faults.yaml]
/// ";
/// let catalogue = check_with("coffee.yaml", yaml.into(), |path| {
///     assert_eq!(path, "faults.yaml");
///     Ok("- { code: 1, name: No_Water }".into())
/// })?;
/// assert_eq!(catalogue.enums[0].entries.len(), 1);
/// # Ok::<(), catalogue_codegen::Error>(())
/// ```
///
/// # Errors
/// As [`check_bytes`]; a file that cannot be read is a mistake of the catalogue.
pub fn check_with(
    name: &str,
    bytes: Vec<u8>,
    mut open: impl FnMut(&str) -> io::Result<Vec<u8>>,
) -> Result<model::Catalogue, Error> {
    Ok(model_of(load::parse_with(name, text(name.as_ref(), bytes)?, &mut open))?.0)
}

/// The files that a catalogue consists of: its own, then those that it includes.
///
/// # Errors
/// [`Error::Read`] or [`Error::NotUtf8`]; mistakes of the catalogue are for [`check`](fn@check).
pub fn sources(catalogue: &Path) -> Result<Vec<PathBuf>, Error> {
    let document = read(catalogue)?;
    let included = document.files.iter().skip(1).map(|file| catalogue.with_file_name(&file.path));
    Ok(std::iter::once(catalogue.to_owned()).chain(included).collect())
}

/// Reads a catalogue and the files that it includes.
fn read(path: &Path) -> Result<load::Document, Error> {
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    if file.contains(char::is_control) {
        return Err(Error::ControlCharacter { path: path.to_owned() });
    }
    let bytes = fs::read(path).map_err(|source| Error::Read { path: path.to_owned(), source })?;
    let name = path.display().to_string();
    Ok(load::parse_with(&name, text(path, bytes)?, &mut |file| fs::read(path.with_file_name(file))))
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Error> {
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        // A byte order mark is no part of the text.
        let valid = String::from_utf8_lossy(&error.as_bytes()[..offset]);
        let valid = valid.strip_prefix('\u{feff}').unwrap_or(&valid);
        let line = valid.matches('\n').count() + 1;
        let column = valid.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        Error::NotUtf8 { path: path.to_owned(), line, column, offset }
    })
}

fn model_of(document: load::Document) -> Result<(model::Catalogue, Files), Error> {
    match check::check(&document) {
        Ok(model) => Ok((model, document.files)),
        Err(problems) => Err(Error::Invalid(Box::new(Invalid { files: document.files, problems }))),
    }
}

/// All files with their headers; the one that bears the digests is the last.
fn wanted(model: &model::Catalogue, sources: &Files) -> Result<Vec<emit::File>, Error> {
    let mut files = emit::files(model)
        .map_err(|error| Error::Internal(format!("the generated code is no Rust: {error}")))?;
    // The root module is written last: until then its old digests call the folder stale.
    files.rotate_left(1);
    let last = files.len().saturating_sub(1);
    let digests: String = sources.iter().map(|file| digest::line(&file.path, file.text.as_bytes())).collect();
    for (at, file) in files.iter_mut().enumerate() {
        let digests = if at == last { digests.as_str() } else { "" };
        file.text.insert_str(0, &write::header(&file.path, &sources.main().path, digests));
    }
    Ok(files)
}
