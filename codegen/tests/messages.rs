//! What authors of a catalogue read when something is wrong.
//!
//! Each `tests/messages/*.yaml` has the expected messages beside it. To update them:
//! `UPDATE_EXPECT=1 cargo test -p catalogue-codegen --test messages`

use std::path::{Path, PathBuf};
use std::{env, fs};

use catalogue_codegen::check::check;
use catalogue_codegen::load::{Document, parse};
use catalogue_codegen::model::{Arity, Catalogue, Code, CodeType, Notation, Severity};
use catalogue_codegen::problem::{Problem, Rule};
use catalogue_codegen::report::{Positions, render};
use expect_test::expect_file;

#[test]
fn messages_are_as_recorded() {
    for yaml in golden_catalogues() {
        let document = parse("catalogue.yaml", fs::read_to_string(&yaml).unwrap());
        let problems = check(&document).expect_err(&format!("{} has no problem", yaml.display()));
        let messages = render(&document.files, &problems, false, None);
        expect_file![yaml.with_extension("txt")].assert_eq(&messages);
    }
}

#[test]
fn what_is_to_be_written_instead_mends_the_problem() {
    let mut mended = 0;
    for yaml in golden_catalogues() {
        let text = fs::read_to_string(&yaml).unwrap();
        let document = parse("catalogue.yaml", text.clone());
        for problem in check(&document).unwrap_err() {
            let Some(instead) = &problem.instead else { continue };
            let mut better = text.clone();
            better.replace_range(problem.span.start..problem.span.end, instead);
            let after = check(&parse("catalogue.yaml", better)).err().unwrap_or_default();
            let is_same =
                |other: &Problem| other.message == problem.message && other.span.start == problem.span.start;
            assert!(!after.iter().any(is_same), "{}: {problem:?}", yaml.display());
            mended += 1;
        }
    }
    assert!(mended > 15, "{mended}");
}

#[test]
fn every_rule_has_a_recorded_message() {
    let texts =
        golden_catalogues().into_iter().map(|yaml| fs::read_to_string(yaml.with_extension("txt")).unwrap());
    let recorded: String = texts.collect();
    for rule in Rule::ALL {
        let shown = format!("error[{}]", rule.code());
        assert!(
            recorded.contains(&shown),
            "no tests/messages/*.yaml shows {rule:?}, {rule}: {}",
            rule.title()
        );
    }
}

#[test]
fn codes_of_rules_are_unique_and_ascending() {
    for pair in Rule::ALL.windows(2) {
        assert!(pair[0].code() < pair[1].code(), "{:?} and {:?}", pair[0], pair[1]);
    }
}

#[test]
fn fifty_mistakes_are_reported_in_one_run_and_in_file_order() {
    let (text, expected) = fifty_mistakes();
    let document = parse("catalogue.yaml", text);
    let (problems, positions) = (problems(&document), Positions::new(&document.files));
    let found: Vec<_> = problems.iter().map(|it| (it.rule, positions.start(it.span))).collect();
    assert_eq!(found, expected);
    assert_eq!(found.len(), 50);
    assert!(found.windows(2).all(|pair| pair[0].1 < pair[1].1), "not in file order");
}

#[test]
fn a_good_catalogue_becomes_a_model_in_order() {
    let model = good_model(GOOD);
    assert_eq!((model.path.as_str(), model.version.as_str(), model.strum), ("coffee::codes", "1.0", true));
    let locales: Vec<_> = model.locales.iter().map(|it| (it.tag.as_str(), it.variant.as_str())).collect();
    assert_eq!(locales, [("en", "En"), ("pt-BR", "PtBr")]);
    assert_eq!(model.sources[0].date, "2024-02-29");
    assert_eq!(model.enums.iter().map(|it| it.path()).collect::<Vec<_>>(), ["Part", "Fault", "brew::State"]);

    let [part, fault, state] = model.enums.as_slice() else { panic!("three enums") };
    let names = |it: &catalogue_codegen::model::Enum| {
        it.entries.iter().map(|entry| entry.variant.clone()).collect::<Vec<_>>()
    };
    assert_eq!(names(part), ["Pump", "Mill"]);
    assert_eq!(names(fault), ["NoWater", "NoBeans", "MillStuck"]);
    assert_eq!(names(state), ["Idle", "Busy"]);
    assert_eq!(fault.entries[2].code, Some(Code::Number(0x200)));
    assert_eq!(state.entries[0].code, Some(Code::Text("01000".to_owned())));
}

