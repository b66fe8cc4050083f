//! Reading the schema's fields: there or not, empty or not, of the right type or not.

use serde_yaml::Value;

use super::sink::{Said, Sink, did_you_mean};
use crate::likeness::nearest;
use crate::load::Mark;
use crate::problem::{Problem, Rule, Span, quote};
use crate::schema::{Field, List, Map, Shape, Text};

/// A mapping of the file with the means to read its keys.
pub(super) struct Node<'a> {
    pub sink: &'a Sink,
    pub mark: &'a Mark,
    /// Known keys that an unknown one probably meant: they are not reported as missing, too.
    misspelt: Vec<&'static str>,
}

/// What [`Node`] calls for keys that the format does not know.
pub(super) enum Others<'o> {
    /// They are problems.
    Refused,
    /// Those for which this holds are the author's own; the rest are problems.
    Unless(&'o dyn Fn(&str) -> bool, &'o [&'o str]),
    /// They may be the author's own, but what those are is unknown.
    Ignored,
}

impl<'a> Node<'a> {
    /// Begins to read a mapping that has no keys but these.
    pub fn new(sink: &'a Sink, mark: &'a Mark, keys: &'static [&'static str], other: &Map<Value>) -> Self {
        Self::with(sink, mark, keys, other, &Others::Refused)
    }

    /// Begins to read a mapping that may have keys of the author's.
    pub fn with(
        sink: &'a Sink,
        mark: &'a Mark,
        keys: &'static [&'static str],
        other: &Map<Value>,
        others: &Others<'_>,
    ) -> Self {
        let mut node = Self { sink, mark, misspelt: Vec::new() };
        for (key, value) in &other.0 {
            let glued = glued(key, value);
            match others {
                Others::Ignored => {}
                Others::Unless(declared, _) if declared(key) => {}
                Others::Unless(_, declared) => node.unknown(key, glued, keys, declared),
                Others::Refused => node.unknown(key, glued, keys, &[]),
            }
        }
        node
    }

    fn unknown(
        &mut self,
        key: &str,
        glued: Option<(&str, &str)>,
        keys: &'static [&'static str],
        declared: &[&str],
    ) {
        // A raw identifier of the schema is a plain key in the file.
        let known: Vec<&'static str> = keys.iter().map(|key| key.trim_start_matches("r#")).collect();
        let word = glued.map_or(key, |(word, _)| word);
        let near_known = nearest(word, known.iter().copied());
        let near = near_known.or_else(|| nearest(word, declared.iter().copied()));
        self.misspelt.extend(near_known);
        let all: Vec<&str> = known.iter().chain(declared).copied().collect();
        let problem =
            Problem::new(Rule::UnknownKey, self.mark.key(key).key, format!("unknown key {}", quote(key)));
        // A key that is there, too, would then be given twice.
        let instead = near.filter(|near| !self.mark.has(near));
        let problem = match near.zip(glued) {
            Some((near, (_, value))) => {
                problem.label(NO_SPACE).help(format!("write {}", quote(&format!("{near}: {value}"))))
            }
            None => problem.label("no such key here").help(did_you_mean(near, &all)).instead(instead),
        };
        self.sink.push(problem);
    }

    /// The value of a key that may be left out.
    pub fn value<T: Shape>(&self, key: &str, field: &'a Field<T>) -> Option<&'a T> {
        let mark = self.mark.key(key);
        match field {
            Field::Given(value) => return Some(value),
            Field::Missing => {}
            Field::Empty => self.empty(key),
            Field::Wrong(found) => self.sink.wrong_type(mark.span, &format!("`{key}`"), T::EXPECTED, found),
        }
        None
    }

    /// The value of a key that must be there.
    pub fn needed<T: Shape>(&self, key: &str, field: &'a Field<T>) -> Option<&'a T> {
        if matches!(field, Field::Missing) {
            self.missing(key, T::EXPECTED);
        }
        self.value(key, field)
    }

    /// A text that may be left out, but not be blank.
    pub fn text(&self, key: &str, field: &'a Text) -> Option<Said<'a>> {
        let text = self.value(key, field)?;
        let span = self.mark.key(key).span;
        if text.trim().is_empty() {
            self.sink.push(no_value(&quote(key), span).label("nothing here").help(GIVE_OR_REMOVE));
            return None;
        }
        Some(Said::new(text, span))
    }

    /// A text that must be there.
    pub fn needed_text(&self, key: &str, field: &'a Text) -> Option<Said<'a>> {
        if matches!(field, Field::Missing) {
            self.missing(key, String::EXPECTED);
        }
        self.text(key, field)
    }

    /// `true` or `false`, if the key is there.
    pub fn flag(&self, key: &str, field: &'a Text) -> Option<bool> {
        let said = self.text(key, field)?;
        match said.text {
            "true" => return Some(true),
            "false" => return Some(false),
            _ => {}
        }
        let message = format!("`{key}` is {}, not `true` or `false`", quote(said.text));
        let problem = Problem::new(Rule::NotABoolean, said.span, message);
        let lower = said.text.to_ascii_lowercase();
        let meant = match lower.as_str() {
            "true" | "yes" | "on" | "1" | "y" => Some("true"),
            "false" | "no" | "off" | "0" | "n" => Some("false"),
            _ => None,
        };
        let help = meant.map_or("write `true` or `false`".to_owned(), |meant| format!("write `{meant}`"));
        self.sink.push(problem.help(help).instead(meant));
        None
    }

    /// The items of a list with their marks; items that are empty or of the wrong type are problems.
    pub fn items<T: Shape>(&self, key: &str, list: &'a List<T>) -> Items<'a, T> {
        let mark = self.mark.key(key);
        let Some(list) = self.value(key, list) else {
            return Items { complete: matches!(list, Field::Missing), found: Vec::new() };
        };
        let mut items = Items { complete: true, found: Vec::with_capacity(list.len()) };
        for (at, item) in list.iter().enumerate() {
            let mark = mark.item(at);
            match self.item(key, item, mark) {
                Some(item) => items.found.push((item, mark)),
                None => items.complete = false,
            }
        }
        items
    }

    /// The texts of a list.
    pub fn texts(&self, key: &str, list: &'a List<String>) -> Vec<Said<'a>> {
        let items = self.items(key, list).found.into_iter();
        let said = items.filter_map(|(text, mark)| {
            if text.trim().is_empty() {
                let problem = no_value(&format!("an item of `{key}`"), mark.span);
                self.sink.push(problem.label("nothing here").help("give it a value or remove it"));
                return None;
            }
            Some(Said::new(text, mark.span))
        });
        said.collect()
    }

    /// The pairs of a mapping whose keys the author chose.
    pub fn pairs<T: Shape>(&self, key: &str, map: Option<&'a Map<T>>) -> Vec<Pair<'a, T>> {
        let mark = self.mark.key(key);
        let pairs = map.into_iter().flat_map(|map| &map.0);
        let pair = |(name, field): &'a (String, Field<T>)| {
            let mark = mark.key(name);
            let value = match field {
                Field::Given(value) => Some(value),
                Field::Wrong(found) => {
                    self.sink.wrong_type(mark.span, &quote(name), T::EXPECTED, found);
                    None
                }
                Field::Missing | Field::Empty => {
                    self.empty_pair(name, mark, glued(name, field));
                    None
                }
            };
            Pair { name: Said { text: name, span: mark.key }, value, mark }
        };
        pairs.map(pair).collect()
    }

    /// A key is not there though it is needed.
    pub fn missing(&self, key: &str, expected: &str) {
        if self.misspelt.contains(&key) {
            return;
        }
        let problem = Problem::new(Rule::MissingValue, self.mark.head(), format!("`{key}` is missing"));
        self.sink
            .push(problem.label(format!("no `{key}` here")).help(format!("add `{key}:` with {expected}")));
    }

    /// A key is there without a value.
    pub fn empty(&self, key: &str) {
        self.empty_at(key, self.mark.key(key));
    }

    /// A list is there without items.
    pub fn no_items(&self, key: &str) {
        let problem = no_value(&quote(key), self.mark.key(key).span);
        self.sink.push(problem.label("nothing here").help("add an item"));
    }

    fn empty_at(&self, key: &str, mark: &Mark) {
        self.sink.push(absent(&quote(key), mark, GIVE_OR_REMOVE));
    }

    fn empty_pair(&self, name: &str, mark: &Mark, glued: Option<(&str, &str)>) {
        let Some((word, value)) = glued else { return self.empty_at(name, mark) };
        let problem = no_value(&quote(name), mark.key);
        let right = format!("{word}: {value}");
        self.sink.push(problem.label(NO_SPACE).help(format!("write {}", quote(&right))));
    }

    fn item<T: Shape>(&self, key: &str, item: &'a Field<T>, mark: &Mark) -> Option<&'a T> {
        match item {
            Field::Given(item) => return Some(item),
            Field::Wrong(found) => {
                self.sink.wrong_type(mark.span, &format!("an item of `{key}`"), T::EXPECTED, found);
            }
            Field::Missing | Field::Empty => self.sink.push(empty_item(key, mark)),
        }
        None
    }
}

const NO_SPACE: &str = "a colon ends a key only with a space behind it";

/// Key and value where all is a key, as of `code:1` in braces.
fn glued<'k, T>(key: &'k str, value: &Field<T>) -> Option<(&'k str, &'k str)> {
    let parts = key.split_once(':').filter(|(word, value)| !word.is_empty() && !value.is_empty());
    parts.filter(|_| matches!(value, Field::Empty))
}

/// The good items of a list.
pub(super) struct Items<'a, T> {
    /// Whether all items were good.
    pub complete: bool,
    pub found: Vec<(&'a T, &'a Mark)>,
}

/// A pair of a mapping whose keys the author chose.
pub(super) struct Pair<'a, T> {
    pub name: Said<'a>,
    /// `None` if it is empty or of the wrong type, which is reported already.
    pub value: Option<&'a T>,
    pub mark: &'a Mark,
}

const GIVE_OR_REMOVE: &str = "give it a value or remove the key";

fn empty_item(key: &str, mark: &Mark) -> Problem {
    absent(&format!("an item of `{key}`"), mark, "give it a value or remove it")
}

/// What has no value: nothing stands there, or `null`, which is nothing to YAML.
fn absent(what: &str, mark: &Mark, help: &'static str) -> Problem {
    let problem = no_value(what, mark.span);
    match mark.is_blank {
        true => problem.label("nothing here").help(help),
        false => {
            problem.label("this is nothing to YAML").help("put it in quotes if it is a text, or remove it")
        }
    }
}

fn no_value(what: &str, span: Span) -> Problem {
    Problem::new(Rule::EmptyValue, span, format!("{what} has no value"))
}
