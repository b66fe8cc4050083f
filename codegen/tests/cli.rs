//! The command line, as a user meets it.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

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
fn the_command_to_run_has_the_arguments_that_it_needs() {
    let folder = project(CATALOGUE);
    fs::create_dir(folder.path().join("facts")).unwrap();
    fs::rename(folder.path().join("catalogue.yaml"), folder.path().join("facts/codes.yaml")).unwrap();
    for words in [&["facts/codes.yaml"][..], &["facts/codes.yaml", "--output", "an output"]] {
        let (_, _, error) = run(folder.path(), &[&["generate", "--check"], words].concat());
        let arguments = words.join(" ").replace("an output", "\"an output\"");
        let command = format!("run `catalogue generate {arguments}` and commit the result\n");
        assert!(error.ends_with(&command), "{error}");
        run(folder.path(), &[&["generate"], words].concat());
        assert_eq!(run(folder.path(), &[&["generate", "--check"], words].concat()).0, 0);
    }
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

// Looking into a catalogue.

#[test]
fn list_shows_what_mentions_a_word() {
    let folder = project(CATALOGUE);
    let (code, output, _) = run(folder.path(), &["list"]);
    assert_eq!((code, output.as_str()), (0, "Fault\n  1  No_Water\n  2  No_Beans\n"));
    let (code, output, _) = run(folder.path(), &["list", "--filter", "BEANS"]);
    assert_eq!((code, output.as_str()), (0, "Fault\n  2  No_Beans\n"));
    let said = "no entry mentions `milk`\n".to_owned();
    assert_eq!(run(folder.path(), &["list", "--filter", "milk"]), (1, String::new(), said));
}

#[test]
fn explain_finds_entries_in_every_spelling() {
    let folder = project(CATALOGUE);
    for word in ["2", "no_beans", "NoBeans", "0x2", "0x02", "002", "2 No_Beans", "0x2 nobeans"] {
        let (code, output, error) = run(folder.path(), &["explain", word]);
        assert_eq!((code, output.as_str(), error.as_str()), (0, "Fault 2 No_Beans\n\n", ""), "{word}");
    }
    for word in ["1 No_Beans", "2 No_Beans ", "2  No_Beans", "+2", "0x+2", "No_Beans 2"] {
        assert_eq!(run(folder.path(), &["explain", word]).0, 1, "{word}");
    }
    let (code, output, error) = run(folder.path(), &["explain", "No_Baens", "1"]);
    assert_eq!((code, output.as_str()), (1, "Fault 1 No_Water\n\n"));
    assert_eq!(error, "error: no entry is called \"No_Baens\"; did you mean `No_Beans`?\n");
}

#[test]
fn negative_codes_are_no_options() {
    let folder = project(&CATALOGUE.replace("u8", "i32").replace("code: 1", "code: -1"));
    let found = |arguments: &[&str]| {
        let (code, output, error) = run(folder.path(), arguments);
        assert_eq!((code, error.as_str()), (0, ""), "{arguments:?}");
        output
    };
    assert_eq!(found(&["explain", "-1"]), "Fault -1 No_Water\n\n");
    let both = ["explain", "2", "-1", "--catalogue", "catalogue.yaml"];
    assert_eq!(found(&both), "Fault 2 No_Beans\n\nFault -1 No_Water\n\n");
    assert_eq!(found(&["list", "--filter", "-1"]), "Fault\n  -1  No_Water\n");
    // As the generated code reads them.
    assert_eq!(found(&["explain", "0xFFFFFFFF"]), "Fault -1 No_Water\n\n");
    assert_eq!(run(folder.path(), &["explain", "0x-1"]).0, 1);
    assert_eq!(run(folder.path(), &["explain", "-x"]).0, 2);
    assert_eq!(run(folder.path(), &["explain", "-7"]).0, 1);
}

#[test]
fn explain_begins_with_the_default_language() {
    let texts = "description: { de: Leer., ru: Пусто., en: Empty. }, remediation: { de: Füllen., ru: Налить., en: Fill. }";
    let catalogue = CATALOGUE.replace("version", "locales: [ru, en, de]\nversion");
    let folder = project(
        &catalogue
            .replace("_Water", &format!("_Water, {texts}"))
            .replace("_Beans", &format!("_Beans, {texts}")),
    );
    expect![[r#"
        Fault 1 No_Water
          description (ru): Пусто.
          description (en): Empty.
          description (de): Leer.
          remediation (ru): Налить.
          remediation (en): Fill.
          remediation (de): Füllen.

    "#]]
    .assert_eq(&run(folder.path(), &["explain", "1"]).1);
}

#[test]
fn texts_of_several_lines_stay_apart_from_what_is_around_them() {
    let text = "path: coffee\nversion: \"1\"\nlocales: [en]\nenums:\n  - name: Fault\n    doc: A fault.\n    code: { type: u8 }\n    \
                entries:\n      - code: 1\n        name: Dry\n        description:\n          en: |\n            Empty.\n            severity: none\n";
    let folder = project(text);
    assert_eq!(run(folder.path(), &["list"]).1, "Fault\n  1  Dry               Empty. severity: none\n");
    let explained = run(folder.path(), &["explain", "1"]).1;
    assert_eq!(explained, "Fault 1 Dry\n  description (en): Empty.\n    severity: none\n\n");
}

#[test]
fn explain_explains_every_message() {
    let folder = TempDir::new().unwrap();
    for rule in catalogue_codegen::problem::Rule::ALL {
        let (code, output, _) = run(folder.path(), &["explain", "--message", &rule.code().to_lowercase()]);
        assert_eq!(code, 0);
        assert!(output.starts_with(&format!("{rule}: {}\n\n", rule.title())), "{output}");
        // At least a sentence more than the title.
        assert!(
            output.trim_end().len() > rule.title().len() + 60 && output.trim_end().ends_with('.'),
            "{output}"
        );
    }
    let (code, _, error) = run(folder.path(), &["explain", "--message", "C9999"]);
    assert_eq!(code, 1);
    assert!(error.contains("they go from C0001 to C00"), "{error}");
}

#[test]
fn stats_count() {
    let folder = project(CATALOGUE);
    assert_eq!(run(folder.path(), &["stats"]), (0, "Fault: 2 entries\n".to_owned(), String::new()));
}

#[test]
fn stats_ask_words_for_no_remediation() {
    let word = "{ name: Pump, description: { en: Moves the water. } }";
    let part =
        format!("locales: [en]\nvocabularies:\n  - {{ name: Part, doc: A part., values: [{word}] }}\nenums:");
    let entry = |name: &str| format!("name: {name}, description: {{ en: Fill it. }}");
    let catalogue = CATALOGUE.replace("enums:", &part).replace("name: No_Water", &entry("No_Water"));
    let folder = project(&catalogue.replace("name: No_Beans", &entry("No_Beans")));
    expect![[r#"
        Part: 1 words
          en: 0 without description
        Fault: 2 entries
          en: 0 without description, 2 without remediation
    "#]]
    .assert_eq(&run(folder.path(), &["stats"]).1);
}

#[test]
fn a_dry_run_shows_and_writes_nothing() {
    let folder = project(CATALOGUE);
    let (code, output, error) = run(folder.path(), &["generate", "--dry-run"]);
    assert_eq!((code, error.as_str()), (0, ""));
    assert!(output.contains("+pub enum Fault {"), "{output}");
    assert!(!folder.path().join("src").exists());
}

#[test]
fn check_reports_for_programs_and_for_github() {
    let folder = project(&CATALOGUE.replace("code: 2", "code: 1").replace("doc:", "dok:"));
    let (code, output, error) = run(folder.path(), &["check", "--format", "json"]);
    assert_eq!((code, error.as_str()), (1, ""));
    let problems: serde_json::Value = serde_json::from_str(&output).unwrap();
    let found: Vec<(&str, &serde_json::Value)> =
        problems.as_array().unwrap().iter().map(|it| (it["code"].as_str().unwrap(), &it["place"])).collect();
    let place = |line, column, end_column| serde_json::json!({ "line": line, "column": column, "end_line": line, "end_column": end_column });
    let (twice, key) = (place(9, 17, 18), place(5, 5, 8));
    assert!(found.contains(&("C0027", &twice)) && found.contains(&("C0015", &key)), "{found:?}");
    let (code, output, _) = run(folder.path(), &["check", "--format", "github"]);
    assert_eq!(code, 1);
    assert!(
        output.contains(
            "::error file=catalogue.yaml,line=9,col=17,title=C0027::the code `1` is given twice%0A"
        ),
        "{output}"
    );
    let whole = project(CATALOGUE);
    assert_eq!(run(whole.path(), &["check", "--format", "json"]), (0, "[]\n".to_owned(), String::new()));
    assert_eq!(run(whole.path(), &["check", "--format", "github"]), (0, String::new(), String::new()));
}

#[test]
fn check_reports_what_it_cannot_read_in_every_format() {
    let folder = project(CATALOGUE);
    fs::write(folder.path().join("latin.yaml"), b"path: x\nversion: \"\xe9\"\n").unwrap();
    let said = |file: &str, format: &str| {
        let (code, output, error) = run(folder.path(), &["check", file, "--format", format]);
        assert_eq!(code, 2);
        output + &error
    };
    let text = "the file is not UTF-8 (byte 18); save it as UTF-8";
    assert_eq!(said("latin.yaml", "human"), format!("error: latin.yaml:2:11: {text}\n"));
    assert_eq!(said("latin.yaml", "github"), format!("::error file=latin.yaml,line=2,col=11::{text}\n"));
    let problems: serde_json::Value = serde_json::from_str(&said("latin.yaml", "json")).unwrap();
    let expected = serde_json::json!([{
        "code": null,
        "message": text,
        "file": "latin.yaml",
        "place": { "line": 2, "column": 11, "end_line": 2, "end_column": 11 },
        "label": "",
        "related": [],
        "help": null,
        "instead": null,
    }]);
    assert_eq!(problems, expected);
    let human = said("missing.yaml", "human");
    let text = human.trim_end().strip_prefix("error: ").unwrap();
    assert_eq!(said("missing.yaml", "github"), format!("::error file=missing.yaml::{text}\n"));
    let problems: serde_json::Value = serde_json::from_str(&said("missing.yaml", "json")).unwrap();
    assert_eq!((&problems[0]["message"], &problems[0]["place"]), (&text.into(), &serde_json::Value::Null));
}

#[test]
fn completions_are_there_for_every_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let (code, output, _) = run(Path::new("."), &["completions", shell]);
        assert_eq!(code, 0);
        assert!(output.contains("catalogue") && output.contains("export"), "{shell}");
    }
}

#[test]
fn a_reader_may_close_its_end_early() {
    let folder = project(CATALOGUE);
    let verbs: &[&[&str]] = &[
        &["check"],
        &["list"],
        &["stats"],
        &["schema"],
        &["explain", "1"],
        &["explain", "--message", "C0001"],
        &["completions", "bash"],
        &["export", "--format", "json"],
        &["export", "--format", "splunk"],
        &["generate", "--dry-run"],
    ];
    for verb in verbs {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        command.args(*verb).current_dir(folder.path()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{verb:?}: {message}");
        assert!(!message.contains("error"), "{verb:?}: {message}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_an_error() {
    let folder = project(CATALOGUE);
    for verb in [&["list"][..], &["schema"], &["export", "--format", "csv"]] {
        let full = fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        let output = command.args(verb).current_dir(folder.path()).stdout(full).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{verb:?}: {message}");
        assert!(message.starts_with("error: cannot write standard output: "), "{verb:?}: {message}");
    }
    // A device is written to, not replaced.
    let (code, _, message) = run(folder.path(), &["export", "--format", "csv", "--output", "/dev/full"]);
    assert!(code == 2 && message.starts_with("error: cannot write /dev/full: "), "{message}");
    assert!(!fs::metadata("/dev/full").unwrap().is_file());
}
