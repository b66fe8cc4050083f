//! The JSON Schema that editors use says what the generator says.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use catalogue_codegen::schema::{
    Catalogue, CodeFormat, Column, Constant, Deprecated, Entry, Enum, JSON_SCHEMA, Range, Source, Vocabulary,
};
use serde_json::Value;

fn schema() -> Value {
    serde_json::from_str(JSON_SCHEMA).unwrap()
}

fn validator() -> jsonschema::Validator {
    jsonschema::meta::validate(&schema()).unwrap();
    jsonschema::validator_for(&schema()).unwrap()
}

fn parsed(text: &str) -> Value {
    serde_yaml::from_str(text).unwrap()
}

/// No key is known to one of the two alone.
#[test]
fn the_keys_are_the_generators() {
    let schema = schema();
    let same = |part: &Value, keys: &[&str]| {
        let own: BTreeSet<&str> = keys.iter().map(|key| key.trim_start_matches("r#")).collect();
        let shown: BTreeSet<&str> =
            part["properties"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(own, shown);
    };
    same(&schema, Catalogue::KEYS);
    for (name, keys) in [
        ("source", Source::KEYS),
        ("vocabulary", Vocabulary::KEYS),
        ("enum", Enum::KEYS),
        ("code", CodeFormat::KEYS),
        ("constant", Constant::KEYS),
        ("field", Column::KEYS),
        ("range", Range::KEYS),
        ("entry", Entry::KEYS),
        ("deprecated", Deprecated::KEYS),
    ] {
        same(&schema["$defs"][name], keys);
    }
}

#[test]
fn every_catalogue_is_valid() {
    let validator = validator();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in [
        "../catalogue.yaml",
        "examples/grpc/catalogue.yaml",
        "examples/http-status/catalogue.yaml",
        "examples/sqlstate/catalogue.yaml",
        "tests/built/catalogue.yaml",
        "tests/catalogues/awkward.yaml",
        "tests/catalogues/hresult.yaml",
        "tests/catalogues/prose.yaml",
        "tests/catalogues/shapes.yaml",
        "tests/catalogues/sqlstate.yaml",
        "tests/catalogues/steps.yaml",
    ] {
        let value = parsed(&fs::read_to_string(folder.join(file)).unwrap());
        let errors: Vec<String> = validator
            .iter_errors(&value)
            .map(|error| format!("{}: {error}", error.instance_path()))
            .collect();
        assert!(errors.is_empty(), "{file}: {errors:#?}");
    }
}

#[test]
fn mistakes_of_form_are_found() {
    let validator = validator();
    let good = "\
path: coffee
version: 1
enums:
  - name: Fault
    doc: What a machine complains about.
    code: { type: u8 }
    entries: [{ code: 1, name: No_Water }]
";
    assert!(validator.is_valid(&parsed(good)));
    for (from, to) in [
        ("path: coffee\n", ""),
        ("version", "verzion"),
        ("name: Fault", "name: A Fault"),
        ("type: u8", "type: u9"),
        ("type: u8", "type: u8, notation: hex"),
        ("type: u8", "type: u8, notation: \"0x%1X\""),
        ("type: u8", "type: u8, notation: \"0x%017X\""),
        ("code: 1, ", ""),
        ("[{ code: 1, name: No_Water }]", "[]"),
        ("name: No_Water", "name: No_Water, severity: bad"),
        ("name: No_Water", "name: No_Water, description: empty"),
        ("name: No_Water", "name: No_Water, aliases: dry"),
        ("code: {", "fields: { part: { doc: x } }\n    code: {"),
    ] {
        assert!(good.contains(from), "{from}");
        assert!(!validator.is_valid(&parsed(&good.replace(from, to))), "{to}");
    }
}

/// YAML's numbers and booleans are texts to the generator.
#[test]
fn what_the_generator_accepts_is_valid() {
    let validator = validator();
    let good = "\
path: coffee
version: 1
enums:
  - name: Fault
    doc: What a machine complains about.
    code: { type: u8, noun: fault }
    entries: [{ code: 1, name: No_Water, variant: Dry, notes: [none] }]
";
    for (from, to) in [
        ("path: coffee", "path: True"),
        ("version: 1", "version: 1.5"),
        ("name: Fault", "name: True"),
        ("doc: What a machine complains about.", "doc: 5"),
        ("noun: fault", "noun: 5"),
        ("noun: fault", "noun: true"),
        ("name: No_Water", "name: 404"),
        ("variant: Dry", "variant: False"),
        ("notes: [none]", "notes: [5, true]"),
    ] {
        assert!(good.contains(from), "{from}");
        let text = good.replace(from, to);
        catalogue_codegen::check_bytes("catalogue.yaml", text.clone().into_bytes()).unwrap();
        assert!(validator.is_valid(&parsed(&text)), "{to}");
    }
}

/// What is included may be all that there is.
#[test]
fn lists_may_be_empty_beside_an_include() {
    let validator = validator();
    let text = "path: coffee\nversion: 1\ninclude: [a.yaml]\nenums: []\n";
    assert!(validator.is_valid(&parsed(text)));
    assert!(!validator.is_valid(&parsed(&text.replace("include: [a.yaml]\n", ""))));
    let text = "path: coffee\nversion: 1\nenums:\n- { name: Fault, doc: x, code: { type: u8 }, include: [a.yaml], entries: [] }\n";
    assert!(validator.is_valid(&parsed(text)));
}
