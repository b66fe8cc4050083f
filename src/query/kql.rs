//! The Kusto query language.

use core::fmt;

use super::Selection;
use super::id_lists::comma_separated;
use crate::ConnectorEvent;

/// A query for the table `Event` of Log Analytics.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::EventId;
///
/// let selection = Selection::new().event(EventId::UploadFailure.into());
/// let query = selection.kql().to_string();
/// assert!(query.contains("EventLog =~ \"Microsoft Intune Connector\" and EventID in (20302)"));
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Kql {
    pub(super) selection: Selection,
}

impl fmt::Display for Kql {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Event\n| where ")?;
        let mut logs = self.selection.logs().enumerate().peekable();
        if logs.peek().is_none() {
            f.write_str("false")?;
        }
        for (at, log) in logs {
            let or = if at == 0 { "" } else { "\n    or " };
            write!(f, "{or}(EventLog =~ \"{}\" and ", log.path())?;
            let ids = log.events(&self.selection).map(ConnectorEvent::id);
            let undocumented = self.selection.undocumented;
            list(f, if undocumented { "(EventID in (" } else { "EventID in (" }, ids)?;
            if undocumented {
                f.write_str(" or (EventLevelName in~ (\"Critical\", \"Error\", \"Warning\") and ")?;
                list(f, "EventID !in (", log.documented().map(ConnectorEvent::id))?;
                f.write_str("))")?;
            }
            f.write_str(")")?;
        }
        f.write_str("\n| project TimeGenerated, Computer, EventLog, Source, EventID, EventLevelName, RenderedDescription\n")
    }
}

#[inline]
fn list(f: &mut fmt::Formatter<'_>, open: &str, ids: impl Iterator<Item = u16>) -> fmt::Result {
    f.write_str(open)?;
    comma_separated(f, ids)?;
    f.write_str(")")
}
