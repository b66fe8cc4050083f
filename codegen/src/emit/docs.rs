//! Documentation: texts as attributes, and texts of the catalogue made safe for Markdown.

use proc_macro2::TokenStream;
use quote::quote;

/// Longest line of documentation, without the indentation of its item.
const WIDTH: usize = 96;

/// One `#[doc]` a line, which prints as `///`; long lines of prose are wrapped.
pub fn doc(text: &str) -> TokenStream {
    let mut lines = Vec::new();
    let mut is_code = false;
    for line in text.trim_end().lines().map(str::trim_end) {
        is_code ^= line.starts_with("```");
        if is_code || line.starts_with(['|', '`', ' ']) && line.len() <= WIDTH || line.starts_with('|') {
            lines.push(line.to_owned());
        } else {
            lines.extend(wrapped(line));
        }
    }
    let lines = lines
        .iter()
        .map(|line| if line.is_empty() { String::new() } else { format!(" {}", printable(line)) });
    quote!(#(#[doc = #lines])*)
}

/// Breaks a line between words, but never before a word that Markdown would take for the start of a block.
fn wrapped(line: &str) -> Vec<String> {
    let hanging = if line.starts_with("- ") { "  " } else { "" };
    let mut lines = Vec::new();
    let mut current = String::new();
    for (at, word) in line.split(' ').enumerate() {
        let width = current.chars().count() + 1 + word.chars().count();
        let begins_block = word.starts_with(['#', '+', '-', '=', '>', '|', '~', '*', ':'])
            || word.starts_with(|c: char| c.is_ascii_digit());
        if at > 0 && width > WIDTH && !begins_block {
            lines.push(std::mem::replace(&mut current, hanging.to_owned()));
        } else if at > 0 {
            current.push(' ');
        }
        current += word;
    }
    lines.push(current);
    lines
}

/// A text of the catalogue as Markdown that shows it word for word, behind other words of the same line.
pub fn escaped(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(escaped_word).collect();
    words.join(" ")
}

fn escaped_word(word: &str) -> String {
    if word.starts_with("https://") || word.starts_with("http://") {
        let end = word.trim_end_matches(['.', ',', ';', ':', ')', '!', '?']).len();
        let (address, rest) = word.split_at(end);
        if !address.contains(['<', '>']) {
            return format!("<{address}>{rest}");
        }
    }
    let mut text = String::new();
    let characters: Vec<char> = word.chars().collect();
    for (at, character) in characters.iter().enumerate() {
        let inner = at > 0 && at + 1 < characters.len() && characters[at - 1].is_alphanumeric();
        match character {
            '_' if inner && characters[at + 1].is_alphanumeric() => {}
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '|' | '~' | '$' => text.push('\\'),
            _ => {}
        }
        text.push(*character);
    }
    text
}

/// A name as code, whatever it holds.
pub fn code(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest + 1);
    let pad = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{pad}{text}{pad}{fence}")
}

/// Control characters and those that turn the direction of a line would be refused in a comment.
pub fn printable(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => format!("&#x{:X};", u32::from(c)),
            c if c.is_control() => String::from(" "),
            c => c.to_string(),
        })
        .collect()
}

/// A text as an alias for the search of the documentation; `None` where rustdoc would refuse it.
pub fn alias(text: &str, variant: &str) -> Option<TokenStream> {
    let refused = text == variant
        || text.is_empty()
        || text.contains(['"', '\''])
        || text.chars().any(|c| c.is_control() || (c.is_whitespace() && c != ' '))
        || text.starts_with(' ')
        || text.ends_with(' ');
    (!refused).then(|| quote!(#[doc(alias = #text)]))
}
