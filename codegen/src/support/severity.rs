//! How bad something is.

use core::fmt;
use core::str::FromStr;

use super::error::{Expected, ParseError};
use super::lookup;

/// How bad an entry is, from the mildest to the worst.
///
/// ```
/// use catalogue_codegen::support::Severity;
///
/// assert!(Severity::Warning < Severity::Error);
/// assert_eq!("warning".parse(), Ok(Severity::Warning));
/// assert_eq!(Severity::from_windows_level(2), Some(Severity::Error));
/// ```
#[derive(Clone, Copy, PartialEq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing failed: Windows level 4, syslog 6, OpenTelemetry 9.
    Information,
    /// Something may need attention: Windows level 3, syslog 4, OpenTelemetry 13.
    Warning,
    /// Something failed: Windows level 2, syslog 3, OpenTelemetry 17.
    Error,
}

impl Eq for Severity {}

static EXPECTED: Expected = Expected {
    article: "a ",
    noun: "severity",
    texts: "one of 3 names, such as `information`",
    codes: "",
    hex_digits: 0,
    greatest: u128::MAX,
};

impl Severity {
    /// All severities, the mildest first.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::ALL.len(), Severity::COUNT);
    /// assert_eq!(Severity::ALL[0], Severity::Information);
    /// ```
    pub const ALL: &'static [Self] = &[Self::Information, Self::Warning, Self::Error];

    /// How many severities there are.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::COUNT, 3);
    /// ```
    pub const COUNT: usize = 3;

    /// The name in lower case: `information`, `warning` or `error`.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::Error.name(), "error");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }

    /// The Rust spelling: `Information`, `Warning` or `Error`.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::Error.variant_name(), "Error");
    /// ```
    #[must_use]
    #[inline]
    pub const fn variant_name(self) -> &'static str {
        match self {
            Self::Information => "Information",
            Self::Warning => "Warning",
            Self::Error => "Error",
        }
    }

    /// The severity of this name, ASCII case ignored.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::from_name("Warning"), Some(Severity::Warning));
    /// assert_eq!(Severity::from_name("fatal"), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn from_name(name: &str) -> Option<Self> {
        let mut at = 0;
        while at < Self::COUNT {
            if lookup::same(Self::ALL[at].name(), name) {
                return Some(Self::ALL[at]);
            }
            at += 1;
        }
        None
    }

    /// The level of a Windows event: 4, 3 or 2.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::Error.windows_level(), 2);
    /// ```
    #[must_use]
    #[inline]
    pub const fn windows_level(self) -> u8 {
        match self {
            Self::Information => 4,
            Self::Warning => 3,
            Self::Error => 2,
        }
    }

    /// The severity of a Windows event's level; `None` for 0 (always), 1 (critical), 5 (verbose) and others.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::from_windows_level(3), Some(Severity::Warning));
    /// assert_eq!(Severity::from_windows_level(5), None);
    /// ```
    #[must_use]
    #[inline]
    pub const fn from_windows_level(level: u8) -> Option<Self> {
        match level {
            4 => Some(Self::Information),
            3 => Some(Self::Warning),
            2 => Some(Self::Error),
            _ => None,
        }
    }

    /// The severity of a syslog message (RFC 5424): 6, 4 or 3.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::Warning.syslog_severity(), 4);
    /// ```
    #[must_use]
    #[inline]
    pub const fn syslog_severity(self) -> u8 {
        match self {
            Self::Information => 6,
            Self::Warning => 4,
            Self::Error => 3,
        }
    }

    /// The `SeverityNumber` of an OpenTelemetry log record: 9, 13 or 17.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::Information.otel_severity_number(), 9);
    /// ```
    #[must_use]
    #[inline]
    pub const fn otel_severity_number(self) -> u8 {
        match self {
            Self::Information => 9,
            Self::Warning => 13,
            Self::Error => 17,
        }
    }

    /// The short name that OpenTelemetry gives this severity: `INFO`, `WARN` or `ERROR`.
    ///
    /// ```
    /// use catalogue_codegen::support::Severity;
    ///
    /// assert_eq!(Severity::Warning.otel_severity_text(), "WARN");
    /// ```
    #[must_use]
    #[inline]
    pub const fn otel_severity_text(self) -> &'static str {
        match self {
            Self::Information => "INFO",
            Self::Warning => "WARN",
            Self::Error => "ERROR",
        }
    }
}

impl fmt::Debug for Severity {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.variant_name())
    }
}

impl fmt::Display for Severity {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl AsRef<str> for Severity {
    #[inline]
    fn as_ref(&self) -> &str {
        self.name()
    }
}

impl From<Severity> for &'static str {
    #[inline]
    fn from(severity: Severity) -> Self {
        severity.name()
    }
}

impl FromStr for Severity {
    type Err = ParseError;

    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseError> {
        EXPECTED.named(Self::from_name(text), text)
    }
}

impl TryFrom<&str> for Severity {
    type Error = ParseError;

    #[inline]
    fn try_from(text: &str) -> Result<Self, ParseError> {
        text.parse()
    }
}
