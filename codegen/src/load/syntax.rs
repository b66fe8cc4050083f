//! What the parser says -> what an author understands.

use saphyr_parser::ScanError;

use super::look_alike;
use super::offsets::Offsets;
use crate::problem::{Problem, Rule, Span};

/// The problem for an error of the parser.
pub(super) fn problem(error: &ScanError, offsets: &Offsets<'_>) -> Problem {
    let info = error.info();
    let at = offsets.byte(error.marker());
    let span = offsets.point(at);
    if let Some(mark) = offsets.merge_mark() {
        let problem = Problem::new(Rule::Syntax, mark, "a merge is not finished");
        return problem
            .help("keep one side, and delete the lines that begin with `<<<<<<<`, `=======` and `>>>>>>>`");
    }
    if info.contains("recursion limit") {
        return too_deep(span);
    }
    if info.contains("unknown anchor") || info.contains("anchor or alias") {
        return alias(offsets.name(at));
    }
    if info.starts_with("while parsing a tag,")
        || info.contains("scanning a tag")
        || info.contains("handle wasn't")
    {
        return Problem::new(Rule::Tag, span, "tags are not allowed").help("remove it, or quote the text");
    }
    if names_tab(info) {
        let span = offsets.tab(at).unwrap_or(span);
        return Problem::new(Rule::Syntax, span, "a tab is used as indentation").help("indent with spaces");
    }
    if let Some(problem) = look_alike::problem(offsets, at) {
        return problem;
    }
    // A key that goes on with the text of the line above, or such a line alone, or with a comment behind it.
    let line = match info {
        info if info.contains("mapping values are not allowed") => {
            offsets.key_before(at).map(|_| offsets.line_before(at))
        }
        info if info.starts_with("simple key expect") => Some(offsets.line_before(at)),
        info if info.starts_with("comment intercepting") => Some(offsets.line_of(at)),
        _ => None,
    };
    if let Some(colon) = line.and_then(|line| offsets.colon_without_space(line)) {
        let problem = Problem::new(Rule::Syntax, colon, "a value follows this `:` at once");
        return problem.help("put a space behind the `:`, or the text in quotes if it is no key");
    }
    if info.starts_with("simple key expect") {
        let problem = Problem::new(Rule::Syntax, offsets.line_before(at), "a key without `:`");
        return problem
            .label("no `:` behind it")
            .help("write `key: value`, or indent the text below its key");
    }
    if let Some(char) = info.strip_prefix("unexpected character: `").and_then(|rest| rest.chars().next()) {
        let problem = Problem::new(Rule::Syntax, span, format!("a text cannot begin with {}", shown(char)));
        return problem.help("put the text in quotes");
    }
    if info.contains("mapping values are not allowed") {
        if let Some(key) = offsets.key_before(at) {
            let problem = Problem::new(Rule::Syntax, key, "this line goes on with the text above");
            return problem
                .label("stands too deep for a key")
                .help("align it with the keys it belongs to, or put a text of several lines in quotes");
        }
    }
    reworded(info, span)
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
