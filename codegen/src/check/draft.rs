//! What is known of the enums while they are being checked. What is broken is left out, not guessed.

use super::sink::Said;
use crate::load::Mark;
use crate::model::{Arity, Code, CodeFormat, Extent, Severity};
use crate::problem::Span;

/// A vocabulary or a table of codes.
pub(super) struct Draft<'a> {
    pub mark: &'a Mark,
    pub is_vocabulary: bool,
    pub name: Option<Said<'a>>,
    pub module: Vec<&'a str>,
    pub module_span: Span,
    pub doc: String,
    /// `None` for a vocabulary, and where the format is broken.
    pub codes: Option<CodeFormat>,
    pub link: Option<String>,
    pub error: bool,
    pub large: bool,
    pub suffixes: Vec<Suffix<'a>>,
    pub constants: Vec<Constant<'a>>,
    pub columns: Vec<Column<'a>>,
    pub ranges: Vec<Range<'a>>,
    /// Whether all ranges are good, so that a code outside of them is a problem.
    pub ranges_complete: bool,
    pub entries: Vec<Entry<'a>>,
    /// Whether all entries are there with their names, so that an unknown name is a problem.
    pub complete: bool,
}

/// A severity that names with a suffix must have.
pub(super) struct Suffix<'a> {
    pub suffix: Said<'a>,
    pub severity: Severity,
}

pub(super) struct Constant<'a> {
    pub name: Said<'a>,
    pub value: String,
    pub doc: String,
}

pub(super) struct Column<'a> {
    pub method: Said<'a>,
    /// Whether the method's name is fit for comparison with others.
    pub method_good: bool,
    /// `None` if it is broken.
    pub target_name: Option<Said<'a>>,
    pub arity: Arity,
    pub doc: String,
    pub inverse: Option<Said<'a>>,
    pub inverse_doc: String,
    /// Index of the target among all drafts, once resolved.
    pub target: Option<usize>,
}

pub(super) struct Range<'a> {
    pub span: Span,
    pub name: String,
    pub extent: Extent,
    /// For each column.
    pub words: Vec<Option<Said<'a>>>,
    /// For each column: the entry of the target, in file order.
    pub resolved: Vec<Option<usize>>,
}

pub(super) struct Entry<'a> {
    pub mark: &'a Mark,
    pub name: Option<Said<'a>>,
    pub variant: Option<Variant>,
    pub code: Option<Coded>,
    pub aliases: Vec<Said<'a>>,
    /// Whether the key is there at all.
    pub severity_stated: bool,
    pub severity: Option<(Severity, Span)>,
    pub severity_derived: bool,
    pub description: Vec<String>,
    pub remediation: Vec<String>,
    pub notes: Vec<String>,
    pub source: Option<usize>,
    pub since: Option<String>,
    pub deprecated: Option<Deprecation<'a>>,
    /// For each column.
    pub words: Vec<Words<'a>>,
    /// For each column: entries of the target, in file order.
    pub resolved: Vec<Vec<usize>>,
}

pub(super) struct Variant {
    pub text: String,
    pub span: Span,
    /// Whether the author wrote it.
    pub given: bool,
}

pub(super) struct Coded {
    pub code: Code,
    pub span: Span,
}

pub(super) struct Deprecation<'a> {
    pub since: String,
    pub note: Option<String>,
    pub replaced_by: Option<Said<'a>>,
    /// The entry to use instead, in file order.
    pub resolved: Option<usize>,
    pub attribute: bool,
}

/// What an entry says in a column.
pub(super) enum Words<'a> {
    /// Nothing.
    Missing,
    /// Something broken, which is reported already.
    Broken,
    Said(Vec<Said<'a>>),
}

impl Draft<'_> {
    /// How the author refers to it: `unified::EventId`.
    pub fn path(&self) -> Option<String> {
        let name = self.name?;
        let mut path: String = self.module.iter().flat_map(|segment| [segment, "::"]).collect();
        path.push_str(name.text);
        Some(path)
    }

    /// What its entries are called.
    pub fn entry_noun(&self) -> &'static str {
        if self.is_vocabulary { "word" } else { "entry" }
    }
}
