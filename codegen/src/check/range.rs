//! Ranges of codes.

use super::code;
use super::draft::{Column, Draft, Range};
use super::read::{Node, Others};
use super::sink::{Said, Sink};
use crate::load::Mark;
use crate::model::{Arity, Code, CodeFormat, CodeType};
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
    if codes.is_some_and(|codes| codes.ty == CodeType::Text) && !items.found.is_empty() {
        let at = node.mark.key("ranges").key;
        let problem = Problem::new(Rule::RangesNeedNumbers, at, "codes that are texts cannot have ranges");
        node.sink.push(problem.help("remove `ranges`, or give `code` another `type`"));
        return (Vec::new(), false);
    }
    let good = |&(schema, mark): &(&'a schema::Range, &'a Mark)| {
        range(node.sink, schema, mark, codes, columns, fields_known)
    };
    let mut ranges: Vec<Range<'a>> = items.found.iter().filter_map(good).collect();
    let complete = items.complete && ranges.len() == items.found.len();
    ranges.sort_by_key(|range| (range.first, range.last));
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
    let is_declared = |key: &str| declared.contains(&key);
    let others = if fields_known { Others::Unless(&is_declared, &declared) } else { Others::Ignored };
    let node = Node::with(sink, mark, schema::Range::KEYS, &schema.other, &others);
    let name = node.needed_text("name", &schema.name);
    let bound = |key, field| {
        let said = node.needed_text(key, field)?;
        Some((said, code::read(sink, said, codes?)?))
    };
    let (first, last) = (bound("first", &schema.first), bound("last", &schema.last));
    let words = columns.iter().map(|column| word(sink, column, schema, mark)).collect();
    let ((_, Code::Number(first)), (said, Code::Number(last))) = (first?, last?) else { return None };
    if first > last {
        let message = format!("the range ends at {}, before it begins", quote(said.text));
        let problem = Problem::new(Rule::RangeBackwards, said.span, message);
        sink.push(
            problem.related(mark.key("first").span, "it begins here").help("exchange `first` and `last`"),
        );
        return None;
    }
    let name = name.map(|said| said.text.to_owned()).unwrap_or_default();
    Some(Range { span: mark.head(), name, first, last, words, resolved: Vec::new() })
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
        Field::Given(Value::String(text)) => return Some(Said { text, span: mark.span }),
        Field::Given(value) => sink.wrong_type(mark.span, &quote(key), "one name", schema::kind_of(value)),
        _ => {
            let problem = Problem::new(Rule::EmptyValue, mark.span, format!("{} has no value", quote(key)));
            sink.push(problem.label("nothing here").help("name an entry, or remove the key"));
        }
    }
    None
}

fn overlaps(sink: &Sink, ranges: &[Range<'_>]) {
    let mut widest: Option<&Range<'_>> = None;
    for range in ranges {
        if let Some(before) = widest.filter(|before| before.last >= range.first) {
            let (earlier, later) = if before.span < range.span { (before, range) } else { (range, before) };
            let message = format!("the ranges {} and {} overlap", quote(&earlier.name), quote(&later.name));
            let problem =
                Problem::new(Rule::RangeOverlap, later.span, message).related(earlier.span, "with this one");
            sink.push(problem.help("a code may lie in one range only"));
        }
        widest = widest.filter(|before| before.last >= range.last).or(Some(range));
    }
}

/// The range in which a code lies.
pub(super) fn of<'r, 'a>(ranges: &'r [Range<'a>], code: &Code) -> Option<&'r Range<'a>> {
    let Code::Number(number) = code else { return None };
    let behind = ranges.partition_point(|range| range.first <= *number);
    let range = ranges.get(behind.checked_sub(1)?)?;
    (range.last >= *number).then_some(range)
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
