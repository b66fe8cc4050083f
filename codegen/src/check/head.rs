//! What holds for the whole catalogue: path, version, languages, sources.

use std::collections::HashMap;

use super::address;
use super::locale::{self, Locales};
use super::read::{Node, Pair};
use super::rust_name;
use super::sink::{Said, Sink, did_you_mean};
use crate::model;
use crate::problem::{Problem, Rule, Span, quote};
use crate::schema;

/// The catalogue but for its enums.
pub(super) struct Head {
    pub path: String,
    pub version: String,
    pub locales: Locales,
    pub strum: bool,
    pub features: Vec<model::Feature>,
    pub sources: Sources,
}

/// The declared sources.
pub(super) struct Sources {
    pub list: Vec<model::Source>,
    positions: HashMap<String, usize>,
    /// Whether the list could be read, so that an unknown source is a problem.
    known: bool,
}

pub(super) fn read<'a>(node: &Node<'a>, schema: &'a schema::Catalogue) -> Head {
    let path = node.needed_text("path", &schema.path);
    let path = path.filter(|said| rust_name::path(node.sink, *said).is_some());
    let version = node.needed_text("version", &schema.version);
    let locales = locale::read(node, &schema.locales);
    let strum = node.flag("strum", &schema.strum).unwrap_or_default();
    let features = features(node, &schema.features);
    // What they hold is in its place already; here only their types are judged.
    node.texts("include", &schema.include);
    let sources = sources(node, &schema.sources);
    Head { path: owned(path), version: owned(version), locales, strum, features, sources }
}

fn features(node: &Node<'_>, list: &schema::List<String>) -> Vec<model::Feature> {
    let mut features: Vec<(model::Feature, Span)> = Vec::new();
    let given = node.texts("features", list);
    for said in &given {
        let Some((_, feature)) = model::Feature::ALL.iter().find(|(word, _)| *word == said.text) else {
            unknown_feature(node.sink, *said, &given);
            continue;
        };
        match features.iter().find(|(other, _)| other == feature) {
            None => features.push((*feature, said.span)),
            Some((_, first)) => {
                let message = format!("the feature {} is given twice", quote(said.text));
                let problem = Problem::new(Rule::BadFeature, said.span, message).label("second");
                node.sink.push(problem.related(*first, "first").help("remove one of the two"));
            }
        }
    }
    features.sort_unstable();
    features.into_iter().map(|(feature, _)| feature).collect()
}

fn unknown_feature(sink: &Sink, said: Said<'_>, given: &[Said<'_>]) {
    let words: Vec<&str> = model::Feature::ALL.iter().map(|(word, _)| *word).collect();
    let near = crate::likeness::nearest(said.text, words.iter().copied());
    // One that is there, too, would then be given twice.
    let instead = near.filter(|near| !given.iter().any(|other| other.text == *near));
    let problem = Problem::new(Rule::BadFeature, said.span, format!("unknown feature {}", quote(said.text)));
    let problem = problem.label("no library that is known here").help(did_you_mean(near, &words));
    sink.push(problem.instead(instead));
}

impl Sources {
    /// The position of a source that is named; an unknown one is reported.
    pub fn find(&self, sink: &Sink, key: Said<'_>) -> Option<usize> {
        let position = self.positions.get(key.text).copied();
        if position.is_none() && self.known {
            let mut names: Vec<&str> = self.positions.keys().map(String::as_str).collect();
            names.sort_unstable();
            let near = sink.nearest(key.text, names.iter().copied());
            let help = match names.as_slice() {
                [] => "declare it under `sources`".to_owned(),
                names => did_you_mean(near, names),
            };
            let problem =
                Problem::new(Rule::UnknownSource, key.span, format!("unknown source {}", quote(key.text)));
            sink.push(problem.label("not among `sources`").help(help).instead(near));
        }
        position
    }
}

fn sources<'a>(node: &Node<'a>, field: &'a schema::Field<schema::Map<schema::Source>>) -> Sources {
    let map = node.value("sources", field);
    let known = map.is_some() || field.is_missing();
    let pairs = node.pairs("sources", map);
    let positions = pairs.iter().map(|pair| pair.name.text.to_owned()).zip(0..).collect();
    let list = pairs.iter().map(|pair| source(node.sink, pair)).collect();
    Sources { list, positions, known }
}

fn source(sink: &Sink, pair: &Pair<'_, schema::Source>) -> model::Source {
    let (title, url, date) = match pair.value {
        None => (None, None, None),
        Some(source) => {
            let node = Node::new(sink, pair.mark, schema::Source::KEYS, &source.other);
            let date = node.needed_text("date", &source.date);
            if let Some(date) = date.filter(|date| !is_date(date.text)) {
                bad_date(sink, date);
            }
            let url = node.needed_text("url", &source.url);
            if let Some(url) = url {
                address::of_source(node.sink, url);
            }
            (node.needed_text("title", &source.title), url, date)
        }
    };
    model::Source { title: owned(title), url: owned(url), date: owned(date) }
}

fn bad_date(sink: &Sink, date: Said<'_>) {
    let problem =
        Problem::new(Rule::BadDate, date.span, format!("{} is not a day of the calendar", quote(date.text)));
    sink.push(problem.help("write year, month and day as `YYYY-MM-DD`, such as `2024-02-29`"));
}

/// `YYYY-MM-DD`, and a day that the calendar has.
fn is_date(text: &str) -> bool {
    let shape = text.len() == 10
        && text.bytes().enumerate().all(|(at, byte)| match at {
            4 | 7 => byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    let mut numbers = text.split('-').map(|part| part.parse::<u32>().unwrap_or_default());
    let mut next = || numbers.next().unwrap_or_default();
    let (year, month, day) = (next(), next(), next());
    shape && (1..=12).contains(&month) && (1..=days_in(year, month)).contains(&day)
}

fn days_in(year: u32, month: u32) -> u32 {
    let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if is_leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn owned(said: Option<Said<'_>>) -> String {
    said.map(|said| said.text.to_owned()).unwrap_or_default()
}
