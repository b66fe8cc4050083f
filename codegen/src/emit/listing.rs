//! All entries, and how many there are.

use quote::quote;

use super::context::{Context, Part};
use super::docs::doc;

pub fn listing(context: &Context<'_>) -> Part {
    let count = context.item.entries.len();
    let name = &context.item.name;
    let all_doc = doc(&format!(
        "All {count}, in order.\n\n{}",
        context.example(&[
            format!("assert_eq!({name}::ALL.len(), {name}::COUNT);"),
            format!("assert!({name}::ALL.is_sorted());"),
        ])
    ));
    let count_doc = doc(&format!(
        "How many there are: {count}.\n\n{}",
        context.example(&[format!("assert_eq!({name}::COUNT, {count});")])
    ));
    Part {
        methods: quote! {
            #all_doc
            pub const ALL: &'static [Self] = &tables::ALL;

            #count_doc
            pub const COUNT: usize = tables::ALL.len();
        },
        ..Part::default()
    }
}
