//! The parser counts characters, everything else counts bytes.

use saphyr_parser::Marker;

use crate::problem::Span;

/// Turns positions of the parser into places in the text.
pub(super) struct Offsets<'a> {
    pub text: &'a str,
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
        let start = head.rfind('\n').map_or(0, |newline| newline + 1);
        let line = self.inside(Span { start, end: head.len() });
        Span { start: head.len() - line.trim_start().len(), end: head.len() }
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
