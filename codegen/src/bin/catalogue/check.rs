//! `catalogue check`

use std::path::PathBuf;

use catalogue_codegen::Error;

/// Checks a catalogue and reports every mistake in it.
#[derive(clap::Args)]
pub struct Arguments {
    /// The catalogue.
    #[arg(default_value = "catalogue.yaml")]
    catalogue: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<(), Error> {
    let model = catalogue_codegen::check(&arguments.catalogue)?;
    let tables = model.enums.iter().filter(|item| item.codes.is_some());
    for item in tables {
        anstream::println!("{}: {} entries", item.path(), item.entries.len());
    }
    Ok(())
}
