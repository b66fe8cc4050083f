//! Keeps `src/generated` in step with `catalogue.yaml`.
//!
//! With the feature `regenerate` it runs the generator. Without, it only refuses stale code. The published
//! crate has neither this file nor the generator.

#[cfg(feature = "regenerate")]
fn main() {
    catalogue_codegen::regenerate("catalogue.yaml", "src/generated");
}

#[cfg(not(feature = "regenerate"))]
#[path = "codegen/src/digest.rs"]
mod digest;

#[cfg(not(feature = "regenerate"))]
fn main() {
    use std::path::Path;

    let generated = "src/generated/mod.rs";
    println!("cargo::rerun-if-changed={generated}");
    match digest::verify(Path::new("."), Path::new(generated)) {
        Ok(sources) => sources.iter().for_each(|source| println!("cargo::rerun-if-changed={source}")),
        Err(problem) => {
            eprintln!("error: {problem}\nrun `cargo build --features regenerate` and commit the result");
            std::process::exit(1);
        }
    }
}
