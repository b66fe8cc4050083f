//! By which texts and numbers entries are found, and hash functions for them.

use crate::model::{Code, Entry, Enum};
use crate::perfect_hash::{self, PerfectHash};
use crate::support::{large, lookup};

/// All spellings under which an entry is found, the documented name first; none differs in case alone.
pub fn spellings(entry: &Entry) -> Vec<&str> {
    let mut spellings: Vec<&str> = vec![&entry.name];
    for other in std::iter::once(&entry.variant).chain(&entry.aliases) {
        add_spelling(&mut spellings, other);
    }
    spellings
}

/// Spellings, and the code where it is a text.
fn keys(entry: &Entry) -> Vec<&str> {
    let mut keys = spellings(entry);
    if let Some(Code::Text(code)) = &entry.code {
        add_spelling(&mut keys, code);
    }
    keys
}

fn add_spelling<'a>(spellings: &mut Vec<&'a str>, other: &'a str) {
    if !spellings.iter().any(|spelling| spelling.eq_ignore_ascii_case(other)) {
        spellings.push(other);
    }
}

/// Hashes a text under a seed.
type Function = fn(&str, u64) -> u64;

/// How names are found: a hash over everything that is read as an entry.
pub struct Names<'a> {
    /// All keys, each with its entry: entry by entry, its documented name first.
    pub keys: Vec<(&'a str, usize)>,
    /// The table that holds the keys.
    pub table: &'static str,
    /// Path of what hashes a key.
    pub function: &'static str,
    /// The hash function.
    pub hash: PerfectHash,
}

/// More keys than these would be half a megabyte of code.
const MOST_KEYS: usize = 4_096;

impl<'a> Names<'a> {
    /// Whether the keys are prepared for comparing; those of large tables are read as texts.
    pub fn has_keys(&self, item: &Enum) -> bool {
        !item.large && self.keys.len() <= MOST_KEYS
    }

    /// Finds a hash function for an enum's names; `None` if two are equal, which the model excludes.
    pub fn of(item: &'a Enum) -> Option<Self> {
        let entries = item.entries.iter().enumerate();
        let keys: Vec<(&str, usize)> =
            entries.flat_map(|(index, entry)| keys(entry).into_iter().map(move |key| (key, index))).collect();
        let spellings: usize = item.entries.iter().map(|entry| spellings(entry).len()).sum();
        let table = match keys.len() {
            count if count == spellings => "SPELLINGS",
            _ => "KEYS",
        };
        let find = |hash: Function| {
            perfect_hash::find(keys.len(), |seed| keys.iter().map(|(key, _)| hash(key, seed)).collect())
        };
        // The fastest first; the last one tells all names apart.
        let functions: [(&str, Function); 3] = [
            ("lookup::hash_ends", lookup::hash_ends),
            ("large::hash_words", large::hash_words),
            ("large::hash_all", large::hash_all),
        ];
        let (function, hash) =
            functions.into_iter().find_map(|(function, hash)| Some((function, find(hash)?)))?;
        Some(Self { keys, table, function, hash })
    }
}

/// Finds a hash function for an enum's codes; `None` if they are not numbers.
pub fn code_hash(item: &Enum) -> Option<PerfectHash> {
    let bits = item.codes.as_ref()?.ty.bits();
    let codes: Option<Vec<u64>> = item
        .entries
        .iter()
        .map(|entry| match entry.code {
            Some(Code::Number(number)) => Some((number & ((1_i128 << bits) - 1)) as u64),
            _ => None,
        })
        .collect();
    let codes = codes?;
    let hash = if codes.len() <= perfect_hash::FEW { lookup::hash_code } else { large::mix_code };
    perfect_hash::find(codes.len(), |seed| codes.iter().map(|code| hash(*code, seed)).collect())
}
