//! Prints how fast the catalogue is beside its peers, as ratios of one run.
//!
//! ```console
//! $ cargo run --release -p catalogue-benches              # prints the table
//! $ cargo run --release -p catalogue-benches -- --write   # puts it into README.md, with the plot beside it
//! $ cargo run --release -p catalogue-benches -- ids scan  # only these parts: ids, names, facts, scan
//! ```

#![forbid(unsafe_code)]

mod lookup;
mod measure;
mod report;
mod scanning;
mod sets;
mod targets;

use std::error::Error;
use std::path::Path;

use lookup::Inputs;
use sets::{Of19, Of80, Of1000, Set};

fn main() -> Result<(), Box<dyn Error>> {
    let mut comparisons = Vec::new();
    let is_wanted = |part: &str| {
        !std::env::args().any(|it| PARTS.contains(&&*it)) || std::env::args().any(|it| it == part)
    };
    if is_wanted("ids") {
        ids::<Of19>(&mut comparisons);
        ids::<Of80>(&mut comparisons);
        ids::<Of1000>(&mut comparisons);
    }
    if is_wanted("names") {
        names::<Of19>(&mut comparisons);
        names::<Of80>(&mut comparisons);
        names::<Of1000>(&mut comparisons);
    }
    if is_wanted("facts") {
        comparisons.extend(lookup::facts::<Of19>());
        comparisons.extend(lookup::facts::<Of80>());
        comparisons.extend(lookup::facts::<Of1000>());
        comparisons.push(lookup::printing());
    }
    if is_wanted("scan") {
        comparisons.extend(scanning::all());
    }
    // Tables hold what belongs together.
    comparisons.sort_by_key(|comparison| comparison.topic);
    let table = report::table(&comparisons);
    println!("{table}");
    if std::env::args().any(|argument| argument == "--write") {
        report::write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), &table)?;
        report::plot(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ratios.svg"), &comparisons)?;
    }
    Ok(())
}

/// What can be asked for alone.
const PARTS: [&str; 4] = ["ids", "names", "facts", "scan"];

fn ids<S: Set>(comparisons: &mut Vec<measure::Comparison>) {
    for kind in [Inputs::Hits, Inputs::HalfMisses, Inputs::MostlyOne] {
        comparisons.push(lookup::ids::<S>(kind));
    }
}

fn names<S: Set>(comparisons: &mut Vec<measure::Comparison>) {
    for kind in [Inputs::Hits, Inputs::HalfMisses] {
        comparisons.push(lookup::names::<S>(kind));
        comparisons.push(lookup::names_in_any_case::<S>(kind));
    }
}
