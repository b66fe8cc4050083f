//! Sigma rules.

use core::fmt;

use super::Selection;
use super::log::Log;
use crate::{ConnectorEvent, SOURCES, Scenario, Severity};

/// Sigma rules (schema version 2), one document for each severity that the selection holds.
///
/// The identifier of a rule follows from what it detects, so that the same selection gives the same rule.
/// Undocumented ids, where they are selected, come as a document of their own. Without events there is no document.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::Severity;
///
/// let rules = Selection::new().at_least(Severity::Warning).sigma().to_string();
/// assert_eq!(rules.matches("\n---\n").count(), 1);
/// assert!(rules.contains("condition: 1 of selection_*"));
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct Sigma {
    pub(super) selection: Selection,
}

/// What one document detects.
#[derive(Clone, Copy)]
enum Rule {
    Documented(Severity),
    Undocumented,
}

impl fmt::Display for Sigma {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let selection = self.selection;
        let of = move |severity: Severity| selection.events().any(|event| event.severity() == severity);
        let documented = Severity::ALL.iter().rev().copied().filter(move |severity| of(*severity));
        let is_any = selection.undocumented && selection.logs().next().is_some();
        let undocumented = is_any.then_some(Rule::Undocumented);
        for (at, rule) in documented.map(Rule::Documented).chain(undocumented).enumerate() {
            if at > 0 {
                f.write_str("---\n")?;
            }
            Document { selection, rule }.fmt(f)?;
        }
        Ok(())
    }
}

#[derive(Clone, Copy)]
struct Document {
    selection: Selection,
    rule: Rule,
}

impl fmt::Display for Document {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (title, description, level) = self.words();
        writeln!(f, "title: {title}{}", Scenarios(*self))?;
        writeln!(f, "id: {}", self.identifier())?;
        writeln!(f, "status: experimental")?;
        writeln!(f, "description: {description}")?;
        writeln!(f, "references:")?;
        SOURCES.iter().try_for_each(|source| writeln!(f, "    - {}", source.url))?;
        writeln!(f, "author: intune-connector-catalogue")?;
        writeln!(f, "date: {}", SOURCES.iter().map(|source| source.date).max().unwrap_or_default())?;
        writeln!(f, "logsource:\n    product: windows")?;
        writeln!(
            f,
            "    definition: Requirements - the logs of the certificate connector must be collected"
        )?;
        writeln!(f, "detection:\n{}    condition: {}", Detection(*self), self.condition())?;
        writeln!(f, "falsepositives:\n    - Maintenance of the connector or of the certification authority")?;
        writeln!(f, "level: {level}")
    }
}

impl Document {
    /// Title, description and level.
    #[inline]
    const fn words(&self) -> (&'static str, &'static str, &'static str) {
        match self.rule {
            Rule::Documented(Severity::Error) => (
                "Intune Certificate Connector Failure",
                "Detects failed operations of the Microsoft Intune certificate connector",
                "high",
            ),
            Rule::Documented(Severity::Warning) => (
                "Intune Certificate Connector Warning",
                "Detects operations of the Microsoft Intune certificate connector that were refused or will be retried",
                "low",
            ),
            Rule::Documented(Severity::Information) => (
                "Intune Certificate Connector Activity",
                "Detects regular operations of the Microsoft Intune certificate connector",
                "informational",
            ),
            Rule::Undocumented => (
                "Intune Certificate Connector Undocumented Problem",
                "Detects warnings and errors of the Microsoft Intune certificate connector with undocumented ids",
                "medium",
            ),
        }
    }

    #[inline]
    const fn condition(&self) -> &'static str {
        match self.rule {
            Rule::Documented(_) => "1 of selection_*",
            Rule::Undocumented => "1 of selection_* and not 1 of filter_*",
        }
    }

    /// The ids that the rule takes from a log.
    #[inline]
    fn events(self, log: Log) -> impl Iterator<Item = ConnectorEvent> {
        let matches = move |event: &ConnectorEvent| match self.rule {
            Rule::Documented(severity) => event.severity() == severity && self.selection.contains(*event),
            Rule::Undocumented => false,
        };
        log.documented().filter(matches)
    }

    /// A UUID of version 8 (RFC 9562) made of two hashes of what the rule detects.
    #[inline]
    fn identifier(self) -> impl fmt::Display {
        let halves = [0xCBF2_9CE4_8422_2325, 0x6C62_272E_07BB_0142].map(|start| {
            let mut hash = Fnv(start);
            // Hashing cannot fail.
            let _ = fmt::write(&mut hash, format_args!("{}{}", Detection(self), self.condition()));
            hash.0
        });
        Uuid(halves)
    }
}

/// The scenarios that were asked for, in parentheses, so that the rules of two scenarios have titles of their own.
struct Scenarios(Document);

impl fmt::Display for Scenarios {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Document { selection, rule } = self.0;
        if selection.scenarios.is_empty() || matches!(rule, Rule::Undocumented) {
            return Ok(());
        }
        let asked = Scenario::ALL.iter().filter(|scenario| selection.scenarios.has(**scenario as usize));
        asked.enumerate().try_for_each(|(at, scenario)| {
            f.write_str(if at == 0 { " (" } else { ", " })?;
            f.write_str(scenario.name())
        })?;
        f.write_str(")")
    }
}

/// The selections of a rule.
struct Detection(Document);

impl fmt::Display for Detection {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let document = self.0;
        for log in document.selection.logs() {
            match document.rule {
                Rule::Documented(_) if document.events(log).next().is_none() => {}
                Rule::Documented(_) => {
                    writeln!(f, "    selection_{}:\n        Channel: {}", log.word(), log.path())?;
                    list(f, document.events(log))?;
                }
                Rule::Undocumented => {
                    writeln!(f, "    selection_{}:\n        Channel: {}", log.word(), log.path())?;
                    writeln!(f, "        Level:\n            - 1\n            - 2\n            - 3")?;
                    writeln!(f, "    filter_{}:\n        Channel: {}", log.word(), log.path())?;
                    list(f, log.documented())?;
                }
            }
        }
        Ok(())
    }
}

#[inline]
fn list(f: &mut fmt::Formatter<'_>, mut events: impl Iterator<Item = ConnectorEvent>) -> fmt::Result {
    writeln!(f, "        EventID:")?;
    events.try_for_each(|event| writeln!(f, "            - {} # {}", event.id(), event.name()))
}

/// FNV-1a over 64 bits.
struct Fnv(u64);

impl fmt::Write for Fnv {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for byte in text.bytes() {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        }
        Ok(())
    }
}

struct Uuid([u64; 2]);

impl fmt::Display for Uuid {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [high, low] = self.0;
        let (time_low, time_mid, version) = (high >> 32, high >> 16 & 0xFFFF, high & 0x0FFF | 0x8000);
        let (variant, node) = (low >> 48 & 0x3FFF | 0x8000, low & 0xFFFF_FFFF_FFFF);
        write!(f, "{time_low:08x}-{time_mid:04x}-{version:04x}-{variant:04x}-{node:012x}")
    }
}
