//! Drafts without problems -> the model, sorted and with positions instead of names.

use super::draft::{Column, Deprecation, Draft, Entry, Range};
use super::head::Head;
use super::range;
use crate::model;
use crate::naming::composed;

pub(super) fn catalogue(head: Head, drafts: &[Draft<'_>]) -> model::Catalogue {
    let orders: Vec<Order> = drafts.iter().map(Order::of).collect();
    let mut enums: Vec<model::Enum> =
        drafts.iter().zip(&orders).map(|(draft, order)| table(draft, order, &orders)).collect();
    add_inverses(drafts, &mut enums);
    let Head { path, version, locales, strum, features, sources } = head;
    model::Catalogue { path, version, locales: locales.list, strum, features, sources: sources.list, enums }
}

/// How the entries of an enum are sorted.
struct Order {
    /// Positions in the file, sorted.
    sorted: Vec<usize>,
    /// For each position in the file, the one in the model.
    places: Vec<usize>,
}

impl Order {
    fn of(draft: &Draft<'_>) -> Self {
        let mut sorted: Vec<usize> = (0..draft.entries.len()).collect();
        let code = |at: &usize| {
            draft.entries.get(*at).and_then(|entry| entry.code.as_ref()).map(|coded| &coded.code)
        };
        sorted.sort_by(|a, b| code(a).cmp(&code(b)));
        let mut places = vec![0; sorted.len()];
        for (place, &at) in sorted.iter().enumerate() {
            if let Some(slot) = places.get_mut(at) {
                *slot = place;
            }
        }
        Self { sorted, places }
    }

    fn place(&self, at: usize) -> usize {
        self.places.get(at).copied().unwrap_or_default()
    }
}

fn table(draft: &Draft<'_>, order: &Order, orders: &[Order]) -> model::Enum {
    let rows = order.sorted.iter().filter_map(|&at| draft.entries.get(at));
    model::Enum {
        name: draft.name.map(|name| name.text.to_owned()).unwrap_or_default(),
        module: draft.module.iter().map(|&segment| segment.to_owned()).collect(),
        doc: draft.doc.clone(),
        codes: draft.codes.clone(),
        link: draft.link.clone(),
        error: draft.error,
        large: draft.large,
        constants: draft.constants.iter().map(constant).collect(),
        columns: draft.columns.iter().map(column).collect(),
        inverses: Vec::new(),
        ranges: draft.ranges.iter().map(|range| words_of_range(draft, range, orders)).collect(),
        entries: rows.map(|entry| row(draft, entry, order, orders)).collect(),
    }
}

fn constant(constant: &super::draft::Constant<'_>) -> model::Constant {
    let name = composed(constant.name.text);
    model::Constant { name, value: constant.value.clone(), doc: constant.doc.clone() }
}

fn column(column: &Column<'_>) -> model::Column {
    let method = composed(column.method.text);
    let target = column.target.unwrap_or_default();
    model::Column { method, target, arity: column.arity, doc: column.doc.clone() }
}

fn words_of_range(draft: &Draft<'_>, range: &Range<'_>, orders: &[Order]) -> model::Range {
    let words = draft.columns.iter().zip(&range.resolved);
    let words = words.map(|(column, word)| word.map(|at| place_in_target(column, at, orders))).collect();
    model::Range { name: range.name.clone(), extent: range.extent.clone(), words }
}

fn row(draft: &Draft<'_>, entry: &Entry<'_>, order: &Order, orders: &[Order]) -> model::Entry {
    model::Entry {
        code: entry.code.as_ref().map(|coded| coded.code.clone()),
        name: entry.name.map(|name| name.text.to_owned()).unwrap_or_default(),
        variant: entry.variant.as_ref().map(|variant| variant.text.clone()).unwrap_or_default(),
        aliases: entry.aliases.iter().map(|alias| alias.text.to_owned()).collect(),
        severity: entry.severity.map(|(severity, _)| severity),
        severity_derived: entry.severity_derived,
        description: entry.description.clone(),
        remediation: entry.remediation.clone(),
        values: values(draft, entry, orders),
        notes: entry.notes.clone(),
        source: entry.source,
        since: entry.since.clone(),
        deprecated: entry.deprecated.as_ref().map(|deprecated| deprecation(deprecated, order)),
    }
}

/// For each column the places of its entries in their enum, ascending; the range's word where there is none.
fn values(draft: &Draft<'_>, entry: &Entry<'_>, orders: &[Order]) -> Vec<Vec<usize>> {
    let range = entry.code.as_ref().and_then(|coded| range::of(&draft.ranges, &coded.code));
    let by_range = |at: usize| range.and_then(|range| range.resolved.get(at).copied().flatten());
    let value = |(at, (column, found)): (usize, (&Column<'_>, &Vec<usize>))| {
        let found = if found.is_empty() { by_range(at).into_iter().collect() } else { found.clone() };
        let mut places: Vec<usize> =
            found.into_iter().map(|at| place_in_target(column, at, orders)).collect();
        places.sort_unstable();
        places
    };
    draft.columns.iter().zip(&entry.resolved).enumerate().map(value).collect()
}

fn place_in_target(column: &Column<'_>, at: usize, orders: &[Order]) -> usize {
    column.target.and_then(|target| orders.get(target)).map_or(at, |order| order.place(at))
}

fn deprecation(deprecated: &Deprecation<'_>, order: &Order) -> model::Deprecation {
    model::Deprecation {
        since: deprecated.since.clone(),
        note: deprecated.note.clone(),
        replaced_by: deprecated.resolved.map(|at| order.place(at)),
        attribute: deprecated.attribute,
    }
}

/// Each column that asks for the way back gives its target one: by declaring enum, then by column.
fn add_inverses(drafts: &[Draft<'_>], enums: &mut [model::Enum]) {
    for (origin, draft) in drafts.iter().enumerate() {
        for (column, declared) in draft.columns.iter().enumerate() {
            let Some((inverse, target)) = declared.inverse.zip(declared.target) else { continue };
            let method = composed(inverse.text);
            let inverse = model::Inverse { method, origin, column, doc: declared.inverse_doc.clone() };
            if let Some(target) = enums.get_mut(target) {
                target.inverses.push(inverse);
            }
        }
    }
}
