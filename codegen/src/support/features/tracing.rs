//! `tracing`: severities as levels.

use tracing_core::Level;

use super::super::Severity;

impl From<Severity> for Level {
    #[inline]
    fn from(severity: Severity) -> Self {
        match severity {
            Severity::Information => Self::INFO,
            Severity::Warning => Self::WARN,
            Severity::Error => Self::ERROR,
        }
    }
}
