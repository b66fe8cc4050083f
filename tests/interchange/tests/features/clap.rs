use clap::builder::{EnumValueParser, PossibleValue};
use clap::{Arg, Command, ValueEnum};
use intune_connector_catalogue::{Channel, DiagnosticCode, EventId, Outcome, Scenario, Severity, unified};

/// What an argument of this type reads, any case.
fn read<T: ValueEnum + Send + Sync + 'static>(word: &str) -> Result<T, String> {
    let value = Arg::new("value").value_parser(EnumValueParser::<T>::new()).ignore_case(true);
    let mut found = Command::new("test")
        .no_binary_name(true)
        .arg(value)
        .try_get_matches_from([word])
        .map_err(|error| error.to_string())?;
    found.remove_one::<T>("value").ok_or_else(|| "nothing".to_owned())
}

#[track_caller]
fn assert_reads<T: ValueEnum + Send + Sync + PartialEq + std::fmt::Debug + 'static>(word: &str, value: T) {
    assert_eq!(read(word), Ok(value), "{word}");
}

fn help(value: &PossibleValue) -> String {
    value.get_help().map(ToString::to_string).unwrap_or_default()
}

macro_rules! every_form_is_read {
    ($($test:ident $ty:ty, $code:expr;)*) => {$(
        #[test]
        fn $test() {
            assert_eq!(<$ty>::value_variants(), <$ty>::ALL);
            for &entry in <$ty>::ALL {
                let value = entry.to_possible_value().unwrap();
                assert_eq!(value.get_name(), entry.name());
                assert_eq!(help(&value), entry.description());
                for spelling in entry.spellings() {
                    assert_reads(spelling, entry);
                    assert_reads(&spelling.to_ascii_uppercase(), entry);
                }
                let code: fn($ty) -> String = $code;
                assert_reads(&code(entry), entry);
            }
        }
    )*};
}

every_form_is_read! {
    legacy_events EventId, |it| it.id().to_string();
    unified_events unified::EventId, |it| it.id().to_string();
    diagnostic_codes DiagnosticCode, |it| format!("0x{it:08X}");
    scenarios Scenario, |it| it.name().to_owned();
    outcomes Outcome, |it| it.name().to_owned();
    channels Channel, |it| it.name().to_owned();
}

#[test]
fn severities_are_read() {
    for &severity in Severity::ALL {
        assert_reads(severity.name(), severity);
    }
}

#[test]
fn a_misspelt_name_gets_a_suggestion() {
    let error = read::<EventId>("PkcsCertIssue_Failur").unwrap_err();
    assert!(error.contains("PkcsCertIssue_Failure"), "{error}");
    assert!(!error.contains("20102"), "codes are hidden: {error}");
}

#[test]
fn whatever_parses_is_taken_where_the_parser_is_named() {
    let command = || {
        Command::new("test")
            .no_binary_name(true)
            .arg(Arg::new("code").value_parser(str::parse::<DiagnosticCode>))
    };
    let read =
        |word: &str| command().try_get_matches_from([word]).map(|found| found.get_one("code").copied());
    for word in ["0x411", "1041", "crpscepchallenge_expired", "0x00000411 CRPSCEPChallenge_Expired"] {
        assert_eq!(read(word).unwrap(), Some(DiagnosticCode::CrpScepChallengeExpired), "{word}");
    }
    assert!(read("0x412").unwrap_err().to_string().contains("0x00000412 is not a diagnostic code"));
}
