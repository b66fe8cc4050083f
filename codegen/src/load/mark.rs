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
    /// Whether nothing is written where the value should be.
    pub is_blank: bool,
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

static NOWHERE: Mark = Mark {
    key: Span { start: 0, end: 0 },
    span: Span { start: 0, end: 0 },
    is_blank: true,
    parts: Parts::None,
};

/// Mappings of more pairs are looked up by hash.
const LONG: usize = 24;

impl Mark {
    /// The value under a key of this mapping.
    pub fn key(&self, key: &str) -> &Self {
        let Parts::Pairs(pairs) = &self.parts else { return &NOWHERE };
        pairs.position(key).and_then(|at| pairs.marks.get(at)).unwrap_or(&NOWHERE)
    }

    /// Whether this mapping has a key.
    pub fn has(&self, key: &str) -> bool {
        matches!(&self.parts, Parts::Pairs(pairs) if pairs.position(key).is_some())
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

    /// The value under a key of this mapping, to be changed.
    pub(super) fn key_mut(&mut self, key: &str) -> Option<&mut Self> {
        let Parts::Pairs(pairs) = &mut self.parts else { return None };
        let at = pairs.position(key)?;
        pairs.marks.get_mut(at)
    }

    /// A value of this list, to be changed.
    pub(super) fn item_mut(&mut self, at: usize) -> Option<&mut Self> {
        let Parts::Items(items) = &mut self.parts else { return None };
        items.get_mut(at)
    }

    /// Takes the value under a key out of this mapping.
    pub(super) fn take(&mut self, key: &str) -> Self {
        self.key_mut(key).map(std::mem::take).unwrap_or_default()
    }

    /// Adds a pair to this mapping; one with the same key is replaced.
    pub(super) fn put(&mut self, key: &str, mark: Self) {
        if let Some(there) = self.key_mut(key) {
            *there = mark;
            return;
        }
        if let Parts::Pairs(pairs) = &mut self.parts {
            if let Some(index) = &mut pairs.index {
                index.insert(key.into(), pairs.keys.len());
            }
            pairs.keys.push(key.into());
            pairs.marks.push(mark);
            if pairs.index.is_none() && pairs.keys.len() > LONG {
                pairs.index = Some(pairs.keys.iter().cloned().zip(0..).collect());
            }
        }
    }

    /// Adds the values of another list to this one.
    pub(super) fn append(&mut self, other: Self) {
        if let (Parts::Items(items), Parts::Items(more)) = (&mut self.parts, other.parts) {
            items.extend(more);
        }
    }

    /// Moves all places, for a text that stands behind others.
    pub(super) fn shift(&mut self, by: usize) {
        for span in [&mut self.key, &mut self.span] {
            *span = span.shifted(by);
        }
        match &mut self.parts {
            Parts::None => {}
            Parts::Items(items) => items.iter_mut().for_each(|item| item.shift(by)),
            Parts::Pairs(pairs) => {
                pairs.head = pairs.head.shifted(by);
                pairs.marks.iter_mut().for_each(|mark| mark.shift(by));
            }
        }
    }

    pub(super) fn scalar(span: Span) -> Self {
        Self { key: span, span, ..Self::default() }
    }

    /// The mark of a value that is not there, with what is underlined in its stead.
    pub(super) fn blank(span: Span) -> Self {
        Self { is_blank: true, ..Self::scalar(span) }
    }

    pub(super) fn list(span: Span, items: Vec<Self>) -> Self {
        Self { parts: Parts::Items(items), ..Self::scalar(span) }
    }

    pub(super) fn mapping(span: Span, head: Span, pairs: Vec<(Box<str>, Self)>) -> Self {
        let (keys, marks): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        let index = (keys.len() > LONG).then(|| keys.iter().cloned().zip(0..).collect());
        let parts = Parts::Pairs(Box::new(Pairs { head, keys, marks, index }));
        Self { parts, ..Self::scalar(span) }
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
