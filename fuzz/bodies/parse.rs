//! Reads a text as each enum; what was read is written and read again.

use std::fmt::Debug;
use std::str::FromStr;

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{
    Channel, Detail, DiagnosticCode, Entry, EventId, Locale, OrUnknown, Outcome, ParseError, Scenario,
    Severity,
};

pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    check_entry::<EventId>(text);
    check_entry::<UnifiedEventId>(text);
    check_entry::<DiagnosticCode>(text);
    check::<Scenario>(text);
    check::<Outcome>(text);
    check::<Detail>(text);
    check::<Channel>(text);
    check::<Severity>(text);
    check::<Locale>(text);
    let _ = (EventId::closest_to(text), UnifiedEventId::closest_to(text), DiagnosticCode::closest_to(text));
}

fn check<E: FromStr<Err = ParseError> + Debug + PartialEq + ToString>(text: &str) -> Option<E> {
    match text.parse::<E>() {
        Ok(entry) => {
            assert_eq!(entry.to_string().parse(), Ok(entry));
            text.parse().ok()
        }
        Err(error) => {
            assert!(error.to_string().contains("expected"), "{error}");
            None
        }
    }
}

fn check_entry<E: Entry<Code: Into<i128>>>(text: &str)
where
    OrUnknown<E>: FromStr<Err = ParseError>,
{
    let entry = check::<E>(text);
    let Some(held) = check::<OrUnknown<E>>(text) else {
        assert_eq!(entry, None, "{text:?}");
        return;
    };
    assert_eq!(held.known(), entry, "{text:?}");
    assert_eq!(format!("{held:#}").parse(), Ok(held));
}
