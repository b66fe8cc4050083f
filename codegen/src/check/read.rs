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

impl<'a> Node<'a> {
    /// Begins to read a mapping that has no keys but these.
    pub fn new(sink: &'a Sink, mark: &'a Mark, keys: &'static [&'static str], other: &Map<Value>) -> Self {
        Self::with(sink, mark, keys, other, Some(&[]))
    }

    /// Begins to read a mapping that may have keys of the author's own: these, or any where `None` says that they are unknown.
    pub fn with(
        sink: &'a Sink,
        mark: &'a Mark,
        keys: &'static [&'static str],
        other: &Map<Value>,
        declared: Option<&[&str]>,
    ) -> Self {
        let mut node = Self { sink, mark, misspelt: Vec::new() };
        let Some(declared) = declared else { return node };
        for (key, value) in &other.0 {
            if !declared.contains(&key.as_str()) {
                node.unknown(key, glued(key, value), keys, declared);
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
        match field {
            Field::Missing => None,
            _ => self.given(field, self.mark.key(key), || quote(key), GIVE_OR_REMOVE),
        }
    }

    /// The value of a key that must be there.
    pub fn needed<T: Shape>(&self, key: &str, field: &'a Field<T>) -> Option<&'a T> {
        if field.is_missing() {
            self.missing(key, T::EXPECTED);
        }
        self.value(key, field)
    }

    /// A text that may be left out, but not be blank.
    pub fn text(&self, key: &str, field: &'a Text) -> Option<Said<'a>> {
        let text = self.value(key, field)?;
        let span = self.mark.key(key).span;
        if text.trim().is_empty() {
            self.sink.push(no_value(&quote(key), span).help(GIVE_OR_REMOVE));
            return None;
        }
        Some(Said::new(text, span))
    }

    /// A text that must be there.
    pub fn needed_text(&self, key: &str, field: &'a Text) -> Option<Said<'a>> {
        if field.is_missing() {
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
            return Items { complete: list.is_missing(), found: Vec::new() };
        };
        let mut items = Items { complete: true, found: Vec::with_capacity(list.len()) };
        for (at, item) in list.iter().enumerate() {
            let mark = mark.item(at);
            let what = || format!("an item of `{key}`");
            match self.given(item, mark, what, "give it a value or remove it") {
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
                self.sink.push(problem.help("give it a value or remove it"));
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
            let value = match glued(name, field) {
                Some(pair) => self.no_space(name, pair, mark),
                None => self.given(field, mark, || quote(name), GIVE_OR_REMOVE),
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

    /// A list is there without items.
    pub fn no_items(&self, key: &str) {
        let problem = no_value(&quote(key), self.mark.key(key).span);
        self.sink.push(problem.help("add an item"));
    }

    /// A key is there with its value in it.
    fn no_space<T>(&self, name: &str, (word, value): (&str, &str), mark: &Mark) -> Option<T> {
        let right = quote(&format!("{word}: {value}"));
        self.sink.push(no_value(&quote(name), mark.key).label(NO_SPACE).help(format!("write {right}")));
        None
    }

    /// The value of a field; an empty one, or one of the wrong type, is a problem.
    fn given<T: Shape>(
        &self,
        field: &'a Field<T>,
        mark: &Mark,
        what: impl Fn() -> String,
        help: &'static str,
    ) -> Option<&'a T> {
        match field {
            Field::Given(value) => return Some(value),
            Field::Wrong(found) => self.sink.wrong_type(mark.span, &what(), T::EXPECTED, found),
            Field::Missing | Field::Empty => self.sink.push(absent(&what(), mark, help)),
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

/// What has no value: nothing stands there, or `null`, which is nothing to YAML.
fn absent(what: &str, mark: &Mark, help: &'static str) -> Problem {
    let problem = no_value(what, mark.span);
    match mark.is_blank {
        true => problem.help(help),
        false => {
            problem.label("this is nothing to YAML").help("put it in quotes if it is a text, or remove it")
        }
    }
}

/// Something that nothing stands for.
pub(super) fn no_value(what: &str, span: Span) -> Problem {
    Problem::new(Rule::EmptyValue, span, format!("{what} has no value")).label("nothing here")
}
