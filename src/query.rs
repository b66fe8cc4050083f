//! Selections of events, and the queries that log tools take for them. Needs the feature `query`.
//!
//! A [`Selection`] says which events are wanted; its methods give values that print as the query of one tool,
//! without allocation. Every query but `ids` names the log, since an id alone also means other events.
//!
//! ```
//! use intune_connector_catalogue::query::Selection;
//! use intune_connector_catalogue::{Scenario, Severity};
//!
//! let selection = Selection::new().at_least(Severity::Error).scenario(Scenario::Revocation);
//! assert_eq!(selection.ids().to_string(), "3001\n3003\n3051\n3101\n20202\n");
//! ```

mod id_lists;
mod ids;
mod kql;
mod log;
mod powershell;
mod sigma;
mod splunk;
mod xpath;

pub use ids::Ids;
pub use kql::Kql;
pub use powershell::PowerShell;
pub use sigma::Sigma;
pub use splunk::Splunk;
pub use xpath::{QueryList, XPath};

use crate::{Channel, ConnectorEvent, EventId, Generation, Outcome, Scenario, Severity, unified};
use log::Log;

/// Which events are wanted.
///
/// It starts with all of them. Each kind of criterion narrows it; several values of one kind widen that
/// kind, so that `.scenario(A).scenario(B)` takes the events of either.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::{EventId, Generation, Outcome};
///
/// let selection = Selection::new().generation(Generation::Legacy).outcome(Outcome::Failure);
/// assert!(selection.contains(EventId::UploadFailure.into()));
/// assert!(!selection.contains(EventId::UploadSuccess.into()));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[must_use = "a selection does nothing until it is printed"]
pub struct Selection {
    least: Severity,
    scenarios: Set,
    outcomes: Set,
    channels: Set,
    generations: Set,
    legacy: Set,
    unified: Set,
    undocumented: bool,
}

/// Values of one kind by their position; the empty set stands for all.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
struct Set(u64);

const _: () = assert!(EventId::COUNT <= 64 && unified::EventId::COUNT <= 64, "an event needs its bit");

impl Set {
    #[inline]
    const fn with(self, position: usize) -> Self {
        Self(self.0 | 1 << position)
    }

    #[inline]
    const fn is_empty(self) -> bool {
        self.0 == 0
    }

    #[inline]
    const fn has(self, position: usize) -> bool {
        self.0 >> position & 1 == 1
    }

    #[inline]
    const fn allows(self, position: usize) -> bool {
        self.is_empty() || self.has(position)
    }
}

impl Default for Selection {
    #[inline]
    fn default() -> Self {
        Self::new()
    }
}

impl Selection {
    /// All documented events.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, query::Selection};
    ///
    /// assert!(Selection::new().events().eq(ConnectorEvent::ALL.iter().copied()));
    /// ```
    #[inline]
    pub const fn new() -> Self {
        let all = Set(0);
        Self {
            least: Severity::Information,
            scenarios: all,
            outcomes: all,
            channels: all,
            generations: all,
            legacy: all,
            unified: all,
            undocumented: false,
        }
    }

    /// Events of this severity or worse; the last call counts.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::Severity;
    ///
    /// let selection = Selection::new().at_least(Severity::Warning);
    /// assert!(selection.events().all(|event| event.severity() >= Severity::Warning));
    /// ```
    #[inline]
    pub const fn at_least(self, severity: Severity) -> Self {
        Self { least: severity, ..self }
    }

    /// Events of this scenario.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::Scenario;
    ///
    /// let selection = Selection::new().scenario(Scenario::Pkcs).scenario(Scenario::Scep);
    /// assert!(selection.events().any(|event| event.scenario() == Scenario::Scep));
    /// ```
    #[inline]
    pub const fn scenario(self, scenario: Scenario) -> Self {
        Self { scenarios: self.scenarios.with(scenario as usize), ..self }
    }

    /// Events of this outcome.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::Outcome;
    ///
    /// let selection = Selection::new().outcome(Outcome::Retrying);
    /// assert!(selection.events().all(|event| event.outcome() == Outcome::Retrying));
    /// ```
    #[inline]
    pub const fn outcome(self, outcome: Outcome) -> Self {
        Self { outcomes: self.outcomes.with(outcome as usize), ..self }
    }

    /// Events of this channel; the legacy connector's log is none.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::Channel;
    ///
    /// let selection = Selection::new().channel(Channel::Admin);
    /// assert!(selection.events().all(|event| event.channel() == Some(Channel::Admin)));
    /// ```
    #[inline]
    pub const fn channel(self, channel: Channel) -> Self {
        Self { channels: self.channels.with(channel as usize), ..self }
    }

    /// Events of this generation of the connector.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::Generation;
    ///
    /// assert_eq!(Selection::new().generation(Generation::Legacy).events().count(), 19);
    /// ```
    #[inline]
    pub const fn generation(self, generation: Generation) -> Self {
        Self { generations: self.generations.with(generation as usize), ..self }
    }

