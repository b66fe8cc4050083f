//! All entries, and how many there are.

use quote::quote;

use super::context::{Context, Part, plain};

pub fn listing(context: &Context<'_>) -> Part {
    let entries = context.item.entries.len();
    let count = plain(entries);
    let name = &context.item.name;
    let all_doc = context.documented(
        &format!("All {count}, in order."),
        &[
            format!("assert_eq!({name}::ALL.len(), {name}::COUNT);"),
            format!("assert!({name}::ALL.is_sorted());"),
        ],
    );
    let count_doc = context.documented(
        &format!("How many there are: {count}."),
        &[format!("assert_eq!({name}::COUNT, {count});")],
    );
    Part {
        methods: quote! {
            #all_doc
            pub const ALL: &'static [Self] = &tables::ALL;

            #count_doc
            pub const COUNT: usize = #count;
        },
        ..Part::default()
    }
}
