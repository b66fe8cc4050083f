//! What changed of an enum as a whole.

use std::collections::BTreeMap;

use super::{Bump, Change, Difference, Kind, Of, Renames, changed_places, entries, of_enum, renamed};
use crate::model::{CodeType, Column, Enum, Extent, Notation, Range};
use crate::problem::quote;

pub(super) fn compare(old: Of<'_>, new: Of<'_>, renames: &Renames, changes: &mut Vec<Change>) {
    let (before, after) = (old.1, new.1);
    let mut push = |kind, detail, bump| changes.push(of_enum(kind, after, detail, bump));
    if shape(before) != shape(after) {
        push(Kind::Codes, None, Bump::Major);
    } else if notation(before) != notation(after) {
        push(Kind::Notation, None, Bump::Minor);
    }
    let (methods_before, methods_after) = (interface(old), interface(new));
    let methods = Difference::of(&methods_before, &methods_after);
    if !methods.is_empty() {
        let bump = if methods.gone.is_empty() { Bump::Minor } else { Bump::Major };
        push(Kind::Interface, Some(methods.to_string()), bump);
    }
    // Entries with codes stand in the order of their codes.
    if after.codes.is_none() && changed_places(&names(before), &names(after)) {
        push(Kind::Order, Some("words".to_owned()), Bump::Major);
    }
    if let Some(values) = listed(constants(before, after)) {
        push(Kind::Constants, Some(values), Bump::Minor);
    }
    if ranges(old, renames) != ranges(new, &Renames::new()) {
        push(Kind::Ranges, None, Bump::Minor);
    }
    if let Some(documented) = listed(documentation(before, after)) {
        push(Kind::Documentation, Some(documented), Bump::Patch);
    }
    entries::compare(old, new, renames, changes);
}

/// What conversions deal with: the type of codes, and what the accessor is called.
fn shape(item: &Enum) -> Option<(CodeType, &str)> {
    item.codes.as_ref().map(|codes| (codes.ty, codes.method.as_str()))
}

fn notation(item: &Enum) -> Option<Notation> {
    item.codes.as_ref().map(|codes| codes.notation)
}

fn listed(parts: Vec<String>) -> Option<String> {
    (!parts.is_empty()).then(|| parts.join(", "))
}

/// What code can call, each with its type.
fn interface((catalogue, item): Of<'_>) -> Vec<String> {
    let target = |index: usize| match &catalogue.enums[index] {
        target if target.large => format!("large {}", target.path()),
        target => target.path(),
    };
    let columns =
        item.columns.iter().map(|it| format!("{}: {:?} {}", it.method, it.arity, target(it.target)));
    let inverses = item.inverses.iter().map(|it| format!("{}: Many {}", it.method, target(it.origin)));
    let constants = item.constants.iter().map(|it| it.name.clone());
    let is_number = item.number_type().is_some();
    let given = [
        ("codes as discriminants", is_number && !item.large),
        ("positions as discriminants", is_number && item.large),
        ("severity", item.has_severity()),
        ("description", item.has_description()),
        ("remediation", item.has_remediation()),
        ("Error", item.error),
    ];
    let given = given.into_iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name.to_owned());
    columns.chain(inverses).chain(constants).chain(given).collect()
}

/// Name, ends and words of a range, these by method.
type Ranged<'a> = (&'a str, &'a Extent, BTreeMap<&'a str, &'a str>);

/// Ranges, with words by their new names: their positions change with the vocabulary.
fn ranges<'a>((catalogue, item): Of<'a>, renames: &'a Renames) -> Vec<Ranged<'a>> {
    let words = |range: &'a Range| {
        let name = |(word, column): (&Option<usize>, &'a Column)| {
            let target = &catalogue.enums[column.target];
            Some((column.method.as_str(), renamed(renames, target, &target.entries[(*word)?].name)))
        };
        range.words.iter().zip(&item.columns).filter_map(name).collect()
    };
    item.ranges.iter().map(|range| (range.name.as_str(), &range.extent, words(range))).collect()
}

fn names(item: &Enum) -> Vec<String> {
    item.entries.iter().map(|entry| entry.name.clone()).collect()
}

/// Constants that have another value.
fn constants(before: &Enum, after: &Enum) -> Vec<String> {
    let old: BTreeMap<_, _> = before.constants.iter().map(|it| (&it.name, &it.value)).collect();
    let change = |name: &String, value: &String| {
        let before = old.get(name).filter(|before| **before != value)?;
        Some(format!("{name}: {} → {}", quote(before), quote(value)))
    };
    after.constants.iter().filter_map(|it| change(&it.name, &it.value)).collect()
}

/// What has other documentation: the enum, its codes, methods, constants.
fn documentation(before: &Enum, after: &Enum) -> Vec<String> {
    let old: BTreeMap<_, _> = docs(before).into_iter().collect();
    let differs = |(name, doc): &(&str, &str)| old.get(name).is_some_and(|before| before != doc);
    docs(after).into_iter().filter(differs).map(|(name, _)| name.to_owned()).collect()
}

/// The author's documentation, by what bears it.
fn docs(item: &Enum) -> Vec<(&str, &str)> {
    let columns = item.columns.iter().map(|it| (it.method.as_str(), it.doc.as_str()));
    let inverses = item.inverses.iter().map(|it| (it.method.as_str(), it.doc.as_str()));
    let constants = item.constants.iter().map(|it| (it.name.as_str(), it.doc.as_str()));
    let noun = item.codes.iter().map(|it| ("the noun", it.noun.as_str()));
    [("the enum", item.doc.as_str())]
        .into_iter()
        .chain(noun)
        .chain(columns)
        .chain(inverses)
        .chain(constants)
        .collect()
}
