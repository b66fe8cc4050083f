//! The tables behind an enum: one static array each, so that a program links what it uses.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::Ident;
use quote::format_ident;

use super::context::{Context, code_source, hex_literal, severity};
use super::file::{Source, Table, string};
use super::keys::{Names, spellings};
use crate::model::{Arity, CodeType, Entry, Enum, Locale};
use crate::perfect_hash::PerfectHash;
use crate::support::lookup;

/// The tables' file, rendered.
pub fn tables(context: &Context<'_>) -> String {
    let mut file = Source::default();
    entries(context, &mut file);
    codes(context, &mut file);
    names(context, &mut file);
    severities(context, &mut file);
    provenance(context, &mut file);
    columns(context, &mut file);
    texts(context, &mut file);
    let text = imports(context, file);
    match context.marks_deprecated() {
        true => format!("#![allow(deprecated)]\n\n{text}"),
        false => text,
    }
}

/// The file's text with an import for each name in it.
fn imports(context: &Context<'_>, file: Source) -> String {
    let up = context.up(1);
    let mut paths: BTreeSet<String> =
        others(context).filter_map(|target| imported(context, target).0).collect();
    paths.insert("Severity".to_owned());
    let mut modules: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for path in &paths {
        let (module, name) = match path.rsplit_once("::") {
            Some((module, name)) => (format!("{up}::{module}"), name),
            None => (up.clone(), &**path),
        };
        modules.entry(module).or_default().push(name);
    }
    let own = [&*context.item.name];
    let mut candidates: Vec<(&str, &[&str])> = vec![("super", &own)];
    candidates.extend(modules.iter().map(|(module, names)| (&**module, &**names)));
    file.imports(&candidates)
}

/// Tables that an enum has by itself.
const TABLES: &[&str] = &[
    "ALL",
    "CODES",
    "CODE_BITS",
    "CODE_DISPLACEMENTS",
    "CODE_ENTRIES",
    "CODE_SEED",
    "CODE_SLOTS",
    "KEYS",
    "NAMES",
    "NAME_BITS",
    "NAME_DISPLACEMENTS",
    "NAME_ENTRIES",
    "NAME_KEYS",
    "NAME_SEED",
    "NAME_SLOTS",
    "SINCE",
    "SOURCE",
    "TITLES",
    "VARIANT_NAMES",
];

/// Name of the table that holds a column: another one than that of any other table.
pub fn of_column(method: &str) -> Ident {
    let name = method.to_uppercase();
    let is_taken = TABLES.contains(&name.as_str())
        || ["DESCRIPTION_", "REMEDIATION_"].iter().any(|start| name.starts_with(start))
        || ["_COLUMN", "_ENDS"].iter().any(|end| name.ends_with(end));
    if is_taken { format_ident!("{name}_COLUMN") } else { format_ident!("{name}") }
}

/// One table a field and language, so that a program links only the texts that it asks for.
pub fn of_texts(field: &str, locale: &Locale) -> Ident {
    format_ident!("{field}_{}", locale.tag.replace('-', "_").to_ascii_uppercase())
}

fn entries(context: &Context<'_>, file: &mut Source) {
    let elements = (0..context.item.entries.len()).map(|entry| variant(context, entry)).collect();
    file.table(Table { doc: "All entries, in order.", name: "ALL", ty: &context.item.name, elements });
}

fn variant(context: &Context<'_>, entry: usize) -> String {
    format!("{}::{}", context.item.name, context.item.entries[entry].variant)
}

fn codes(context: &Context<'_>, file: &mut Source) {
    if let Some(hash) = &context.code_hash {
        hash_tables(file, "CODE", "code", hash);
        if !context.item.large {
            let elements = hash.slots.iter().map(|slot| variant(context, *slot)).collect();
            let ty = &context.item.name;
            file.table(Table { doc: "The entry of each slot.", name: "CODE_ENTRIES", ty, elements });
        }
    }
    // Other codes are discriminants.
    if let Some(format) =
        context.item.codes.as_ref().filter(|it| context.item.large || it.ty == CodeType::Text)
    {
        let codes = context.item.entries.iter().filter_map(|entry| entry.code.as_ref());
        let elements = codes.map(|code| code_source(format, code)).collect();
        let ty = context.item.number_type().map_or("&str", CodeType::word);
        file.table(Table { doc: "Codes.", name: "CODES", ty, elements });
    }
}

/// Seed, size, displacements and slots of a hash function.
fn hash_tables(file: &mut Source, prefix: &str, what: &str, hash: &PerfectHash) {
    let seed = hex_literal(hash.seed);
    file.constant(
        &format!("Under this seed no two {what}s share a slot."),
        &format!("{prefix}_SEED"),
        "u64",
        &seed.to_string(),
    );
    file.constant(
        &format!("Two to this power slots for {what}s."),
        &format!("{prefix}_BITS"),
        "u32",
        &hash.bits.to_string(),
    );
    if !hash.displacements.is_empty() {
        file.table(Table {
            doc: &format!("Displacements of the {what}s' buckets."),
            name: &format!("{prefix}_DISPLACEMENTS"),
            ty: "u32",
            elements: hash.displacements.iter().map(u32::to_string).collect(),
        });
    }
    file.table(Table {
        doc: &format!(
            "For each slot, the only entry or spelling whose {what} may lie there; look-ups compare it."
        ),
        name: &format!("{prefix}_SLOTS"),
        ty: index_type(hash.slots.iter().max().copied().unwrap_or_default()),
        elements: hash.slots.iter().map(usize::to_string).collect(),
    });
}

