//! What authors of a catalogue read when something is wrong.
//!
//! Each `tests/messages/*.yaml` has the expected messages beside it. To update them:
//! `UPDATE_EXPECT=1 cargo test -p catalogue-codegen --test messages`

use std::path::{Path, PathBuf};
use std::{env, fs};

use catalogue_codegen::check::check;
use catalogue_codegen::load::{Document, parse};
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
fn nesting_without_end_is_a_problem_and_no_overflow() {
    for part in ["[", "{a: ", "- ", "? ", "- - [", "a: [{b: "] {
        let document = parse("catalogue.yaml", part.repeat(100_000));
        assert!(!problems(&document).is_empty(), "{part}");
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
fn unprintable_characters_are_not_taken_for_tabs() {
    let document = parse("catalogue.yaml", "path: coffee\nversion: '1'\nenums: \0\n".to_owned());
    let messages: Vec<_> = problems(&document).into_iter().map(|it| it.message).collect();
    assert_eq!(messages, ["a control character is not allowed here"]);
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

/// What is shown in part is not shown as it should be.
#[test]
fn a_line_is_corrected_if_it_is_shown_whole() {
    for (length, corrections) in [(100, 1), (10_000, 0)] {
        let filler = "x".repeat(length);
        for item in [format!("doc: {filler}, nmae: Fault"), format!("nmae: Fault, doc: {filler}")] {
            let comment = "x".repeat(10_000);
            let text = format!("# {comment}\npath: coffee\nversion: '1'\nenums: [{{ {item} }}]\n");
            let document = parse("catalogue.yaml", text);
            let problem = problems(&document).into_iter().find(|it| it.instead.is_some()).unwrap();
            let message = render(&document.files, &[problem], false, None);
            assert_eq!(message.matches("did you mean `name`?").count(), 1, "{message}");
            assert_eq!(message.matches("\n4 + ").count(), corrections, "{message}");
        }
    }
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
fn problems(document: &Document) -> Vec<Problem> {
    check(document).expect_err("a catalogue with problems")
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
