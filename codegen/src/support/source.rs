//! Where the facts come from.

/// A document that facts of the catalogue come from.
///
/// @example source
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub struct Source {
    /// Its title.
    pub title: &'static str,
    /// Its address.
    pub url: &'static str,
    /// Its date, `YYYY-MM-DD`.
    pub date: &'static str,
}

impl Eq for Source {}
