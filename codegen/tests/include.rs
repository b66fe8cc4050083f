//! Catalogues that are split over several files.

use std::fs;
use std::path::Path;

use catalogue_codegen::model::Catalogue;
use catalogue_codegen::{Error, Mode, check, generate};
use expect_test::{expect, expect_file};
use tempfile::TempDir;

const WHOLE: &str = "\
path: coffee
version: \"1\"
sources:
  manual: { title: Manual, url: https://example.com, date: \"2024-02-29\" }
  notes: { title: Notes, url: https://example.com/notes, date: \"2024-03-01\" }
vocabularies:
  - name: Part
    doc: A part.
    values: [{ name: Pump }, { name: Mill }]
enums:
  - name: Fault
    doc: What a coffee machine complains about.
    source: notes
    code: { type: u8 }
    fields:
      part: { one_of: Part, doc: The part that complains. }
    entries:
      - { code: 1, name: No_Water, part: Pump }
      - { code: 2, name: No_Beans, part: Mill }
      - { code: 3, name: Stuck, part: Mill }
  - name: State
    doc: What it does.
    code: { type: text }
    entries:
      - { code: A, name: Idle }
";

/// The same in four files.
const MAIN: &str = "\
path: coffee
version: \"1\"
include: [parts/words.yaml, states.yaml]
sources:
  manual: { title: Manual, url: https://example.com, date: \"2024-02-29\" }
enums:
  - name: Fault
    doc: What a coffee machine complains about.
    source: notes
    code: { type: u8 }
    fields:
      part: { one_of: Part, doc: The part that complains. }
    include: [parts/mill.yaml]
    entries:
      - { code: 1, name: No_Water, part: Pump }
";
const WORDS: &str = "\
sources:
  notes: { title: Notes, url: https://example.com/notes, date: \"2024-03-01\" }
vocabularies:
  - name: Part
    doc: A part.
    values: [{ name: Pump }, { name: Mill }]
";
const MILL: &str = "\
- { code: 2, name: No_Beans, part: Mill }
- { code: 3, name: Stuck, part: Mill }
";
const STATES: &str = "\
enums:
  - name: State
    doc: What it does.
    code: { type: text }
    include: [idle.yaml]
";
const IDLE: &str = "\u{feff}- { code: A, name: Idle }\n";

fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn split() -> TempDir {
    project(&[
        ("catalogue.yaml", MAIN),
        ("parts/words.yaml", WORDS),
        ("parts/mill.yaml", MILL),
        ("states.yaml", STATES),
        ("idle.yaml", IDLE),
    ])
}

fn load(folder: &TempDir) -> Catalogue {
    check(&folder.path().join("catalogue.yaml")).unwrap_or_else(|error| panic!("{error}"))
}

/// The report of what is wrong, with the catalogue's folder left out of it.
#[track_caller]
fn report(folder: &TempDir) -> String {
    let error = check(&folder.path().join("catalogue.yaml")).unwrap_err();
    error.to_string().replace(&format!("{}{}", folder.path().display(), std::path::MAIN_SEPARATOR), "")
}

#[test]
fn files_are_as_good_as_one() {
    assert_eq!(load(&split()), load(&project(&[("catalogue.yaml", WHOLE)])));
}

#[test]
fn the_generated_code_knows_all_files() {
    let folder = split();
    let (catalogue, output) = (folder.path().join("catalogue.yaml"), folder.path().join("generated"));
    generate(&catalogue, &output, Mode::Write).unwrap();
    let root = fs::read_to_string(output.join("mod.rs")).unwrap();
    let sources: Vec<&str> = root
        .lines()
        .filter_map(|line| line.strip_prefix("// digest ")?.split_once(' '))
        .map(|(_, source)| source)
        .collect();
    assert_eq!(
        sources,
        ["catalogue.yaml", "parts/words.yaml", "states.yaml", "parts/mill.yaml", "idle.yaml"]
    );
    assert!(verify(folder.path()).is_ok());
    for source in sources {
        let path = folder.path().join(source);
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.clone() + "# changed\n").unwrap();
        assert!(verify(folder.path()).unwrap_err().contains(source), "{source}");
        assert!(matches!(generate(&catalogue, &output, Mode::Check), Err(Error::Stale { .. })), "{source}");
        fs::write(&path, text.replace('\n', "\r\n")).unwrap();
        assert!(verify(folder.path()).is_ok(), "{source} with other line endings");
        fs::write(&path, text).unwrap();
    }
}

#[path = "../src/digest.rs"]
#[allow(dead_code)]
mod digest;

fn verify(folder: &Path) -> Result<Vec<String>, String> {
    digest::verify(folder, Path::new("generated/mod.rs"))
}

#[test]
fn mistakes_are_shown_where_they_are() {
    let report = report(&project(&[
        ("catalogue.yaml", MAIN),
        ("parts/words.yaml", &WORDS.replace("Mill", "Miller")),
        (
            "parts/mill.yaml",
            "- { code: 1, name: No_Beans, part: Miller }\n- { code: 3, nane: Stuck, part: Miler }\n",
        ),
        ("states.yaml", STATES),
        ("idle.yaml", IDLE),
    ]));
    expect![[r#"
        error[C0027]: the code `1` is given twice
          --> parts/mill.yaml:1:11
           |
         1 | - { code: 1, name: No_Beans, part: Miller }
           |           ^ second
           |
          ::: catalogue.yaml:15:17
           |
        15 |       - { code: 1, name: No_Water, part: Pump }
           |                 - first
           |
           = help: if both are names for one entry, make one of them an alias

        error[C0015]: unknown key `nane`
         --> parts/mill.yaml:2:14
          |
        2 | - { code: 3, nane: Stuck, part: Miler }
          |              ^^^^ no such key here
          |
        help: did you mean `name`?
          |
        2 - - { code: 3, nane: Stuck, part: Miler }
        2 + - { code: 3, name: Stuck, part: Miler }
          |

        error[C0055]: `Part` has no word `Miler`
         --> parts/mill.yaml:2:33
          |
        2 | - { code: 3, nane: Stuck, part: Miler }
          |                                 ^^^^^ unknown
          |
        help: did you mean `Miller`?
          |
        2 | - { code: 3, nane: Stuck, part: Miller }
          |                                    +

        error: 3 problems in catalogue.yaml and the files that it includes"#]]
    .assert_eq(&report);
}

#[test]
fn what_cannot_be_included_is_said() {
    let folder = project(&[
        (
            "catalogue.yaml",
            "\
path: coffee
version: \"1\"
include: [words.yaml, words.yaml, nothing.yaml, missing.yaml, ../up.yaml, /etc/passwd, a\\b.yaml, \"a\\nb.yaml\", list.yaml, empty.yaml, bytes.yaml, folder, bad.yaml]
enums:
  - name: Fault
    doc: What a coffee machine complains about.
    code: { type: u8 }
    include: [words.yaml, states.yaml]
    entries: [{ code: 1, name: No_Water }]
  - name: State
    doc: What it does.
    code: { type: u8 }
    include: 5
    entries: [{ code: 1, name: Idle }]
",
        ),
        ("words.yaml", "path: tea\ninclude: [more.yaml]\nvocabularies: many\nenums: { State: x }\n"),
        ("list.yaml", "- { code: 1, name: No_Water }\n"),
        ("empty.yaml", "# nothing\n"),
        ("nothing.yaml", "enums:\n"),
        ("states.yaml", "enums: []\n"),
        ("folder/x", ""),
        ("bad.yaml", "sources: &a {}\nenums:\n- name: *a\n"),
    ]);
    fs::write(folder.path().join("bytes.yaml"), b"\xff").unwrap();
    expect_file!["includes/refused.txt"].assert_eq(&report(&folder));
}

#[test]
fn a_source_is_given_once() {
    let report = report(&project(&[
        ("catalogue.yaml", &MAIN.replace("manual:", "notes:")),
        ("parts/words.yaml", WORDS),
        ("parts/mill.yaml", MILL),
        ("states.yaml", STATES),
        ("idle.yaml", IDLE),
    ]));
    expect![[r#"
        error[C0010]: the key `notes` is given twice
         --> parts/words.yaml:2:3
          |
        2 |   notes: { title: Notes, url: https://example.com/notes, date: "2024-03-01" }
          |   ^^^^^ second
          |
         ::: catalogue.yaml:5:3
          |
        5 |   notes: { title: Manual, url: https://example.com, date: "2024-02-29" }
          |   ----- first
          |
          = help: keep one of the two

        error: 1 problem in catalogue.yaml and the files that it includes"#]]
    .assert_eq(&report);
}

#[test]
fn a_key_without_a_value_is_said_beside_an_include() {
    let folder = project(&[
        (
            "catalogue.yaml",
            &MAIN
                .replace("    entries:\n      - { code: 1, name: No_Water, part: Pump }\n", "    entries:\n"),
        ),
        ("parts/words.yaml", WORDS),
        ("parts/mill.yaml", MILL),
        ("states.yaml", STATES),
        ("idle.yaml", IDLE),
    ]);
    expect![[r#"
        error[C0013]: `entries` has no value
          --> catalogue.yaml:14:5
           |
        14 |     entries:
           |     ^^^^^^^ nothing here
           |
           = help: give it a value or remove the key

        error: 1 problem in catalogue.yaml and the files that it includes"#]]
    .assert_eq(&report(&folder));
}
