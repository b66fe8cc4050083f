//! Versions as clippy reads them in `#[deprecated]`: `MAJOR.MINOR.PATCH`, by the rules of semantic versioning.

use super::sink::{Said, Sink};
use crate::problem::{Problem, Rule, Span, quote};

/// Reports a version that clippy would refuse, in the crate of the author; `attribute` is what asks for one.
pub(super) fn check(sink: &Sink, said: Said<'_>, attribute: Span) {
    if is_full(said.text) {
        return;
    }
    let message = format!("{} is no full version", quote(said.text));
    let problem = Problem::new(Rule::BadVersion, said.span, message).label("not `MAJOR.MINOR.PATCH`");
    let problem = problem.related(attribute, "`#[deprecated]` needs one");
    let right = completed(said.text);
    let help = right
        .as_ref()
        .map_or("write three numbers, such as `2.0.0`".to_owned(), |right| format!("write `{right}`"));
    sink.push(problem.help(help).instead(right));
}

/// `2` and `2.0` as `2.0.0`, if that is a version.
fn completed(text: &str) -> Option<String> {
    let numbers = text.trim().trim_start_matches('v');
    let missing = 3_usize.checked_sub(numbers.split('.').count())?;
    let full = numbers.to_owned() + &".0".repeat(missing);
    is_full(&full).then_some(full)
}

fn is_full(text: &str) -> bool {
    semver::Version::parse(text).is_ok()
}
