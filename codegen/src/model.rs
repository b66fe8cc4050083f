//! What is true: validated, resolved and ordered. Nothing of YAML is left in it.
//!
//! [`check`](mod@crate::check) makes it and [`emit`](crate::emit) reads it. Entries refer to each other by position: an enum
//! by its index in [`Catalogue::enums`], an entry by its index in [`Enum::entries`].

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

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
#[derive(Debug, Clone, PartialEq, Eq)]
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

/// How the codes of an enum look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFormat {
    /// Type of a code.
    pub ty: CodeType,
    /// How a code is written.
    pub notation: Notation,
    /// Name of the accessor, `id` for `.id()` and `from_id`.
    pub method: String,
    /// What a code is called in messages, such as `event id`.
    pub noun: String,
}

/// Type of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CodeType {
    U8,
    U16,
    U32,
    U64,
    I32,
    I64,
    Text,
}

/// How a code is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// `20102`; also for text codes, which are written as they are.
    Plain,
    /// `0x00000400`, with at least so many digits, in upper case.
    Hex {
        /// Least number of digits, 1 to 16.
        width: u8,
    },
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A number within its [`CodeType`].
    Number(i128),
    /// A text such as SQLSTATE `23505`.
    Text(String),
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

/// A range of codes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Range {
    /// Its name.
    pub name: String,
    /// The codes that lie in it.
    pub extent: Extent,
    /// For each column: the word that holds in the whole range, as an index into the column's target.
    pub words: Vec<Option<usize>>,
}

/// Which codes lie in a range. Extents without overlap are ordered as their codes are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Extent {
    /// Numbers, both ends included.
    Numbers {
        /// First code.
        first: i128,
        /// Last code.
        last: i128,
    },
    /// Texts that begin so: a class of codes.
    Prefix(String),
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

impl Extent {
    /// Whether a code lies in it.
    pub fn contains(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Numbers { first, last }, Code::Number(number)) => (first..=last).contains(&number),
            (Self::Prefix(prefix), Code::Text(text)) => text.starts_with(prefix),
            _ => false,
        }
    }

    /// Whether it begins before a code, or at it.
    pub fn begins_before(&self, code: &Code) -> bool {
        match (self, code) {
            (Self::Numbers { first, .. }, Code::Number(number)) => first <= number,
            (Self::Prefix(prefix), Code::Text(text)) => prefix <= text,
            _ => false,
        }
    }

    /// Whether a code may lie in it and in another one.
    pub fn overlaps(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Numbers { first, last }, Self::Numbers { first: first2, last: last2 }) => {
                first <= last2 && first2 <= last
            }
            (Self::Prefix(one), Self::Prefix(two)) => one.starts_with(two) || two.starts_with(one),
            _ => false,
        }
    }
}

impl CodeType {
    /// The words of the file.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("u8", Self::U8),
        ("u16", Self::U16),
        ("u32", Self::U32),
        ("u64", Self::U64),
        ("i32", Self::I32),
        ("i64", Self::I64),
        ("text", Self::Text),
    ];

    /// Width in bits; 0 for text.
    pub fn bits(self) -> u32 {
        match self {
            Self::U8 => 8,
            Self::U16 => 16,
            Self::U32 | Self::I32 => 32,
            Self::U64 | Self::I64 => 64,
            Self::Text => 0,
        }
    }

    /// Whether codes may be negative.
    pub fn is_signed(self) -> bool {
        matches!(self, Self::I32 | Self::I64)
    }
}

impl Enum {
    /// Address of an entry's own page, if the enum has such pages. What has a meaning in addresses is escaped.
    pub fn link(&self, entry: &Entry) -> Option<String> {
        let code = self.codes.as_ref().zip(entry.code.as_ref()).map(|(format, code)| format.write(code));
        let link = self.link.as_ref()?.replace("{code}", &percent_encoded(&code.unwrap_or_default()));
        let link = link.replace("{name}", &percent_encoded(&entry.name));
        Some(link.replace("{variant}", &percent_encoded(&entry.variant)))
    }
}

/// RFC 3986's unreserved characters stand for themselves, all others are written as their bytes.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

fn percent_encoded(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

impl CodeFormat {
    /// A code as it is written: `20102`, `0x00000400`; a negative one in hexadecimal as its two's complement.
    pub fn write(&self, code: &Code) -> String {
        match (code, self.notation) {
            (Code::Text(text), _) => text.clone(),
            (Code::Number(number), Notation::Plain) => number.to_string(),
            (Code::Number(number), Notation::Hex { width }) => {
                let mask = (1_i128 << self.ty.bits()) - 1;
                format!("0x{:0width$X}", number & mask, width = width.into())
            }
        }
    }
}

impl Severity {
    /// The words of the file.
    pub const ALL: &'static [(&'static str, Self)] =
        &[("information", Self::Information), ("warning", Self::Warning), ("error", Self::Error)];

    /// Its word in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Information => "information",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}
