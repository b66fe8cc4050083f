//! What changed between two states of a catalogue, and which version the change needs.
//!
//! Enums are closed: a program that matches over all entries stops compiling when one comes or goes. So that breaks,
//! and so does any other name in code; what is only read at run time does not.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::Serialize;

use crate::model::{Catalogue, CodeType, Enum, Extent};
use crate::record::{Record, all_of};

/// The differences between two catalogues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The part of the version that has to rise.
    pub bump: Bump,
    /// What changed, enum by enum; in each, entries in the order of the new state, removed ones last.
    pub changes: Vec<Change>,
}

/// A part of a version number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Bump {
    /// None: nothing changed.
    None,
    /// The last: texts and sources.
    Patch,
    /// The middle: more is known, or facts are corrected.
    Minor,
    /// The first: code that compiled may not compile any more.
    Major,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Change {
    /// What kind.
    pub kind: Kind,
    /// Path of the enum.
    #[serde(rename = "enum")]
    pub item: String,
    /// Code of the entry, as the new state writes it; the old one for a removed entry. `None` for vocabularies, and
    /// where the whole enum changed.
    pub code: Option<String>,
    /// Name of the entry; the enum's if the whole enum changed.
    pub name: String,
    /// What it was and what it is, if that can be said in a few words.
    pub detail: Option<String>,
    /// The part of the version that it raises.
    pub bump: Bump,
}

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// An enum is new.
    EnumAdded,
    /// An enum is gone.
    EnumRemoved,
    /// The type, the notation or the name of an enum's codes changed.
    Codes,
    /// Methods came, went or changed: columns, inverses, constants, languages.
    Interface,
    /// Ranges of codes changed.
    Ranges,
    /// An entry is new.
    Added,
    /// An entry is gone.
    Removed,
    /// The same code has another name.
    Renamed,
    /// The same name has another code.
    Renumbered,
    /// A text changed.
    Texts,
    /// The severity changed.
    Severity,
    /// Relations or words of vocabularies changed.
    Relations,
    /// Other spellings changed.
    Aliases,
    /// The first version or the end of life changed.
    Lifecycle,
    /// Source, link or notes changed.
    Origin,
}

impl Kind {
    /// Why the change needs the version that it needs.
    pub fn reason(self) -> &'static str {
        match self {
            Self::EnumAdded => "a new type breaks nobody",
            Self::EnumRemoved => "code that names the type does not compile any more",
            Self::Codes => "the types or the names of conversions change",
            Self::Interface => {
                "what goes, or becomes a variant of `Locale`, breaks code that names it; the rest is new"
            }
            Self::Ranges => "undocumented codes are told apart in another way",
            Self::Added => "a `match` over all variants lacks an arm",
            Self::Removed | Self::Renamed => "code that names the variant does not compile any more",
            Self::Renumbered => "the variant's number is another",
            Self::Texts => "texts are for people",
            Self::Severity => "programs decide by it, and all still compile",
            Self::Relations => "programs decide by them, and all still compile",
            Self::Aliases => "other texts are read; one that is read no more may be missed",
            Self::Lifecycle => "facts about the entry's life are corrected",
            Self::Origin => "only documentation changes",
        }
    }
}

/// Compares two states of a catalogue.
pub fn diff(old: &Catalogue, new: &Catalogue) -> Diff {
    let mut changes = Vec::new();
    let renames = renames(old, new);
    for item in &new.enums {
        match old.enums.iter().find(|other| other.path() == item.path()) {
            Some(before) => enums((old, before), (new, item), &renames, &mut changes),
            None => changes.push(of_enum(Kind::EnumAdded, item, None, Bump::Minor)),
        }
    }
    for item in &old.enums {
        if !new.enums.iter().any(|other| other.path() == item.path()) {
            changes.push(of_enum(Kind::EnumRemoved, item, None, Bump::Major));
        }
    }
    let bump = changes.iter().map(|change| change.bump).max().unwrap_or(Bump::None);
    Diff { bump, changes }
}

fn of_enum(kind: Kind, item: &Enum, detail: Option<String>, bump: Bump) -> Change {
    Change { kind, item: item.path(), code: None, name: item.name.clone(), detail, bump }
}

/// New names of entries that kept their codes, by the path of their enum and their old names.
type Renames = BTreeMap<(String, String), String>;

