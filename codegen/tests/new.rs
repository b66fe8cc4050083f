//! A project that `catalogue new` writes builds, passes its tests, and stays fresh.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use expect_test::expect;
use tempfile::TempDir;

fn catalogue(folder: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_catalogue")).args(arguments).current_dir(folder).output().unwrap()
}

/// The project needs no crate, so no registry is asked.
fn cargo_test(folder: &Path) {
    let mut command = Command::new(env!("CARGO"));
    command.args(["test", "--quiet", "--offline"]).current_dir(folder);
    command.env("CARGO_TARGET_DIR", folder.join("target"));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn a_new_project_passes_its_tests() {
    let folder = TempDir::new().unwrap();
    assert!(catalogue(folder.path(), &["new", "coffee-codes"]).status.success());
    let project = folder.path().join("coffee-codes");
    let manifest = fs::read_to_string(project.join("Cargo.toml")).unwrap();
    assert!(!manifest.contains("dependencies"), "{manifest}");
    assert!(catalogue(&project, &["generate", "--check"]).status.success());
    cargo_test(&project);
}

#[test]
fn a_project_in_this_folder_has_its_name() {
    let folder = TempDir::new().unwrap();
    let project = folder.path().join("coffee");
    fs::create_dir(&project).unwrap();
    assert!(catalogue(&project, &["new", "."]).status.success());
    assert!(fs::read_to_string(project.join("Cargo.toml")).unwrap().contains("name = \"coffee\""));
}

#[test]
fn a_project_with_a_build_script_is_fresh() {
    let folder = TempDir::new().unwrap();
    let sources = env!("CARGO_MANIFEST_DIR");
    let arguments = ["new", ".", "--name", "codes", "--build-script", "--codegen-path", sources];
    assert!(catalogue(folder.path(), &arguments).status.success());
    let manifest = fs::read_to_string(folder.path().join("Cargo.toml")).unwrap();
    assert!(
        manifest.contains("[build-dependencies]") && manifest.contains("default-features = false"),
        "{manifest}"
    );
    assert!(folder.path().join("build.rs").is_file());
    let odd = folder.path().join("it's \"odd\"");
    fs::create_dir(&odd).unwrap();
    let arguments = ["new", "odd", "--build-script", "--codegen-path", odd.to_str().unwrap()];
    assert!(catalogue(folder.path(), &arguments).status.success());
    let manifest = fs::read_to_string(folder.path().join("odd/Cargo.toml")).unwrap();
    assert!(manifest.contains("/it's \\\"odd\\\"\", version"), "{manifest}");
    assert!(catalogue(folder.path(), &["generate", "--check"]).status.success());
}

#[test]
fn names_that_do_not_build_are_refused() {
    let folder = TempDir::new().unwrap();
    let refused = |name: &str| {
        let output = catalogue(folder.path(), &["new", name]);
        assert_eq!(output.status.code(), Some(2), "{name}");
        String::from_utf8(output.stderr).unwrap()
    };
    let texts = ["match", "gen", "std", "proc-macro", "test", "generated", "Option", "1st"].map(refused);
    expect![[r#"
        error: cannot write match: the name `match` is a keyword of Rust; choose another with --name
        error: cannot write gen: the name `gen` is a keyword of Rust; choose another with --name
        error: cannot write std: the name `std` is that of a library that comes with Rust; choose another with --name
        error: cannot write proc-macro: the name `proc-macro` is that of a library that comes with Rust; choose another with --name
        error: cannot write test: the name `test` is that of a library that comes with Rust; choose another with --name
        error: cannot write generated: the name `generated` is that of the module of generated code; choose another with --name
        error: cannot write Option: the name `Option` is none for a crate: those begin with a small letter and have small letters, digits, `-` and `_`; choose another with --name
        error: cannot write 1st: the name `1st` is none for a crate: those begin with a small letter and have small letters, digits, `-` and `_`; choose another with --name
    "#]].assert_eq(&texts.concat());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    assert!(catalogue(folder.path(), &["new", "std", "--name", "codes"]).status.success());
}

#[test]
fn each_project_says_who_generates_its_code() {
    let folder = TempDir::new().unwrap();
    let sources = env!("CARGO_MANIFEST_DIR");
    assert!(catalogue(folder.path(), &["new", "by-hand"]).status.success());
    let arguments = ["new", "by-script", "--build-script", "--codegen-path", sources];
    assert!(catalogue(folder.path(), &arguments).status.success());
    for file in ["README.md", "catalogue.yaml"] {
        let read = |project: &str| fs::read_to_string(folder.path().join(project).join(file)).unwrap();
        let (by_hand, by_script) = (read("by-hand"), read("by-script"));
        assert!(by_hand.contains("`catalogue generate`"), "{by_hand}");
        assert!(
            by_script.contains("the build script") && !by_script.contains("`catalogue generate`"),
            "{by_script}"
        );
        assert!(!by_hand.contains("{{") && !by_script.contains("{{"), "{by_hand}{by_script}");
    }
}

#[test]
fn what_is_there_stays() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("notes.txt"), "mine").unwrap();
    for arguments in
        [&["new", "."][..], &["new", "1st"], &["new", "x", "--name", "fn"], &["new", "x", "--name", "a b"]]
    {
        let output = catalogue(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: "), "{arguments:?}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

/// A limit on the size of files lets some be written before one fails.
#[cfg(unix)]
#[test]
fn a_project_that_cannot_be_written_is_taken_back() {
    let folder = TempDir::new().unwrap();
    fs::create_dir(folder.path().join("empty")).unwrap();
    for name in ["fresh", "empty"] {
        let line = format!("ulimit -f 8; trap '' XFSZ; exec \"$0\" new {name} --name codes");
        let mut command = Command::new("bash");
        let output =
            command.args(["-c", &line, env!("CARGO_BIN_EXE_catalogue")]).current_dir(folder.path()).output();
        let output = output.unwrap();
        let message = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.starts_with("error: cannot write "), "{message}");
    }
    assert!(!folder.path().join("fresh").exists());
    assert_eq!(fs::read_dir(folder.path().join("empty")).unwrap().count(), 0);
}
