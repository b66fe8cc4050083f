//! What is found inside texts, and what is not.

use intune_connector_catalogue::{ConnectorEvent, DiagnosticCode, EventId, Finding, scan, unified};

/// What stands in a text: the words that were found, each with what it is.
fn found(text: &str) -> Vec<(&str, Finding)> {
    scan(text).map(|found| (&text[found.range], found.finding)).collect()
}

fn code(code: u32) -> Finding {
    Finding::Code(DiagnosticCode::from_code(code).unwrap())
}

#[test]
fn codes_are_found_in_every_form_that_messages_hold() {
    for (text, word, finding) in [
        ("0x00000400", "0x00000400", code(0x400)),
        ("0x400", "0x400", code(0x400)),
        ("0X00000411", "0X00000411", code(0x411)),
        ("DiagnosticException: 0x0FFFFFFF. Retry", "0x0FFFFFFF", code(0x0FFF_FFFF)),
        ("DiagnosticException: 0x0fffffff.", "0x0fffffff", code(0x0FFF_FFFF)),
        (r#"{"DiagnosticCode":"0x00000405","DiagnosticText":""}"#, "0x00000405", code(0x405)),
        (r#"\"DiagnosticException:0x00000800. \""#, "0x00000800", Finding::Number(0x800)),
        ("code 0x0FFFFFFFF, as documented", "0x0FFFFFFFF", code(0x0FFF_FFFF)),
        ("(Exception from HRESULT: 0x800706BA)", "0x800706BA", Finding::Number(0x8007_06BA)),
        ("0x80094004 (-2146877436 CERTSRV_E_NO_REQUEST)", "0x80094004", Finding::Number(0x8009_4004)),
        ("0x5 (WIN32: 5 ERROR_ACCESS_DENIED)", "0x5", Finding::Number(5)),
        ("«0x00000402»", "0x00000402", code(0x402)),
        ("код=0x00000402;", "0x00000402", code(0x402)),
        ("[0x400]", "0x400", code(0x400)),
        ("0x400-g1", "0x400", code(0x400)),
        ("1g-0x400", "0x400", code(0x400)),
        ("0x400--1", "0x400", code(0x400)),
        ("0x400-ag", "0x400", code(0x400)),
        ("ga-0x400", "0x400", code(0x400)),
        ("code-0x400", "0x400", code(0x400)),
        ("0x400-DiagnosticException", "0x400", code(0x400)),
    ] {
        assert_eq!(found(text), [(word, finding)], "{text}");
    }
}

#[test]
fn what_only_looks_like_a_code_is_passed_over() {
    for text in [
        "",
        "0x",
        "0xG400",
        "0x400G",
        "x400",
        "00x400",
        "a0x400",
        "_0x400",
        "0x_400",
        "0x000000400",
        "0x4000000000000000",
        "0xFFFFFFFFF",
        "0x0x400x",
        "{00000400-1234-5678-9ABC-DEF012345678}",
        "0x00000400-1234-5678-9ABC-DEF012345678",
        "ABCD-0x400",
        "0x400-1",
        "1-0x400",
        "0x400-CA",
        "CA-0x400",
        "1A00000400B3C5",
        "serial number 0400",
        "thumbprint 00000400AF",
        "400 1024 0400",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn every_code_is_found_in_every_writing_of_it() {
    for entry in DiagnosticCode::ALL.iter().copied() {
        for word in [
            format!("{entry:#x}"),
            format!("{entry:#X}"),
            format!("{entry:#010x}"),
            format!("0X{:08x}", entry),
        ] {
            let text = format!("it failed: {word}. See the log");
            assert_eq!(found(&text), [(word.as_str(), Finding::Code(entry))], "{text}");
        }
    }
}

#[test]
fn a_number_is_read_from_its_digits_alone() {
    for digits in ["00000000", "12345678", "fedcba98", "00000400", "0000400", "a"] {
        for at in 0..digits.len() {
            for byte in 0..=0x7F_u8 {
                let mut text = format!("0x{digits}");
                text.replace_range(at + 2..at + 3, char::from(byte).encode_utf8(&mut [0]));
                let is_word = byte.is_ascii_alphanumeric() || byte == b'_';
                let joins = byte == b'-' && at + 1 < digits.len();
                let word = if is_word { &text } else { &text[..at + 2] };
                let number = u32::from_str_radix(&word[2..], 16).ok().filter(|_| !joins);
                let finding = number.map(|number| {
                    DiagnosticCode::from_code(number).map_or(Finding::Number(number), Finding::Code)
                });
                let expected: Vec<_> = finding.map(|finding| (word, finding)).into_iter().collect();
                assert_eq!(found(&text), expected, "{text}");
            }
        }
    }
}

#[test]
fn every_event_is_found_by_every_spelling_that_is_one_word() {
    for event in ConnectorEvent::ALL.iter().copied() {
        let spellings = match event {
            ConnectorEvent::Legacy(event) => event.spellings(),
            ConnectorEvent::Unified(event) => event.spellings(),
        };
        for spelling in spellings {
            for word in [spelling.to_string(), spelling.to_uppercase(), spelling.to_lowercase()] {
                // The scan looks at one place in eight.
                for before in 0..8 {
                    let text = format!("{}\"{word}\"", " ".repeat(before));
                    assert_eq!(found(&text), [(word.as_str(), Finding::Event(event))], "{text}");
                }
                assert_eq!(found(&format!("{word}s x{word} {word}_")), [], "{word} inside of words");
            }
        }
    }
}

#[test]
fn a_hyphen_between_findings_joins_none() {
    let text = "0x408-0x410-PkcsCertIssue_Failure-0x400";
    let words: Vec<&str> = found(text).into_iter().map(|(word, _)| word).collect();
    assert_eq!(words, text.split('-').collect::<Vec<_>>());
}

#[test]
fn findings_come_in_order() {
    let text = "0x400 Upload_Success 0x800706BA PkcsRequestFailure 0x400";
    let words: Vec<&str> = found(text).into_iter().map(|(word, _)| word).collect();
    assert_eq!(words, text.split(' ').collect::<Vec<_>>());
    let mut scan = scan("0x400");
    assert!(scan.next().is_some());
    assert!(scan.next().is_none() && scan.next().is_none());
}

#[test]
fn bytes_need_not_be_text() {
    let bytes = b"\xFF\xFE0x400\xC3Upload_Success\x00\x80";
    let findings: Vec<_> = scan(&bytes[..]).map(|found| found.range).collect();
    assert_eq!(findings, [2..7, 8..22]);
}

#[test]
fn long_words_take_no_longer_than_their_length() {
    for unit in ["0x", "0", "a", "Upload_Success", "-", "0x400 "] {
        let text = unit.repeat(1 << 20);
        let expected = if unit.ends_with(' ') { 1 << 20 } else { 0 };
        assert_eq!(scan(&text).count(), expected, "{unit}");
    }
}

/// The scan looks at 64 bytes at a time: no word may be lost or cut where two blocks meet.
#[test]
fn words_are_found_wherever_they_stand() {
    let longest = "x".repeat(200);
    for word in [
        "0x400",
        "0X00000411",
        "0x0FFFFFFFF",
        "PkcsCertIssue_Failure",
        "upload_success",
        "UploadSuccess",
        "PkcsRequestSuccess",
    ] {
        for before in 0..=140 {
            for (noise, touches) in [
                (" ", false),
                ("-", false),
                (".", false),
                ("[", false),
                ("abcdefgh{", false),
                ("q", true),
                ("_", true),
                ("\u{444}", false),
            ] {
                for after in ["", " ", "-", "]", "}abcdefgh", "\u{444}", longest.as_str()] {
                    let start = noise.repeat(before);
                    let text = format!("{start}{word}{after}");
                    let is_alone = (before == 0 || !touches) && after != longest;
                    let expected = is_alone.then_some(start.len()..start.len() + word.len());
                    let found: Vec<_> = scan(&text).map(|found| found.range).collect();
                    assert_eq!(found, expected.clone().into_iter().collect::<Vec<_>>(), "{text}");
                    let codes: Vec<_> = scan(&text).codes().map(|found| found.range).collect();
                    let expected = expected.filter(|_| word.starts_with('0'));
                    assert_eq!(codes, expected.into_iter().collect::<Vec<_>>(), "{text}");
                }
            }
        }
    }
}

#[test]
fn codes_go_on_where_the_scan_stands() {
    let text = "0x400 Upload_Success 0x405 ".repeat(12);
    for taken in 0..=40 {
        let mut scan = scan(&text);
        let words = scan.by_ref().take(taken).count();
        let expected: Vec<_> =
            scan.clone().filter(|found| !matches!(found.finding, Finding::Event(_))).collect();
        assert_eq!(scan.codes().collect::<Vec<_>>(), expected, "after {words}");
    }
}

#[test]
fn names_of_events_are_what_the_scan_takes_them_for() {
    let is_word = |name: &&&str| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
    let legacy = EventId::ALL.iter().flat_map(|event| event.spellings());
    let unified = unified::EventId::ALL.iter().flat_map(|event| event.spellings());
    for name in legacy.chain(unified).filter(is_word) {
        // For others, `name_places` does not look.
        assert!(name.len() >= 13, "{name}: the scan finds no shorter names");
        let digit = name.bytes().take(13).find(u8::is_ascii_digit);
        assert_eq!(digit, None, "{name}: the scan finds no names with digits among the first 13 bytes");
        assert_eq!(found(name).len(), 1, "{name}");
    }
}
