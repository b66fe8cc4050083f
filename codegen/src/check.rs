//! Schema -> model: everything that is wrong, or else what is true.
//!
//! Each concern has a file. First the schema is read into drafts, which leave out what is broken; then the
//! drafts are held against each other; if nothing was wrong, they become the model.

mod address;
mod build;
mod case;
mod code;
mod column;
mod draft;
mod entry;
mod head;
mod locale;
mod methods;
mod module;
mod range;
mod read;
mod relation;
mod rust_name;
mod severities;
mod sink;
mod spelling;
mod table;
mod types;
mod version;

use std::collections::HashSet;

use self::read::Node;
use self::sink::Sink;
use crate::load::Document;
use crate::model;
use crate::problem::Problem;
use crate::schema;

/// Checks a catalogue. All its problems come at once, those of its YAML included, in the order of the file.
pub fn check(document: &Document) -> Result<model::Catalogue, Vec<Problem>> {
    if document.fatal {
        return Err(in_file_order(document.problems.clone()));
    }
    let sink = Sink::default();
    document.problems.iter().for_each(|problem| sink.push(problem.clone()));
    match catalogue(&sink, document) {
        Some(catalogue) => Ok(catalogue),
        None => Err(in_file_order(sink.into_problems())),
    }
}

/// What the file says, if nothing is wrong with it.
fn catalogue(sink: &Sink, document: &Document) -> Option<model::Catalogue> {
    let schema = &document.schema;
    let node = Node::new(sink, &document.marks, schema::Catalogue::KEYS, &schema.other);
    let head = head::read(&node, schema);
    let (mut drafts, complete) = table::read(&node, schema, &head);

    types::check(sink, &drafts, &head);
    relation::targets(sink, &mut drafts, complete);
    methods::check(sink, &drafts);
    relation::entries(sink, &mut drafts);
    for draft in &drafts {
        spelling::check(sink, draft);
        severities::check(sink, draft);
        range::outside(sink, draft);
        relation::against_ranges(sink, draft);
    }
    (sink.len() == 0).then(|| build::catalogue(head, &drafts))
}

fn in_file_order(mut problems: Vec<Problem>) -> Vec<Problem> {
    let mut seen = HashSet::new();
    problems.retain(|problem| seen.insert((problem.rule, problem.span, problem.message.clone())));
    problems.sort_by_key(|problem| (problem.span, problem.rule));
    problems
}
