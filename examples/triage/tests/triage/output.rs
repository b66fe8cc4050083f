//! What people see.

use expect_test::expect_file;
use intune_connector_catalogue::Locale;

use crate::records::{Row, rows};
use crate::run::{check, command, finish};
use crate::{exports, report, triage_file};

#[test]
fn the_sample_shows_everything() {
    let triage = |arguments: &[&str]| finish(command("triage").args(arguments), b"");
    check(&triage(&[]), expect_file!["golden/sample-en.txt"]);
    check(&triage(&["--lang", "ru"]), expect_file!["golden/sample-ru.txt"]);
    check(&triage(&["--format", "json"]), expect_file!["golden/sample.json.txt"]);
}

#[test]
fn colours_are_only_where_they_are_wanted() {
    let escapes = |variables: &[(&str, &str)]| {
        finish(command("triage").envs(variables.iter().copied()), b"").stdout.contains('\x1b')
    };
    assert!(!escapes(&[]));
    assert!(escapes(&[("CLICOLOR_FORCE", "1")]));
    assert!(!escapes(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]));
}

#[test]
fn every_line_fits_and_ends_where_its_text_ends() {
    let export = exports::winlogbeat(&rows());
    for locale in Locale::ALL {
        let run = triage_file(&["--lang", locale.tag()], export.as_bytes());
        for line in run.stdout.lines() {
            assert!(textwrap::core::display_width(line) <= 100, "{locale}: {line:?}");
            assert_eq!(line, line.trim_end(), "{locale}");
        }
    }
}

#[test]
fn nothing_found_is_said() {
    let run = triage_file(&[], b"Nothing to see here.\n");
    assert_eq!(
        (run.code, run.stdout.lines().last()),
        (Some(0), Some("Nothing of the certificate connectors was found."))
    );
}

#[test]
fn computers_that_differ_in_case_are_one() {
    let computers = |names: [&'static str; 3]| {
        let named = |name| Row { computer: name, ..rows().remove(0) };
        let report = report(&[], exports::winlogbeat(&names.map(named)).as_bytes());
        report["findings"][0]["computers"].as_u64()
    };
    assert_eq!(computers(["CA01.example.org", "ca01.example.org", "Ca01.Example.Org"]), Some(1));
    assert_eq!(computers(["CA01.example.org", "ca02.example.org", "Ca01.Example.Org"]), Some(2));
}
