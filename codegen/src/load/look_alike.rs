//! Characters that an author takes for those of YAML: where a line breaks the rules, they are often why.

use super::offsets::Offsets;
use crate::problem::{Problem, Rule, Span};

const SPACES: &[char] = &['\u{a0}', '\u{2007}', '\u{202f}', '\u{3000}'];
const COLON: char = '\u{ff1a}';
const DOUBLE_QUOTES: &[char] = &['\u{201c}', '\u{201d}', '\u{201e}', '\u{ab}'];
const SINGLE_QUOTES: &[char] = &['\u{2018}', '\u{2019}'];

/// The problem of such a character on the line of a position, or on the one before it.
pub(super) fn problem(offsets: &Offsets<'_>, at: usize) -> Option<Problem> {
    let own = offsets.line_of(at);
    let before = offsets.line_of(offsets.line_before(at).start);
    [before, own].into_iter().find_map(|line| {
        let text = offsets.inside(line);
        let offset = place(text)?;
        let char = text.get(offset..)?.chars().next()?;
        // A text of another line may begin with any quotes: it is whole.
        if line != own && !SPACES.contains(&char) && char != COLON {
            return None;
        }
        let start = line.start + offset;
        let span = Span { start, end: start + char.len_utf8() };
        let message = format!("U+{:04X} is not {} to YAML", u32::from(char), meant(char)?);
        let problem = Problem::new(Rule::Syntax, span, message);
        Some(problem.help("write the character of ASCII in its place"))
    })
}

/// Where such a character stands for one of YAML: in texts, all are letters as good as others.
fn place(line: &str) -> Option<usize> {
    let behind = |start: usize, skipped: &[char]| {
        let rest = line.get(start..).unwrap_or_default();
        line.len() - rest.trim_start_matches(skipped).len()
    };
    let is_alike = |at: usize| line.get(at..).and_then(|rest| rest.chars().next()).and_then(meant).is_some();
    let start = behind(0, &[' ', '-']);
    if is_alike(start) {
        return Some(start);
    }
    let key = line.get(start..)?;
    let end = start + key.find(|char: char| !char.is_alphanumeric() && !"_-.".contains(char))?;
    if is_alike(end) {
        return Some(end);
    }
    let value = behind(end, &[':', ' ']);
    (value > end && is_alike(value)).then_some(value)
}

/// What an author means by a character, if that looks like one of YAML.
fn meant(char: char) -> Option<&'static str> {
    match char {
        _ if SPACES.contains(&char) => Some("a space"),
        COLON => Some("`:`"),
        _ if DOUBLE_QUOTES.contains(&char) => Some("`\"`"),
        _ if SINGLE_QUOTES.contains(&char) => Some("`'`"),
        _ => None,
    }
}
