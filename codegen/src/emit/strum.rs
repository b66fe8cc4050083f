//! `strum`'s traits, written out so that users compile no derive.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::context::Context;
use super::tables::names_are_variants;

/// The traits for an enum of the catalogue.
pub fn strum(context: &Context<'_>) -> TokenStream {
    if !context.catalogue.strum {
        return TokenStream::new();
    }
    let name = context.ty();
    let variant_names = match names_are_variants(context.item) {
        true => quote!(&tables::NAMES),
        false => quote!(&tables::VARIANT_NAMES),
    };
    let listing = listing(&name, &variant_names);
    let option = context.option();
    let text = |present: bool, text: TokenStream| if present { text } else { quote!(None) };
    let documented = |present: bool, doc: &str| present.then(|| quote!(#[doc = #doc]));
    let described = documented(context.item.has_description(), " The description.");
    let advised = documented(context.item.has_remediation(), " The remediation.");
    let message = text(context.item.has_description(), quote!(Some(self.description())));
    let detail = text(context.item.has_remediation(), quote!(self.remediation()));
    quote! {
        #listing

        impl strum::EnumMessage for #name {
            #described
            fn get_message(&self) -> #option<&'static str> {
                #message
            }

            #advised
            fn get_detailed_message(&self) -> #option<&'static str> {
                #detail
            }

            #described
            fn get_documentation(&self) -> #option<&'static str> {
                #message
            }

            #[doc = " All spellings."]
            fn get_serializations(&self) -> &'static [&'static str] {
                self.spellings()
            }
        }
    }
}

/// The traits that list variants; they need nothing but `ALL` and `COUNT`.
pub fn listing(name: &Ident, variant_names: &TokenStream) -> TokenStream {
    quote! {
        impl strum::IntoEnumIterator for #name {
            type Iterator = core::iter::Copied<core::slice::Iter<'static, Self>>;

            fn iter() -> core::iter::Copied<core::slice::Iter<'static, Self>> {
                Self::ALL.iter().copied()
            }
        }

        impl strum::EnumCount for #name {
            const COUNT: usize = Self::COUNT;
        }

        impl strum::VariantArray for #name {
            const VARIANTS: &'static [Self] = Self::ALL;
        }

        impl strum::VariantNames for #name {
            const VARIANTS: &'static [&'static str] = #variant_names;
        }
    }
}
