//! From tokens and tables to the text of a file, formatted.

use std::collections::HashMap;

use proc_macro2::{Ident, Literal, Spacing, TokenStream, TokenTree};
use quote::format_ident;

/// Longest line that tables are packed into.
const WIDTH: usize = 100;
/// Elements up to this length share a line.
const SHORT: usize = 12;

/// A static array. Tables are written here rather than by the formatter, which puts each number on a line.
pub struct Table<'a> {
    /// One line of documentation.
    pub doc: &'a str,
    /// Name of the static.
    pub name: &'a str,
    /// Type of an element.
    pub ty: &'a str,
    /// The elements as Rust source.
    pub elements: Vec<String>,
}

/// A file of constants and tables in the making.
#[derive(Default)]
pub struct Source {
    text: String,
}

impl Source {
    /// Adds a constant.
    pub fn constant(&mut self, doc: &str, name: &str, ty: &str, value: &str) {
        self.text += &format!("\n/// {doc}\npub(super) const {name}: {ty} = {value};\n");
    }

    /// Adds a table.
    pub fn table(&mut self, table: Table<'_>) {
        let Table { doc, name, ty, elements } = table;
        self.text += &format!("\n/// {doc}\npub(super) static {name}: [{ty}; {}] = [\n", elements.len());
        let packed = elements.iter().all(|element| element.len() <= SHORT);
        let mut line = String::new();
        for element in &elements {
            if !line.is_empty() && (!packed || line.len() + element.len() + 6 > WIDTH) {
                self.text += &format!("    {line}\n");
                line.clear();
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line += element;
            line.push(',');
        }
        self.text += &format!("    {line}\n];\n");
    }

    /// Adds a table of bytes, as one text with a line for each part.
    pub fn bytes(
        &mut self,
        doc: &str,
        name: &str,
        count: usize,
        parts: impl Iterator<Item = impl AsRef<[u8]>>,
    ) {
        self.text += &format!("\n/// {doc}\npub(super) static {name}: [u8; {count}] = *b\"\\\n");
        for part in parts {
            self.text += "    ";
            let mut bytes = part.as_ref().iter().peekable();
            while let Some(byte) = bytes.next() {
                match byte {
                    // With a digit behind it, `\0` looks like an octal number.
                    0 if bytes.peek().is_some_and(|next| next.is_ascii_digit()) => self.text += "\\x00",
                    0 => self.text += "\\0",
                    // White space at the start of a line would be dropped.
                    b' ' if self.text.ends_with("\n    ") => self.text += "\\x20",
                    byte => self.text += &byte.escape_ascii().to_string(),
                }
            }
            self.text += "\\\n";
        }
        self.text += "\";\n";
    }

    /// Adds a table of lists: all of them in one static, and where each ends in another. A list of lists would
    /// cost the compiler three times as much.
    pub fn lists(&mut self, doc: &str, name: &Ident, ty: &str, lists: &[Vec<String>]) {
        self.table(Table { doc, name: &name.to_string(), ty, elements: lists.concat() });
        self.ends(name, &name.to_string(), lists);
    }

    /// Adds the table of where each list ends in one of all.
    pub fn ends<T>(&mut self, name: &Ident, all: &str, lists: &[Vec<T>]) {
        let ends = lists.iter().scan(0, |end, list| {
            *end += list.len();
            Some(end.to_string())
        });
        self.table(Table {
            doc: &format!("Where the part of each entry ends in `{all}`."),
            name: &of_ends(name).to_string(),
            ty: "u32",
            elements: ends.collect(),
        });
    }

    /// The file's text, with an import for each name that occurs in it.
    pub fn imports(self, candidates: &[(&str, &[&str])]) -> String {
        // What is no code has no names; whoever compiles it is told.
        format!("{}{}", uses(self.text.parse().unwrap_or_default(), candidates), self.text)
    }
}

/// Name of the table of where each list of another ends.
pub fn of_ends(table: &Ident) -> Ident {
    format_ident!("{table}_ENDS")
}

/// A string as a Rust literal.
pub fn string(text: &str) -> String {
    Literal::string(text).to_string()
}

/// `use` lines for the names that occur in code, a line for each module.
pub fn uses(code: TokenStream, candidates: &[(&str, &[&str])]) -> String {
    let mut names = HashMap::new();
    collect(code, &mut names);
    // Modules and macros share their names with variables.
    let is_module = |name: &str| name.starts_with(|c: char| c.is_lowercase());
    let is_used = |name: &str| names.get(name).is_some_and(|leads| *leads || !is_module(name));
    let mut text = String::new();
    for (module, names) in candidates {
        let used: Vec<&str> = names.iter().copied().filter(|name| is_used(name)).collect();
        match used.as_slice() {
            [] => {}
            [name] => text += &format!("use {module}::{name};\n"),
            names => text += &format!("use {module}::{{{}}};\n", names.join(", ")),
        }
    }
    text
}

/// Names in code that no path leads to, each with whether it [leads] somewhere itself.
fn collect(code: TokenStream, names: &mut HashMap<String, bool>) {
    let mut is_inside_path = false;
    let mut trees = code.into_iter().peekable();
    while let Some(tree) = trees.next() {
        match &tree {
            TokenTree::Group(group) => collect(group.stream(), names),
            TokenTree::Ident(name) if !is_inside_path => {
                *names.entry(name.to_string()).or_default() |= trees.peek().is_some_and(leads);
            }
            _ => {}
        }
        // Of the two colons of a path, the first is joined to the second.
        is_inside_path = is_colon(&tree) && (is_inside_path || is_joint(&tree));
    }
}

/// Whether this, behind a name, makes it the beginning of a path or a macro.
fn leads(next: &TokenTree) -> bool {
    matches!(next, TokenTree::Punct(sign) if sign.as_char() == '!') && !is_joint(next)
        || is_colon(next) && is_joint(next)
}

fn is_colon(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(sign) if sign.as_char() == ':')
}

