//! The folder of the generated code: where it is, and what changes in it.

use std::path::{Path, PathBuf};

/// A file that differs from what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Where it is.
    pub path: PathBuf,
    /// Its text now; `None` if it does not exist.
    pub old: Option<String>,
    /// What its text should be; `None` if it should not exist.
    pub new: Option<String>,
}

/// The folder for a catalogue's code where no other is named: `src/generated` beside the catalogue.
pub fn default_output(catalogue: &Path) -> PathBuf {
    catalogue.with_file_name("src").join("generated")
}
