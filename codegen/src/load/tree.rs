//! Events of the parser -> values and marks.

use std::collections::HashMap;

use saphyr_parser::{Event, Parser, ScalarStyle, Tag};
use serde_yaml::{Mapping, Value};

use super::mark::Mark;
use super::offsets::Offsets;
use super::syntax;
use crate::problem::{Problem, Rule, Span, quote};

/// What the events of a file amount to.
pub(super) struct Tree {
    pub value: Value,
    pub mark: Mark,
    pub problems: Vec<Problem>,
    pub fatal: bool,
}

impl Tree {
    /// Moves all places, for a text that stands behind others.
    pub(super) fn shift(&mut self, by: usize) {
        self.mark.shift(by);
        for problem in &mut self.problems {
            problem.span = problem.span.shifted(by);
            problem.related.iter_mut().for_each(|related| related.span = related.span.shifted(by));
        }
    }
}

/// No catalogue is deeper than ten; what follows walks values recursively.
const DEEPEST: usize = 32;

pub(super) fn read(text: &str) -> Tree {
    let mut builder = Builder::new(text);
    let mut parser = Parser::new_from_str(text);
    while let Some(event) = parser.next_event() {
        let more = match event {
            Ok((Event::StreamEnd, _)) => false,
            Ok((event, span)) => builder.event(event, span),
            Err(error) => {
                let problem = syntax::problem(&error, &builder.offsets);
                builder.fatal(problem)
            }
        };
        if !more {
            break;
        }
    }
    builder.finish()
}

struct Builder<'a> {
    offsets: Offsets<'a>,
    frames: Vec<Frame>,
    root: Option<(Value, Mark)>,
    documents: usize,
    problems: Vec<Problem>,
    fatal: bool,
}

/// A list or mapping that is not closed yet.
struct Frame {
    start: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Value>, Vec<Mark>),
    Mapping {
        values: Mapping,
        marks: Vec<(Box<str>, Mark)>,
        /// Where each key was first given.
        seen: HashMap<Box<str>, Span>,
        key: Option<Key>,
    },
}

/// The key whose value comes next.
struct Key {
    /// `None` if the pair is dropped, because its key is a problem.
    text: Option<Box<str>>,
    span: Span,
}

impl<'a> Builder<'a> {
    fn new(text: &'a str) -> Self {
        let offsets = Offsets::new(text);
        Self { offsets, frames: Vec::new(), root: None, documents: 0, problems: Vec::new(), fatal: false }
    }

