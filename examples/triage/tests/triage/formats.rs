//! Every event is found in every format, and nothing else is.

use std::collections::BTreeMap;

use intune_connector_catalogue::{ConnectorEvent, Generation, Severity};
use serde_json::Value;

use crate::records::{Row, rows};
use crate::{ADMIN, evtx, exports, findings, report, triage_file};

type Writer = fn(&[Row]) -> String;

/// The formats that are text, by name.
pub const TEXTS: &[(&str, Writer)] = &[
    ("event_viewer_xml", exports::event_viewer_xml),
    ("wevtutil_xml", exports::wevtutil_xml),
    ("evtx_dump_xml", exports::evtx_dump_xml),
    ("wevtutil_text", exports::wevtutil_text),
    ("old_wevtutil_text", exports::old_wevtutil_text),
    ("format_list", exports::format_list),
    ("long_format_list", exports::long_format_list),
    ("windows_powershell_json", exports::windows_powershell_json),
    ("powershell_7_json", exports::powershell_7_json),
    ("export_csv", exports::export_csv),
    ("typed_export_csv", exports::typed_export_csv),
    ("semicolon_csv", exports::semicolon_csv),
    ("bar_csv", exports::bar_csv),
    ("get_event_log_csv", exports::get_event_log_csv),
    ("kibana_csv", exports::kibana_csv),
    ("splunk_csv", exports::splunk_csv),
    ("splunk_raw", exports::splunk_raw),
    ("splunk_raw_csv", exports::splunk_raw_csv),
    ("splunk_json", exports::splunk_json),
    ("splunk_results", exports::splunk_results),
    ("nxlog_json", exports::nxlog_json),
    ("syslog_with_xml", exports::syslog_with_xml),
    ("event_viewer_csv", exports::event_viewer_csv),
    ("russian_event_viewer_csv", exports::russian_event_viewer_csv),
    ("spreadsheet_csv", exports::spreadsheet_csv),
    ("copied_details", exports::copied_details),
    ("evtx_dump_jsonl", exports::evtx_dump_jsonl),
    ("evtx_dump_json", exports::evtx_dump_json),
    ("separate_evtx_dump_jsonl", exports::separate_evtx_dump_jsonl),
    ("winlogbeat", exports::winlogbeat),
    ("old_winlogbeat", exports::old_winlogbeat),
    ("otel_body", exports::otel_body),
    ("otel_raw", exports::otel_raw),
    ("otlp_json", exports::otlp_json),
    ("raw_otlp_json", exports::raw_otlp_json),
    ("log_analytics_event", exports::log_analytics_event),
    ("log_analytics_windows_event", exports::log_analytics_windows_event),
    ("log_analytics_tables", exports::log_analytics_tables),
];

#[test]
fn every_event_is_found_in_every_text_format() {
    for (name, write) in TEXTS {
        finds_all(name, write(&rows()).as_bytes());
    }
}

#[test]
fn every_event_is_found_in_logs_of_windows() {
    finds_all("evtx", &evtx::evtx(&rows()));
}

#[test]
fn every_event_is_found_in_every_encoding() {
    let text = exports::russian_event_viewer_csv(&rows());
    let utf16 = |mark: &str, bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        format!("{mark}{text}").encode_utf16().flat_map(bytes).collect()
    };
    finds_all("UTF-8 with mark", format!("\u{feff}{text}").as_bytes());
    finds_all("UTF-16LE with mark", &utf16("\u{feff}", u16::to_le_bytes));
    finds_all("UTF-16BE with mark", &utf16("\u{feff}", u16::to_be_bytes));
    for (name, write) in TEXTS {
        let text = write(&rows());
        let bytes = |order: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(order).collect::<Vec<u8>>();
        finds_all(&format!("{name} in UTF-16LE"), &bytes(u16::to_le_bytes));
        finds_all(&format!("{name} in UTF-16BE"), &bytes(u16::to_be_bytes));
    }
}

/// A warning, or the rest of a record whose begin was cut off, stands before them.
#[test]
fn other_lines_do_not_hide_what_follows() {
    let rows = rows();
    for (name, write) in TEXTS {
        for line in ["WARNING: the log was not closed", "Channel\":\"Application\",\"EventID\":1000}", "\n"] {
            let report = report(&[], format!("{line}\n{}", write(&rows)).as_bytes());
            assert_eq!(report["records"], rows.len(), "{name} behind {line:?}: {report:.500}");
            assert!(report["unreadable"].as_u64() <= Some(1), "{name} behind {line:?}: {report:.500}");
        }
    }
    let excel = exports::semicolon_csv(&rows);
    finds_all("sep=", format!("sep=;\r\n{excel}").as_bytes());
    finds_all("two tables", format!("{excel}{}", excel.lines().next().unwrap()).as_bytes());
    let banner = format!("WARNING: a, b, c, d, and e\n{}", exports::export_csv(&rows));
    assert_eq!(report(&[], banner.as_bytes())["records"], rows.len());
    for id in ["Id", "EventID", "EventCode", "event_id"] {
        let banner = format!("Exported today\n{{\"{id}\":1001,\"LogName\":\"{ADMIN}\"}}\n");
        assert_eq!(report(&[], banner.as_bytes())["records"], 1, "{id}");
    }
    // Crashes leave gaps of zeros.
    finds_all("zeros", format!("{}\n{}", "\0".repeat(4096), exports::winlogbeat(&rows)).as_bytes());
}

