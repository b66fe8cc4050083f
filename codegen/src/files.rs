//! The files of a catalogue, laid out one behind the other: one number is a place in any of them.

use crate::problem::Span;

/// The catalogue's own file, then those that it includes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Files(Vec<File>);

/// A file of a catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name as messages show it.
    pub name: String,
    /// Its path below the folder of the catalogue.
    pub path: String,
    /// Its text, without byte order mark.
    pub text: String,
    /// Where it begins among all files.
    pub(crate) start: usize,
}

impl Files {
    /// A catalogue in one file.
    pub(crate) fn new(name: &str, path: &str, text: String) -> Self {
        Self(vec![File { name: name.to_owned(), path: path.to_owned(), text, start: 0 }])
    }

    /// Adds an included file; returns where it begins.
    pub(crate) fn add(&mut self, name: String, path: String, text: String) -> usize {
        // One more than its length: a place behind its last character is still its own.
        let start = self.0.last().map_or(0, |last| last.start + last.text.len() + 1);
        self.0.push(File { name, path, text, start });
        start
    }

    /// The catalogue's own file.
    pub fn main(&self) -> &File {
        &self.0[0]
    }

    /// All files, the catalogue's own first.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &File> {
        self.0.iter()
    }

    /// The number of the file that a place is in, and the place within it.
    pub fn locate(&self, span: Span) -> (usize, Span) {
        let at = self.0.partition_point(|file| file.start <= span.start).saturating_sub(1);
        let start = self.0.get(at).map_or(0, |file| file.start);
        (at, Span { start: span.start - start, end: span.end.saturating_sub(start) })
    }

    /// The file of a place, and the place within it.
    pub fn file_of(&self, span: Span) -> (&File, Span) {
        let (at, span) = self.locate(span);
        (&self.0[at], span)
    }
}
