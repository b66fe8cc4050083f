//! The facts, typed a second time from the source, so that a slip in `catalogue.yaml` does not pass.

use intune_connector_catalogue::{Detail, DiagnosticCode, EventId, Scenario, Severity};

/// Id, name, diagnostic codes beside 0x00000000 and 0x0FFFFFFF, which all events have.
const EVENTS: [(u16, &str, &[u32]); 19] = [
    (10010, "StartedConnectorService", &[]),
    (10020, "StoppedConnectorService", &[]),
    (10100, "CertificateRenewal_Success", &[]),
    (10102, "CertificateRenewal_Failure", &[0x405]),
    (10301, "RetrieveCertificate_Warning", &[0x403]),
    (10302, "RetrieveCertificate_Error", &[0x404]),
    (20100, "PkcsCertIssue_Success", &[]),
    (20102, "PkcsCertIssue_Failure", &[0x400, 0x401]),
    (20200, "RevokeCert_Success", &[]),
    (20202, "RevokeCert_Failure", &[0x402]),
    (20300, "Upload_Success", &[]),
    (20302, "Upload_Failure", &[]),
    (20400, "Download_Success", &[]),
    (20402, "Download_Failure", &[]),
    (20500, "CRPVerifyMetric_Success", &[]),
    (20501, "CRPVerifyMetric_Warning", &[0x411]),
    (20502, "CRPVerifyMetric_Failure", &[0x408, 0x409, 0x410]),
    (20600, "CRPNotifyMetric_Success", &[]),
    (20602, "CRPNotifyMetric_Failure", &[]),
];

const CODES: [(u32, &str, Severity); 12] = [
    (0x0000_0000, "Success", Severity::Information),
    (0x0000_0400, "PKCS_Issue_CA_Unavailable", Severity::Error),
    (0x0000_0401, "Symantec_ClientAuthCertNotFound", Severity::Error),
    (0x0000_0402, "RevokeCert_AccessDenied", Severity::Error),
    (0x0000_0403, "CertThumbprint_NotFound", Severity::Warning),
    (0x0000_0404, "Certificate_NotFound", Severity::Error),
    (0x0000_0405, "Certificate_Expired", Severity::Error),
    (0x0000_0408, "CRPSCEPCert_NotFound", Severity::Error),
    (0x0000_0409, "CRPSCEPSigningCert_NotFound", Severity::Error),
    (0x0000_0410, "CRPSCEPDeserialize_Failed", Severity::Error),
    (0x0000_0411, "CRPSCEPChallenge_Expired", Severity::Warning),
    (0x0FFF_FFFF, "Unknown_Error", Severity::Error),
];

#[test]
fn events_are_as_documented() {
    assert_eq!(EventId::COUNT, EVENTS.len());
    for (event, (id, name, codes)) in EventId::ALL.iter().zip(EVENTS) {
        assert_eq!((event.id(), event.name()), (id, name));
        let expected: Vec<u32> = [0].iter().chain(codes).chain(&[0x0FFF_FFFF]).copied().collect();
        let related: Vec<u32> = event.diagnostic_codes().iter().map(|code| code.code()).collect();
        assert_eq!(related, expected, "{name}");
    }
}

#[test]
fn diagnostic_codes_are_as_documented() {
    assert_eq!(DiagnosticCode::COUNT, CODES.len());
    for (code, (number, name, severity)) in DiagnosticCode::ALL.iter().zip(CODES) {
        assert_eq!((code.code(), code.name(), code.severity()), (number, name, severity));
    }
}

#[test]
fn severities_of_events_follow_their_names() {
    for event in EventId::ALL.iter().copied() {
        let severity = match event.name().rsplit('_').next().unwrap() {
            "Failure" | "Error" => Severity::Error,
            "Warning" => Severity::Warning,
            _ => Severity::Information,
        };
        assert_eq!(event.severity(), severity, "{event}");
    }
}

#[test]
fn scenarios_follow_the_ids() {
    for event in EventId::ALL.iter().copied() {
        let scenario = match event.id() / 100 {
            100..=109 => Scenario::ConnectorHealth,
            201 => Scenario::Pkcs,
            202 => Scenario::Revocation,
            203 | 204 => Scenario::General,
            _ => Scenario::Scep,
        };
        assert_eq!(event.scenario(), scenario, "{event}");
    }
}

#[test]
fn details_are_as_documented() {
    use Detail::{
        CaName, CertificateSerialNumber, CertificateTemplateName, CertificateThumbprint, DeviceId,
        UploadStatus, UserId,
    };
    for event in EventId::ALL.iter().copied() {
        let details: &[Detail] = match event.id() {
            10302 => &[CertificateThumbprint],
            20100 | 20102 => &[DeviceId, UserId, CaName, CertificateTemplateName, CertificateThumbprint],
            20200 | 20202 => &[DeviceId, UserId, CaName, CertificateSerialNumber],
            20302 => &[UploadStatus],
            20502 => &[DeviceId],
            _ => &[],
        };
        assert_eq!(event.details(), details, "{event}");
    }
}

#[test]
fn what_the_source_got_wrong_is_read_and_not_repeated() {
    assert_eq!("Успех".parse(), Ok(DiagnosticCode::Success));
    assert_eq!("0x0FFFFFFFF".parse(), Ok(DiagnosticCode::UnknownError));
    assert_eq!(DiagnosticCode::UnknownError.code(), 0x0FFF_FFFF);
    assert_eq!(DiagnosticCode::from_code(0xFFFF_FFFF), None);
    assert!("0xFFFFFFFF".parse::<DiagnosticCode>().is_err());
    for noted in [DiagnosticCode::Success, DiagnosticCode::UnknownError] {
        assert!(!noted.notes().is_empty(), "{noted}");
    }
    assert!(!EventId::RetrieveCertificateError.notes().is_empty());
}

#[test]
fn names_without_word_boundaries_have_readable_variants() {
    assert_eq!(DiagnosticCode::from_code(0x408).unwrap().variant_name(), "CrpScepCertNotFound");
    assert_eq!(DiagnosticCode::from_code(0x400).unwrap().variant_name(), "PkcsIssueCaUnavailable");
    assert_eq!(EventId::from_id(20501).unwrap().variant_name(), "CrpVerifyMetricWarning");
}
