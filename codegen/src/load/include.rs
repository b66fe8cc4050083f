//! Other files that belong to the catalogue: read, and put in where they are included.

use std::io;
use std::path::Path;

use serde_yaml::{Mapping, Value};

use super::mark::Mark;
use super::tree::{self, Tree};
use crate::files::Files;
use crate::problem::{Problem, Rule, Span, quote};

/// Reads a file by its path below the catalogue's folder.
pub(super) type Open<'o> = &'o mut dyn FnMut(&str) -> io::Result<Vec<u8>>;

/// Keys whose values a file may hold that the catalogue includes.
const PARTS: [&str; 3] = ["sources", "vocabularies", "enums"];

/// Includes what the catalogue and its enums name, and what the enums of included files name.
pub(super) fn resolve(main: &mut Tree, files: &mut Files, open: Open<'_>) {
    let mut including = Including { files, open, problems: Vec::new(), seen: Vec::new(), fatal: false };
    including.parts(&mut main.value, &mut main.mark);
    including.entries(&mut main.value, &mut main.mark);
    main.problems.append(&mut including.problems);
    main.fatal |= including.fatal;
}

struct Including<'f, 'o> {
    files: &'f mut Files,
    open: Open<'o>,
    problems: Vec<Problem>,
    /// What was included already, and where.
    seen: Vec<(String, Span)>,
    fatal: bool,
}

impl Including<'_, '_> {
    /// The files that the catalogue includes hold sources, vocabularies and enums.
    fn parts(&mut self, value: &mut Value, mark: &mut Mark) {
        for (path, span) in included(value, mark) {
            let Some(part) = self.read(&path, span) else { continue };
            let Value::Mapping(pairs) = part.value else {
                self.refuse(span, &path, "is not a mapping", "it holds `sources`, `vocabularies` or `enums`");
                continue;
            };
            let mut marks = part.mark;
            for (key, values) in pairs {
                let key = key.as_str().unwrap_or_default().to_owned();
                let own = marks.take(&key);
                if PARTS.contains(&key.as_str()) {
                    self.append(value, mark, &key, values, own);
                } else {
                    self.misplaced(&key, &own);
                }
            }
        }
    }

    /// The files that enums include hold entries.
    fn entries(&mut self, value: &mut Value, mark: &mut Mark) {
        let Some(enums) = value.get_mut("enums").and_then(Value::as_sequence_mut) else { return };
        for (at, item) in enums.iter_mut().enumerate() {
            let Some(mark) = mark.key_mut("enums").and_then(|enums| enums.item_mut(at)) else { continue };
            for (path, span) in included(item, mark) {
                let Some(part) = self.read(&path, span) else { continue };
                match part.value.is_sequence() {
                    true => self.append(item, mark, "entries", part.value, part.mark),
                    false => self.refuse(span, &path, "is not a list", "it holds entries, each with `- `"),
                }
            }
        }
    }

    /// Reads an included file, if that can be done.
    fn read(&mut self, path: &str, span: Span) -> Option<Tree> {
        if let Some((_, first)) = self.seen.iter().find(|(other, _)| other == path) {
            let problem = Problem::new(Rule::BadInclude, span, format!("{} is included twice", quote(path)));
            self.problems
                .push(problem.label("second").related(*first, "first").help("remove one of the two"));
            return None;
        }
        self.seen.push((path.to_owned(), span));
        if !is_below(path) {
            let help = "write a path below the catalogue's folder, with `/`, such as `parts/water.yaml`";
            self.refuse(span, path, "is no path below the catalogue's folder", help);
            return None;
        }
        let text = match (self.open)(path).map(String::from_utf8) {
            Ok(Ok(text)) => text,
            Ok(Err(error)) => {
                let what = format!("is not UTF-8 (byte {})", error.utf8_error().valid_up_to());
                self.refuse(span, path, &what, "save it as UTF-8");
                return None;
            }
            Err(error) => {
                self.refuse(
                    span,
                    path,
                    &format!("cannot be read: {error}"),
                    "paths begin at the catalogue's folder",
                );
                return None;
            }
        };
        let text = super::without_mark(text);
        let name = Path::new(&self.files.main().name).with_file_name(path).display().to_string();
        let mut tree = tree::read(&text);
        let start = self.files.add(name, path.to_owned(), text);
        tree.shift(start);
        self.problems.append(&mut tree.problems);
        self.fatal |= tree.fatal;
        if tree.fatal {
            return None;
        }
        if tree.value.is_null() {
            self.refuse(span, path, "is empty", "remove it here, or fill it");
            return None;
        }
        Some(tree)
    }

