//! What is joined, cut off, or says too little: nothing of it is lost without a word.

use serde_json::Value;

use crate::records::{Row, rows};
use crate::{ADMIN, counts, evtx, exports, findings, report, triage_file};

/// How many codes each finding has.
fn codes(report: &Value) -> Vec<usize> {
    findings(report).iter().map(|it| it["codes"].as_array().unwrap().len()).collect()
}

/// Two records of another format behind some of the first.
#[test]
fn joined_formats_are_said() {
    let rows = rows();
    let others = [
        exports::winlogbeat(&rows[..2]),
        exports::wevtutil_text(&rows[..2]),
        exports::export_csv(&rows[..2]),
    ];
    for write in [exports::wevtutil_xml, exports::evtx_dump_xml, exports::export_csv, exports::winlogbeat] {
        for (at, other) in others.iter().enumerate() {
            let first = write(&rows[..6]);
            if other.get(..20) == first.get(..20) {
                continue;
            }
            let ((records, unreadable), said) = counts(format!("{first}\n{other}").as_bytes());
            // Some of the others are records by the names that they hold.
            let is_said = unreadable > 0 || records > 6;
            assert!(records >= 6 && is_said, "{at}: {first:.200}{said}");
        }
    }
}

/// The first line of text between events is named, once for each gap.
#[test]
fn text_between_events_is_named() {
    let events: Vec<String> = rows()[..3].iter().map(exports::event_xml).collect();
    let text =
        format!("banner\n{}\nlost\nlost, too\n{}\n<!-- not lost -->\n{}\n", events[0], events[1], events[2]);
    let (found, said) = counts(text.as_bytes());
    assert_eq!(found, (3, 1), "{said}");
    let line = 3 + events[0].matches('\n').count();
    assert!(said.contains(&format!("line {line}: text that belongs to no event")), "{said}");
    // However long the gap is.
    let long = format!("{}\n{}", events[0], "lost\n".repeat(100_000));
    assert_eq!(report(&[], long.as_bytes())["unreadable"], 1);
}

#[test]
fn an_unknown_entity_is_said() {
    let event = exports::event_xml(&rows()[0]).replace("<Computer>", "<Computer>&p;");
    let run = triage_file(&[], event.as_bytes());
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("line 1: not XML: nothing says what &p; is"), "{}", run.stderr);
}

/// The begin of a file that `tail` has cut.
#[test]
fn whole_records_behind_a_cut_are_found() {
    let rows = &rows()[..9];
    for (name, write) in [
        ("XML", exports::event_viewer_xml as fn(&[Row]) -> String),
        ("pretty JSON", exports::windows_powershell_json),
        ("JSON lines", exports::winlogbeat),
        ("CSV", exports::export_csv),
        ("text", exports::wevtutil_text),
    ] {
        let whole = write(rows);
        for begin in [200, 300, 400] {
            let begin = (begin..).find(|at| whole.is_char_boundary(*at)).unwrap();
            let ((records, unreadable), said) = counts(&whole.as_bytes()[begin..]);
            assert!(records + unreadable >= 7, "{name} from {begin}: {said}");
        }
    }
}

/// PowerShell says what went wrong in several lines, before the records.
#[test]
fn errors_of_powershell_stand_before_records() {
    let error = "Get-WinEvent : No events were found that match the specified selection criteria.\n\
                 At line:1 char:1\n+ Get-WinEvent -LogName X\n+ ~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : \
                 ObjectNotFound: (:) [Get-WinEvent], Exception\n    + FullyQualifiedErrorId : NoMatchingEventsFound\n \n";
    let json = exports::powershell_7_json(&rows());
    assert_eq!(report(&[], format!("{error}{json}").as_bytes())["records"], rows().len());
}

