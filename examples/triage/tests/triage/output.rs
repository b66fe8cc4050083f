//! What people see.

use expect_test::expect_file;
use intune_connector_catalogue::{DiagnosticCode, Locale};

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

/// Numbers that look like codes do not hide those that are documented.
#[test]
fn many_codes_are_cut_short() {
    let message: String = (0..2_000).map(|number| format!("0x{number:X} ")).collect();
    let record = format!(
        "{{\"Id\":1001,\"LogName\":\"Microsoft-Intune-CertificateConnectors/Admin\",\"Message\":\"{message}\"}}"
    );
    let frequent = record.replace(&message, "0x800706BA");
    let export = format!("{record}\n{frequent}\n{frequent}\n");
    let run = triage_file(&[], export.as_bytes());
    let codes: Vec<&str> = run.stdout.lines().map(str::trim).filter(|line| line.starts_with("0x")).collect();
    let documented = DiagnosticCode::ALL.iter().filter(|code| code.code() < 2_000).count();
    assert_eq!(codes.len(), documented + 5, "{}", run.stdout);
    assert!(codes[documented].starts_with("0x800706BA ×2"), "{}", run.stdout);
    assert!(run.stdout.contains(&format!("and {} more", 2_001 - codes.len())), "{}", run.stdout);
    assert_eq!(report(&[], export.as_bytes())["findings"][0]["codes"].as_array().unwrap().len(), 2_001);
}

/// More events than are told apart.
#[test]
fn what_is_not_told_apart_is_counted() {
    let record = |id: usize| {
        format!("{{\"Id\":{id},\"Level\":2,\"LogName\":\"Microsoft-Intune-CertificateConnectors/Admin\"}}\n")
    };
    let export: String = (20_000..30_010).map(record).collect();
    assert_eq!(report(&[], export.as_bytes())["untold"], 10);
    let run = triage_file(&["--lang", "ru"], export.as_bytes());
    assert!(run.stdout.contains("Записей событий сверх различаемого числа: 10."), "{:.500}", run.stdout);
}
