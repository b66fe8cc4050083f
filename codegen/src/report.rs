//! Problems -> messages like a compiler's.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use crate::files::{File, Files};
use crate::problem::{Problem, Span};

/// Renders problems in a catalogue's files as text for people, with colours if `styled`.
///
/// Beyond `limit` problems are only counted.
pub fn render(files: &Files, problems: &[Problem], styled: bool, limit: Option<usize>) -> String {
    let renderer = if styled { Renderer::styled() } else { Renderer::plain() };
    let texts = Texts::new(files);
    let shown = limit.unwrap_or(problems.len()).min(problems.len());
    let mut report = String::new();
    for problem in problems.iter().take(shown) {
        report.push_str(&message(&renderer, &texts, problem));
        report.push_str("\n\n");
    }
    if shown < problems.len() {
        report.push_str(&format!("… and {} more\n\n", problems.len() - shown));
    }
    report.push_str(&summary(&renderer, files, problems.len()));
    report.push('\n');
    // The renderer leaves these as they are.
    report.replace(|char| ('\u{80}'..='\u{9f}').contains(&char), "\u{fffd}")
}

/// Lines and columns of places in a catalogue's files, both from 1; columns count characters.
pub struct Positions<'a>(Texts<'a>);

impl<'a> Positions<'a> {
    /// Finds the lines of all files.
    pub fn new(files: &'a Files) -> Self {
        Self(Texts::new(files))
    }

    /// Where a place begins in its file.
    pub fn start(&self, span: Span) -> (usize, usize) {
        let (file, span) = self.0.files.locate(span);
        self.0.lines[file].position(span.start)
    }

    /// Where a place ends in its file, which is behind its last character.
    pub fn end(&self, span: Span) -> (usize, usize) {
        let (file, span) = self.0.files.locate(span);
        self.0.lines[file].position(span.end)
    }
}

fn summary(renderer: &Renderer, files: &Files, count: usize) -> String {
    let noun = if count == 1 { "problem" } else { "problems" };
    let name = harmless(&files.main().name);
    let others = if files.iter().len() > 1 { " and the files that it includes" } else { "" };
    let title = Level::ERROR.primary_title(format!("{count} {noun} in {name}{others}"));
    renderer.render(&[Group::with_title(title)])
}

fn message(renderer: &Renderer, texts: &Texts<'_>, problem: &Problem) -> String {
    let windows = windows(texts, problem);
    let shifts: Vec<(String, String)> =
        windows.iter().filter_map(|window| window.shift(&texts.lines[window.file])).collect();
    let title = Level::ERROR.primary_title(harmless(&problem.message)).id(problem.rule.code());
    let corrected = corrected(texts, problem, &windows);
    let mut group = title.elements(windows.into_iter().map(|window| window.snippet(texts)));
    let help = problem.help.as_deref().map(harmless);
    let rendered = match (help, corrected) {
        (Some(help), Some(patch)) => {
            renderer.render(&[group, Level::HELP.secondary_title(help).element(patch)])
        }
        (Some(help), None) => {
            group = group.element(Level::HELP.message(help));
            renderer.render(&[group])
        }
        (None, _) => renderer.render(&[group]),
    };
    shifts.iter().fold(rendered, |rendered, (cut, whole)| rendered.replacen(cut, whole, 1))
}

/// The line as it should be, if that is known and the line is not too long to be shown whole.
fn corrected<'a>(texts: &Texts<'a>, problem: &Problem, windows: &[Window]) -> Option<Snippet<'a, Patch<'a>>> {
    let instead = problem.instead.as_ref()?;
    let (file, span) = texts.files.locate(problem.span);
    let lines = &texts.lines[file];
    let line = windows.first().filter(|window| window.is_whole(lines))?.lines.clone();
    let wrong = lines.text.get(span.start..span.end)?;
    if wrong.is_empty() || span.start < line.start || span.end > line.end {
        return None;
    }
    let patch = Patch::new(span.start - line.start..span.end - line.start, scalar(wrong, instead));
    let snippet = Snippet::source(lines.text.get(line.clone())?).line_start(lines.position(line.start).0);
    Some(snippet.path(lines.name.clone()).patch(patch))
}

