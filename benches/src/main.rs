//! Prints how fast the catalogue is beside its peers, as ratios of one run.
//!
//! ```console
//! $ cargo run --release -p catalogue-benches              # prints the table
//! $ cargo run --release -p catalogue-benches -- --write   # puts it into README.md, with the plot beside it
//! $ cargo run --release -p catalogue-benches -- ids scan  # only these parts: ids, names, facts, scan
//! $ cargo bench -p catalogue-benches -- "id →"            # the same comparisons in detail, by criterion
//! ```

#![forbid(unsafe_code)]

use std::error::Error;
use std::path::Path;

use catalogue_benches::measure::Comparison;
use catalogue_benches::{PARTS, report};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let is_chosen = |part: &str| arguments.iter().any(|argument| argument == part);
    let is_all = !PARTS.iter().any(|(part, _)| is_chosen(part));
    let mut comparisons: Vec<Comparison> = Vec::new();
    for (part, measure) in PARTS {
        if is_all || is_chosen(part) {
            measure(&mut comparisons);
        }
    }
    // What belongs together stands together.
    comparisons.sort_by_key(|comparison| comparison.topic);
    let table = report::table(&comparisons);
    println!("{table}");
    if is_chosen("--write") {
        report::write(&Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md"), &table)?;
        report::plot(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ratios.svg"), &comparisons)?;
    }
    Ok(())
}
