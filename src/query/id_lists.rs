//! Lists of ids: in runs, and with commas.

use core::fmt;

/// Consecutive ids, both ends included.
#[derive(Clone, Copy)]
pub(super) struct Run {
    pub(super) first: u16,
    pub(super) last: u16,
}

/// Folds ascending ids into runs.
#[inline]
pub(super) fn runs(ids: impl Iterator<Item = u16>) -> impl Iterator<Item = Run> {
    let mut ids = ids.peekable();
    core::iter::from_fn(move || {
        let first = ids.next()?;
        let mut last = first;
        while let Some(id) = ids.next_if(|id| last.checked_add(1) == Some(*id)) {
            last = id;
        }
        Some(Run { first, last })
    })
}

/// Writes ids as `1, 2, 3`.
#[inline]
pub(super) fn comma_separated(f: &mut fmt::Formatter<'_>, ids: impl Iterator<Item = u16>) -> fmt::Result {
    for (at, id) in ids.enumerate() {
        let comma = if at == 0 { "" } else { ", " };
        write!(f, "{comma}{id}")?;
    }
    Ok(())
}
