//! `catalogue check`

use std::path::{Path, PathBuf};

use catalogue_codegen::model::Catalogue;
use catalogue_codegen::problem::{Problem, Span};
use catalogue_codegen::report::Positions;
use catalogue_codegen::{Error, Invalid};
use serde_json::{Value, json};

use crate::output::outln;

/// Checks a catalogue and reports every mistake in it.
#[derive(clap::Args)]
pub struct Arguments {
    /// The catalogue.
    #[arg(default_value = "catalogue.yaml")]
    catalogue: PathBuf,
    /// Who reads the report
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, clap::ValueEnum)]
enum Format {
    /// People
    Human,
    /// Programs: one JSON array
    Json,
    /// GitHub Actions: annotations
    Github,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    let error = match catalogue_codegen::check(&arguments.catalogue) {
        Ok(model) => {
            found_nothing(arguments.format, &model);
            return Ok(0);
        }
        Err(error) => error,
    };
    match arguments.format {
        Format::Human => return Err(error),
        Format::Json => outln!("{}", crate::json(&objects(&arguments.catalogue, &error))?),
        Format::Github => annotations(&arguments.catalogue, &error),
    }
    Ok(crate::status(&error))
}

fn found_nothing(format: Format, model: &Catalogue) {
    match format {
        Format::Human => {
            for item in model.enums.iter().filter(|item| item.codes.is_some()) {
                outln!("{}: {} entries", item.path(), item.entries.len());
            }
        }
        Format::Json => outln!("[]"),
        Format::Github => {}
    }
}

fn objects(catalogue: &Path, error: &Error) -> Vec<Value> {
    let Error::Invalid(invalid) = error else { return vec![Unread::of(catalogue, error).object()] };
    let positions = Positions::new(&invalid.files);
    invalid.problems.iter().map(|problem| object(invalid, &positions, problem)).collect()
}

fn annotations(catalogue: &Path, error: &Error) {
    let Error::Invalid(invalid) = error else { return Unread::of(catalogue, error).annotation() };
    let positions = Positions::new(&invalid.files);
    invalid.problems.iter().for_each(|problem| annotation(invalid, &positions, problem));
}

fn object(invalid: &Invalid, positions: &Positions<'_>, problem: &Problem) -> Value {
    let place = |span: Span| {
        let ((line, column), (end_line, end_column)) = (positions.start(span), positions.end(span));
        json!({"line": line, "column": column, "end_line": end_line, "end_column": end_column})
    };
    let file = |span: Span| &invalid.files.file_of(span).0.name;
    let related: Vec<Value> = problem
        .related
        .iter()
        .map(|it| json!({"label": it.label, "file": file(it.span), "place": place(it.span)}))
        .collect();
    json!({
        "code": problem.rule.code(),
        "message": problem.message,
        "file": file(problem.span),
        "place": place(problem.span),
        "label": problem.label,
        "related": related,
        "help": problem.help,
        "instead": problem.instead,
    })
}

/// `::error file=…,line=…::…`
fn annotation(invalid: &Invalid, positions: &Positions<'_>, problem: &Problem) {
    let (file, _) = invalid.files.file_of(problem.span);
    let (line, column) = positions.start(problem.span);
    let help = problem.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let text = data(&format!("{}{help}", problem.message));
    outln!("::error file={},line={line},col={column},title={}::{text}", property(&file.name), problem.rule);
}

/// A text as GitHub wants it behind the second `::`.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// A text as GitHub wants it in front of that.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

/// A catalogue that could not be read, so that nothing in it has a place or a code.
struct Unread {
    file: String,
    /// Line and column, both from 1.
    place: Option<(usize, usize)>,
    message: String,
}

impl Unread {
    fn of(catalogue: &Path, error: &Error) -> Self {
        let file = catalogue.display().to_string();
        let place = match error {
            Error::NotUtf8 { line, column, .. } => Some((*line, *column)),
            _ => None,
        };
        // What people read, without what the other fields say.
        let text = error.to_string();
        let text = text.strip_prefix("error: ").unwrap_or(&text);
        let before = place.map(|(line, column)| format!("{file}:{line}:{column}: ")).unwrap_or_default();
        let message = text.strip_prefix(&before).unwrap_or(text).to_owned();
        Self { file, place, message }
    }

    fn object(&self) -> Value {
        let place = self.place.map(
            |(line, column)| json!({"line": line, "column": column, "end_line": line, "end_column": column}),
        );
        json!({
            "code": null,
            "message": self.message,
            "file": self.file,
            "place": place,
            "label": "",
            "related": [],
            "help": null,
            "instead": null,
        })
    }

    fn annotation(&self) {
        let place = self.place.map(|(line, column)| format!(",line={line},col={column}")).unwrap_or_default();
        outln!("::error file={}{place}::{}", property(&self.file), data(&self.message));
    }
}
