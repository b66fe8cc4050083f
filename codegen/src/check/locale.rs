//! Languages, and texts in each of them.

use std::cell::Cell;

use super::read::Node;
use super::sink::{Said, Sink, did_you_mean};
use crate::likeness::nearest;
use crate::model;
use crate::naming::{is_reserved, variant_of};
use crate::problem::{Problem, Rule, Span, quote};
use crate::schema::{Field, List, Map};

/// The declared languages.
pub(super) struct Locales {
    pub list: Vec<model::Locale>,
    /// As the author wrote them, with those that are broken.
    tags: Vec<String>,
    /// Whether the list could be read, so that an undeclared language is a problem.
    known: bool,
    /// Texts without any language are one mistake, not one at each text.
    reported: Cell<bool>,
}

pub(super) fn read<'a>(node: &Node<'a>, field: &'a List<String>) -> Locales {
    let said = node.texts("locales", field);
    let known = match field {
        Field::Missing => true,
        Field::Given(items) => items.len() == said.len(),
        _ => false,
    };
    let mut first: Vec<(String, Span)> = Vec::new();
    let mut good: Vec<Said<'_>> = Vec::new();
    for tag in &said {
        let usual = usual_case(tag.text);
        let same = first.iter().find(|(other, _)| other.eq_ignore_ascii_case(tag.text));
        if let Some((_, before)) = same {
            let message = format!("the language {} is declared twice", quote(tag.text));
            let problem = Problem::new(Rule::DuplicateLocale, tag.span, message).related(*before, "first");
            node.sink.push(problem.label("second").help("remove it"));
        } else if usual.as_deref() != Some(tag.text) {
            bad_tag(node.sink, *tag, usual);
        } else {
            variant(node.sink, *tag, &good);
            good.push(*tag);
        }
        first.push((tag.text.to_owned(), tag.span));
    }
    let locale =
        |said: &Said<'_>| model::Locale { tag: said.text.to_owned(), variant: tag_variant(said.text) };
    let list = said.iter().map(locale).collect();
    Locales { list, tags: first.into_iter().map(|(tag, _)| tag).collect(), known, reported: Cell::new(false) }
}

impl Locales {
    /// Whether entries need texts.
    pub fn any(&self) -> bool {
        !self.tags.is_empty()
    }

    /// A text in each declared language; those that are missing or too many are reported.
    pub fn texts<'a>(&self, node: &Node<'a>, key: &str, field: &'a Field<Map<String>>) -> Vec<String> {
        let Some(map) = node.value(key, field) else { return Vec::new() };
        let at = node.mark.key(key);
        if self.known && !self.any() {
            self.report_none(node.sink, key, at.key);
            return Vec::new();
        }
        let pairs = node.pairs(key, Some(map));
        for pair in &pairs {
            match pair.value {
                Some(text) if text.trim().is_empty() => blank(node.sink, key, pair.name.text, pair.mark.span),
                _ => {}
            }
            // Of an empty pair, the key may be no tag alone.
            if self.known && pair.value.is_some() && !self.tags.iter().any(|tag| tag == pair.name.text) {
                self.report_undeclared(node.sink, pair.name);
            }
        }
        let given = |tag: &&String| pairs.iter().any(|pair| pair.name.text == tag.as_str());
        for tag in self.tags.iter().filter(|tag| !given(tag)) {
            let message = format!("`{key}` has no text in {}", quote(tag));
            let problem = Problem::new(Rule::MissingText, at.key, message);
            node.sink
                .push(problem.label("a text in each declared language").help(format!("add `{tag}:` to it")));
        }
        let text = |tag: &String| pairs.iter().find(|pair| pair.name.text == tag).and_then(|pair| pair.value);
        self.tags.iter().filter_map(|tag| text(tag).map(|text| text.trim_end().to_owned())).collect()
    }

    fn report_none(&self, sink: &Sink, key: &str, span: Span) {
        if !self.reported.replace(true) {
            let problem = Problem::new(
                Rule::NoLocales,
                span,
                format!("there is a `{key}`, but no language is declared"),
            );
            sink.push(problem.help("add `locales: [en]` at the top of the file, or remove all texts"));
        }
    }

    fn report_undeclared(&self, sink: &Sink, name: Said<'_>) {
        let tags: Vec<&str> = self.tags.iter().map(String::as_str).collect();
        let near = nearest(name.text, tags.iter().copied());
        let message = format!("the language {} is not declared", quote(name.text));
        let problem = Problem::new(Rule::UndeclaredLocale, name.span, message).label("not among `locales`");
        sink.push(problem.help(did_you_mean(near, &tags)));
    }
}

