//! Ranges of codes.

use super::code;
use super::draft::{Column, Draft, Range};
use super::read::{Node, no_value};
use super::sink::{Said, Sink};
use crate::load::Mark;
use crate::model::{Arity, Code, CodeFormat, CodeType, Extent};
use crate::problem::{Problem, Rule, quote};
use crate::schema::{self, Field};
use serde_yaml::Value;

/// Reads the ranges of an enum, ascending; says, too, whether all are good.
pub(super) fn read<'a>(
    node: &Node<'a>,
    schema: &'a schema::Enum,
    codes: Option<&CodeFormat>,
    columns: &[Column<'a>],
    fields_known: bool,
) -> (Vec<Range<'a>>, bool) {
    let items = node.items("ranges", &schema.ranges);
    let good = |&(schema, mark): &(&'a schema::Range, &'a Mark)| {
        range(node.sink, schema, mark, codes, columns, fields_known)
    };
    let mut ranges: Vec<Range<'a>> = items.found.iter().filter_map(good).collect();
    let complete = items.complete && ranges.len() == items.found.len();
    ranges.sort_by(|a, b| a.extent.cmp(&b.extent));
    overlaps(node.sink, &ranges);
    (ranges, complete)
}

fn range<'a>(
    sink: &'a Sink,
    schema: &'a schema::Range,
    mark: &'a Mark,
    codes: Option<&CodeFormat>,
    columns: &[Column<'a>],
    fields_known: bool,
) -> Option<Range<'a>> {
    let declared: Vec<&str> = columns.iter().map(|column| column.method.text).collect();
    let declared = fields_known.then_some(declared.as_slice());
    let node = Node::with(sink, mark, schema::Range::KEYS, &schema.other, declared);
    let name = node.needed_text("name", &schema.name);
    let extent = match codes {
        Some(codes) if codes.ty == CodeType::Text => prefix(&node, schema, codes),
        Some(codes) => numbers(&node, schema, codes),
        None => None,
    };
    let words = columns.iter().map(|column| word(sink, column, schema, mark)).collect();
    let name = name.map(|said| said.text.to_owned()).unwrap_or_default();
    Some(Range { span: mark.head(), name, extent: extent?, words, resolved: Vec::new() })
}

fn numbers(node: &Node<'_>, schema: &schema::Range, codes: &CodeFormat) -> Option<Extent> {
    if !schema.prefix.is_missing() {
        let at = node.mark.key("prefix").key;
        let problem = Problem::new(Rule::RangeBounds, at, "a range of numbers has no `prefix`");
        node.sink.push(problem.help("write `first` and `last`; both belong to the range"));
        return None;
    }
    let bound = |key, field| {
        let said = node.needed_text(key, field)?;
        Some((said, code::read(node.sink, said, codes)?))
    };
    let (first, last) = (bound("first", &schema.first), bound("last", &schema.last));
    let ((_, Code::Number(first)), (said, Code::Number(last))) = (first?, last?) else { return None };
    if first > last {
        let message = format!("the range ends at {}, before it begins", quote(said.text));
        let problem = Problem::new(Rule::RangeBackwards, said.span, message);
        let problem = problem.related(node.mark.key("first").span, "it begins here");
        node.sink.push(problem.help("exchange `first` and `last`"));
        return None;
    }
    Some(Extent::Numbers { first, last })
}

fn prefix(node: &Node<'_>, schema: &schema::Range, codes: &CodeFormat) -> Option<Extent> {
    let bounds = [("first", &schema.first), ("last", &schema.last)];
    if let Some((key, _)) = bounds.iter().find(|(_, field)| !field.is_missing()) {
        let at = node.mark.key(key).key;
        let problem = Problem::new(Rule::RangeBounds, at, format!("a range of texts has no `{key}`"));
        node.sink.push(problem.help("write `prefix` with what all its codes begin with"));
        return None;
    }
    let said = node.needed_text("prefix", &schema.prefix)?;
    match code::read(node.sink, said, codes)? {
        Code::Text(prefix) => Some(Extent::Prefix(prefix)),
        Code::Number(_) => None,
    }
}

/// The word of a range for a column.
fn word<'a>(sink: &Sink, column: &Column<'_>, schema: &'a schema::Range, mark: &'a Mark) -> Option<Said<'a>> {
    let key = column.method.text;
    let (_, field) = schema.other.0.iter().find(|(other, _)| other == key)?;
    let mark = mark.key(key);
    if column.arity == Arity::Many && column.target_name.is_some() {
        let message = format!("a range gives no words for the list {}", quote(key));
        let problem = Problem::new(Rule::RangeWord, mark.key, message);
        sink.push(problem.help("remove it here and name the entries at each code"));
        return None;
    }
    match field {
        Field::Given(Value::String(text)) => return Some(Said::new(text, mark.span)),
        Field::Given(value) => sink.wrong_type(mark.span, &quote(key), "one name", schema::kind_of(value)),
        _ => {
            sink.push(no_value(&quote(key), mark.span).help("name an entry, or remove the key"));
        }
    }
    None
}

fn overlaps(sink: &Sink, ranges: &[Range<'_>]) {
    let mut widest: Option<&Range<'_>> = None;
    for range in ranges {
        if let Some(before) = widest.filter(|before| before.extent.overlaps(&range.extent)) {
            let (earlier, later) = if before.span < range.span { (before, range) } else { (range, before) };
            let message = format!("the ranges {} and {} overlap", quote(&earlier.name), quote(&later.name));
            let problem =
                Problem::new(Rule::RangeOverlap, later.span, message).related(earlier.span, "with this one");
            sink.push(problem.help("a code may lie in one range only"));
        }
        widest = widest.filter(|before| reaches_beyond(&before.extent, &range.extent)).or(Some(range));
    }
}

/// Whether codes behind the second extent may lie in the first.
fn reaches_beyond(first: &Extent, second: &Extent) -> bool {
    match (first, second) {
        (Extent::Numbers { last, .. }, Extent::Numbers { last: other, .. }) => last >= other,
        (Extent::Prefix(prefix), Extent::Prefix(other)) => other.starts_with(prefix),
        _ => false,
    }
}

/// The range in which a code lies.
pub(super) fn of<'r, 'a>(ranges: &'r [Range<'a>], code: &Code) -> Option<&'r Range<'a>> {
    let behind = ranges.partition_point(|range| range.extent.begins_before(code));
    ranges.get(behind.checked_sub(1)?).filter(|range| range.extent.contains(code))
}

/// If there are ranges, each code must lie in one.
pub(super) fn outside(sink: &Sink, draft: &Draft<'_>) {
    if draft.ranges.is_empty() || !draft.ranges_complete {
        return;
    }
    for coded in draft.entries.iter().filter_map(|entry| entry.code.as_ref()) {
        if of(&draft.ranges, &coded.code).is_none() {
            let written = draft.codes.as_ref().map(|codes| codes.write(&coded.code)).unwrap_or_default();
            let problem =
                Problem::new(Rule::OutsideRanges, coded.span, format!("code `{written}` lies in no range"));
            sink.push(problem.help("widen a range or add one"));
        }
    }
}
