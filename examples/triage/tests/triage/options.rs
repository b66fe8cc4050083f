//! What the options do.

use intune_connector_catalogue::{ConnectorEvent, Scenario};
use serde_json::Value;

use crate::records::{Row, rows};
use crate::run::{check, command, finish};
use crate::{exports, file, findings, parsed, report, triage_file};

fn names(report: &Value) -> Vec<&str> {
    findings(report).iter().filter_map(|finding| finding["name"].as_str()).collect()
}

#[test]
fn findings_are_narrowed_by_severity_and_scenario() {
    let export = exports::winlogbeat(&rows());
    let errors = report(&["--min-severity", "error"], export.as_bytes());
    assert!(findings(&errors).iter().all(|finding| finding["severity"] == "error"));
    assert_eq!(errors["connector"], ConnectorEvent::ALL.len());
    let scep = report(&["--scenario", "scep", "--scenario", "pkcs import"], export.as_bytes());
    let mut scenarios: Vec<_> =
        findings(&scep).iter().map(|finding| finding["scenario"].as_str().unwrap()).collect();
    scenarios.sort_unstable();
    scenarios.dedup();
    assert_eq!(scenarios, ["PKCS Import", "SCEP"]);
    assert_eq!(scep["scenarios"].as_array().unwrap().len(), 2);
}

/// Admin has an event for each request; the steps of Operational do not count twice.
#[test]
fn requests_are_counted_once() {
    let all = report(&[], exports::winlogbeat(&rows()).as_bytes());
    let mut scenarios = all["scenarios"].as_array().unwrap().iter();
    let revocation = scenarios.find(|it| it["scenario"] == "Revocation").unwrap();
    // Admin: 3000 and 3001. Legacy: 20200 to 20202.
    assert_eq!((&revocation["succeeded"], &revocation["failed"]), (&2.into(), &2.into()), "{revocation}");
    assert_eq!(revocation["retrying"], 1, "{revocation}");
    assert_eq!(revocation["last_success"], "2026-11-20T08:30:15Z");
}

/// Where the Admin log is not among the files, nothing is said of requests.
#[test]
fn steps_alone_tell_no_requests() {
    let steps: Vec<Row> = rows()
        .into_iter()
        .filter(|row| row.channel.ends_with("/Operational") && row.event.is_some())
        .collect();
    let run = triage_file(&["--scenario", "pkcs"], exports::winlogbeat(&steps).as_bytes());
    let counts: Vec<&str> =
        run.stdout.lines().find(|line| line.starts_with("PKCS")).unwrap().split_whitespace().collect();
    assert_eq!(counts, ["PKCS", "-", "-", "1", "-"]);
    assert!(run.stdout.contains("Requests are counted from the Admin log"), "{}", run.stdout);
    assert_eq!(report(&[], exports::winlogbeat(&steps).as_bytes())["requests"], 0);
    let run = triage_file(&["--scenario", "pkcs"], exports::winlogbeat(&rows()).as_bytes());
    assert!(!run.stdout.contains("Admin log,"), "{}", run.stdout);
}

/// Codes in texts that name no event are as bad as they are documented; nothing tells their scenario and time.
#[test]
fn loose_codes_are_narrowed_too() {
    let text = b"DiagnosticException: 0x00000400 and 0x800706BA\n";
    let codes = |arguments: &[&str]| {
        let run = triage_file(&[arguments, &["--format", "json"]].concat(), text);
        (parsed(&run)["loose_codes"].as_array().unwrap().len(), run.code)
    };
    assert_eq!(codes(&[]), (2, Some(1)));
    assert_eq!(codes(&["--min-severity", "error"]), (1, Some(1)));
    for narrow in [["--scenario", "scep"], ["--since", "2026-01-01"], ["--until", "2026-01-01"]] {
        assert_eq!(codes(&narrow), (0, Some(0)), "{narrow:?}");
    }
    assert_eq!(triage_file(&[], b"0x00000000 0x800706BA\n").code, Some(0));
}

fn at(times: &[&str]) -> String {
    let record = |time: &&str| {
        format!(
            "{{\"Id\":1001,\"LogName\":\"Microsoft-Intune-CertificateConnectors/Admin\",\"TimeCreated\":\"{time}\"}}\n"
        )
    };
    times.iter().map(record).collect()
}

