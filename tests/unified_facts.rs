//! The facts of the unified connector, typed a second time from the source.

use intune_connector_catalogue::Channel::{self, Admin, Operational};
use intune_connector_catalogue::Outcome::{self, Failure, Progress, Retrying, Success};
use intune_connector_catalogue::unified::EventId;
use intune_connector_catalogue::{Scenario, Severity};

/// Id, channel, name, and how the documented text says that it ended.
#[rustfmt::skip]
const EVENTS: [(u16, Channel, &str, Outcome); 61] = [
    (1000, Admin, "PkcsRequestSuccess", Success),
    (1001, Admin, "PkcsRequestFailure", Failure),
    (1002, Operational, "PkcsDownloadSuccess", Success),
    (1003, Operational, "PkcsDownloadFailure", Failure),
    (1020, Operational, "PkcsDownloadedRequest", Progress),
    (1032, Operational, "PkcsDigiCertRequest", Progress),
    (1050, Operational, "PkcsIssuedSuccess", Success),
    (1051, Operational, "PkcsIssuedFailedAttempt", Retrying),
    (1052, Operational, "PkcsIssuedFailure", Failure),
    (1100, Operational, "PkcsUploadSuccess", Success),
    (1101, Operational, "PkcsUploadFailure", Failure),
    (1102, Operational, "PkcsUploadedRequest", Progress),
    (1200, Admin, "PkcsRecryptRequestSuccess", Success),
    (1201, Admin, "PkcsRecryptRequestFailure", Failure),
    (1202, Operational, "PkcsRecryptDownloadSuccess", Success),
    (1203, Operational, "PkcsRecryptDownloadFailure", Failure),
    (1220, Operational, "PkcsRecryptDownloadedRequest", Progress),
    (1250, Operational, "PkcsRecryptReencryptSuccess", Success),
    (1251, Operational, "PkcsRecryptDecryptSuccess", Success),
    (1252, Operational, "PkcsRecryptDecryptFailure", Failure),
    (1253, Operational, "PkcsRecryptReencryptFailure", Failure),
    (1300, Operational, "PkcsRecryptUploadSuccess", Success),
    (1301, Operational, "PkcsRecryptUploadFailure", Failure),
    (1302, Operational, "PkcsRecryptUploadedRequest", Progress),
    (2000, Admin, "PkcsImportRequestSuccess", Success),
    (2001, Admin, "PkcsImportRequestFailure", Failure),
    (2020, Operational, "PkcsImportDownloadedRequest", Progress),
    (2050, Operational, "PkcsImportReencryptSuccess", Success),
    (2051, Operational, "PkcsImportReencryptFailedAttempt", Retrying),
    (2052, Operational, "PkcsImportReencryptFailure", Failure),
    (2100, Operational, "PkcsImportUploadSuccess", Success),
    (2101, Operational, "PkcsImportUploadFailure", Failure),
    (2102, Operational, "PkcsImportUploadedRequest", Progress),
    (2202, Operational, "PkcsImportDownloadSuccess", Success),
    (2203, Operational, "PkcsImportDownloadFailure", Failure),
    (3000, Admin, "RevokeRequestSuccess", Success),
    (3001, Admin, "RevokeRequestFailure", Failure),
    (3002, Operational, "RevokeDownloadSuccess", Success),
    (3003, Operational, "RevokeDownloadFailure", Failure),
    (3020, Operational, "RevokeDownloadedRequest", Progress),
    (3032, Operational, "RevokeDigicertRequest", Progress),
    (3050, Operational, "RevokeSuccess", Success),
    (3051, Operational, "RevokeFailure", Failure),
    (3052, Operational, "RevokeFailedAttempt", Retrying),
    (3100, Operational, "RevokeUploadSuccess", Success),
    (3101, Operational, "RevokeUploadFailure", Failure),
    (3102, Operational, "RevokeUploadedRequest", Progress),
    (4000, Admin, "ScepRequestSuccess", Success),
    (4001, Admin, "ScepRequestIssuedFailure", Failure),
    (4002, Admin, "ScepRequestUploadFailure", Failure),
    (4003, Operational, "ScepRequestReceived", Progress),
    (4004, Operational, "ScepVerifySuccess", Success),
    (4005, Operational, "ScepVerifyFailure", Failure),
    (4006, Operational, "ScepIssuedSuccess", Success),
    (4007, Operational, "ScepIssuedFailure", Failure),
    (4008, Operational, "ScepNotifySuccess", Success),
    (4009, Operational, "ScepNotifyAttemptFailed", Retrying),
    (4010, Operational, "ScepNotifySaveToDiskFailed", Failure),
    (5000, Operational, "HealthMessageUploadSuccess", Success),
    (5001, Operational, "HealthMessageUploadFailedAttempt", Retrying),
    (5002, Operational, "HealthMessageUploadFailure", Failure),
];

#[test]
fn events_are_as_documented() {
    assert_eq!(EventId::COUNT, EVENTS.len());
    for (event, (id, channel, name, outcome)) in EventId::ALL.iter().zip(EVENTS) {
        assert_eq!(
            (event.id(), event.channel(), event.name(), event.outcome()),
            (id, channel, name, outcome)
        );
    }
}

#[test]
fn severities_follow_the_outcome() {
    for event in EventId::ALL.iter().copied() {
        let severity = match event.outcome() {
            Failure => Severity::Error,
            Retrying => Severity::Warning,
            Success | Progress => Severity::Information,
        };
        assert_eq!(event.severity(), severity, "{event}");
        assert_eq!(event.remediation().is_some(), severity > Severity::Information, "{event}");
    }
}

#[test]
fn scenarios_follow_the_thousands() {
    for event in EventId::ALL.iter().copied() {
        let scenario = match event.id() / 1_000 {
            1 => Scenario::Pkcs,
            2 => Scenario::PkcsImport,
            3 => Scenario::Revocation,
            4 => Scenario::Scep,
            _ => Scenario::ConnectorHealth,
        };
        assert_eq!(event.scenario(), scenario, "{event}");
    }
}
