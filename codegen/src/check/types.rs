//! Names of types, modules and their files: each is given once.

use std::collections::HashMap;

use super::draft::Draft;
use super::head::Head;
use super::sink::{Said, Sink};
use crate::model::Feature;
use crate::naming::file_stem;
use crate::problem::{Problem, Rule, Span, quote};

/// Longest name of a file without its ending: systems allow 255 bytes, of which a file in the making takes some more.
const LONGEST_STEM: usize = 200;

/// Items that the file of an enum may import, wherever it lies; it cannot have another one of the name.
const ITEMS: &[&str] = &[
    "CATALOGUE_VERSION",
    "Deprecation",
    "Entries",
    "Entry",
    "Expected",
    "Locale",
    "OrUnknown",
    "ParseError",
    "SOURCES",
    "Severity",
    "Source",
    "UnknownCodeError",
];

/// Modules at the root beside those of the author's, and which catalogues have them.
const MODULES: &[(&str, Has)] = &[
    ("as_code", Has::Serde),
    ("facts", Has::Every),
    ("features", Has::Features),
    ("locale", Has::Locales),
    ("support", Has::Every),
];

/// Which catalogues have a module.
#[derive(Clone, Copy)]
enum Has {
    Every,
    Locales,
    Features,
    Serde,
}

impl Has {
    fn is_true_of(self, head: &Head) -> bool {
        match self {
            Self::Every => true,
            Self::Locales => head.locales.any(),
            Self::Features => !head.features.is_empty(),
            Self::Serde => head.features.contains(&Feature::Serde),
        }
    }

    fn whose(self) -> &'static str {
        match self {
            Self::Every => "every catalogue",
            Self::Locales => "a catalogue with `locales`",
            Self::Features => "a catalogue with `features`",
            Self::Serde => "a catalogue with the feature `serde`",
        }
    }
}

pub(super) fn check(sink: &Sink, drafts: &[Draft<'_>], head: &Head) {
    let mut names = Names::default();
    for draft in drafts {
        names.modules(sink, draft);
        if let Some(name) = draft.name {
            names.add(sink, draft, name);
            type_at_root(sink, draft, name, head);
        }
        if let Some(module) = draft.module.first() {
            module_at_root(sink, module, draft.module_span, head);
        }
    }
}

/// A type at the root has a module there.
fn type_at_root(sink: &Sink, draft: &Draft<'_>, name: Said<'_>, head: &Head) {
    let module = file_stem(name.text);
    // Of one that is called like an item, more is wrong already.
    let Some(has) = generated(&module, head).filter(|_| !ITEMS.contains(&name.text)) else { return };
    if draft.module.is_empty() {
        let message =
            format!("{} would be in the module `{module}`, which {} has", quote(name.text), has.whose());
        let help = match draft.is_vocabulary {
            true => "choose another name",
            false => "choose another name, or put the enum into a `module`",
        };
        sink.push(Problem::new(Rule::DuplicateType, name.span, message).help(help));
    }
}

fn module_at_root(sink: &Sink, module: &str, span: Span, head: &Head) {
    if let Some(has) = generated(module, head) {
        let message = format!("{} is a module that {} has", quote(module), has.whose());
        sink.push(Problem::new(Rule::DuplicateType, span, message).help("choose another name"));
    }
}

/// Which catalogues have a module at the root, if this one has it.
fn generated(module: &str, head: &Head) -> Option<Has> {
    let known = MODULES.iter().find(|(name, _)| *name == module);
    known.map(|(_, has)| *has).filter(|has| has.is_true_of(head))
}

/// What is taken so far.
#[derive(Default)]
struct Names {
    /// Types by their path.
    types: HashMap<String, Span>,
    /// Files by their path, with the path of the item they hold.
    files: HashMap<String, (String, Span)>,
}

impl Names {
    fn add(&mut self, sink: &Sink, draft: &Draft<'_>, name: Said<'_>) {
        let path = draft.path().unwrap_or_default();
        if ITEMS.contains(&name.text) {
            let message = format!("{} is an item that every catalogue has", quote(name.text));
            let problem = Problem::new(Rule::DuplicateType, name.span, message);
            return sink.push(problem.help("choose another name"));
        }
        if let Some(&first) = self.types.get(&path) {
            let problem = Problem::new(
                Rule::DuplicateType,
                name.span,
                format!("two types are called {}", quote(&path)),
            );
            let problem = problem.label("second").related(first, "first");
            return sink.push(problem.help("give one of the two another name or another `module`"));
        }
        self.types.insert(path.clone(), name.span);
        self.file(sink, path, name.span);
    }

    /// Takes the modules above a type.
    fn modules(&mut self, sink: &Sink, draft: &Draft<'_>) {
        for depth in 1..=draft.module.len() {
            let segments = draft.module.get(..depth).unwrap_or_default();
            self.file(sink, format!("mod {}", segments.join("::")), draft.module_span);
        }
    }

    /// Takes the file of an item, unless another one has it.
    fn file(&mut self, sink: &Sink, item: String, span: Span) {
        let path: Vec<String> = item.trim_start_matches("mod ").split("::").map(file_stem).collect();
        if let Some(stem) = path.last().filter(|stem| stem.len() > LONGEST_STEM) {
            let message = format!("{} is too long for the name of a file", shown(&item));
            let help = format!(
                "shorten it: the file's would have {} bytes, and {LONGEST_STEM} are the most",
                stem.len()
            );
            return sink.push(Problem::new(Rule::TooLong, span, message).help(help));
        }
        let path = path.join("/");
        let (other, first) = self.files.entry(path.clone()).or_insert_with(|| (item.clone(), span));
        if *other != item {
            let message = format!("{} and {} would share one file", shown(other), shown(&item));
            let problem =
                Problem::new(Rule::FileCollision, span, message).label("second").related(*first, "first");
            sink.push(problem.help(format!("both would be written to `{path}.rs`: rename one of the two")));
        }
    }
}

fn shown(item: &str) -> String {
    match item.strip_prefix("mod ") {
        Some(module) => format!("the module {}", quote(module)),
        None => quote(item),
    }
}
