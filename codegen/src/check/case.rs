//! The case of Rust names: of another one than usual, rustc warns in the crate of the author.

use super::sink::{Said, Sink};
use crate::naming::{is_identifier, is_reserved, snake_case, variant_of};
use crate::problem::{Problem, Rule, quote};

/// A case, as rustc's lints judge it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// `UpperCamelCase`, for types and variants.
    Camel,
    /// `snake_case`, for methods and modules.
    Snake,
    /// `SCREAMING_SNAKE_CASE`, for constants.
    Screaming,
}

impl Case {
    /// Reports an identifier that is in another case.
    pub fn check(self, sink: &Sink, said: Said<'_>, what: &str) {
        if !self.has(said.text) {
            self.report(sink, said, what, self.of(said.text));
        }
    }

    /// Reports a path of modules of which one is in another case.
    pub fn check_path(self, sink: &Sink, said: Said<'_>) {
        let segments = || said.text.split("::");
        if !segments().all(|segment| self.has(segment)) {
            let right: Option<Vec<String>> = segments().map(|segment| self.of(segment)).collect();
            self.report(sink, said, "module", right.map(|segments| segments.join("::")));
        }
    }

    fn report(self, sink: &Sink, said: Said<'_>, what: &str, right: Option<String>) {
        let message = format!("{} is not in {}", quote(said.text), self.name());
        let problem = Problem::new(Rule::NameCase, said.span, message).label(format!("the name of a {what}"));
        let help =
            right.as_ref().map_or("choose another name".to_owned(), |right| format!("write `{right}`"));
        sink.push(problem.help(help).instead(right));
    }

    /// Whether an identifier is in this case.
    pub fn has(self, name: &str) -> bool {
        let inner = name.trim_matches('_');
        match self {
            Self::Camel => !inner.starts_with(char::is_lowercase) && !divides_letters(inner),
            Self::Snake => !inner.contains("__") && !inner.contains(char::is_uppercase),
            Self::Screaming => !name.contains(char::is_lowercase),
        }
    }

    /// The identifier in this case, where one is left.
    fn of(self, name: &str) -> Option<String> {
        let right = match self {
            Self::Camel => variant_of(name),
            Self::Snake => snake_case(name).trim_matches('_').to_owned(),
            Self::Screaming => snake_case(name).to_uppercase(),
        };
        (is_identifier(&right) && !is_reserved(&right) && self.has(&right)).then_some(right)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Camel => "`UpperCamelCase`",
            Self::Snake => "`snake_case`",
            Self::Screaming => "`SCREAMING_SNAKE_CASE`",
        }
    }
}

/// Whether an underscore stands beside a letter, where the case of letters could divide words: not in `X86_64`.
fn divides_letters(name: &str) -> bool {
    let has_case = |char: &char| char.to_lowercase().ne(char.to_uppercase());
    let chars: Vec<char> = name.chars().collect();
    let divides = |(left, right): (&char, &char)| {
        (*left == '_' || *right == '_') && (has_case(left) || has_case(right))
    };
    name.contains("__") || chars.iter().zip(chars.iter().skip(1)).any(divides)
}
