//! The entries of a catalogue one by one, with everything by its name: for export, search and comparison.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::{Catalogue, Code, CodeType, Enum, Severity, Source};

/// An entry with all that the catalogue says of it. Where it refers to others, it has their names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Record {
    /// Path of its enum below the catalogue's, such as `unified::EventId`.
    #[serde(rename = "enum")]
    pub item: String,
    /// Its code as it is written; `None` for a word of a vocabulary.
    pub code: Option<String>,
    /// Its code as a number, if it is one.
    pub number: Option<i128>,
    /// The type of its code.
    #[serde(skip)]
    code_type: Option<CodeType>,
    /// Documented name.
    pub name: String,
    /// Rust variant.
    pub variant: String,
    /// Other spellings.
    pub aliases: Vec<String>,
    /// `information`, `warning` or `error`.
    pub severity: Option<&'static str>,
    /// What it means, by locale.
    pub description: BTreeMap<String, String>,
    /// What to do, by locale.
    pub remediation: BTreeMap<String, String>,
    /// The author's columns and their other directions: names of entries, by method, in the order of the model.
    pub fields: BTreeMap<String, Vec<String>>,
    /// Why facts differ from their source.
    pub notes: Vec<String>,
    /// Title and address of the document that its facts come from.
    pub source: Option<Source>,
    /// Address of its own page.
    pub link: Option<String>,
    /// First version that has it.
    pub since: Option<String>,
    /// The end of its life.
    pub deprecated: Option<Deprecation>,
}

/// The end of an entry's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Deprecation {
    /// First version in which it is deprecated.
    pub since: String,
    /// Why.
    pub note: Option<String>,
    /// Name of the entry to use instead.
    pub replaced_by: Option<String>,
}

/// All entries: vocabularies in the order of the file, then tables of codes, each in its own order.
///
/// ```
/// use catalogue_codegen::check_bytes;
/// use catalogue_codegen::record::records;
///
/// let yaml = "path: coffee
/// version: '1'
/// enums:
/// - name: Fault
///   doc: What a machine complains about.
///   code: { type: u8 }
///   entries: [{ code: 1, name: No_Water }]
/// ";
/// let records = records(&check_bytes("coffee.yaml", yaml.into())?);
/// assert_eq!((records[0].item.as_str(), records[0].number), ("Fault", Some(1)));
/// assert!(records[0].is_called("no_water") && records[0].is_called("0x1"));
/// assert!(records[0].mentions("water"));
/// # Ok::<(), catalogue_codegen::Error>(())
/// ```
pub fn records(catalogue: &Catalogue) -> Vec<Record> {
    let entries = |item| all_of(catalogue, item);
    catalogue.enums.iter().flat_map(entries).collect()
}

/// The entries of one enum.
pub fn all_of(catalogue: &Catalogue, item: &Enum) -> Vec<Record> {
    let referring = catalogue.referring(item);
    (0..item.entries.len()).map(|index| record(catalogue, item, index, &referring)).collect()
}

fn record(catalogue: &Catalogue, item: &Enum, index: usize, referring: &[Vec<Vec<usize>>]) -> Record {
    let entry = &item.entries[index];
    Record {
        item: item.path(),
        code: item.written_code(entry),
        number: match entry.code {
            Some(Code::Number(number)) => Some(number),
            _ => None,
        },
        code_type: item.codes.as_ref().map(|format| format.ty),
        name: entry.name.clone(),
        variant: entry.variant.clone(),
        aliases: entry.aliases.clone(),
        severity: entry.severity.map(Severity::word),
        description: by_locale(catalogue, &entry.description),
        remediation: by_locale(catalogue, &entry.remediation),
        fields: fields(catalogue, item, index, referring),
        notes: entry.notes.clone(),
        source: entry.source.and_then(|source| catalogue.sources.get(source)).cloned(),
        link: item.link(entry),
        since: entry.since.clone(),
        deprecated: entry.deprecated.as_ref().map(|deprecated| Deprecation {
            since: deprecated.since.clone(),
            note: deprecated.note.clone(),
            replaced_by: deprecated.replaced_by.map(|other| item.entries[other].name.clone()),
        }),
    }
}

fn by_locale(catalogue: &Catalogue, texts: &[String]) -> BTreeMap<String, String> {
    catalogue.locales.iter().map(|locale| locale.tag.clone()).zip(texts.iter().cloned()).collect()
}

fn fields(
    catalogue: &Catalogue,
    item: &Enum,
    index: usize,
    referring: &[Vec<Vec<usize>>],
) -> BTreeMap<String, Vec<String>> {
    let entry = &item.entries[index];
    let own = item.columns.iter().zip(&entry.values).map(|(column, values)| {
        let target = &catalogue.enums[column.target].entries;
        (column.method.clone(), values.iter().map(|value| target[*value].name.clone()).collect())
    });
    let others = item.inverses.iter().zip(referring).map(|(inverse, lists)| {
        let origin = &catalogue.enums[inverse.origin].entries;
        (inverse.method.clone(), lists[index].iter().map(|other| origin[*other].name.clone()).collect())
    });
    own.chain(others).collect()
}

impl Record {
    /// Whether a text is its code, one of its spellings in any ASCII case, or both with a space between them.
    pub fn is_called(&self, text: &str) -> bool {
        let is_pair = |(code, name): (&str, &str)| self.has_code(code) && self.has_name(name);
        self.has_name(text) || self.has_code(text) || text.split_once(' ').is_some_and(is_pair)
    }

    fn has_name(&self, text: &str) -> bool {
        let names = [&self.name, &self.variant].into_iter().chain(&self.aliases);
        names.into_iter().any(|name| name.eq_ignore_ascii_case(text))
    }

    /// Whether a text is its code, as it is written or as a number: `007` is 7, and `0x411` is `0x00000411`.
    fn has_code(&self, text: &str) -> bool {
        let is_written = self.code.as_ref().is_some_and(|code| code.eq_ignore_ascii_case(text));
        let number = self.code_type.and_then(|ty| ty.parse(text));
        is_written || number.is_some() && number == self.number
    }

    /// Whether a word occurs in its code, its spellings, its texts or the name of its enum, or is its severity; case is ignored.
    pub fn mentions(&self, word: &str) -> bool {
        let word = word.to_lowercase();
        let texts = self.description.values().chain(self.remediation.values());
        let names =
            [&self.item, &self.name, &self.variant].into_iter().chain(&self.code).chain(&self.aliases);
        texts.chain(names).any(|text| text.to_lowercase().contains(&word))
            || self.severity.is_some_and(|severity| severity == word)
    }
}
