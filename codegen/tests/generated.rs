//! The generated code of other catalogues, as golden files.
//!
//! `UPDATE_EXPECT=1 cargo test -p catalogue-codegen --test generated` updates them. They are compiled and
//! run as the crate `catalogues` and those in `examples`.

use std::env;
use std::path::Path;

use catalogue_codegen::{Mode, generate};

#[track_caller]
fn assert_golden(catalogue: &str, output: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mode = if env::var_os("UPDATE_EXPECT").is_some() { Mode::Write } else { Mode::Check };
    if let Err(error) = generate(&folder.join(catalogue), &folder.join(output), mode) {
        panic!(
            "{error}\nor, if the change is meant, UPDATE_EXPECT=1 cargo test -p catalogue-codegen --test generated"
        );
    }
}

#[test]
fn sqlstate_is_as_committed() {
    assert_golden("tests/catalogues/sqlstate.yaml", "tests/catalogues/src/sqlstate");
}

#[test]
fn hresult_is_as_committed() {
    assert_golden("tests/catalogues/hresult.yaml", "tests/catalogues/src/hresult");
}

#[test]
fn awkward_is_as_committed() {
    assert_golden("tests/catalogues/awkward.yaml", "tests/catalogues/src/awkward");
}

#[test]
fn prose_is_as_committed() {
    assert_golden("tests/catalogues/prose.yaml", "tests/catalogues/src/prose");
}

#[test]
fn shapes_is_as_committed() {
    assert_golden("tests/catalogues/shapes.yaml", "tests/catalogues/src/shapes");
}

#[test]
fn steps_is_as_committed() {
    assert_golden("tests/catalogues/steps.yaml", "tests/catalogues/src/steps");
}

#[test]
fn examples_are_as_committed() {
    for name in ["grpc", "http-status", "sqlstate"] {
        let folder = format!("examples/{name}");
        assert_golden(&format!("{folder}/catalogue.yaml"), &format!("{folder}/src/generated"));
    }
}
