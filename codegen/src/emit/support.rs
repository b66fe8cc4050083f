//! The files that are the same for every catalogue: real Rust, compiled and tested as a part of this crate,
//! and written out word for word.

use quote::quote;

use super::File;
use super::context::ident;
use super::examples::{self, Shown};
use super::{file, strum};
use crate::model::{Catalogue, CodeType, Enum};

/// Name and text of each file.
const FILES: &[(&str, &str)] = &[
    ("convert.rs", include_str!("../support/convert.rs")),
    ("entries.rs", include_str!("../support/entries.rs")),
    ("entry.rs", include_str!("../support/entry.rs")),
    ("error.rs", include_str!("../support/error.rs")),
    ("large.rs", include_str!("../support/large.rs")),
    ("lifecycle.rs", include_str!("../support/lifecycle.rs")),
    ("lookup.rs", include_str!("../support/lookup.rs")),
    ("mod.rs", include_str!("../support/mod.rs")),
    ("severity.rs", include_str!("../support/severity.rs")),
    ("source.rs", include_str!("../support/source.rs")),
    ("text_code.rs", include_str!("../support/text_code.rs")),
    ("unknown.rs", include_str!("../support/unknown.rs")),
];

/// Modules that only some catalogues use.
const SOMETIMES: &[&str] = &["entries", "large", "text_code"];

/// The files that the enums' files need, with examples that import from the catalogue's path.
pub fn files(catalogue: &Catalogue, users: &[File], shown: Option<&Shown<'_>>) -> Result<Vec<File>, String> {
    let is_used = |module: &str| users.iter().any(|file| file.text.contains(&format!("{module}::")));
    let unused: Vec<&str> = SOMETIMES.iter().copied().filter(|module| !is_used(module)).collect();
    let mut files = Vec::new();
    for (path, text) in FILES {
        if unused.iter().any(|module| path.strip_suffix(".rs") == Some(module)) {
            continue;
        }
        let text = text.replace("\r\n", "\n").replace("catalogue_codegen::support", &catalogue.path);
        let mut text = examples::fill(&text, shown)?;
        if *path == "mod.rs" {
            let names = |line: &str, module: &&str| {
                line == format!("pub(crate) mod {module};")
                    || line.starts_with(&format!("pub use {module}::"))
            };
            let kept = text.lines().filter(|line| !unused.iter().any(|module| names(line, module)));
            text = kept.map(|line| format!("{line}\n")).collect();
        }
        if *path == "entry.rs" {
            text = without_unused_integers(catalogue, &text);
        }
        if *path == "severity.rs" && catalogue.strum {
            let names = quote!(&["Information", "Warning", "Error"]);
            let listing = file::format(strum::listing(&ident("Severity"), &names));
            text.push('\n');
            text += &listing.map_err(|error| format!("Severity: {error}"))?;
        }
        files.push(File { path: format!("support/{path}"), text });
    }
    Ok(files)
}

/// Leaves out the lines `u8 from u8: false,` of integers that no enum has as codes.
fn without_unused_integers(catalogue: &Catalogue, text: &str) -> String {
    let is_used = |line: &str| match line.trim().split_once(" from ") {
        Some((integer, _)) if CodeType::ALL.iter().any(|(name, _)| *name == integer) => {
            catalogue.enums.iter().filter_map(Enum::number_type).any(|ty| ty.word() == integer)
        }
        _ => true,
    };
    text.lines().filter(|line| is_used(line)).map(|line| format!("{line}\n")).collect()
}