fn index_type(largest: usize) -> &'static str {
    match largest {
        0..=0xFF => "u8",
        0x100..=0xFFFF => "u16",
        _ => "u32",
    }
}

fn names(context: &Context<'_>, file: &mut Source) {
    let entries = &context.item.entries;
    let strings = |text: fn(&Entry) -> &str| entries.iter().map(|entry| string(text(entry))).collect();
    file.table(Table {
        doc: "Documented names.",
        name: "NAMES",
        ty: "&str",
        elements: strings(|entry| &entry.name),
    });
    if !context.is_short_list() {
        name_hash(context, file);
    }
    if !names_are_variants(context.item) {
        let variants = strings(|entry| &entry.variant);
        file.table(Table { doc: "Rust spellings.", name: "VARIANT_NAMES", ty: "&str", elements: variants });
    }
    let all = entries.iter().map(|entry| spellings(entry).into_iter().map(string).collect());
    file.lists("Every spelling.", &format_ident!("SPELLINGS"), "&str", &all.collect::<Vec<_>>());
    if context.item.codes.is_some() {
        let title = |entry| Some(string(&format!("{} {}", context.item.written_code(entry)?, entry.name)));
        let elements = entries.iter().filter_map(title).collect();
        file.table(Table { doc: "Codes with names.", name: "TITLES", ty: "&str", elements });
    }
}

/// Whether every entry is documented under its Rust name, so that one table serves for both.
pub fn names_are_variants(item: &Enum) -> bool {
    item.entries.iter().all(|entry| entry.name == entry.variant)
}

/// The hash function of the names, and what it leads to.
fn name_hash(context: &Context<'_>, file: &mut Source) {
    let Names { keys, table, hash, .. } = &context.names;
    hash_tables(file, "NAME", "name", hash);
    if *table == "KEYS" {
        file.table(Table {
            doc: "Every spelling and code.",
            name: table,
            ty: "&str",
            elements: keys.iter().map(|(key, _)| string(key)).collect(),
        });
    }
    file.table(Table {
        doc: &format!("The entry of each in `{table}`."),
        name: "NAME_ENTRIES",
        ty: index_type(context.item.entries.len() - 1),
        elements: keys.iter().map(|(_, entry)| entry.to_string()).collect(),
    });
    if context.names.has_keys(context.item) {
        let doc = format!("A key for each in `{table}`, as names are compared with it.");
        let size = keys.len() * lookup::KEY;
        file.bytes(&doc, "NAME_KEYS", size, keys.iter().map(|(key, _)| name_key(key)));
    }
}

/// The key of a spelling.
pub(crate) fn name_key(spelling: &str) -> [u8; lookup::KEY] {
    let text = spelling.as_bytes();
    let words = if text.len() < 8 { [lookup::short_word(text); 4] } else { lookup::words(text) };
    let case = words.map(lookup::case_bits);
    let mut key = [0; lookup::KEY];
    for at in 0..4 {
        key[at * 8..][..8].copy_from_slice(&(words[at] | case[at]).to_le_bytes());
        key[at * 8 + 32..][..8].copy_from_slice(&case[at].to_le_bytes());
    }
    key[64..].copy_from_slice(&(text.len() as u64).to_le_bytes());
    key
}

fn severities(context: &Context<'_>, file: &mut Source) {
    if context.item.has_severity() {
        let elements = context.item.entries.iter().filter_map(|entry| entry.severity);
        let elements = elements.map(|level| format!("Severity::{}", severity(level))).collect();
        file.table(Table { doc: "Severities.", name: "SEVERITY", ty: "Severity", elements });
    }
}

/// The default language is the last: the file that follows in the package has these texts again, and of what is nearby
/// compression takes advantage.
fn texts(context: &Context<'_>, file: &mut Source) {
    let item = context.item;
    for (index, locale) in context.catalogue.locales.iter().enumerate().rev() {
        if item.has_description() {
            let elements = item.entries.iter().map(|entry| string(&entry.description[index])).collect();
            let doc = format!("Descriptions, `{}`.", locale.tag);
            let name = of_texts("DESCRIPTION", locale).to_string();
            file.table(Table { doc: &doc, name: &name, ty: "&str", elements });
        }
        if item.has_remediation() {
            let advice = item.entries.iter().map(|entry| entry.remediation.get(index).map(String::as_str));
            let doc = format!("Remediations, `{}`; empty for none.", locale.tag);
            file.table(Table {
                doc: &doc,
                name: &of_texts("REMEDIATION", locale).to_string(),
                ty: "&str",
                elements: advice.map(|text| string(text.unwrap_or_default())).collect(),
            });
        }
    }
}