fn renames(old: &Catalogue, new: &Catalogue) -> Renames {
    let mut renames = Renames::new();
    for item in &new.enums {
        let Some(before) = old.enums.iter().find(|other| other.path() == item.path()) else { continue };
        let by_code: BTreeMap<_, _> =
            before.entries.iter().filter_map(|other| Some((other.code.as_ref()?, other))).collect();
        for entry in &item.entries {
            let same = entry.code.as_ref().and_then(|code| by_code.get(code));
            if let Some(other) = same.filter(|other| other.name != entry.name) {
                renames.insert((item.path(), other.name.clone()), entry.name.clone());
            }
        }
    }
    renames
}

/// The entries of an enum with what each says itself: relations as they are written, not the way back, and under
/// the new names of what they point to.
fn entries_of((catalogue, item): (&Catalogue, &Enum), renames: &Renames) -> Vec<Record> {
    let mut records = all_of(catalogue, item);
    for record in &mut records {
        record.fields.retain(|method, _| item.columns.iter().any(|column| column.method == *method));
        for column in &item.columns {
            let target = catalogue.enums[column.target].path();
            for name in record.fields.get_mut(&column.method).into_iter().flatten() {
                if let Some(renamed) = renames.get(&(target.clone(), name.clone())) {
                    name.clone_from(renamed);
                }
            }
        }
    }
    records
}

fn enums(old: (&Catalogue, &Enum), new: (&Catalogue, &Enum), renames: &Renames, changes: &mut Vec<Change>) {
    let (before, after) = (old.1, new.1);
    if before.codes != after.codes {
        changes.push(of_enum(Kind::Codes, after, None, Bump::Major));
    }
    let (methods, others) = (interface(old), interface(new));
    let gone: Vec<&String> = methods.iter().filter(|method| !others.contains(method)).collect();
    let come: Vec<&String> = others.iter().filter(|method| !methods.contains(method)).collect();
    if !gone.is_empty() || !come.is_empty() {
        let list = |sign: &str, methods: &[&String]| {
            methods.iter().map(|method| format!("{sign}{method}")).collect::<Vec<_>>()
        };
        let detail = [list("-", &gone), list("+", &come)].concat().join(" ");
        // A language is a variant of an exhaustive enum.
        let breaks = !gone.is_empty() || come.iter().any(|method| method.starts_with("Locale::"));
        let bump = if breaks { Bump::Major } else { Bump::Minor };
        changes.push(of_enum(Kind::Interface, after, Some(detail), bump));
    }
    if ranges(old) != ranges(new) {
        changes.push(of_enum(Kind::Ranges, after, None, Bump::Minor));
    }
    entries(&entries_of(old, renames), &entries_of(new, &Renames::new()), changes);
}

/// What code can call, each with its type.
fn interface((catalogue, item): (&Catalogue, &Enum)) -> Vec<String> {
    let target = |index: usize| match &catalogue.enums[index] {
        target if target.large => format!("large {}", target.path()),
        target => target.path(),
    };
    let columns =
        item.columns.iter().map(|it| format!("{}: {:?} {}", it.method, it.arity, target(it.target)));
    let inverses = item.inverses.iter().map(|it| format!("{}: Many {}", it.method, target(it.origin)));
    let constants = item.constants.iter().map(|it| it.name.clone());
    let locales = catalogue.locales.iter().map(|it| format!("Locale::{}", it.variant));
    let default = catalogue.locales.first().map(|it| format!("the default language {}", it.tag));
    let is_number = item.codes.as_ref().is_some_and(|format| format.ty != CodeType::Text);
    let given = [
        ("codes as discriminants", is_number && !item.large),
        ("positions as discriminants", is_number && item.large),
        ("severity", item.has_severity()),
        ("description", item.has_description()),
        ("remediation", item.has_remediation()),
        ("Error", item.error),
        ("strum", catalogue.strum),
    ];
    let given = given.into_iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name.to_owned());
    let features = catalogue.features.iter().map(|it| format!("the feature {}", it.word()));
    columns
        .chain(inverses)
        .chain(constants)
        .chain(locales)
        .chain(default)
        .chain(given)
        .chain(features)
        .collect()
}

/// Name, ends and words of a range.
type Ranged<'a> = (&'a str, &'a Extent, Vec<Option<&'a str>>);

/// Ranges, with words by name: their positions change with the vocabulary.
fn ranges<'a>((catalogue, item): (&'a Catalogue, &'a Enum)) -> Vec<Ranged<'a>> {
    let words = |range: &'a crate::model::Range| {
        let name = |(word, column): (&Option<usize>, &crate::model::Column)| {
            word.map(|word| catalogue.enums[column.target].entries[word].name.as_str())
        };
        range.words.iter().zip(&item.columns).map(name).collect()
    };
    item.ranges.iter().map(|range| (range.name.as_str(), &range.extent, words(range))).collect()
}

