//! The command line, as a user meets it.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect;
use tempfile::TempDir;

const CATALOGUE: &str = "\
path: coffee
version: \"1\"
enums:
  - name: Fault
    doc: What a coffee machine complains about.
    code: { type: u8 }
    entries:
      - { code: 1, name: No_Water }
      - { code: 2, name: No_Beans }
";

/// Runs `catalogue` in a folder; returns its exit code, output and error output.
fn run(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_catalogue"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("CI")
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn project(catalogue: &str) -> TempDir {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("catalogue.yaml"), catalogue).unwrap();
    folder
}

#[test]
fn check_counts_what_it_found() {
    let folder = project(CATALOGUE);
    assert_eq!(run(folder.path(), &["check"]), (0, "Fault: 2 entries\n".to_owned(), String::new()));
}

#[test]
fn generate_writes_then_has_nothing_to_do() {
    let folder = project(CATALOGUE);
    let (code, output, _) = run(folder.path(), &["generate"]);
    assert_eq!(code, 0);
    assert!(output.contains("wrote src/generated/mod.rs"), "{output}");
    let (code, output, _) = run(folder.path(), &["generate"]);
    assert_eq!((code, output.as_str()), (0, "src/generated is up to date\n"));
    let (code, output, _) = run(folder.path(), &["generate", "--check"]);
    assert_eq!((code, output.as_str()), (0, "src/generated is up to date\n"));
}

#[test]
fn the_output_may_lie_elsewhere() {
    let folder = project(CATALOGUE);
    let (code, _, _) = run(folder.path(), &["generate", "catalogue.yaml", "--output", "elsewhere"]);
    assert_eq!(code, 0);
    assert!(folder.path().join("elsewhere/mod.rs").is_file());
    assert!(!folder.path().join("src").exists());
}

#[test]
fn stale_code_is_shown_as_a_diff_with_the_command_to_run() {
    let folder = project(CATALOGUE);
    run(folder.path(), &["generate"]);
    fs::write(folder.path().join("catalogue.yaml"), CATALOGUE.replace("complains", "whines")).unwrap();
    let (code, diff, error) = run(folder.path(), &["generate", "--check"]);
    assert_eq!(code, 1);
    assert!(
        diff.contains(
            "-/// What a coffee machine complains about.\n+/// What a coffee machine whines about."
        ),
        "{diff}"
    );
    expect![[r#"
        error: the generated code in src/generated is not what the catalogue gives
          src/generated/fault.rs differs
          src/generated/mod.rs differs
        run `catalogue generate` and commit the result
    "#]]
    .assert_eq(&error);
}

#[test]
fn mistakes_are_reported_without_colours_and_end_in_1() {
    let folder = project(&CATALOGUE.replace("code: 2", "code: 1"));
    let (code, output, error) = run(folder.path(), &["check"]);
    assert_eq!((code, output.as_str()), (1, ""));
    expect![[r#"
        error[C0027]: the code `1` is given twice
         --> catalogue.yaml:9:17
          |
        8 |       - { code: 1, name: No_Water }
          |                 - first
        9 |       - { code: 1, name: No_Beans }
          |                 ^ second
          |
          = help: if both are names for one entry, make one of them an alias

        error: 1 problem in catalogue.yaml
    "#]]
    .assert_eq(&error);
    assert_eq!(run(folder.path(), &["generate"]), (1, String::new(), error));
    assert!(!folder.path().join("src").exists());
}

#[test]
fn what_cannot_be_read_ends_in_2() {
    let folder = TempDir::new().unwrap();
    let (code, _, error) = run(folder.path(), &["check", "missing.yaml"]);
    assert_eq!(code, 2);
    assert!(error.starts_with("error: cannot read missing.yaml: "), "{error}");
    let (code, _, error) = run(folder.path(), &["generate", "."]);
    assert_eq!(code, 2);
    assert!(error.starts_with("error: cannot read .: "), "{error}");
}

#[test]
fn wrong_usage_ends_in_2() {
    let folder = project(CATALOGUE);
    assert_eq!(run(folder.path(), &[]).0, 2);
    assert_eq!(run(folder.path(), &["frobnicate"]).0, 2);
    assert_eq!(run(folder.path(), &["generate", "--dry"]).0, 2);
}