/// Lines of other formats do not make a text one of them.
#[test]
fn texts_may_hold_anything() {
    for (before, line) in [
        (1, "<html><body>"),
        (1, "{\"error\":\"x\"}"),
        (1, "[]"),
        (0, "<![LOG[PkcsRequestFailure]LOG]!><time=\"08:30\">"),
        (1, "<![LOG[PkcsRequestFailure]LOG]!><time=\"08:30\">"),
        (0, "<34>1 2026-11-20T08:30:15Z host"),
        (0, "one, two, three, four, five"),
        (70, "Id : 5\nLogName: Application"),
    ] {
        let text = "2026-11-20 INFO start\n".repeat(before) + line + "\n2026-11-20 PkcsCertIssue_Failure\n";
        let report = report(&[], text.as_bytes());
        let is_found = findings(&report).iter().any(|finding| finding["id"] == 20102);
        assert!(is_found, "{before} lines, {line}: {report:.500}");
    }
}

/// What stands in an object before the key that tells the format.
#[test]
fn the_key_of_a_format_may_stand_anywhere() {
    let rows = rows();
    let otlp =
        exports::otlp_json(&rows).replace("{\"resourceLogs\"", "{\"schemaUrl\":\"x\",\"resourceLogs\"");
    finds_all("OTLP", otlp.as_bytes());
    let tables = exports::log_analytics_tables(&rows).replacen('{', "{\"statistics\":{},", 1);
    finds_all("Log Analytics", tables.as_bytes());
    let old = exports::otlp_json(&rows)
        .replace("scopeLogs", "instrumentationLibraryLogs")
        .replace("logRecords", "logs");
    finds_all("OTLP before 2022", old.as_bytes());
    let both =
        exports::otlp_json(&rows).replace("\"scopeLogs\"", "\"instrumentationLibraryLogs\":[],\"scopeLogs\"");
    finds_all("OTLP with both names", both.as_bytes());
    let other = report(&[], b"{\"tables\":5,\"resourceLogs\":5}\n");
    assert_eq!(other["unreadable"], 1);
}

/// Elastic has the id twice; some shippers leave out the one of Windows.
#[test]
fn the_copy_of_the_id_is_enough() {
    finds_all("event.code", exports::winlogbeat(&rows()).replace("\"event_id\"", "\"other\"").as_bytes());
}

/// Where the channel is not said, the provider is.
#[test]
fn the_name_of_the_provider_is_enough() {
    for (name, write) in
        TEXTS.iter().filter(|(name, _)| ["winlogbeat", "otel_raw", "otel_body"].contains(name))
    {
        finds_all(name, write(&rows()).replace("\"channel\"", "\"other\"").as_bytes());
    }
}

/// Shown where it says what the name of the event does not.
#[test]
fn the_category_is_read_in_every_format_that_has_it() {
    let rows: Vec<Row> = rows().into_iter().map(|row| Row { task: "Renewal", ..row }).collect();
    for (name, write) in TEXTS {
        let text = write(&rows);
        let shown = triage_file(&[], text.as_bytes()).stdout.contains("Task category: Renewal");
        assert_eq!(shown, text.contains("Renewal"), "{name}");
    }
}

/// Lists inside of other objects.
#[test]
fn records_may_be_wrapped() {
    let rows = rows();
    let powershell = exports::windows_powershell_json(&rows);
    finds_all("PowerShell", format!("{{\"value\": {powershell}, \"Count\": {}}}", rows.len()).as_bytes());
    let hits: Vec<String> = exports::winlogbeat(&rows)
        .lines()
        .map(|line| format!("{{\"_index\":\"x\",\"_id\":\"1\",\"_source\":{line}}}"))
        .collect();
    let answer =
        format!("{{\"took\":1,\"hits\":{{\"total\":{{\"value\":3}},\"hits\":[{}]}}}}", hits.join(","));
    finds_all("Elasticsearch", answer.as_bytes());
    let strange = "{\"value\":[1,{\"Id\":1001,\"LogName\":\"Application\"},{}],\"Count\":3}";
    let report = report(&[], strange.as_bytes());
    assert_eq!((&report["records"], &report["unreadable"]), (&1.into(), &2.into()), "{report}");
}

