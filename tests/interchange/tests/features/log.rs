use intune_connector_catalogue::Severity;
use log::Level;

#[test]
fn each_severity_has_a_level_of_its_own() {
    let expected = [
        (Severity::Information, Level::Info),
        (Severity::Warning, Level::Warn),
        (Severity::Error, Level::Error),
    ];
    assert_eq!(expected.map(|(severity, _)| severity), *Severity::ALL);
    for (severity, level) in expected {
        assert_eq!(Level::from(severity), level);
    }
}