/// Where neither log nor provider is named, `--log` says which it is.
#[test]
fn a_log_can_be_named() {
    let table = "TimeCreated,Id,LevelDisplayName,Message\n2026-11-20T08:30:15Z,3001,Error,x\n";
    let list = "\nTimeCreated      : 2026-11-20T08:30:15Z\nId               : 3001\nLevelDisplayName : Error\nMessage          : x\n";
    let json = "{\"TimeCreated\":\"2026-11-20T08:30:15Z\",\"Id\":3001,\"Message\":\"x\"}\n";
    for text in [table, list, json, &json.replace("{", "[{").replace("}", "}]")] {
        let run = triage_file(&[], text.as_bytes());
        assert_eq!(run.code, Some(2), "{text}");
        assert!(run.stderr.contains("without its log or provider; --log names one"), "{text}{}", run.stderr);
        for log in ["admin", ADMIN] {
            let report = report(&["--log", log], text.as_bytes());
            let finding = &report["findings"][0];
            assert_eq!(
                (&finding["name"], &finding["first"]),
                (&"RevokeRequestFailure".into(), &"2026-11-20T08:30:15Z".into()),
                "{text}"
            );
        }
        assert_eq!(report(&["--log", "Application"], text.as_bytes())["foreign"], 1, "{text}");
    }
    // A provider is no log: forwarders write their own.
    let forwarded = "{\"Id\":1001,\"ProviderName\":\"Forwarder\"}";
    assert_eq!(report(&["--log", "admin"], forwarded.as_bytes())["connector"], 1);
    assert_eq!(report(&[], forwarded.as_bytes())["connector"], 0);
    // What names its log keeps it.
    let table = format!("Id,LogName\n3001,{ADMIN}\n3001,Application\n3001,\n");
    assert_eq!(report(&["--log", "admin"], table.as_bytes())["connector"], 2);
}

/// Lines that report an event by its id alone.
#[test]
fn lines_of_other_tools_are_said() {
    for line in [
        "Nov 20 08:30:15 host Microsoft-Intune-CertificateConnectors[4]: 3001 The revocation failed",
        "2026-11-20 08:30:15\tMicrosoft Intune Connector\t20102\tfailed",
    ] {
        let run = triage_file(&[], format!("start\n{line}\n").as_bytes());
        assert_eq!(run.code, Some(2), "{line}");
        assert!(
            run.stderr.contains("line 2: it names a connector and an id, but no event"),
            "{}",
            run.stderr
        );
    }
    let run =
        triage_file(&[], b"The Microsoft Intune Connector service entered the running state in 20103 ms\n");
    assert_eq!((run.code, run.stderr.contains("line 1")), (Some(0), false), "{}", run.stderr);
}

/// As many as there are, not one for all.
#[test]
fn parts_that_are_no_records_are_counted() {
    let rows = "[\"2026-11-20T08:30:15Z\",3001],".repeat(7);
    let table = format!(
        "{{\"tables\":[{{\"name\":\"T\",\"columns\":[{{\"name\":\"TimeGenerated\"}},{{\"name\":\"EventID\"}}],\"rows\":[{}]}}]}}",
        rows.trim_end_matches(',')
    );
    let record = "{\"body\":{\"stringValue\":\"x\"}},".repeat(7);
    let otlp = format!(
        "{{\"resourceLogs\":[{{\"scopeLogs\":[{{\"logRecords\":[{}]}}]}}]}}",
        record.trim_end_matches(',')
    );
    let object = "{\"Id\":5},".repeat(7);
    let wrapped = format!("{{\"value\":[{}]}}", object.trim_end_matches(','));
    for text in [table, otlp, wrapped] {
        assert_eq!(report(&[], text.as_bytes())["unreadable"], 7, "{text}");
    }
    let run = triage_file(&[], b"{\"event\":{\"kind\":\"event\"}}\n");
    assert!(run.stderr.contains("line 1: an object without an event's id"), "{}", run.stderr);
}

#[test]
fn zeros_here_and_there_hide_nothing() {
    let lines = exports::winlogbeat(&rows());
    let text = format!("{lines}\0\n{lines}");
    assert_eq!(report(&[], text.as_bytes())["records"], 2 * rows().len());
}

#[test]
fn compressed_files_are_to_be_unpacked() {
    for (begin, name) in
        [(&b"\x1F\x8B\x08\0rest"[..], "gzip"), (b"PK\x03\x04rest", "zip"), (b"\x28\xB5\x2F\xFDrest", "zstd")]
    {
        let run = triage_file(&[], begin);
        assert_eq!(run.code, Some(2));
        assert!(
            run.stderr.contains(&format!("it is compressed ({name}); unpack it first")),
            "{}",
            run.stderr
        );
    }
}

