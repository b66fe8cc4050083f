//! Kinds of changes, and why each needs the version that it needs.

use std::fmt;

use serde::Serialize;

/// A kind of change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The generated items are found elsewhere.
    Path,
    /// The facts have another version.
    Version,
    /// Documents that facts come from came, went or changed.
    Sources,
    /// An enum is new.
    EnumAdded,
    /// An enum is gone.
    EnumRemoved,
    /// The type or the name of an enum's codes changed.
    Codes,
    /// The codes of an enum are written in another way.
    Notation,
    /// Methods came, went or changed: columns, inverses, constants, languages.
    Interface,
    /// Words or languages changed places.
    Order,
    /// Values of constants changed.
    Constants,
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
    /// Documentation changed.
    Documentation,
}

impl Kind {
    /// Why the change needs the version that it needs.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Path => "code that imports the items does not compile any more",
            Self::Version => "it only tells that something changed",
            Self::Sources => "where facts come from is for people",
            Self::EnumAdded => "a new type breaks nobody",
            Self::EnumRemoved => "code that names the type does not compile any more",
            Self::Codes => "the types or the names of conversions change",
            Self::Notation => "codes are printed in another way, and all are still read",
            Self::Interface => {
                "what goes, or becomes a variant of `Locale`, breaks code that names it; the rest is new"
            }
            Self::Order => "`<`, `ALL` and positions mean something else, and all still compiles",
            Self::Constants => "programs decide by them, and all still compile",
            Self::Ranges => "undocumented codes are told apart in another way",
            Self::Added => "a `match` over all variants lacks an arm",
            Self::Removed | Self::Renamed => "code that names the variant does not compile any more",
            Self::Renumbered => "the variant's number is another",
            Self::Texts => "texts are for people",
            Self::Severity => "programs decide by it, and all still compile",
            Self::Relations => "programs decide by them, and all still compile",
            Self::Aliases => "other texts are read; one that is read no more may be missed",
            Self::Lifecycle => {
                "facts about the entry's life are corrected; `#[deprecated]` warns all who use it"
            }
            Self::Origin | Self::Documentation => "only documentation changes",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Path => "other path",
            Self::Version => "version of the facts",
            Self::Sources => "sources",
            Self::EnumAdded => "new enum",
            Self::EnumRemoved => "removed enum",
            Self::Codes => "other codes",
            Self::Notation => "notation",
            Self::Interface => "other methods",
            Self::Order => "other order",
            Self::Constants => "constants",
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
            Self::Documentation => "documentation",
        })
    }
}
