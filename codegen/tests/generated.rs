//! The generated code of other catalogues, as golden files.
//!
//! `UPDATE_EXPECT=1 cargo test -p catalogue-codegen --test generated` writes them anew. They are compiled and
//! run as the crate `catalogues`.

use std::env;
use std::path::Path;

use catalogue_codegen::{Mode, generate};

#[track_caller]
fn assert_golden(name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/catalogues");
    let mode = if env::var_os("UPDATE_EXPECT").is_some() { Mode::Write } else { Mode::Check };
    let output = folder.join("src").join(name);
    if let Err(error) = generate(&folder.join(name).with_extension("yaml"), &output, mode) {
        panic!(
            "{error}\nor, if the change is meant, UPDATE_EXPECT=1 cargo test -p catalogue-codegen --test generated"
        );
    }
}

#[test]
fn sqlstate_is_as_committed() {
    assert_golden("sqlstate");
}

#[test]
fn hresult_is_as_committed() {
    assert_golden("hresult");
}

#[test]
fn awkward_is_as_committed() {
    assert_golden("awkward");
}
