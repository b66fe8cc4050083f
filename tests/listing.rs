//! Listing: our own items and `strum`'s traits say the same.

use std::iter::FusedIterator;

use intune_connector_catalogue::strum::{
    EnumCount, EnumMessage, IntoEnumIterator, VariantArray, VariantNames,
};
use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{
    Channel, Detail, DiagnosticCode, Entry, EventId, Locale, Outcome, Scenario, Severity,
};

fn is_a_good_iterator<I: Clone + DoubleEndedIterator + ExactSizeIterator + FusedIterator>(iterator: I) -> I {
    iterator
}

macro_rules! listing {
    ($($test:ident: $entry:ident)*) => {$(
        #[test]
        fn $test() {
            let all = $entry::ALL;
            assert_eq!(all.len(), $entry::COUNT);
            assert_eq!(<$entry as EnumCount>::COUNT, all.len());
            assert_eq!(<$entry as VariantArray>::VARIANTS, all);
            let iterator = is_a_good_iterator(<$entry as IntoEnumIterator>::iter());
            assert_eq!(iterator.len(), all.len());
            assert!(iterator.clone().eq(all.iter().copied()));
            assert!(iterator.rev().eq(all.iter().rev().copied()));
            let names = <$entry as VariantNames>::VARIANTS;
            assert!(all.iter().map(|entry| entry.variant_name()).eq(names.iter().copied()));
            assert!(all.iter().map(|entry| format!("{entry:?}")).eq(names.iter().copied()));
            assert!(all.is_sorted());
        }
    )*};
}

listing! {
    events: EventId
    unified_events: UnifiedEventId
    channels: Channel
    diagnostic_codes: DiagnosticCode
    scenarios: Scenario
    outcomes: Outcome
    details: Detail
    severities: Severity
    locales: Locale
}

#[test]
fn messages_are_the_texts() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(event.get_message(), Some(event.description()));
        assert_eq!(event.get_documentation(), Some(event.description()));
        assert_eq!(event.get_detailed_message(), event.remediation());
        assert_eq!(event.get_serializations(), event.spellings());
    }
}

#[test]
fn severities_have_the_numbers_of_other_systems() {
    let numbers = |severity: Severity| {
        (severity.windows_level(), severity.syslog_severity(), severity.otel_severity_number())
    };
    assert_eq!(numbers(Severity::Information), (4, 6, 9));
    assert_eq!(numbers(Severity::Warning), (3, 4, 13));
    assert_eq!(numbers(Severity::Error), (2, 3, 17));
    for level in 0..=u8::MAX {
        let expected = Severity::ALL.iter().copied().find(|severity| severity.windows_level() == level);
        assert_eq!(Severity::from_windows_level(level), expected, "{level}");
    }
    for severity in Severity::ALL.iter().copied() {
        assert_eq!(severity.to_string().parse(), Ok(severity));
        assert_eq!(severity.to_string().to_uppercase().parse(), Ok(severity));
    }
}

/// A tool that is written once for all enums.
fn table<E: Entry>() -> Vec<String> {
    let row = |entry: &E| {
        assert_eq!(E::from_code(entry.code()), Some(*entry));
        let severity = entry.severity().map_or("-", Severity::name);
        format!("{} {entry:#} {severity} {}", E::NOUN, entry.description().unwrap_or("-"))
    };
    E::ALL.iter().map(row).collect()
}

#[test]
fn the_trait_says_what_the_enums_say() {
    let event = EventId::UploadFailure;
    let line = format!("event id 20302 Upload_Failure error {}", event.description());
    assert!(table::<EventId>().contains(&line));
    assert!(table::<DiagnosticCode>()[0].starts_with("diagnostic code 0x00000000 Success information "));
}
