//! What a catalogue without mistakes becomes.

use catalogue_codegen::check::check;
use catalogue_codegen::check_bytes;
use catalogue_codegen::load::parse;
use catalogue_codegen::model::{Arity, Catalogue, Code, CodeType, Notation, Severity};
use catalogue_codegen::report::render;

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

/// The line break at the end of a block is no part of what it says.
#[test]
fn every_text_may_be_a_block() {
    let mut blocks = 0;
    for line in GOOD.lines() {
        let Some((key, value)) = line.split_once(": ") else { continue };
        let value = value.trim_matches('"');
        if line.contains(['#', '{', '[']) || value.starts_with(['>', '|']) {
            continue;
        }
        let indentation = " ".repeat(key.len() - key.trim_start_matches([' ', '-']).len() + 2);
        let block = GOOD.replacen(&format!("{line}\n"), &format!("{key}: |\n{indentation}{value}\n"), 1);
        assert_ne!(block, GOOD);
        assert_eq!(good_model(&block), good_model(GOOD), "{line}");
        blocks += 1;
    }
    assert!(blocks > 20, "{blocks}");
}

#[test]
fn rust_names_are_in_the_form_in_which_rustc_compares_them() {
    let text =
        GOOD.replace("method: id", "method: cle\u{301}").replace("inverse: faults", "inverse: pe\u{301}pins");
    let model = good_model(&text.replace("name: idle", "name: e\u{301}te\u{301}"));
    let [part, fault, state] = model.enums.as_slice() else { panic!("three enums") };
    assert_eq!(part.inverses[0].method, "p\u{e9}pins");
    assert_eq!(fault.codes.as_ref().unwrap().method, "cl\u{e9}");
    assert_eq!(state.entries[0].variant, "\u{c9}t\u{e9}");
}

#[track_caller]
fn good_model(text: &str) -> Catalogue {
    let document = parse("catalogue.yaml", text.to_owned());
    check(&document).unwrap_or_else(|problems| {
        panic!("{}", render(&document.files, &problems, false, None));
    })
}

const GOOD: &str = include_str!("messages/good.catalogue");

#[test]
fn a_list_leaves_the_name_of_what_ranges_tell() {
    let text = "path: coffee\nversion: \"1\"\nenums:\n  - name: Fault\n    doc: A fault.\n    code: { type: u8 }\n    \
                fields:\n      also: { list_of: Fault, doc: Others., inverse: also_of, inverse_doc: The way back. }\n    \
                entries:\n      - { code: 1, name: Dry }\n";
    assert!(check_bytes("catalogue.yaml", text.as_bytes().to_vec()).is_ok());
    let one = text.replace("list_of", "one_of").replace("name: Dry", "name: Dry, also: Dry");
    let error = check_bytes("catalogue.yaml", one.into_bytes()).unwrap_err().to_string();
    assert!(error.contains("the method `also_of` is taken"), "{error}");
}
