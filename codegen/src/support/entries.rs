//! Lists of entries of a large table.

use core::fmt;
use core::iter::FusedIterator;
use core::marker::PhantomData;

use super::entry::Entry;

/// Entries of a table that is too large for slices of them: an iterator, in the order of the table.
///
/// Tables hold the positions of such entries in [`Entry::ALL`], for the compiler goes through all variants of an enum for
/// each element of a slice.
pub struct Entries<E: Entry> {
    positions: &'static [u32],
    entry: PhantomData<E>,
}

impl<E: Entry> Entries<E> {
    #[inline]
    pub(crate) const fn new(positions: &'static [u32]) -> Self {
        Self { positions, entry: PhantomData }
    }

    /// Whether none is left.
    #[must_use]
    #[inline]
    pub const fn is_empty(&self) -> bool {
        self.positions.is_empty()
    }

    /// Whether an entry is among those that are left.
    #[must_use]
    #[inline]
    pub fn contains(&self, entry: &E) -> bool {
        self.positions.iter().any(|position| at::<E>(*position) == *entry)
    }
}

/// The entry at a position of the table.
#[inline]
fn at<E: Entry>(position: u32) -> E {
    E::ALL[position as usize]
}

impl<E: Entry> Iterator for Entries<E> {
    type Item = E;

    #[inline]
    fn next(&mut self) -> Option<E> {
        let (first, rest) = self.positions.split_first()?;
        self.positions = rest;
        Some(at(*first))
    }

    #[inline]
    fn size_hint(&self) -> (usize, Option<usize>) {
        (self.positions.len(), Some(self.positions.len()))
    }

    #[inline]
    fn nth(&mut self, n: usize) -> Option<E> {
        self.positions = self.positions.get(n..).unwrap_or_default();
        self.next()
    }
}

impl<E: Entry> DoubleEndedIterator for Entries<E> {
    #[inline]
    fn next_back(&mut self) -> Option<E> {
        let (last, rest) = self.positions.split_last()?;
        self.positions = rest;
        Some(at(*last))
    }
}

impl<E: Entry> ExactSizeIterator for Entries<E> {}

impl<E: Entry> FusedIterator for Entries<E> {}

impl<E: Entry> Clone for Entries<E> {
    #[inline]
    fn clone(&self) -> Self {
        Self::new(self.positions)
    }
}

impl<E: Entry> fmt::Debug for Entries<E> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.clone()).finish()
    }
}
