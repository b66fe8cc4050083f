//! What errors say, and that entries can be errors.

use std::error::Error;

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{
    Channel, Detail, DiagnosticCode, EventId, Locale, Outcome, ParseError, Scenario, Severity,
    UnknownCodeError,
};

const EXPECTED_EVENT: &str =
    "expected a name such as `CertificateRenewal_Failure`, or one of 19 codes from 10010 to 20602";

const MISMATCH: &str = "the code and the name belong to different entries";

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
        ("0", "0 is not an event id"),
        ("0x4E87", "20103 is not an event id"),
        ("99999999999999999999", "99999999999999999999 is not an event id"),
        (
            "340282366920938463463374607431768211455",
            "340282366920938463463374607431768211455 is not an event id",
        ),
        ("340282366920938463463374607431768211456", "the number is too large to be an event id"),
        ("99999999999999999999999999999999999999999", "the number is too large to be an event id"),
        ("0x1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "the number is too large to be an event id"),
        ("+", "an event id has no sign"),
        ("-0x4E86", "an event id has no sign"),
        ("- 1", "an event id has no sign"),
        ("0x+4E86", "the text begins like a number and is not one"),
        ("0x4E_86", "the text begins like a number and is not one"),
        ("2010\u{662}", "the text begins like a number and is not one"),
        ("20102\0", "the text begins like a number and is not one"),
        ("20102\t", "white space surrounds the text"),
        ("\u{A0}20102", "white space surrounds the text"),
        ("20102\u{A0}", "white space surrounds the text"),
        ("PkcsCertIssue", "no event id has this name"),
        ("\0", "no event id has this name"),
        ("имя", "no event id has this name"),
        ("٢٠١٠٢", "no event id has this name"),
        ("20102 Upload_Success", MISMATCH),
        ("20103 Upload_Success", "20103 is not an event id"),
        ("20103 PkcsCertIssue_Failure", "20103 is not an event id"),
        ("-20102 PkcsCertIssue_Failure", "an event id has no sign"),
        ("20102  PkcsCertIssue_Failure", "the text begins like a number and is not one"),
        ("20102\tPkcsCertIssue_Failure", "the text begins like a number and is not one"),
        ("PkcsCertIssue_Failure 20102", "no event id has this name"),
        ("20102 no name", "no event id has this name"),
        ("20102 PkcsCertIsue_Failure", "no event id has this name"),
        ("20103 no name", "the text begins like a number and is not one"),
        ("20102 PkcsCertIssue_Failure ", "white space surrounds the text"),
    ] {
        assert_says::<EventId>(text, &format!("{problem}; {EXPECTED_EVENT}"));
    }
    for (long, problem) in [
        ("x", "no event id has this name"),
        ("ю", "no event id has this name"),
        ("1", "the number is too large to be an event id"),
        (" ", "white space surrounds the text"),
        ("-", "an event id has no sign"),
    ] {
        assert_says::<EventId>(&long.repeat(1 << 20), &format!("{problem}; {EXPECTED_EVENT}"));
    }
}

#[test]
fn texts_that_are_no_diagnostic_code_are_told_why() {
    let expected = "expected a name such as `PKCS_Issue_CA_Unavailable`, or one of 12 codes from 0x00000000 to 0x0FFFFFFF";
    for (text, problem) in [
        ("0x401x", "the text begins like a number and is not one"),
        ("0x402 Success", MISMATCH),
        ("0x0FFFFFFFF Success", "0xFFFFFFFF is not a diagnostic code"),
        ("1", "0x00000001 is not a diagnostic code"),
        ("0xFFFFFFFF", "0xFFFFFFFF is not a diagnostic code"),
        ("0x1FFFFFFFF", "0x1FFFFFFFF is not a diagnostic code"),
        ("Successful", "no diagnostic code has this name"),
    ] {
        assert_says::<DiagnosticCode>(text, &format!("{problem}; {expected}"));
    }
}

#[test]
fn unified_events_have_their_own_expectation() {
    let expected = "expected a name such as `PkcsRequestFailure`, or one of 61 codes from 1000 to 5002";
    assert_says::<UnifiedEventId>("20102", &format!("20102 is not an event id; {expected}"));
    assert_says::<UnifiedEventId>("1001 PkcsRequestSuccess", &format!("{MISMATCH}; {expected}"));
}

