//! Documentation: texts as attributes, and texts of the catalogue made safe for Markdown.

use std::ops::Range;

use proc_macro2::TokenStream;
use pulldown_cmark::{Event, Parser, Tag};
use quote::quote;

/// Longest line of documentation, without the indentation of its item.
const WIDTH: usize = 96;

/// One `#[doc]` a line, which prints as `///`; long lines of prose are wrapped.
pub fn doc(text: &str) -> TokenStream {
    let (mut lines, mut start, blocks) = (Vec::new(), 0, blocks_of_code(text));
    for line in text.trim_end().split('\n') {
        let end = start + line.len();
        let is_code = blocks.iter().any(|block| block.start <= end && start < block.end);
        start = end + 1;
        let line = line.trim_end();
        // What follows a mark on its line, or is a part of a list or quotation, is the author's to wrap.
        let is_fixed = line.starts_with(['|', ' ', '>', '#']) || line.starts_with('`') && line.len() <= WIDTH;
        if is_code || is_fixed {
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

/// Documentation of the author's, of which no block of code goes on in what stands behind it.
pub fn closed(text: &str) -> String {
    let text = text.trim();
    let behind = format!("{text}\n\nx");
    match blocks_of_code(&behind).pop() {
        Some(block) if block.end == behind.len() => {
            let mark = text[block.start..].trim_start();
            let fence = mark.split(|char| !matches!(char, '`' | '~')).next().unwrap_or_default();
            format!("{text}\n{fence}")
        }
        _ => text.to_owned(),
    }
}

/// Where blocks of code stand.
fn blocks_of_code(text: &str) -> Vec<Range<usize>> {
    let events = Parser::new(text).into_offset_iter();
    let block = |(event, range)| matches!(event, Event::Start(Tag::CodeBlock(_))).then_some(range);
    events.filter_map(block).collect()
}

/// Length of the mark that begins an item of a list, with the space behind it; none is 0.
fn list_mark(line: &str) -> usize {
    let (mark, _) = line.split_once(' ').unwrap_or_default();
    let digits = mark.trim_end_matches(['.', ')']);
    let is_number = digits.len() + 1 == mark.len()
        && !digits.is_empty()
        && digits.bytes().all(|byte| byte.is_ascii_digit());
    if is_number || matches!(mark, "-" | "*" | "+") { mark.len() + 1 } else { 0 }
}

/// Breaks a line between words, but never before a word that Markdown would take for the start of a block.
fn wrapped(line: &str) -> Vec<String> {
    let hanging = " ".repeat(list_mark(line));
    let mut lines = Vec::new();
    let mut current = String::new();
    for (at, word) in line.split(' ').enumerate() {
        let width = current.chars().count() + 1 + word.chars().count();
        let begins_block = word.starts_with(['#', '+', '-', '=', '>', '|', '~', '*', ':'])
            || word.starts_with("```")
            || word.starts_with(|c: char| c.is_ascii_digit());
        if at > 0 && width > WIDTH && !begins_block {
            lines.push(std::mem::replace(&mut current, hanging.clone()));
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
    let Some(start) = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min() else {
        return plain(word);
    };
    let (before, address) = word.split_at(start);
    // These end it where it stands; the last ones more likely belong to the sentence.
    let end = address.find(['<', '>', '|']).unwrap_or(address.len());
    let end = address[..end].trim_end_matches(['.', ',', ';', ':', ')', '!', '?', '"', '\'']).len();
    let (address, rest) = address.split_at(end);
    format!("{}<{address}>{}", plain(before), plain(rest))
}

/// The same for the text of a link, which cannot hold another one.
pub fn escaped_link_text(text: &str) -> String {
    let words: Vec<String> = text.split_whitespace().map(plain).collect();
    words.join(" ")
}

fn plain(word: &str) -> String {
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