fn is_joint(tree: &TokenTree) -> bool {
    matches!(tree, TokenTree::Punct(sign) if sign.spacing() == Spacing::Joint)
}

/// Formats items, with blank lines between those that bear documentation or a body.
pub fn format(items: TokenStream) -> Result<String, syn::Error> {
    let mut file: syn::File = syn::parse2(items)?;
    file.items.iter_mut().for_each(inline);
    Ok(blank_lines(&prettyplease::unparse(&file)))
}

/// Functions are compiled where they are used, so that users do not compile those that they never call: this
/// halves the time that the generated crate takes.
fn inline(item: &mut syn::Item) {
    let mark = |attributes: &mut Vec<syn::Attribute>| attributes.push(syn::parse_quote!(#[inline]));
    match item {
        syn::Item::Fn(function) => mark(&mut function.attrs),
        syn::Item::Impl(item) => {
            for item in &mut item.items {
                if let syn::ImplItem::Fn(function) = item {
                    mark(&mut function.attrs);
                }
            }
        }
        _ => {}
    }
}

/// The formatter writes items without blank lines between them; people do not.
fn blank_lines(code: &str) -> String {
    let mut text = String::with_capacity(code.len() + code.len() / 20);
    let mut previous = "";
    for line in code.lines() {
        if begins_item(line) && ends_item(previous) && (indent(line) == indent(previous)) {
            text.push('\n');
        }
        text += line;
        text.push('\n');
        previous = line;
    }
    text
}

fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    ["///", "#[", "pub ", "fn ", "const ", "impl", "static ", "try_from_", "into_", "format_code"]
        .iter()
        .any(|start| line.starts_with(start))
}

fn ends_item(line: &str) -> bool {
    let end = line.trim_end();
    let is_plain_use = end.trim_start().starts_with("use ") || end.trim_start().starts_with("mod ");
    !end.trim_start().starts_with("//") && end.ends_with(['}', ';', ',']) && !is_plain_use
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}
