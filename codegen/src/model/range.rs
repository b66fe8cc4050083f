//! Ranges and classes of codes.

use super::Code;

/// A range of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// Its name.
    pub name: String,
    /// The codes that lie in it.
    pub extent: Extent,
    /// For each column: the word that holds in the whole range, as an index into the column's target.
    pub words: Vec<Option<usize>>,
}

/// Which codes lie in a range. Extents without overlap are ordered as their codes are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Numbers, both ends included.
    Numbers {
        /// First code.
        first: i128,
        /// Last code.
        last: i128,
    },
    /// Texts that begin so: a class of codes.
    Prefix(String),
}

impl Extent {
    /// Whether a code lies in it.
    pub fn contains(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Numbers { first, last }, Code::Number(number)) => (first..=last).contains(&number),
            (Self::Prefix(prefix), Code::Text(text)) => text.starts_with(prefix),
            _ => false,
        }
    }

    /// Whether it begins before a code, or at it.
    pub fn begins_before(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Numbers { first, .. }, Code::Number(number)) => first <= number,
            (Self::Prefix(prefix), Code::Text(text)) => prefix <= text,
            _ => false,
        }
    }

    /// Whether a code may lie in it and in another one.
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Numbers { first, last }, Self::Numbers { first: first2, last: last2 }) => {
                first <= last2 && first2 <= last
            }
            (Self::Prefix(one), Self::Prefix(two)) => one.starts_with(two) || two.starts_with(one),
            _ => false,
        }
    }
}