/// A text as YAML writes it where another one stands: in the same quotes, and in some where it needs them.
fn scalar(wrong: &str, text: &str) -> String {
    let plain = !text.is_empty()
        && text
            .chars()
            .all(|char| char.is_alphanumeric() || matches!(char, '_' | '-' | '.' | '/' | ':' | ' '))
        && text.starts_with(|first: char| first.is_alphanumeric() || first == '_')
        && !text.contains(": ")
        && !text.ends_with([':', ' '])
        && !text.eq_ignore_ascii_case("null");
    match wrong.chars().next() {
        Some('\'') => format!("'{}'", text.replace('\'', "''")),
        Some('"') => format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")),
        _ if plain => text.to_owned(),
        _ => format!("'{}'", text.replace('\'', "''")),
    }
}

/// A place with its label, on one line.
struct Note {
    kind: AnnotationKind,
    at: Range<usize>,
    label: String,
}

/// A piece of the text that is shown in one go.
struct Window {
    /// The number of the file.
    file: usize,
    lines: Range<usize>,
    notes: Vec<Note>,
}

/// Pieces of text that are longer are not handed to the renderer, whose time they would take.
const LONGEST: usize = 8 * 1024;
/// How many bytes around a place are shown of a line that is too long.
const AROUND: usize = 60;

/// The windows of a problem: first the one of its own place.
fn windows(texts: &Texts<'_>, problem: &Problem) -> Vec<Window> {
    let mut windows = vec![texts.window(AnnotationKind::Primary, problem.span, &problem.label)];
    for related in &problem.related {
        let Window { file, lines: own, notes } =
            texts.window(AnnotationKind::Context, related.span, &related.label);
        let near = windows
            .iter_mut()
            .find(|window| window.file == file && union(&window.lines, &own).len() <= LONGEST);
        match near {
            Some(window) => {
                window.lines = union(&window.lines, &own);
                window.notes.extend(notes);
            }
            None => windows.push(Window { file, lines: own, notes }),
        }
    }
    windows
}

fn union(a: &Range<usize>, b: &Range<usize>) -> Range<usize> {
    a.start.min(b.start)..a.end.max(b.end)
}

impl Window {
    /// Whether its lines are all there.
    fn is_whole(&self, lines: &Lines<'_>) -> bool {
        let behind = lines.text.get(self.lines.end..).unwrap_or_default();
        lines.position(self.lines.start).1 == 1 && (behind.is_empty() || behind.starts_with(['\r', '\n']))
    }

    /// The position as the renderer sees it in a line that was cut, and the true one.
    fn shift(&self, lines: &Lines<'_>) -> Option<(String, String)> {
        let name = &lines.name;
        let cut = lines.position(self.lines.start).1 - 1;
        let (line, column) = lines.position(self.notes.first()?.at.start);
        (cut > 0).then(|| (format!("{name}:{line}:{}", column - cut), format!("{name}:{line}:{column}")))
    }

    fn snippet<'a>(self, texts: &Texts<'a>) -> Snippet<'a, Annotation<'a>> {
        let lines = &texts.lines[self.file];
        let source = lines.text.get(self.lines.clone()).unwrap_or_default();
        let (line, _) = lines.position(self.lines.start);
        let annotation = |note: Note| {
            let span = note.at.start - self.lines.start..note.at.end - self.lines.start;
            let annotation = note.kind.span(span);
            if note.label.is_empty() { annotation } else { annotation.label(note.label) }
        };
        let snippet = Snippet::source(source).line_start(line).path(lines.name.clone());
        snippet.annotations(self.notes.into_iter().map(annotation))
    }
}

/// The files with the offsets of their lines.
struct Texts<'a> {
    files: &'a Files,
    lines: Vec<Lines<'a>>,
}

impl<'a> Texts<'a> {
    fn new(files: &'a Files) -> Self {
        Self { files, lines: files.iter().map(Lines::new).collect() }
    }

    /// The window of a place.
    fn window(&self, kind: AnnotationKind, span: Span, label: &str) -> Window {
        let (file, span) = self.files.locate(span);
        let lines = &self.lines[file];
        let note = Note { kind, at: lines.clamp(span), label: harmless(label) };
        Window { file, lines: lines.around(&note.at), notes: vec![note] }
    }
}

/// A file's text with the offsets of its lines.
struct Lines<'a> {
    /// The file's name as it is shown.
    name: String,
    text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Lines<'a> {
    fn new(file: &'a File) -> Self {
        let text = file.text.as_str();
        let starts =
            std::iter::once(0).chain(text.match_indices('\n').map(|(newline, _)| newline + 1)).collect();
        Self { name: harmless(&file.name), text, starts }
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
        let offset = boundary(self.text, offset);
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