fn entries(old: &[Record], new: &[Record], changes: &mut Vec<Change>) {
    let by_name: BTreeMap<&str, &Record> = old.iter().map(|record| (record.name.as_str(), record)).collect();
    let by_code: BTreeMap<&str, &Record> =
        old.iter().filter_map(|record| Some((record.code.as_deref()?, record))).collect();
    let names: BTreeSet<&str> = new.iter().map(|record| record.name.as_str()).collect();
    let mut kept: BTreeSet<&str> = BTreeSet::new();
    for record in new {
        let same_name = by_name.get(record.name.as_str()).copied();
        // A code that another entry still bears under its old name was not renamed.
        let same_code = record.code.as_deref().and_then(|code| by_code.get(code).copied());
        let renamed = same_code.filter(|before| !names.contains(before.name.as_str()));
        let Some(before) = same_name.or(renamed) else {
            changes.push(of_entry(Kind::Added, record, None, Bump::Major));
            continue;
        };
        kept.insert(&before.name);
        entry(before, record, changes);
    }
    for record in old.iter().filter(|record| !kept.contains(record.name.as_str())) {
        changes.push(of_entry(Kind::Removed, record, None, Bump::Major));
    }
}

fn of_entry(kind: Kind, record: &Record, detail: Option<String>, bump: Bump) -> Change {
    Change {
        kind,
        item: record.item.clone(),
        code: record.code.clone(),
        name: record.name.clone(),
        detail,
        bump,
    }
}

fn entry(old: &Record, new: &Record, changes: &mut Vec<Change>) {
    let mut push = |kind, detail, bump| changes.push(of_entry(kind, new, detail, bump));
    let arrow = |old: &str, new: &str| Some(format!("{old} → {new}"));
    if old.code != new.code {
        let or_none = |code: &Option<String>| code.clone().unwrap_or_default();
        push(Kind::Renumbered, arrow(&or_none(&old.code), &or_none(&new.code)), Bump::Major);
    }
    if old.variant != new.variant {
        push(Kind::Renamed, arrow(&old.variant, &new.variant), Bump::Major);
    } else if old.name != new.name {
        push(Kind::Renamed, arrow(&old.name, &new.name), Bump::Minor);
    }
    if old.severity != new.severity {
        push(
            Kind::Severity,
            arrow(old.severity.unwrap_or("none"), new.severity.unwrap_or("none")),
            Bump::Minor,
        );
    }
    if old.fields != new.fields {
        push(Kind::Relations, Some(relations(old, new)), Bump::Minor);
    }
    if old.aliases != new.aliases {
        let is_gone = old.aliases.iter().any(|alias| !new.aliases.contains(alias));
        let bump = if is_gone { Bump::Major } else { Bump::Minor };
        push(Kind::Aliases, arrow(&old.aliases.join(", "), &new.aliases.join(", ")), bump);
    }
    if (&old.since, &old.deprecated) != (&new.since, &new.deprecated) {
        push(Kind::Lifecycle, None, Bump::Minor);
    }
    let texts = locales_that_differ(old, new);
    if !texts.is_empty() {
        push(Kind::Texts, Some(texts.join(", ")), Bump::Patch);
    }
    if (&old.source, &old.notes, &old.link) != (&new.source, &new.notes, &new.link) {
        push(Kind::Origin, None, Bump::Patch);
    }
}

/// `-scenario:PKCS +scenario:SCEP`.
fn relations(old: &Record, new: &Record) -> String {
    let all = |record: &Record| -> Vec<String> {
        let one = |(method, names): (&String, &Vec<String>)| {
            names.iter().map(|name| format!("{method}:{name}")).collect::<Vec<_>>()
        };
        record.fields.iter().flat_map(one).collect()
    };
    let (before, after) = (all(old), all(new));
    let gone = before.iter().filter(|it| !after.contains(it)).map(|it| format!("-{it}"));
    let come = after.iter().filter(|it| !before.contains(it)).map(|it| format!("+{it}"));
    gone.chain(come).collect::<Vec<_>>().join(" ")
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

impl fmt::Display for Bump {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::None => "none",
            Self::Patch => "patch",
            Self::Minor => "minor",
            Self::Major => "major",
        })
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::EnumAdded => "new enum",
            Self::EnumRemoved => "removed enum",
            Self::Codes => "other codes",
            Self::Interface => "other methods",
            Self::Ranges => "other ranges",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Renumbered => "renumbered",
            Self::Texts => "texts",
            Self::Severity => "severity",
            Self::Relations => "relations",
            Self::Aliases => "aliases",
            Self::Lifecycle => "lifecycle",
            Self::Origin => "source, link or notes",
        })
    }
}
