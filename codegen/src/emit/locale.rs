//! The languages of the texts.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{ident, plain};
use super::docs::{self, doc};
use super::file::{format, uses};
use super::strum;
use crate::model::{Catalogue, Locale};

/// The file of `Locale`, rendered; its items need at least one locale.
pub fn locale(catalogue: &Catalogue) -> Result<String, syn::Error> {
    let Some(default) = catalogue.locales.first() else { return Ok(String::new()) };
    let (definition, listed) = (definition(catalogue, default), listed(catalogue, default));
    let (look_up, printed, parsed) = (look_up(catalogue, default), printed(), parsed(catalogue, default));
    let listing = catalogue.strum.then(|| {
        let names = catalogue.locales.iter().map(|locale| &locale.variant);
        strum::listing(&ident("Locale"), &quote!(&[#(#names),*]))
    });
    let code = format(quote! {
        #definition
        impl Locale {
            #listed
            #look_up
        }
        #printed
        #parsed
        #listing
    })?;
    let imports = uses(
        // It has just been formatted, so it is code.
        code.parse().unwrap_or_default(),
        &[
            ("core", &["fmt"]),
            ("core::str", &["FromStr"]),
            ("super::support::error", &["Expected", "ParseError"]),
        ],
    );
    Ok(format!("//! The languages of the texts.\n\n{imports}\n{code}"))
}

/// Documentation with an example.
fn documented(catalogue: &Catalogue, text: &str, example: &str) -> TokenStream {
    doc(&format!("{text}\n\n```\nuse {}::Locale;\n\n{example}\n```", catalogue.path))
}

fn definition(catalogue: &Catalogue, default: &Locale) -> TokenStream {
    let (tag, first) = (&default.tag, &default.variant);
    let docs = documented(
        catalogue,
        &format!("A language of the texts. The default is `{tag}`."),
        &format!("assert_eq!({tag:?}.parse(), Ok(Locale::{first}));"),
    );
    let variants = catalogue.locales.iter().enumerate().map(|(at, locale)| {
        let (name, docs) = (ident(&locale.variant), doc(&format!("`{}`", locale.tag)));
        let alias = docs::alias(&locale.tag, &locale.variant);
        let default = (at == 0).then(|| quote!(#[default]));
        quote!(#docs #alias #default #name)
    });
    quote! {
        #docs
        #[derive(Clone, Copy, Default, PartialEq, PartialOrd, Ord, Hash)]
        pub enum Locale { #(#variants,)* }

        impl Eq for Locale {}
    }
}

/// Which there are, and what they are called.
fn listed(catalogue: &Catalogue, default: &Locale) -> TokenStream {
    let locales = &catalogue.locales;
    let variants: Vec<_> = locales.iter().map(|locale| ident(&locale.variant)).collect();
    let tags = locales.iter().map(|locale| &locale.tag);
    let names = locales.iter().map(|locale| &locale.variant);
    let (count, first) = (plain(locales.len()), &default.variant);
    let all_docs = documented(
        catalogue,
        "All languages, the default first.",
        &format!("assert_eq!(Locale::ALL[0], Locale::{first});"),
    );
    let count_docs = documented(
        catalogue,
        &format!("How many languages there are: {count}."),
        &format!("assert_eq!(Locale::COUNT, {count});"),
    );
    let tag_docs = documented(
        catalogue,
        "The BCP 47 tag.",
        &format!("assert_eq!(Locale::{first}.tag(), {:?});", default.tag),
    );
    let name_docs = documented(
        catalogue,
        "The Rust spelling.",
        &format!("assert_eq!(Locale::{first}.variant_name(), {first:?});"),
    );
    quote! {
        #all_docs
        pub const ALL: &'static [Self] = &[#(Self::#variants),*];

        #count_docs
        pub const COUNT: usize = #count;

        #tag_docs
        #[must_use]
        pub const fn tag(self) -> &'static str {
            match self { #(Self::#variants => #tags,)* }
        }

        #name_docs
        #[must_use]
        pub const fn variant_name(self) -> &'static str {
            match self { #(Self::#variants => #names,)* }
        }
    }
}

/// Which language a tag asks for.
fn look_up(catalogue: &Catalogue, default: &Locale) -> TokenStream {
    let other = ["tlh", "vo", "qaa"].iter().find(|tag| catalogue.locales.iter().all(|it| it.tag != **tag));
    let none =
        other.map(|tag| format!("\nassert_eq!(Locale::from_tag(\"{tag}\"), None);")).unwrap_or_default();
    let is_free = |tag: &String| !catalogue.locales.iter().any(|it| it.tag.eq_ignore_ascii_case(tag));
    let private = ["test", "demo", "any"].map(|suffix| format!("{}-x-{suffix}", default.tag));
    let own = private.into_iter().find(is_free).unwrap_or_else(|| default.tag.clone());
    let docs = documented(
        catalogue,
        "The language that a BCP 47 tag asks for: its own, or the nearest less specific one (RFC 4647 lookup); \
         ASCII case is ignored.",
        &format!("assert_eq!(Locale::from_tag(\"{own}\"), Some(Locale::{}));{none}", default.variant),
    );
    quote! {
        #docs
        #[must_use]
        pub fn from_tag(tag: &str) -> Option<Self> {
            for subtag in tag.split('-') {
                if !matches!(subtag.len(), 1..=8) {
                    return None;
                }
                for byte in subtag.bytes() {
                    if !byte.is_ascii_alphanumeric() {
                        return None;
                    }
                }
            }
            let mut rest = tag;
            loop {
                for locale in Self::ALL {
                    if locale.tag().eq_ignore_ascii_case(rest) {
                        return Some(*locale);
                    }
                }
                match rest.rsplit_once('-') {
                    Some((less_specific, _)) => rest = less_specific,
                    None => return None,
                }
            }
        }
    }
}

fn printed() -> TokenStream {
    quote! {
        impl fmt::Debug for Locale {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.variant_name())
            }
        }

        impl fmt::Display for Locale {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.tag())
            }
        }

        impl AsRef<str> for Locale {
            fn as_ref(&self) -> &str {
                self.tag()
            }
        }

        impl From<Locale> for &'static str {
            fn from(locale: Locale) -> Self {
                locale.tag()
            }
        }
    }
}

fn parsed(catalogue: &Catalogue, default: &Locale) -> TokenStream {
    let expected = format!("one of {} names, such as `{}`", catalogue.locales.len(), default.tag);
    quote! {
        impl FromStr for Locale {
            type Err = ParseError;

            fn from_str(text: &str) -> Result<Self, ParseError> {
                EXPECTED.named(Self::from_tag(text), text)
            }
        }

        impl TryFrom<&str> for Locale {
            type Error = ParseError;

            fn try_from(text: &str) -> Result<Self, ParseError> {
                text.parse()
            }
        }

        static EXPECTED: Expected = Expected {
            article: "a ",
            noun: "language of the catalogue",
            texts: #expected,
            codes: "",
            hex_digits: 0,
            greatest: u128::MAX,
        };
    }
}
