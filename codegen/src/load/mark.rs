//! Where values stand.

use std::collections::HashMap;

use crate::problem::Span;

/// Where a value stands, and the values in it: a tree of the shape of the file.
///
/// A key or position that is not there yields an empty mark, so that a path can be followed without looking.
#[derive(Debug, Default)]
pub struct Mark {
    /// The key in front of the value; the value itself in a list.
    pub key: Span,
    /// The value; its key where the value is empty.
    pub span: Span,
    parts: Parts,
}

#[derive(Debug, Default)]
enum Parts {
    #[default]
    None,
    Items(Vec<Mark>),
    Pairs(Box<Pairs>),
}

#[derive(Debug)]
struct Pairs {
    head: Span,
    keys: Vec<Box<str>>,
    marks: Vec<Mark>,
    /// Positions by key, kept for mappings that are long to walk.
    index: Option<HashMap<Box<str>, usize>>,
}

static NOWHERE: Mark =
    Mark { key: Span { start: 0, end: 0 }, span: Span { start: 0, end: 0 }, parts: Parts::None };

/// Mappings of more pairs are looked up by hash.
const LONG: usize = 24;

impl Mark {
    /// The value under a key of this mapping.
    pub fn key(&self, key: &str) -> &Self {
        let Parts::Pairs(pairs) = &self.parts else { return &NOWHERE };
        pairs.position(key).and_then(|at| pairs.marks.get(at)).unwrap_or(&NOWHERE)
    }

    /// A value of this list.
    pub fn item(&self, at: usize) -> &Self {
        let Parts::Items(items) = &self.parts else { return &NOWHERE };
        items.get(at).unwrap_or(&NOWHERE)
    }

    /// The first `key: value` of a mapping on one line; of other values their place.
    pub fn head(&self) -> Span {
        match &self.parts {
            Parts::Pairs(pairs) => pairs.head,
            _ => self.span,
        }
    }

    pub(super) fn scalar(span: Span) -> Self {
        Self { key: span, span, parts: Parts::None }
    }

    pub(super) fn list(span: Span, items: Vec<Self>) -> Self {
        Self { key: span, span, parts: Parts::Items(items) }
    }

    pub(super) fn mapping(span: Span, head: Span, pairs: Vec<(Box<str>, Self)>) -> Self {
        let (keys, marks): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let index = (keys.len() > LONG).then(|| keys.iter().cloned().zip(0..).collect());
        Self { key: span, span, parts: Parts::Pairs(Box::new(Pairs { head, keys, marks, index })) }
    }
}

impl Pairs {
    fn position(&self, key: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(key).copied(),
            None => self.keys.iter().position(|other| **other == *key),
        }
    }
}
