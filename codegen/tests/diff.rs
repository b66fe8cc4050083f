//! What `catalogue diff` finds, and which version it asks for.
#![cfg(feature = "cli")]

use std::fs;
use std::path::Path;
use std::process::Command;

use expect_test::expect;
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

const SOURCES: &str = "\
sources:
  manual: { title: Manual, url: \"https://coffee.example/manual\", date: 2026-01-31 }
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

/// The bump, and kind, code and place of each change.
fn changes(new: &str) -> (String, Vec<(String, Value, String)>) {
    changes_from(OLD, new)
}

fn changes_from(old: &str, new: &str) -> (String, Vec<(String, Value, String)>) {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("old.yaml"), old).unwrap();
    fs::write(folder.path().join("new.yaml"), new).unwrap();
    let run = diff(folder.path(), &["old.yaml", "new.yaml", "--format", "json"]);
    let report: Value = serde_json::from_str(&run.out).unwrap_or_else(|error| panic!("{error}: {}", run.err));
    let changes = report["changes"].as_array().unwrap();
    assert_eq!(run.code, i32::from(!changes.is_empty()));
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let place = |change: &Value| {
        let parts = ["enum", "name"].map(|key| change[key].clone());
        parts.iter().filter_map(Value::as_str).collect::<Vec<_>>().join("::")
    };
    let one = |change: &Value| (text(&change["kind"]), change["code"].clone(), place(change));
    (text(&report["bump"]), changes.iter().map(one).collect())
}

#[track_caller]
fn changed(from: &str, to: &str, bump: &str, expected: &[(&str, Option<&str>, &str)]) {
    assert!(OLD.contains(from), "{from}");
    let expected: Vec<_> = expected
        .iter()
        .map(|(kind, code, place)| {
            ((*kind).to_owned(), code.map_or(Value::Null, Value::from), (*place).to_owned())
        })
        .collect();
    assert_eq!(changes(&OLD.replace(from, to)), (bump.to_owned(), expected));
}

#[test]
fn nothing_changed() {
    assert_eq!(changes(OLD), ("none".to_owned(), Vec::new()));
    // Comments and layout are nobody's facts, and entries stand by their codes.
    assert_eq!(changes(&format!("# A comment.\n{OLD}")), ("none".to_owned(), Vec::new()));
    let lines: Vec<&str> = OLD.lines().collect();
    let (rest, entries) = lines.split_at(lines.len() - 2);
    let turned = format!("{}\n{}\n{}\n", rest.join("\n"), entries[1], entries[0]);
    assert_eq!(changes(&turned), ("none".to_owned(), Vec::new()));
}

