//! One row of a table, or one word of a vocabulary.

use super::code;
use super::column;
use super::draft::{Coded, Column, Deprecation, Entry};
use super::head::Head;
use super::read::Node;
use super::rust_name;
use super::severities;
use super::sink::{Said, Sink};
use super::version;
use crate::load::Mark;
use crate::model::CodeFormat;
use crate::problem::{Problem, Rule, quote};
use crate::schema::{self, Field};

/// What holds for all entries of an enum.
pub(super) struct Defaults<'d, 'a> {
    pub head: &'d Head,
    /// `None` if the format is broken.
    pub codes: Option<&'d CodeFormat>,
    pub columns: &'d [Column<'a>],
    /// Whether the columns could be read, so that another key is a problem.
    pub columns_known: bool,
    pub source: Option<usize>,
    pub since: Option<String>,
    pub severity_derived: bool,
}

/// Reads a row of a table of codes.
pub(super) fn row<'a>(
    sink: &'a Sink,
    schema: &'a schema::Entry,
    mark: &'a Mark,
    defaults: &Defaults<'_, 'a>,
) -> Entry<'a> {
    let declared: Vec<&str> = defaults.columns.iter().map(|column| column.method.text).collect();
    let declared = defaults.columns_known.then_some(declared.as_slice());
    let node = Node::with(sink, mark, schema::Entry::KEYS, &schema.other, declared);

    let code = node.needed_text("code", &schema.code).and_then(|said| coded(sink, said, defaults.codes?));
    let mut entry = named(&node, schema);
    entry.code = code;
    let word = node.text("severity", &schema.severity);
    entry.severity_stated = !schema.severity.is_missing();
    entry.severity = word.and_then(|said| Some((severities::read(sink, said)?, said.span)));
    entry.severity_derived =
        node.flag("severity_derived", &schema.severity_derived).unwrap_or(defaults.severity_derived);
    if defaults.head.locales.any() && schema.description.is_missing() {
        node.missing("description", "a text in each declared language");
    }
    entry.description = defaults.head.locales.texts(&node, "description", &schema.description);
    entry.remediation = defaults.head.locales.texts(&node, "remediation", &schema.remediation);
    entry.source = match node.text("source", &schema.source) {
        Some(said) => defaults.head.sources.find(sink, said),
        None => defaults.source,
    };
    entry.since = node.text("since", &schema.since).map(Said::prose).or_else(|| defaults.since.clone());
    entry.deprecated = deprecation(&node, &schema.deprecated);
    let words = |column| column::words(sink, column, &schema.other, mark);
    entry.words = defaults.columns.iter().map(words).collect();
    entry
}

/// Reads a word of a vocabulary.
pub(super) fn word<'a>(sink: &'a Sink, schema: &'a schema::Entry, mark: &'a Mark, head: &Head) -> Entry<'a> {
    let node = Node::new(sink, mark, WORD_KEYS, &schema.other);
    refuse_codes(&node);
    let mut entry = named(&node, schema);
    entry.description = head.locales.texts(&node, "description", &schema.description);
    entry
}

const WORD_KEYS: &[&str] = &["name", "variant", "aliases", "description", "notes"];

/// Keys of a table's rows that a word cannot have.
fn refuse_codes(node: &Node<'_>) {
    for key in schema::Entry::KEYS.iter().filter(|key| !WORD_KEYS.contains(key) && node.mark.has(key)) {
        let at = node.mark.key(key).key;
        let problem =
            Problem::new(Rule::NotForVocabulary, at, format!("a word of a vocabulary has no `{key}`"));
        node.sink
            .push(problem.label("only entries of `enums` have it").help("remove it, or make it an enum"));
    }
}

/// What rows and words have in common.
fn named<'a>(node: &Node<'a>, schema: &'a schema::Entry) -> Entry<'a> {
    let name = node.needed_text("name", &schema.name);
    let aliases = node.texts("aliases", &schema.aliases);
    for said in name.iter().chain(&aliases) {
        check_spelling(node.sink, *said);
    }
    Entry {
        mark: node.mark,
        name,
        variant: rust_name::variant(node, &schema.variant, name),
        code: None,
        aliases,
        severity_stated: false,
        severity: None,
        severity_derived: false,
        description: Vec::new(),
        remediation: Vec::new(),
        notes: node.texts("notes", &schema.notes).into_iter().map(Said::prose).collect(),
        source: None,
        since: None,
        deprecated: None,
        words: Vec::new(),
        resolved: Vec::new(),
    }
}

/// What is parsed has no white space around it and no line breaks.
fn check_spelling(sink: &Sink, said: Said<'_>) {
    let why = if said.text.trim() != said.text {
        "white space at an end"
    } else if said.text.contains(['\n', '\t']) {
        "a line break or tab in it"
    } else {
        return;
    };
    let message = format!("{} cannot be parsed as one spelling", quote(said.text));
    let problem = Problem::new(Rule::BadSpelling, said.span, message).label(why);
    sink.push(problem.help("write it on one line, without white space around it"));
}

fn coded(sink: &Sink, said: Said<'_>, codes: &CodeFormat) -> Option<Coded> {
    code::read(sink, said, codes).map(|code| Coded { code, span: said.span })
}

fn deprecation<'a>(node: &Node<'a>, field: &'a Field<schema::Deprecated>) -> Option<Deprecation<'a>> {
    let schema = node.value("deprecated", field)?;
    let node = Node::new(node.sink, node.mark.key("deprecated"), schema::Deprecated::KEYS, &schema.other);
    let since = node.needed_text("since", &schema.since);
    let attribute = node.flag("attribute", &schema.attribute).unwrap_or_default();
    if let Some(since) = since.filter(|_| attribute) {
        version::check(node.sink, since, node.mark.key("attribute").key);
    }
    Some(Deprecation {
        since: since.map(Said::prose).unwrap_or_default(),
        note: node.text("note", &schema.note).map(Said::prose),
        replaced_by: node.text("replaced_by", &schema.replaced_by),
        resolved: None,
        attribute,
    })
}
