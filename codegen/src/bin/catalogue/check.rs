//! `catalogue check`

use std::path::PathBuf;

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
    let invalid = match (catalogue_codegen::check(&arguments.catalogue), arguments.format) {
        (Ok(model), Format::Human) => {
            for item in model.enums.iter().filter(|item| item.codes.is_some()) {
                outln!("{}: {} entries", item.path(), item.entries.len());
            }
            return Ok(0);
        }
        (Ok(_), Format::Json) => {
            outln!("[]");
            return Ok(0);
        }
        (Ok(_), Format::Github) => return Ok(0),
        (Err(Error::Invalid(invalid)), Format::Json | Format::Github) => invalid,
        (Err(error), _) => return Err(error),
    };
    let positions = Positions::new(&invalid.files);
    let problems = invalid.problems.iter();
    match arguments.format {
        Format::Github => problems.for_each(|problem| annotation(&invalid, &positions, problem)),
        _ => {
            let problems: Vec<Value> =
                problems.map(|problem| object(&invalid, &positions, problem)).collect();
            outln!("{}", crate::json(&problems)?);
        }
    }
    Ok(1)
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

/// `::error file=…,line=…::…`, where some characters are written as GitHub wants them.
fn annotation(invalid: &Invalid, positions: &Positions<'_>, problem: &Problem) {
    let (file, _) = invalid.files.file_of(problem.span);
    let (line, column) = positions.start(problem.span);
    let help = problem.help.as_ref().map(|help| format!("\n{help}")).unwrap_or_default();
    let text =
        format!("{}{help}", problem.message).replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let file = file.name.replace('%', "%25").replace(':', "%3A").replace(',', "%2C");
    outln!("::error file={file},line={line},col={column},title={}::{text}", problem.rule);
}
