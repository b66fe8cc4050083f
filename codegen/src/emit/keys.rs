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

/// How names are found: a hash over the documented names, which are keys 0 to N - 1, and all others.
pub struct Names<'a> {
    /// Spellings other than the documented ones, each with its entry.
    pub others: Vec<(&'a str, usize)>,
    /// Whether the ends of the names tell them apart.
    pub ends_suffice: bool,
    /// The hash function.
    pub hash: PerfectHash,
}

impl<'a> Names<'a> {
    /// Finds a hash function for an enum's names; `None` if two are equal, which the model excludes.
    pub fn of(item: &'a Enum) -> Option<Self> {
        let others: Vec<(&str, usize)> = item
            .entries
            .iter()
            .enumerate()
            .flat_map(|(index, entry)| keys(entry).into_iter().skip(1).map(move |other| (other, index)))
            .collect();
        let documented = item.entries.iter().map(|entry| entry.name.as_str());
        let keys: Vec<&str> = documented.chain(others.iter().map(|(other, _)| *other)).collect();
        let find = |hash: fn(&str, u64) -> u64| {
            perfect_hash::find(keys.len(), |seed| keys.iter().map(|key| hash(key, seed)).collect())
        };
        let ends = find(lookup::hash_ends).map(|hash| (true, hash));
        let (ends_suffice, hash) = ends.or_else(|| find(large::hash_all).map(|hash| (false, hash)))?;
        Some(Self { others, ends_suffice, hash })
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