fn blank(sink: &Sink, key: &str, tag: &str, span: Span) {
    let problem = Problem::new(Rule::EmptyValue, span, format!("`{key}` has no text in {}", quote(tag)));
    sink.push(problem.label("nothing here").help("give it a text"));
}

fn bad_tag(sink: &Sink, tag: Said<'_>, usual: Option<String>) {
    let problem = match usual {
        None => Problem::new(Rule::BadLocale, tag.span, format!("{} is no language tag", quote(tag.text)))
            .help("write a BCP 47 tag such as `en`, `pt-BR` or `zh-Hant`"),
        Some(usual) => {
            let message = format!("the language tag {} is not in its usual case", quote(tag.text));
            Problem::new(Rule::BadLocale, tag.span, message)
                .help(format!("write `{usual}`"))
                .instead(Some(usual))
        }
    };
    sink.push(problem);
}

/// Reports a tag whose variant no enum can have, or another one has.
fn variant(sink: &Sink, tag: Said<'_>, others: &[Said<'_>]) {
    let variant = tag_variant(tag.text);
    if is_reserved(&variant) {
        let message = format!("{} gives the variant `{variant}`, a reserved word of Rust", quote(tag.text));
        let problem = Problem::new(Rule::ReservedIdentifier, tag.span, message);
        sink.push(problem.help("write the tag of a language that people speak"));
    } else if let Some(first) = others.iter().find(|other| tag_variant(other.text) == variant) {
        let message = format!("two languages have the variant `{variant}`");
        let problem = Problem::new(Rule::DuplicateVariant, tag.span, message).related(first.span, "first");
        sink.push(problem.label("second").help("remove one of the two"));
    }
}

/// `pt-BR` gives `PtBr`.
fn tag_variant(tag: &str) -> String {
    variant_of(&tag.to_ascii_lowercase())
}

/// A tag in its usual case; `None` if it is not well-formed (RFC 5646, without grandfathered tags).
fn usual_case(tag: &str) -> Option<String> {
    let mut parts = tag.split('-').peekable();
    let language = parts.next().filter(|part| alpha(part, 2..=8))?;
    let mut usual = vec![language.to_ascii_lowercase()];
    if language.len() < 4 {
        let mut extended = || parts.next_if(|part| alpha(part, 3..=3)).map(str::to_ascii_lowercase);
        usual.extend([extended(), extended(), extended()].into_iter().flatten());
    }
    usual.extend(parts.next_if(|part| alpha(part, 4..=4)).map(titled));
    usual.extend(parts.next_if(|part| alpha(part, 2..=2) || is_number(part)).map(str::to_ascii_uppercase));
    while let Some(variant) = parts.next_if(|part| is_variant(part)) {
        usual.push(variant.to_ascii_lowercase());
    }
    while let Some(singleton) = parts.next_if(|part| alnum(part, 1..=1)) {
        let shortest = if singleton.eq_ignore_ascii_case("x") { 1 } else { 2 };
        let before = usual.len();
        usual.push(singleton.to_ascii_lowercase());
        while let Some(part) = parts.next_if(|part| alnum(part, shortest..=8)) {
            usual.push(part.to_ascii_lowercase());
        }
        if usual.len() < before + 2 {
            return None;
        }
    }
    parts.next().is_none().then(|| usual.join("-"))
}

fn titled(script: &str) -> String {
    let (first, rest) = script.split_at(1);
    first.to_ascii_uppercase() + &rest.to_ascii_lowercase()
}

fn alpha(part: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn alnum(part: &str, length: std::ops::RangeInclusive<usize>) -> bool {
    length.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
}

fn is_number(part: &str) -> bool {
    part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_variant(part: &str) -> bool {
    alnum(part, 5..=8) || (alnum(part, 4..=4) && part.starts_with(|first: char| first.is_ascii_digit()))
}
