//! What errors say, and that entries can be errors.

use std::error::Error;

use intune_connector_catalogue::{DiagnosticCode, EventId, Locale, Scenario, Severity};

const EXPECTED_EVENT: &str =
    "expected a name such as `CertificateRenewal_Failure`, or one of 19 codes from 10010 to 20602";

#[track_caller]
fn assert_says<E: std::str::FromStr<Err: Error>>(text: &str, message: &str) {
    match text.parse::<E>() {
        Ok(_) => panic!("{text:?} was read"),
        Err(error) => assert_eq!(error.to_string(), message, "{text:?}"),
    }
}

#[test]
fn texts_that_are_no_event_are_told_why() {
    for (text, problem) in [
        ("", "an empty text is not an event id"),
        (" ", "white space surrounds the text"),
        (" 20102", "white space surrounds the text"),
        ("20102 ", "white space surrounds the text"),
        ("20102\n", "white space surrounds the text"),
        ("PkcsCertIssue_Failure ", "white space surrounds the text"),
        (" PkcsCertIssue_Failure", "white space surrounds the text"),
        ("+20102", "an event id has no sign"),
        ("-1", "an event id has no sign"),
        ("20_102", "the text begins like a number and is not one"),
        ("0x", "the text begins like a number and is not one"),
        ("0xZZ", "the text begins like a number and is not one"),
        ("20102.0", "the text begins like a number and is not one"),
        ("20103", "20103 is not an event id"),
        ("0x4E87", "20103 is not an event id"),
        ("99999999999999999999", "99999999999999999999 is not an event id"),
        ("99999999999999999999999999999999999999999", "the number is too large to be an event id"),
        ("PkcsCertIssue", "no event id has this name"),
        ("\0", "no event id has this name"),
        ("имя", "no event id has this name"),
        ("٢٠١٠٢", "no event id has this name"),
        ("20102 Upload_Success", "the code and the name belong to different entries"),
        ("20103 Upload_Success", "20103 is not an event id"),
        ("20102 no name", "the text begins like a number and is not one"),
    ] {
        assert_says::<EventId>(text, &format!("{problem}; {EXPECTED_EVENT}"));
    }
    assert_says::<EventId>(&"x".repeat(1 << 20), &format!("no event id has this name; {EXPECTED_EVENT}"));
}

#[test]
fn texts_that_are_no_diagnostic_code_are_told_why() {
    let expected = "expected a name such as `PKCS_Issue_CA_Unavailable`, or one of 12 codes from 0x00000000 to 0x0FFFFFFF";
    for (text, problem) in [
        ("0x401x", "the text begins like a number and is not one"),
        ("0x402 Success", "the code and the name belong to different entries"),
        ("1", "0x00000001 is not a diagnostic code"),
        ("0xFFFFFFFF", "0xFFFFFFFF is not a diagnostic code"),
        ("0x1FFFFFFFF", "0x1FFFFFFFF is not a diagnostic code"),
        ("Successful", "no diagnostic code has this name"),
    ] {
        assert_says::<DiagnosticCode>(text, &format!("{problem}; {expected}"));
    }
}

#[test]
fn words_that_are_none_are_told_why() {
    assert_says::<Severity>(
        "fatal",
        "no severity has this name; expected one of 3 names, such as `information`",
    );
    assert_says::<Scenario>(
        "",
        "an empty text is not a scenario; expected one of 6 names, such as `General`",
    );
    assert_says::<Locale>(
        "de",
        "no language of the catalogue has this name; expected one of 2 names, such as `en`",
    );
}

#[test]
fn numbers_that_are_no_code_are_told_so() {
    let message = |error: intune_connector_catalogue::UnknownCodeError| error.to_string();
    assert_eq!(
        message(EventId::try_from(20103_u16).unwrap_err()),
        "20103 is not an event id; expected one of 19 from 10010 to 20602"
    );
    assert_eq!(
        message(EventId::try_from(-1_i8).unwrap_err()),
        "-1 is not an event id; expected one of 19 from 10010 to 20602"
    );
    assert_eq!(
        message(DiagnosticCode::try_from(u128::MAX).unwrap_err()),
        "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF is not a diagnostic code; expected one of 12 from 0x00000000 to 0x0FFFFFFF"
    );
    let least = DiagnosticCode::try_from(i128::MIN).unwrap_err();
    assert_eq!((least.number(), least.magnitude()), (Some(i128::MIN), 1 << 127));
}

#[test]
fn errors_can_be_boxed_and_passed_on() {
    fn read(text: &str, number: u16) -> Result<EventId, Box<dyn Error + Send + Sync>> {
        let event: EventId = text.parse()?;
        Ok(EventId::try_from(number).map(|other| event.max(other))?)
    }
    assert!(read("20102", 20100).is_ok());
    assert!(read("x", 20100).unwrap_err().to_string().starts_with("no event id"));
    assert!(read("20102", 1).unwrap_err().to_string().starts_with("1 is not"));
}

/// A failure of some tool, caused by what a diagnostic code says.
#[derive(Debug)]
struct Failure(DiagnosticCode);

impl std::fmt::Display for Failure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("the connector failed")
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(&self.0)
    }
}

#[test]
fn a_diagnostic_code_can_be_the_cause_of_a_failure() {
    for code in DiagnosticCode::ALL.iter().copied() {
        let failure = Failure(code);
        let cause = failure.source().unwrap();
        assert_eq!(cause.to_string(), code.name());
        assert_eq!(cause.downcast_ref(), Some(&code));
    }
}

#[test]
#[allow(deprecated)]
fn the_description_of_the_error_is_the_entrys_own() {
    for code in DiagnosticCode::ALL.iter() {
        // `Error` is imported here: through a reference its method could be taken for ours.
        let text: &str = code.description();
        assert_eq!(text, DiagnosticCode::description(*code));
        let error: &dyn Error = code;
        assert_eq!(error.description(), text);
    }
}
