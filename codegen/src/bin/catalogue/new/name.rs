//! Names that a crate can have.

use catalogue_codegen::problem::quote;

/// Libraries that come with Rust: a crate that bears such a name hides it, or is hidden by it.
const RUST: &[&str] =
    &["alloc", "compiler_builtins", "core", "panic_abort", "panic_unwind", "proc_macro", "std", "test"];

/// The crate's name in Rust, or why it cannot have this one.
pub fn library(name: &str) -> Result<String, String> {
    let library = name.replace('-', "_");
    let refused = |why: &str| Err(format!("the name {} {why}; choose another with --name", quote(name)));
    // Of capitals, rustc would warn; and no type of the project's own code has such a name.
    let is_name = name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
    if !is_name {
        return refused(
            "is none for a crate: those begin with a small letter and have small letters, digits, `-` and `_`",
        );
    }
    // Since the edition of 2024 `gen` is one, too.
    if library == "gen" || syn::parse_str::<syn::Ident>(&library).is_err() {
        return refused("is a keyword of Rust");
    }
    if RUST.contains(&library.as_str()) {
        return refused("is that of a library that comes with Rust");
    }
    if library == "generated" {
        return refused("is that of the module of generated code");
    }
    Ok(library)
}
