//! Runs the examples as a user does: what they print for whom, and how they exit.
//!
//! What they print stands in `tests/examples/`. After a wanted change, `UPDATE_EXPECT=1 cargo test` updates
//! those files; read the difference before you commit it. The examples are built by `cargo test`; with
//! `--test examples` cargo leaves them as they are.

#[path = "common/run.rs"]
mod run;

use std::fmt::LowerHex;
use std::process::Stdio;

use expect_test::expect_file;
use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{DiagnosticCode, Entry, EventId, Locale};
use run::{Run, check, command, finish, text};
use textwrap::core::display_width;

// What is printed, compared with files.

#[test]
fn explain_lists_the_catalogue() {
    check(&explain(&[]), expect_file!["examples/catalogue-en.txt"]);
    check(&explain(&["--lang", "ru"]), expect_file!["examples/catalogue-ru.txt"]);
}

#[test]
fn explain_explains_each_word() {
    let words = ["20102", "0x411", "crpverifymetric_warning"];
    check(&explain(&words), expect_file!["examples/words-en.txt"]);
    check(&explain(&[&words[..], &["--lang", "ru-RU"]].concat()), expect_file!["examples/words-ru.txt"]);
}

#[test]
fn explain_says_how_it_read_an_alias() {
    let words = ["0x0FFFFFFFF", "Успех"];
    check(&explain(&words), expect_file!["examples/aliases-en.txt"]);
    check(&explain(&[&words[..], &["--lang", "ru"]].concat()), expect_file!["examples/aliases-ru.txt"]);
}

#[test]
fn explain_says_what_is_wrong_with_a_word() {
    let words = ["pkcscertisue_failure", "64000", "20102 Upload_Failure", "0xFFFFFFFF", "grue", "-5", ""];
    check(&explain(&words), expect_file!["examples/unknown-en.txt"]);
    check(&explain(&["Sucess", "--lang", "ru"]), expect_file!["examples/unknown-ru.txt"]);
}

#[test]
fn explain_knows_the_ranges_of_undocumented_ids() {
    check(&explain(&["20199"]), expect_file!["examples/undocumented-en.txt"]);
    check(&explain(&["20199", "--lang", "ru"]), expect_file!["examples/undocumented-ru.txt"]);
    // A word in hexadecimal was meant as a diagnostic code.
    check(&explain(&["0x450"]), expect_file!["examples/unknown-code.txt"]);
}

#[test]
fn explain_has_help() {
    check(&explain(&["--help"]), expect_file!["examples/help.txt"]);
}

#[test]
fn explain_refuses_wrong_usage() {
    check(&explain(&["20102", "--lang", "tlh"]), expect_file!["examples/wrong-language.txt"]);
    check(&explain(&["--language", "ru"]), expect_file!["examples/wrong-option.txt"]);
}

#[test]
fn exhaustive_decides() {
    let lines = ["20102", "20102 0x00000400", "Upload_Success", "20199", "64000", "Id"];
    check(&exhaustive(&lines), expect_file!["examples/actions.txt"]);
}

#[test]
fn query_prints_for_every_tool() {
    let selection =
        ["--severity", "warning", "--scenario", "revocation", "--event", "3051", "--event", "3052"];
    macro_rules! check_formats {
        ($($format:literal)*) => {$(
            let arguments = [&selection[..], &["--format", $format]].concat();
            check(&query(&arguments), expect_file![concat!("examples/query-", $format, ".txt")]);
            let arguments = [&arguments[..], &["--include-undocumented"]].concat();
            check(&query(&arguments), expect_file![concat!("examples/query-", $format, "-undocumented.txt")]);
        )*};
    }
    check_formats! { "ids" "xpath" "querylist" "powershell" "sigma" "kql" "splunk" }
}

#[test]
fn query_says_what_is_wrong() {
    check(&query(&["--scenario", "nope"]), expect_file!["examples/query-wrong-scenario.txt"]);
    check(&query(&["--event", "20103"]), expect_file!["examples/query-wrong-event.txt"]);
    check(
        &query(&["--channel", "admin", "--generation", "legacy"]),
        expect_file!["examples/query-nothing.txt"],
    );
    check(
        &query(&["--event", "3051", "--event", "20202", "--format", "querylist"]),
        expect_file!["examples/query-both-generations.txt"],
    );
    check(&query(&["--help"]), expect_file!["examples/query-help.txt"]);
}

#[cfg(target_os = "linux")]
#[test]
fn output_that_cannot_be_written_is_said() {
    for example in ["explain", "query"] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let output = command(example).stdout(full).output().unwrap();
        let message = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{example}: {message}");
        assert!(message.starts_with("error: cannot write the output: "), "{example}: {message}");
    }
}

// What holds for every entry.

/// Every form of every entry is found, in every language, and only that entry is.
#[test]
fn explain_finds_every_form_of_every_entry() {
    finds_all_of::<EventId>(EventId::spellings);
    finds_all_of::<UnifiedEventId>(UnifiedEventId::spellings);
    finds_all_of::<DiagnosticCode>(DiagnosticCode::spellings);
}

