//! Addresses of pages, which documentation and exports link to.

use super::sink::{Said, Sink};
use crate::problem::{Problem, Rule, quote};

/// Whether a text is the address of a page, or a template of such addresses.
pub(super) fn is_address(text: &str) -> bool {
    is_of_web(text) && !text.contains(ends_link)
}

/// The address of a source, as it stands between round brackets in documentation; another text is reported.
pub(super) fn of_source(sink: &Sink, said: Said<'_>) {
    let (why, help) = if !is_of_web(said.text) {
        (
            "it does not begin with `https://` and a site",
            "write all of it, such as `https://example.com/manual`",
        )
    } else if said.text.contains(ends_link) {
        (
            "white space or a character that ends a link",
            "write such a character as `%20`, its bytes in hexadecimal",
        )
    } else if !has_paired_brackets(said.text) {
        ("a round bracket without its partner", "write `%28` for `(` and `%29` for `)`")
    } else {
        return;
    };
    let message = format!("{} is no address of a page", quote(said.text));
    sink.push(Problem::new(Rule::BadLink, said.span, message).label(why).help(help));
}

fn is_of_web(text: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| text.strip_prefix(scheme).is_some_and(|rest| !rest.is_empty()))
}

fn ends_link(char: char) -> bool {
    char.is_whitespace() || char.is_control() || matches!(char, '<' | '>' | '"')
}

fn has_paired_brackets(text: &str) -> bool {
    let mut open = 0_usize;
    for char in text.chars() {
        match char {
            '(' => open += 1,
            ')' if open == 0 => return false,
            ')' => open -= 1,
            _ => {}
        }
    }
    open == 0
}
