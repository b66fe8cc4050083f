//! What is true: validated, resolved and ordered. Nothing of YAML is left in it.
//!
//! [`check`](mod@crate::check) makes it and [`emit`](crate::emit) reads it. Entries refer to each other by position: an enum
//! by its index in [`Catalogue::enums`], an entry by its index in [`Enum::entries`].

mod code;
mod range;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

pub(crate) use code::digits_in;
pub use code::{Code, CodeFormat, CodeType, Notation};
pub use range::{Extent, Range};

/// A catalogue without mistakes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Catalogue {
    /// Rust path under which users find the generated items, such as `my_crate::codes`.
    pub path: String,
    /// Version of the facts.
    pub version: String,
    /// Languages of the texts, the default first; empty if the catalogue has no texts.
    pub locales: Vec<Locale>,
    /// Whether `strum`'s traits are implemented.
    pub strum: bool,
    /// Libraries whose traits are implemented behind a cargo feature of their name, ascending.
    pub features: Vec<Feature>,
    /// Where the facts come from, in the order of the file.
    pub sources: Vec<Source>,
    /// Vocabularies in the order of the file, then tables of codes in the order of the file.
    pub enums: Vec<Enum>,
}

/// A library whose traits are implemented behind a cargo feature of its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Feature {
    Arbitrary,
    Clap,
    Log,
    Schemars,
    Serde,
    Tracing,
}

/// A language of the texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Locale {
    /// BCP 47 tag in its usual case, such as `pt-BR`.
    pub tag: String,
    /// Rust variant, such as `PtBr`.
    pub variant: String,
}

/// A document that facts come from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Source {
    /// Title of the document.
    pub title: String,
    /// Its address.
    pub url: String,
    /// Its date, `YYYY-MM-DD`.
    pub date: String,
}

/// A Rust enum to be generated: a table of codes, or a vocabulary if it has no codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enum {
    /// Name of the type.
    pub name: String,
    /// Modules between the catalogue's path and the type; empty for the root.
    pub module: Vec<String>,
    /// Documentation of the type, Markdown by the author.
    pub doc: String,
    /// How its codes look; `None` for a vocabulary.
    pub codes: Option<CodeFormat>,
    /// Address of an entry's own page, with `{code}`, `{name}` or `{variant}` in it.
    pub link: Option<String>,
    /// Whether it implements `core::error::Error`.
    pub error: bool,
    /// Whether it has so many entries that lists of them are iterators over positions: rustc goes through all variants for
    /// each element of a static array of an enum.
    pub large: bool,
    /// Associated constants, in the order of the file.
    pub constants: Vec<Constant>,
    /// The author's columns, in the order of the file.
    pub columns: Vec<Column>,
    /// Columns of other enums (or this one) that point here and ask for the way back.
    pub inverses: Vec<Inverse>,
    /// Ranges of codes, ascending, without overlap.
    pub ranges: Vec<Range>,
    /// The variants: by code where there are codes, else in the order of the file. Never empty.
    pub entries: Vec<Entry>,
}

/// An associated constant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Constant {
    /// Rust name, `LOG_NAME`.
    pub name: String,
    /// Its value.
    pub value: String,
    /// Its documentation.
    pub doc: String,
}

/// A column that the author declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Name of the method, which is the key in the file.
    pub method: String,
    /// Index of the enum whose entries it holds.
    pub target: usize,
    /// How many of them.
    pub arity: Arity,
    /// Documentation of the method.
    pub doc: String,
}

/// How many values a column holds for an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arity {
    /// Exactly one.
    One,
    /// One or none.
    Optional,
    /// Any number, in the order of the target.
    Many,
}

/// The other direction of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inverse {
    /// Name of the method.
    pub method: String,
    /// Index of the enum that declared the column.
    pub origin: usize,
    /// Index of the column there.
    pub column: usize,
    /// Documentation of the method.
    pub doc: String,
}

