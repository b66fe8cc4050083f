//! The end of an entry's life.

/// Since when, why, and in favour of what an entry is deprecated.
///
/// Deprecated entries stay: programs that meet the code still need its name.
///
/// @example deprecation
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub struct Deprecation<E> {
    /// The first version in which it is deprecated.
    pub since: &'static str,
    /// Why.
    pub note: Option<&'static str>,
    /// The entry to use instead.
    pub replaced_by: Option<E>,
}

impl<E: Eq> Eq for Deprecation<E> {}