    /// Takes an event; says whether to go on.
    fn event(&mut self, event: Event<'_>, at: saphyr_parser::Span) -> bool {
        let span = self.offsets.span(at);
        match event {
            Event::DocumentStart(_) => return self.document(span),
            Event::Scalar(text, style, anchor, tag) => {
                self.properties(anchor, tag.as_deref(), span);
                self.scalar(&text, style, span);
            }
            Event::SequenceStart(anchor, tag) => {
                self.properties(anchor, tag.as_deref(), span);
                return self.open(span, Kind::List(Vec::new(), Vec::new()));
            }
            Event::MappingStart(anchor, tag) => {
                self.properties(anchor, tag.as_deref(), span);
                let (marks, seen) = (Vec::new(), HashMap::new());
                return self.open(span, Kind::Mapping { values: Mapping::new(), marks, seen, key: None });
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(self.offsets.byte(&at.end)),
            Event::Alias(_) => return self.fatal(syntax::alias(span)),
            _ => {}
        }
        true
    }

    fn finish(self) -> Tree {
        let (value, mark) = self.root.unwrap_or_default();
        Tree { value, mark, problems: self.problems, fatal: self.fatal }
    }

    fn fatal(&mut self, problem: Problem) -> bool {
        self.problems.push(problem);
        self.fatal = true;
        false
    }

    fn document(&mut self, span: Span) -> bool {
        self.documents += 1;
        if self.documents < 2 {
            return true;
        }
        let problem =
            Problem::new(Rule::SecondDocument, span, "a catalogue is one document, here a second one begins");
        self.problems
            .push(problem.help("move it into a file of its own, or delete the `---` or `...` above"));
        false
    }

    /// Anchors and tags stand in front of their value.
    fn properties(&mut self, anchor: usize, tag: Option<&Tag>, span: Span) {
        if anchor != 0 {
            let problem = Problem::new(Rule::Anchor, self.offsets.word(span, '&'), "anchors are not allowed");
            self.problems.push(problem.help("write the value out at each place"));
        }
        if tag.is_some() {
            let problem = Problem::new(Rule::Tag, self.offsets.word(span, '!'), "tags are not allowed");
            self.problems.push(problem.help("remove it: every value is read as text"));
        }
    }

    fn open(&mut self, span: Span, kind: Kind) -> bool {
        if self.frames.len() >= DEEPEST {
            return self.fatal(syntax::too_deep(span));
        }
        self.frames.push(Frame { start: span.start, kind });
        true
    }

    fn close(&mut self, end: usize) {
        let Some(frame) = self.frames.pop() else { return };
        let span = self.offsets.trimmed(frame.start, end);
        match frame.kind {
            Kind::List(values, marks) => self.attach(Value::Sequence(values), Mark::list(span, marks)),
            Kind::Mapping { values, marks, .. } => {
                let head = marks
                    .first()
                    .map_or(span, |(_, mark)| Span { start: mark.key.start, end: mark.span.end });
                let head = self.offsets.first_line(head);
                self.attach(Value::Mapping(values), Mark::mapping(span, head, marks));
            }
        }
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, span: Span) {
        self.control_characters(text, span);
        if let Some(Frame { kind: Kind::Mapping { key: None, .. }, .. }) = self.frames.last() {
            self.key(text, style, span);
            return;
        }
        let is_word = |text| matches!(text, "~" | "null" | "Null" | "NULL");
        let is_null = style == ScalarStyle::Plain && (text.is_empty() || is_word(text));
        let value = if is_null { Value::Null } else { Value::String(text.to_owned()) };
        // Inside brackets the place of what is not there is the next `,`.
        let is_blank = is_null && !is_word(self.offsets.inside(span));
        self.attach(value, if is_blank { Mark::blank(self.visible(span)) } else { Mark::scalar(span) });
    }

    /// Escapes stand for any character; some of them no database or terminal takes well.
    fn control_characters(&mut self, text: &str, span: Span) {
        let is_refused = |char: &char| char.is_control() && !matches!(char, '\n' | '\t');
        let Some(char) = text.chars().find(is_refused) else { return };
        let message = format!("a text has the control character U+{:04X} in it", u32::from(char));
        let problem = Problem::new(Rule::ControlCharacter, span, message);
        self.problems
            .push(problem.help("remove it: line breaks and tabs are the only ones that a text may have"));
    }

    /// Something to underline where a value is empty: its key, or the `-` in front of it.
    fn visible(&self, span: Span) -> Span {
        match self.frames.last() {
            Some(Frame { kind: Kind::Mapping { key: Some(key), .. }, .. }) => key.span,
            _ => self.offsets.before(span.start),
        }
    }

    fn key(&mut self, text: &str, style: ScalarStyle, span: Span) {
        if text.is_empty() {
            let span = if span.start == span.end { self.offsets.point(span.start) } else { span };
            return self.refuse_key(empty_key(span), span);
        }
        if text == "<<" && style == ScalarStyle::Plain {
            self.fatal = true;
            let problem = Problem::new(Rule::MergeKey, span, "merge keys are not allowed");
            return self.refuse_key(problem.help("write the keys out at each place"), span);
        }
        let Some(Frame { kind: Kind::Mapping { seen, key, .. }, .. }) = self.frames.last_mut() else {
            return;
        };
        if let Some(&first) = seen.get(text) {
            let problem =
                Problem::new(Rule::DuplicateKey, span, format!("the key {} is given twice", quote(text)));
            let problem = problem.label("second").related(first, "first").help("keep one of the two");
            return self.refuse_key(problem, span);
        }
        seen.insert(text.into(), span);
        *key = Some(Key { text: Some(text.into()), span });
    }

    fn refuse_key(&mut self, problem: Problem, span: Span) {
        self.problems.push(problem);
        if let Some(Frame { kind: Kind::Mapping { key, .. }, .. }) = self.frames.last_mut() {
            *key = Some(Key { text: None, span });
        }
    }

    /// Puts a complete value where it belongs.
    fn attach(&mut self, value: Value, mut mark: Mark) {
        match self.frames.last_mut().map(|frame| &mut frame.kind) {
            None => self.root = self.root.take().or(Some((value, mark))),
            Some(Kind::List(values, marks)) => {
                values.push(value);
                marks.push(mark);
            }
            Some(Kind::Mapping { values, marks, key, .. }) => match key.take() {
                None => {
                    let problem =
                        Problem::new(Rule::KeyNotText, mark.span, "a key is a text, not a list or mapping");
                    self.refuse_key(problem.help("write `key: value`, or put the key in quotes"), mark.span);
                }
                Some(Key { text: None, .. }) => {}
                Some(Key { text: Some(text), span }) => {
                    mark.key = span;
                    values.insert(Value::String(text.to_string()), value);
                    marks.push((text, mark));
                }
            },
        }
    }
}

fn empty_key(span: Span) -> Problem {
    Problem::new(Rule::KeyNotText, span, "a key is empty").help("write `key: value`, or remove the line")
}
