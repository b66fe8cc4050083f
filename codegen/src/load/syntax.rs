//! What the parser says -> what an author understands.

use saphyr_parser::ScanError;

use super::look_alike;
use super::offsets::Offsets;
use crate::problem::{Problem, Rule, Span};
use crate::schema;

/// The problem for an error of the parser: the first of these that may be why.
pub(super) fn problem(error: &ScanError, offsets: &Offsets<'_>) -> Problem {
    let (info, at) = (error.info(), offsets.byte(error.marker()));
    unfinished_merge(offsets)
        .or_else(|| refused(info, offsets, at))
        .or_else(|| look_alike::problem(offsets, at))
        .or_else(|| missing_space(info, offsets, at))
        .or_else(|| misplaced_text(info, offsets, at))
        .unwrap_or_else(|| reworded(info, offsets.point(at)))
}

fn unfinished_merge(offsets: &Offsets<'_>) -> Option<Problem> {
    let problem = Problem::new(Rule::Syntax, merge_mark(offsets)?, "a merge is not finished");
    Some(
        problem
            .help("keep one side, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`"),
    )
}

/// What YAML may have and a catalogue may not, where the parser stumbles over it first; and tabs.
fn refused(info: &str, offsets: &Offsets<'_>, at: usize) -> Option<Problem> {
    let span = offsets.point(at);
    if info.contains("recursion limit") {
        return Some(too_deep(span));
    }
    if info.contains("unknown anchor") || info.contains("anchor or alias") {
        return Some(alias(offsets.name(at)));
    }
    if info.starts_with("while parsing a tag,")
        || info.contains("scanning a tag")
        || info.contains("handle wasn't")
    {
        let problem = Problem::new(Rule::Tag, span, "tags are not allowed");
        return Some(problem.help("remove it, or quote the text"));
    }
    if names_tab(info) {
        let span = offsets.tab(at).unwrap_or(span);
        let problem = Problem::new(Rule::Syntax, span, "a tab is used as indentation");
        return Some(problem.help("indent with spaces"));
    }
    None
}

/// A `:` that no space follows: of a key that goes on with the text of the line above, or of such a line alone, or with a
/// comment behind it.
fn missing_space(info: &str, offsets: &Offsets<'_>, at: usize) -> Option<Problem> {
    let line = match info {
        info if info.contains("mapping values are not allowed") => {
            key_before(offsets, at).map(|_| offsets.line_before(at))
        }
        info if info.starts_with("simple key expect") => Some(offsets.line_before(at)),
        info if info.starts_with("comment intercepting") => Some(offsets.line_of(at)),
        _ => None,
    };
    let problem =
        Problem::new(Rule::Syntax, colon_without_space(offsets, line?)?, "a value follows this `:` at once");
    Some(problem.help("put a space behind the `:`, or the text in quotes if it is no key"))
}

/// A text where none can stand, or not in this column.
fn misplaced_text(info: &str, offsets: &Offsets<'_>, at: usize) -> Option<Problem> {
    if info.starts_with("simple key expect") {
        let problem = Problem::new(Rule::Syntax, offsets.line_before(at), "a key without `:`")
            .label("no `:` behind it");
        return Some(problem.help("write `key: value`, or indent the text below its key"));
    }
    if let Some(char) = info.strip_prefix("unexpected character: `").and_then(|rest| rest.chars().next()) {
        let message = format!("a text cannot begin with {}", shown(char));
        return Some(Problem::new(Rule::Syntax, offsets.point(at), message).help("put the text in quotes"));
    }
    let key = key_before(offsets, at).filter(|_| info.contains("mapping values are not allowed"))?;
    let problem = Problem::new(Rule::Syntax, key, "this line goes on with the text above")
        .label("stands too deep for a key");
    Some(problem.help("align it with the keys it belongs to, or put a text of several lines in quotes"))
}