#[test]
fn every_kind_of_change() {
    let line = OLD.lines().last().unwrap();
    let third = line.replace("code: 2", "code: 3").replace("No_Beans", "Too_Hot");
    changed(line, &format!("{line}\n{third}"), "major", &[("added", Some("3"), "Fault::Too_Hot")]);
    changed(&format!("{line}\n"), "", "major", &[("removed", Some("2"), "Fault::No_Beans")]);
    changed("name: No_Beans", "name: No_Coffee", "major", &[("renamed", Some("2"), "Fault::No_Coffee")]);
    // The same variant under another documented spelling.
    changed("name: No_Beans", "name: No-Beans", "minor", &[("renamed", Some("2"), "Fault::No-Beans")]);
    changed("code: 2", "code: 7", "major", &[("renumbered", Some("7"), "Fault::No_Beans")]);
    changed("The hopper is", "The hopper stays", "patch", &[("texts", Some("2"), "Fault::No_Beans")]);
    changed(
        "error, part: Mill",
        "warning, part: Mill",
        "minor",
        &[("severity", Some("2"), "Fault::No_Beans")],
    );
    changed("part: Mill", "part: Pump", "minor", &[("relations", Some("2"), "Fault::No_Beans")]);
    changed(
        "No_Beans,",
        "No_Beans, aliases: [empty],",
        "minor",
        &[("aliases", Some("2"), "Fault::No_Beans")],
    );
    changed("No_Beans,", "No_Beans, since: \"2\",", "minor", &[("lifecycle", Some("2"), "Fault::No_Beans")]);
    changed("No_Beans,", "No_Beans, notes: [Why.],", "patch", &[("origin", Some("2"), "Fault::No_Beans")]);
    changed("type: u8", "type: u16", "major", &[("codes", None, "Fault")]);
    // Lists and discriminants of a large enum are of other types.
    changed(
        "    code: { type: u8 }",
        "    large: true\n    code: { type: u8 }",
        "major",
        &[("interface", None, "Part"), ("interface", None, "Fault")],
    );
    changed("inverse: faults", "inverse: problems", "major", &[("interface", None, "Part")]);
    changed(
        "    values:\n",
        "    values:\n      - { name: Lamp }\n",
        "major",
        &[("added", None, "Part::Lamp")],
    );
    changed(
        "name: Fault",
        "name: Trouble",
        "major",
        &[("interface", None, "Part"), ("enum_added", None, "Trouble"), ("enum_removed", None, "Fault")],
    );
    changed("version: \"1\"", "version: \"2\"", "patch", &[("version", None, "")]);
    changed("path: coffee", "path: tea", "major", &[("path", None, "")]);
    changed("locales:", &format!("{SOURCES}locales:"), "patch", &[("sources", None, "")]);
    // A word has no code to be known by: under another name it is another, and so is what uses it.
    changed(
        "Mill",
        "Grinder",
        "major",
        &[
            ("added", None, "Part::Grinder"),
            ("removed", None, "Part::Mill"),
            ("relations", Some("2"), "Fault::No_Beans"),
        ],
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
    fs::write(folder.path().join("newer.yaml"), OLD.replace("version: \"1\"", "version: \"2\"")).unwrap();
    let newer = diff(folder.path(), &["old.yaml", "newer.yaml", "--format", "markdown"]);
    assert_eq!(
        newer.out,
        "## Unreleased\n\nNeeds a patch version.\n\n### Changed\n\n\
         - the catalogue: version of the facts, 1 → 2\n"
    );
    let nothing = diff(folder.path(), &["old.yaml", "old.yaml", "--format", "markdown"]);
    assert_eq!((nothing.code, nothing.out.as_str()), (0, "## Unreleased\n\nNothing changed.\n"));
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

/// With all that the compiler, or a reader of the documentation alone, is told.
const RICH: &str = "\
path: coffee
version: \"1\"
locales: [en, de, fr]
vocabularies:
  - name: Part
    doc: A part.
    values:
      - { name: Pump }
      - { name: Mill }
      - { name: Lamp }
enums:
  - name: Fault
    doc: What a machine complains about.
    code: { type: u8, noun: fault code }
    constants:
      VENDOR: { value: Acme, doc: Who makes it. }
    fields:
      part: { one_of: Part, doc: The part., inverse: faults, inverse_doc: Its faults. }
    entries:
      - code: 1
        name: No_Water
        severity: error
        severity_derived: false
        part: Pump
        description: { en: Dry., de: Leer., fr: Vide. }
        deprecated: { since: 2.0.0, attribute: false }
";

/// What is printed for a change of the rich catalogue.
fn printed(from: &str, to: &str) -> String {
    assert!(RICH.contains(from), "{from}");
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("old.yaml"), RICH).unwrap();
    fs::write(folder.path().join("new.yaml"), RICH.replace(from, to)).unwrap();
    let run = diff(folder.path(), &["old.yaml", "new.yaml"]);
    assert_eq!(run.code, 1, "{from} → {to}: {}{}", run.out, run.err);
    run.out
}

#[test]
fn what_entries_alone_do_not_show() {
    let said = [
        printed("path: coffee", "path: tea"),
        printed("version: \"1\"", "version: \"2\""),
        printed("locales:", &format!("{SOURCES}locales:")),
        printed("attribute: false", "attribute: true"),
        printed("value: Acme", "value: Bosch"),
        printed(
            "      - { name: Pump }\n      - { name: Mill }\n",
            "      - { name: Mill }\n      - { name: Pump }\n",
        ),
        printed("[en, de, fr]", "[en, fr, de]"),
        printed("noun: fault code", "noun: number"),
        printed("doc: What a machine", "doc: All that a machine"),
        printed("doc: Who makes it", "doc: Its maker"),
        printed("doc: The part", "doc: Its part"),
        printed("inverse_doc: Its faults", "inverse_doc: All faults"),
        printed("severity_derived: false", "severity_derived: true"),
    ];
    expect![[r#"
        other path: the catalogue (coffee → tea): major

        this needs a major version:
        - other path: code that imports the items does not compile any more

        version of the facts: the catalogue (1 → 2): patch

        this needs a patch version:
        - version of the facts: it only tells that something changed

        sources: the catalogue (Manual): patch

        this needs a patch version:
        - sources: where facts come from is for people

        lifecycle: Fault 1 No_Water (+#[deprecated]): minor

        this needs a minor version:
        - lifecycle: facts about the entry's life are corrected; `#[deprecated]` warns all who use it

        constants: Fault (VENDOR: `Acme` → `Bosch`): minor

        this needs a minor version:
        - constants: programs decide by them, and all still compile

        other order: Part (words): major

        this needs a major version:
        - other order: `<`, `ALL` and positions mean something else, and all still compiles

        other order: the catalogue (languages): major

        this needs a major version:
        - other order: `<`, `ALL` and positions mean something else, and all still compiles

        documentation: Fault (the noun): patch

        this needs a patch version:
        - documentation: only documentation changes

        documentation: Fault (the enum): patch

        this needs a patch version:
        - documentation: only documentation changes

        documentation: Fault (VENDOR): patch

        this needs a patch version:
        - documentation: only documentation changes

        documentation: Fault (part): patch

        this needs a patch version:
        - documentation: only documentation changes

        documentation: Part (faults): patch

        this needs a patch version:
        - documentation: only documentation changes

        documentation: Fault 1 No_Water (severity_derived): patch

        this needs a patch version:
        - documentation: only documentation changes
    "#]]
    .assert_eq(&said.join("\n"));
}

/// What comes and goes is said as such, not as another order.
#[test]
fn a_new_word_in_between_moves_no_other() {
    let said = printed("      - { name: Mill }\n", "      - { name: Tank }\n      - { name: Mill }\n");
    assert!(said.starts_with("added: Part Tank: major\n\nthis needs"), "{said}");
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
fn what_says_the_same_is_no_change() {
    let with = |aliases: &str| OLD.replace("No_Beans,", &format!("No_Beans, aliases: [{aliases}],"));
    assert_eq!(bump(&with("empty, hungry"), &with("hungry, empty")), "none");
    let field = "    fields:\n      causes: { list_of: Fault, doc: What leads to it. }\n";
    let said = printed("    fields:\n", field);
    assert!(said.starts_with("other methods: Fault (+causes: Many Fault): minor\n\nthis needs"), "{said}");
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

#[test]
fn codes_that_are_only_written_in_another_way_are_the_same() {
    let hexadecimal = OLD
        .replace("type: u8 }", "type: u8, notation: \"0x%02X\" }")
        .replace("code: 1", "code: 0x01")
        .replace("code: 2", "code: 0x02");
    let notation = |code, place: &str| ("notation".to_owned(), code, place.to_owned());
    assert_eq!(changes(&hexadecimal), ("minor".to_owned(), vec![notation(Value::Null, "Fault")]));
    // A new name in the same revision is still the old entry's.
    let renamed = changes(&hexadecimal.replace("No_Beans", "No_Coffee"));
    assert!(renamed.1.contains(&("renamed".to_owned(), Value::from("0x02"), "Fault::No_Coffee".to_owned())));
    assert_eq!(renamed.1.len(), 2, "{renamed:?}");
}

/// The catalogue with a fault that comes from another.
fn with_cause() -> String {
    OLD.replace("    entries:\n", "      cause: { one_of: Fault, optional: true, doc: Why. }\n    entries:\n")
        .replace("part: Mill,", "part: Mill, cause: No_Water,")
}

/// Who refers to an entry refers to it under its new name, too.
#[test]
fn relations_follow_a_new_name() {
    let renamed = changes_from(&with_cause(), &with_cause().replace("No_Water", "No_Milk"));
    let expected = ("renamed".to_owned(), Value::from("1"), "Fault::No_Milk".to_owned());
    assert_eq!(renamed, ("major".to_owned(), vec![expected]));
    let replaced =
        OLD.replace("part: Mill,", "part: Mill, deprecated: { since: \"1\", replaced_by: No_Water },");
    // An entry of another table that a range gives.
    let ranged = with_cause()
        .replace(
            "    fields:",
            "    ranges: [{ first: 0, last: 9, name: all, cause: No_Water }]\n    fields:",
        )
        .replace("cause: No_Water, description", "description")
        .replace("part: Pump,", "part: Pump, cause: No_Water,");
    // A field beside it gives the range nothing else.
    let more = ranged.replace("      cause:", "      again: { list_of: Fault, doc: Again. }\n      cause:");
    let kinds: Vec<String> = changes_from(&ranged, &more).1.into_iter().map(|(kind, _, _)| kind).collect();
    assert_eq!(kinds, ["interface"]);
    for old in [replaced, ranged] {
        let renamed = changes_from(&old, &old.replace("No_Water", "No_Milk"));
        assert_eq!(renamed.1.len(), 1, "{renamed:?}");
    }
}

/// Who takes over a code is not who left it: the relations of others stay as they are.
#[test]
fn relations_do_not_follow_a_code() {
    let turned = with_cause()
        .replace("code: 1", "code: 9")
        .replace("code: 2", "code: 1")
        .replace("code: 9", "code: 2");
    let renumbered = |code: &str, place: &str| ("renumbered".to_owned(), Value::from(code), place.to_owned());
    let expected = [renumbered("1", "Fault::No_Beans"), renumbered("2", "Fault::No_Water")];
    assert_eq!(changes_from(&with_cause(), &turned).1, expected);
}

/// Who casts an entry to a number gets another one.
#[test]
fn a_large_enum_has_other_discriminants() {
    let said = printed("    code: {", "    large: true\n    code: {");
    let change = "Fault (-codes as discriminants +positions as discriminants): major";
    assert!(said.contains(change), "{said}");
}
