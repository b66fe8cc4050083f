//! The author's own columns, their other direction, and what ranges tell of unknown codes.

use std::collections::HashSet;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};

use super::context::{Context, Part, code_literal, code_source, ident};
use super::docs::{closed, doc, escaped};
use super::file::{of_ends, string};
use super::{arms, tables};
use crate::model::{
    Arity, Catalogue, Code, CodeFormat, CodeType, Column, Entry, Enum, Extent, Inverse, Range,
};

pub fn columns(context: &Context<'_>) -> Part {
    let item = context.item;
    let columns = item.columns.iter().enumerate().map(|(index, column)| accessor(context, index, column));
    let inverses = item.inverses.iter().zip(&context.inverse_lists);
    let inverses = inverses.map(|(inverse, lists)| inverse_accessor(context, inverse, lists));
    let ranges = item.codes.as_ref().filter(|_| !item.ranges.is_empty());
    let ranges = ranges.map(|format| range_methods(context, format));
    Part { methods: quote!(#(#columns)* #(#inverses)* #ranges), ..Part::default() }
}

/// The entry's part of lists, of which a table tells where each ends.
pub fn list(context: &Context<'_>, lists: &TokenStream, table: &Ident) -> TokenStream {
    let (ends, position) = (of_ends(table), context.position(&quote!(self)));
    quote!(lookup::part(#lists, &tables::#ends, #position))
}

/// Whether any method returns a list of a large enum's entries.
pub fn any_large(catalogue: &Catalogue) -> bool {
    catalogue.enums.iter().any(|item| {
        let mut columns = item.columns.iter().filter(|column| column.arity == Arity::Many);
        columns.any(|column| catalogue.enums[column.target].large)
            || item.inverses.iter().any(|inverse| catalogue.enums[inverse.origin].large)
    })
}

/// Type of a list of an enum's entries, and the list that belongs to the entry at hand.
fn entries(
    context: &Context<'_>,
    listed: &Enum,
    lists: &TokenStream,
    table: &Ident,
) -> (TokenStream, TokenStream) {
    let (path, list) = (context.path_to(listed), list(context, lists, table));
    match listed.large {
        true => (quote!(Entries<#path>), quote!(Entries::new(#list))),
        false => (quote!(&'static [#path]), list),
    }
}

fn accessor(context: &Context<'_>, index: usize, column: &Column) -> TokenStream {
    let (method, table) = (ident(&column.method), tables::of_column(&column.method));
    let target = context.target(column.target);
    let path = context.path_to(target);
    let option = context.option();
    let own = context.of_self(&table);
    let (ty, body) = match column.arity {
        Arity::One if target.large => (quote!(#path), quote!(#path::ALL[#own as usize])),
        Arity::One => (quote!(#path), own),
        Arity::Optional if target.large => (
            quote!(#option<#path>),
            quote!(match #own {
                Some(position) => Some(#path::ALL[position as usize]),
                None => None,
            }),
        ),
        Arity::Optional => (quote!(#option<#path>), own),
        Arity::Many => entries(context, target, &quote!(&tables::#table), &table),
    };
    let example = column_example(context, index, column, target);
    let docs = doc(&format!("{}\n\n{example}", closed(&column.doc)));
    quote! {
        #docs
        #[must_use]
        pub const fn #method(self) -> #ty {
            #body
        }
    }
}

fn column_example(context: &Context<'_>, index: usize, column: &Column, target: &Enum) -> String {
    let with_value = |entry: &&Entry| !entry.values[index].is_empty();
    let shown =
        context.item.entries.iter().rev().max_by_key(|entry| entry.values[index].len()).filter(with_value);
    let Some(shown) = shown else {
        let empty = if column.arity == Arity::Many { "is_empty" } else { "is_none" };
        let path = context.shown(context.showcase());
        return context.example(&[format!("assert!({path}.{}().{empty}());", column.method)]);
    };
    let value = &target.entries[*shown.values[index].last().unwrap_or(&0)];
    let (path, import) = import(context, target);
    let value = format!("{path}::{}", value.variant);
    let call = format!("{}.{}()", context.shown(shown), column.method);
    let line = match column.arity {
        Arity::One => format!("assert_eq!({call}, {value});"),
        Arity::Optional => format!("assert_eq!({call}, Some({value}));"),
        Arity::Many => format!("assert!({call}.contains(&{value}));"),
    };
    context.example_with(&import, &[line])
}

/// How an example names another enum, and what it imports for that.
fn import(context: &Context<'_>, target: &Enum) -> (String, Vec<String>) {
    if target.name == context.item.name {
        return (format!("{}::{}", context.catalogue.path, target.path()), Vec::new());
    }
    (target.name.clone(), vec![target.path()])
}

fn inverse_accessor(context: &Context<'_>, inverse: &Inverse, lists: &[Vec<usize>]) -> TokenStream {
    let (method, table) = (ident(&inverse.method), tables::of_column(&inverse.method));
    let origin = context.target(inverse.origin);
    let listed = match tables::are_all(origin, lists) {
        true => {
            let path = context.path_to(origin);
            quote!(#path::ALL)
        }
        false => quote!(&tables::#table),
    };
    let (ty, body) = entries(context, origin, &listed, &table);
    let shown = context
        .item
        .entries
        .iter()
        .zip(lists)
        .find_map(|(entry, list)| list.first().map(|first| (entry, &origin.entries[*first])));
    let example = match shown {
        Some((entry, first)) => {
            let (path, imports) = import(context, origin);
            let call = format!("{}.{}()", context.shown(entry), inverse.method);
            context
                .example_with(&imports, &[format!("assert!({call}.contains(&{path}::{}));", first.variant)])
        }
        None => context.example(&[format!(
            "assert!({}.{}().is_empty());",
            context.shown(context.showcase()),
            inverse.method
        )]),
    };
    let docs = doc(&format!("{}\n\n{example}", closed(&inverse.doc)));
    quote! {
        #docs
        #[must_use]
        pub const fn #method(self) -> #ty {
            #body
        }
    }
}

fn range_methods(context: &Context<'_>, format: &CodeFormat) -> TokenStream {
    let item = context.item;
    let name = |range: &Range| Literal::string(&range.name).into_token_stream();
    let names: Vec<_> = item.ranges.iter().map(|range| (range, name(range))).collect();
    let last = &item.ranges[item.ranges.len() - 1];
    let docs = context.documented(
        &format!(
            "The name of the range that {} lies in, whether an entry has it or not; `None` outside all ranges.",
            escaped(&context.noun_with_article())
        ),
        &[format!(
            "assert_eq!({}::range_name({}), Some({:?}));",
            item.name,
            shown_code(format, last),
            last.name
        )],
    );
    let range_name = of_ranges(context, format, &ident("range_name"), &quote!(&'static str), &names);
    let words =
        item.columns.iter().enumerate().map(|(index, column)| range_word(context, format, index, column));
    quote!(#docs #range_name #(#words)*)
}

/// `scenario_of(20199)`: what a column says of every code in a range.
fn range_word(
    context: &Context<'_>,
    format: &CodeFormat,
    index: usize,
    column: &Column,
) -> Option<TokenStream> {
    let item = context.item;
    let target = context.target(column.target);
    let path = context.path_to(target);
    let word = |range: &Range| Some(ident(&target.entries[range.words[index]?].variant));
    let words: Vec<_> = item.ranges.iter().filter_map(|range| Some((range, word(range)?))).collect();
    let (last_range, last_word) = words.last()?;
    let name = format_ident!("{}_of", column.method);
    let (shown, import) = import(context, target);
    let docs = context.documented_with(
        &format!(
            "What the range of {} tells of its {}, whether an entry has it or not; `None` where no range does.",
            escaped(&context.noun_with_article()),
            column.method.replace('_', " ")
        ),
        &import,
        &[format!(
            "assert_eq!({}::{name}({}), Some({shown}::{last_word}));",
            item.name,
            shown_code(format, last_range),
        )],
    );
    let words: Vec<_> = words.iter().map(|(range, word)| (*range, quote!(#path::#word))).collect();
    let method = of_ranges(context, format, &name, &path, &words);
    Some(quote!(#docs #method))
}

/// A method that gives the value of the range that a code lies in.
fn of_ranges(
    context: &Context<'_>,
    format: &CodeFormat,
    name: &Ident,
    ty: &TokenStream,
    values: &[(&Range, TokenStream)],
) -> TokenStream {
    let (code, compared) = match context.numeric() {
        Some((_, ty)) => (quote!(#ty), quote!(code)),
        None => (quote!(&str), quote!(code.as_bytes())),
    };
    let option = context.option();
    let arms = classes(format, values);
    let rest = rest(format, values.iter().map(|(range, _)| *range));
    // Two prefixes with the same value are patterns of their own, to be read as one.
    let mut seen = HashSet::new();
    let is_shared =
        format.ty == CodeType::Text && values.iter().any(|(_, value)| !seen.insert(value.to_string()));
    let allow = is_shared.then(|| quote!(#[allow(clippy::unnested_or_patterns)]));
    quote! {
        #allow
        #[must_use]
        pub const fn #name(code: #code) -> #option<#ty> {
            match #compared { #arms #rest }
        }
    }
}

/// Arms for ranges in ascending order; ranges that touch and have the same value are one pattern, as clippy demands.
fn classes(format: &CodeFormat, values: &[(&Range, TokenStream)]) -> TokenStream {
    let mut merged: Vec<(Extent, String, &TokenStream)> = Vec::new();
    for (range, value) in values {
        let text = value.to_string();
        match (merged.last_mut(), &range.extent) {
            (Some((Extent::Numbers { last: end, .. }, same, _)), Extent::Numbers { first, last })
                if *end + 1 == *first && *same == text =>
            {
                *end = *last;
            }
            _ => merged.push((range.extent.clone(), text, value)),
        }
    }
    let arm = |(extent, _, value): (Extent, _, _)| (pattern(format, &extent), quote!(Some(#value)));
    arms::shared(merged.into_iter().map(arm))
}

fn pattern(format: &CodeFormat, extent: &Extent) -> TokenStream {
    match extent {
        Extent::Numbers { first, last } => {
            let first = code_literal(format, &Code::Number(*first));
            let last = code_literal(format, &Code::Number(*last));
            quote!(#first..=#last)
        }
        Extent::Prefix(prefix) => {
            let bytes = prefix.bytes().map(Literal::byte_character);
            quote!([#(#bytes,)* ..])
        }
    }
}

/// The arm of codes outside these ranges, if there are any.
fn rest<'a>(format: &CodeFormat, ranges: impl Iterator<Item = &'a Range>) -> Option<TokenStream> {
    let (least, greatest) = format.ty.bounds().into_inner();
    let mut extents: Vec<(i128, i128)> = ranges
        .filter_map(|range| match range.extent {
            Extent::Numbers { first, last } => Some((first, last)),
            Extent::Prefix(_) => None,
        })
        .collect();
    extents.sort_unstable();
    let mut next = least;
    for (first, last) in extents {
        if first == next {
            next = last + 1;
        }
    }
    (next <= greatest || format.ty == CodeType::Text).then(|| quote!(_ => None))
}

/// A code of a range in an example.
fn shown_code(format: &CodeFormat, range: &Range) -> String {
    match &range.extent {
        Extent::Numbers { last, .. } => code_source(format, &Code::Number(*last)),
        Extent::Prefix(prefix) => string(prefix),
    }
}
