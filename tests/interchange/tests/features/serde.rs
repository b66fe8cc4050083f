use std::collections::BTreeMap;
use std::fmt::Debug;

use intune_connector_catalogue::{
    Channel, Detail, DiagnosticCode, EventId, Locale, OrUnknown, Outcome, Scenario, Severity, as_code,
    unified,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{from_str, json, to_string};

/// Writes and reads back: as a value, in a list, as the key of a map; as texts and as bytes.
#[track_caller]
fn assert_round_trips<T>(value: T, written: &str)
where
    T: Serialize + DeserializeOwned + PartialEq + Ord + Debug + Copy,
{
    assert_eq!(serde_json::to_value(value).unwrap(), json!(written));
    let keyed = BTreeMap::from([(value, vec![value, value])]);

    let text = to_string(&keyed).unwrap();
    assert_eq!(from_str::<BTreeMap<T, Vec<T>>>(&text).unwrap(), keyed);
    assert_eq!(serde_json::from_reader::<_, BTreeMap<T, Vec<T>>>(text.as_bytes()).unwrap(), keyed, "owned");
    assert_eq!(
        serde_json::from_value::<BTreeMap<T, Vec<T>>>(serde_json::to_value(&keyed).unwrap()).unwrap(),
        keyed
    );

    let text = serde_yaml::to_string(&keyed).unwrap();
    assert_eq!(serde_yaml::from_str::<BTreeMap<T, Vec<T>>>(&text).unwrap(), keyed, "{text}");

    let text = toml::to_string(&keyed).unwrap();
    assert_eq!(toml::from_str::<BTreeMap<T, Vec<T>>>(&text).unwrap(), keyed, "{text}");

    let bytes = postcard::to_allocvec(&keyed).unwrap();
    assert_eq!(postcard::from_bytes::<BTreeMap<T, Vec<T>>>(&bytes).unwrap(), keyed);
}

macro_rules! every_value_round_trips {
    ($($test:ident $ty:ty, $name:ident;)*) => {$(
        #[test]
        fn $test() {
            for &value in <$ty>::ALL {
                assert_round_trips(value, value.$name());
            }
        }
    )*};
}

every_value_round_trips! {
    legacy_events EventId, name;
    unified_events unified::EventId, name;
    diagnostic_codes DiagnosticCode, name;
    scenarios Scenario, name;
    outcomes Outcome, name;
    channels Channel, name;
    details Detail, name;
    severities Severity, name;
    languages Locale, tag;
}

macro_rules! codes_are_read {
    ($($test:ident $ty:ty, $code:ident, $width:ty;)*) => {$(
        #[test]
        fn $test() {
            for &entry in <$ty>::ALL {
                for spelling in entry.spellings() {
                    assert_eq!(from_str::<$ty>(&to_string(spelling).unwrap()).unwrap(), entry, "{spelling}");
                }
                assert_eq!(from_str::<$ty>(&entry.$code().to_string()).unwrap(), entry);
                assert_eq!(serde_yaml::from_str::<$ty>(&entry.$code().to_string()).unwrap(), entry);
                assert_eq!(from_str::<OrUnknown<$ty>>(&entry.$code().to_string()).unwrap(), entry);
            }
            for code in (0..=<$ty>::ALL.len() as $width * 3).chain([9_999, 65_535]) {
                assert_round_trips(OrUnknown::<$ty>::from(code), &OrUnknown::<$ty>::from(code).to_string());
                assert_eq!(from_str::<OrUnknown<$ty>>(&code.to_string()).unwrap().code(), code);
                assert_eq!(from_str::<$ty>(&code.to_string()).ok(), <$ty>::try_from(code).ok());
            }
        }
    )*};
}

codes_are_read! {
    codes_of_legacy_events EventId, id, u16;
    codes_of_unified_events unified::EventId, id, u16;
    codes_of_diagnostic_codes DiagnosticCode, code, u32;
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Numbers {
    #[serde(with = "as_code")]
    event: EventId,
    #[serde(with = "as_code")]
    unknown: OrUnknown<EventId>,
    #[serde(with = "as_code::option")]
    code: Option<DiagnosticCode>,
}

#[test]
fn as_code_writes_and_reads_numbers() {
    for &event in EventId::ALL {
        for code in DiagnosticCode::ALL.iter().copied().map(Some).chain([None]) {
            let numbers = Numbers { event, unknown: OrUnknown::from(event.id() + 1), code };
            let value = serde_json::to_value(&numbers).unwrap();
            assert_eq!(
                value,
                json!({"event": event.id(), "unknown": event.id() + 1, "code": code.map(DiagnosticCode::code)})
            );
            assert_eq!(serde_json::from_value::<Numbers>(value).unwrap(), numbers);
            let bytes = postcard::to_allocvec(&numbers).unwrap();
            assert_eq!(postcard::from_bytes::<Numbers>(&bytes).unwrap(), numbers);
            if code.is_some() {
                assert_eq!(toml::from_str::<Numbers>(&toml::to_string(&numbers).unwrap()).unwrap(), numbers);
            }
        }
    }
}

#[track_caller]
fn assert_error<T: DeserializeOwned + Debug>(text: &str, message: &str) {
    let error = from_str::<T>(text).unwrap_err().to_string();
    assert!(error.starts_with(message), "{error}");
}

#[test]
fn errors_say_what_was_expected() {
    assert_error::<EventId>(
        "20103000",
        "20103000 is not an event id; expected one of 19 from 10010 to 20602",
    );
    assert_error::<EventId>("-1", "-1 is not an event id; expected one of 19 from 10010 to 20602");
    assert_error::<EventId>(
        "\"nonsense\"",
        "\"nonsense\": no event id has this name; expected a name such as",
    );
    assert_error::<EventId>("true", "invalid type: boolean `true`, expected a name or a code");
    assert_error::<EventId>("null", "invalid type: null, expected a name or a code");
    assert_error::<Scenario>("7", "invalid type: integer `7`, expected a name");
    assert_error::<Severity>("\"fatal\"", "\"fatal\": no severity has this name");
    assert_error::<OrUnknown<EventId>>("70000", "70000 does not fit the type of the codes");
    assert_error::<OrUnknown<EventId>>("\"nonsense\"", "\"nonsense\": no event id has this name");
    assert_error::<Numbers>(
        r#"{"event": 3}"#,
        "3 is not an event id; expected one of 19 from 10010 to 20602",
    );
    assert_error::<Numbers>(r#"{"event": "PkcsCertIssue_Failure"}"#, "invalid type: string");
}

#[derive(Serialize, Deserialize, PartialEq, Debug)]
struct System {
    #[serde(rename = "EventID")]
    id: OrUnknown<EventId>,
    code: DiagnosticCode,
    level: Severity,
}

#[test]
fn elements_of_xml_are_read_back() {
    for (&event, &code) in EventId::ALL.iter().zip(DiagnosticCode::ALL.iter().cycle()) {
        let system = System { id: event.into(), code, level: event.severity() };
        let text = quick_xml::se::to_string(&system).unwrap();
        assert_eq!(quick_xml::de::from_str::<System>(&text).unwrap(), system, "{text}");
    }
}

#[test]
fn elements_of_xml_may_have_attributes_and_codes() {
    let read = |id: &str| {
        let text = format!("<System>{id}<code>0x411</code><level>error</level></System>");
        quick_xml::de::from_str::<System>(&text).map(|system| system.id).map_err(|error| error.to_string())
    };
    assert_eq!(read("<EventID Qualifiers=\"0\">20102</EventID>"), Ok(EventId::PkcsCertIssueFailure.into()));
    assert_eq!(read("<EventID>20103</EventID>"), Ok(OrUnknown::from(20103)));
    assert!(read("<EventID>x</EventID>").unwrap_err().starts_with("\"x\": no event id has this name"));
    assert_eq!(read("<EventID/>"), Err("invalid type: map, expected a name or a code".to_owned()));
    assert_error::<EventId>("{\"id\": 20102}", "invalid type: map, expected a name or a code");
}
