//! What build scripts call.

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use crate::{Error, Generated, Mode, generate, sources};

/// For a build script: generates a catalogue's code into a folder of the package, where it is committed.
///
/// Both paths are relative to the package. Where the environment variable `CI` is set, nothing is written
/// and stale code fails the build. On any error the process ends with a message.
pub fn regenerate(catalogue: &str, output: &str) {
    println!("cargo::rerun-if-changed={output}");
    println!("cargo::rerun-if-env-changed=CI");
    rerun_if_changed(catalogue.as_ref());
    let mode = if env::var_os("CI").is_some() { Mode::Check } else { Mode::Write };
    match generate(catalogue.as_ref(), output.as_ref(), mode) {
        Ok(generated) => warn(&generated),
        Err(error) => {
            eprintln!("{error}");
            if matches!(error, Error::Stale { .. }) {
                eprintln!("(or build once without the environment variable `CI`: that writes the files)");
            }
            process::exit(1);
        }
    }
}

/// For a build script: generates a catalogue's code into cargo's `OUT_DIR`, where nothing is committed.
///
/// The path is relative to the package. The crate takes the code in with
///
/// ```ignore
/// include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
/// ```
///
/// On any error the process ends with a message.
pub fn build(catalogue: &str) {
    rerun_if_changed(catalogue.as_ref());
    let Some(output) = env::var_os("OUT_DIR").map(PathBuf::from) else {
        eprintln!("error: the environment variable `OUT_DIR` is not set; `build` is for build scripts");
        process::exit(1);
    };
    if let Err(error) = build_into(catalogue.as_ref(), &output) {
        eprintln!("{error}");
        process::exit(1);
    }
}

/// The code, and beside it the one file to include: Rust finds modules of an included file by absolute paths alone.
fn build_into(catalogue: &Path, output: &Path) -> Result<(), Error> {
    let folder = output.join("catalogue");
    warn(&generate(catalogue, &folder, Mode::Write)?);
    let root = folder.join("mod.rs");
    let text = format!("#[path = {:?}]\nmod generated;\npub use generated::*;\n", root.display().to_string());
    let path = output.join("catalogue.rs");
    fs::write(&path, text).map_err(|source| Error::Write { path, source })
}

/// Lets cargo show warnings.
fn warn(generated: &Generated) {
    generated.warnings.iter().for_each(|warning| println!("cargo::warning={warning}"));
}

/// Tells cargo which files a catalogue consists of.
fn rerun_if_changed(catalogue: &Path) {
    let files = sources(catalogue).unwrap_or_else(|_| vec![catalogue.to_owned()]);
    for file in files {
        println!("cargo::rerun-if-changed={}", file.display());
    }
}
