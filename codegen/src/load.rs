//! Text -> schema, and where each value stands.
//!
//! The text is parsed once. From the parser's events grow side by side a value tree, in which every scalar is
//! still the text that the author wrote, and a [`Mark`] of the same shape with the places.

mod include;
mod look_alike;
mod mark;
mod offsets;
mod syntax;
mod tree;

use std::io;
use std::path::Path;

use serde_yaml::Value;

pub use self::mark::Mark;
use crate::files::Files;
use crate::problem::{Problem, Rule, Span};
use crate::schema;

/// A file that was read, well or badly.
#[derive(Debug)]
pub struct Document {
    /// The files that spans refer to.
    pub files: Files,
    /// What the file says; empty after a fatal problem.
    pub schema: schema::Catalogue,
    /// Where it says so.
    pub marks: Mark,
    /// What is wrong with the YAML itself.
    pub problems: Vec<Problem>,
    /// Whether the YAML is so broken that nothing more can be said about it.
    pub fatal: bool,
}

/// Reads a catalogue in one file; whatever is wrong with the YAML is among the document's problems.
pub fn parse(name: &str, text: String) -> Document {
    parse_with(name, text, &mut |_| Err(io::Error::other("there is no folder to look in")))
}

/// Reads a catalogue and the files that it includes, which `open` reads by their paths below the catalogue's folder.
pub fn parse_with(name: &str, text: String, open: &mut dyn FnMut(&str) -> io::Result<Vec<u8>>) -> Document {
    let text = without_mark(text);
    let mut read = tree::read(&text);
    require_mapping(&mut read, &text);
    let path = Path::new(name).file_name().unwrap_or_default().to_string_lossy();
    let mut files = Files::new(name, &path, text);
    if !read.fatal {
        include::resolve(&mut read, &mut files, open);
    }
    let schema = schema_of(&mut read);
    let tree::Tree { mark, problems, fatal, .. } = read;
    Document { files, schema, marks: mark, problems, fatal }
}

/// A text without byte order mark.
fn without_mark(text: String) -> String {
    text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text)
}

fn require_mapping(read: &mut tree::Tree, text: &str) {
    if read.fatal || read.value.is_mapping() {
        return;
    }
    read.fatal = true;
    read.problems.push(match read.value {
        Value::Null => empty_file(text),
        _ => Problem::new(Rule::NotAMapping, read.mark.span, "a catalogue is a mapping")
            .label("expected `key: value`")
            .help("begin with `path: my_crate` and `version: \"1\"`"),
    });
}

fn empty_file(text: &str) -> Problem {
    let start = text.len() - text.trim_start().len();
    let span = Span { start, end: text.trim_end().len().max(start) };
    Problem::new(Rule::EmptyFile, span, "the catalogue is empty")
        .help("a catalogue has at least `path`, `version` and `enums`")
}

fn schema_of(read: &mut tree::Tree) -> schema::Catalogue {
    if read.fatal {
        return schema::Catalogue::default();
    }
    let value = std::mem::replace(&mut read.value, Value::Null);
    serde_yaml::from_value(value).unwrap_or_else(|error| {
        read.fatal = true;
        read.problems.push(Problem::new(Rule::Syntax, read.mark.head(), error.to_string()));
        schema::Catalogue::default()
    })
}
