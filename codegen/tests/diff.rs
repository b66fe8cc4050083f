//! What `catalogue diff` finds, and which version it asks for.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

const OLD: &str = "\
path: coffee
version: \"1\"
locales: [en]
vocabularies:
  - name: Part
    doc: A part.
    values:
      - { name: Pump }
      - { name: Mill }
enums:
  - name: Fault
    doc: What a machine complains about.
    code: { type: u8 }
    fields:
      part: { one_of: Part, doc: The part., inverse: faults, inverse_doc: Its faults. }
    entries:
      - { code: 1, name: No_Water, severity: error, part: Pump, description: { en: The tank is empty. } }
      - { code: 2, name: No_Beans, severity: error, part: Mill, description: { en: The hopper is empty. } }
";

struct Run {
    code: i32,
    out: String,
    err: String,
}

fn diff(folder: &Path, arguments: &[&str]) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    let output = command.arg("diff").args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Run { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
}

/// The bump, and kind, code and name of each change.
fn changes(new: &str) -> (String, Vec<(String, Value, String)>) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("old.yaml"), OLD).unwrap();
    fs::write(folder.path().join("new.yaml"), new).unwrap();
    let run = diff(folder.path(), &["old.yaml", "new.yaml", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    let changes = report["changes"].as_array().unwrap();
    assert_eq!(run.code, i32::from(!changes.is_empty()));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |change: &Value| (text(&change["kind"]), change["code"].clone(), text(&change["name"]));
    (text(&report["bump"]), changes.iter().map(one).collect())
}

#[track_caller]
fn changed(from: &str, to: &str, bump: &str, expected: &[(&str, Option<&str>, &str)]) {
    assert!(OLD.contains(from), "{from}");
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, code, name)| {
            ((*kind).to_owned(), code.map_or(Value::Null, Value::from), (*name).to_owned())
        })
        .collect();
    assert_eq!(changes(&OLD.replace(from, to)), (bump.to_owned(), expected));
}

#[test]
fn nothing_changed() {
    assert_eq!(changes(OLD), ("none".to_owned(), Vec::new()));
    // Comments, order and layout are nobody's facts.
    assert_eq!(changes(&format!("# A comment.\n{OLD}")), ("none".to_owned(), Vec::new()));
}

#[test]
fn every_kind_of_change() {
    let line = OLD.lines().last().unwrap();
    let third = line.replace("code: 2", "code: 3").replace("No_Beans", "Too_Hot");
    changed(line, &format!("{line}\n{third}"), "major", &[("added", Some("3"), "Too_Hot")]);
    changed(&format!("{line}\n"), "", "major", &[("removed", Some("2"), "No_Beans")]);
    changed("name: No_Beans", "name: No_Coffee", "major", &[("renamed", Some("2"), "No_Coffee")]);
    // The same variant under another documented spelling.
    changed("name: No_Beans", "name: No-Beans", "minor", &[("renamed", Some("2"), "No-Beans")]);
    changed("code: 2", "code: 7", "major", &[("renumbered", Some("7"), "No_Beans")]);
    changed("The hopper is", "The hopper stays", "patch", &[("texts", Some("2"), "No_Beans")]);
    changed("error, part: Mill", "warning, part: Mill", "minor", &[("severity", Some("2"), "No_Beans")]);
    changed("part: Mill", "part: Pump", "minor", &[("relations", Some("2"), "No_Beans")]);
    changed("No_Beans,", "No_Beans, aliases: [empty],", "minor", &[("aliases", Some("2"), "No_Beans")]);
    changed("No_Beans,", "No_Beans, since: \"2\",", "minor", &[("lifecycle", Some("2"), "No_Beans")]);
    changed("No_Beans,", "No_Beans, notes: [Why.],", "patch", &[("origin", Some("2"), "No_Beans")]);
    changed("type: u8", "type: u16", "major", &[("codes", None, "Fault")]);
    // Lists and discriminants of a large enum are of other types.
    changed(
        "    code: { type: u8 }",
        "    large: true\n    code: { type: u8 }",
        "major",
        &[("interface", None, "Part"), ("interface", None, "Fault")],
    );
    changed("inverse: faults", "inverse: problems", "major", &[("interface", None, "Part")]);
    changed("    values:\n", "    values:\n      - { name: Lamp }\n", "major", &[("added", None, "Lamp")]);
    changed(
        "name: Fault",
        "name: Trouble",
        "major",
        &[("interface", None, "Part"), ("enum_added", None, "Trouble"), ("enum_removed", None, "Fault")],
    );
    // A renamed word is one change, not one at everything that uses it.
    changed(
        "Mill",
        "Grinder",
        "major",
        &[("added", None, "Grinder"), ("removed", None, "Mill"), ("relations", Some("2"), "No_Beans")],
    );
}

