//! Every format of `catalogue export`, read back by something else, for every catalogue of this repository.
#![cfg(feature = "cli")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;

use catalogue_codegen::model::Catalogue;
use catalogue_codegen::record::{Record, records};
use expect_test::expect_file;
use serde_json::Value;

fn catalogues() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    let examples = ["awkward", "hresult", "shapes", "sqlstate", "steps"]
        .map(|name| folder.join(format!("tests/catalogues/{name}.yaml")));
    examples.into_iter().chain([folder.join("../catalogue.yaml")]).collect()
}

fn export(catalogue: &Path, format: &str) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    let output = command.args(["export", "--format", format]).arg(catalogue).output().unwrap();
    assert!(output.status.success(), "{}: {}", catalogue.display(), String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// All catalogues with their entries.
fn each(mut test: impl FnMut(&Path, &Catalogue, Vec<Record>)) {
    for path in catalogues() {
        let model = catalogue_codegen::check(&path).unwrap();
        let records = records(&model);
        assert!(!records.is_empty());
        test(&path, &model, records);
    }
}

#[test]
fn json_holds_every_entry() {
    each(|path, model, records| {
        let all: Value = serde_json::from_str(&export(path, "json")).unwrap();
        assert_eq!(all["version"], model.version);
        assert_eq!(all["entries"], serde_json::to_value(&records).unwrap());
        let lines: Vec<Value> =
            export(path, "jsonl").lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(Value::from(lines), all["entries"]);
    });
}

#[test]
fn csv_and_tsv_hold_every_entry() {
    each(|path, model, records| {
        for (format, delimiter) in [("csv", b','), ("tsv", b'\t')] {
            let text = export(path, format);
            let mut table = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(text.as_bytes());
            let rows: Vec<BTreeMap<String, String>> = table.deserialize().map(Result::unwrap).collect();
            assert_eq!(rows.len(), records.len(), "{}", path.display());
            for (row, record) in rows.iter().zip(&records) {
                assert_eq!((&row["enum"], &row["name"]), (&record.item, &record.name));
                assert_eq!(row["code"], record.code.clone().unwrap_or_default());
                assert_eq!(row["severity"], record.severity.unwrap_or_default());
                assert_eq!(row["aliases"], record.aliases.join("; "));
                for locale in &model.locales {
                    let text = |texts: &BTreeMap<String, String>| {
                        texts.get(&locale.tag).cloned().unwrap_or_default()
                    };
                    assert_eq!(row[&format!("description_{}", locale.tag)], text(&record.description));
                    assert_eq!(row[&format!("remediation_{}", locale.tag)], text(&record.remediation));
                }
                for (field, names) in &record.fields {
                    // Fields that are called as other columns bear a name of their own.
                    let own = format!("{field}_field");
                    assert_eq!(row[if row.contains_key(&own) { &own } else { field }], names.join("; "));
                }
            }
        }
    });
}

/// A code, as a number and as it is written, and a name are valid; what no entry has is not.
#[test]
fn the_json_schema_knows_every_entry() {
    each(|path, model, records| {
        let schema: Value = serde_json::from_str(&export(path, "json-schema")).unwrap();
        jsonschema::meta::validate(&schema).unwrap();
        for item in &model.enums {
            let mut one = schema.clone();
            // A pointer in a fragment.
            one["$ref"] = format!("#/$defs/{}", item.path()).into();
            let one = jsonschema::validator_for(&one).unwrap();
            for record in records.iter().filter(|record| record.item == item.path()) {
                assert!(one.is_valid(&record.name.clone().into()), "{}", record.name);
                assert!(record.code.iter().all(|code| one.is_valid(&code.clone().into())));
                let number = record.number.map(|number| serde_json::from_str(&number.to_string()).unwrap());
                assert!(number.is_none_or(|number| one.is_valid(&number)));
            }
            assert!(!one.is_valid(&"no entry has this name".into()) && !one.is_valid(&Value::Null));
        }
    });
}

/// Formats without a reader here: `.ci/exports.sh` loads the tables into SQLite.
#[test]
fn other_formats_look_as_before() {
    let path = catalogues().remove(0);
    expect_file!["exports/awkward.md.txt"].assert_eq(&export(&path, "markdown"));
    expect_file!["exports/awkward.html.txt"].assert_eq(&export(&path, "html"));
    expect_file!["exports/awkward.sql.txt"].assert_eq(&export(&path, "sql"));
    expect_file!["exports/awkward.splunk.txt"].assert_eq(&export(&path, "splunk"));
    expect_file!["exports/awkward.kql.txt"].assert_eq(&export(&path, "kql"));
}

/// A version may be any text, and what stands behind a comment's line is a query.
#[test]
fn the_comment_of_kusto_is_one_line() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("catalogue.yaml");
    let text = std::fs::read_to_string(&catalogues()[4]).unwrap();
    let line = text.lines().find(|line| line.starts_with("version:")).unwrap();
    std::fs::write(&file, text.replace(line, r#"version: "1\nlet x = 2""#)).unwrap();
    let table = export(&file, "kql");
    assert!(table.lines().nth(1).unwrap().ends_with(" = () {"), "{table}");
}

/// Every link of the page leads to an entry that is there, and no text of the author's is markup.
#[test]
fn links_of_the_page_have_targets() {
    each(|path, _, records| {
        let page = export(path, "html");
        let parts = |before: &str| -> Vec<String> {
            page.split(before).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let ids: Vec<String> =
            parts(" id=\"").iter().map(|id| html_escape::decode_html_entities(id).into_owned()).collect();
        let links = parts("href=\"#");
        assert!(links.len() > records.len());
        for link in links {
            let link = html_escape::decode_html_entities(&link);
            let id = percent_encoding::percent_decode_str(&link).decode_utf8().unwrap().into_owned();
            assert!(ids.contains(&id), "{}: {link}", path.display());
        }
        assert_eq!(page.matches("<article").count(), records.len());
        assert_eq!(page.matches("<script").count(), 1);
    });
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let catalogue = catalogues().remove(3);
    let write = |file: &Path| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
        command.args(["export", "--format", "splunk", "--output"]).arg(file).arg(&catalogue).output().unwrap()
    };
    let file = folder.path().join("codes.csv");
    assert!(write(&file).status.success());
    let stanza = std::fs::read_to_string(folder.path().join("transforms.conf")).unwrap();
    assert!(stanza.contains("filename = codes.csv\n"), "{stanza}");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 2);

    let output = write(&folder.path().join("missing/codes.csv"));
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).starts_with("error: cannot write "));
}