/// Source and first version of the entries; where all have the same, there is no table.
fn provenance(context: &Context<'_>, file: &mut Source) {
    let (item, sources) = (context.item, context.catalogue.sources.len());
    if item.codes.is_some() && only_source(item).is_none() {
        let elements = item.entries.iter().map(|entry| entry.source.unwrap_or(sources).to_string()).collect();
        let doc = "Indices into `SOURCES`; beyond its end for none.";
        file.table(Table { doc, name: "SOURCE", ty: index_type(sources), elements });
    }
    if item.codes.is_some() && only_since(item).is_none() {
        let versions = item.entries.iter().map(|entry| entry.since.as_deref().unwrap_or_default());
        let doc = "First versions; empty where that is not known.";
        file.table(Table { doc, name: "SINCE", ty: "&str", elements: versions.map(string).collect() });
    }
}

/// The source of all entries, if it is the same.
pub fn only_source(item: &Enum) -> Option<Option<usize>> {
    only(item.entries.iter().map(|entry| entry.source))
}

/// The first version of all entries, if it is the same.
pub fn only_since(item: &Enum) -> Option<Option<&str>> {
    only(item.entries.iter().map(|entry| entry.since.as_deref()))
}

/// What all values are.
fn only<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|value| value == first).then_some(first)
}

fn columns(context: &Context<'_>, file: &mut Source) {
    let item = context.item;
    for (index, column) in item.columns.iter().enumerate() {
        let target = context.target(column.target);
        let path = element_type(context, target);
        let values = item.entries.iter().map(|entry| elements(&path, target, &entry.values[index]));
        let doc = &format!("The column `{}`.", column.method);
        let table = of_column(&column.method);
        let name = &table.to_string();
        match column.arity {
            Arity::One => {
                file.table(Table { doc, name, ty: &path, elements: values.flatten().collect() });
            }
            Arity::Optional => {
                let ty = &format!("{}<{path}>", context.option().to_string().replace(' ', ""));
                let elements = values
                    .map(|values| match values.first() {
                        Some(value) => format!("Some({value})"),
                        None => "None".to_owned(),
                    })
                    .collect();
                file.table(Table { doc, name, ty, elements });
            }
            Arity::Many => file.lists(doc, &table, &path, &values.collect::<Vec<_>>()),
        }
    }
    for (inverse, lists) in item.inverses.iter().zip(&context.inverse_lists) {
        let origin = context.target(inverse.origin);
        let name = of_column(&inverse.method);
        if are_all(origin, lists) {
            file.ends(&name, &format!("{}::ALL", origin.path()), lists);
            continue;
        }
        let path = element_type(context, origin);
        let lists: Vec<_> = lists.iter().map(|list| elements(&path, origin, list)).collect();
        let column = &origin.columns[inverse.column].method;
        let doc = format!("The other direction of `{}` of `{}`.", column, origin.path());
        file.lists(&doc, &name, &path, &lists);
    }
}

/// Whether lists, one after the other, are all entries in order, so that these serve for a table.
pub fn are_all(origin: &Enum, lists: &[Vec<usize>]) -> bool {
    !origin.large && lists.iter().flatten().copied().eq(0..origin.entries.len())
}

/// Entries as tables hold them: those of a large enum by their positions.
fn elements(path: &str, target: &Enum, indices: &[usize]) -> Vec<String> {
    let element = |index: &usize| match target.large {
        true => index.to_string(),
        false => format!("{path}::{}", target.entries[*index].variant),
    };
    indices.iter().map(element).collect()
}

/// Type of such an element, by its path from the tables' file.
fn element_type(context: &Context<'_>, target: &Enum) -> String {
    if target.large {
        return "u32".to_owned();
    }
    if std::ptr::eq(context.item, target) {
        return target.name.clone();
    }
    imported(context, target).1
}

/// What the file imports for another enum, by its path from the root, and the enum's path then. If something in the file has its
/// name it imports the enum's module, and nothing for one without a module.
fn imported(context: &Context<'_>, target: &Enum) -> (Option<String>, String) {
    let is_other = |other: &Enum| other.name == target.name && !std::ptr::eq(other, target);
    let is_taken = ["Option", "Severity", &context.item.name].contains(&&*target.name)
        || !target.module.is_empty() && others(context).any(is_other);
    match target.module.first() {
        _ if !is_taken => (Some(target.path()), target.name.clone()),
        Some(module) => (Some(module.clone()), target.path()),
        None => (None, format!("{}::{}", context.up(1), target.path())),
    }
}

/// The enums that the file's columns hold entries of.
fn others<'a>(context: &'a Context<'_>) -> impl Iterator<Item = &'a Enum> {
    let columns = context.item.columns.iter().map(|column| column.target);
    let inverses = context.item.inverses.iter().map(|inverse| inverse.origin);
    columns.chain(inverses).map(|index| context.target(index))
}
