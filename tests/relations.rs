//! Relations and words: the same from both sides.

mod common;

use std::fmt::Debug;

use common::{Channel, Detail, DiagnosticCode, EventId, Outcome, Scenario, UnifiedEventId, Word};

/// Compares a relation with its inverse, and checks that both are in order without repetition.
#[track_caller]
fn assert_inverse<A: Word, B: Word>(there: impl Fn(A) -> Vec<B>, back: fn(B) -> &'static [A]) {
    for a in A::ALL.iter().copied() {
        assert_strictly_ascending(a, &there(a));
    }
    for b in B::ALL.iter().copied() {
        assert_strictly_ascending(b, back(b));
        let users: Vec<A> = A::ALL.iter().copied().filter(|a| there(*a).contains(&b)).collect();
        assert_eq!(back(b), users, "{b:?}");
    }
}

#[track_caller]
fn assert_strictly_ascending<T: Ord + Debug>(of: impl Debug, list: &[T]) {
    assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{of:?}: {list:?}");
}

#[test]
fn events_and_diagnostic_codes_agree_about_each_other() {
    assert_inverse(|event: EventId| event.diagnostic_codes().to_vec(), DiagnosticCode::events);
}

#[test]
fn words_list_exactly_the_legacy_events_that_use_them() {
    assert_inverse(|event: EventId| vec![event.scenario()], Scenario::legacy_events);
    assert_inverse(|event: EventId| vec![event.outcome()], Outcome::legacy_events);
    assert_inverse(|event: EventId| event.details().to_vec(), Detail::legacy_events);
}

#[test]
fn words_list_exactly_the_unified_events_that_use_them() {
    assert_inverse(|event: UnifiedEventId| vec![event.scenario()], Scenario::unified_events);
    assert_inverse(|event: UnifiedEventId| vec![event.outcome()], Outcome::unified_events);
    assert_inverse(|event: UnifiedEventId| vec![event.channel()], Channel::events);
}

#[test]
fn nothing_stands_alone() {
    for event in EventId::ALL.iter().copied() {
        assert!(!event.diagnostic_codes().is_empty(), "{event}");
    }
    for code in DiagnosticCode::ALL.iter().copied() {
        assert!(!code.events().is_empty(), "{code}");
    }
    for scenario in Scenario::ALL.iter().copied() {
        assert!(scenario.legacy_events().len() + scenario.unified_events().len() > 0, "{scenario}");
    }
    for outcome in Outcome::ALL.iter().copied() {
        assert!(outcome.legacy_events().len() + outcome.unified_events().len() > 0, "{outcome}");
    }
    for detail in Detail::ALL.iter().copied() {
        assert!(!detail.legacy_events().is_empty(), "{detail}");
    }
    for channel in Channel::ALL.iter().copied() {
        assert!(!channel.events().is_empty(), "{channel}");
    }
}