    /// This event alone, or one of several named so.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::EventId;
    ///
    /// let selection = Selection::new().event(EventId::UploadFailure.into());
    /// assert_eq!(selection.events().count(), 1);
    /// ```
    #[inline]
    pub fn event(self, event: ConnectorEvent) -> Self {
        match event {
            ConnectorEvent::Legacy(event) => {
                let position = EventId::ALL.binary_search(&event);
                Self { legacy: position.map_or(self.legacy, |position| self.legacy.with(position)), ..self }
            }
            ConnectorEvent::Unified(event) => {
                let position = unified::EventId::ALL.binary_search(&event);
                Self {
                    unified: position.map_or(self.unified, |position| self.unified.with(position)),
                    ..self
                }
            }
        }
    }

    /// In queries, also whatever the logs of selected events hold of level 1 to 3 under ids that no source documents, of any
    /// scenario and outcome.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// let query = Selection::new().and_undocumented().xpath().to_string();
    /// assert!(query.contains("Level"));
    /// ```
    #[inline]
    pub const fn and_undocumented(self) -> Self {
        Self { undocumented: true, ..self }
    }

    /// Whether an event is selected.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::{EventId, Severity};
    ///
    /// let selection = Selection::new().at_least(Severity::Error);
    /// assert!(!selection.contains(EventId::UploadSuccess.into()));
    /// ```
    #[must_use]
    #[inline]
    pub fn contains(&self, event: ConnectorEvent) -> bool {
        event.severity() >= self.least
            && self.scenarios.allows(event.scenario() as usize)
            && self.outcomes.allows(event.outcome() as usize)
            && self.generations.allows(event.generation() as usize)
            && (self.channels.is_empty()
                || event.channel().is_some_and(|channel| self.channels.has(channel as usize)))
            && self.names(event)
    }

    /// Whether an event is among those selected one by one, if any are.
    #[inline]
    fn names(&self, event: ConnectorEvent) -> bool {
        let (set, position) = match event {
            ConnectorEvent::Legacy(event) => (self.legacy, EventId::ALL.binary_search(&event)),
            ConnectorEvent::Unified(event) => (self.unified, unified::EventId::ALL.binary_search(&event)),
        };
        let none_named = self.legacy.is_empty() && self.unified.is_empty();
        none_named || position.is_ok_and(|position| set.has(position))
    }

    /// The selected events: the legacy ones, then the unified ones, each in the order of their ids.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    /// use intune_connector_catalogue::{EventId, Severity};
    ///
    /// let first = Selection::new().at_least(Severity::Error).events().next();
    /// assert_eq!(first, Some(EventId::CertificateRenewalFailure.into()));
    /// ```
    #[inline]
    pub fn events(&self) -> impl Iterator<Item = ConnectorEvent> + Clone + use<> {
        let selection = *self;
        ConnectorEvent::ALL.iter().copied().filter(move |event| selection.contains(*event))
    }

    /// The logs that hold selected events.
    #[inline]
    fn logs(&self) -> impl Iterator<Item = Log> + use<> {
        let selection = *self;
        Log::ALL.into_iter().filter(move |log| log.events(&selection).next().is_some())
    }

    /// The ids, one a line.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().ids().to_string().contains("\n20102\n"));
    /// ```
    #[inline]
    pub const fn ids(&self) -> Ids {
        Ids { selection: *self, folded: false }
    }

    /// XPath expressions for Windows event queries, one a line.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().xpath().to_string().starts_with("*[System["));
    /// ```
    #[inline]
    pub const fn xpath(&self) -> XPath {
        XPath { selection: *self }
    }

    /// A structured query for `wevtutil`, `Get-WinEvent -FilterXml`, Event Viewer and subscriptions.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().query_list().to_string().starts_with("<QueryList>"));
    /// ```
    #[inline]
    pub const fn query_list(&self) -> QueryList<'static> {
        QueryList { selection: *self, path: None }
    }

    /// A `Get-WinEvent` command for PowerShell.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().powershell().to_string().contains("Get-WinEvent"));
    /// ```
    #[inline]
    pub const fn powershell(&self) -> PowerShell {
        PowerShell { selection: *self }
    }

    /// Sigma rules, one document for each severity.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().sigma().to_string().starts_with("title: "));
    /// ```
    #[inline]
    pub const fn sigma(&self) -> Sigma {
        Sigma { selection: *self }
    }

    /// A query in the Kusto query language for the table `Event` of Log Analytics.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().kql().to_string().starts_with("Event\n"));
    /// ```
    #[inline]
    pub const fn kql(&self) -> Kql {
        Kql { selection: *self }
    }

    /// A Splunk search for the classic and the XML source types.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().splunk().to_string().contains("EventCode"));
    /// ```
    #[inline]
    pub const fn splunk(&self) -> Splunk {
        Splunk { selection: *self }
    }
}
