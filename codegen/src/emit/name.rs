//! Names: printing them, parsing them, guessing them.

use proc_macro2::TokenStream;
use quote::quote;

use super::columns;
use super::context::{Context, Part, article, ident, plain};
use super::tables::names_are_variants;
use crate::model::Entry;
use crate::support::lookup;

pub fn name(context: &Context<'_>) -> Part {
    let (accessors, from_name, closest_to) = (accessors(context), from_name(context), closest_to(context));
    let (printing, parsing) = (printing(context), parsing(context));
    Part { methods: quote!(#accessors #from_name #closest_to), items: quote!(#printing #parsing) }
}

fn accessors(context: &Context<'_>) -> TokenStream {
    let shown = context.showcase();
    let path = context.shown(shown);
    let name_doc = context.documented(
        "The name as it is documented.",
        &[format!("assert_eq!({path}.name(), {:?});", shown.name)],
    );
    let variant_doc = context.documented(
        "The Rust spelling of the name.",
        &[format!("assert_eq!({path}.variant_name(), {:?});", shown.variant)],
    );
    let spellings_doc = context.documented(
        "Every name that parses as this entry: the documented one first, then the Rust spelling if it \
         differs in more than case, then other texts seen in the wild.",
        &[format!("assert_eq!({path}.spellings()[0], {path}.name());")],
    );
    let variant_name = match names_are_variants(context.item) {
        true => quote!(self.name()),
        false => context.of_self(&ident("VARIANT_NAMES")),
    };
    let name = context.of_self(&ident("NAMES"));
    let spellings = columns::list(context, &quote!(&tables::SPELLINGS), &ident("SPELLINGS"));
    quote! {
        #name_doc
        #[must_use]
        pub const fn name(self) -> &'static str {
            #name
        }

        #variant_doc
        #[must_use]
        pub const fn variant_name(self) -> &'static str {
            #variant_name
        }

        #spellings_doc
        #[must_use]
        pub const fn spellings(self) -> &'static [&'static str] {
            #spellings
        }
    }
}

fn from_name(context: &Context<'_>) -> TokenStream {
    let option = context.option();
    let shown = context.showcase();
    let (item, path) = (&context.item.name, context.shown(shown));
    let mut lines =
        vec![format!("assert_eq!({item}::from_name({:?}), Some({path}));", shown.name.to_ascii_lowercase())];
    let none = "no such name";
    if !context.names.keys.iter().any(|(key, _)| key.eq_ignore_ascii_case(none)) {
        lines.push(format!("assert_eq!({item}::from_name({none:?}), None);"));
    }
    let docs = context.documented(
        "The entry with this name in any of its [spellings](Self::spellings), ASCII case ignored.",
        &lines,
    );
    let find = match context.is_short_list() {
        true => quote! {
            lookup::named(name, &tables::ALL, &tables::SPELLINGS, &tables::SPELLINGS_ENDS)
        },
        false => by_hash(context),
    };
    quote! {
        #docs
        #[must_use]
        pub const fn from_name(name: &str) -> #option<Self> {
            #find
        }
    }
}

