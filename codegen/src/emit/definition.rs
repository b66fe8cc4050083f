//! The enum itself: its variants and what their documentation tells.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, code_literal, ident};
use super::docs;
use crate::model::{Code, CodeType, Entry, Extent, Range, Severity};
use crate::naming::{is_identifier, is_reserved};

/// Entries of another enum that a variant's documentation names; of more it gives the number.
const LONGEST_LIST: usize = 12;

pub fn definition(context: &Context<'_>) -> TokenStream {
    let item = context.item;
    let name = context.ty();
    let doc = docs::doc(&type_doc(context));
    // `derive(Eq)` adds a function that every user would compile.
    let eq = context.prelude("cmp::Eq");
    let repr = context.coded().map(|(_, ty)| quote!(#[repr(#ty)]));
    let variants = item.entries.iter().enumerate().map(|(index, entry)| variant(context, index, entry));
    quote! {
        #doc
        #[derive(Clone, Copy, PartialEq, PartialOrd, Ord, Hash)]
        #repr
        pub enum #name { #(#variants,)* }

        impl #eq for #name {}
    }
}

fn type_doc(context: &Context<'_>) -> String {
    let item = context.item;
    let (count, noun) = (item.entries.len(), context.noun());
    let order = match &item.codes {
        Some(_) => {
            let write = |entry| docs::code(&item.written_code(entry).unwrap_or_default());
            format!(
                "There are {count}, from {} to {}, in the order of their codes. ",
                write(&item.entries[0]),
                write(&item.entries[count - 1])
            )
        }
        None => format!("There are {count}. "),
    };
    let closed = "The enum is exhaustive: a `match` without `_` stops compiling when an entry is added.";
    let entry = context.showcase();
    let example = context.example(&[
        format!("let {} = {:?}.parse::<{}>()?;", variable(&noun), entry.name, item.name),
        format!("assert_eq!({}, {});", variable(&noun), context.shown(entry)),
        format!("# Ok::<(), {}::ParseError>(())", context.catalogue.path),
    ]);
    format!("{}\n\n{order}{closed}\n{}\n{example}", docs::closed(&item.doc), ranges(context))
}

/// A short name for a variable: the last word of the noun.
fn variable(noun: &str) -> String {
    let word = noun.rsplit(' ').next().unwrap_or("entry").to_ascii_lowercase();
    if is_identifier(&word) && !is_reserved(&word) { word } else { "entry".to_owned() }
}

fn ranges(context: &Context<'_>) -> String {
    let item = context.item;
    let Some(format) = item.codes.as_ref().filter(|_| !item.ranges.is_empty()) else {
        return String::new();
    };
    let head = match format.ty {
        CodeType::Text => "\n| begin with | range |\n| --- | --- |\n",
        _ => "\n| from | to | range |\n| --- | --- | --- |\n",
    };
    let row = |range: &Range| {
        let write = |number| format.write(&Code::Number(number));
        let codes = match &range.extent {
            Extent::Numbers { first, last } => format!("`{}` | `{}`", write(*first), write(*last)),
            Extent::Prefix(prefix) => docs::code(prefix).replace('|', "\\|"),
        };
        format!("| {codes} | {} |\n", docs::escaped(&range.name))
    };
    head.to_owned() + &item.ranges.iter().map(row).collect::<String>()
}

fn variant(context: &Context<'_>, index: usize, entry: &Entry) -> TokenStream {
    let name = ident(&entry.variant);
    let doc = docs::doc(&variant_doc(context, index, entry));
    let written = context.item.written_code(entry);
    let mut searched: Vec<String> = entry.code.iter().filter_map(number_text).chain(written).collect();
    searched.push(entry.name.clone());
    searched.extend(entry.aliases.iter().cloned());
    // A name may be a code in another notation: rustc warns of an alias that is given twice.
    let mut seen = std::collections::HashSet::new();
    searched.retain(|text| seen.insert(text.clone()));
    let aliases = searched.iter().filter_map(|text| docs::alias(text, &entry.variant));
    let deprecated = entry.deprecated.as_ref().filter(|deprecated| deprecated.attribute).map(|deprecated| {
        let since = &deprecated.since;
        // Compilers show a note as it is, rustdoc as Markdown: brackets would be a link to nowhere, and a definition of one at
        // the start of a line ends rustdoc 1.95.
        let note = deprecated.note.as_ref().map(|note| {
            let lines = note.split('\n').map(|line| match line.trim_start().starts_with('[') {
                true => line.replace("]:", "]\\:"),
                false => line.to_owned(),
            });
            lines.collect::<Vec<_>>().join("\n")
        });
        let note = note.map(|note| quote!(, note = #note));
        let has_brackets = deprecated.note.as_ref().is_some_and(|note| note.contains('['));
        let allow = has_brackets.then(|| quote!(#[allow(rustdoc::broken_intra_doc_links)]));
        quote!(#allow #[deprecated(since = #since #note)])
    });
    let discriminant = context.coded().zip(entry.code.as_ref()).map(|((format, _), code)| {
        let code = code_literal(format, code);
        quote!(= #code)
    });
    quote!(#doc #(#aliases)* #deprecated #name #discriminant)
}

/// A number in decimal, so that it is found however it is typed.
fn number_text(code: &Code) -> Option<String> {
    match code {
        Code::Number(number) => Some(number.to_string()),
        Code::Text(_) => None,
    }
}

fn variant_doc(context: &Context<'_>, index: usize, entry: &Entry) -> String {
    let mut paragraphs = Vec::new();
    let mut title = context.item.written_code(entry).map(|code| docs::code(&code)).unwrap_or_default();
    if !title.is_empty() {
        title.push(' ');
    }
    title += &docs::code(&entry.name);
    match entry.description.first() {
        Some(description) => paragraphs.push(format!("{title}: {}", docs::escaped(description))),
        None => paragraphs.push(format!("{title}.")),
    }
    if let Some(text) = entry.remediation.first() {
        paragraphs.push(format!("**What to do:** {}", docs::escaped(text)));
    }
    let facts = facts(context, index, entry);
    if !facts.is_empty() {
        paragraphs.push(facts.join("\n"));
    }
    if let Some(deprecated) = &entry.deprecated {
        paragraphs.push(deprecation(context, deprecated));
    }
    for note in &entry.notes {
        paragraphs.push(format!("**Note:** {}", docs::escaped(note)));
    }
    paragraphs.join("\n\n")
}

/// The lines of the list below a variant's texts.
fn facts(context: &Context<'_>, index: usize, entry: &Entry) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some(severity) = entry.severity {
        let derived = if entry.severity_derived { " (derived: no source states it)" } else { "" };
        lines.push(format!("- Severity: {}{derived}", severity_link(context, severity)));
    }
    for (column, values) in context.item.columns.iter().zip(&entry.values) {
        let target = context.target(column.target);
        let links: Vec<String> =
            values.iter().map(|value| link(context, target, &target.entries[*value])).collect();
        if !links.is_empty() {
            lines.push(format!("- {}: {}", title(&column.method), links.join(", ")));
        }
    }
    for (inverse, lists) in context.item.inverses.iter().zip(&context.inverse_lists) {
        let origin = context.target(inverse.origin);
        let links: Vec<String> =
            lists[index].iter().map(|other| link(context, origin, &origin.entries[*other])).collect();
        match links.len() {
            0 => {}
            1..=LONGEST_LIST => lines.push(format!("- {}: {}", title(&inverse.method), links.join(", "))),
            many => lines.push(format!(
                "- {0}: {many}, see [`{1}`](Self::{1})",
                title(&inverse.method),
                inverse.method
            )),
        }
    }
    if !entry.aliases.is_empty() {
        let aliases: Vec<String> = entry.aliases.iter().map(|alias| docs::code(alias)).collect();
        lines.push(format!("- Also written: {}", aliases.join(", ")));
    }
    if let Some(since) = &entry.since {
        lines.push(format!("- Since: {}", docs::escaped(since)));
    }
    if let Some(link) = context.item.link(entry) {
        lines.push(format!("- Documentation: <{link}>"));
    }
    if let Some(source) = entry.source.and_then(|source| context.catalogue.sources.get(source)) {
        lines.push(format!("- Source: [{}]({})", docs::escaped_link_text(&source.title), source.url));
    }
    lines
}

/// `diagnostic_codes` as `Diagnostic codes`.
fn title(method: &str) -> String {
    let words = method.replace('_', " ");
    let mut characters = words.chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

fn severity_link(context: &Context<'_>, severity: Severity) -> String {
    let name = super::context::severity(severity);
    let up = context.up(0);
    format!("[`{name}`]({up}::Severity::{name})")
}

fn link(context: &Context<'_>, target: &crate::model::Enum, entry: &Entry) -> String {
    format!("[{}]({}::{})", docs::code(&entry.name), context.link_to(target), entry.variant)
}

fn deprecation(context: &Context<'_>, deprecated: &crate::model::Deprecation) -> String {
    let note = deprecated
        .note
        .as_deref()
        .map(|note| format!(": {}", docs::escaped(note.trim_end_matches('.'))))
        .unwrap_or_default();
    let instead = deprecated.replaced_by.map(|index| &context.item.entries[index]);
    let instead = instead
        .map(|entry| format!(" Use {} instead.", link(context, context.item, entry)))
        .unwrap_or_default();
    format!("**Deprecated** since {}{note}.{instead}", docs::escaped(&deprecated.since))
}
