//! What the output asks of the compiler.

use crate::model::{Arity, Catalogue, Enum};

/// Seconds that rustc takes for each element of a static array of an enum, times the enum's variants: it checks each
/// element by going through the variants (measured with rustc 1.95: 0.6 s for 20,000 × 1,000, 3.2 s for 20,000 × 5,000).
const SECONDS: f64 = 32e-9;

/// The same where discriminants are not written out (60 s for 100,000 × 100,000).
const SECONDS_LARGE: f64 = 6e-9;

/// A compilation that takes longer gets a warning.
const LONG: f64 = 60.0;

/// What will take the compiler long, and what to do about it; mostly nothing.
pub fn warnings(catalogue: &Catalogue) -> Vec<String> {
    let seconds: f64 = (0..catalogue.enums.len()).map(|index| seconds(catalogue, index)).sum();
    if seconds < LONG {
        return Vec::new();
    }
    let minutes = (seconds / 60.0).round();
    let noun = if minutes > 1.0 { "minutes" } else { "minute" };
    let help = match catalogue.enums.iter().all(|item| item.large) {
        true => "an enum split in two takes less",
        false => "`large: true` on enums of many entries, or an enum split in two, takes less",
    };
    vec![format!(
        "rustc will take some {minutes} {noun} for the tables of entries, since it goes through all variants of an enum for \
         each element; {help}"
    )]
}

/// For all arrays that hold entries of an enum: the one that lists them, columns, and their other directions.
fn seconds(catalogue: &Catalogue, index: usize) -> f64 {
    let item = &catalogue.enums[index];
    let entries = item.entries.len() as f64;
    if item.large {
        // Other arrays hold positions.
        return entries * entries * SECONDS_LARGE;
    }
    let columns: usize = catalogue.enums.iter().map(|origin| in_columns(origin, index)).sum();
    let elements = item.entries.len() + columns + in_inverses(catalogue, index);
    elements as f64 * entries * SECONDS
}

/// Elements of an enum's columns that are entries of the target.
fn in_columns(origin: &Enum, target: usize) -> usize {
    let columns = origin.columns.iter().enumerate().filter(|(_, column)| column.target == target);
    columns
        .map(|(at, column)| match column.arity {
            Arity::Many => origin.entries.iter().map(|entry| entry.values[at].len()).sum(),
            Arity::One | Arity::Optional => origin.entries.len(),
        })
        .sum()
}

/// Elements of other directions, anywhere, that are entries of the origin.
fn in_inverses(catalogue: &Catalogue, origin: usize) -> usize {
    let inverses = catalogue.enums.iter().flat_map(|item| &item.inverses).filter(|it| it.origin == origin);
    let entries = &catalogue.enums[origin].entries;
    inverses.map(|it| entries.iter().map(|entry| entry.values[it.column].len()).sum::<usize>()).sum()
}
