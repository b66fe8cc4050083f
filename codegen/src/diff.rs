//! What changed between two states of a catalogue, and which version the change needs.
//!
//! Enums are closed: a program that matches over all entries stops compiling when one comes or goes. So that breaks,
//! and so does any other name in code; what is only read at run time does not.

mod entries;
mod enums;
mod facts;
mod kind;

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt;

use serde::Serialize;

use crate::model::{Catalogue, Enum};

pub use kind::Kind;

/// The differences between two catalogues.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The part of the version that has to rise.
    pub bump: Bump,
    /// What changed: of the catalogue as a whole, then enum by enum; in each, entries in the order of the new state,
    /// removed ones last.
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
    /// Path of the enum; `None` if the catalogue as a whole changed.
    #[serde(rename = "enum")]
    pub item: Option<String>,
    /// Code of the entry, as the new state writes it; the old one for a removed entry. `None` for vocabularies, and
    /// where more than one entry changed.
    pub code: Option<String>,
    /// Name of the entry; `None` if more than one entry changed.
    pub name: Option<String>,
    /// What it was and what it is, if that can be said in a few words.
    pub detail: Option<String>,
    /// The part of the version that it raises.
    pub bump: Bump,
}

/// Compares two states of a catalogue.
///
/// ```
/// use catalogue_codegen::check_bytes;
/// use catalogue_codegen::diff::{Bump, Kind, diff};
///
/// let yaml = "path: coffee
/// version: '1'
/// enums:
/// - name: Fault
///   doc: What a machine complains about.
///   code: { type: u8 }
///   entries: [{ code: 1, name: No_Water }]
/// ";
/// let old = check_bytes("old.yaml", yaml.into())?;
/// let new = check_bytes("new.yaml", yaml.replace("a machine", "the machine").into())?;
/// let diff = diff(&old, &new);
/// assert_eq!((diff.bump, diff.changes[0].kind), (Bump::Patch, Kind::Documentation));
/// # Ok::<(), catalogue_codegen::Error>(())
/// ```
pub fn diff(old: &Catalogue, new: &Catalogue) -> Diff {
    let mut changes = Vec::new();
    facts::compare(old, new, &mut changes);
    let renames = renames(old, new);
    for item in &new.enums {
        match old.enums.iter().find(|other| other.path() == item.path()) {
            Some(before) => enums::compare((old, before), (new, item), &renames, &mut changes),
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
    Change { kind, item: Some(item.path()), code: None, name: None, detail, bump }
}

/// An enum with the catalogue that it refers to.
type Of<'a> = (&'a Catalogue, &'a Enum);

/// New names of entries that kept their codes, by the path of their enum and their old names.
type Renames = BTreeMap<(String, String), String>;

fn renames(old: &Catalogue, new: &Catalogue) -> Renames {
    let mut renames = Renames::new();
    for item in &new.enums {
        let Some(before) = old.enums.iter().find(|other| other.path() == item.path()) else { continue };
        let by_code: BTreeMap<_, _> =
            before.entries.iter().filter_map(|other| Some((other.code.as_ref()?, other))).collect();
        let names: BTreeSet<&str> = item.entries.iter().map(|entry| entry.name.as_str()).collect();
        for entry in &item.entries {
            let same = entry.code.as_ref().and_then(|code| by_code.get(code));
            // A name that another entry bears was not given up for this one.
            if let Some(other) = same.filter(|other| !names.contains(other.name.as_str())) {
                renames.insert((item.path(), other.name.clone()), entry.name.clone());
            }
        }
    }
    renames
}

/// What an entry of an enum is called now.
fn renamed<'a>(renames: &'a Renames, item: &Enum, name: &'a str) -> &'a str {
    renames.get(&(item.path(), name.to_owned())).map_or(name, String::as_str)
}

/// What something was, and what it is.
fn arrow(old: &str, new: &str) -> Option<String> {
    Some(format!("{old} → {new}"))
}

/// What only one of two lists has: `-scenario:PKCS +scenario:SCEP`.
struct Difference<'a> {
    gone: Vec<&'a String>,
    come: Vec<&'a String>,
}

impl<'a> Difference<'a> {
    fn of(before: &'a [String], after: &'a [String]) -> Self {
        let (old, new) = (set(before), set(after));
        Self {
            gone: before.iter().filter(|it| !new.contains(it)).collect(),
            come: after.iter().filter(|it| !old.contains(it)).collect(),
        }
    }

    fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.come.is_empty()
    }
}

/// Whether what both lists have stands in another order.
fn changed_places(before: &[String], after: &[String]) -> bool {
    let (old, new) = (set(before), set(after));
    before.iter().filter(|it| new.contains(it)).ne(after.iter().filter(|it| old.contains(it)))
}

/// Vocabularies may have many words.
fn set(list: &[String]) -> HashSet<&String> {
    list.iter().collect()
}

impl fmt::Display for Difference<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let gone = self.gone.iter().map(|it| format!("-{it}"));
        let come = self.come.iter().map(|it| format!("+{it}"));
        f.write_str(&gone.chain(come).collect::<Vec<_>>().join(" "))
    }
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