    fn refuse(&mut self, span: Span, path: &str, what: &str, help: &str) {
        let message = format!("{} {what}", quote(path));
        self.problems.push(Problem::new(Rule::BadInclude, span, message).help(help));
    }

    fn misplaced(&mut self, key: &str, mark: &Mark) {
        let message = format!("{} cannot stand in an included file", quote(key));
        let problem = Problem::new(Rule::BadInclude, mark.key, message);
        self.problems.push(problem.help("write it in the catalogue's own file"));
    }

    /// Adds values to those that are there under a key, of which all are of one kind or the check says so.
    fn append(&mut self, value: &mut Value, mark: &mut Mark, key: &str, values: Value, marks: Mark) {
        let Some(pairs) = value.as_mapping_mut() else { return };
        let Some(there) = pairs.get_mut(key) else {
            pairs.insert(Value::from(key), values);
            mark.put(key, marks);
            return;
        };
        if there.is_null() {
            self.empty(key, mark.key(key).span);
            *there = values;
            mark.put(key, marks);
            return;
        }
        let Some(mark) = mark.key_mut(key) else { return };
        if values.is_null() {
            return self.empty(key, marks.span);
        }
        match (there, values) {
            (Value::Sequence(there), Value::Sequence(values)) => {
                there.extend(values);
                mark.append(marks);
            }
            (Value::Mapping(there), Value::Mapping(values)) => self.merge(there, mark, values, marks),
            (_, values) => {
                let kind = crate::schema::kind_of(&values);
                let problem =
                    Problem::new(Rule::BadInclude, marks.span, format!("{} is {kind} here", quote(key)));
                self.problems.push(problem.related(mark.key, "and something else here"));
            }
        }
    }

    fn empty(&mut self, key: &str, span: Span) {
        let problem = Problem::new(Rule::EmptyValue, span, format!("{} has no value", quote(key)));
        self.problems.push(problem.label("nothing here").help("give it a value or remove the key"));
    }

    fn merge(&mut self, there: &mut Mapping, mark: &mut Mark, values: Mapping, mut marks: Mark) {
        for (key, value) in values {
            let name = key.as_str().unwrap_or_default().to_owned();
            let own = marks.take(&name);
            if there.contains_key(&key) {
                let message = format!("the key {} is given twice", quote(&name));
                let problem = Problem::new(Rule::DuplicateKey, own.key, message).label("second");
                self.problems.push(problem.related(mark.key(&name).key, "first").help("keep one of the two"));
                continue;
            }
            there.insert(key, value);
            mark.put(&name, own);
        }
    }
}

/// The paths under `include`; what is no list of texts is for the check to say.
fn included(value: &Value, mark: &Mark) -> Vec<(String, Span)> {
    let paths = value.get("include").and_then(Value::as_sequence).map(Vec::as_slice).unwrap_or_default();
    let path = |(at, path): (usize, &Value)| {
        let text = path.as_str().filter(|text| !text.trim().is_empty())?;
        Some((text.to_owned(), mark.key("include").item(at).span))
    };
    paths.iter().enumerate().filter_map(path).collect()
}

/// Whether a path means the same on every system and does not lead out of the catalogue's folder.
fn is_below(path: &str) -> bool {
    !path.contains(|char: char| char.is_control() || matches!(char, '\\' | ':'))
        && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}