fn by_hash(context: &Context<'_>) -> TokenStream {
    let names = &context.names;
    let segments = names.function.split("::").map(ident);
    let hash = quote!(#(#segments)::*(name, tables::NAME_SEED));
    let slot = match names.hash.displacements.is_empty() {
        true => quote!(lookup::slot(#hash, tables::NAME_BITS)),
        false => {
            quote!(large::displaced_slot(#hash, tables::NAME_BITS, &tables::NAME_DISPLACEMENTS))
        }
    };
    let at = quote!(tables::NAME_SLOTS[#slot] as usize);
    let table = ident(names.table);
    let is_named = match names.has_keys(context.item) {
        true => quote!(lookup::is_key(name, &tables::NAME_KEYS, &tables::#table, at)),
        false => quote!(lookup::same(tables::#table[at], name)),
    };
    // The entry is read before the name is compared, so that no branch decides.
    quote! {
        let at = #at;
        let entry = tables::ALL[tables::NAME_ENTRIES[at] as usize];
        if #is_named { Some(entry) } else { None }
    }
}

fn closest_to(context: &Context<'_>) -> TokenStream {
    let (option, item) = (context.option(), &context.item.name);
    // What is too long is near to nothing.
    let is_found = |entry: &&Entry| lookup::distance(&misspelt(context, &entry.name), &entry.name).is_some();
    let shown = std::iter::once(context.showcase()).chain(&context.item.entries).find(is_found);
    let typo = shown.map(|entry| misspelt(context, &entry.name)).unwrap_or_default();
    let mut lines = Vec::new();
    if let Some(entry) = shown {
        let path = context.shown(entry);
        lines.push(format!("assert_eq!({item}::closest_to({typo:?}), Some({path}));"));
    }
    if shown.is_none_or(|entry| typo != entry.name) && nearest(context, "?").next().is_none() {
        lines.push(format!("assert_eq!({item}::closest_to(\"?\"), None);"));
    }
    let docs = context.documented(
        "The entry whose name is nearest to a misspelt one, if any is near. For messages: it compares all \
         names, and parsing never calls it.",
        &lines,
    );
    quote! {
        #docs
        #[must_use]
        pub fn closest_to(name: &str) -> #option<Self> {
            lookup::closest(name, Self::ALL, Self::spellings)
        }
    }
}

/// A name with its fourth letter missing, if that is still nearer to it than to any other name.
fn misspelt(context: &Context<'_>, name: &str) -> String {
    let typo: String = name.char_indices().filter(|(at, _)| *at != 3).map(|(_, c)| c).collect();
    let alone = nearest(context, &typo).filter(|edits| *edits < 2).count() == 1;
    if name.len() > 8 && alone { typo } else { name.to_owned() }
}

/// How far each entry that is near to a name is from it.
fn nearest(context: &Context<'_>, name: &str) -> impl Iterator<Item = usize> {
    context.item.entries.iter().filter_map(move |entry| {
        super::keys::spellings(entry).iter().filter_map(|spelling| lookup::distance(name, spelling)).min()
    })
}

fn printing(context: &Context<'_>) -> TokenStream {
    let name = context.ty();
    let (as_ref, from) = (context.prelude("convert::AsRef"), context.prelude("convert::From"));
    let position = context.position(&quote!(*self));
    let alternate = match context.item.codes.is_some() {
        true => quote! {
            if f.alternate() { f.pad(tables::TITLES[#position]) } else { entry::write_name(self.name(), f) }
        },
        false => quote!(f.pad(self.name())),
    };
    quote! {
        impl fmt::Debug for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.variant_name())
            }
        }

        impl fmt::Display for #name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                #alternate
            }
        }

        impl #as_ref<str> for #name {
            fn as_ref(&self) -> &str {
                self.name()
            }
        }

        impl #from<#name> for &'static str {
            fn from(entry: #name) -> Self {
                entry.name()
            }
        }
    }
}

fn parsing(context: &Context<'_>) -> TokenStream {
    let name = context.ty();
    let (result, try_from) = (context.result(), context.prelude("convert::TryFrom"));
    let body = match (&context.item.codes, context.numeric()) {
        (Some(_), Some(_)) => quote! {
            match Self::from_name(text) {
                Some(entry) => Ok(entry),
                None => entry::read(text, Self::from_name),
            }
        },
        (Some(_), None) => quote! {
            let unknown = || ParseError::of_text(text, &EXPECTED);
            let read_code = |code: &str| Self::from_name(code).ok_or(ParseError::of_text(code, &EXPECTED));
            let pair = || entry::read_pair(text, read_code, Self::from_name);
            Self::from_name(text).map(Ok).or_else(pair).unwrap_or_else(|| Err(unknown()))
        },
        (None, _) => quote! {
            EXPECTED.named(Self::from_name(text), text)
        },
    };
    let expected = expected(context);
    quote! {
        impl core::str::FromStr for #name {
            type Err = ParseError;

            fn from_str(text: &str) -> #result<Self, ParseError> {
                #body
            }
        }

        impl #try_from<&str> for #name {
            type Error = ParseError;

            fn try_from(text: &str) -> #result<Self, ParseError> {
                text.parse()
            }
        }

        #expected
    }
}

/// What messages say that they expected.
fn expected(context: &Context<'_>) -> TokenStream {
    let item = context.item;
    let noun = context.noun();
    let (article, count) = (article(&noun), item.entries.len());
    let name = &context.showcase().name;
    let ends = [0, count - 1].map(|at| item.written_code(&item.entries[at]));
    let (texts, codes) = match ends {
        [Some(first), Some(last)] => (
            format!("a name such as `{name}`, or one of {count} codes from {first} to {last}"),
            context.numeric().map(|_| format!("one of {count} from {first} to {last}")).unwrap_or_default(),
        ),
        _ => (format!("one of {count} names, such as `{name}`"), String::new()),
    };
    let hex_digits = match item.codes.as_ref().map(|format| format.notation) {
        Some(crate::model::Notation::Hex { width }) => plain(width.into()),
        _ => plain(0),
    };
    let greatest = match item.codes.as_ref().map(|format| format.ty) {
        Some(ty) if ty.is_signed() => {
            let ty = ident(ty.word());
            quote!(#ty::MAX as u128)
        }
        _ => quote!(u128::MAX),
    };
    quote! {
        static EXPECTED: Expected = Expected {
            article: #article,
            noun: #noun,
            texts: #texts,
            codes: #codes,
            hex_digits: #hex_digits,
            greatest: #greatest,
        };
    }
}
