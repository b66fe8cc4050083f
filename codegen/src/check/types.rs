//! Names of types, modules and their files: each is given once.

use std::collections::HashMap;

use super::draft::Draft;
use super::sink::{Said, Sink};
use crate::naming::file_stem;
use crate::problem::{Problem, Rule, Span, quote};

/// Items that every catalogue has at its root.
pub const GENERATED: &[&str] = &[
    "Severity",
    "Locale",
    "Source",
    "Deprecation",
    "OrUnknown",
    "Entry",
    "Entries",
    "ParseError",
    "UnknownCodeError",
    "CATALOGUE_VERSION",
    "SOURCES",
    // Their files.
    "Facts",
    "Support",
    "facts",
    "locale",
    "support",
];

pub(super) fn check(sink: &Sink, drafts: &[Draft<'_>]) {
    let mut names = Names::default();
    for draft in drafts {
        names.modules(sink, draft);
        if let Some(name) = draft.name {
            names.add(sink, draft, name);
        }
    }
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
        if draft.module.is_empty() && GENERATED.contains(&name.text) {
            return sink.push(generated(name.text, name.span));
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
        let Some(first) = draft.module.first() else { return };
        if GENERATED.contains(first) {
            sink.push(generated(first, draft.module_span));
        }
        for depth in 1..=draft.module.len() {
            let segments = draft.module.get(..depth).unwrap_or_default();
            self.file(sink, format!("mod {}", segments.join("::")), draft.module_span);
        }
    }

    /// Takes the file of an item, unless another one has it.
    fn file(&mut self, sink: &Sink, item: String, span: Span) {
        let path: Vec<String> = item.trim_start_matches("mod ").split("::").map(file_stem).collect();
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

fn generated(name: &str, span: Span) -> Problem {
    let message = format!("{} is an item that every catalogue has", quote(name));
    Problem::new(Rule::DuplicateType, span, message)
        .help("choose another name, or put the enum into a `module`")
}

fn shown(item: &str) -> String {
    match item.strip_prefix("mod ") {
        Some(module) => format!("the module {}", quote(module)),
        None => quote(item),
    }
}
