//! Columns that the author declares.

use super::draft::{Column, Words};
use super::read::{Node, Pair, no_value};
use super::rust_name;
use super::sink::{Said, Sink};
use crate::load::Mark;
use crate::model::Arity;
use crate::problem::{Problem, Rule, quote};
use crate::schema::{self, Field, Map};
use serde_yaml::Value;

/// The declared columns of an enum, broken ones too.
pub(super) fn read<'a>(node: &Node<'a>, map: Option<&'a Map<schema::Column>>) -> Vec<Column<'a>> {
    node.pairs("fields", map).iter().map(|pair| column(node.sink, pair)).collect()
}

fn column<'a>(sink: &'a Sink, pair: &Pair<'a, schema::Column>) -> Column<'a> {
    let method = pair.name;
    let is_key = is_key(sink, method);
    let method_good = !is_key && rust_name::method(sink, method);
    let mut column = Column {
        method,
        method_good,
        target_name: None,
        arity: Arity::Many,
        doc: String::new(),
        inverse: None,
        inverse_doc: String::new(),
        target: None,
    };
    if let Some(schema) = pair.value {
        let node = Node::new(sink, pair.mark, schema::Column::KEYS, &schema.other);
        (column.target_name, column.arity) = target(&node, schema);
        // What stands under a key of the format is no word of this column.
        column.target_name = column.target_name.filter(|_| !is_key);
        column.doc = node.needed_text("doc", &schema.doc).map(Said::prose).unwrap_or_default();
        let inverse = node.text("inverse", &schema.inverse);
        column.inverse = inverse.filter(|said| rust_name::method(sink, *said));
        column.inverse_doc = inverse_doc(&node, schema);
    }
    column
}

/// A column is a key of its entries, where other keys are already.
fn is_key(sink: &Sink, method: Said<'_>) -> bool {
    let of_entries = schema::Entry::KEYS.contains(&method.text);
    let of_ranges = schema::Range::KEYS.contains(&method.text);
    if of_entries || of_ranges {
        let whose = if of_entries { "entries" } else { "ranges" };
        let message = format!("a field cannot be called {}", quote(method.text));
        let problem = Problem::new(Rule::MethodCollision, method.span, message);
        sink.push(problem.label(format!("this is a key of {whose}")).help("choose another name"));
    }
    of_entries || of_ranges
}

fn target<'a>(node: &Node<'a>, schema: &'a schema::Column) -> (Option<Said<'a>>, Arity) {
    let one = node.text("one_of", &schema.one_of);
    let list = node.text("list_of", &schema.list_of);
    let optional = node.flag("optional", &schema.optional).unwrap_or_default();
    let help = "give either `one_of` or `list_of`, with the name of a vocabulary or an enum";
    match (!schema.one_of.is_missing(), !schema.list_of.is_missing()) {
        (true, true) => {
            let problem =
                Problem::new(Rule::FieldTarget, node.mark.key("list_of").key, "a field has two targets");
            let problem = problem.label("second").related(node.mark.key("one_of").key, "first");
            node.sink.push(problem.help(help));
            (None, Arity::Many)
        }
        (false, false) => {
            node.sink
                .push(Problem::new(Rule::FieldTarget, node.mark.key, "a field has no target").help(help));
            (None, Arity::Many)
        }
        (true, false) => (one, if optional { Arity::Optional } else { Arity::One }),
        (false, true) => {
            if optional {
                let at = node.mark.key("optional").key;
                let problem = Problem::new(Rule::FieldOption, at, "`optional` does not apply to `list_of`");
                node.sink.push(problem.help("remove it: a list may be empty, `[]`"));
            }
            (list, Arity::Many)
        }
    }
}

fn inverse_doc<'a>(node: &Node<'a>, schema: &'a schema::Column) -> String {
    let has_inverse = !schema.inverse.is_missing();
    let text = match has_inverse {
        true => node.needed_text("inverse_doc", &schema.inverse_doc),
        false => node.text("inverse_doc", &schema.inverse_doc),
    };
    if !has_inverse && !schema.inverse_doc.is_missing() {
        let at = node.mark.key("inverse_doc").key;
        let problem = Problem::new(Rule::FieldOption, at, "`inverse_doc` does not apply without `inverse`");
        node.sink.push(problem.help("add `inverse:` with the name of a method, or remove it"));
    }
    text.map(Said::prose).unwrap_or_default()
}

/// What an entry says in a column.
pub(super) fn words<'a>(
    sink: &Sink,
    column: &Column<'_>,
    others: &'a Map<Value>,
    mark: &'a Mark,
) -> Words<'a> {
    let key = column.method.text;
    let Some((_, field)) = others.0.iter().find(|(other, _)| other == key) else {
        // A list that is left out is empty.
        return if column.arity == Arity::Many { Words::Said(Vec::new()) } else { Words::Missing };
    };
    let mark = mark.key(key);
    match (field, column.arity) {
        (Field::Given(Value::Sequence(items)), Arity::Many) => list(sink, key, items, mark),
        (Field::Given(Value::String(text)), Arity::One | Arity::Optional) => {
            Words::Said(vec![Said::new(text, mark.span)])
        }
        // Of a column without target nobody knows whether it is a list.
        (Field::Given(_), _) if column.target_name.is_none() => Words::Broken,
        (Field::Given(value), arity) => {
            let found = schema::kind_of(value);
            let expected = if arity == Arity::Many { "a list of names" } else { "one name" };
            sink.wrong_type(mark.span, &quote(key), expected, found);
            Words::Broken
        }
        _ => {
            sink.push(no_value(&quote(key), mark.span).help(match column.arity {
                Arity::Many => "name entries, or write `[]` for none",
                _ => "name an entry, or remove the key",
            }));
            Words::Broken
        }
    }
}

fn list<'a>(sink: &Sink, key: &str, items: &'a [Value], mark: &'a Mark) -> Words<'a> {
    let mut said = Vec::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        let span = mark.item(at).span;
        match item {
            Value::String(text) => said.push(Said::new(text, span)),
            Value::Null => {
                let message = format!("an item of {} has no value", quote(key));
                sink.push(
                    Problem::new(Rule::EmptyValue, span, message).help("name an entry, or remove the item"),
                );
            }
            _ => {
                sink.wrong_type(span, &format!("an item of {}", quote(key)), "a name", schema::kind_of(item))
            }
        }
    }
    Words::Said(said)
}