/// One number is an event and a code; in hexadecimal only codes are written.
#[test]
fn explain_shows_all_that_a_number_can_be() {
    let titles = |word| {
        let run = explain(&[word]);
        run.stdout.lines().filter(|line| is_title(line)).map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(titles("1032"), ["1032 PkcsDigiCertRequest", "0x00000408 CRPSCEPCert_NotFound"]);
    assert_eq!(titles("0x408"), ["0x00000408 CRPSCEPCert_NotFound"]);
}

/// Whether a number is both an event's and a code.
fn is_shared(number: i128) -> bool {
    UnifiedEventId::try_from(number).is_ok() && DiagnosticCode::try_from(number).is_ok()
}

fn finds_all_of<E: Entry<Code: LowerHex + Into<i128>>>(spellings: fn(E) -> &'static [&'static str]) {
    for &entry in E::ALL {
        let (code, hex) = (entry.code().to_string(), format!("{:#x}", entry.code()));
        let (title, variant) = (format!("{entry:#}"), format!("{entry:?}"));
        let (lower, upper) = (entry.name().to_ascii_lowercase(), entry.name().to_ascii_uppercase());
        let mut words = vec![&*title, &variant, entry.name(), &lower, &upper];
        if !is_shared(entry.code().into()) {
            words.extend([&*code, &hex]);
        }
        words.extend(spellings(entry));
        for locale in Locale::ALL {
            let run = explain(&[&words[..], &["--lang", locale.tag()]].concat());
            assert_eq!(run.code, Some(0), "{entry:?}, {locale}: {}", run.stderr);
            let titles: Vec<_> = run.stdout.lines().filter(|line| is_title(line)).collect();
            assert_eq!(titles, vec![&*title; words.len()], "{entry:?}, {locale}: {words:?}");
        }
    }
}

/// Titles alone stand at the margin and begin with a code.
fn is_title(line: &str) -> bool {
    line.starts_with(|first: char| first.is_ascii_digit())
}

#[test]
fn exhaustive_decides_about_every_event() {
    let ids: Vec<_> = EventId::ALL.iter().map(|event| event.id().to_string()).collect();
    let run = exhaustive(&ids.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!((run.code, &*run.stderr), (Some(0), ""));
    for (line, event) in run.stdout.lines().zip(EventId::ALL) {
        assert!(line.ends_with(&format!("{event:#}")), "{line}");
    }
    assert_eq!(run.stdout.lines().count(), EventId::COUNT);
}

// How it looks, and where it goes.

#[test]
fn explain_fits_eighty_columns() {
    let all: Vec<_> = EventId::ALL.iter().map(|event| event.name()).collect();
    let unified: Vec<_> = UnifiedEventId::ALL.iter().map(|event| event.name()).collect();
    let codes: Vec<_> = DiagnosticCode::ALL.iter().map(|code| code.name()).collect();
    for locale in Locale::ALL {
        for words in [&[], &all[..], &unified, &codes, &["20199"], &["grue"]] {
            let run = explain(&[words, &["--lang", locale.tag()]].concat());
            for line in run.stdout.lines().chain(run.stderr.lines()) {
                let address = line.trim_start().starts_with("https://");
                assert!(display_width(line) <= 80 || address, "{locale}: {line:?}");
                assert_eq!(line, line.trim_end(), "{locale}: white space at the end");
            }
        }
    }
}

#[test]
fn explain_shows_colours_only_where_they_are_wanted() {
    for words in [&[][..], &["20102"], &["20199"], &["grue"]] {
        let escapes = |variables: &[(&str, &str)]| {
            let output = finish(command("explain").args(words).envs(variables.iter().copied()), b"");
            (output.stdout + &output.stderr).contains('\x1b')
        };
        // No terminal is there, so somebody has to ask for colours.
        assert!(!escapes(&[]), "{words:?}");
        assert!(escapes(&[("CLICOLOR_FORCE", "1")]), "{words:?}");
        assert!(!escapes(&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]), "{words:?}");
    }
}

#[test]
fn explain_goes_on_after_an_unknown_word() {
    let run = explain(&["grue", "20102", "20199", "0x411"]);
    assert_eq!(run.code, Some(1));
    assert!(run.stderr.starts_with("error: \"grue\""), "{}", run.stderr);
    for found in ["20102 PkcsCertIssue_Failure", "20199", "0x00000411 CRPSCEPChallenge_Expired"] {
        assert!(run.stdout.contains(found), "{}", run.stdout);
    }
    assert!(!run.stdout.contains("grue") && !run.stderr.contains("20199"));
}

#[test]
fn a_reader_that_stops_is_no_error() {
    let mut child = command("explain").stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // Without its reader the pipe is closed.
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), text(output.stderr)), (Some(0), String::new()));
}

#[test]
fn exhaustive_reads_exported_lines() {
    // With a byte order mark, quotes, Windows line ends, an empty line, and a text in a code page.
    let export =
        b"\xEF\xBB\xBF\"20102\",\"Error\",\"0x00000400\"\r\n\r\n20501;0x411;\xCF\xF0\xE8\r\nat 10:00\r\n";
    let run = finish(&mut command("exhaustive"), export);
    assert_eq!(run.code, Some(0));
    assert_eq!(run.stdout, "Page\t20102 PkcsCertIssue_Failure\nIgnore\t20501 CRPVerifyMetric_Warning\n");
    assert!(run.stderr.starts_with("skipped \"at 10:00\": "), "{}", run.stderr);
}

#[test]
fn exhaustive_has_nothing_to_say_about_nothing() {
    let run = exhaustive(&[]);
    assert_eq!((run.code, &*run.stdout, &*run.stderr), (Some(0), "", ""));
}

// Running.

fn explain(arguments: &[&str]) -> Run {
    finish(command("explain").args(arguments), b"")
}

fn query(arguments: &[&str]) -> Run {
    finish(command("query").args(arguments), b"")
}

fn exhaustive(arguments: &[&str]) -> Run {
    finish(command("exhaustive").args(arguments), b"")
}