/// The `:` behind a key at the start of a line, if a value follows it at once.
fn colon_without_space(offsets: &Offsets<'_>, line: Span) -> Option<Span> {
    let text = offsets.inside(line);
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
fn key_before(offsets: &Offsets<'_>, at: usize) -> Option<Span> {
    let head = offsets.inside(Span { start: offsets.line_of(at).start, end: at });
    let key = head.trim_start_matches([' ', '-']);
    let is_word = !key.is_empty() && !key.contains(char::is_whitespace);
    is_word.then_some(Span { start: at - key.len(), end: at })
}

/// The first line that marks a side of a merge.
fn merge_mark(offsets: &Offsets<'_>) -> Option<Span> {
    let is_mark = |line: &str| line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ");
    let breaks = offsets.text.match_indices('\n').map(|(newline, _)| newline + 1);
    let start =
        std::iter::once(0).chain(breaks).find(|start| offsets.text.get(*start..).is_some_and(is_mark))?;
    Some(offsets.line_of(start))
}

/// Whether a message is about tabs: an unprintable character is not.
fn names_tab(info: &str) -> bool {
    info.split(|char: char| !char.is_alphabetic()).any(|word| matches!(word, "tab" | "tabs"))
}

/// The problem of values in values in values.
pub(super) fn too_deep(span: Span) -> Problem {
    Problem::new(Rule::TooDeep, span, "values are nested more than 32 levels deep")
        .help("is a bracket or a `-` repeated by mistake?")
}

/// The problem of `*name`.
pub(super) fn alias(span: Span) -> Problem {
    Problem::new(Rule::Alias, span, "aliases of YAML are not allowed")
        .help("write the value out here, or put a text that begins with `*` in quotes")
}

fn shown(char: char) -> String {
    match char {
        '`' => "a backtick".to_owned(),
        _ => format!("`{}`", char.escape_debug()),
    }
}

fn reworded(info: &str, span: Span) -> Problem {
    let known = WORDS.iter().find(|(part, ..)| info.contains(part));
    let Some((_, message, help)) = known else {
        return Problem::new(Rule::Syntax, span, format!("this is not well-formed YAML: {info}"));
    };
    Problem::new(Rule::Syntax, span, *message).help(*help)
}

/// Part of the parser's message, ours, and the way out.
const WORDS: &[(&str, &str, &str)] = &[
    (
        "comment intercepting",
        "a text goes on behind a comment",
        "put the text in quotes, or the comment on a line of its own",
    ),
    (
        "mapping values are not allowed",
        "a `:` is not allowed here",
        "put a text that contains `: ` in quotes; begin a nested mapping on a new line, with its keys in one column",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines above",
        "align it with the keys it belongs to; put a text that begins with `{` or `[` in quotes",
    ),
    (
        "did not find expected <document start>",
        "this line does not fit the lines above",
        "begin every key of the catalogue itself at the start of its line",
    ),
    (
        "did not find expected comment or line break",
        "a text cannot begin with `>` or `|`",
        "put it in quotes, or begin it on the next line",
    ),
    ("may not precede", "a bracket follows the `:` at once", "put a space behind the `:`"),
    ("only valid inside a block", "a list item cannot begin here", "close the bracket above"),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list above",
        "begin it with `- `, or align it with the item it belongs to",
    ),
    (
        "illegal placement of ':'",
        "a `:` is not allowed here",
        "close the bracket above, or put a text with `:` in quotes",
    ),
    (
        "indentation in quoted scalar",
        "a quote is not closed, or its text is not indented",
        "close it with the same quote, or indent its lines",
    ),
    (
        "quoted scalar, found unexpected end of stream",
        "a quote is never closed",
        "close it with the same quote",
    ),
    (
        "expected ',' or '}'",
        "a mapping in braces is not closed",
        "separate its pairs by `,` and close it by `}`; put a text with `,`, `: ` or ` #` in quotes",
    ),
    (
        "expected ',' or ']'",
        "a list in brackets is not closed",
        "separate its items by `,` and close it by `]`; put a text with `,`, `: ` or ` #` in quotes",
    ),
    (
        "did not find expected node content",
        "a value is missing",
        "give a value, and close every bracket that is open",
    ),
    (
        "misplaced bracket",
        "a bracket is closed that was never opened",
        "remove it, or put the text in quotes",
    ),
    (
        "invalid trailing content",
        "a text goes on behind its closing quote",
        "double a single quote inside single quotes, put `\\` before a double quote inside double quotes",
    ),
    (
        "unknown escape character",
        "an escape in this text is unknown",
        "write `\\\\` for a backslash, or use single quotes, which know no escapes",
    ),
    (
        "invalid Unicode character escape",
        "an escape in this text stands for no character",
        "write the character itself, or another code behind `\\u`",
    ),
    ("must be followed by a valid YAML whitespace", "a tab stands here", "put a space in its place"),
    ("unprintable", "a control character is not allowed here", "remove it"),
    ("byte order mark", "a byte order mark is not allowed inside the file", "remove it"),
    (
        "block sequence entries are not allowed",
        "a list cannot begin here",
        "begin a list on a line of its own; put a text that begins with `-` in quotes",
    ),
    ("unexpected document indicator", "a quote is not closed before the document ends", "close it"),
    ("indent", "the indentation does not fit the lines above", "align the line with those it belongs to"),
];