#[test]
fn a_good_catalogue_is_resolved() {
    let model = good_model(GOOD);
    let [part, fault, state] = model.enums.as_slice() else { panic!("three enums") };
    let codes = fault.codes.as_ref().unwrap();
    assert_eq!((codes.ty, codes.notation), (CodeType::U32, Notation::Hex { width: 8 }));
    assert_eq!((codes.method.as_str(), codes.noun.as_str()), ("id", "fault id"));

    // The part by range, by the entry, and by the entry where the range has it, too.
    let values: Vec<_> = fault.entries.iter().map(|it| it.values.clone()).collect();
    assert_eq!(values, [vec![vec![0], vec![]], vec![vec![1], vec![0, 2]], vec![vec![1], vec![1]]]);
    assert_eq!(fault.columns[0].arity, Arity::One);
    assert_eq!((fault.columns[0].target, fault.columns[1].target), (0, 1));
    assert_eq!(
        fault.ranges.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(),
        ["water", "beans", "mill"]
    );
    assert_eq!(fault.ranges[0].words, [Some(0), None]);
    assert_eq!(fault.ranges[1].words, [None, None]);

    let inverses: Vec<_> =
        part.inverses.iter().map(|it| (it.method.as_str(), it.origin, it.column)).collect();
    assert_eq!(inverses, [("faults", 1, 0)]);
    let severities: Vec<_> = fault.entries.iter().map(|it| it.severity).collect();
    assert_eq!(severities, [Some(Severity::Error), Some(Severity::Warning), Some(Severity::Error)]);
    let derived: Vec<_> = fault.entries.iter().map(|it| it.severity_derived).collect();
    assert_eq!(derived, [true, false, true]);
    let since: Vec<_> = fault.entries.iter().map(|it| it.since.as_deref()).collect();
    assert_eq!(since, [Some("1.0"), Some("0.9"), Some("1.0")]);
    assert!(fault.entries.iter().all(|it| it.source == Some(0)));
    assert_eq!(state.entries[0].deprecated.as_ref().unwrap().replaced_by, Some(1));
    assert_eq!(fault.entries[0].description, ["No water.\nRefill.", "Sem água."]);
    assert_eq!(part.entries[0].description, Vec::<String>::new());
}

#[test]
fn line_endings_and_a_byte_order_mark_make_no_difference() {
    let model = good_model(GOOD);
    assert_eq!(good_model(&GOOD.replace('\n', "\r\n")), model);
    assert_eq!(good_model(&format!("\u{feff}{GOOD}")), model);
}

#[test]
fn nesting_without_end_is_a_problem_and_no_overflow() {
    for part in ["[", "{a: ", "- ", "? ", "- - [", "a: [{b: "] {
        let document = parse("catalogue.yaml", part.repeat(100_000));
        assert!(!problems(&document).is_empty(), "{part}");
    }
}

#[test]
fn any_text_gives_a_model_or_problems_inside_of_it() {
    let mut random = Random(0x5eed);
    for _ in 0..2_000 {
        let mut bytes = GOOD.as_bytes().to_vec();
        for _ in 0..=random.below(4) {
            mutate(&mut bytes, &mut random);
        }
        assert_no_panic(String::from_utf8_lossy(&bytes).into_owned());
    }
}

#[test]
fn random_bytes_are_problems() {
    let mut random = Random(0xc0ffee);
    for _ in 0..500 {
        let bytes: Vec<u8> = (0..random.below(200)).map(|_| random.below(256) as u8).collect();
        assert_no_panic(String::from_utf8_lossy(&bytes).into_owned());
    }
}

#[test]
fn terminals_get_no_control_characters() {
    let text =
        "path: \"\u{9b}31m\u{7f}\u{202e}\"\npaht: \"\\e[31m\"\n\"\\e[2J\": \u{9b}0m\nversion: [\u{85}]\n";
    let document = parse("cata\u{1b}logue.yaml", text.to_owned());
    let messages = render(&document.files, &problems(&document), false, None);
    let bad: Vec<char> = messages.chars().filter(|it| it.is_control() && *it != '\n').collect();
    assert_eq!(bad, Vec::<char>::new(), "{messages}");
}

#[test]
fn more_problems_than_the_limit_are_counted() {
    let (text, expected) = fifty_mistakes();
    let document = parse("catalogue.yaml", text);
    let messages = render(&document.files, &problems(&document), false, Some(3));
    assert_eq!(messages.matches("error[").count(), 3);
    let end = format!("… and {} more\n\nerror: 50 problems in catalogue.yaml\n", expected.len() - 3);
    assert!(messages.ends_with(&end), "{messages}");
}

