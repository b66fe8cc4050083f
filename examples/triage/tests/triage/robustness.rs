//! Whatever the input: a message, never a crash, and the rest goes on.

use std::process::Stdio;

use proptest::prelude::*;
use serde_json::Value;

use crate::formats::TEXTS;
use crate::records::rows;
use crate::run::{Run, command, finish};
use crate::{ADMIN, counts, evtx, exports, findings, parsed, report, triage_file};

/// A panic ends with another code, and a signal with none.
#[track_caller]
fn ends_well(run: &Run) {
    assert!(matches!(run.code, Some(0..=2)), "{:?}: {}", run.code, run.stderr);
    assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        ends_well(&triage_file(&[], &bytes));
    }

    #[test]
    fn any_bytes_behind_a_begin(begin in 0..TEXTS.len(), cut in 0..4000_usize, bytes in proptest::collection::vec(any::<u8>(), 0..500)) {
        let mut export = TEXTS[begin].1(&rows()[..6]).into_bytes();
        export.truncate(cut);
        export.extend(bytes);
        ends_well(&triage_file(&["--format", "json"], &export));
    }

    #[test]
    fn damaged_logs(at in 0..80_000_usize, bytes in proptest::collection::vec(any::<u8>(), 1..64)) {
        let mut log = evtx::evtx(&rows());
        let end = (at + bytes.len()).min(log.len());
        log[at.min(end)..end].copy_from_slice(&bytes[..end - at.min(end)]);
        ends_well(&triage_file(&["--format", "json"], &log));
    }
}

/// What is cut off is at most one record.
#[test]
fn truncated_files() {
    let rows = &rows()[..9];
    for (name, write) in TEXTS {
        let whole = write(rows);
        for part in 1..8 {
            let cut = (0..=whole.len() * part / 8).rev().find(|at| whole.is_char_boundary(*at)).unwrap();
            let run = triage_file(&["--format", "json"], &whole.as_bytes()[..cut]);
            ends_well(&run);
            let report = parsed(&run);
            assert!(report["unreadable"].as_u64() <= Some(1), "{name} {part}: {}", run.stderr);
        }
    }
    let log = evtx::evtx(rows);
    for length in [0, 5, 100, 4096, 4097, 5000, 20_000, log.len() - 1] {
        ends_well(&triage_file(&[], &log[..length]));
    }
}

/// The verdict is the same if nobody reads the rest.
#[test]
fn a_reader_that_stops_changes_no_verdict() {
    let mut child = command("triage").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.len()), (Some(1), 0));
}

/// A broken record is named with its place, and hides no other.
#[test]
fn broken_records_are_named() {
    let rows = rows();
    let jsonl = exports::winlogbeat(&rows).replacen("{\"@timestamp\"", "{\"@timestamp", 1);
    let (found, said) = counts(jsonl.as_bytes());
    assert_eq!(found, (rows.len() as u64 - 1, 1));
    assert!(said.contains("line 1: "), "{said}");

    let xml = exports::event_viewer_xml(&rows).replacen("</System>", "", 1).replacen("</Event>", "", 3);
    assert_eq!(counts(xml.as_bytes()).0, (rows.len() as u64 - 3, 3));

    let lines = "{\"a\": 1}\nnot JSON\n{\"b\": [}\n".repeat(20);
    let run = triage_file(&[], lines.as_bytes());
    assert_eq!(run.code, Some(2), "{}", run.stderr);
    assert!(run.stderr.contains("line 2: neither an object"), "{}", run.stderr);
    assert!(run.stderr.contains("50 more like these"), "{}", run.stderr);
}

/// A quotation mark that is missing costs nothing but what stands behind it in its row.
#[test]
fn broken_rows_are_named() {
    let quoted = format!("\"3001\",\"{ADMIN}\",\"two\nlines\"\n").repeat(5);
    let bare = format!("3001,{ADMIN},x\n").repeat(5);
    for (broken, others) in
        [(format!("\"1000\",\"{ADMIN}\",\"cut off\n"), &quoted), (format!("1000,{ADMIN},\"cut off\n"), &bare)]
    {
        for times in 1..4 {
            for behind in ["", others.as_str()] {
                let table = format!("Id,LogName,Message\n{behind}{}{others}", broken.repeat(times));
                let run = triage_file(&["--format", "json"], table.as_bytes());
                let (report, expected) = (parsed(&run), 5 + behind.len() / (others.len() / 5));
                let counts: Vec<&Value> = findings(&report).iter().map(|finding| &finding["count"]).collect();
                assert_eq!(counts, [&Value::from(expected), &Value::from(times)], "{table}{}", run.stderr);
                assert!(run.stderr.contains("a row without its end"), "{}", run.stderr);
            }
        }
    }
    // Whose it is is not known.
    let table = "Id,LogName,Message\n1000,,\"cut off\n".to_owned() + &bare;
    let (found, said) = counts(table.as_bytes());
    assert_eq!(found, (5, 1), "{said}");
    // A line of a message that begins with a word in quotation marks, by a tool that does not double them.
    let table = format!("Id,LogName,Message\n3001,{ADMIN},\"text\n\"word\" more\"\n");
    assert_eq!(report(&[], table.as_bytes())["unreadable"], 0);
    // A mark inside of a value opens none.
    let table = format!("Id,LogName,Message\n1000,{ADMIN},a 5\" disk\n3001,{ADMIN},x\n");
    assert_eq!(report(&[], table.as_bytes())["connector"], 2);
    // All rows lack one: that ends soon.
    let table = format!("Id,LogName,Message\n{}", format!("3001,{ADMIN},\"x\n").repeat(100_000));
    ends_well(&triage_file(&[], table.as_bytes()));
    // Whose a record is can stand in its text alone; where it does not, that is said.
    let table = "TimeCreated,Id,Message\n2026-11-20T08:30:15Z,20102,PkcsCertIssue_Failure 0x00000400\n";
    let named = report(&[], table.as_bytes());
    assert_eq!((&named["unreadable"], &named["findings"][0]["id"]), (&0.into(), &20102.into()));
    let run = triage_file(&[], b"TimeCreated,Id,Message\n2026-11-20T08:30:15Z,3001,x\n");
    assert_eq!(
        (run.code, run.stderr.contains("without its log or provider; --log names one")),
        (Some(2), true)
    );
}

