//! Codes: exact, ordered, and the same as the discriminants.

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{DiagnosticCode, EventId};

#[test]
fn every_event_is_found_by_its_id() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(EventId::from_id(event.id()), Some(event), "{event:#}");
        assert_eq!(event as u16, event.id(), "{event:#}");
    }
    for event in UnifiedEventId::ALL.iter().copied() {
        assert_eq!(UnifiedEventId::from_id(event.id()), Some(event), "{event:#}");
        assert_eq!(event as u16, event.id(), "{event:#}");
    }
}

#[test]
fn every_diagnostic_code_is_found_by_its_code() {
    for code in DiagnosticCode::ALL.iter().copied() {
        assert_eq!(DiagnosticCode::from_code(code.code()), Some(code), "{code:#}");
        assert_eq!(code as u32, code.code(), "{code:#}");
    }
}

#[test]
fn no_other_id_finds_anything() {
    for id in 0..=u16::MAX {
        let expected = EventId::ALL.iter().copied().find(|event| event.id() == id);
        assert_eq!(EventId::from_id(id), expected, "{id}");
        let expected = UnifiedEventId::ALL.iter().copied().find(|event| event.id() == id);
        assert_eq!(UnifiedEventId::from_id(id), expected, "{id}");
    }
}

#[test]
fn no_other_code_near_a_known_one_finds_anything() {
    let near = DiagnosticCode::ALL.iter().flat_map(|code| {
        let code = code.code();
        (0..32).map(move |bit| code ^ 1 << bit).chain([code.wrapping_sub(1), code.wrapping_add(1)])
    });
    for number in near.chain(0..0x1_0000).chain([u32::MAX]) {
        let expected = DiagnosticCode::ALL.iter().copied().find(|code| code.code() == number);
        assert_eq!(DiagnosticCode::from_code(number), expected, "{number:#x}");
    }
}

#[test]
fn entries_are_in_the_order_of_their_codes_and_none_comes_twice() {
    assert!(EventId::ALL.windows(2).all(|pair| pair[0] < pair[1] && pair[0].id() < pair[1].id()));
    assert!(UnifiedEventId::ALL.windows(2).all(|pair| pair[0] < pair[1] && pair[0].id() < pair[1].id()));
    assert!(DiagnosticCode::ALL.windows(2).all(|pair| pair[0] < pair[1] && pair[0].code() < pair[1].code()));
}

#[test]
fn undocumented_ids_have_the_scenario_of_their_range() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(EventId::scenario_of(event.id()), Some(event.scenario()), "{event:#}");
        assert!(EventId::range_name(event.id()).is_some(), "{event:#}");
    }
    for event in UnifiedEventId::ALL.iter().copied() {
        assert_eq!(UnifiedEventId::scenario_of(event.id()), Some(event.scenario()), "{event:#}");
    }
    assert_eq!((UnifiedEventId::scenario_of(2), UnifiedEventId::range_name(2)), (None, Some("No scenario")));
    assert_eq!(UnifiedEventId::range_name(6_000), None);
    assert_eq!(EventId::scenario_of(20199), Some(intune_connector_catalogue::Scenario::Pkcs));
    for id in [0, 9_999, 11_000, 20_099, 20_700, u16::MAX] {
        assert_eq!((EventId::scenario_of(id), EventId::range_name(id)), (None, None), "{id}");
    }
}

/// What works in constants.
mod constants {
    use super::*;
    use intune_connector_catalogue::{Locale, Outcome, Scenario, Severity, Source};

    const EVENT: EventId = EventId::from_id(20102).unwrap();
    const CODE: Option<DiagnosticCode> = DiagnosticCode::from_name("crpscepchallenge_expired");
    const NAME: &str = EVENT.name();
    const SEVERITY: Severity = EVENT.severity();
    const SCENARIO: (Scenario, Outcome) = (EVENT.scenario(), EVENT.outcome());
    const TEXT: (&str, Option<&str>) = (EVENT.description_in(Locale::Ru), EVENT.remediation());
    const CODES: &[DiagnosticCode] = EVENT.diagnostic_codes();
    const SOURCE: Option<&Source> = EVENT.source();

    #[test]
    fn constants_hold_what_calls_return() {
        let event = EventId::try_from(20102).unwrap();
        assert_eq!(EVENT, event);
        assert_eq!(CODE, Some(DiagnosticCode::CrpScepChallengeExpired));
        assert_eq!((NAME, SEVERITY), (event.name(), event.severity()));
        assert_eq!(SCENARIO, (event.scenario(), event.outcome()));
        assert_eq!(TEXT, (event.description_in(Locale::Ru), event.remediation()));
        assert_eq!((CODES, SOURCE), (event.diagnostic_codes(), event.source()));
    }
}
