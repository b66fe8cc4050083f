//! `Get-WinEvent` for PowerShell.

use core::fmt;

use super::Selection;
use super::id_lists::comma_separated;
use super::log::Log;
use crate::ConnectorEvent;

/// Ids that a filter may hold; beyond some 21, events are missing without a word.
const LIMIT: usize = 20;

/// A `Get-WinEvent` command with a filter for each log and each 20 ids; an empty array, `@()`, if nothing is selected.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::EventId;
///
/// let selection = Selection::new().event(EventId::UploadFailure.into());
/// assert_eq!(
///     selection.powershell().to_string(),
///     "Get-WinEvent -FilterHashtable @(\n    @{ LogName = 'Microsoft Intune Connector'; Id = 20302 }\n)\n"
/// );
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct PowerShell {
    pub(super) selection: Selection,
}

impl fmt::Display for PowerShell {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.selection.logs().next().is_none() {
            return f.write_str("@()\n");
        }
        f.write_str("Get-WinEvent -FilterHashtable @(\n")?;
        for log in self.selection.logs() {
            let ids = || log.events(&self.selection).map(ConnectorEvent::id);
            for start in (0..ids().count()).step_by(LIMIT) {
                write!(f, "    @{{ LogName = '{}'; Id = ", log.path())?;
                comma_separated(f, ids().skip(start).take(LIMIT))?;
                f.write_str(" }\n")?;
            }
            if self.selection.undocumented {
                writeln!(f, "    @{{ LogName = '{}'; Level = 1, 2, 3 }}", log.path())?;
            }
        }
        f.write_str(")")?;
        if self.selection.undocumented {
            self.without_others(f)?;
        }
        f.write_str("\n")
    }
}

impl PowerShell {
    /// The filters by level also find documented events that are not selected.
    #[inline]
    fn without_others(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let others = |log: Log| log.documented().filter(|event| !self.selection.contains(*event));
        let mut open = " | Where-Object { -not (";
        for log in self.selection.logs().filter(|log| others(*log).next().is_some()) {
            write!(f, "{open}($_.LogName -eq '{}' -and $_.Id -in ", log.path())?;
            comma_separated(f, others(log).map(ConnectorEvent::id))?;
            f.write_str(")")?;
            open = " -or ";
        }
        if open == " -or " { f.write_str(") }") } else { Ok(()) }
    }
}
