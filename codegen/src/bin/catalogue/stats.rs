//! `catalogue stats`

use std::collections::BTreeMap;
use std::path::PathBuf;

use catalogue_codegen::Error;
use catalogue_codegen::record::{Record, all_of};

use crate::output::outln;

/// Counts entries, missing texts and entries without relations.
#[derive(clap::Args)]
pub struct Arguments {
    /// The catalogue.
    #[arg(default_value = "catalogue.yaml")]
    catalogue: PathBuf,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let model = catalogue_codegen::check(&arguments.catalogue)?;
    for item in &model.enums {
        let records = all_of(&model, item);
        let noun = if item.codes.is_some() { "entries" } else { "words" };
        outln!("{}: {} {noun}", item.path(), records.len());
        for locale in &model.locales {
            let without = |text: fn(&Record) -> &BTreeMap<String, String>| {
                records.iter().filter(|record| !text(record).contains_key(&locale.tag)).count()
            };
            let description = without(|it| &it.description);
            // Words cannot have any.
            let remediation = match item.codes.is_some() {
                true => format!(", {} without remediation", without(|it| &it.remediation)),
                false => String::new(),
            };
            outln!("  {}: {description} without description{remediation}", locale.tag);
        }
        let is_orphan = |record: &&Record| record.fields.values().all(Vec::is_empty);
        let orphans: Vec<&str> =
            records.iter().filter(is_orphan).map(|record| record.name.as_str()).collect();
        // Where nothing has relations, nothing lacks them.
        if !records.iter().all(|record| record.fields.is_empty()) {
            let list = if orphans.is_empty() { String::new() } else { format!(": {}", orphans.join(", ")) };
            outln!("  {} without relations{list}", orphans.len());
        }
        let deprecated = records.iter().filter(|record| record.deprecated.is_some()).count();
        if deprecated > 0 {
            outln!("  {deprecated} deprecated");
        }
    }
    Ok(0)
}