/// Exports a catalogue of one included file to a file in its folder; what it said, and that file's text before and after.
#[track_caller]
fn export_over(format: &str, output: &str, text: Option<&str>) -> (std::process::Output, String) {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str| folder.path().join(name);
    std::fs::create_dir(file("parts")).unwrap();
    std::fs::write(file("catalogue.yaml"), "path: coffee\nversion: \"1\"\ninclude: [parts/faults.yaml]\n")
        .unwrap();
    let part = "enums:\n  - name: Fault\n    doc: A fault.\n    code: { type: u8 }\n    entries:\n      - { code: 1, name: Dry }\n";
    std::fs::write(file("parts/faults.yaml"), part).unwrap();
    if let Some(text) = text {
        std::fs::write(file("transforms.conf"), text).unwrap();
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.current_dir(folder.path()).args(["export", "--format", format, "--output", output]);
    let run = command.output().unwrap();
    let watched = if text.is_some() { "transforms.conf" } else { output };
    (run, std::fs::read_to_string(file(watched)).unwrap_or_default())
}

#[test]
fn no_file_of_the_catalogue_is_overwritten() {
    for output in ["catalogue.yaml", "parts/faults.yaml", "parts/../catalogue.yaml"] {
        let (run, text) = export_over("csv", output, None);
        assert_eq!(run.status.code(), Some(2), "{output}");
        let message = String::from_utf8_lossy(&run.stderr);
        assert!(message.contains(" is a part of the catalogue and would be overwritten"), "{message}");
        assert!(!text.contains(",Dry,"), "{output}: {text}");
    }
}

#[test]
fn stanzas_of_others_stay() {
    let own = "[coffee]\nfilename = codes.csv\ncase_sensitive_match = false\n";
    let others = "[mine]\nfilename = x.csv\n";
    let (run, text) = export_over("splunk", "codes.csv", Some(others));
    assert_eq!(text, others);
    let message = String::from_utf8_lossy(&run.stderr).into_owned();
    assert_eq!(message, format!("transforms.conf is there already; add this to it:\n{own}"));
    let both = format!("{others}{own}");
    let (run, text) = export_over("splunk", "codes.csv", Some(&both));
    assert_eq!((text, run.stderr.len()), (both, 0));
}

#[test]
fn a_table_is_not_written_where_its_stanza_goes() {
    let others = "[mine]\nfilename = x.csv\n";
    let (run, text) = export_over("splunk", "transforms.conf", Some(others));
    assert_eq!((run.status.code(), text.as_str()), (Some(2), others));
    let message = String::from_utf8_lossy(&run.stderr);
    assert!(message.starts_with("error: cannot write transforms.conf: the stanza of the table"), "{message}");
}

#[cfg(unix)]
#[test]
fn what_a_link_points_to_is_written() {
    let folder = tempfile::tempdir().unwrap();
    let (link, target) = (folder.path().join("link.csv"), folder.path().join("target.csv"));
    std::fs::write(&target, "old").unwrap();
    std::os::unix::fs::symlink("target.csv", &link).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_catalogue"));
    command.args(["export", "--format", "csv", "--output"]).arg(&link).arg(catalogues().remove(3));
    assert!(command.status().unwrap().success());
    assert!(link.is_symlink());
    assert!(std::fs::read_to_string(&target).unwrap().len() > 3);
}
