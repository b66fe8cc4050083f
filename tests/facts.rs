//! The facts, typed a second time from the source, so that a slip in `catalogue.yaml` does not pass.

mod common;

use common::{
    Channel, Detail, DiagnosticCode, EventId, Locale, Outcome, Scenario, Severity, Table, UnifiedEventId,
    Word,
};

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
fn outcomes_of_events_follow_their_names() {
    for event in EventId::ALL.iter().copied() {
        let outcome = match event.name().split_once('_') {
            Some((_, "Success")) => Outcome::Success,
            Some(_) => Outcome::Failure,
            None => Outcome::Progress,
        };
        assert_eq!(event.outcome(), outcome, "{event}");
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
        UploadState, UserId,
    };
    for event in EventId::ALL.iter().copied() {
        let details: &[Detail] = match event.id() {
            10302 => &[CertificateThumbprint],
            20100 | 20102 => &[DeviceId, UserId, CaName, CertificateTemplateName, CertificateThumbprint],
            20200 | 20202 => &[DeviceId, UserId, CaName, CertificateSerialNumber],
            20302 => &[UploadState],
            20502 => &[DeviceId],
            _ => &[],
        };
        assert_eq!(event.details(), details, "{event}");
    }
}

#[test]
fn words_are_as_documented() {
    #[track_caller]
    fn check<E: Word>(names: &[&str]) {
        assert_eq!(E::ALL.iter().map(|word| word.name()).collect::<Vec<_>>(), names);
    }
    check::<Scenario>(&["General", "PKCS", "PKCS Import", "Revocation", "SCEP", "Connector Health"]);
    check::<Outcome>(&["Success", "Failure", "Retrying", "Progress"]);
    check::<Channel>(&["Admin", "Operational"]);
    check::<Locale>(&["en", "ru"]);
    check::<Detail>(&[
        "Device ID",
        "User ID",
        "CA name",
        "Certificate template name",
        "Certificate thumbprint",
        "Certificate serial number",
        "Upload state",
    ]);
}

#[test]
fn logs_are_as_documented() {
    assert_eq!(EventId::LOG_NAME, "Microsoft Intune Connector");
    assert_eq!(UnifiedEventId::PROVIDER, "Microsoft-Intune-CertificateConnectors");
}

/// The spellings beside name and variant, with the name of the entry.
fn aliases<E: Table>() -> Vec<(&'static str, &'static str)> {
    let of = |entry: &E| {
        let own = [entry.name(), entry.variant_name()];
        let others = entry.spellings().into_iter().filter(move |text| !own.contains(text));
        others.map(move |text| (own[0], text))
    };
    E::ALL.iter().flat_map(of).collect()
}

#[test]
fn texts_seen_elsewhere_are_these_and_no_others() {
    assert_eq!(aliases::<EventId>(), []);
    assert_eq!(aliases::<DiagnosticCode>(), [("Success", "Успех"), ("Unknown_Error", "0x0FFFFFFFF")]);
    assert_eq!(aliases::<UnifiedEventId>(), [("ScepRequestSuccess", "ScrepRequestSuccess")]);
    assert_eq!(
        aliases::<Channel>(),
        [
            ("Admin", "Microsoft-Intune-CertificateConnectors/Admin"),
            ("Operational", "Microsoft-Intune-CertificateConnectors/Operational"),
        ]
    );
    assert_eq!([aliases::<Scenario>(), aliases::<Outcome>(), aliases::<Detail>()].concat(), []);
}

#[test]
fn what_the_source_got_wrong_is_read_and_not_repeated() {
    assert_eq!("Успех".parse(), Ok(DiagnosticCode::Success));
    assert_eq!("0x0FFFFFFFF".parse(), Ok(DiagnosticCode::UnknownError));
    assert_eq!("0X0fffffffF".parse(), Ok(DiagnosticCode::UnknownError));
    assert_eq!("0x0FFFFFFF 0x0FFFFFFFF".parse(), Ok(DiagnosticCode::UnknownError));
    assert_eq!(DiagnosticCode::UnknownError.code(), 0x0FFF_FFFF);
    assert_eq!(DiagnosticCode::from_code(0xFFFF_FFFF), None);
    assert!(DiagnosticCode::try_from(0x0_FFFF_FFFF_u64).is_err());
    for text in ["0xFFFFFFFF", "0x00FFFFFFFF", "4294967295"] {
        assert!(text.parse::<DiagnosticCode>().is_err(), "{text}");
    }
}
