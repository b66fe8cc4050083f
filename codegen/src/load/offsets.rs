//! The parser counts characters, everything else counts bytes.

use saphyr_parser::Marker;

use crate::problem::Span;
use crate::schema;

/// Turns positions of the parser into places in the text.
pub(super) struct Offsets<'a> {
    text: &'a str,
    /// Byte offset of every `STEP`-th character; empty if all characters are one byte long.
    steps: Vec<usize>,
}

const STEP: usize = 64;

impl<'a> Offsets<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let steps = if text.is_ascii() {
            Vec::new()
        } else {
            text.char_indices().step_by(STEP).map(|(offset, _)| offset).collect()
        };
        Self { text, steps }
    }

    pub(super) fn byte(&self, marker: &Marker) -> usize {
        let index = marker.index();
        if self.steps.is_empty() {
            return index.min(self.text.len());
        }
        let Some(&start) = self.steps.get(index / STEP) else { return self.text.len() };
        let rest = self.text.get(start..).unwrap_or_default();
        rest.char_indices().nth(index % STEP).map_or(self.text.len(), |(offset, _)| start + offset)
    }

    /// The place between two positions, without the white space at its end.
    pub(super) fn span(&self, span: saphyr_parser::Span) -> Span {
        let start = self.byte(&span.start);
        self.trimmed(start, self.byte(&span.end))
    }

    pub(super) fn trimmed(&self, start: usize, end: usize) -> Span {
        Span { start, end: start + self.inside(Span { start, end }).trim_end().len() }
    }

    /// The part of a place on its first line.
    pub(super) fn first_line(&self, span: Span) -> Span {
        let line = self.inside(span).split('\n').next().unwrap_or_default();
        Span { start: span.start, end: span.start + line.trim_end().len() }
    }

    /// The first word of a place, such as the tag in front of a value.
    pub(super) fn word(&self, span: Span, sigil: char) -> Span {
        let inside = self.inside(span);
        let skipped = inside.find(sigil).unwrap_or(0);
        let word = inside.get(skipped..).unwrap_or_default();
        let end = word.find(char::is_whitespace).unwrap_or(word.len());
        Span { start: span.start + skipped, end: span.start + skipped + end }
    }

    /// The character at a position, or the last visible one before it.
    pub(super) fn point(&self, at: usize) -> Span {
        let rest = self.text.get(at..).unwrap_or_default();
        if let Some(char) = rest.chars().next().filter(|char| !char.is_whitespace()) {
            return Span { start: at, end: at + char.len_utf8() };
        }
        self.before(at)
    }

    /// The name that begins at a position with a sigil, such as `*name`.
    pub(super) fn name(&self, at: usize) -> Span {
        let rest = self.text.get(at..).unwrap_or_default();
        let is_end = |char: char| char.is_whitespace() || matches!(char, ',' | '[' | ']' | '{' | '}');
        let length = rest.find(is_end).unwrap_or(rest.len());
        if length == 0 { self.point(at) } else { Span { start: at, end: at + length } }
    }

    /// The last visible character before a position.
    pub(super) fn before(&self, at: usize) -> Span {
        let head = self.text.get(..at).unwrap_or_default().trim_end();
        let start = head.char_indices().next_back().map_or(0, |(offset, _)| offset);
        Span { start, end: head.len() }
    }

    /// The last line with something on it before the line of a position.
    pub(super) fn line_before(&self, at: usize) -> Span {
        let head = self.text.get(..self.line_of(at).start).unwrap_or_default().trim_end();
        let line = self.line_of(head.len());
        let text = self.inside(line);
        Span { start: line.start + text.len() - text.trim_start().len(), end: head.len() }
    }

    /// The `:` behind a key at the start of a line, if a value follows it at once.
    pub(super) fn colon_without_space(&self, line: Span) -> Option<Span> {
        let text = self.inside(line);
        let pair = text.trim_start_matches([' ', '-']);
        let (key, value) = pair.split_once(':')?;
        // Keys of the author's may be any words; in a list, addresses such as `urn:isbn` look alike.
        let is_word = !key.is_empty()
            && key.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'_' | b'-'))
            && !value.starts_with([':', '/'])
            && !text.trim_start().starts_with('-');
        let is_value = value.starts_with(|char: char| !char.is_whitespace());
        let start = line.start + text.len() - pair.len() + key.len();
        ((schema::is_key(key) || is_word) && is_value).then_some(Span { start, end: start + 1 })
    }

    /// The word between the beginning of a line, or of an item of a list there, and a position; `None` if there are several.
    pub(super) fn key_before(&self, at: usize) -> Option<Span> {
        let head = self.inside(Span { start: self.line_of(at).start, end: at });
        let key = head.trim_start_matches([' ', '-']);
        let is_word = !key.is_empty() && !key.contains(char::is_whitespace);
        is_word.then_some(Span { start: at - key.len(), end: at })
    }

    /// The first line that marks a side of a merge.
    pub(super) fn merge_mark(&self) -> Option<Span> {
        let is_mark = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
        let breaks = self.text.match_indices('\n').map(|(newline, _)| newline + 1);
        let start =
            std::iter::once(0).chain(breaks).find(|start| self.text.get(*start..).is_some_and(is_mark))?;
        Some(self.line_of(start))
    }

    /// The line of a position, without its break.
    pub(super) fn line_of(&self, at: usize) -> Span {
        let head = self.text.get(..at).unwrap_or_default();
        let start = head.rfind('\n').map_or(0, |newline| newline + 1);
        self.first_line(Span { start, end: self.text.len() })
    }

    /// The text of a place.
    pub(super) fn inside(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The first tab from a position on.
    pub(super) fn tab(&self, at: usize) -> Option<Span> {
        let offset = self.text.get(at..)?.find('\t')?;
        Some(Span { start: at + offset, end: at + offset + 1 })
    }
}