#[test]
fn records_are_narrowed_by_time() {
    let export =
        at(&["2026-11-19T23:59:59Z", "2026-11-20T00:00:00Z", "2026-11-20T23:59:59Z", "2026-11-21T00:00:00Z"]);
    let count = |arguments: &[&str]| report(arguments, export.as_bytes())["findings"][0]["count"].clone();
    assert_eq!(count(&["--since", "2026-11-20"]), 3);
    assert_eq!(count(&["--until", "2026-11-20"]), 3);
    assert_eq!(count(&["--since", "2026-11-20", "--until", "2026-11-20"]), 2);
    assert_eq!(count(&["--since", "2026-11-20T23:59:59Z"]), 2);
    // The last day that a calendar of four digits has ends behind the last moment that there is.
    assert_eq!(count(&["--since", "9999-12-31"]), serde_json::Value::Null);
    assert_eq!(count(&["--until", "9999-12-31"]), 4);
    assert_eq!(count(&["--since", "2026-11-21T00:59:59[Europe/Berlin]"]), 2);
    let wrong = triage_file(&["--since", "2026-11-21T00:59:59[Mars]"], export.as_bytes());
    assert!(wrong.code == Some(2) && wrong.stderr.contains("Mars"), "{}", wrong.stderr);
    // The last hour of that day comes twice.
    let night = at(&["2026-10-29T20:30:00Z", "2026-10-29T21:30:00Z", "2026-10-29T22:30:00Z"]);
    for day in ["2026-10-29", "2026-10-29T23:59:59"] {
        let report = report(&["--tz", "Africa/Cairo", "--until", day], night.as_bytes());
        assert_eq!(report["findings"][0]["count"], 2, "{day}");
    }
    // One hour earlier in Berlin than in Greenwich.
    assert_eq!(count(&["--until", "2026-11-20", "--tz", "Europe/Berlin"]), 2);
}

#[test]
fn times_without_a_zone_are_read_in_the_one_that_is_given() {
    let export = at(&["2026-07-20T12:00:00"]);
    let utc = report(&[], export.as_bytes());
    assert_eq!(
        (&utc["time_zone_assumed"], &utc["findings"][0]["first"]),
        (&true.into(), &"2026-07-20T12:00:00Z".into())
    );
    let berlin = report(&["--tz", "Europe/Berlin"], export.as_bytes());
    assert_eq!(berlin["findings"][0]["first"], "2026-07-20T10:00:00Z");
    let certain = report(&["--tz", "Europe/Berlin"], at(&["2026-07-20T12:00:00Z"]).as_bytes());
    assert_eq!(
        (&certain["time_zone_assumed"], &certain["findings"][0]["first"]),
        (&false.into(), &"2026-07-20T12:00:00Z".into())
    );
}

/// The order of day and month is one for a file; without a clue the time is left out.
#[test]
fn ambiguous_days_are_decided_by_the_file() {
    let csv = |times: &[&str]| {
        let rows: String = times
            .iter()
            .map(|time| format!("Error,{time},Microsoft-Intune-CertificateConnectors,1001,None,\"x\"\r\n"))
            .collect();
        format!("Level,Date and Time,Source,Event ID,Task Category\r\n{rows}")
    };
    let first = |times: &[&str]| report(&[], csv(times).as_bytes())["findings"][0]["first"].clone();
    assert_eq!(first(&["03/04/2026 10:00:00", "03/25/2026 10:00:00"]), "2026-03-04T10:00:00Z");
    assert_eq!(first(&["03/04/2026 10:00:00", "25/04/2026 10:00:00"]), "2026-04-03T10:00:00Z");
    assert_eq!(first(&["03/04/2026 10:00:00"]), Value::Null);
    assert_eq!(first(&["04/04/2026 12:30:00 AM"]), "2026-04-04T00:30:00Z");
    assert_eq!(first(&["3.4.2026 22:00"]), "2026-04-03T22:00:00Z");
}

/// An undocumented id counts as what its records say it is.
#[test]
fn undocumented_events_go_by_their_level() {
    let record = |level: u8| {
        format!(
            "{{\"Id\":1999,\"LogName\":\"microsoft-intune-certificateconnectors/OPERATIONAL\",\"Level\":{level},\
             \"Message\":\"0x00000401\"}}"
        )
    };
    let both = report(&[], format!("{}\n{}\n", record(3), record(2)).as_bytes());
    let finding = &both["findings"][0];
    assert_eq!(
        (&finding["id"], &finding["name"], &finding["severity"]),
        (&1999.into(), &Value::Null, &Value::Null)
    );
    assert_eq!((&finding["level"], &finding["scenario"]), (&2.into(), &"PKCS".into()));
    assert_eq!((&finding["channel"], &finding["outcome"]), (&"Operational".into(), &Value::Null));
    assert_eq!(triage_file(&[], record(4).as_bytes()).code, Some(0));
    assert_eq!(triage_file(&[], record(3).as_bytes()).code, Some(1));
    assert_eq!(names(&report(&["--min-severity", "error"], record(3).as_bytes())), [""; 0]);
}