/// A variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its code; `None` in a vocabulary.
    pub code: Option<Code>,
    /// Documented name.
    pub name: String,
    /// Rust variant, not escaped: a reserved word never gets here.
    pub variant: String,
    /// Other spellings that parse as this entry.
    pub aliases: Vec<String>,
    /// Its severity; all entries of an enum have one or none has.
    pub severity: Option<Severity>,
    /// Whether the severity is the author's rather than the source's.
    pub severity_derived: bool,
    /// What it means, one text a locale; empty if it has none.
    pub description: Vec<String>,
    /// What to do, one text a locale; empty if it has none.
    pub remediation: Vec<String>,
    /// For each column of the enum: indices into the column's target, ascending, without repetition.
    pub values: Vec<Vec<usize>>,
    /// Why facts differ from their source.
    pub notes: Vec<String>,
    /// Index into [`Catalogue::sources`].
    pub source: Option<usize>,
    /// First version that has it.
    pub since: Option<String>,
    /// The end of its life.
    pub deprecated: Option<Deprecation>,
}

/// How bad it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Severity {
    Information,
    Warning,
    Error,
}

/// The end of an entry's life.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deprecation {
    /// First version in which it is deprecated.
    pub since: String,
    /// Why.
    pub note: Option<String>,
    /// Index of the entry to use instead.
    pub replaced_by: Option<usize>,
    /// Whether `#[deprecated]` is emitted.
    pub attribute: bool,
}

impl Catalogue {
    /// For each inverse of an enum, for each of its entries: those of the origin that refer to it, in order.
    pub(crate) fn referring(&self, item: &Enum) -> Vec<Vec<Vec<usize>>> {
        let referring = |inverse: &Inverse| {
            let mut lists = vec![Vec::new(); item.entries.len()];
            for (index, entry) in self.enums[inverse.origin].entries.iter().enumerate() {
                for value in &entry.values[inverse.column] {
                    lists[*value].push(index);
                }
            }
            lists
        };
        item.inverses.iter().map(referring).collect()
    }
}

impl Enum {
    /// Whether its entries have severities.
    pub fn has_severity(&self) -> bool {
        self.entries.iter().any(|entry| entry.severity.is_some())
    }

    /// Whether its entries have descriptions.
    pub fn has_description(&self) -> bool {
        self.entries.iter().any(|entry| !entry.description.is_empty())
    }

    /// Whether any of its entries says what to do.
    pub fn has_remediation(&self) -> bool {
        self.entries.iter().any(|entry| !entry.remediation.is_empty())
    }

    /// Its path below the catalogue's: `unified::EventId`.
    pub fn path(&self) -> String {
        let mut path = self.module.join("::");
        if !path.is_empty() {
            path.push_str("::");
        }
        path + &self.name
    }

    /// The type of its codes, if they are numbers.
    pub(crate) fn number_type(&self) -> Option<CodeType> {
        self.codes.as_ref().map(|format| format.ty).filter(|ty| *ty != CodeType::Text)
    }

    /// An entry's code as it is written; `None` in a vocabulary.
    pub fn written_code(&self, entry: &Entry) -> Option<String> {
        Some(self.codes.as_ref()?.write(entry.code.as_ref()?))
    }

    /// Address of an entry's own page, if the enum has such pages. What has a meaning in addresses is escaped.
    pub fn link(&self, entry: &Entry) -> Option<String> {
        let code = self.written_code(entry).unwrap_or_default();
        let link = self.link.as_ref()?.replace("{code}", &percent_encoded(&code));
        let link = link.replace("{name}", &percent_encoded(&entry.name));
        Some(link.replace("{variant}", &percent_encoded(&entry.variant)))
    }
}

impl Feature {
    /// The words of the file.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("arbitrary", Self::Arbitrary),
        ("clap", Self::Clap),
        ("log", Self::Log),
        ("schemars", Self::Schemars),
        ("serde", Self::Serde),
        ("tracing", Self::Tracing),
    ];

    /// Its word in the file, which is the feature's name.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, feature)| *feature == self).map_or("", |(word, _)| word)
    }
}

/// RFC 3986's unreserved characters stand for themselves, all others are written as their bytes.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

impl Severity {
    /// The words of the file.
    pub const ALL: &'static [(&'static str, Self)] =
        &[("information", Self::Information), ("warning", Self::Warning), ("error", Self::Error)];

    /// Its word in the file.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, severity)| *severity == self).map_or("", |(word, _)| word)
    }
}
