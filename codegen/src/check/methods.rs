//! Names of methods, constants and variants: an enum has each of them once.

use std::collections::HashMap;

use super::case::Case;
use super::draft::Draft;
use super::sink::Sink;
use crate::model::Arity;
use crate::naming::composed;
use crate::problem::{Problem, Rule, Span, quote};

/// What every generated enum has, whether it needs it or not, so that a catalogue can grow.
const GENERATED: &[&str] = &[
    "ALL",
    "COUNT",
    "NOUN",
    "SPELLINGS",
    "closest_to",
    "code_text",
    "deprecated",
    "documented_in",
    "description",
    "description_in",
    "from_name",
    "from_str",
    "iter",
    "name",
    "notes",
    "range_name",
    "remediation",
    "remediation_in",
    "severity",
    "since",
    "spellings",
    "try_from",
    "variant_name",
    "write_code",
];

/// What references to every enum have by traits that are always in scope: of a large enum, the code is read by one.
const OF_REFERENCES: &[&str] = &[
    "as_ref",
    "clamp",
    "clone",
    "clone_from",
    "cmp",
    "eq",
    "fmt",
    "ge",
    "gt",
    "into",
    "le",
    "lt",
    "max",
    "min",
    "ne",
    "partial_cmp",
    "to_owned",
    "to_string",
    "try_into",
];

/// Names by which users, and clippy, expect other types of results than a word or a code.
const PROMISES: &[(&str, &str)] = &[("iter_mut", "an iterator"), ("new", "a new value of the enum")];

/// Names that an enum has: where the author gave them, if the author did.
type Taken = HashMap<String, Option<Span>>;

pub(super) fn check(sink: &Sink, drafts: &[Draft<'_>]) {
    let mut taken: Vec<Taken> = drafts.iter().map(|draft| own(sink, draft)).collect();
    for draft in drafts {
        inverses(sink, draft, &mut taken);
    }
    for (draft, taken) in drafts.iter().zip(&taken) {
        variants(sink, draft, taken);
    }
}

/// The names that an enum has by itself.
fn own(sink: &Sink, draft: &Draft<'_>) -> Taken {
    let mut taken: Taken = GENERATED.iter().map(|name| ((*name).to_owned(), None)).collect();
    if let Some(codes) = &draft.codes {
        let code = draft.mark.key("code");
        let at = code.key("method").span;
        if OF_REFERENCES.contains(&codes.method.as_str()) {
            sink.push(
                is_taken(&codes.method, at, "method").label("every enum has it").help("choose another name"),
            );
        }
        if codes.method == "len" {
            sink.push(breaks_promise(&codes.method, at, "a number of elements"));
        }
        let clean = take(sink, &mut taken, &codes.method, at, "method");
        if clean {
            take(sink, &mut taken, &format!("from_{}", codes.method), at, "method");
        }
    }
    for constant in &draft.constants {
        take(sink, &mut taken, constant.name.text, constant.name.span, "constant");
    }
    for column in draft.columns.iter().filter(|column| column.method_good) {
        let method = column.method;
        // A range may give one word, not several.
        if take(sink, &mut taken, method.text, method.span, "method") && column.arity != Arity::Many {
            take(sink, &mut taken, &format!("{}_of", method.text), method.span, "method");
        }
    }
    of_ranges(sink, draft);
    taken
}

/// Where ranges give a field's word, there is a method with `_of` behind its name.
fn of_ranges(sink: &Sink, draft: &Draft<'_>) {
    for (at, column) in draft.columns.iter().enumerate() {
        let is_given = draft.ranges.iter().any(|range| range.words.get(at).is_some_and(Option::is_some));
        let (method, of_code) = (column.method, format!("{}_of", column.method.text));
        if is_given && column.method_good && Case::Snake.has(method.text) && !Case::Snake.has(&of_code) {
            let message =
                format!("{} gives the method `{of_code}`, which is not in `snake_case`", quote(method.text));
            let problem = Problem::new(Rule::NameCase, method.span, message);
            sink.push(problem.help("end it with a letter or digit"));
        }
    }
}

/// The names that an enum's columns give to their targets.
fn inverses(sink: &Sink, draft: &Draft<'_>, taken: &mut [Taken]) {
    for column in &draft.columns {
        let Some((inverse, target)) = column.inverse.zip(column.target) else { continue };
        if let Some(taken) = taken.get_mut(target) {
            take(sink, taken, inverse.text, inverse.span, "method");
        }
    }
}

/// A variant hides a constant or function of its name.
fn variants(sink: &Sink, draft: &Draft<'_>, taken: &Taken) {
    for variant in draft.entries.iter().filter_map(|entry| entry.variant.as_ref()) {
        let Some(first) = taken.get(&variant.text) else { continue };
        let name = quote(&variant.text);
        let message = format!("the variant {name} would hide a method or constant of its enum");
        let problem = Problem::new(Rule::ReservedIdentifier, variant.span, message);
        let problem = match first {
            Some(first) => problem.related(*first, "this one"),
            None => problem.label(format!("every enum has {name}")),
        };
        sink.push(problem.help("write another `variant:`"));
    }
}

/// Takes a name; says whether it was free, and reports it if not.
fn take(sink: &Sink, taken: &mut Taken, name: &str, span: Span, what: &str) -> bool {
    if let Some((_, promised)) = PROMISES.iter().find(|(promise, _)| what == "method" && *promise == name) {
        sink.push(breaks_promise(name, span, promised));
        return false;
    }
    let key = if what == "method" { one_case(&composed(name)) } else { composed(name) };
    let Some(first) = taken.get(&key) else {
        taken.insert(key, Some(span));
        return true;
    };
    let problem = is_taken(name, span, what);
    let problem = match first {
        Some(first) if *first != span => problem.label("gives it, too").related(*first, "gives it"),
        _ => problem.label("every enum has it"),
    };
    sink.push(problem.help("choose another name"));
    false
}

/// Methods give tables their names in capitals, which tell `straße` from `strasse` no more.
fn one_case(method: &str) -> String {
    method.to_uppercase().to_lowercase()
}

fn breaks_promise(name: &str, span: Span, promised: &str) -> Problem {
    let message = format!("the method {} would not return {promised}", quote(name));
    let problem = Problem::new(Rule::MethodCollision, span, message);
    problem.label("its name promises that").help("choose another name")
}

fn is_taken(name: &str, span: Span, what: &str) -> Problem {
    Problem::new(Rule::MethodCollision, span, format!("the {what} {} is taken", quote(name)))
}