#[test]
fn a_line_of_a_megabyte_is_shown_in_part() {
    let entries: Vec<_> = (1..30_000).map(|it| format!("{{ code: {it}, name: Nr{it} }}")).collect();
    let line = format!("{}, {{ code: 1, name: Last }}", entries.join(", "));
    let text = format!(
        "path: coffee\nversion: '1'\nenums:\n  - name: Fault\n    doc: F.\n\
         \x20   code: {{ type: u16 }}\n    entries: [{line}]\n"
    );
    let column = text.lines().last().unwrap().rfind("code: 1").unwrap() + "code: ".len() + 1;
    let document = parse("catalogue.yaml", text);
    let messages = render(&document.files, &problems(&document), false, None);
    assert!(messages.len() < 2_000, "{} bytes", messages.len());
    assert!(messages.contains(&format!("--> catalogue.yaml:7:{column}\n")), "{messages}");
    assert!(messages.contains("catalogue.yaml:7:23\n"), "{messages}");
}

#[test]
fn large_catalogues_with_many_mistakes_take_seconds() {
    let mut text = String::from(
        "path: coffee\nversion: '1'\nenums:\n  - name: Fault\n    doc: F.\n    code: { type: u32 }\n\
         \x20   fields:\n      causes: { list_of: Fault, doc: Causes. }\n    entries:\n",
    );
    for it in 1..=20_000 {
        let cause = if it % 4 == 0 { format!("Nmae_{it}") } else { format!("Name_{it}") };
        text.push_str(&format!("      - {{ code: {it}, name: Name_{it}, causes: [{cause}] }}\n"));
    }
    let document = parse("catalogue.yaml", text);
    let problems = problems(&document);
    assert_eq!(problems.len(), 5_000);
    assert_eq!(problems[0].help.as_deref(), Some("did you mean `Name_4`?"));
}

fn golden_catalogues() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages");
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "yaml"));
    paths.sort();
    paths
}

#[track_caller]
fn good_model(text: &str) -> Catalogue {
    let document = parse("catalogue.yaml", text.to_owned());
    check(&document).unwrap_or_else(|problems| {
        panic!("{}", render(&document.files, &problems, false, None));
    })
}

#[track_caller]
fn problems(document: &Document) -> Vec<Problem> {
    check(document).expect_err("a catalogue with problems")
}

#[track_caller]
fn assert_no_panic(text: String) {
    let document = parse("catalogue.yaml", text);
    let Err(problems) = check(&document) else { return };
    assert!(!problems.is_empty());
    for problem in &problems {
        let related = problem.related.iter().map(|it| it.span);
        for span in std::iter::once(problem.span).chain(related) {
            let text = &document.files.main().text;
            assert!(text.get(span.start..span.end).is_some(), "{problem:?} in {text:?}");
        }
    }
    let messages = render(&document.files, &problems, true, None);
    assert!(messages.contains(problems[0].rule.code()));
}

/// A linear congruential generator: the same texts in each run.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end
    }
}

fn mutate(bytes: &mut Vec<u8>, random: &mut Random) {
    const PIECES: &[&str] = &[
        ":",
        " ",
        "\n",
        "\t",
        "-",
        "[",
        "]",
        "{",
        "}",
        "'",
        "\"",
        "&a ",
        "*a",
        "!!str ",
        "<<: ",
        "#",
        "|\n",
        ">\n",
        "~",
        "é",
        "☕",
        "\r\n",
        "\r",
        "\0",
        "\u{1b}",
        "\u{feff}",
        "---\n",
        "...\n",
        "? ",
        "%",
        "0x",
        "999999999999",
        "\u{85}",
        "\u{2028}",
        "name",
        "code: ",
        "en: ",
    ];
    if bytes.is_empty() {
        return;
    }
    let at = random.below(bytes.len());
    let end = (at + random.below(12)).min(bytes.len());
    match random.below(5) {
        0 => drop(bytes.splice(at..end, [])),
        1 => bytes[at] = random.below(256) as u8,
        2 => {
            let piece = bytes[at..end].to_vec();
            let to = random.below(bytes.len());
            drop(bytes.splice(to..to, piece));
        }
        3 => bytes.truncate(at + 1),
        _ => {
            let piece = PIECES[random.below(PIECES.len())].bytes();
            drop(bytes.splice(at..at, piece));
        }
    }
}

/// A rule with the line and column where it is broken.
type Expected = (Rule, (usize, usize));

/// A catalogue with fifty mistakes, and which they are, with their lines and columns.
fn fifty_mistakes() -> (String, Vec<Expected>) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for line in FIFTY.lines() {
        let (line, rules) = line.split_once(" #! ").unwrap_or((line, ""));
        let number = text.lines().count() + 1;
        for rule in rules.split_whitespace() {
            let (rule, column) = rule.split_once('@').unwrap();
            let rule = Rule::ALL.iter().find(|it| format!("{it:?}") == rule).unwrap();
            expected.push((*rule, (number, column.parse().unwrap())));
        }
        text.push_str(line);
        text.push('\n');
    }
    (text, expected)
}

/// Behind `#!` stand the rules that the line breaks, each with its column.
const FIFTY: &str = include_str!("messages/fifty.catalogue");

const GOOD: &str = include_str!("messages/good.catalogue");
