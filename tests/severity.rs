//! Severities: their order, and their numbers in other systems.

mod common;

use common::Severity;

#[test]
fn severities_rise_from_information_to_error() {
    assert_eq!(Severity::ALL, [Severity::Information, Severity::Warning, Severity::Error]);
    assert!(Severity::Information < Severity::Warning && Severity::Warning < Severity::Error);
}

#[test]
fn severities_have_the_numbers_of_other_systems() {
    let told = Severity::ALL.iter().map(|severity| {
        (
            severity.name(),
            severity.windows_level(),
            severity.syslog_severity(),
            severity.otel_severity_number(),
            severity.otel_severity_text(),
        )
    });
    assert!(told.eq([
        ("information", 4, 6, 9, "INFO"),
        ("warning", 3, 4, 13, "WARN"),
        ("error", 2, 3, 17, "ERROR"),
    ]));
}

#[test]
fn only_the_levels_of_a_severity_are_one() {
    for level in 0..=u8::MAX {
        let expected = Severity::ALL.iter().copied().find(|severity| severity.windows_level() == level);
        assert_eq!(Severity::from_windows_level(level), expected, "{level}");
    }
}

#[test]
fn names_are_found_in_any_case_and_nothing_else_is() {
    for severity in Severity::ALL.iter().copied() {
        for text in [severity.name().to_owned(), severity.name().to_uppercase(), format!("{severity:?}")] {
            assert_eq!(Severity::from_name(&text), Some(severity), "{text}");
        }
    }
    for text in ["", "info", "INFO", "warn", "err", "errors", "critical", "4", "error ", "ошибка"] {
        assert_eq!(Severity::from_name(text), None, "{text}");
    }
}
