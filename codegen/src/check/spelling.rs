//! One code, one entry; one spelling, one entry.

use std::collections::HashMap;

use super::draft::{Coded, Draft, Entry};
use super::sink::{Said, Sink};
use crate::model::{Code, CodeFormat, CodeType};
use crate::problem::{Problem, Rule, Span, quote};

/// Whose a code, variant or spelling is: the first entry with it.
type Owners<K> = HashMap<K, Owner>;

#[derive(Clone, Copy)]
struct Owner {
    entry: usize,
    span: Span,
}

pub(super) fn check(sink: &Sink, draft: &Draft<'_>) {
    let codes = codes(sink, draft);
    let folded = folded(sink, draft);
    let mut known = Known { format: draft.codes.as_ref(), codes, folded, ..Known::default() };
    // First all names, then all aliases: a name is never the second one of an alias.
    for (at, entry) in draft.entries.iter().enumerate() {
        known.add_names(sink, at, entry);
    }
    for (at, entry) in draft.entries.iter().enumerate() {
        known.add_aliases(sink, at, entry);
    }
    for (at, entry) in draft.entries.iter().enumerate() {
        known.are_no_pairs(sink, at, entry);
    }
}

fn codes(sink: &Sink, draft: &Draft<'_>) -> Owners<Code> {
    let mut owners: Owners<Code> = HashMap::new();
    for (entry, coded) in
        draft.entries.iter().enumerate().filter_map(|(at, entry)| Some((at, entry.code.as_ref()?)))
    {
        let owner = Owner { entry, span: coded.span };
        let first = *owners.entry(coded.code.clone()).or_insert(owner);
        if first.entry != entry {
            let written = draft.codes.as_ref().map(|codes| codes.write(&coded.code)).unwrap_or_default();
            let message = format!("the code {} is given twice", quote(&written));
            let problem = Problem::new(Rule::DuplicateCode, coded.span, message).label("second");
            let problem = problem.related(first.span, "first");
            sink.push(problem.help("if both are names for one entry, make one of them an alias"));
        }
    }
    owners
}

/// Codes that are texts, in lower case: nothing that is read tells two of them apart by case alone.
fn folded(sink: &Sink, draft: &Draft<'_>) -> Owners<String> {
    let mut owners: HashMap<String, (Owner, &str)> = HashMap::new();
    for (entry, row) in draft.entries.iter().enumerate() {
        let Some(Coded { code: Code::Text(text), span }) = &row.code else { continue };
        let owner = Owner { entry, span: *span };
        let (first, other) = *owners.entry(text.to_ascii_lowercase()).or_insert((owner, text));
        // One in the same case is a code that is given twice.
        if first.entry != entry && other != text {
            let message = format!("the code {} differs from {} in case alone", quote(text), quote(other));
            let problem = Problem::new(Rule::DuplicateCode, *span, message).label("second");
            let problem = problem.related(first.span, "first; the case of letters makes no difference");
            sink.push(
                problem.help(
                    "texts are read in any ASCII case, so it would stand for both: change one of the two",
                ),
            );
        }
    }
    owners.into_iter().map(|(text, (owner, _))| (text, owner)).collect()
}

#[derive(Default)]
struct Known<'a> {
    format: Option<&'a CodeFormat>,
    codes: Owners<Code>,
    /// Codes that are texts, in lower case: names differ from them in more than case.
    folded: Owners<String>,
    variants: Owners<String>,
    /// Names, variants and aliases in lower case.
    spellings: Owners<String>,
}