/// By name, since that is all there is.
#[test]
fn every_event_is_found_in_plain_text() {
    for event in ConnectorEvent::ALL {
        let text =
            format!("Who knows what this means?\r\n\t{}: DiagnosticException: 0x00000400.\r\n", event.name());
        let report = report(&[], text.as_bytes());
        let finding = &report["findings"][0];
        assert_eq!((&report["connector"], finding["name"].as_str()), (&1.into(), Some(event.name())));
        assert_eq!(finding["codes"][0]["code"], "0x00000400");
    }
}

#[test]
fn codes_without_an_event_are_explained() {
    let report = report(&[], b"DiagnosticException: 0x0FFFFFFFF. (Exception from HRESULT: 0x800706BA)\n");
    assert_eq!(report["connector"], 0);
    assert_eq!(report["loose_codes"][0]["name"], "Unknown_Error");
    assert_eq!(report["loose_codes"][1]["code"], "0x800706BA");
}

/// Each event once, with its facts and its codes; no record of another program.
#[track_caller]
fn finds_all(format: &str, content: &[u8]) {
    let rows = rows();
    let report = report(&[], content);
    let foreign = rows.iter().filter(|row| row.is_foreign()).count();
    assert_eq!(report["unreadable"], 0, "{format}: {report:.500}");
    assert_eq!((&report["records"], &report["foreign"]), (&rows.len().into(), &foreign.into()), "{format}");
    assert_eq!(report["connector"], ConnectorEvent::ALL.len(), "{format}");

    let findings = findings(&report);
    assert_eq!(findings.len(), ConnectorEvent::ALL.len(), "{format}");
    let by_name: BTreeMap<(&str, &str), &Value> = findings
        .iter()
        .map(|finding| ((finding["connector"].as_str().unwrap(), finding["name"].as_str().unwrap()), finding))
        .collect();
    for event in ConnectorEvent::ALL {
        let generation = match event.generation() {
            Generation::Legacy => "legacy",
            Generation::Unified => "unified",
        };
        let finding =
            by_name.get(&(generation, event.name())).unwrap_or_else(|| panic!("{format}: {event:#}"));
        let place = format!("{format}: {event:#}: {finding}");
        assert_eq!((&finding["id"], &finding["count"]), (&event.id().into(), &1.into()), "{place}");
        assert_eq!(finding["severity"], event.severity().name(), "{place}");
        assert_eq!(finding["scenario"], event.scenario().name(), "{place}");
        assert_eq!(finding["channel"].as_str(), event.channel().map(|channel| channel.name()), "{place}");
        assert_eq!(finding["first"], "2026-11-20T08:30:15Z", "{place}");
        assert_eq!(finding["first"], finding["last"], "{place}");
        // Each code once a record, however often it stands there; what is too long is no code.
        let codes: Vec<&str> =
            finding["codes"].as_array().unwrap().iter().map(|code| code["code"].as_str().unwrap()).collect();
        assert_eq!(codes, ["0x00000400", "0x800706BA"], "{place}");
        assert_eq!(finding["codes"][0]["name"], "PKCS_Issue_CA_Unavailable", "{place}");
        assert_eq!(
            (&finding["codes"][0]["count"], &finding["codes"][1]["name"]),
            (&1.into(), &Value::Null),
            "{place}"
        );
    }
}

/// The worst first: severity, then count, then id.
#[test]
fn findings_are_in_order() {
    let report = report(&[], exports::winlogbeat(&rows()).as_bytes());
    let order: Vec<_> = findings(&report)
        .iter()
        .map(|finding| {
            let severity: Severity = finding["severity"].as_str().unwrap().parse().unwrap();
            (std::cmp::Reverse((severity, finding["count"].as_u64())), finding["id"].as_u64())
        })
        .collect();
    assert!(order.is_sorted(), "{order:?}");
}

/// As old systems end lines, or a part of them.
#[test]
fn every_line_end_is_one() {
    for (name, write) in TEXTS {
        let text = write(&rows()).replace("\r\n", "\n");
        finds_all(name, text.replace('\n', "\r").as_bytes());
        finds_all(name, text.replace('\n', "\r\r\n").as_bytes());
    }
    let mixed = format!("Id,LogName\r3001,{ADMIN}\n1001,{ADMIN}\r2001,{ADMIN}\r\n4001,{ADMIN}\r");
    assert_eq!(report(&[], mixed.as_bytes())["connector"], 4);
    // The end of a part that is read may stand within a line end.
    let rows: String = (0..200_000).map(|_| format!("3001,{ADMIN}\r\n")).collect();
    for begin in ["Id,LogName\r\n", "Id,LogName \r\n"] {
        assert_eq!(report(&[], format!("{begin}{rows}").as_bytes())["connector"], 200_000);
    }
}
