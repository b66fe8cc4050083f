//! Since when an entry exists, and whether it still should be used.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Part, ident};
use super::docs::doc;
use crate::model::Deprecation;

pub fn lifecycle(context: &Context<'_>) -> Part {
    if context.item.codes.is_none() {
        return Part::default();
    }
    Part { methods: quote_methods(context), ..Part::default() }
}

fn quote_methods(context: &Context<'_>) -> TokenStream {
    let option = context.option();
    let item = context.item;
    let dated = item.entries.iter().find(|entry| entry.since.is_some());
    let since = match dated {
        Some(_) => quote!(tables::SINCE[self.index()]),
        None => quote!(None),
    };
    let shown = dated.unwrap_or(context.showcase());
    let since_docs = doc(&format!(
        "The first version that has it; `None` if that is not known.\n\n{}",
        context.example(&[format!("assert_eq!({}.since(), {:?});", context.shown(shown), shown.since)])
    ));
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
    let entries = context.item.entries.iter();
    let arms: Vec<TokenStream> = entries
        .filter_map(|entry| {
            let variant = ident(&entry.variant);
            let deprecation = deprecation(context, entry.deprecated.as_ref()?);
            Some(quote!(Self::#variant => Some(#deprecation),))
        })
        .collect();
    if arms.is_empty() {
        return quote!(None);
    }
    quote!(match self { #(#arms)* _ => None })
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
