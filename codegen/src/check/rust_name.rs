//! Names that go into Rust code: paths, identifiers, variants.

use super::case::Case;
use super::draft::Variant;
use super::read::Node;
use super::sink::{Said, Sink};
use crate::naming::{composed, is_common, is_identifier, is_reserved, variant_of};
use crate::problem::{Problem, Rule, quote};
use crate::schema;

/// Whether a name of the author's can be a Rust identifier; if not, that is reported.
pub(super) fn identifier(sink: &Sink, said: Said<'_>, what: &str) -> bool {
    let name = quote(said.text);
    if is_reserved(said.text) {
        let problem =
            Problem::new(Rule::ReservedIdentifier, said.span, format!("{name} is a reserved word of Rust"));
        sink.push(problem.label(format!("no name for a {what}")).help("choose another name"));
        return false;
    }
    if !is_identifier(said.text) {
        let problem = Problem::new(Rule::NotAnIdentifier, said.span, format!("{name} is no Rust identifier"));
        let problem = problem.label(format!("no name for a {what}"));
        sink.push(problem.help("an identifier has letters, digits and `_` only and begins with no digit"));
        return false;
    }
    if !is_common(said.text) {
        let message = format!("{name} has a letter of which rustc warns");
        let problem = Problem::new(Rule::NotAnIdentifier, said.span, message);
        sink.push(problem.label("a special form of other letters").help("write it with usual letters"));
        return false;
    }
    true
}

/// Whether a name of the author's can be that of a method; if not, that is reported, and so is another case.
pub(super) fn method(sink: &Sink, said: Said<'_>) -> bool {
    let is_identifier = identifier(sink, said, "method");
    if is_identifier {
        Case::Snake.check(sink, said, "method");
    }
    is_identifier
}

/// The segments of a path such as `my_crate::codes`; `None` if it is none, which is reported.
pub(super) fn path<'a>(sink: &Sink, said: Said<'a>) -> Option<Vec<&'a str>> {
    let segments: Vec<&str> = said.text.split("::").collect();
    let bad = segments.iter().find(|segment| !is_identifier(segment) || is_reserved(segment));
    let Some(bad) = bad else { return Some(segments) };
    let why = match *bad {
        "" => "a segment is empty".to_owned(),
        word if is_reserved(word) => format!("{} is a reserved word of Rust", quote(word)),
        word => format!("{} is no Rust identifier", quote(word)),
    };
    let problem = Problem::new(Rule::BadPath, said.span, format!("{} is no Rust path", quote(said.text)));
    sink.push(problem.label(why).help("write identifiers with `::` between them, such as `my_crate::codes`"));
    None
}

/// The Rust variant of an entry, given or derived from its name; `None` if there is none, which is reported.
pub(super) fn variant<'a>(
    node: &Node<'a>,
    given: &'a schema::Text,
    name: Option<Said<'_>>,
) -> Option<Variant> {
    if given.is_missing() {
        return name.and_then(|name| derived(node.sink, name));
    }
    let said = node.text("variant", given).filter(|said| identifier(node.sink, *said, "variant"))?;
    Case::Camel.check(node.sink, said, "variant");
    Some(Variant { text: composed(said.text), span: said.span, given: true })
}

fn derived(sink: &Sink, name: Said<'_>) -> Option<Variant> {
    let text = variant_of(name.text);
    let help = "add a `variant:` of your choice";
    if is_reserved(&text) {
        let message = format!("{} gives the variant `{text}`, a reserved word of Rust", quote(name.text));
        sink.push(Problem::new(Rule::ReservedIdentifier, name.span, message).help(help));
        return None;
    }
    if !is_identifier(&text) {
        let message = format!("{} gives no Rust variant", quote(name.text));
        let problem = Problem::new(Rule::NoIdentifier, name.span, message).label(why_none(&text));
        sink.push(problem.help(help));
        return None;
    }
    if !is_common(&text) {
        let message =
            format!("{} gives the variant `{text}` with a letter of which rustc warns", quote(name.text));
        let problem = Problem::new(Rule::NoIdentifier, name.span, message);
        sink.push(problem.label("a special form of other letters").help(help));
        return None;
    }
    if !Case::Camel.has(&text) {
        let message =
            format!("{} gives the variant `{text}`, which is not in `UpperCamelCase`", quote(name.text));
        sink.push(Problem::new(Rule::NameCase, name.span, message).help(help));
    }
    Some(Variant { text, span: name.span, given: false })
}

fn why_none(variant: &str) -> String {
    match variant.chars().next() {
        None => "no letter in it".to_owned(),
        Some(first) if first.is_numeric() => format!("{} begins with a digit", quote(variant)),
        Some(_) => format!("{} is no identifier", quote(variant)),
    }
}
