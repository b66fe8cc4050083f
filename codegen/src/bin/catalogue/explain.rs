//! `catalogue explain`

use std::path::PathBuf;

use catalogue_codegen::Error;
use catalogue_codegen::explanation::explanation;
use catalogue_codegen::likeness::nearest;
use catalogue_codegen::model::Locale;
use catalogue_codegen::problem::Rule;
use catalogue_codegen::record::{Record, records};

use crate::output::{errln, outln};

/// Explains entries, or one of the messages of this program.
#[derive(clap::Args)]
pub struct Arguments {
    /// Codes, names or other spellings of entries, in any case.
    #[arg(value_name = "WORD", required_unless_present = "message", allow_negative_numbers = true)]
    words: Vec<String>,
    /// The catalogue.
    #[arg(long, default_value = "catalogue.yaml")]
    catalogue: PathBuf,
    /// Explain a message of this program by its code, such as C0012.
    #[arg(long, value_name = "CODE", conflicts_with = "words")]
    message: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<u8, Error> {
    if let Some(code) = &arguments.message {
        return Ok(u8::from(!message(code)));
    }
    let model = catalogue_codegen::check(&arguments.catalogue)?;
    let records = records(&model);
    let mut unknown = 0;
    for word in &arguments.words {
        let found: Vec<&Record> = records.iter().filter(|record| record.is_called(word)).collect();
        for record in &found {
            outln!("{}", page(&model.locales, record));
        }
        if found.is_empty() {
            unknown = 1;
            let names = records.iter().map(|record| record.name.as_str());
            let help = nearest(word, names).map(|name| format!("; did you mean `{name}`?"));
            errln!("error: no entry is called {word:?}{}", help.unwrap_or_default());
        }
    }
    Ok(unknown)
}

/// Prints what a message means; whether there is such a message.
fn message(code: &str) -> bool {
    let rule = Rule::ALL.iter().find(|rule| rule.code().eq_ignore_ascii_case(code));
    match rule {
        Some(rule) => outln!("{rule}: {}\n\n{}", rule.title(), explanation(*rule)),
        None => {
            let (first, last) = (Rule::ALL[0], Rule::ALL[Rule::ALL.len() - 1]);
            errln!("error: no message has the code {code:?}; they go from {first} to {last}");
        }
    }
    rule.is_some()
}

fn page(locales: &[Locale], record: &Record) -> String {
    let mut page = format!("{} {}", record.item, record.code.as_deref().unwrap_or_default());
    page = format!("{} {}\n", page.trim_end(), record.name);
    // The lines of a text stand deeper than the names of what follows.
    let mut line = |name: &str, value: &str| {
        page += &format!("  {name}: {}\n", value.trim_end().replace('\n', "\n    "))
    };
    if let Some(severity) = record.severity {
        line("severity", severity);
    }
    texts(locales, record, &mut line);
    for (method, names) in record.fields.iter().filter(|(_, names)| !names.is_empty()) {
        line(method, &names.join(", "));
    }
    if !record.aliases.is_empty() {
        line("aliases", &record.aliases.join(", "));
    }
    if let Some(since) = &record.since {
        line("since", since);
    }
    if let Some(deprecated) = &record.deprecated {
        let note = deprecated.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
        line("deprecated", &format!("since {}{note}", deprecated.since));
        if let Some(other) = &deprecated.replaced_by {
            line("replaced by", other);
        }
    }
    for note in &record.notes {
        line("note", note);
    }
    if let Some(link) = &record.link {
        line("documentation", link);
    }
    if let Some(source) = &record.source {
        line("source", &format!("{}, {}, {}", source.title, source.date, source.url));
    }
    page
}

/// The default language first, then in the order of the file.
fn texts(locales: &[Locale], record: &Record, line: &mut dyn FnMut(&str, &str)) {
    for (title, texts) in [("description", &record.description), ("remediation", &record.remediation)] {
        let present = locales.iter().filter_map(|it| Some((&it.tag, texts.get(&it.tag)?)));
        present.for_each(|(tag, text)| line(&format!("{title} ({tag})"), text));
    }
}