/// What could take the square of their time.
#[test]
fn long_records_are_read_soon() {
    let names: String = (0..100_000).map(|number| format!("name{number} : x\n")).collect();
    let list = format!("Id : 1001\nProviderName : Microsoft-Intune-CertificateConnectors\n{names}");
    assert_eq!(report(&[], list.as_bytes())["connector"], 1);
    ends_well(&triage_file(&[], format!("<Event >{}", "<Eventx".repeat(2_000_000)).as_bytes()));
}

/// Long lines are read in parts, and no word is cut in two by that.
#[test]
fn a_code_at_the_end_of_a_part_is_whole() {
    for before in (1 << 20) - 12..(1 << 20) + 2 {
        let line = format!("{} 0x00000400", "x".repeat(before));
        assert_eq!(report(&[], line.as_bytes())["loose_codes"][0]["code"], "0x00000400", "{before}");
    }
}

/// A console breaks words that are longer than its width.
#[test]
fn a_code_on_two_lines_is_whole() {
    let begin = format!("Message      : {{\"{}\":\"0x0000", "x".repeat(60));
    let list =
        format!("ProviderName : Microsoft Intune Connector\nId : 20102\n{begin}\n               0400\"}}\n");
    assert_eq!(report(&[], list.as_bytes())["findings"][0]["codes"][0]["code"], "0x00000400");
    // Other lines of one word are whole.
    for line in [format!("https://example.org/{}", "x".repeat(70)), "x".repeat(70)] {
        let list = format!(
            "ProviderName : Microsoft Intune Connector\nId : 20102\nMessage      : See\n               {line}\n               \
             0x00000400 is the code\n"
        );
        let report = report(&[], list.as_bytes());
        assert_eq!(report["findings"][0]["codes"][0]["code"], "0x00000400", "{line}");
    }
}

/// Records can hold anything: nothing of them moves the cursor or begins a line.
#[test]
fn control_characters_are_not_printed() {
    let task = "evil\\u001b[2J\\nError 1101";
    let record = format!(
        "{{\"Id\":1999,\"Level\":2,\"TaskDisplayName\":\"{task}\",\"LogName\":\"Microsoft-Intune-CertificateConnectors/Admin\"}}"
    );
    let run = triage_file(&[], record.as_bytes());
    assert!(run.stdout.contains("Task category: evil [2J Error 1101\n"), "{}", run.stdout);
    let run = triage_file(&[], b"<Event ><a></\x1b[2J></Event>");
    assert!(run.stderr.contains("not XML") && !run.stderr.contains('\x1b'), "{}", run.stderr);
}

#[test]
fn deep_nesting() {
    for (open, close) in [("{\"a\":", "}"), ("[", "]"), ("{\"Event\":[", "]}")] {
        let deep = open.repeat(10_000) + "1" + &close.repeat(10_000);
        ends_well(&triage_file(&[], deep.as_bytes()));
    }
    ends_well(&triage_file(&[], ("<Event ".to_owned() + &"<a>".repeat(100_000)).as_bytes()));
}

/// One line beyond every limit, in every disguise. How much memory that takes is measured by hand.
#[test]
fn endless_lines() {
    let part = "0x00000400 PkcsRequestFailure ".repeat(1 << 15);
    for (begin, parts) in [
        ("", 4),
        ("{\"Message\": \"", 70),
        ("<Event >", 20),
        ("Event[0]\n  Description: ", 4),
        ("#TYPE x\n\"Id\",\"LogName\"\n\"", 8),
        ("[\"", 4),
        ("Id : 1\nLogName : ", 4),
    ] {
        let input = begin.to_owned() + &part.repeat(parts);
        ends_well(&finish(command("triage").arg("-"), input.as_bytes()));
    }
}

#[test]
fn what_is_no_file() {
    let folder = tempfile::tempdir().unwrap();
    let run = finish(command("triage").arg(folder.path()), b"");
    assert_eq!(run.code, Some(2));
    assert!(run.stderr.contains("it is a folder"), "{}", run.stderr);

    let run = triage_file(&[], b"");
    assert_eq!((run.code, run.stderr.contains("it holds no record")), (Some(0), true), "{}", run.stderr);

    let run = triage_file(&[], b"MZ\0\x01\x02\0\0\xFF\xFE binary");
    assert_eq!(
        (run.code, run.stderr.contains("neither text nor an event log")),
        (Some(2), true),
        "{}",
        run.stderr
    );
    assert_eq!(report(&[], b"\n\n")["records"], 0);

    // Zeros alone, and an encoding with many of them.
    let utf32: Vec<u8> = "PkcsCertIssue_Failure".chars().flat_map(|c| u32::from(c).to_le_bytes()).collect();
    for content in [vec![0; 100_000], utf32] {
        assert_eq!(triage_file(&[], &content).code, Some(2));
    }
}
