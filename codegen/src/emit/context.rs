//! What every emitter needs to know about the enum at hand.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::{format_ident, quote};

use super::docs::doc;
use super::file::string;
use super::keys::{self, Names};
use crate::model::{Catalogue, Code, CodeFormat, Entry, Enum, Severity};
use crate::naming::snake_case;
use crate::perfect_hash::PerfectHash;

/// An enum, its catalogue, and what is worked out once for all emitters.
pub struct Context<'a> {
    /// The whole.
    pub catalogue: &'a Catalogue,
    /// The part.
    pub item: &'a Enum,
    /// How names are found.
    pub names: Names<'a>,
    /// How codes are found; `None` if they are not numbers.
    pub code_hash: Option<PerfectHash>,
    /// For each of the enum's inverses, for each of its entries: the entries that refer to it, in order.
    pub inverse_lists: Vec<Vec<Vec<usize>>>,
}

/// What an emitter contributes to an enum.
#[derive(Default)]
pub struct Part {
    /// Items of the inherent `impl` block.
    pub methods: TokenStream,
    /// Items beside it.
    pub items: TokenStream,
}

impl<'a> Context<'a> {
    /// Prepares an enum; an error says which promise of the model is broken.
    pub fn new(catalogue: &'a Catalogue, item: &'a Enum) -> Result<Self, String> {
        let names = Names::of(item).ok_or_else(|| format!("two names of `{}` are equal", item.name))?;
        let code_hash = keys::code_hash(item);
        if code_hash.is_none() && item.number_type().is_some() {
            return Err(format!("two codes of `{}` are equal", item.name));
        }
        Ok(Self { catalogue, item, names, code_hash, inverse_lists: catalogue.referring(item) })
    }

    /// The enum's type.
    pub fn ty(&self) -> Ident {
        ident(&self.item.name)
    }

    /// How its codes look, with the Rust type of a number; `None` for vocabularies and text codes.
    pub fn numeric(&self) -> Option<(&'a CodeFormat, Ident)> {
        let ty = self.item.number_type()?;
        Some((self.item.codes.as_ref()?, ident(ty.word())))
    }

    /// The same if codes are discriminants; otherwise positions are. Codes of a large enum are not: for each that is written out
    /// rustc takes a constant, and many times as long for each element of `ALL`.
    pub fn coded(&self) -> Option<(&'a CodeFormat, Ident)> {
        self.numeric().filter(|_| !self.item.large)
    }

