//! `catalogue export`: one model, many formats.

mod html;
mod queries;
mod tables;
mod trees;

use std::path::{Path, PathBuf};
use std::{fs, process};

use catalogue_codegen::Error;
use catalogue_codegen::model::Catalogue;

use crate::output;

/// Writes the catalogue in another format.
#[derive(clap::Args)]
pub struct Arguments {
    /// The catalogue.
    #[arg(default_value = "catalogue.yaml")]
    catalogue: PathBuf,
    /// The format
    #[arg(long, value_enum)]
    format: Format,
    /// The file to write; without it, the output goes to standard output.
    #[arg(long, value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, clap::ValueEnum)]
enum Format {
    /// One object: sources, languages and all entries
    Json,
    /// An object a line for each entry
    Jsonl,
    /// A row for each entry; lists in one cell are joined by "; "
    Csv,
    /// The same, separated by tabs
    Tsv,
    /// A table for each enum
    Markdown,
    /// One page with a search, for any browser, from a file too
    Html,
    /// Tables for SQLite and DuckDB: entry, text, alias, relation
    Sql,
    /// A lookup table for Splunk, and its stanza for transforms.conf
    Splunk,
    /// A function with a table for Kusto
    Kql,
    /// A schema for values that are codes or names
    JsonSchema,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let model = catalogue_codegen::check(&arguments.catalogue)?;
    let text = render(arguments.format, &model).map_err(|error| Error::Internal(error.to_string()))?;
    let stanza =
        (arguments.format == Format::Splunk).then(|| queries::stanza(&model, arguments.output.as_deref()));
    match &arguments.output {
        Some(path) => {
            write(path, &text)?;
            if let Some(stanza) = stanza {
                write(&path.with_file_name("transforms.conf"), &stanza)?;
            }
        }
        None => {
            output::print_raw(&text);
            if let Some(stanza) = stanza {
                output::complain(format_args!("{stanza}"));
            }
        }
    }
    Ok(0)
}

fn render(format: Format, model: &Catalogue) -> Result<String, Box<dyn std::error::Error>> {
    Ok(match format {
        Format::Json => trees::json(model)?,
        Format::Jsonl => trees::jsonl(model)?,
        Format::JsonSchema => trees::schema(model)?,
        Format::Csv => tables::csv(model, b',')?,
        Format::Tsv => tables::csv(model, b'\t')?,
        Format::Markdown => tables::markdown(model),
        Format::Html => html::page(model),
        Format::Sql => queries::sql(model),
        Format::Splunk => queries::splunk(model)?,
        Format::Kql => queries::kql(model)?,
    })
}

/// What Markdown says, without its marks: links of the documentation lead nowhere outside it.
fn plain(markdown: &str) -> String {
    use pulldown_cmark::{Event, Parser, TagEnd};
    let mut text = String::new();
    for event in Parser::new(markdown.trim()) {
        match event {
            Event::Text(part) | Event::Code(part) => text += &part,
            Event::SoftBreak | Event::HardBreak | Event::End(TagEnd::Paragraph) => text.push(' '),
            _ => {}
        }
    }
    text.trim_end().to_owned()
}

/// Writes beside the file, then renames, so that it is never half written.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    // A device or a pipe is written to, not replaced.
    if path.metadata().is_ok_and(|path| !path.is_file()) {
        return fs::write(path, text).map_err(|source| Error::Write { path: path.to_owned(), source });
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.tmp", process::id()));
    let temporary = path.with_file_name(name);
    let result = fs::write(&temporary, text).and_then(|()| fs::rename(&temporary, path));
    result.map_err(|source| {
        let _ = fs::remove_file(&temporary);
        Error::Write { path: path.to_owned(), source }
    })
}
