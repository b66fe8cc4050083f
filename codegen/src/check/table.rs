//! Vocabularies and tables of codes: schema -> drafts.

use super::address::is_address;
use super::case::Case;
use super::code;
use super::column;
use super::draft::{Constant, Draft, Suffix};
use super::entry::{self, Defaults};
use super::head::Head;
use super::module;
use super::range;
use super::read::{Items, Node};
use super::rust_name::identifier;
use super::severities;
use super::sink::{Said, Sink};
use crate::load::Mark;
use crate::model::CodeFormat;
use crate::problem::{Problem, Rule, quote};
use crate::schema::{self, Field, List};

/// Drafts of all vocabularies, then of all tables, and whether none is missing.
pub(super) fn read<'a>(
    node: &Node<'a>,
    schema: &'a schema::Catalogue,
    head: &Head,
) -> (Vec<Draft<'a>>, bool) {
    let vocabularies = node.items("vocabularies", &schema.vocabularies);
    if schema.enums.is_missing() {
        node.missing("enums", "a list of enums");
    }
    let enums = node.items("enums", &schema.enums);
    if enums.complete && enums.found.is_empty() && !schema.enums.is_missing() {
        node.no_items("enums");
    }
    let complete = vocabularies.complete && enums.complete;
    let vocabularies =
        vocabularies.found.into_iter().map(|(schema, mark)| vocabulary(node.sink, schema, mark, head));
    let tables = enums.found.into_iter().map(|(schema, mark)| table(node.sink, schema, mark, head));
    (vocabularies.chain(tables).collect(), complete)
}

fn vocabulary<'a>(sink: &'a Sink, schema: &'a schema::Vocabulary, mark: &'a Mark, head: &Head) -> Draft<'a> {
    let node = Node::new(sink, mark, schema::Vocabulary::KEYS, &schema.other);
    let mut draft = begin(&node, &schema.name, &schema.doc);
    draft.is_vocabulary = true;
    let values = entries(&node, "values", &schema.values);
    draft.complete = values.complete;
    described_all_or_none(sink, &values);
    draft.entries = values.found.iter().map(|(schema, mark)| entry::word(sink, schema, mark, head)).collect();
    draft
}

/// Reports words without a description where others have one.
fn described_all_or_none(sink: &Sink, values: &Items<'_, schema::Entry>) {
    let is_described = |value: &schema::Entry| !value.description.is_missing();
    let Some((_, first)) = values.found.iter().find(|(value, _)| is_described(value)) else { return };
    let related = first.key("description").key;
    for (_, mark) in values.found.iter().filter(|(value, _)| !is_described(value)) {
        let problem = Problem::new(Rule::DescriptionForSome, mark.head(), "`description` is missing");
        let problem = problem.label("no `description` here").related(related, "others have one");
        sink.push(problem.help("describe all words of a vocabulary or none"));
    }
}

fn table<'a>(sink: &'a Sink, schema: &'a schema::Enum, mark: &'a Mark, head: &Head) -> Draft<'a> {
    let node = Node::new(sink, mark, schema::Enum::KEYS, &schema.other);
    let mut draft = begin(&node, &schema.name, &schema.doc);
    (draft.module, draft.module_span) = module::above(&node, &schema.module);
    draft.codes = format(&node, &schema.code);
    let source = node.text("source", &schema.source).and_then(|said| head.sources.find(sink, said));
    let since = node.text("since", &schema.since).map(Said::prose);
    draft.link = node.text("link", &schema.link).map(|said| link(sink, said));
    draft.error = node.flag("error", &schema.error).unwrap_or_default();
    draft.large = node.flag("large", &schema.large).unwrap_or_default();
    draft.suffixes = suffixes(&node, schema);
    let severity_derived = node.flag("severity_derived", &schema.severity_derived).unwrap_or_default();
    draft.constants = constants(&node, schema);
    let columns = node.value("fields", &schema.fields);
    let columns_known = columns.is_some() || schema.fields.is_missing();
    draft.columns = column::read(&node, columns);
    // What they hold is among the entries already; here only their types are judged.
    node.texts("include", &schema.include);
    (draft.ranges, draft.ranges_complete) =
        range::read(&node, schema, draft.codes.as_ref(), &draft.columns, columns_known);
    let rows = entries(&node, "entries", &schema.entries);
    draft.complete = rows.complete;
    let (codes, columns) = (draft.codes.as_ref(), draft.columns.as_slice());
    let defaults = Defaults { head, codes, columns, columns_known, source, since, severity_derived };
    draft.entries =
        rows.found.iter().map(|(schema, mark)| entry::row(sink, schema, mark, &defaults)).collect();
    draft
}

