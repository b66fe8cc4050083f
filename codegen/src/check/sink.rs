//! Where problems are gathered, and what knows how much help they may cost.

use std::cell::{Cell, RefCell};

use crate::problem::{Problem, Rule, Span};

/// A text of the author's and where it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<'a> {
    pub text: &'a str,
    pub span: Span,
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
/// How alike two names must be, from 0 to 1.
const NEAR: f64 = 0.6;

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

/// The one of a few names that is most like a word, if any is like it at all.
pub(super) fn nearest_of<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest_within(word, names, COMPARISONS).0
}

fn nearest_within<'n>(
    word: &str,
    names: impl IntoIterator<Item = &'n str>,
    most_comparisons: usize,
) -> (Option<&'n str>, usize) {
    let word = Folded::new(word);
    let mut best: Option<(f64, &'n str)> = None;
    let mut spent = 0;
    for name in names {
        let other = Folded::new(name);
        if !word.may_be_near(&other) {
            continue;
        }
        if spent == most_comparisons {
            break;
        }
        spent += 1;
        let likeness = strsim::normalized_damerau_levenshtein(&word.text, &other.text);
        if likeness >= NEAR && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    (best.map(|(_, name)| name), spent)
}

/// A name without case, and its letters as a set: a cheap look before the dear comparison.
struct Folded {
    text: String,
    length: usize,
    letters: u64,
}

impl Folded {
    fn new(name: &str) -> Self {
        let text = name.to_lowercase();
        let letters = text.chars().fold(0, |letters, char| letters | 1_u64 << (u32::from(char) % 64));
        let length = text.chars().count();
        Self { text, length, letters }
    }

    /// Each letter that only one of the two has, and each character that one is longer, is a difference.
    fn may_be_near(&self, other: &Self) -> bool {
        let length = self.length.max(other.length);
        let foreign =
            (self.letters & !other.letters).count_ones().max((other.letters & !self.letters).count_ones());
        let least = self.length.abs_diff(other.length).max(foreign as usize);
        // Both are far below the limits of the types; NEAR of 0.6 allows two differences in five characters.
        least * 5 <= length * 2
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
