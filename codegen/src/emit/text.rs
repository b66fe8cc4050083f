//! Severity, description and remediation.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, Part, ident, severity as severity_ident};
use super::tables;
use crate::model::{Entry, Locale};

pub fn text(context: &Context<'_>) -> Part {
    let mut methods = TokenStream::new();
    if context.item.has_severity() {
        methods.extend(severity(context));
    }
    if context.item.has_description() {
        methods.extend(description(context));
    }
    if context.item.has_remediation() {
        methods.extend(remediation(context));
    }
    let items = if context.item.error { error(context) } else { TokenStream::new() };
    Part { methods, items }
}

fn severity(context: &Context<'_>) -> TokenStream {
    let shown = context.showcase();
    let name = shown.severity.map(severity_ident);
    let docs = context.documented_with(
        "How bad it is.",
        &["Severity".to_owned()],
        &[format!("assert_eq!({}.severity(), Severity::{});", context.shown(shown), quote!(#name))],
    );
    let severity = context.of_self(&ident("SEVERITY"));
    quote! {
        #docs
        #[must_use]
        pub const fn severity(self) -> Severity {
            #severity
        }
    }
}

fn description(context: &Context<'_>) -> TokenStream {
    let locales = &context.catalogue.locales;
    let Some(default) = locales.first() else { return TokenStream::new() };
    let path = context.shown(context.showcase());
    let docs = context.documented(
        &format!("What it means, in the default language (`{}`).", default.tag),
        &[format!("assert!(!{path}.description().is_empty());")],
    );
    let in_docs = context.documented_with(
        "What it means, in the given language.",
        &["Locale".to_owned()],
        &[
            format!("let text = {path}.description_in(Locale::{});", default.variant),
            format!("assert_eq!(text, {path}.description());"),
        ],
    );
    let own = context.of_self(&tables::of_texts("DESCRIPTION", default));
    let position = context.position(&quote!(self));
    let arms = arms("DESCRIPTION", locales);
    quote! {
        #docs
        #[must_use]
        pub const fn description(self) -> &'static str {
            #own
        }

        #in_docs
        #[must_use]
        pub const fn description_in(self, locale: Locale) -> &'static str {
            let texts = match locale { #arms };
            texts[#position]
        }
    }
}

fn remediation(context: &Context<'_>) -> TokenStream {
    let locales = &context.catalogue.locales;
    let Some(default) = locales.first() else { return TokenStream::new() };
    let option = context.option();
    let with_text = |entry: &&Entry| !entry.remediation.is_empty();
    let shown = context.showcase();
    let shown = Some(shown).filter(with_text).or_else(|| context.item.entries.iter().find(with_text));
    let path = shown.map(|entry| context.shown(entry)).unwrap_or_default();
    let docs = context.documented(
        &format!(
            "What to do about it, in the default language (`{}`); `None` where the catalogue gives no \
                advice.",
            default.tag
        ),
        &[format!("assert!({path}.remediation().is_some());")],
    );
    let in_docs = context.documented_with(
        "What to do about it, in the given language; `None` where the catalogue gives no advice.",
        &["Locale".to_owned()],
        &[
            format!("let advice = {path}.remediation_in(Locale::{});", default.variant),
            format!("assert_eq!(advice, {path}.remediation());"),
        ],
    );
    let own = context.of_self(&tables::of_texts("REMEDIATION", default));
    let position = context.position(&quote!(self));
    let arms = arms("REMEDIATION", locales);
    quote! {
        #docs
        #[must_use]
        pub const fn remediation(self) -> #option<&'static str> {
            lookup::non_empty(#own)
        }

        #in_docs
        #[must_use]
        pub const fn remediation_in(self, locale: Locale) -> #option<&'static str> {
            let texts = match locale { #arms };
            lookup::non_empty(texts[#position])
        }
    }
}

fn arms(field: &str, locales: &[Locale]) -> TokenStream {
    let arms = locales.iter().map(|locale| {
        let (variant, table) = (ident(&locale.variant), tables::of_texts(field, locale));
        quote!(Locale::#variant => &tables::#table,)
    });
    quote!(#(#arms)*)
}

fn error(context: &Context<'_>) -> TokenStream {
    let name = context.ty();
    let description = context.item.has_description().then(|| {
        quote! {
            #[doc = " The same text as the inherent method, whatever is imported; but a call on `&&self` finds core's own."]
            fn description(&self) -> &str {
                #name::description(*self)
            }
        }
    });
    quote!(impl core::error::Error for #name { #description })
}