/// The checksums of a part tell that it is damaged; the other parts are read.
#[test]
fn damaged_parts_of_a_log_are_named() {
    let many: Vec<Row> = (0..5).flat_map(|_| rows()).collect();
    let log = evtx::evtx(&many);
    let all = report(&[], &log)["records"].as_u64().unwrap();
    for at in [4096 + 300, 4096 + 5000] {
        let mut damaged = log.clone();
        damaged[at] ^= 0xFF;
        let ((found, _), said) = counts(&damaged);
        assert!(0 < found && found < all, "{found} of {all}");
        assert!(
            said.contains("the first record: part 1 of the file is damaged; --damaged reads it"),
            "{said}"
        );
        let found = report(&["--damaged"], &damaged)["records"].as_u64().unwrap();
        assert!(found + 1 >= all, "{found} of {all}");
    }
}

#[test]
fn a_log_that_is_cut_off_is_named() {
    let many: Vec<Row> = (0..5).flat_map(|_| rows()).collect();
    let log = evtx::evtx(&many);
    assert_eq!(report(&[], &log)["unreadable"], 0);
    for length in [log.len() - 1, log.len() - (64 << 10), log.len() - 1000] {
        let ((_, unreadable), said) = counts(&log[..length]);
        assert!(unreadable > 0 && said.contains("the file is cut off"), "{length}: {said}");
    }
}

/// An event that nobody documents and that does not say how bad it is, is worth a look.
#[test]
fn undocumented_events_of_unknown_level_are_shown() {
    let list = "\nTimeCreated  : 2026-11-20T08:30:15Z\nProviderName : Microsoft-Intune-CertificateConnectors\nId           : 2\nMessage      : x\n";
    let run = triage_file(&[], list.as_bytes());
    assert_eq!(run.code, Some(1), "{}", run.stdout);
    assert!(run.stdout.contains("Warning 2 undocumented event ×1"), "{}", run.stdout);
    for (name, code) in [("Fehler", 1), ("Avertissement", 1), ("Informationen", 0)] {
        let table = format!("{name},20.11.2026 08:30:15,Microsoft-Intune-CertificateConnectors,2,Keine,x\n");
        let run = triage_file(&[], format!("a,b,c,d,e\n{table}").as_bytes());
        assert_eq!(run.code, Some(code), "{name}: {}", run.stdout);
    }
}

#[test]
fn computers_are_named() {
    let text = |count: usize| -> String {
        (0..count)
            .map(|at| {
                format!("{{\"Id\":3001,\"LogName\":\"{ADMIN}\",\"MachineName\":\"Host{at}\\u202E\"}}\n")
            })
            .collect()
    };
    let run = triage_file(&[], text(3).as_bytes());
    assert!(run.stdout.contains("Admin, host0 , host1 , host2 \n"), "{}", run.stdout);
    let run = triage_file(&[], text(4).as_bytes());
    assert!(run.stdout.contains("Admin, 4 computers\n"), "{}", run.stdout);
    let names = &report(&[], text(4).as_bytes())["findings"][0]["computer_names"];
    assert_eq!(names.as_array().map(Vec::len), Some(4));
    assert_eq!(names[0], Value::from("host0\u{202e}"));
}

/// A row whose end is missing hides no others, though no mark begins them.
#[test]
fn a_cut_row_hides_no_others() {
    let heading = "Level,Date and Time,Source,Event ID,Task Category\r\n";
    let row = |id: u16, message: &str| {
        format!("Error,11/20/2026 8:30:00 AM,Microsoft-Intune-CertificateConnectors,{id},None,{message}\r\n")
    };
    let cut = row(1001, "\"The request fai");
    let rest = row(3001, "x").repeat(50) + &row(3001, "\"done, ok\"");
    for between in ["", heading] {
        let (found, said) = counts(format!("{heading}{cut}{between}{rest}").as_bytes());
        assert_eq!(found, (52, 1), "{said}");
        assert!(said.contains("line 2: a row without its end"), "{said}");
    }
    // Lines of a message may look like rows.
    for table in [
        format!(
            "\"Id\",\"LogName\",\"Message\"\n\"1001\",\"{ADMIN}\",\"failed:\n1, PkcsRequest, 0x800706BA\nend\"\n"
        ),
        format!("{heading}{}", row(1001, "\"failed:\r\na, b, c, 5, d, 0x800706BA\r\nend\"")),
        format!("{heading}{}", row(1001, "\"failed:\r\n1, b, c, 5, d, 0x800706BA\r\nend\"")),
    ] {
        let report = report(&[], table.as_bytes());
        assert_eq!((&report["records"], &report["unreadable"]), (&1.into(), &0.into()), "{table}");
        assert_eq!(report["findings"][0]["codes"][0]["code"], "0x800706BA");
    }
    // A row in quotation marks is a part of the message.
    let inner = format!("{heading}{}", row(1001, &format!("\"first\r\nlevel 2, {},\"", "x,".repeat(4))));
    assert_eq!(report(&[], inner.as_bytes())["records"], 1);
}

