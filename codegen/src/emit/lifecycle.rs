//! Since when an entry exists, whether it still should be used, and where its facts come from.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Part, ident, plain};
use super::docs::doc;
use super::{arms, tables};
use crate::model::{Deprecation, Entry};

pub fn lifecycle(context: &Context<'_>) -> Part {
    if context.item.codes.is_none() {
        return Part::default();
    }
    let (lifecycle, source, notes) = (since_and_deprecated(context), documented_in(context), notes(context));
    Part { methods: quote!(#lifecycle #source #notes), ..Part::default() }
}

fn since_and_deprecated(context: &Context<'_>) -> TokenStream {
    let option = context.option();
    let item = context.item;
    let dated = item.entries.iter().find(|entry| entry.since.is_some());
    let since = match tables::only_since(item) {
        Some(Some(since)) => quote!(Some(#since)),
        Some(None) => quote!(None),
        None => {
            let since = context.of_self(&ident("SINCE"));
            quote!(lookup::non_empty(#since))
        }
    };
    let shown = dated.unwrap_or(context.showcase());
    let since_docs = context.documented(
        "The first version that has it; `None` if that is not known.",
        &[format!("assert_eq!({}.since(), {:?});", context.shown(shown), shown.since)],
    );
    let deprecated = item.entries.iter().find(|entry| entry.deprecated.is_some());
    let (shown, answer) = match deprecated {
        Some(entry) => (entry, "is_some"),
        None => (context.showcase(), "is_none"),
    };
    let allow = match shown.deprecated.as_ref().is_some_and(|deprecated| deprecated.attribute) {
        true => "#![allow(deprecated)]\n",
        false => "",
    };
    let example = context.example(&[format!("assert!({}.deprecated().{answer}());", context.shown(shown))]);
    let deprecated_docs = doc(&format!(
        "Since when and why it should no longer be used; `None` while it should.\n\n{}",
        example.replacen("```\n", &format!("```\n{allow}"), 1)
    ));
    let body = deprecations(context);
    quote! {
        #since_docs
        #[must_use]
        pub const fn since(self) -> #option<&'static str> {
            #since
        }

        #deprecated_docs
        #[must_use]
        pub const fn deprecated(self) -> #option<Deprecation<Self>> {
            #body
        }
    }
}

fn deprecations(context: &Context<'_>) -> TokenStream {
    let deprecated = |entry: &Entry| {
        let deprecation = deprecation(context, entry.deprecated.as_ref()?);
        Some(quote!(Some(#deprecation)))
    };
    arms::of_entries(context, deprecated, &quote!(None))
}

fn deprecation(context: &Context<'_>, deprecation: &Deprecation) -> TokenStream {
    let since = &deprecation.since;
    let note = match &deprecation.note {
        Some(note) => quote!(Some(#note)),
        None => quote!(None),
    };
    let replaced_by = match deprecation.replaced_by {
        Some(index) => {
            let variant = ident(&context.item.entries[index].variant);
            quote!(Some(Self::#variant))
        }
        None => quote!(None),
    };
    quote!(Deprecation { since: #since, note: #note, replaced_by: #replaced_by })
}

fn documented_in(context: &Context<'_>) -> Option<TokenStream> {
    if context.catalogue.sources.is_empty() {
        return None;
    }
    let option = context.option();
    let sourced = context.item.entries.iter().find_map(|entry| Some((entry, entry.source?)));
    let line = match sourced {
        Some((entry, index)) => {
            format!("assert_eq!({}.documented_in(), Some(&SOURCES[{index}]));", context.shown(entry))
        }
        None => format!(
            "assert!(!SOURCES.iter().any(|it| {}.documented_in() == Some(it)));",
            context.shown(context.showcase())
        ),
    };
    let docs = context.documented_with(
        "The document that its facts come from; `None` if the catalogue names none.",
        &["SOURCES".to_owned()],
        &[line],
    );
    let body = match tables::only_source(context.item) {
        Some(Some(index)) => {
            let index = plain(index);
            quote!(Some(&SOURCES[#index]))
        }
        Some(None) => quote!(None),
        None => {
            let source = context.of_self(&ident("SOURCE"));
            quote! {
                let index = #source as usize;
                if index < SOURCES.len() { Some(&SOURCES[index]) } else { None }
            }
        }
    };
    Some(quote! {
        #docs
        #[must_use]
        pub const fn documented_in(self) -> #option<&'static Source> {
            #body
        }
    })
}

fn notes(context: &Context<'_>) -> TokenStream {
    let noted = context.item.entries.iter().find(|entry| !entry.notes.is_empty());
    let line = match noted {
        Some(entry) => format!("assert_eq!({}.notes().len(), {});", context.shown(entry), entry.notes.len()),
        None => format!("assert!({}.notes().is_empty());", context.shown(context.showcase())),
    };
    let notes = |entry: &Entry| {
        let notes = &entry.notes;
        (!notes.is_empty()).then(|| quote!(&[#(#notes),*]))
    };
    let body = arms::of_entries(context, notes, &quote!(&[]));
    let docs = context.documented("Why facts differ from their source, where they do.", &[line]);
    quote! {
        #docs
        #[must_use]
        pub const fn notes(self) -> &'static [&'static str] {
            #body
        }
    }
}
