//! Problems -> messages like a compiler's.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Renderer, Snippet};

use crate::problem::{Problem, Span};

/// Renders problems as text for people, with colours if `styled`.
///
/// `name` and `text` are the document's. Beyond `limit` problems are only counted.
pub fn render(name: &str, text: &str, problems: &[Problem], styled: bool, limit: Option<usize>) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let lines = Lines::new(text);
    let name = harmless(name);
    let shown = limit.unwrap_or(problems.len()).min(problems.len());
    let mut report = String::new();
    for problem in problems.iter().take(shown) {
        report.push_str(&message(&renderer, &name, &lines, problem));
        report.push_str("\n\n");
    }
    if shown < problems.len() {
        report.push_str(&format!("… and {} more\n\n", problems.len() - shown));
    }
    report.push_str(&summary(&renderer, &name, problems.len()));
    report.push('\n');
    // The renderer leaves these as they are.
    report.replace(|char| ('\u{80}'..='\u{9f}').contains(&char), "\u{fffd}")
}

/// Line and column of a byte offset, both from 1; columns count characters.
pub fn position(text: &str, offset: usize) -> (usize, usize) {
    let head = text.get(..boundary(text, offset)).unwrap_or_default();
    let line = head.rfind('\n').map_or(0, |newline| newline + 1);
    let column = head.get(line..).unwrap_or_default().chars().count() + 1;
    (head.matches('\n').count() + 1, column)
}

fn summary(renderer: &Renderer, name: &str, count: usize) -> String {
    let noun = if count == 1 { "problem" } else { "problems" };
    let title = Level::ERROR.primary_title(format!("{count} {noun} in {name}"));
    renderer.render(&[Group::with_title(title)])
}

fn message(renderer: &Renderer, name: &str, lines: &Lines<'_>, problem: &Problem) -> String {
    let windows = windows(lines, problem);
    let shifts: Vec<(String, String)> =
        windows.iter().filter_map(|window| window.shift(name, lines)).collect();
    let title = Level::ERROR.primary_title(harmless(&problem.message)).id(problem.rule.code());
    let mut group = title.elements(windows.into_iter().map(|window| window.snippet(name, lines)));
    if let Some(help) = &problem.help {
        group = group.element(Level::HELP.message(harmless(help)));
    }
    let rendered = renderer.render(&[group]);
    shifts.iter().fold(rendered, |rendered, (cut, whole)| rendered.replacen(cut, whole, 1))
}

/// A place with its label, on one line.
struct Note {
    kind: AnnotationKind,
    at: Range<usize>,
    label: String,
}

/// A piece of the text that is shown in one go.
struct Window {
    lines: Range<usize>,
    notes: Vec<Note>,
}

/// Pieces of text that are longer are not handed to the renderer, whose time they would take.
const LONGEST: usize = 8 * 1024;
/// How many bytes around a place are shown of a line that is too long.
const AROUND: usize = 60;

/// The windows of a problem: first the one of its own place.
fn windows(lines: &Lines<'_>, problem: &Problem) -> Vec<Window> {
    let primary = Note {
        kind: AnnotationKind::Primary,
        at: lines.clamp(problem.span),
        label: harmless(&problem.label),
    };
    let mut windows = vec![Window { lines: lines.around(&primary.at), notes: vec![primary] }];
    for related in &problem.related {
        let at = lines.clamp(related.span);
        let own = lines.around(&at);
        let note = Note { kind: AnnotationKind::Context, at, label: harmless(&related.label) };
        let near = windows.iter_mut().find(|window| union(&window.lines, &own).len() <= LONGEST);
        match near {
            Some(window) => {
                window.lines = union(&window.lines, &own);
                window.notes.push(note);
            }
            None => windows.push(Window { lines: own, notes: vec![note] }),
        }
    }
    windows
}

fn union(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

impl Window {
    /// The position as the renderer sees it in a line that was cut, and the true one.
    fn shift(&self, name: &str, lines: &Lines<'_>) -> Option<(String, String)> {
        let cut = lines.position(self.lines.start).1 - 1;
        let (line, column) = lines.position(self.notes.first()?.at.start);
        (cut > 0).then(|| (format!("{name}:{line}:{}", column - cut), format!("{name}:{line}:{column}")))
    }

    fn snippet<'a>(self, name: &str, lines: &Lines<'a>) -> Snippet<'a, Annotation<'a>> {
        let source = lines.text.get(self.lines.clone()).unwrap_or_default();
        let (line, _) = lines.position(self.lines.start);
        let annotation = |note: Note| {
            let span = note.at.start - self.lines.start..note.at.end - self.lines.start;
            let annotation = note.kind.span(span);
            if note.label.is_empty() { annotation } else { annotation.label(note.label) }
        };
        let snippet = Snippet::source(source).line_start(line).path(name.to_owned());
        snippet.annotations(self.notes.into_iter().map(annotation))
    }
}

/// The text with the offsets of its lines.
struct Lines<'a> {
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { text, starts }
    }

    /// The number of the line of an offset, from 0.
    fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset).saturating_sub(1)
    }

    fn start(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// Line and column, both from 1.
    fn position(&self, offset: usize) -> (usize, usize) {
        let line = self.line(offset);
        let before = self.text.get(self.start(line)..offset).unwrap_or_default();
        (line + 1, before.chars().count() + 1)
    }

    /// The part of a place on its first line, within the text and on boundaries of characters.
    fn clamp(&self, span: Span) -> Range<usize> {
        let start = boundary(self.text, span.start);
        let end = boundary(self.text, span.end.max(start));
        let inside = self.text.get(start..end).unwrap_or_default();
        let line = inside.split('\n').next().unwrap_or_default().trim_end();
        let short = boundary(self.text, start + line.len().min(LONGEST / 4));
        start..short.max(start)
    }

    /// The line of a place; of a very long one the part around it.
    fn around(&self, at: &Range<usize>) -> Range<usize> {
        let line = self.line(at.start);
        let start = self.start(line);
        let text = self.text.get(start..self.start(line + 1)).unwrap_or_default();
        let end = start + text.trim_end_matches(['\n', '\r']).len();
        if end - start <= LONGEST {
            return start..end.max(at.end);
        }
        let from = boundary(self.text, at.start.saturating_sub(AROUND)).max(start);
        from..boundary(self.text, at.end + AROUND).min(end).max(at.end)
    }
}

/// The last boundary of a character at or before an offset.
fn boundary(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    (0..=offset).rev().find(|offset| text.is_char_boundary(*offset)).unwrap_or_default()
}

/// A text that makes a terminal do nothing but show it.
fn harmless(text: &str) -> String {
    text.chars().map(|char| if char.is_control() { '\u{fffd}' } else { char }).collect()
}
