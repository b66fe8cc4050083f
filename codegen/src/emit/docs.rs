//! Documentation: texts as attributes, and texts of the catalogue made safe for Markdown.

use proc_macro2::TokenStream;
use quote::quote;

/// Longest line of documentation, without the indentation of its item.
const WIDTH: usize = 96;

/// One `#[doc]` a line, which prints as `///`; long lines of prose are wrapped.
pub fn doc(text: &str) -> TokenStream {
    let (mut lines, mut blocks) = (Vec::new(), Blocks::default());
    for line in text.trim_end().lines().map(str::trim_end) {
        let is_code = blocks.is_code(line);
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
    let (text, mut blocks) = (text.trim(), Blocks::default());
    for line in text.lines() {
        blocks.is_code(line);
    }
    match blocks.open {
        // One inside of a list or quotation ends with that.
        Some(open) if open.inside == Inside::Nothing => format!("{text}\n{}", open.fence),
        _ => text.to_owned(),
    }
}

/// Blocks of code between fences, line by line.
#[derive(Default)]
struct Blocks<'a> {
    open: Option<Block<'a>>,
    /// The columns of the items of lists at hand, the innermost last.
    items: Vec<usize>,
}

#[derive(Clone, Copy)]
struct Block<'a> {
    fence: &'a str,
    inside: Inside,
}

/// What a block stands in, and ends with.
#[derive(Clone, Copy, PartialEq)]
enum Inside {
    Nothing,
    Quotation,
    /// An item of a list whose text begins in this column.
    Item(usize),
}

impl<'a> Blocks<'a> {
    /// Whether the next line belongs to a block.
    fn is_code(&mut self, line: &'a str) -> bool {
        let (trimmed, text) = (line.trim_start(), without_marks(line));
        let indentation = line.len() - trimmed.len();
        if let Some(open) = self.open.filter(|open| open.inside.holds(line, indentation)) {
            let text = match open.inside {
                // Indented further, it is a line of the block.
                Inside::Nothing if indentation > 3 => "",
                Inside::Quotation => trimmed.trim_start_matches(['>', ' ']),
                Inside::Nothing | Inside::Item(_) => trimmed,
            };
            if fence(text).is_some_and(|fence| fence.starts_with(open.fence) && fence == text.trim_end()) {
                self.open = None;
            }
            return true;
        }
        if !trimmed.is_empty() {
            self.items.retain(|column| *column <= indentation);
        }
        let column = self.items.last().copied().unwrap_or(0);
        let inside = match text.len() < trimmed.len() {
            _ if trimmed.starts_with('>') => Inside::Quotation,
            true => Inside::Item(line.len() - text.len()),
            false if self.items.is_empty() => Inside::Nothing,
            false => Inside::Item(column),
        };
        if let (true, Inside::Item(column)) = (text.len() < trimmed.len(), inside) {
            self.items.push(column);
        }
        // A line that is indented further is code by that alone.
        let opened = fence(text).filter(|_| indentation < column + 4);
        self.open = opened.map(|fence| Block { fence, inside });
        self.open.is_some()
    }
}

impl Inside {
    /// Whether a line with this indentation stands in it, too.
    fn holds(self, line: &str, indentation: usize) -> bool {
        match self {
            Self::Nothing => true,
            Self::Quotation => line.trim_start().starts_with('>'),
            Self::Item(column) => line.trim().is_empty() || column <= indentation,
        }
    }
}

/// A line without the marks of quotations and lists at its start.
fn without_marks(line: &str) -> &str {
    let mut text = line.trim_start();
    loop {
        let length = if text.starts_with('>') { 1 } else { list_mark(text) };
        if length == 0 {
            return text;
        }
        text = text[length..].trim_start();
    }
}

/// The fence at the start of a text: three or more of its characters.
fn fence(text: &str) -> Option<&str> {
    let mark = text.chars().next().filter(|char| matches!(char, '`' | '~'))?;
    let rest = text.trim_start_matches(mark);
    let fence = &text[..text.len() - rest.len()];
    (fence.len() >= 3 && !(mark == '`' && rest.contains('`'))).then_some(fence)
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
