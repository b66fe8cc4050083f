//! Prints how long it takes to generate and to compile catalogues of growing size, and how much memory, beside the same
//! enum with derives and with a `match` for each method.
//!
//! ```console
//! $ cargo run --release -p catalogue-scale                 # prints the table
//! $ cargo run --release -p catalogue-scale -- --write      # puts it into README.md, with the plots beside it
//! $ cargo run --release -p catalogue-scale -- 20 200       # only these sizes
//! ```

#![forbid(unsafe_code)]

mod catalogue;
mod compile;
mod peers;
mod plot;
mod report;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::time::Instant;

use catalogue_codegen::{Mode, generate};
use compile::{Cost, Project};

/// Numbers of entries.
const SIZES: [usize; 5] = [20, 200, 1_000, 5_000, 20_000];

/// What was measured for a number of entries.
pub struct Row {
    entries: usize,
    /// Seconds to generate.
    generated: f64,
    /// In the order of [`Shape::ALL`]: to check, and to compile optimised; `None` if it took too long.
    costs: Vec<[Option<Cost>; 2]>,
}

/// How an enum is written.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    Generated,
    Derives,
    Matches,
}

impl Shape {
    pub const ALL: [Self; 3] = [Self::Generated, Self::Derives, Self::Matches];

    pub fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Derives => "strum derives",
            Self::Matches => "matches",
        }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let sizes: Result<Vec<usize>, _> =
        arguments.iter().filter(|argument| *argument != "--write").map(|size| size.parse()).collect();
    let sizes = sizes.map_err(|error| format!("an argument is neither a number nor --write: {error}"))?;
    let sizes = if sizes.is_empty() { SIZES.to_vec() } else { sizes };

    let project = Project::new()?;
    let mut rows = Vec::new();
    for entries in sizes {
        eprintln!("{entries} entries");
        rows.push(measure(&project, entries)?);
    }
    let table = report::table(&rows);
    println!("{table}");
    if arguments.iter().any(|argument| argument == "--write") {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        report::write(&folder.join("README.md"), &table)?;
        plot::write(&folder.join("time.svg"), "seconds to compile, optimised", &rows, |cost| cost.seconds)?;
        plot::write(&folder.join("memory.svg"), "megabytes to compile, optimised", &rows, |cost| {
            cost.megabytes
        })?;
    }
    Ok(())
}

fn measure(project: &Project, entries: usize) -> Result<Row, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (yaml, output) = (folder.path().join("catalogue.yaml"), folder.path().join("generated"));
    fs::write(&yaml, catalogue::yaml(entries))?;
    let start = Instant::now();
    generate(&yaml, &output, Mode::Write)?;
    let generated = start.elapsed().as_secs_f64();

    let mut costs = Vec::new();
    for shape in Shape::ALL {
        match shape {
            Shape::Generated => project.put_folder(&output)?,
            Shape::Derives => project.put(&peers::derives(entries))?,
            Shape::Matches => project.put(&peers::matches(entries))?,
        }
        costs.push([project.compile(&["check"])?, project.compile(&["build", "--release"])?]);
    }
    Ok(Row { entries, generated, costs })
}
