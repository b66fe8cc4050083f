//! Ways to find entries, to tell of them and to scan texts: ours and those of other libraries, to be measured side by side.

#![forbid(unsafe_code)]

mod lookup;
pub mod measure;
pub mod report;
mod scanning;
mod sets;
mod targets;

use lookup::Inputs;
use measure::Harness;
use sets::{Of19, Of80, Of1000};

/// Comparisons that belong together, and what they are called.
pub type Part = (&'static str, fn(&mut dyn Harness));

/// What can be measured alone.
pub const PARTS: [Part; 4] = [("ids", ids), ("names", names), ("facts", facts), ("scan", scanning::all)];

fn ids(harness: &mut dyn Harness) {
    for kind in [Inputs::Hits, Inputs::HalfMisses, Inputs::MostlyOne] {
        lookup::ids::<Of19>(harness, kind);
        lookup::ids::<Of80>(harness, kind);
        lookup::ids::<Of1000>(harness, kind);
    }
}

fn names(harness: &mut dyn Harness) {
    for kind in [Inputs::Hits, Inputs::HalfMisses] {
        lookup::names::<Of19>(harness, kind);
        lookup::names::<Of80>(harness, kind);
        lookup::names::<Of1000>(harness, kind);
        lookup::names_in_any_case::<Of19>(harness, kind);
        lookup::names_in_any_case::<Of80>(harness, kind);
        lookup::names_in_any_case::<Of1000>(harness, kind);
    }
}

fn facts(harness: &mut dyn Harness) {
    lookup::facts::<Of19>(harness);
    lookup::facts::<Of80>(harness);
    lookup::facts::<Of1000>(harness);
    lookup::printing(harness);
}
