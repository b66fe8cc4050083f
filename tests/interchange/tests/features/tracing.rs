use intune_connector_catalogue::Severity;
use tracing_core::Level;

#[test]
fn each_severity_has_a_level_of_its_own() {
    let expected = [
        (Severity::Information, Level::INFO),
        (Severity::Warning, Level::WARN),
        (Severity::Error, Level::ERROR),
    ];
    assert_eq!(expected.map(|(severity, _)| severity), *Severity::ALL);
    for (severity, level) in expected {
        assert_eq!(Level::from(severity), level);
    }
}
