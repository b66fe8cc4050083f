//! Modules, which are files: that of each type, and those that the author puts enums into.

use super::case::Case;
use super::read::Node;
use super::rust_name;
use super::sink::{Said, Sink};
use crate::naming::{file_stem, is_identifier};
use crate::problem::{Problem, Rule, Span, quote};
use crate::schema;

const NOT_ASCII: &str = "rustc finds the file of a module only if its name is in ASCII";

/// A type is exported from a module with its name in the case of modules, which must be another one.
pub(super) fn of_type(sink: &Sink, name: Said<'_>) {
    let module = file_stem(name.text);
    // Whatever is in another case is reported already.
    if !Case::Camel.has(name.text) || (is_identifier(&module) && module.is_ascii()) {
        return;
    }
    let message = format!("{} gives no name for the module of its type", quote(name.text));
    let problem = Problem::new(Rule::NoIdentifier, name.span, message);
    sink.push(match module.is_ascii() {
        true => problem.help("begin it with a capital letter"),
        false => problem.label(NOT_ASCII).help("write it with the letters from A to Z"),
    });
}

/// The modules above an enum, and where they are given.
pub(super) fn above<'a>(node: &Node<'a>, field: &'a schema::Text) -> (Vec<&'a str>, Span) {
    let Some(said) = node.text("module", field) else { return (Vec::new(), node.mark.head()) };
    let Some(segments) = rust_name::path(node.sink, said) else {
        return (said.text.split("::").collect(), said.span);
    };
    if said.text.is_ascii() {
        Case::Snake.check_path(node.sink, said);
    } else {
        let message = format!("{} is no path of modules in files", quote(said.text));
        let problem = Problem::new(Rule::BadPath, said.span, message).label(NOT_ASCII);
        node.sink.push(problem.help("write it with the letters from a to z"));
    }
    (segments, said.span)
}