/// Columns that other kinds of records fill are empty.
#[test]
fn an_empty_value_hides_no_other() {
    let tables = [
        format!("Channel,EventCode,LogName,SourceName,_time\n{ADMIN},1001,,Other,2026-11-20T08:30:15Z\n"),
        format!("LogName,EventCode,Channel,TimeCreated,TimeGenerated\n{ADMIN},1001,,2026-11-20T08:30:15Z,\n"),
        format!("LogName,EventCode,TimeCreated,TimeGenerated [UTC]\n{ADMIN},1001,2026-11-20T08:30:15Z, \n"),
    ];
    for table in tables {
        let finding = &report(&[], table.as_bytes())["findings"][0];
        assert_eq!(
            (&finding["id"], &finding["first"]),
            (&1001.into(), &"2026-11-20T08:30:15Z".into()),
            "{table}"
        );
    }
}

/// Files that were joined have a byte order mark between them.
#[test]
fn marks_between_files_hide_nothing() {
    for write in [
        exports::wevtutil_text,
        exports::copied_details,
        exports::format_list,
        exports::splunk_raw,
        exports::export_csv,
        exports::winlogbeat,
        exports::wevtutil_xml,
    ] {
        let text = write(&rows()[..6]);
        let report = report(&[], format!("\u{feff}{text}\u{feff}{text}").as_bytes());
        assert_eq!((&report["records"], &report["without_time"]), (&12.into(), &0.into()), "{text:.200}");
    }
}

/// Event Viewer's copy in a language that is not understood has the same words before each event.
#[test]
fn a_copy_in_another_language_loses_nothing() {
    let copy: String = rows()[..6]
        .iter()
        .map(|row| {
            format!(
                "Protokollname: {}\r\nEreignis-ID:   {}\r\nBeschreibung:\r\nx\r\nEreignis-XML:\r\n{}\r\n\r\n",
                row.channel,
                row.id,
                exports::event_xml(row)
            )
        })
        .collect();
    let (found, said) = counts(copy.as_bytes());
    assert_eq!(found, (6, 0), "{said}");
    // Text before the heading of the next one is said.
    let lost = copy.replacen("Protokollname", "lost\r\nProtokollname", 3);
    assert_eq!(report(&[], lost.as_bytes())["unreadable"], 2);
    // One that was copied without its event is said.
    let cut = format!("{copy}Protokollname: {ADMIN}\nEreignis-ID: 1001\nBeschreibung:\nfailed\n");
    let (found, said) = counts(cut.as_bytes());
    assert_eq!(found, (6, 1), "{said}");
    let twice = format!(
        "Protokoll: x\n{}\nProtokoll: lost\nProtokoll: x\n{}",
        exports::event_xml(&rows()[0]),
        exports::event_xml(&rows()[1])
    );
    assert_eq!(report(&[], twice.as_bytes())["unreadable"], 1);
    // What is no markup hides no text.
    let event = exports::event_xml(&rows()[0]);
    assert_eq!(report(&[], format!("{event}\n<\n{event}\nlost\n{event}").as_bytes())["unreadable"], 1);
}

/// Fields on lines of their own, in a language that is not understood.
#[test]
fn fields_that_are_not_understood_are_said() {
    let copy = format!("Имя журнала: {ADMIN}\nДата: 20.11.2026\nКод события: 1001\nОписание:\nx\n");
    let run = triage_file(&[], copy.as_bytes());
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("line 1: it names a connector and an id, but no event"), "{}", run.stderr);
    // A date has no id in it, and neither has what stands far away.
    let line = "Date: 2026-11-20, Microsoft-Intune-CertificateConnectors started";
    assert_eq!(triage_file(&[], line.as_bytes()).code, Some(0));
    let far = format!("Log: {ADMIN}\n{}Count: 1001\n", "x\n".repeat(30));
    assert_eq!(triage_file(&[], far.as_bytes()).code, Some(0));
}