/// However a tool writes the number.
#[test]
fn ids_are_read_in_every_form() {
    let channel = "Microsoft-Intune-CertificateConnectors/Admin";
    let records = [
        format!("{{\"LogName\":\"{channel}\",\"Id\":1001}}"),
        format!("{{\"LogName\":\"{channel}\",\"Id\":1001.0}}"),
        format!("{{\"LogName\":\"{channel}\",\"Id\":\"1001\"}}"),
        format!("{{\"Event\":{{\"System\":{{\"Channel\":\"{channel}\",\"EventID\":{{\"#text\":1001}}}}}}}}"),
    ];
    for record in records {
        assert_eq!(names(&report(&[], record.as_bytes())), ["PkcsRequestFailure"], "{record}");
    }
}

#[test]
fn texts_are_in_the_language_that_is_asked_for() {
    let export = at(&["2026-11-20T00:00:00Z"]);
    let russian = report(&["--lang", "ru-RU"], export.as_bytes());
    assert!(russian["findings"][0]["description"].as_str().unwrap().contains("Запрос"));
    let english = report(&[], export.as_bytes());
    assert!(english["findings"][0]["remediation"].as_str().unwrap().is_ascii());
}

#[test]
fn the_exit_code_tells_how_it_stands() {
    let code = |id: u16| {
        let record = format!("{{\"Id\":{id},\"LogName\":\"Microsoft-Intune-CertificateConnectors/Admin\"}}");
        triage_file(&[], record.as_bytes()).code
    };
    assert_eq!((code(1000), code(1001)), (Some(0), Some(1)));
    assert_eq!(triage_file(&["--scenario", "scep"], at(&["2026-11-20T00:00:00Z"]).as_bytes()).code, Some(0));
    let missing = finish(command("triage").arg("no-such-file"), b"");
    assert_eq!(missing.code, Some(2));
}

/// One file that cannot be read does not hide the others, and neither does its kind.
#[test]
fn several_files_of_several_kinds_are_one_report() {
    let rows: Vec<Row> = rows();
    let (_one, xml) = file("a.txt", exports::wevtutil_xml(&rows).as_bytes());
    let (_two, evtx) = file("b.txt", &crate::evtx::evtx(&rows));
    let arguments = ["--format", "json", "no-such-file", "-"];
    let run =
        finish(command("triage").args(arguments).args([xml, evtx]), exports::otlp_json(&rows).as_bytes());
    let report = parsed(&run);
    let events = 3 * ConnectorEvent::ALL.len();
    assert_eq!((&report["connector"], &report["foreign"]), (&events.into(), &(2 * events).into()));
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.starts_with("no-such-file: "), "{}", run.stderr);
}

#[test]
fn other_encodings_are_named() {
    let text = "Ошибка;Сбой\r\nЗапрос PkcsRequestFailure завершился ошибкой 0x00000400\r\n";
    let (bytes, _, _) = encoding_rs::IBM866.encode(text);
    let report = report(&["--encoding", "ibm866"], &bytes);
    assert_eq!(names(&report), ["PkcsRequestFailure"]);
    // What is UTF-8 or UTF-16 is not read in another one.
    let text = format!(
        "Id,LogName,LevelDisplayName\n1999,Microsoft-Intune-CertificateConnectors/Admin,{}\n",
        "Ошибка"
    );
    let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [text.as_bytes(), &utf16] {
        assert_eq!(self::report(&["--encoding", "windows-1251"], bytes)["findings"][0]["level"], 2);
    }
    let (bytes, _, _) = encoding_rs::WINDOWS_1251.encode(&text);
    assert_eq!(self::report(&["--encoding", "windows-1251"], &bytes)["findings"][0]["level"], 2);
    let wrong = triage_file(&["--encoding", "klingon"], b"");
    assert_eq!(wrong.code, Some(2));
}

#[test]
fn wrong_usage_is_refused() {
    use expect_test::expect_file;
    let triage = |arguments: &[&str]| finish(command("triage").args(arguments), b"");
    check(&triage(&["--help"]), expect_file!["golden/help.txt"]);
    check(&triage(&["--tz", "Mars/Olympus"]), expect_file!["golden/wrong-zone.txt"]);
    check(&triage(&["--since", "yesterday"]), expect_file!["golden/wrong-time.txt"]);
    check(&triage(&["--scenario", "nope"]), expect_file!["golden/wrong-scenario.txt"]);
    let help = triage(&["--help"]).stdout;
    for scenario in Scenario::ALL {
        assert!(help.contains(&scenario.name().to_lowercase()), "{scenario}");
    }
    let span = ["--since", "2026-11-21", "--until", "2026-11-20"];
    check(&triage(&span), expect_file!["golden/wrong-span.txt"]);
}
