//! A plain list of ids.

use core::fmt;

use super::Selection;
use super::id_lists::runs;
use crate::ConnectorEvent;

/// The ids of a selection, ascending, one a line.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::{Generation, Scenario};
///
/// let selection = Selection::new().generation(Generation::Legacy).scenario(Scenario::Scep);
/// assert_eq!(selection.ids().folded().to_string(), "20500-20502\n20600\n20602\n");
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Ids {
    pub(super) selection: Selection,
    pub(super) folded: bool,
}

impl Ids {
    /// Folds consecutive ids into ranges, `20500-20502`; a range holds selected ids alone.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().ids().folded().to_string().contains("20500-20502\n"));
    /// ```
    #[inline]
    pub const fn folded(self) -> Self {
        Self { folded: true, ..self }
    }
}

impl fmt::Display for Ids {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Ids of the unified connector all lie below those of the legacy one.
        let of = |is_legacy: bool| {
            let events = self.selection.events();
            events
                .filter(move |event| matches!(event, ConnectorEvent::Legacy(_)) == is_legacy)
                .map(ConnectorEvent::id)
        };
        let mut ids = of(false).chain(of(true));
        if !self.folded {
            return ids.try_for_each(|id| writeln!(f, "{id}"));
        }
        runs(ids).try_for_each(|run| match run.first == run.last {
            true => writeln!(f, "{}", run.first),
            false => writeln!(f, "{}-{}", run.first, run.last),
        })
    }
}