/// Records that are lines of a list in an object, and lines that were cut.
#[test]
fn braces_at_the_start_of_lines_begin_records() {
    let line = format!("{{\"LogName\":\"{ADMIN}\",\"Id\":1001,\"Properties\":[{{\"Value\":\"x\"}},{{}}]}}");
    let found = |text: &str| counts(text.as_bytes()).0;
    let wrapped = format!("{{\"_source\":{line}}}");
    // The second time, the list is cut off in its last record.
    for list in [
        format!("[\n{line},\n{line}\n]\n"),
        format!("{{\"value\":[\n{line},\n{line}\n]}}\n"),
        format!("{{\"took\":5,\"hits\":{{\"hits\":[\n{wrapped},\n{wrapped}\n]}}}}\n"),
    ] {
        assert_eq!(found(&list), (2, 0), "{list}");
        assert_eq!(found(&list[..list.rfind("Value").unwrap()]), (1, 1), "{list}");
    }
    // However long it is, and wherever the parts of the file that are read end.
    let long = format!("{{\"value\":[\n{}{line}\n]}}", format!("{line},\n").repeat(20_000));
    assert_eq!(found(&long), (20_001, 0));
    // A record that was cut off does not take the next one with it.
    for part in ["\"Id\":1001,", "\"Properties\":", "\"Properties\":[", "\"x\"},", "{\"Val"] {
        let cut = &line[..line.find(part).unwrap() + part.len()];
        assert_eq!(found(&format!("{line}\n{cut}\n{line}\n{line}\n")), (3, 1), "{cut}");
        assert_eq!(found(&format!("{cut}\n{line}")), (1, 1), "{cut}");
        assert_eq!(found(&format!("{{\"value\":[\n{line},\n{cut}\n{line}\n]}}")), (2, 1), "{cut}");
    }
    let line = format!("{{\"LogName\":\"{ADMIN}\",\"Id\":1001}}");
    assert_eq!(found(&format!("{line}\n{}\n{line}\n", &line[1..])), (2, 1));
}

/// Of a list, an empty line ends a record that names no more than another.
#[test]
fn no_record_of_a_list_takes_from_the_next() {
    let list = format!(
        "LogName : {ADMIN}\nId      : 1001\n\nTimeCreated : 2026-11-20T08:30:15Z\nLogName : {ADMIN}\nId      : 3001\n"
    );
    let report = report(&[], list.as_bytes());
    let first: Vec<_> =
        findings(&report).iter().map(|it| (it["id"].as_u64(), it["first"].as_str())).collect();
    assert_eq!(first, [(Some(1001), None), (Some(3001), Some("2026-11-20T08:30:15Z"))]);
    // A message may end in an empty line.
    let record = |id: u16, time: &str| {
        format!(
            "TimeCreated      : {time}\nId               : {id}\nMessage          : 0x800706BA\n\nProviderName     : x\n\
             LogName          : {ADMIN}\n\n"
        )
    };
    let list = record(1001, "2026-11-20T08:30:15Z") + &record(1000, "2026-11-20T09:30:15Z");
    let report = self::report(&[], list.as_bytes());
    assert_eq!((&report["records"], &report["unreadable"]), (&2.into(), &0.into()), "{report}");
    assert_eq!(report["findings"][0]["codes"].as_array().unwrap().len(), 1);
    assert_eq!(report["findings"][0]["first"], "2026-11-20T08:30:15Z");
    // It may come first, and something else may stand between records.
    let record = |id: u16, code: &str| {
        format!(
            "Message      : {code}\n\nId           : {id}\nLogName      : {ADMIN}\nTimeCreated  : 2026-11-20T08:30:15Z\n"
        )
    };
    for between in ["", "\n", "exported by script\n", "\nexported by script\n\n"] {
        for end in ["\n", "\r", "\r\r\n"] {
            let list = record(1000, "") + between + &record(1001, "0x800706BA") + between;
            let report = self::report(&[], list.replace('\n', end).as_bytes());
            assert_eq!((&report["unreadable"], codes(&report)), (&0.into(), vec![1, 0]), "{list}");
        }
    }
}