#[test]
fn other_formats() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("old.yaml"), OLD).unwrap();
    fs::write(folder.path().join("catalogue.yaml"), OLD.replace("No_Beans", "No_Coffee")).unwrap();
    let text = diff(folder.path(), &["old.yaml"]);
    assert_eq!(
        text.out,
        "renamed: Fault 2 No_Coffee (NoBeans → NoCoffee): major\n\nthis needs a major version:\n\
         - renamed: code that names the variant does not compile any more\n"
    );
    let markdown = diff(folder.path(), &["old.yaml", "--format", "markdown"]);
    assert_eq!(
        markdown.out,
        "## Unreleased\n\nNeeds a major version.\n\n### Changed\n\n\
         - `Fault::No_Coffee` (`2`): renamed, NoBeans → NoCoffee\n"
    );
}

#[test]
fn revisions_of_git() {
    let folder = TempDir::new().unwrap();
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=test", "-c", "user.email=test@example.org"];
        let mut command = Command::new("git");
        assert!(
            command
                .args(identity)
                .args(arguments)
                .current_dir(folder.path())
                .output()
                .unwrap()
                .status
                .success()
        );
    };
    let file = folder.path().join("catalogue.yaml");
    fs::write(&file, OLD).unwrap();
    git(&["init", "--quiet"]);
    git(&["add", "."]);
    git(&["commit", "--quiet", "--message", "first"]);
    assert_eq!(diff(folder.path(), &["HEAD:catalogue.yaml"]).code, 0);
    fs::write(&file, OLD.replace("code: 2", "code: 3")).unwrap();
    assert_eq!(diff(folder.path(), &["HEAD:catalogue.yaml"]).code, 1);
    let wrong = diff(folder.path(), &["v9:catalogue.yaml"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.starts_with("error: cannot read v9:catalogue.yaml: "), "{}", wrong.err);
}

#[test]
fn errors_end_in_2() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("catalogue.yaml"), OLD).unwrap();
    fs::write(folder.path().join("bad.yaml"), "path: 1").unwrap();
    assert_eq!(diff(folder.path(), &["missing.yaml"]).code, 2);
    assert_eq!(diff(folder.path(), &["bad.yaml"]).code, 2);
    assert_eq!(diff(folder.path(), &[]).code, 2);
}

/// The bump from one catalogue to another.
fn bump(old: &str, new: &str) -> String {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("old.yaml"), old).unwrap();
    fs::write(folder.path().join("new.yaml"), new).unwrap();
    let run = diff(folder.path(), &["old.yaml", "new.yaml", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    report["bump"].as_str().unwrap().to_owned()
}

/// `Locale` is exhaustive, and what `description` returns is in the first language.
#[test]
fn languages_are_part_of_the_interface() {
    let both = OLD.replace("[en]", "[en, de]").replace(". } }", "., de: Leer. } }");
    assert_eq!(bump(OLD, &both), "major");
    assert_eq!(bump(&both, OLD), "major");
    assert_eq!(bump(&both, &both.replace("[en, de]", "[de, en]")), "major");
}

#[test]
fn a_spelling_that_goes_breaks_who_reads_it() {
    let with = |aliases: &str| OLD.replace("No_Beans,", &format!("No_Beans, aliases: [{aliases}],"));
    assert_eq!(bump(&with("empty"), OLD), "major");
    assert_eq!(bump(&with("empty"), &with("empty, hungry")), "minor");
    assert_eq!(bump(&with("empty"), &with("hungry")), "major");
}

#[test]
fn what_is_only_added_is_not_called_gone() {
    let run = {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("old.yaml"), OLD).unwrap();
        fs::write(folder.path().join("new.yaml"), OLD.replace("version:", "strum: true\nversion:")).unwrap();
        diff(folder.path(), &["old.yaml", "new.yaml"])
    };
    assert!(run.out.contains("+strum"), "{}", run.out);
    assert!(run.out.contains("- other methods: what goes, or becomes a variant of"), "{}", run.out);
}
