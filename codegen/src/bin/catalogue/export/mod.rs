//! `catalogue export`: one model, many formats.

mod html;
mod queries;
mod tables;
mod trees;

use std::path::{Path, PathBuf};
use std::{fs, io, process};

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

/// Where Splunk looks for the stanzas of lookup tables.
const STANZAS: &str = "transforms.conf";

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let model = catalogue_codegen::check(&arguments.catalogue)?;
    let text = render(arguments.format, &model).map_err(|error| Error::Internal(error.to_string()))?;
    let stanza =
        (arguments.format == Format::Splunk).then(|| queries::stanza(&model, arguments.output.as_deref()));
    match &arguments.output {
        Some(path) => {
            protect(&arguments.catalogue, path)?;
            let stanza = stanza.map(|stanza| (stanza, path.with_file_name(STANZAS)));
            if stanza.as_ref().is_some_and(|(_, other)| other == path) {
                let source = io::Error::other("the stanza of the table goes there; name another file");
                return Err(Error::Write { path: path.to_owned(), source });
            }
            write(path, &text)?;
            if let Some((stanza, path)) = stanza {
                add(&stanza, &path)?;
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
            Event::SoftBreak | Event::HardBreak => text.push(' '),
            Event::End(
                TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::TableCell,
            ) => text.push(' '),
            _ => {}
        }
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Refuses to write where the catalogue stands.
fn protect(catalogue: &Path, output: &Path) -> Result<(), Error> {
    let Ok(output) = output.canonicalize() else { return Ok(()) };
    let is_output = |source: &PathBuf| source.canonicalize().is_ok_and(|source| source == output);
    match catalogue_codegen::sources(catalogue)?.into_iter().find(is_output) {
        Some(path) => Err(Error::Source { path }),
        None => Ok(()),
    }
}

/// Writes a stanza into a file of its own; one that is there holds others, too, and is its owner's to change.
fn add(stanza: &str, path: &Path) -> Result<(), Error> {
    match fs::read_to_string(path) {
        Ok(text) if text.replace("\r\n", "\n").contains(stanza) => {}
        Ok(_) => {
            output::complain(format_args!("{} is there already; add this to it:\n{stanza}", path.display()))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => write(path, stanza)?,
        Err(source) => return Err(Error::Read { path: path.to_owned(), source }),
    }
    Ok(())
}

/// Writes beside the file, then renames, so that it is never half written.
fn write(path: &Path, text: &str) -> Result<(), Error> {
    // What a link points to is written, the link stays.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
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