impl Known<'_> {
    /// Takes the documented name and the variant of an entry; at most one of them is reported.
    fn add_names(&mut self, sink: &Sink, at: usize, entry: &Entry<'_>) {
        let mut clean = true;
        if let Some(name) = entry.name {
            clean = self.is_no_code(sink, at, name, "name") && self.is_free(sink, at, name, "name");
        }
        let Some(variant) = &entry.variant else { return };
        let owner = Owner { entry: at, span: variant.span };
        let first = *self.variants.entry(variant.text.clone()).or_insert(owner);
        if clean && first.entry != at {
            clean = false;
            sink.push(two_variants(&variant.text, variant.given, variant.span, first.span));
        }
        let said = Said { text: &variant.text, span: variant.span };
        if clean && !self.is_free(sink, at, said, "variant") {
            return;
        }
        if variant.given && clean {
            self.is_no_code(sink, at, said, "variant");
        }
    }

    fn add_aliases(&mut self, sink: &Sink, at: usize, entry: &Entry<'_>) {
        for alias in &entry.aliases {
            let first = self.spellings.get(&alias.text.to_ascii_lowercase()).copied();
            let own_code = self.code_owner(alias.text).filter(|owner| owner.entry == at);
            if let Some(first) = first.filter(|first| first.entry == at).or(own_code) {
                let message = format!("the alias {} adds nothing", quote(alias.text));
                let problem = Problem::new(Rule::UselessAlias, alias.span, message).label("useless");
                let problem = problem.related(first.span, "the entry parses from this already");
                sink.push(problem.help("remove it: letters' case and zeros in front make no difference"));
            } else if self.is_no_code(sink, at, *alias, "alias") {
                self.is_free(sink, at, *alias, "alias");
            }
        }
    }

    /// Takes a spelling, unless another entry has it, which is reported.
    fn is_free(&mut self, sink: &Sink, at: usize, said: Said<'_>, what: &str) -> bool {
        let owner = Owner { entry: at, span: said.span };
        let first = *self.spellings.entry(said.text.to_ascii_lowercase()).or_insert(owner);
        if first.entry == at {
            return true;
        }
        // An alias may stand above the name that it is the same as.
        let (this, other) =
            if first.span.start < said.span.start { ("second", "first") } else { ("first", "second") };
        let message = format!("the {what} {} stands for two entries", quote(said.text));
        let problem = Problem::new(Rule::DuplicateSpelling, said.span, message).label(this);
        let problem =
            problem.related(first.span, format!("{other}; the case of letters makes no difference"));
        sink.push(
            problem.help("each name, variant and alias must parse as one entry: change one of the two"),
        );
        false
    }

    /// Whether a spelling is not the code of another entry, which is reported.
    fn is_no_code(&self, sink: &Sink, at: usize, said: Said<'_>, what: &str) -> bool {
        let folded = || self.folded.get(&said.text.to_ascii_lowercase()).copied();
        let owner = self.code_owner(said.text).or_else(folded);
        if owner.is_none() && self.prints_undocumented(said.text) {
            let message = format!("the {what} {} is a code that no entry has", quote(said.text));
            let problem = Problem::new(Rule::SpellingIsCode, said.span, message);
            sink.push(problem.help("the bare code prints as this, and would parse as this entry: change it"));
            return false;
        }
        let Some(owner) = owner.filter(|owner| owner.entry != at) else { return true };
        let message = format!("the {what} {} is the code of another entry", quote(said.text));
        let problem = Problem::new(Rule::SpellingIsCode, said.span, message);
        sink.push(problem.related(owner.span, "this one").help("it could parse as either: change it"));
        false
    }

    /// Whether no spelling is what `{:#}` prints of another entry, `code name`, which is reported.
    fn are_no_pairs(&self, sink: &Sink, at: usize, entry: &Entry<'_>) {
        let name = entry.name.iter().map(|said| ("name", said));
        for (what, said) in name.chain(entry.aliases.iter().map(|said| ("alias", said))) {
            let Some((code, name)) = said.text.split_once(' ') else { continue };
            let folded = || self.folded.get(&code.to_ascii_lowercase()).copied();
            let Some(owner) = self.code_owner(code).or_else(folded).filter(|owner| owner.entry != at) else {
                continue;
            };
            let Some(named) = self.spellings.get(&name.to_ascii_lowercase()) else { continue };
            if named.entry == owner.entry {
                let message = format!("the {what} {} is code and name of another entry", quote(said.text));
                let problem = Problem::new(Rule::SpellingIsCode, said.span, message);
                let problem = problem.related(owner.span, "code").related(named.span, "name");
                sink.push(
                    problem.help("the other entry prints as this, and it could parse as either: change it"),
                );
            }
        }
    }

    /// Whether a spelling is what a number prints as, case ignored, if no entry has it for a code.
    fn prints_undocumented(&self, text: &str) -> bool {
        let number = self.format.and_then(|format| Some((format, format.ty.parse(text)?)));
        number.is_some_and(|(format, number)| {
            format.ty.bounds().contains(&number)
                && format.write(&Code::Number(number)).eq_ignore_ascii_case(text)
        })
    }

    /// The entry whose code a spelling parses as.
    fn code_owner(&self, text: &str) -> Option<Owner> {
        let code = match self.format?.ty {
            CodeType::Text => Code::Text(text.to_owned()),
            ty => Code::Number(ty.parse(text)?),
        };
        self.codes.get(&code).copied()
    }
}

fn two_variants(variant: &str, given: bool, span: Span, first: Span) -> Problem {
    let problem =
        Problem::new(Rule::DuplicateVariant, span, format!("two entries have the variant `{variant}`"));
    let help =
        if given { "give one of the two another variant" } else { "add a `variant:` to one of the two" };
    problem.label("second").related(first, "first").help(help)
}
