//! Names of types and entries -> the types and entries themselves.

use std::collections::HashMap;

use super::draft::{Column, Draft, Entry, Range, Words};
use super::range;
use super::sink::{Said, Sink, did_you_mean};
use crate::model::Arity;
use crate::problem::{Problem, Rule, Span, quote};

/// Finds the target of each column, the first thing that methods need to know.
pub(super) fn targets(sink: &Sink, drafts: &mut [Draft<'_>], complete: bool) {
    let mut types: HashMap<String, usize> = HashMap::new();
    let mut all_named = complete;
    for (at, draft) in drafts.iter().enumerate() {
        match draft.path() {
            Some(path) => _ = types.entry(path).or_insert(at),
            None => all_named = false,
        }
    }
    for column in drafts.iter_mut().flat_map(|draft| &mut draft.columns) {
        let Some(name) = column.target_name else { continue };
        column.target = types.get(name.text).copied();
        // The type may be one whose name is broken.
        if column.target.is_none() && all_named {
            sink.push(unknown_type(sink, name, &types));
        }
    }
}

fn unknown_type(sink: &Sink, name: Said<'_>, types: &HashMap<String, usize>) -> Problem {
    let mut paths: Vec<&str> = types.keys().map(String::as_str).collect();
    paths.sort_unstable();
    let last = |path: &str| path.rsplit("::").next().map(str::to_owned);
    let elsewhere = paths.iter().copied().find(|path| last(path) == last(name.text));
    let near = elsewhere.or_else(|| sink.nearest(name.text, paths.iter().copied()));
    let message = format!("no vocabulary or enum is called {}", quote(name.text));
    let problem = Problem::new(Rule::UnknownType, name.span, message).label("unknown");
    problem.help(did_you_mean(near, &paths)).instead(near)
}

/// Finds the entries that columns, ranges and `replaced_by` name.
pub(super) fn entries(sink: &Sink, drafts: &mut [Draft<'_>]) {
    let indices: Vec<Index<'_>> = drafts.iter().map(Index::new).collect();
    for (at, draft) in drafts.iter_mut().enumerate() {
        let columns = &draft.columns;
        let target = |column: &Column<'_>| column.target.and_then(|target| indices.get(target));
        for range in &mut draft.ranges {
            let words = range.words.iter().zip(columns);
            let find = |(word, column): (&Option<Said<'_>>, _)| target(column)?.find(sink, (*word)?);
            range.resolved = words.map(find).collect();
        }
        for entry in &mut draft.entries {
            let words = entry.words.iter().zip(columns);
            let find = |(words, column): (&Words<'_>, _)| match (words, target(column)) {
                (Words::Said(words), Some(target)) => target.find_all(sink, words),
                _ => Vec::new(),
            };
            entry.resolved = words.map(find).collect();
        }
        if let Some(own) = indices.get(at) {
            replacements(sink, draft, own);
        }
    }
}

/// The entries of an enum by name.
struct Index<'a> {
    noun: &'static str,
    path: String,
    /// By documented name and by variant, in file order.
    exact: HashMap<String, usize>,
    /// By any spelling in lower case: the documented name to suggest.
    loose: HashMap<String, &'a str>,
    names: Vec<&'a str>,
    /// Whether no entry is missing, so that an unknown name is a problem.
    complete: bool,
}

impl<'a> Index<'a> {
    fn new(draft: &Draft<'a>) -> Self {
        let mut index = Self {
            noun: draft.entry_noun(),
            path: draft.path().unwrap_or_default(),
            exact: HashMap::new(),
            loose: HashMap::new(),
            names: draft.entries.iter().filter_map(|entry| Some(entry.name?.text)).collect(),
            complete: draft.complete && draft.entries.iter().all(|entry| entry.name.is_some()),
        };
        // Names before variants before aliases, should one be both.
        for (at, entry) in draft.entries.iter().enumerate() {
            index.add(at, entry, entry.name.map(|name| name.text));
        }
        for (at, entry) in draft.entries.iter().enumerate() {
            index.add(at, entry, entry.variant.as_ref().map(|variant| variant.text.as_str()));
        }
        for entry in &draft.entries {
            for alias in &entry.aliases {
                index.suggest(entry, alias.text);
            }
        }
        index
    }

    fn add(&mut self, at: usize, entry: &Entry<'a>, spelling: Option<&str>) {
        let Some(spelling) = spelling else { return };
        self.exact.entry(spelling.to_owned()).or_insert(at);
        self.suggest(entry, spelling);
    }

    fn suggest(&mut self, entry: &Entry<'a>, spelling: &str) {
        if let Some(name) = entry.name {
            self.loose.entry(spelling.to_lowercase()).or_insert(name.text);
        }
    }

    /// The entry of a name; an unknown one is reported.
    fn find(&self, sink: &Sink, word: Said<'_>) -> Option<usize> {
        let found = self.exact.get(word.text).copied();
        if found.is_none() {
            self.report(sink, word, Rule::UnknownEntry);
        }
        found
    }

    fn find_all(&self, sink: &Sink, words: &[Said<'_>]) -> Vec<usize> {
        let mut first: HashMap<usize, Span> = HashMap::with_capacity(words.len());
        let mut found = Vec::with_capacity(words.len());
        for word in words {
            let Some(at) = self.find(sink, *word) else { continue };
            if let Some(before) = first.get(&at) {
                let message = format!("{} is given twice", quote(word.text));
                let problem = Problem::new(Rule::DoubledRelation, word.span, message).label("second");
                sink.push(problem.related(*before, "first").help("remove one of the two"));
                continue;
            }
            first.insert(at, word.span);
            found.push(at);
        }
        found
    }

    fn report(&self, sink: &Sink, word: Said<'_>, rule: Rule) {
        let loose = self.loose.get(&word.text.to_lowercase()).copied();
        let near = loose.or_else(|| sink.nearest(word.text, self.names.iter().copied()));
        // Without a near one, an entry that is broken may be meant.
        if near.is_none() && !self.complete {
            return;
        }
        let message = format!("{} has no {} {}", quote(&self.path), self.noun, quote(word.text));
        let problem = Problem::new(rule, word.span, message).label("unknown");
        sink.push(match near {
            Some(_) => problem.help(did_you_mean(near, &[])).instead(near),
            None if self.names.len() <= 12 => problem.help(did_you_mean(None, &self.names)),
            None => problem.help("write the documented name or the variant of an entry"),
        });
    }
}

fn replacements(sink: &Sink, draft: &mut Draft<'_>, own: &Index<'_>) {
    for (at, entry) in draft.entries.iter_mut().enumerate() {
        let Some(deprecated) = &mut entry.deprecated else { continue };
        let Some(word) = deprecated.replaced_by else { continue };
        deprecated.resolved = own.exact.get(word.text).copied();
        match deprecated.resolved {
            None => own.report(sink, word, Rule::UnknownReplacement),
            Some(other) if other == at => {
                let message = format!("{} cannot replace itself", quote(word.text));
                let problem = Problem::new(Rule::SelfReplacement, word.span, message).label("this entry");
                sink.push(problem.help("name another entry, or remove `replaced_by`"));
            }
            Some(_) => {}
        }
    }
}

/// What entries say or leave out, against what the ranges of their codes say.
pub(super) fn against_ranges(sink: &Sink, draft: &Draft<'_>) {
    for entry in &draft.entries {
        let range = entry.code.as_ref().and_then(|coded| range::of(&draft.ranges, &coded.code));
        for (at, column) in draft.columns.iter().enumerate() {
            match entry.words.get(at) {
                Some(Words::Missing) if column.target_name.is_some() => {
                    missing(sink, draft, entry, column, range, at)
                }
                Some(Words::Said(words)) => {
                    if let Some((range, word)) = range.zip(words.first()) {
                        contradiction(sink, entry, *word, range, at);
                    }
                }
                _ => {}
            }
        }
    }
}

fn missing(
    sink: &Sink,
    draft: &Draft<'_>,
    entry: &Entry<'_>,
    column: &Column<'_>,
    range: Option<&Range<'_>>,
    at: usize,
) {
    let by_range = range.is_some_and(|range| range.words.get(at).is_some_and(Option::is_some));
    // The range of a broken code is unknown, and so is what a broken range gives.
    let is_unknown = column.arity == Arity::One
        && range.is_none()
        && (!draft.ranges_complete || (entry.code.is_none() && !draft.ranges.is_empty()));
    if by_range || is_unknown || column.arity == Arity::Optional {
        return;
    }
    let key = quote(column.method.text);
    let problem = Problem::new(Rule::MissingValue, entry.mark.head(), format!("{key} is missing"));
    let problem = problem.label(format!("no {key} here")).related(column.method.span, "declared here");
    sink.push(problem.help("name an entry of its target, or make the field `optional: true`"));
}

fn contradiction(sink: &Sink, entry: &Entry<'_>, word: Said<'_>, range: &Range<'_>, at: usize) {
    let given = range.words.get(at).copied().flatten();
    let by_range = range.resolved.get(at).copied().flatten();
    let own = entry.resolved.get(at).and_then(|found| found.first()).copied();
    let Some((given, (by_range, own))) = given.zip(by_range.zip(own)) else { return };
    if by_range != own {
        let message = format!("{} contradicts the word of the code's range", quote(word.text));
        let problem = Problem::new(Rule::AgainstRange, word.span, message);
        let problem = problem.label(format!("the range says {}", quote(given.text)));
        sink.push(problem.related(given.span, "here").help("remove it here, or the word from the range"));
    }
}
