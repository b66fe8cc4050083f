//! What generating changes on disk.

use std::path::PathBuf;

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
