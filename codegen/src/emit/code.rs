//! From an entry to its code and back.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::context::{Context, Part, code_source, ident};
use super::docs::escaped;
use super::examples::free_number;
use crate::model::{Code, CodeFormat, CodeType, Entry};

pub fn code(context: &Context<'_>) -> Part {
    match (&context.item.codes, context.numeric()) {
        (Some(format), Some((_, ty))) => numeric(context, format, &ty),
        (Some(format), None) => text(context, format),
        (None, _) => Part::default(),
    }
}

fn numeric(context: &Context<'_>, format: &CodeFormat, ty: &proc_macro2::Ident) -> Part {
    let direct = context.has_direct_codes();
    let accessors = accessors(context, format, ty);
    let bits = match format.ty {
        CodeType::I32 => quote!(code as u32 as u64),
        CodeType::U64 => quote!(code),
        _ => quote!(code as u64),
    };
    let slot = match direct {
        true => quote!(lookup::slot(lookup::hash_code(#bits, tables::CODE_SEED), tables::CODE_BITS)),
        false => quote!(large::displaced_slot(
            large::mix_code(#bits, tables::CODE_SEED),
            tables::CODE_BITS,
            &tables::CODE_DISPLACEMENTS
        )),
    };
    let name = context.ty();
    // A function and no method, for the names of methods are the author's.
    let index = (!context.item.large).then(|| {
        quote! {
            #[doc = " Position in `ALL`."]
            const fn index(entry: #name) -> usize {
                tables::CODE_SLOTS[slot(entry as #ty)] as usize
            }
        }
    });
    let allow = format.ty.is_signed().then(|| quote!(#[allow(clippy::cast_sign_loss)]));
    let conversions = conversions(context, format, ty);
    let items = quote! {
        #index

        #[doc = " The slot of the entry with this code; of some other one if no entry has it."]
        #allow
        const fn slot(code: #ty) -> usize {
            #slot
        }

        #conversions
    };
    Part { methods: accessors, items }
}

fn accessors(context: &Context<'_>, format: &CodeFormat, ty: &proc_macro2::Ident) -> TokenStream {
    let option = context.option();
    let method = ident(&format.method);
    let from = format_ident!("from_{}", format.method);
    let shown = context.showcase();
    let literal = shown.code.as_ref().map(|code| code_source(format, code)).unwrap_or_default();
    let (name, path) = (&context.item.name, context.shown(shown));
    let discriminant = if context.item.large { "" } else { ", which is also the discriminant" };
    let method_doc = context.documented(
        &format!("The {}{discriminant}.", escaped(&format.noun)),
        &[format!("assert_eq!({path}.{method}(), {literal});")],
    );
    let mut lines = vec![format!("assert_eq!({name}::{from}({literal}), Some({path}));")];
    lines.extend(
        free_number(context, format)
            .map(|free| code_source(format, &Code::Number(free)))
            .map(|free| format!("assert_eq!({name}::{from}({free}), None);")),
    );
    let from_doc = context
        .documented(&format!("The entry with this {}, if there is one.", escaped(&format.noun)), &lines);
    let (own, find) = match context.item.large {
        true => (
            context.of_self(&ident("CODES")),
            quote! {
                let position = tables::CODE_SLOTS[slot(code)] as usize;
                if tables::CODES[position] == code { Some(tables::ALL[position]) } else { None }
            },
        ),
        false => (
            quote!(self as #ty),
            quote! {
                let entry = tables::CODE_ENTRIES[slot(code)];
                if entry as #ty == code { Some(entry) } else { None }
            },
        ),
    };
    quote! {
        #method_doc
        #[must_use]
        pub const fn #method(self) -> #ty {
            #own
        }

        #from_doc
        #[must_use]
        pub const fn #from(code: #ty) -> #option<Self> {
            #find
        }
    }
}

fn conversions(context: &Context<'_>, format: &CodeFormat, ty: &proc_macro2::Ident) -> TokenStream {
    let name = context.ty();
    let from_trait = context.prelude("convert::From");
    let holders = holders(format.ty).iter().map(|holder| ident(holder));
    let method = ident(&format.method);
    let by = context.item.large.then(|| quote!(by #method));
    quote! {
        try_from_integers!(#name, UnknownCodeError, convert::find);
        into_integers!(#name #by, #(#holders)*);
        format_code!(#name #by, #ty, LowerHex UpperHex Octal Binary);

        impl #from_trait<#ty> for OrUnknown<#name> {
            fn from(code: #ty) -> Self {
                Self::from_code(code)
            }
        }
    }
}

/// The integer types that hold every code and have a `From` for its type.
fn holders(ty: CodeType) -> &'static [&'static str] {
    match ty {
        CodeType::U8 => &["u8", "u16", "u32", "u64", "u128", "usize", "i16", "i32", "i64", "i128", "isize"],
        CodeType::U16 => &["u16", "u32", "u64", "u128", "usize", "i32", "i64", "i128"],
        CodeType::U32 => &["u32", "u64", "u128", "i64", "i128"],
        CodeType::U64 => &["u64", "u128", "i128"],
        CodeType::I32 => &["i32", "i64", "i128"],
        CodeType::I64 => &["i64", "i128"],
        CodeType::Text => &[],
    }
}

fn text(context: &Context<'_>, format: &CodeFormat) -> Part {
    let option = context.option();
    let method = ident(&format.method);
    let from = format_ident!("from_{}", format.method);
    let shown = context.showcase();
    let literal = code_text(shown);
    let (name, path) = (&context.item.name, context.shown(shown));
    let method_doc = context.documented(
        &format!("The {}.", escaped(&format.noun)),
        &[format!("assert_eq!({path}.{method}(), {literal:?});")],
    );
    let from_doc = context.documented(
        &format!("The entry with exactly this {}, if there is one.", escaped(&format.noun)),
        &[
            format!("assert_eq!({name}::{from}({literal:?}), Some({path}));"),
            format!("assert_eq!({name}::{from}(\"\"), None);"),
        ],
    );
    let own = context.of_self(&ident("CODES"));
    let methods = quote! {
        #method_doc
        #[must_use]
        pub const fn #method(self) -> &'static str {
            #own
        }

        #from_doc
        #[must_use]
        pub const fn #from(code: &str) -> #option<Self> {
            match Self::from_name(code) {
                Some(entry) if text_code::equal(entry.#method(), code) => Some(entry),
                _ => None,
            }
        }
    };
    Part { methods, ..Part::default() }
}

fn code_text(entry: &Entry) -> String {
    match &entry.code {
        Some(Code::Text(text)) => text.clone(),
        _ => String::new(),
    }
}