/// An event of Splunk's text in a text of another kind, and without the line of its time.
#[test]
fn events_of_splunk_stand_anywhere() {
    let event = |id: u16, message: &str| {
        format!("LogName={ADMIN}\nEventCode={id}\nSourceName=x\nMessage={message}\n")
    };
    let report = report(&[], format!("{}{}", event(1001, "failed 0x800706BA"), event(1000, "ok")).as_bytes());
    assert_eq!((&report["records"], codes(&report)), (&2.into(), vec![1, 0]));
    let line = "2026-11-20 PkcsRequestFailure 0x800706BA\n";
    let text = format!("started\nLogName=System\nEventCode=7036\nComputerName=c1\n\n{line}{line}");
    let report = self::report(&[], text.as_bytes());
    assert_eq!((&report["records"], &report["connector"]), (&3.into(), &2.into()));
    // Behind an empty line, a date ends the message.
    let text = format!(
        "collected\n11/20/2026 08:30:15 AM\nLogName=System\nEventCode=7036\nMessage=stopped\n\n{line}2026-11-20 other 0x80070005\n"
    );
    let report = self::report(&[], text.as_bytes());
    assert_eq!((&report["records"], &report["connector"]), (&2.into(), &1.into()));
    assert_eq!(report["loose_codes"][0]["code"], "0x80070005");
    let xml = format!(
        "Nov 20 host: {}\n",
        exports::event_xml(&rows()[0]).replace("<Data>", "<Data>\nLogName=x\nEventCode=5\n")
    );
    assert_eq!(self::report(&[], xml.as_bytes())["connector"], 1);
    // A setting of that name is no event.
    let report = self::report(&[], format!("LogName=x\n{line}").as_bytes());
    assert_eq!(report["records"], 1);
}

/// What Splunk knows of the time is more exact than what stands in the event.
#[test]
fn the_time_of_splunk_has_a_zone() {
    for raw in ["11/20/2026 09:30:15 AM", "11/12/2026 09:30:15 AM"] {
        let raw = format!("{raw}\\nLogName={ADMIN}\\nEventCode=1001\\nMessage=x");
        let time = "\"_time\":\"2026-11-20T09:30:15.000+01:00\"";
        for result in [format!("\"_raw\":\"{raw}\",{time}"), format!("{time},\"_raw\":\"{raw}\"")] {
            let report = report(&[], format!("{{\"result\":{{{result}}}}}\n").as_bytes());
            assert_eq!(report["findings"][0]["first"], "2026-11-20T08:30:15Z", "{result}");
            assert_eq!(
                (&report["dates_ambiguous"], &report["time_zone_assumed"]),
                (&false.into(), &false.into())
            );
        }
    }
}

/// Of an event, what it holds itself is no part of its system's properties, and no text is lost around markup.
#[test]
fn markup_in_events_is_understood() {
    let event = exports::event_xml(&rows()[0]);
    let data = "<UserData><X><TimeCreated SystemTime='2020-01-01T00:00:00Z'/><Provider Name='x'/>before 0x80070005 <b>x</b></X></UserData>";
    let report = report(&[], event.replace("</System>", &format!("</System>{data}")).as_bytes());
    assert_eq!(report["findings"][0]["first"], "2026-11-20T08:30:15Z");
    assert_eq!(report["findings"][0]["codes"].as_array().unwrap().len(), 3);
    for markup in ["<!-- a > b, exported\n by x -->", "<?x a > b\n?>", "<!---->", "<x>\n</x>"] {
        let report = self::report(&[], format!("{event}\n{markup}\n{event}").as_bytes());
        assert_eq!((&report["records"], &report["unreadable"]), (&2.into(), &0.into()), "{markup}");
    }
}

/// The log of a collector is not the one that an event was written to.
#[test]
fn forwarded_events_go_by_their_provider() {
    let record = |log: &str, provider: &str| {
        format!("{{\"Id\":1001,\"LogName\":\"{log}\",\"ProviderName\":\"{provider}\"}}\n")
    };
    let provider = "Microsoft-Intune-CertificateConnectors";
    let text = record("ForwardedEvents", provider)
        + &record("Application", provider)
        + &record("ForwardedEvents", "x");
    for log in [&[][..], &["--log", "admin"]] {
        assert_eq!(report(log, text.as_bytes())["connector"], 1, "{log:?}");
    }
}
