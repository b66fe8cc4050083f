//! Every variant by its Rust name: a `match` without `_`, as users write it.
//!
//! A variant that is renamed, added or removed stops this file from compiling, which is a breaking change.

mod common;

use common::{Channel, Detail, DiagnosticCode, EventId, Locale, Outcome, Scenario, Severity, UnifiedEventId};

macro_rules! exhaustive {
    ($($test:ident: $entry:ident { $($variant:ident)* })*) => {$(
        #[test]
        fn $test() {
            assert_eq!($entry::ALL, [$($entry::$variant),*]);
            for entry in $entry::ALL.iter().copied() {
                let variant = match entry {
                    $($entry::$variant => stringify!($variant),)*
                };
                assert_eq!(entry.variant_name(), variant);
            }
        }
    )*};
}

exhaustive! {
    events: EventId {
        StartedConnectorService
        StoppedConnectorService
        CertificateRenewalSuccess
        CertificateRenewalFailure
        RetrieveCertificateWarning
        RetrieveCertificateError
        PkcsCertIssueSuccess
        PkcsCertIssueFailure
        RevokeCertSuccess
        RevokeCertFailure
        UploadSuccess
        UploadFailure
        DownloadSuccess
        DownloadFailure
        CrpVerifyMetricSuccess
        CrpVerifyMetricWarning
        CrpVerifyMetricFailure
        CrpNotifyMetricSuccess
        CrpNotifyMetricFailure
    }
    diagnostic_codes: DiagnosticCode {
        Success
        PkcsIssueCaUnavailable
        SymantecClientAuthCertNotFound
        RevokeCertAccessDenied
        CertThumbprintNotFound
        CertificateNotFound
        CertificateExpired
        CrpScepCertNotFound
        CrpScepSigningCertNotFound
        CrpScepDeserializeFailed
        CrpScepChallengeExpired
        UnknownError
    }
    unified_events: UnifiedEventId {
        PkcsRequestSuccess
        PkcsRequestFailure
        PkcsDownloadSuccess
        PkcsDownloadFailure
        PkcsDownloadedRequest
        PkcsDigiCertRequest
        PkcsIssuedSuccess
        PkcsIssuedFailedAttempt
        PkcsIssuedFailure
        PkcsUploadSuccess
        PkcsUploadFailure
        PkcsUploadedRequest
        PkcsRecryptRequestSuccess
        PkcsRecryptRequestFailure
        PkcsRecryptDownloadSuccess
        PkcsRecryptDownloadFailure
        PkcsRecryptDownloadedRequest
        PkcsRecryptReencryptSuccess
        PkcsRecryptDecryptSuccess
        PkcsRecryptDecryptFailure
        PkcsRecryptReencryptFailure
        PkcsRecryptUploadSuccess
        PkcsRecryptUploadFailure
        PkcsRecryptUploadedRequest
        PkcsImportRequestSuccess
        PkcsImportRequestFailure
        PkcsImportDownloadedRequest
        PkcsImportReencryptSuccess
        PkcsImportReencryptFailedAttempt
        PkcsImportReencryptFailure
        PkcsImportUploadSuccess
        PkcsImportUploadFailure
        PkcsImportUploadedRequest
        PkcsImportDownloadSuccess
        PkcsImportDownloadFailure
        RevokeRequestSuccess
        RevokeRequestFailure
        RevokeDownloadSuccess
        RevokeDownloadFailure
        RevokeDownloadedRequest
        RevokeDigicertRequest
        RevokeSuccess
        RevokeFailure
        RevokeFailedAttempt
        RevokeUploadSuccess
        RevokeUploadFailure
        RevokeUploadedRequest
        ScepRequestSuccess
        ScepRequestIssuedFailure
        ScepRequestUploadFailure
        ScepRequestReceived
        ScepVerifySuccess
        ScepVerifyFailure
        ScepIssuedSuccess
        ScepIssuedFailure
        ScepNotifySuccess
        ScepNotifyAttemptFailed
        ScepNotifySaveToDiskFailed
        HealthMessageUploadSuccess
        HealthMessageUploadFailedAttempt
        HealthMessageUploadFailure
    }
    scenarios: Scenario { General Pkcs PkcsImport Revocation Scep ConnectorHealth }
    outcomes: Outcome { Success Failure Retrying Progress }
    details: Detail {
        DeviceId
        UserId
        CaName
        CertificateTemplateName
        CertificateThumbprint
        CertificateSerialNumber
        UploadState
    }
    channels: Channel { Admin Operational }
    severities: Severity { Information Warning Error }
    locales: Locale { En Ru }
}
