//! Where problems are gathered, and what knows how much help they may cost.

use std::cell::{Cell, RefCell};

use crate::likeness::nearest_within;
use crate::problem::{Problem, Rule, Span};

/// A text of the author's and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub text: &'a str,
    pub span: Span,
}

impl<'a> Said<'a> {
    /// A block of lines ends in a line break, which is no part of what it says.
    pub fn new(text: &'a str, span: Span) -> Self {
        Self { text: text.trim_end_matches('\n'), span }
    }

    /// Texts of the model end with their last visible character.
    pub fn prose(self) -> String {
        self.text.trim_end().to_owned()
    }
}

/// Gathers problems. Shared by all checks, so that none has to hand it on.
#[derive(Default)]
pub(super) struct Sink {
    problems: RefCell<Vec<Problem>>,
    comparisons: Cell<usize>,
}

/// Problems that get a suggestion: each costs a pass over all names.
const SUGGESTIONS: usize = 200;
/// Comparisons of two names in one run, which bounds the time that suggestions take.
const COMPARISONS: usize = 400_000;

impl Sink {
    pub fn push(&self, problem: Problem) {
        self.problems.borrow_mut().push(problem);
    }

    pub fn len(&self) -> usize {
        self.problems.borrow().len()
    }

    pub fn into_problems(self) -> Vec<Problem> {
        self.problems.into_inner()
    }

    /// A key or value has another type than it should.
    pub fn wrong_type(&self, span: Span, what: &str, expected: &str, found: &str) {
        let problem = Problem::new(Rule::WrongType, span, format!("{what} is {found}"));
        let problem = problem.label(format!("expected {expected}, found {found}"));
        self.push(match expected {
            _ if expected.starts_with("a list") => {
                problem.help("write each item on a line of its own behind `- `, or all inside `[ ]`")
            }
            "a mapping" => {
                problem.help("write each pair `key: value` on a line of its own, or all inside `{ }`")
            }
            _ => problem,
        });
    }

    /// The name most like a word, if any is like it at all and help is not too dear already.
    pub fn nearest<'n>(&self, word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
        if self.len() >= SUGGESTIONS {
            return None;
        }
        let left = COMPARISONS.saturating_sub(self.comparisons.get());
        let (near, spent) = nearest_within(word, names, left);
        self.comparisons.set(self.comparisons.get() + spent);
        near
    }
}

/// The way out for a word that is like a known one, or else the list of known ones.
pub(super) fn did_you_mean(near: Option<&str>, known: &[&str]) -> String {
    match near {
        Some(near) => format!("did you mean {}?", crate::problem::quote(near)),
        None => format!("known: {}", listed(known)),
    }
}

/// Words in backticks, separated by commas; not endless.
pub(super) fn listed(words: &[&str]) -> String {
    const MOST: usize = 24;
    let mut shown: Vec<String> = words.iter().take(MOST).map(|word| crate::problem::quote(word)).collect();
    if words.len() > MOST {
        shown.push(format!("and {} more", words.len() - MOST));
    }
    shown.join(", ")
}