/// What vocabularies and tables have in common.
fn begin<'a>(node: &Node<'a>, name: &'a schema::Text, text: &'a schema::Text) -> Draft<'a> {
    let name = node.needed_text("name", name);
    if let Some(name) = name.filter(|name| identifier(node.sink, *name, "type")) {
        Case::Camel.check(node.sink, name, "type");
        module::of_type(node.sink, name);
    }
    Draft {
        mark: node.mark,
        is_vocabulary: false,
        name,
        module: Vec::new(),
        module_span: node.mark.head(),
        doc: node.needed_text("doc", text).map(Said::prose).unwrap_or_default(),
        codes: None,
        link: None,
        error: false,
        large: false,
        suffixes: Vec::new(),
        constants: Vec::new(),
        columns: Vec::new(),
        ranges: Vec::new(),
        ranges_complete: true,
        entries: Vec::new(),
        complete: true,
    }
}

fn entries<'a>(node: &Node<'a>, key: &str, list: &'a List<schema::Entry>) -> Items<'a, schema::Entry> {
    if list.is_missing() {
        node.missing(key, "a list");
    }
    let mut items = node.items(key, list);
    if items.complete && items.found.is_empty() && !list.is_missing() {
        let at = node.mark.key(key).key;
        let problem = Problem::new(Rule::NoEntries, at, format!("`{key}` is empty"));
        node.sink.push(problem.help("a Rust enum without variants has no values: give it one at least"));
    }
    items.complete &= !items.found.is_empty();
    items
}

/// A template of addresses.
fn link(sink: &Sink, said: Said<'_>) -> String {
    let parts = ["{code}", "{name}", "{variant}"];
    let rest = parts.iter().fold(said.text.to_owned(), |text, part| text.replace(part, ""));
    if !is_address(said.text) || rest == said.text || rest.contains(['{', '}']) {
        let problem = Problem::new(
            Rule::BadLink,
            said.span,
            format!("{} is no template of addresses", quote(said.text)),
        );
        sink.push(problem.help(
            "write an address with `{code}`, `{name}` or `{variant}` in it: https://example.com/{code}",
        ));
    }
    said.text.to_owned()
}

fn format<'a>(node: &Node<'a>, field: &'a Field<schema::CodeFormat>) -> Option<CodeFormat> {
    let schema = node.needed("code", field)?;
    code::format(node.sink, schema, node.mark.key("code"))
}

fn suffixes<'a>(node: &Node<'a>, schema: &'a schema::Enum) -> Vec<Suffix<'a>> {
    let map = node.value("severity_by_suffix", &schema.severity_by_suffix);
    let mut suffixes: Vec<Suffix<'a>> = Vec::new();
    for pair in node.pairs("severity_by_suffix", map) {
        let same = suffixes.iter().find(|other| other.suffix.text.eq_ignore_ascii_case(pair.name.text));
        if let Some(first) = same {
            let message = format!("the suffix {} is given twice", quote(pair.name.text));
            let problem = Problem::new(Rule::DuplicateKey, pair.name.span, message).label("second");
            let problem =
                problem.related(first.suffix.span, "first; the case of letters makes no difference");
            node.sink.push(problem.help("remove one of the two"));
            continue;
        }
        let said = pair.value.map(|text| Said::new(text, pair.mark.span));
        if let Some(severity) = said.and_then(|said| severities::read(node.sink, said)) {
            suffixes.push(Suffix { suffix: pair.name, severity });
        }
    }
    suffixes
}

fn constants<'a>(node: &Node<'a>, schema: &'a schema::Enum) -> Vec<Constant<'a>> {
    let map = node.value("constants", &schema.constants);
    let pairs = node.pairs("constants", map);
    let constant = |pair: &super::read::Pair<'a, schema::Constant>| {
        if identifier(node.sink, pair.name, "constant") {
            Case::Screaming.check(node.sink, pair.name, "constant");
        }
        let schema = pair.value?;
        let node = Node::new(node.sink, pair.mark, schema::Constant::KEYS, &schema.other);
        let value = node.needed("value", &schema.value).cloned().unwrap_or_default();
        let doc = node.needed_text("doc", &schema.doc).map(Said::prose).unwrap_or_default();
        Some(Constant { name: pair.name, value, doc })
    };
    pairs.iter().filter_map(constant).collect()
}
