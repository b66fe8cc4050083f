//! `catalogue schema`

use catalogue_codegen::schema::JSON_SCHEMA;

use crate::output;

/// Prints the JSON Schema of the file format, for editors.
///
/// Save it beside the catalogue and begin that with the line `# yaml-language-server: $schema=catalogue.schema.json`.
#[derive(clap::Args)]
pub struct Arguments {}

pub fn run() -> u8 {
    output::print_raw(JSON_SCHEMA);
    0
}
