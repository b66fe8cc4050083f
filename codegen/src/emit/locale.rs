//! The languages of the texts.

use quote::quote;

use super::context::{ident, plain};
use super::docs::{self, doc};
use super::file::{format, uses};
use super::strum;
use crate::model::Catalogue;

/// The file of `Locale`, rendered; its items need at least one locale.
pub fn locale(catalogue: &Catalogue) -> Result<String, syn::Error> {
    let locales = &catalogue.locales;
    let path = &catalogue.path;
    let Some(default) = locales.first() else { return Ok(String::new()) };
    let (count, first) = (plain(locales.len()), ident(&default.variant));
    let variants = locales.iter().enumerate().map(|(at, locale)| {
        let (name, docs) = (ident(&locale.variant), doc(&format!("`{}`", locale.tag)));
        let alias = docs::alias(&locale.tag, &locale.variant);
        let default = (at == 0).then(|| quote!(#[default]));
        quote!(#docs #alias #default #name)
    });
    let all: Vec<_> = locales.iter().map(|locale| ident(&locale.variant)).collect();
    let tags: Vec<_> = locales.iter().map(|locale| &locale.tag).collect();
    let names: Vec<_> = locales.iter().map(|locale| &locale.variant).collect();
    let tag = &default.tag;
    let example = |line: String| format!("```\nuse {path}::Locale;\n\n{line}\n```");
    let type_doc = doc(&format!(
        "A language of the texts. The default is `{tag}`.\n\n{}",
        example(format!("assert_eq!({tag:?}.parse(), Ok(Locale::{first}));"))
    ));
    let all_doc = doc(&format!(
        "All languages, the default first.\n\n{}",
        example(format!("assert_eq!(Locale::ALL[0], Locale::{first});"))
    ));
    let expected = format!("one of {} names, such as `{tag}`", locales.len());
    let count_doc = doc(&format!(
        "How many languages there are: {count}.\n\n{}",
        example(format!("assert_eq!(Locale::COUNT, {count});"))
    ));
    let tag_doc = doc(&format!(
        "The BCP 47 tag.\n\n{}",
        example(format!("assert_eq!(Locale::{first}.tag(), {tag:?});"))
    ));
    let variant_doc = doc(&format!(
        "The Rust spelling.\n\n{}",
        example(format!("assert_eq!(Locale::{first}.variant_name(), {:?});", default.variant))
    ));
    let from_doc = doc(&format!(
        "The language that a BCP 47 tag asks for: its own, or the nearest less specific one (RFC 4647 lookup); \
         ASCII case is ignored.\n\n{}",
        example(format!(
            "assert_eq!(Locale::from_tag(\"{tag}-x-test\"), Some(Locale::{first}));\n\
             assert_eq!(Locale::from_tag(\"tlh\"), None);"
        ))
    ));
    let listing = catalogue.strum.then(|| strum::listing(&ident("Locale"), &quote!(&[#(#names),*])));
    let code = format(quote! {
        #type_doc
        #[derive(Clone, Copy, Default, PartialEq, PartialOrd, Ord, Hash)]
        pub enum Locale { #(#variants,)* }

        impl Eq for Locale {}

        static EXPECTED: Expected = Expected {
            article: "a ",
            noun: "language of the catalogue",
            texts: #expected,
            codes: "",
            hex_digits: 0,
        };

        impl Locale {
            #all_doc
            pub const ALL: &'static [Self] = &[#(Self::#all),*];

            #count_doc
            pub const COUNT: usize = #count;

            #tag_doc
            #[must_use]
            pub const fn tag(self) -> &'static str {
                match self { #(Self::#all => #tags,)* }
            }

            #variant_doc
            #[must_use]
            pub const fn variant_name(self) -> &'static str {
                match self { #(Self::#all => #names,)* }
            }

            #from_doc
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

        #listing
    })?;
    let imports = uses(
        &code,
        &[
            ("core", &["fmt"]),
            ("core::str", &["FromStr"]),
            ("super::support::error", &["Expected", "ParseError"]),
        ],
    );
    Ok(format!("//! The languages of the texts.\n\n{imports}\n{code}"))
}
