//! Splunk's search language.

use core::fmt;

use super::Selection;
use super::id_lists::comma_separated;
use super::log::Log;
use crate::ConnectorEvent;

/// A Splunk search that matches both the classic (`LogName`, `EventCode`) and the XML source type (`Channel`,
/// `EventID`).
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::EventId;
///
/// let selection = Selection::new().event(EventId::UploadFailure.into());
/// assert_eq!(
///     selection.splunk().to_string(),
///     "((LogName=\"Microsoft Intune Connector\" EventCode IN (20302)) OR \
///      (Channel=\"Microsoft Intune Connector\" EventID IN (20302)))\n"
/// );
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Splunk {
    pub(super) selection: Selection,
}

impl fmt::Display for Splunk {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut logs = self.selection.logs().enumerate().peekable();
        if logs.peek().is_none() {
            return f.write_str("NOT *\n");
        }
        for (at, log) in logs {
            let or = if at == 0 { "" } else { " OR\n" };
            write!(f, "{or}(")?;
            self.clause(f, log, "LogName", "EventCode", "Type IN (\"Critical\", \"Error\", \"Warning\")")?;
            f.write_str(" OR ")?;
            self.clause(f, log, "Channel", "EventID", "Level IN (1, 2, 3)")?;
            f.write_str(")")?;
        }
        f.write_str("\n")
    }
}

impl Splunk {
    /// The events of a log by the field names of one source type.
    #[inline]
    fn clause(
        &self,
        f: &mut fmt::Formatter<'_>,
        log: Log,
        channel: &str,
        id: &str,
        levels: &str,
    ) -> fmt::Result {
        write!(f, "({channel}=\"{}\" ", log.path())?;
        if self.selection.undocumented {
            f.write_str("(")?;
        }
        list(f, id, log.events(&self.selection).map(ConnectorEvent::id))?;
        if self.selection.undocumented {
            write!(f, " OR ({levels} NOT ")?;
            list(f, id, log.documented().map(ConnectorEvent::id))?;
            f.write_str("))")?;
        }
        f.write_str(")")
    }
}

#[inline]
fn list(f: &mut fmt::Formatter<'_>, field: &str, ids: impl Iterator<Item = u16>) -> fmt::Result {
    write!(f, "{field} IN (")?;
    comma_separated(f, ids)?;
    f.write_str(")")
}