    /// Path from the enum's file to the root of the generated modules.
    pub fn root(&self) -> TokenStream {
        let up = (0..=self.item.module.len()).map(|_| quote!(super));
        quote!(#(#up)::*)
    }

    /// Path from the enum's file to another enum.
    pub fn path_to(&self, target: &Enum) -> TokenStream {
        if std::ptr::eq(self.item, target) {
            return quote!(Self);
        }
        let root = self.root();
        let module = target.module.iter().map(|segment| ident(segment));
        let name = ident(&target.name);
        quote!(#root::#(#module::)*#name)
    }

    /// The same as text, for links in documentation, where `Self` would not do in a module's own text.
    pub fn link_to(&self, target: &Enum) -> String {
        format!("{}::{}", self.up(0), target.path())
    }

    /// Path to the root module from so many modules below the enum's own.
    pub fn up(&self, below: usize) -> String {
        vec!["super"; self.item.module.len() + 1 + below].join("::")
    }

    /// Whether any variant that the enum's files name may bear `#[deprecated]`.
    pub fn marks_deprecated(&self) -> bool {
        let marked = |entry: &Entry| entry.deprecated.as_ref().is_some_and(|deprecated| deprecated.attribute);
        self.catalogue.enums.iter().any(|item| item.entries.iter().any(marked))
    }

    /// Position in `ALL` of the entry that an expression gives.
    pub fn position(&self, entry: &TokenStream) -> TokenStream {
        match self.coded() {
            Some(_) => quote!(index(#entry)),
            None => quote!(#entry as usize),
        }
    }

    /// What a table says of `self`.
    pub fn of_self(&self, table: &Ident) -> TokenStream {
        let position = self.position(&quote!(self));
        quote!(tables::#table[#position])
    }

    /// Whether the hash of a code is its slot.
    pub fn has_direct_codes(&self) -> bool {
        self.code_hash.as_ref().is_some_and(|hash| hash.displacements.is_empty())
    }

    /// Whether comparing all names one by one is fast enough, and simpler than a hash: for a few words.
    pub fn is_short_list(&self) -> bool {
        self.item.codes.is_none() && self.item.entries.len() <= 16
    }

    /// The enum that a column holds entries of.
    pub fn target(&self, index: usize) -> &'a Enum {
        &self.catalogue.enums[index]
    }

    /// The entry that documentation shows: the first of the worst severity.
    pub fn showcase(&self) -> &'a Entry {
        let entries = &self.item.entries;
        // Of several, `max_by_key` takes the last.
        entries.iter().rev().max_by_key(|entry| entry.severity).unwrap_or(&entries[0])
    }

    /// What a value of the enum is called: the noun of its codes, or the type's name in words.
    pub fn noun(&self) -> String {
        match &self.item.codes {
            Some(format) => format.noun.clone(),
            None => snake_case(&self.item.name).replace('_', " "),
        }
    }

    /// `an event id`.
    pub fn noun_with_article(&self) -> String {
        let noun = self.noun();
        format!("{}{noun}", article(&noun))
    }

    /// A name of the prelude, spelt absolutely in the one file whose enum bears the same name.
    pub fn prelude(&self, path: &str) -> TokenStream {
        let name = path.rsplit("::").next().unwrap_or(path);
        if name == self.item.name {
            let segments = path.split("::").map(ident);
            return quote!(::core::#(#segments)::*);
        }
        let name = ident(name);
        quote!(#name)
    }

    /// `Option`.
    pub fn option(&self) -> TokenStream {
        self.prelude("option::Option")
    }

    /// `Result`.
    pub fn result(&self) -> TokenStream {
        self.prelude("result::Result")
    }

    /// An example for documentation that imports the enum.
    pub fn example(&self, lines: &[String]) -> String {
        self.example_with(&[], lines)
    }

    /// An example for documentation that imports the enum and other items of the catalogue.
    pub fn example_with(&self, others: &[String], lines: &[String]) -> String {
        let own = [self.item.path()];
        self.example_without_enum(&[others, &own].concat(), lines)
    }

    /// An example for documentation that imports items of the catalogue.
    pub fn example_without_enum(&self, items: &[String], lines: &[String]) -> String {
        let mut items = items.to_vec();
        items.sort();
        items.dedup();
        let imports = match items.as_slice() {
            [item] => format!("use {}::{item};", self.catalogue.path),
            items => format!("use {}::{{{}}};", self.catalogue.path, items.join(", ")),
        };
        format!("```\n{imports}\n\n{}\n```", lines.join("\n"))
    }

    /// Documentation with an example that imports the enum.
    pub fn documented(&self, text: &str, lines: &[String]) -> TokenStream {
        self.documented_with(text, &[], lines)
    }

    /// Documentation with an example that imports the enum and other items of the catalogue.
    pub fn documented_with(&self, text: &str, others: &[String], lines: &[String]) -> TokenStream {
        doc(&format!("{text}\n\n{}", self.example_with(others, lines)))
    }

    /// An entry in an example: `EventId::PkcsCertIssueFailure`.
    pub fn shown(&self, entry: &Entry) -> String {
        format!("{}::{}", self.item.name, entry.variant)
    }
}

impl Part {
    /// Both parts together.
    pub fn and(mut self, other: Self) -> Self {
        self.methods.extend(other.methods);
        self.items.extend(other.items);
        self
    }
}

/// An identifier; the model holds no others.
pub fn ident(name: &str) -> Ident {
    format_ident!("{name}", span = Span::call_site())
}

/// A severity's variant.
pub fn severity(severity: Severity) -> Ident {
    ident(match severity {
        Severity::Information => "Information",
        Severity::Warning => "Warning",
        Severity::Error => "Error",
    })
}

/// The article of a noun, and a space.
pub fn article(noun: &str) -> &'static str {
    let word = noun.split(' ').next().unwrap_or_default();
    let is_spelt_out = word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    let vowel_sound = if is_spelt_out { "AEFHILMNORSX" } else { "aeioAEIO" };
    if noun.starts_with(|c| vowel_sound.contains(c)) { "an " } else { "a " }
}

/// A code as a Rust literal.
pub fn code_literal(format: &CodeFormat, code: &Code) -> TokenStream {
    code_source(format, code).parse().unwrap_or_default()
}

/// A number without a suffix.
pub fn plain(number: usize) -> Literal {
    Literal::usize_unsuffixed(number)
}

/// A code as Rust source, in the base in which the catalogue writes it.
pub fn code_source(format: &CodeFormat, code: &Code) -> String {
    match code {
        Code::Text(text) => string(text),
        Code::Number(number) if *number < 0 => format!("-{}", grouped(&number.unsigned_abs().to_string(), 3)),
        Code::Number(number) => match format.write(code).strip_prefix("0x") {
            Some(digits) => format!("0x{}", grouped(digits, 4)),
            None => grouped(&number.to_string(), 3),
        },
    }
}

/// A number in hexadecimal.
pub fn hex_literal(number: u64) -> TokenStream {
    format!("0x{}", grouped(&format!("{number:016X}"), 4)).parse().unwrap_or_default()
}

/// Digits in groups, where there are more than five.
fn grouped(digits: &str, size: usize) -> String {
    if digits.len() <= 5 {
        return digits.to_owned();
    }
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at) % size == 0 {
            text.push('_');
        }
        text.push(digit);
    }
    text
}
