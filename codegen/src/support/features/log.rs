//! `log`: severities as levels.

use ::log::Level;

use super::super::Severity;

impl From<Severity> for Level {
    #[inline]
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Information => Self::Info,
            Severity::Warning => Self::Warn,
            Severity::Error => Self::Error,
        }
    }
}
