//! Arms of a `match` as one writes them by hand.

use proc_macro2::TokenStream;
use quote::quote;

use super::context::{Context, ident};
use crate::model::Entry;

/// Arms of patterns and their values, in order; patterns with the same value share the arm of the first of them.
pub fn shared(arms: impl IntoIterator<Item = (TokenStream, TokenStream)>) -> TokenStream {
    let mut groups: Vec<(String, TokenStream, Vec<TokenStream>)> = Vec::new();
    for (pattern, value) in arms {
        let text = value.to_string();
        match groups.iter_mut().find(|(other, ..)| *other == text) {
            Some((_, _, patterns)) => patterns.push(pattern),
            None => groups.push((text, value, vec![pattern])),
        }
    }
    let arms = groups.iter().map(|(_, value, patterns)| quote!(#(#patterns)|* => #value,));
    quote!(#(#arms)*)
}

/// A `match` over an enum's entries: what some of them give, and what all others do.
pub fn of_entries(
    context: &Context<'_>,
    value: impl Fn(&Entry) -> Option<TokenStream>,
    other: &TokenStream,
) -> TokenStream {
    let entries = &context.item.entries;
    let pattern = |entry: &Entry| {
        let variant = ident(&entry.variant);
        quote!(Self::#variant)
    };
    let arms = shared(entries.iter().filter_map(|entry| Some((pattern(entry), value(entry)?))));
    let others: Vec<&Entry> = entries.iter().filter(|entry| value(entry).is_none()).collect();
    // What `_` stands for should be more than one entry, and less than all.
    match others.as_slice() {
        all if all.len() == entries.len() => other.clone(),
        [] => quote!(match self { #arms }),
        [entry] => {
            let last = pattern(entry);
            quote!(match self { #arms #last => #other })
        }
        _ => quote!(match self { #arms _ => #other }),
    }
}
