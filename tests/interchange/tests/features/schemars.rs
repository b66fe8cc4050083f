use intune_connector_catalogue::{Channel, DiagnosticCode, EventId, Locale, OrUnknown, Severity, unified};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::{Value, json};

fn when_written<T: JsonSchema>() -> jsonschema::Validator {
    let schema =
        SchemaGenerator::from(SchemaSettings::draft2020_12().for_serialize()).into_root_schema_for::<T>();
    jsonschema::validator_for(schema.as_value()).unwrap()
}

fn when_read<T: JsonSchema>() -> jsonschema::Validator {
    jsonschema::validator_for(schema_for!(T).as_value()).unwrap()
}

macro_rules! names_are_valid {
    ($($test:ident $ty:ty, $name:ident;)*) => {$(
        #[test]
        fn $test() {
            let (written, read) = (when_written::<$ty>(), when_read::<$ty>());
            for entry in <$ty>::ALL {
                assert!(written.is_valid(&json!(entry.$name())) && read.is_valid(&json!(entry.$name())), "{entry}");
            }
            for other in [json!("nonsense"), json!(99_999), json!(null), json!([])] {
                assert!(!written.is_valid(&other) && !read.is_valid(&other), "{other}");
            }
        }
    )*};
}

names_are_valid! {
    legacy_events EventId, name;
    unified_events unified::EventId, name;
    diagnostic_codes DiagnosticCode, name;
    channels Channel, name;
    severities Severity, name;
    languages Locale, tag;
}

#[test]
fn codes_are_read_but_not_written() {
    let (written, read) = (when_written::<EventId>(), when_read::<EventId>());
    for event in EventId::ALL {
        assert!(read.is_valid(&json!(event.id())), "{event}");
        assert!(!written.is_valid(&json!(event.id())), "{event}");
    }
}

#[test]
fn what_may_be_unknown_is_a_text_or_is_read_from_a_number() {
    let (written, read) = (when_written::<OrUnknown<EventId>>(), when_read::<OrUnknown<EventId>>());
    assert!(written.is_valid(&json!("20199")) && read.is_valid(&json!("20199")));
    assert!(!written.is_valid(&json!(20199)) && read.is_valid(&json!(20199)));
    assert!(!read.is_valid(&json!(true)));
}

/// As the documentation of `as_code` says.
#[cfg(feature = "serde")]
#[test]
fn numbers_in_a_struct_have_a_schema() {
    #[derive(serde::Serialize, JsonSchema)]
    struct Alarm {
        #[serde(with = "intune_connector_catalogue::as_code")]
        #[schemars(with = "u16")]
        event: EventId,
    }
    let schema = when_written::<Alarm>();
    for event in EventId::ALL {
        assert!(schema.is_valid(&serde_json::to_value(Alarm { event: *event }).unwrap()), "{event}");
    }
    assert!(!schema.is_valid(&json!({ "event": "Upload_Success" })));
}

#[test]
fn both_generations_fit_into_one_schema() {
    let schema = schema_for!((EventId, unified::EventId));
    let definitions = schema.as_value().get("$defs").and_then(Value::as_object).unwrap();
    assert_eq!(definitions.keys().collect::<Vec<_>>(), ["EventId", "UnifiedEventId"]);
}

#[test]
fn descriptions_are_there() {
    let schema = schema_for!(EventId).to_value().to_string();
    for event in EventId::ALL {
        assert!(schema.contains(&json!(event.description()).to_string()), "{event}");
    }
}
