//! When records were written, in all forms that tools give it.

use serde_json::Value;

use crate::{report, triage_file};

/// The first time that is read from a record with this one.
fn read(time: &str, zone: &str) -> Value {
    let export = table("TimeCreated", &[time]);
    let report = report(&["--tz", zone], export.as_bytes());
    let first = report["findings"][0]["first"].clone();
    assert_eq!(report["without_time"], u64::from(first.is_null()), "{time}");
    first
}

/// A table with a record for each time.
fn table(column: &str, times: &[&str]) -> String {
    let row = |time: &&str| format!("3001,Microsoft-Intune-CertificateConnectors/Admin,\"{time}\"\n");
    format!("Id,LogName,{column}\n{}", times.iter().map(row).collect::<String>())
}

/// No zone that is asked for changes a time that names its own.
#[test]
fn a_zone_behind_the_time_is_its_zone() {
    for time in [
        "2026-11-20T08:30:15Z",
        "2026-11-20 08:30:15Z",
        "2026-11-20T08:30:15 Z",
        "2026-11-20T10:30:15+02:00",
        "2026-11-20 11:30:15 +03:00",
        "2026-11-20 11:30:15 +0300",
        "2026-11-20 11:30:15 +03",
        "2026-11-20 08:30:15 +0000 UTC",
        "2026-11-20 08:30:15 UTC",
        "2026-11-20 08:30:15 GMT",
        "11/20/2026 12:30:15 AM -08:00",
        "11/20/2026 8:30:15 AM UTC",
        "20.11.2026 11:30:15 +03:00",
        "20.11.2026 8:30:15 Z",
        "1795163415",
        "1795163415000",
        "1795163415000000000",
        "/Date(1795163415000)/",
        "/Date(1795163415000+0300)/",
    ] {
        for zone in ["UTC", "Europe/Berlin"] {
            assert_eq!(read(time, zone), "2026-11-20T08:30:15Z", "{time} with {zone}");
        }
    }
}

#[test]
fn parts_of_a_second_are_kept() {
    for time in [
        "2026-11-20T08:30:15.123456789Z",
        "2026-11-20T08:30:15.12345678901Z",
        "2026-11-20 08:30:15.123456789 +00:00",
        "11/20/2026, 8:30:15.123456789 AM",
        "20.11.2026 8:30:15.123456789",
    ] {
        assert_eq!(read(time, "UTC"), "2026-11-20T08:30:15.123456789Z", "{time}");
    }
    assert_eq!(read("1795163415.123", "UTC"), "2026-11-20T08:30:15.123Z");
    // As the tools of Windows count and write them.
    assert_eq!(read("134396370151230000", "UTC"), "2026-11-20T08:30:15.123Z");
    assert_eq!(read("20261120083015", "UTC"), "2026-11-20T08:30:15Z");
    assert_eq!(read("20261120083015.123456+000", "UTC"), Value::Null);
    let fraction = "{\"Id\":3001,\"LogName\":\"Microsoft-Intune-CertificateConnectors/Admin\",\"timestamp\":1795163415.123}\n";
    assert_eq!(report(&[], fraction.as_bytes())["findings"][0]["first"], "2026-11-20T08:30:15.123Z");
    assert_eq!(read("20.11.2026 08:30:15,123", "UTC"), "2026-11-20T08:30:15.123Z");
    assert_eq!(read("20.11.2026 08:30:15.12345678901", "UTC"), "2026-11-20T08:30:15.123456789Z");
}

/// As people and their tools write them.
#[test]
fn carelessly_written_times() {
    for time in [
        "20.11.2026 8.30.15",
        "20-11-2026 08.30.15",
        "Nov 20, 2026 @ 08:30:15.000",
        "20.11.2026 8:30:15",
        "11/20/2026 8:30:15 AM,",
        "20.11.2026  08:30:15",
        "2026/11/20 8:30:15",
    ] {
        assert_eq!(read(time, "UTC"), "2026-11-20T08:30:15Z", "{time}");
    }
    assert_eq!(read("20.11.2026 8:5:3", "UTC"), "2026-11-20T08:05:03Z");
    // No seconds since 1970.
    assert_eq!(read("20261120", "UTC"), "2026-11-20T00:00:00Z");
}

#[test]
fn halves_of_a_day_begin_with_twelve() {
    for (hour, half, expected) in
        [(12, "AM", "00"), (1, "am", "01"), (12, "PM", "12"), (8, "p.m.", "20"), (11, "pm", "23")]
    {
        let time = format!("11/20/2026 {hour}:30:15 {half}");
        assert_eq!(read(&time, "UTC"), format!("2026-11-20T{expected}:30:15Z"), "{time}");
    }
}

#[test]
fn a_column_can_name_the_zone() {
    let export = table("TimeGenerated [UTC]", &["11/20/2026, 8:30:15.123 AM"]);
    let report = report(&["--tz", "Europe/Berlin"], export.as_bytes());
    assert_eq!(report["findings"][0]["first"], "2026-11-20T08:30:15.123Z");
    assert_eq!(report["time_zone_assumed"], false);
}

#[test]
fn the_order_of_day_and_month_can_be_said() {
    let export = table("TimeCreated", &["10/11/2026 08:30:15"]);
    let run = triage_file(&[], export.as_bytes());
    assert!(run.stdout.contains("--dates says which comes first"), "{}", run.stdout);
    for (order, day) in [("day-first", "2026-11-10"), ("month-first", "2026-10-11")] {
        let report = report(&["--dates", order], export.as_bytes());
        assert_eq!(report["findings"][0]["first"], format!("{day}T08:30:15Z"));
        // What the file tells counts.
        let export = table("TimeCreated", &["10/11/2026 08:30:15", "20/11/2026 08:30:15"]);
        let report = self::report(&["--dates", order], export.as_bytes());
        assert_eq!(report["findings"][0]["first"], "2026-11-10T08:30:15Z");
    }
}

/// A day of an order that nothing tells, and what is no time, are counted, and said where they hide a record.
#[test]
fn times_that_cannot_be_read_are_said() {
    let times = [
        "",
        "11/12/2026 8:30:15 AM",
        "yesterday",
        "2026-11-20T08:30:15+99:99",
        "25:00",
        "20.11.2026",
        "2026-11-20 08:30:15 +aéb",
        "2026-11-20 08:30:15 +1-:3",
        "2026-13-01 08:00",
        "20261320083015",
        // What some tools write for no time.
        "0001-01-01T00:00:00",
        "/Date(-62135596800000)/",
    ];
    for time in &times[1..] {
        assert_eq!(read(time, "UTC"), Value::Null, "{time}");
    }
    let export = table("TimeCreated", &times);
    let run = triage_file(&["--since", "2026-01-01"], export.as_bytes());
    assert!(run.stdout.contains("12 of 12, the time of 12 is not known\n"), "{}", run.stdout);
    assert!(run.stdout.contains("No record of a certificate connector lies between"), "{}", run.stdout);
    assert!(run.stdout.contains("Left out, since their time is not known: 12."), "{}", run.stdout);
    assert!(!run.stdout.contains("Times are UTC"), "{}", run.stdout);
}
