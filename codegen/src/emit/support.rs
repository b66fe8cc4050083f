//! The files that are the same for every catalogue: real Rust, compiled and tested as a part of this crate,
//! and written out word for word.

use quote::quote;

use super::File;
use super::context::ident;
use super::examples::{self, Shown};
use super::{file, strum};
use crate::model::Catalogue;

/// Name and text of each file.
const FILES: &[(&str, &str)] = &[
    ("convert.rs", include_str!("../support/convert.rs")),
    ("entry.rs", include_str!("../support/entry.rs")),
    ("error.rs", include_str!("../support/error.rs")),
    ("lifecycle.rs", include_str!("../support/lifecycle.rs")),
    ("lookup.rs", include_str!("../support/lookup.rs")),
    ("mod.rs", include_str!("../support/mod.rs")),
    ("severity.rs", include_str!("../support/severity.rs")),
    ("source.rs", include_str!("../support/source.rs")),
    ("unknown.rs", include_str!("../support/unknown.rs")),
];

/// The files, with examples that import from the catalogue's path.
pub fn files(catalogue: &Catalogue) -> Result<Vec<File>, String> {
    let context = examples::context(catalogue)?;
    let shown = context.as_ref().and_then(Shown::new);
    let mut files = Vec::new();
    for (path, text) in FILES {
        let text = text.replace("\r\n", "\n").replace("catalogue_codegen::support", &catalogue.path);
        let mut text = examples::fill(&text, shown.as_ref())?;
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
