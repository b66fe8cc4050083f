//! What changed of the entries of an enum.

use std::collections::{BTreeMap, BTreeSet};

use super::{Bump, Change, Difference, Kind, Of, Renames, arrow, renamed};
use crate::model::Entry;
use crate::record::{Record, all_of};

/// An entry with everything by its name, and as the model has it: what only the documentation and the compiler are told
/// is in the model alone.
struct Row<'a> {
    record: Record,
    entry: &'a Entry,
}

pub(super) fn compare(old: Of<'_>, new: Of<'_>, renames: &Renames, changes: &mut Vec<Change>) {
    let item = new.1;
    let (old, new) = (rows(old, renames), rows(new, &Renames::new()));
    // By what they are called now; a name that was there before is whose it was.
    let mut by_name: BTreeMap<&str, &Row<'_>> =
        old.iter().map(|row| (renamed(renames, item, &row.record.name), row)).collect();
    by_name.extend(old.iter().map(|row| (row.record.name.as_str(), row)));
    let mut kept: BTreeSet<&str> = BTreeSet::new();
    for row in &new {
        let Some(before) = by_name.get(row.record.name.as_str()).copied() else {
            changes.push(of_entry(Kind::Added, &row.record, None, Bump::Major));
            continue;
        };
        kept.insert(&before.record.name);
        entry(before, row, changes);
    }
    for row in old.iter().filter(|row| !kept.contains(row.record.name.as_str())) {
        changes.push(of_entry(Kind::Removed, &row.record, None, Bump::Major));
    }
}

/// The entries of an enum with what each says itself: relations as they are written, not the way back, and under
/// the new names of what they point to.
fn rows<'a>((catalogue, item): Of<'a>, renames: &Renames) -> Vec<Row<'a>> {
    let mut records = all_of(catalogue, item);
    for record in &mut records {
        record.fields.retain(|method, _| item.columns.iter().any(|column| column.method == *method));
        for column in &item.columns {
            for name in record.fields.get_mut(&column.method).into_iter().flatten() {
                *name = renamed(renames, &catalogue.enums[column.target], name).to_owned();
            }
        }
        if let Some(name) = record.deprecated.as_mut().and_then(|it| it.replaced_by.as_mut()) {
            *name = renamed(renames, item, name).to_owned();
        }
    }
    records.into_iter().zip(&item.entries).map(|(record, entry)| Row { record, entry }).collect()
}

fn of_entry(kind: Kind, record: &Record, detail: Option<String>, bump: Bump) -> Change {
    Change {
        kind,
        item: Some(record.item.clone()),
        code: record.code.clone(),
        name: Some(record.name.clone()),
        detail,
        bump,
    }
}

fn entry(old: &Row<'_>, new: &Row<'_>, changes: &mut Vec<Change>) {
    let mut push = |kind, detail, bump| changes.push(of_entry(kind, &new.record, detail, bump));
    code(old, new, &mut push);
    spelling(&old.record, &new.record, &mut push);
    facts(&old.record, &new.record, &mut push);
    lifecycle(old, new, &mut push);
    texts(old, new, &mut push);
}

/// Takes the kind of a change, its detail, and what it raises.
type Push<'p> = &'p mut dyn FnMut(Kind, Option<String>, Bump);

/// Compares what codes are; how they are written is the enum's.
fn code(old: &Row<'_>, new: &Row<'_>, push: Push<'_>) {
    if old.entry.code != new.entry.code {
        let written = |row: &Row<'_>| row.record.code.clone().unwrap_or_default();
        push(Kind::Renumbered, arrow(&written(old), &written(new)), Bump::Major);
    }
}

fn spelling(old: &Record, new: &Record, push: Push<'_>) {
    if old.variant != new.variant {
        push(Kind::Renamed, arrow(&old.variant, &new.variant), Bump::Major);
    } else if old.name != new.name {
        push(Kind::Renamed, arrow(&old.name, &new.name), Bump::Minor);
    }
}

fn facts(old: &Record, new: &Record, push: Push<'_>) {
    if old.severity != new.severity {
        let (before, after) = (old.severity.unwrap_or("none"), new.severity.unwrap_or("none"));
        push(Kind::Severity, arrow(before, after), Bump::Minor);
    }
    let (before, after) = (relations(old), relations(new));
    let relations = Difference::of(&before, &after);
    if !relations.is_empty() {
        push(Kind::Relations, Some(relations.to_string()), Bump::Minor);
    }
    let aliases = Difference::of(&old.aliases, &new.aliases);
    if !aliases.is_empty() {
        let bump = if aliases.gone.is_empty() { Bump::Minor } else { Bump::Major };
        push(Kind::Aliases, arrow(&old.aliases.join(", "), &new.aliases.join(", ")), bump);
    }
}

fn lifecycle(old: &Row<'_>, new: &Row<'_>, push: Push<'_>) {
    let warns = |row: &Row<'_>| row.entry.deprecated.as_ref().is_some_and(|it| it.attribute);
    let detail = match (warns(old), warns(new)) {
        (false, true) => Some("+#[deprecated]".to_owned()),
        (true, false) => Some("-#[deprecated]".to_owned()),
        _ => None,
    };
    let facts = |row: &Row<'_>| (row.record.since.clone(), row.record.deprecated.clone());
    if detail.is_some() || facts(old) != facts(new) {
        push(Kind::Lifecycle, detail, Bump::Minor);
    }
}

fn texts(old: &Row<'_>, new: &Row<'_>, push: Push<'_>) {
    let texts = locales_that_differ(&old.record, &new.record);
    if !texts.is_empty() {
        push(Kind::Texts, Some(texts.join(", ")), Bump::Patch);
    }
    let origin =
        |row: &Row<'_>| (row.record.source.clone(), row.record.notes.clone(), row.record.link.clone());
    if origin(old) != origin(new) {
        push(Kind::Origin, None, Bump::Patch);
    }
    // Whose judgement a severity is stands behind it in the documentation.
    let has_severity = old.record.severity.is_some() && new.record.severity.is_some();
    if has_severity && old.entry.severity_derived != new.entry.severity_derived {
        push(Kind::Documentation, Some("severity_derived".to_owned()), Bump::Patch);
    }
}

/// `scenario:PKCS`.
fn relations(record: &Record) -> Vec<String> {
    let one = |(method, names): (&String, &Vec<String>)| {
        names.iter().map(|name| format!("{method}:{name}")).collect::<Vec<_>>()
    };
    record.fields.iter().flat_map(one).collect()
}

fn locales_that_differ(old: &Record, new: &Record) -> Vec<String> {
    let mut locales: Vec<String> = Vec::new();
    for (before, after) in [(&old.description, &new.description), (&old.remediation, &new.remediation)] {
        let tags = before.keys().chain(after.keys());
        locales.extend(tags.filter(|tag| before.get(*tag) != after.get(*tag)).cloned());
    }
    locales.sort();
    locales.dedup();
    locales
}
