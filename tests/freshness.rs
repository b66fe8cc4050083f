//! The committed code is what `catalogue.yaml` gives.

use std::path::Path;

use catalogue_codegen::{Mode, generate};

#[test]
fn generated_code_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    if let Err(error) = generate(&root.join("catalogue.yaml"), &root.join("src/generated"), Mode::Check) {
        panic!("{error}");
    }
}
