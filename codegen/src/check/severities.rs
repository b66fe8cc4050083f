//! Severities: read; given for all entries of an enum or for none, and as their suffixes say.

use super::draft::{Draft, Entry};
use super::sink::{Said, Sink, did_you_mean, listed};
use crate::likeness::nearest;
use crate::model::Severity;
use crate::problem::{Problem, Rule, quote};

/// The severity for a word of the file; an unknown one is reported.
pub(super) fn read(sink: &Sink, said: Said<'_>) -> Option<Severity> {
    let known = Severity::ALL.iter().find(|(word, _)| *word == said.text);
    if known.is_none() {
        let words: Vec<&str> = Severity::ALL.iter().map(|(word, _)| *word).collect();
        let near = nearest(said.text, words.iter().copied());
        let help =
            near.map_or_else(|| format!("write one of {}", listed(&words)), |_| did_you_mean(near, &words));
        let problem =
            Problem::new(Rule::UnknownSeverity, said.span, format!("unknown severity {}", quote(said.text)));
        sink.push(problem.help(help).instead(near));
    }
    known.map(|(_, severity)| *severity)
}

pub(super) fn check(sink: &Sink, draft: &Draft<'_>) {
    if draft.is_vocabulary {
        return;
    }
    all_or_none(sink, draft);
    for entry in &draft.entries {
        suffix(sink, draft, entry);
    }
}

/// Reports the fewer: those that have one, or those that have none.
fn all_or_none(sink: &Sink, draft: &Draft<'_>) {
    let (with, without): (Vec<&Entry<'_>>, Vec<&Entry<'_>>) =
        draft.entries.iter().partition(|entry| entry.severity_stated);
    let Some((first_with, first_without)) = with.first().zip(without.first()) else {
        if with.is_empty() {
            none_but_suffixes(sink, draft);
        }
        return;
    };
    if with.len() >= without.len() || !draft.suffixes.is_empty() {
        let related = first_with.mark.key("severity").key;
        for entry in without {
            let problem = Problem::new(Rule::SeverityForSome, entry.mark.head(), "`severity` is missing");
            let problem = problem.label("no `severity` here").related(related, "others have one");
            sink.push(problem.help("give one to all entries of an enum or to none"));
        }
        return;
    }
    for entry in with {
        let problem = Problem::new(
            Rule::SeverityForSome,
            entry.mark.key("severity").key,
            "`severity` is given where most entries have none",
        );
        let problem = problem.label("this one has").related(first_without.mark.head(), "others have none");
        sink.push(problem.help("give one to all entries of an enum or to none"));
    }
}

/// Severities by suffix where no entry has a severity.
fn none_but_suffixes(sink: &Sink, draft: &Draft<'_>) {
    if draft.suffixes.is_empty() || draft.entries.is_empty() {
        return;
    }
    let at = draft.mark.key("severity_by_suffix").key;
    let problem = Problem::new(Rule::SeverityForSome, at, "suffixes demand severities, but no entry has one");
    sink.push(problem.help("give each entry a `severity`, or remove `severity_by_suffix`"));
}

fn suffix(sink: &Sink, draft: &Draft<'_>, entry: &Entry<'_>) {
    let Some((name, (severity, span))) = entry.name.zip(entry.severity) else { return };
    let broken = draft
        .suffixes
        .iter()
        .find(|rule| rule.severity != severity && ends_with(name.text, rule.suffix.text));
    let Some(rule) = broken else { return };
    let (is, should) = (severity.word(), rule.severity.word());
    let message = format!("{} is `{is}`, but its suffix demands `{should}`", quote(name.text));
    let problem = Problem::new(Rule::SeverityAgainstSuffix, span, message).label(format!("not `{should}`"));
    sink.push(
        problem
            .related(rule.suffix.span, "demanded here")
            .help(format!("write `{should}`, or change the rule")),
    );
}

fn ends_with(name: &str, suffix: &str) -> bool {
    name.to_ascii_lowercase().ends_with(&suffix.to_ascii_lowercase())
}
