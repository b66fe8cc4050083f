//! The trait that all tables of codes implement.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::{Context, ident};
use crate::model::Notation;

pub fn entry(context: &Context<'_>) -> TokenStream {
    let Some(format) = &context.item.codes else { return TokenStream::new() };
    let (name, noun, option) = (context.ty(), &format.noun, context.option());
    let (method, from) = (ident(&format.method), format_ident!("from_{}", format.method));
    let ty = context.numeric().map_or(quote!(&'static str), |(_, ty)| quote!(#ty));
    let present =
        |present: bool, value: TokenStream| if present { quote!(Some(#value)) } else { quote!(None) };
    let severity = present(context.item.has_severity(), quote!(#name::severity(self)));
    let description = present(context.item.has_description(), quote!(#name::description(self)));
    let write = match (context.numeric(), format.notation) {
        (Some(_), Notation::Hex { width }) => {
            let pattern = format!("0x{{code:0{width}X}}");
            quote!(write!(f, #pattern))
        }
        _ => quote!(fmt::Display::fmt(&code, f)),
    };
    quote! {
        impl Entry for #name {
            type Code = #ty;

            const ALL: &'static [Self] = Self::ALL;

            const NOUN: &'static str = #noun;

            const SPELLINGS: &'static [&'static str] = &tables::SPELLINGS;

            fn code(self) -> #ty {
                self.#method()
            }

            fn from_code(code: #ty) -> #option<Self> {
                Self::#from(code)
            }

            fn name(self) -> &'static str {
                #name::name(self)
            }

            fn severity(self) -> #option<Severity> {
                #severity
            }

            fn description(self) -> #option<&'static str> {
                #description
            }

            fn write_code(code: #ty, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                #write
            }
        }

        impl entry::sealed::Sealed for #name {
            fn expected() -> &'static Expected {
                &EXPECTED
            }
        }
    }
}
