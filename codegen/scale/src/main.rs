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
    /// In the order of [`Shape::ALL`].
    shapes: Vec<Measured>,
}

/// What was measured for a shape.
pub struct Measured {
    /// Seconds to generate, for what is generated.
    generated: Option<f64>,
    /// To check, and to compile optimised; `None` if it took too long or too much memory.
    costs: [Option<Cost>; 2],
    /// Megabytes of the optimised library.
    size: Option<f64>,
}

/// How an enum is written.
#[derive(Clone, Copy, PartialEq)]
pub enum Shape {
    Generated,
    /// With `large: true`.
    Large,
    Derives,
    Matches,
}

impl Shape {
    pub const ALL: [Self; 4] = [Self::Generated, Self::Large, Self::Derives, Self::Matches];

    pub fn name(self) -> &'static str {
        match self {
            Self::Generated => "generated",
            Self::Large => "generated, `large`",
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
    let mut shapes = Vec::new();
    for shape in Shape::ALL {
        let generated = match shape {
            Shape::Generated => Some(put_generated(project, entries, false)?),
            Shape::Large => Some(put_generated(project, entries, true)?),
            Shape::Derives => project.put(&peers::derives(entries)).map(|()| None)?,
            Shape::Matches => project.put(&peers::matches(entries)).map(|()| None)?,
        };
        let costs = [project.compile(&["check"])?, project.compile(&["build", "--release"])?];
        let size = costs[1].map(|_| project.megabytes()).transpose()?;
        shapes.push(Measured { generated, costs, size });
    }
    Ok(Row { entries, shapes })
}

/// Puts the generated code into the project; returns the seconds that generating took.
fn put_generated(project: &Project, entries: usize, large: bool) -> Result<f64, Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let (yaml, output) = (folder.path().join("catalogue.yaml"), folder.path().join("generated"));
    fs::write(&yaml, catalogue::yaml(entries, large))?;
    let start = Instant::now();
    generate(&yaml, &output, Mode::Write)?;
    let seconds = start.elapsed().as_secs_f64();
    project.put_folder(&output)?;
    Ok(seconds)
}
