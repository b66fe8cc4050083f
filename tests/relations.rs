//! Relations and words: the same from both sides.

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{Channel, Detail, DiagnosticCode, EventId, Outcome, Scenario};

#[test]
fn events_and_diagnostic_codes_agree_about_each_other() {
    for event in EventId::ALL.iter().copied() {
        for code in DiagnosticCode::ALL.iter().copied() {
            let there = event.diagnostic_codes().contains(&code);
            let back = code.events().contains(&event);
            assert_eq!(there, back, "{event} {code}");
        }
    }
}

#[test]
fn relations_are_in_order_without_repetition() {
    fn strictly_ascending<T: Ord>(list: &[T]) -> bool {
        list.windows(2).all(|pair| pair[0] < pair[1])
    }
    for event in EventId::ALL.iter().copied() {
        assert!(strictly_ascending(event.diagnostic_codes()), "{event}");
        assert!(strictly_ascending(event.details()), "{event}");
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        assert!(strictly_ascending(code.events()), "{code}");
        assert!(!code.events().is_empty(), "{code} is related to nothing");
    }
}

#[test]
fn words_list_exactly_the_events_that_use_them() {
    let events = || EventId::ALL.iter().copied();
    for scenario in Scenario::ALL.iter().copied() {
        assert!(
            events()
                .filter(|event| event.scenario() == scenario)
                .eq(scenario.legacy_events().iter().copied()),
            "{scenario}"
        );
    }
    for outcome in Outcome::ALL.iter().copied() {
        assert!(
            events().filter(|event| event.outcome() == outcome).eq(outcome.legacy_events().iter().copied()),
            "{outcome}"
        );
    }
    for detail in Detail::ALL.iter().copied() {
        assert!(
            events()
                .filter(|event| event.details().contains(&detail))
                .eq(detail.legacy_events().iter().copied()),
            "{detail}"
        );
    }
}

#[test]
fn words_list_exactly_the_unified_events_that_use_them() {
    let events = || UnifiedEventId::ALL.iter().copied();
    for scenario in Scenario::ALL.iter().copied() {
        let users = events().filter(|event| event.scenario() == scenario);
        assert!(users.eq(scenario.unified_events().iter().copied()), "{scenario}");
    }
    for outcome in Outcome::ALL.iter().copied() {
        let users = events().filter(|event| event.outcome() == outcome);
        assert!(users.eq(outcome.unified_events().iter().copied()), "{outcome}");
    }
    for channel in Channel::ALL.iter().copied() {
        assert!(
            events().filter(|event| event.channel() == channel).eq(channel.events().iter().copied()),
            "{channel}"
        );
    }
}
