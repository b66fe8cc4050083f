//! What can go wrong.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use crate::files::Files;
use crate::output::{Change, default_output};
use crate::problem::Problem;
use crate::report;

/// Problems that people are shown in one run; machines get all.
const SHOWN: usize = 200;

/// Why nothing was generated.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// A file or folder cannot be read.
    #[error("error: cannot read {}: {source}", path.display())]
    Read {
        /// Where it is.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The catalogue is not UTF-8.
    #[error("error: {}:{line}:{column}: the file is not UTF-8 (byte {offset}); save it as UTF-8", path.display())]
    NotUtf8 {
        /// Where it is.
        path: PathBuf,
        /// Line of the first bad byte, from 1.
        line: usize,
        /// Its column, from 1; columns count characters.
        column: usize,
        /// Offset of the first bad byte, from 0.
        offset: usize,
    },
    /// The catalogue's name has a control character, such as a line break, which no comment of the code could hold.
    #[error("error: {path:?} has a control character in its name; rename it")]
    ControlCharacter {
        /// Where it is.
        path: PathBuf,
    },
    /// The catalogue has mistakes.
    #[error("{0}")]
    Invalid(Box<Invalid>),
    /// A file cannot be written.
    #[error("error: cannot write {}: {source}", path.display())]
    Write {
        /// Where it should be.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file that was not generated is in the way of one that would be.
    #[error("error: {} was not generated and would be overwritten; move it, or choose another folder", path.display())]
    Foreign {
        /// Where it is.
        path: PathBuf,
    },
    /// A file of the catalogue itself would be overwritten.
    #[error("error: {} is a part of the catalogue and would be overwritten; name another file", path.display())]
    Source {
        /// Where it is.
        path: PathBuf,
    },
    /// A folder for some of the generated files holds the code of another catalogue.
    #[error("error: {} holds the code of another catalogue; choose another folder for one of the two", path.display())]
    Occupied {
        /// Where it is.
        path: PathBuf,
    },
    /// Generated files are not what the catalogue gives.
    #[error("{}", stale(catalogue, output, changes))]
    Stale {
        /// The catalogue.
        catalogue: PathBuf,
        /// The folder.
        output: PathBuf,
        /// What differs.
        changes: Vec<Change>,
    },
    /// A mistake of this crate: the generated code is not Rust, or an export cannot be written.
    #[error("error: {0}; this is a mistake of catalogue-codegen, not of the catalogue")]
    Internal(String),
}

/// A catalogue with its mistakes; prints as a report without colours.
#[derive(Debug)]
pub struct Invalid {
    /// Its files, named as given.
    pub files: Files,
    /// Its mistakes in the order of the files.
    pub problems: Vec<Problem>,
}

impl Invalid {
    /// The report, with or without colours, and without a line break at its end.
    pub fn report(&self, styled: bool) -> String {
        let report = report::render(&self.files, &self.problems, styled, Some(SHOWN));
        report.trim_end().to_owned()
    }
}

impl fmt::Display for Invalid {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.report(false))
    }
}

fn stale(catalogue: &Path, output: &Path, changes: &[Change]) -> String {
    let mut text =
        format!("error: the generated code in {} is not what the catalogue gives", output.display());
    for change in changes {
        let what = match (&change.old, &change.new) {
            (None, _) => "is missing",
            (_, None) => "is no longer made",
            _ => "differs",
        };
        text += &format!("\n  {} {what}", change.path.display());
    }
    text + &format!("\nrun `{}` and commit the result", command(catalogue, output))
}

/// What writes the code: arguments that are the usual ones can be left out.
fn command(catalogue: &Path, output: &Path) -> String {
    let word = |path: &Path| match path.display().to_string() {
        path if path.contains(' ') => format!("\"{path}\""),
        path => path,
    };
    let mut command = String::from("catalogue generate");
    if catalogue != Path::new("catalogue.yaml") {
        command += &format!(" {}", word(catalogue));
    }
    if output != default_output(catalogue) {
        command += &format!(" --output {}", word(output));
    }
    command
}
