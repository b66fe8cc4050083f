//! `catalogue new`

mod name;

use std::path::{Path, PathBuf};
use std::{fs, io};

use catalogue_codegen::{Error, Mode};

use crate::output::outln;

/// Writes a small project to begin with: a crate with a catalogue, its code, and tests.
///
/// The project depends on nothing, not even on this generator; run `catalogue generate` there after each change.
#[derive(clap::Args)]
pub struct Arguments {
    /// The folder, which must be new or empty
    folder: PathBuf,
    /// The crate's name [default: the folder's].
    #[arg(long)]
    name: Option<String>,
    /// Let a build script generate the code, so that no command is needed.
    #[arg(long)]
    build_script: bool,
    /// Where the generator's sources are, for a build script; without it, its published version.
    #[arg(long, value_name = "FOLDER", requires = "build_script")]
    codegen_path: Option<PathBuf>,
}

/// The last part of a folder's path, which `.` and `..` do not say.
fn own_name(folder: &Path) -> String {
    let whole = if folder.file_name().is_none() { folder.canonicalize().ok() } else { None };
    let name = whole.as_deref().unwrap_or(folder).file_name();
    name.unwrap_or_default().to_string_lossy().into_owned()
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let folder = &arguments.folder;
    refuse_full(folder)?;
    let name = match &arguments.name {
        Some(name) => name.clone(),
        None => own_name(folder),
    };
    let library = name::library(&name).map_err(|why| failure(folder, &why))?;
    let (readme, generator) = match arguments.build_script {
        true => (BUILD_SCRIPT_README, "the build script"),
        false => (README, "`catalogue generate`"),
    };
    // No name has a brace, so that nothing in one is filled in turn.
    let values = [("{{name}}", name.as_str()), ("{{library}}", &library), ("{{generator}}", generator)];
    let fill =
        |text: &str| values.iter().fold(text.to_owned(), |text, (key, value)| text.replace(key, value));

    let mut files = vec![
        ("Cargo.toml", fill(MANIFEST)),
        ("README.md", fill(readme)),
        (".gitignore", "/target\n".to_owned()),
        ("catalogue.yaml", fill(CATALOGUE)),
        ("catalogue.schema.json", catalogue_codegen::schema::JSON_SCHEMA.to_owned()),
        ("src/lib.rs", fill(LIBRARY)),
        ("tests/catalogue.rs", fill(TESTS)),
    ];
    if arguments.build_script {
        files[0].1 += &build_dependency(arguments)?;
        files.push(("build.rs", BUILD_SCRIPT.to_owned()));
    }
    let is_new = !folder.exists();
    if let Err(error) = fill_folder(folder, &files) {
        take_back(folder, is_new);
        return Err(error);
    }
    outln!("made {}; go there and run `cargo test`", folder.display());
    Ok(0)
}

fn fill_folder(folder: &Path, files: &[(&str, String)]) -> Result<(), Error> {
    for (path, text) in files {
        write(&folder.join(path), text)?;
    }
    catalogue_codegen::generate(&folder.join("catalogue.yaml"), &folder.join("src/generated"), Mode::Write)?;
    Ok(())
}

/// Leaves things as they were: there was no folder, or an empty one.
fn take_back(folder: &Path, is_new: bool) {
    let made = if is_new {
        vec![folder.to_owned()]
    } else {
        fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()).collect()
    };
    for path in made {
        // What cannot be removed stays; the first error is the one to show.
        let _ = if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) };
    }
}

fn refuse_full(folder: &Path) -> Result<(), Error> {
    let is_full = match fs::read_dir(folder) {
        Ok(mut entries) => entries.next().is_some(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => false,
        Err(source) => return Err(Error::Read { path: folder.to_owned(), source }),
    };
    match is_full {
        true => Err(failure(folder, "the folder is not empty; choose another")),
        false => Ok(()),
    }
}

fn build_dependency(arguments: &Arguments) -> Result<String, Error> {
    let version = env!("CARGO_PKG_VERSION");
    let place = match &arguments.codegen_path {
        Some(path) => {
            let path = path.canonicalize().map_err(|source| Error::Read { path: path.clone(), source })?;
            // JSON and TOML write texts alike.
            format!("path = {}, ", serde_json::Value::from(path.display().to_string()))
        }
        None => String::new(),
    };
    Ok(format!(
        "\n[build-dependencies]\ncatalogue-codegen = {{ {place}version = \"{version}\", default-features = false }}\n"
    ))
}

fn write(path: &Path, text: &str) -> Result<(), Error> {
    let folder = path.parent().unwrap_or(Path::new("."));
    let result = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    result.map_err(|source| Error::Write { path: path.to_owned(), source })
}

fn failure(path: &Path, what: &str) -> Error {
    Error::Write { path: path.to_owned(), source: io::Error::other(what.to_owned()) }
}

const MANIFEST: &str = "\
[package]
name = \"{{name}}\"
version = \"0.1.0\"
edition = \"2024\"
description = \"The fault codes of a coffee machine as exhaustive Rust enums\"
exclude = [\"/build.rs\", \"/catalogue.schema.json\"]

# A project of its own, wherever it lies.
[workspace]
";

const README: &str = "\
# {{name}}

The fault codes of a coffee machine as exhaustive Rust enums, generated from `catalogue.yaml`. Edit that, run
`catalogue generate`, and commit both; `cargo test` runs the tests.
";

const BUILD_SCRIPT_README: &str = "\
# {{name}}

The fault codes of a coffee machine as exhaustive Rust enums, generated from `catalogue.yaml`. Edit that, and commit both:
the build script writes the code, so `cargo test` brings it up to date and runs the tests. Where the environment variable
`CI` is set, nothing is written, and code that is not up to date fails the build.
";

const CATALOGUE: &str = include_str!("starter.yaml");

const LIBRARY: &str = "\
//! The fault codes of a coffee machine, as exhaustive enums.
#![no_std]

#[rustfmt::skip]
mod generated;
pub use generated::*;
";

const TESTS: &str = "\
//! What must hold for every entry.

use {{library}}::Fault;

#[test]
fn every_form_of_every_fault_reads_back() {
    for &fault in Fault::ALL {
        assert_eq!(Fault::from_code(fault.code()), Some(fault));
        for text in [fault.to_string(), format!(\"{fault:#}\"), format!(\"{fault:?}\"), fault.code().to_string()] {
            assert_eq!(text.parse(), Ok(fault), \"{text}\");
        }
    }
}

#[test]
fn every_fault_says_what_it_means() {
    for fault in Fault::ALL {
        assert!(fault.description().ends_with('.'), \"{fault}\");
    }
}
";

const BUILD_SCRIPT: &str = "\
fn main() {
    catalogue_codegen::regenerate(\"catalogue.yaml\", \"src/generated\");
}
";
