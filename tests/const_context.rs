//! What works in constants, and holds there what it returns elsewhere.

mod common;

use std::hint::black_box;

use common::{
    Channel, Detail, DiagnosticCode, EventId, Locale, Outcome, Scenario, Severity, Source, UnifiedEventId,
};
use intune_connector_catalogue::{CATALOGUE_VERSION, Deprecation, OrUnknown, SOURCES};

/// Evaluates a call in a constant and at run time.
macro_rules! same {
    ($($subject:expr => $kind:ty { $($call:ident($($argument:expr),*): $result:ty,)* })*) => {$($({
        const CONSTANT: $result = <$kind>::$call($subject $(, $argument)*);
        assert_eq!(CONSTANT, <$kind>::$call(black_box($subject) $(, black_box($argument))*), stringify!($call));
    })*)*};
}

#[test]
fn methods_of_entries_work_in_constants() {
    same! {
        EventId::PkcsCertIssueFailure => EventId {
            id(): u16,
            name(): &str,
            variant_name(): &str,
            spellings(): &[&str],
            severity(): Severity,
            description(): &str,
            description_in(Locale::Ru): &str,
            remediation(): Option<&str>,
            remediation_in(Locale::Ru): Option<&str>,
            scenario(): Scenario,
            outcome(): Outcome,
            details(): &[Detail],
            diagnostic_codes(): &[DiagnosticCode],
            since(): Option<&str>,
            deprecated(): Option<Deprecation<EventId>>,
            documented_in(): Option<&Source>,
            notes(): &[&str],
        }
        UnifiedEventId::ScepRequestSuccess => UnifiedEventId {
            id(): u16,
            name(): &str,
            spellings(): &[&str],
            severity(): Severity,
            remediation_in(Locale::Ru): Option<&str>,
            channel(): Channel,
            notes(): &[&str],
        }
        DiagnosticCode::UnknownError => DiagnosticCode {
            code(): u32,
            name(): &str,
            spellings(): &[&str],
            description_in(Locale::Ru): &str,
            events(): &[EventId],
            documented_in(): Option<&Source>,
        }
        Scenario::PkcsImport => Scenario {
            name(): &str,
            variant_name(): &str,
            spellings(): &[&str],
            description_in(Locale::Ru): &str,
            legacy_events(): &[EventId],
            unified_events(): &[UnifiedEventId],
        }
        Severity::Warning => Severity {
            name(): &str,
            variant_name(): &str,
            windows_level(): u8,
            syslog_severity(): u8,
            otel_severity_number(): u8,
            otel_severity_text(): &str,
        }
        Locale::Ru => Locale { tag(): &str, variant_name(): &str, }
    }
}

#[test]
fn look_up_works_in_constants() {
    const EVENT: EventId = EventId::from_id(20102).unwrap();
    const CODE: Option<DiagnosticCode> = DiagnosticCode::from_code(0x411);
    const NO_CODE: Option<DiagnosticCode> = DiagnosticCode::from_code(0x412);
    const NAMED: Option<DiagnosticCode> = DiagnosticCode::from_name("crpscepchallenge_EXPIRED");
    const NAMED_OTHERWISE: Option<DiagnosticCode> = DiagnosticCode::from_name("Успех");
    const UNNAMED: Option<UnifiedEventId> = UnifiedEventId::from_name("PkcsRequestSucces");
    const WORD: Option<Scenario> = Scenario::from_name("pkcs import");
    const SEVERITY: (Option<Severity>, Option<Severity>) =
        (Severity::from_name("ERROR"), Severity::from_windows_level(3));
    assert_eq!(EVENT, EventId::PkcsCertIssueFailure);
    assert_eq!((CODE, NO_CODE), (Some(DiagnosticCode::CrpScepChallengeExpired), None));
    assert_eq!((NAMED, NAMED_OTHERWISE), (CODE, Some(DiagnosticCode::Success)));
    assert_eq!((UNNAMED, WORD), (None, Some(Scenario::PkcsImport)));
    assert_eq!(SEVERITY, (Some(Severity::Error), Some(Severity::Warning)));
}

#[test]
fn ranges_and_unknown_codes_work_in_constants() {
    const RANGE: (Option<&str>, Option<Scenario>) = (EventId::range_name(20150), EventId::scenario_of(20150));
    const UNIFIED: (Option<&str>, Option<Scenario>) =
        (UnifiedEventId::range_name(2), UnifiedEventId::scenario_of(2));
    const HELD: OrUnknown<EventId> = OrUnknown::from_code(20103);
    const CODE: u16 = HELD.code();
    assert_eq!(RANGE, (Some("PKCS certificates"), Some(Scenario::Pkcs)));
    assert_eq!(UNIFIED, (Some("No scenario"), None));
    assert_eq!((HELD, CODE), (OrUnknown::from(20103), 20103));
}

#[test]
fn lists_give_constants_and_lengths_of_arrays() {
    const LAST: EventId = EventId::ALL[EventId::COUNT - 1];
    const COUNTERS: [u8; EventId::COUNT] = [0; EventId::COUNT];
    const SOURCE: &Source = &SOURCES[0];
    const VERSION: &[u8] = CATALOGUE_VERSION.as_bytes();
    assert_eq!(Some(&LAST), EventId::ALL.last());
    assert_eq!(COUNTERS.len(), EventId::ALL.len());
    assert_eq!((SOURCE, VERSION), (&SOURCES[0], CATALOGUE_VERSION.as_bytes()));
}
