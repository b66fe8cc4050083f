//! `catalogue list`

use std::path::PathBuf;

use catalogue_codegen::Error;
use catalogue_codegen::record::{Record, records};

use crate::output::{errln, outln};

/// Lists entries: code, name, severity and what each means.
#[derive(clap::Args)]
pub struct Arguments {
    /// The catalogue.
    #[arg(default_value = "catalogue.yaml")]
    catalogue: PathBuf,
    /// Only entries that mention this word in a code, a name, a severity or a text.
    #[arg(long, value_name = "WORD", allow_negative_numbers = true)]
    filter: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let model = catalogue_codegen::check(&arguments.catalogue)?;
    let is_wanted = |record: &Record| arguments.filter.as_ref().is_none_or(|word| record.mentions(word));
    let wanted: Vec<Record> = records(&model).into_iter().filter(is_wanted).collect();
    let width =
        |part: fn(&Record) -> &str| wanted.iter().map(|it| part(it).chars().count()).max().unwrap_or(0);
    let (code, name) = (width(code), width(|record| &record.name));
    let mut item = "";
    for record in &wanted {
        if record.item != item {
            item = &record.item;
            outln!("{item}");
        }
        let text = model.locales.first().and_then(|locale| record.description.get(&locale.tag));
        // A row is a line, whatever breaks the text has.
        let words: Vec<&str> = text.into_iter().flat_map(|text| text.split_whitespace()).collect();
        let severity = record.severity.unwrap_or_default();
        let line = format!(
            "  {:code$}  {:name$}  {severity:11}  {}",
            self::code(record),
            record.name,
            words.join(" ")
        );
        outln!("{}", line.trim_end());
    }
    match &arguments.filter {
        Some(word) if wanted.is_empty() => {
            errln!("no entry mentions `{word}`");
            Ok(1)
        }
        _ => Ok(0),
    }
}

fn code(record: &Record) -> &str {
    record.code.as_deref().unwrap_or_default()
}
