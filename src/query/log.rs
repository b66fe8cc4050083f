//! The three logs that events lie in.

use super::Selection;
use super::id_lists::{Run, runs};
use crate::{Channel, ConnectorEvent, EventId};

/// A log of the connectors.
#[derive(Clone, Copy)]
pub(super) enum Log {
    Legacy,
    Unified(Channel),
}

impl Log {
    pub(super) const ALL: [Self; 3] =
        [Self::Unified(Channel::Admin), Self::Unified(Channel::Operational), Self::Legacy];

    /// The path by which event logs name it.
    #[inline]
    pub(super) const fn path(self) -> &'static str {
        match self {
            Self::Legacy => EventId::LOG_NAME,
            Self::Unified(channel) => channel.path(),
        }
    }

    /// A word for a name in a query.
    #[inline]
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Legacy => "legacy",
            Self::Unified(Channel::Admin) => "admin",
            Self::Unified(Channel::Operational) => "operational",
        }
    }

    /// All documented events of the log, in the order of their ids.
    #[inline]
    pub(super) fn documented(self) -> impl Iterator<Item = ConnectorEvent> + Clone {
        ConnectorEvent::ALL.iter().copied().filter(move |event| event.log() == self.path())
    }

    /// The selected events of the log, in the order of their ids.
    #[inline]
    pub(super) fn events(
        self,
        selection: &Selection,
    ) -> impl Iterator<Item = ConnectorEvent> + Clone + use<> {
        let selection = *selection;
        self.documented().filter(move |event| selection.contains(*event))
    }

    /// The selected ids of the log, folded into runs: ranges hold no id that is not selected.
    #[inline]
    pub(super) fn runs(self, selection: &Selection) -> impl Iterator<Item = Run> + use<> {
        runs(self.events(selection).map(ConnectorEvent::id))
    }

    /// The gaps between the documented ids of the log, from 0 to the largest possible id.
    #[inline]
    pub(super) fn gaps(self) -> impl Iterator<Item = Run> {
        let mut next = Some(0);
        let runs = runs(self.documented().map(ConnectorEvent::id)).map(Some).chain([None]);
        runs.filter_map(move |run| {
            let first = next?;
            next = run.and_then(|run| run.last.checked_add(1));
            let last = run.map_or(Some(u16::MAX), |run| run.first.checked_sub(1))?;
            (first <= last).then_some(Run { first, last })
        })
    }
}