#[test]
fn words_that_are_none_are_told_why() {
    #[track_caller]
    fn assert_none<E: std::str::FromStr<Err: Error>>(noun: &str, expected: &str) {
        let bare = noun.split_once(' ').unwrap().1;
        assert_says::<E>("", &format!("an empty text is not {noun}; {expected}"));
        assert_says::<E>(" ", &format!("white space surrounds the text; {expected}"));
        for text in ["fatal", "1", "-", "\0", "имя", &"x".repeat(1 << 20)] {
            assert_says::<E>(text, &format!("no {bare} has this name; {expected}"));
        }
    }
    let severities = format!("expected one of {} names, such as `{}`", Severity::COUNT, Severity::ALL[0]);
    assert_none::<Severity>("a severity", &severities);
    assert_none::<Locale>("a language of the catalogue", "expected one of 2 names, such as `en`");
    assert_none::<Scenario>("a scenario", "expected one of 6 names, such as `General`");
    assert_none::<Outcome>("an outcome", "expected one of 4 names, such as `Success`");
    assert_none::<Detail>("a detail", "expected one of 7 names, such as `Device ID`");
    assert_none::<Channel>("a channel", "expected one of 2 names, such as `Admin`");
}

#[test]
fn numbers_that_are_no_code_are_told_so() {
    let message = |error: UnknownCodeError| error.to_string();
    assert_eq!(
        message(EventId::try_from(20103_u16).unwrap_err()),
        "20103 is not an event id; expected one of 19 from 10010 to 20602"
    );
    assert_eq!(
        message(EventId::try_from(0_i8).unwrap_err()),
        "0 is not an event id; expected one of 19 from 10010 to 20602"
    );
    assert_eq!(
        message(EventId::try_from(-1_i8).unwrap_err()),
        "-1 is not an event id; expected one of 19 from 10010 to 20602"
    );
    assert_eq!(
        message(DiagnosticCode::try_from(u128::MAX).unwrap_err()),
        "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF is not a diagnostic code; expected one of 12 from 0x00000000 to 0x0FFFFFFF"
    );
    assert_eq!(
        message(EventId::try_from(i128::MIN).unwrap_err()),
        "-170141183460469231731687303715884105728 is not an event id; expected one of 19 from 10010 to 20602"
    );
    assert_eq!(
        message(UnifiedEventId::try_from(u128::MAX).unwrap_err()),
        "340282366920938463463374607431768211455 is not an event id; expected one of 61 from 1000 to 5002"
    );
    assert_eq!(
        message(DiagnosticCode::try_from(-1).unwrap_err()),
        "-1 is not a diagnostic code; expected one of 12 from 0x00000000 to 0x0FFFFFFF"
    );
}

#[test]
fn refused_numbers_are_kept_to_the_edges() {
    let least = DiagnosticCode::try_from(i128::MIN).unwrap_err();
    assert_eq!((least.number(), least.magnitude()), (Some(i128::MIN), 1 << 127));
    let most = EventId::try_from(u128::MAX).unwrap_err();
    assert_eq!((most.number(), most.magnitude()), (None, u128::MAX));
    let half = EventId::try_from(i128::MAX).unwrap_err();
    assert_eq!((half.number(), half.magnitude()), (Some(i128::MAX), i128::MAX as u128));
}

#[test]
fn numbers_in_texts_are_kept_and_other_mistakes_have_none() {
    let number = |text: &str| text.parse::<EventId>().unwrap_err().number();
    for (text, kept) in [
        ("20103", Some(20103)),
        ("0x4E87", Some(20103)),
        ("170141183460469231731687303715884105727", Some(i128::MAX)),
        ("170141183460469231731687303715884105728", None),
        ("999999999999999999999999999999999999999999", None),
        ("20102 Upload_Success", None),
        ("-1", None),
        ("1x", None),
        ("x", None),
        ("", None),
    ] {
        assert_eq!(number(text), kept, "{text:?}");
    }
}

#[test]
fn errors_are_small_copies_that_go_anywhere() {
    fn check<E: Error + Copy + Eq + Send + Sync + Unpin + 'static>() {}
    check::<ParseError>();
    check::<UnknownCodeError>();
    check::<DiagnosticCode>();
    assert_eq!("x".parse::<EventId>(), "y".parse::<EventId>());
    assert_ne!("x".parse::<EventId>().unwrap_err(), "x".parse::<UnifiedEventId>().unwrap_err());
    assert_ne!(EventId::try_from(1).unwrap_err(), EventId::try_from(2).unwrap_err());
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
        assert!(cause.source().is_none());
    }
}

#[test]
fn a_diagnostic_code_can_be_returned_as_an_error() {
    for code in DiagnosticCode::ALL.iter().copied() {
        let run = || -> Result<(), Box<dyn Error>> { Err(code)? };
        let error = run().unwrap_err();
        assert_eq!(error.to_string(), code.name());
        assert_eq!(error.downcast_ref(), Some(&code));
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

/// What a program shows whose `main` returns the error.
#[test]
fn errors_are_debugged_in_few_words() {
    let error = EventId::try_from(-5).unwrap_err();
    assert_eq!(format!("{error:?}"), "UnknownCodeError { negative: true, magnitude: 5, expected: event id }");
    let error = "0x406".parse::<DiagnosticCode>().unwrap_err();
    assert_eq!(
        format!("{error:?}"),
        "ParseError { problem: Number(false, 1030), expected: diagnostic code }"
    );
}
