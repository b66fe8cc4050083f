//! The modules that hold the rest, and the facts about the facts.

use std::collections::BTreeMap;

use super::File;
use super::columns;
use super::docs;
use super::file::string;
use crate::model::{Catalogue, Enum, Feature};
use crate::naming::file_stem;

/// Modules that every catalogue has, and what of them is public.
const SHARED: &[(&str, &str)] = &[
    ("facts", "CATALOGUE_VERSION, SOURCES"),
    ("support", "Deprecation, Entry, OrUnknown, ParseError, Severity, Source, UnknownCodeError"),
];

/// The root module: declares all files and exports what is public.
pub fn root(catalogue: &Catalogue) -> File {
    let mut modules: BTreeMap<String, String> =
        SHARED.iter().map(|(module, public)| ((*module).to_owned(), (*public).to_owned())).collect();
    if !catalogue.locales.is_empty() {
        modules.insert("locale".to_owned(), "Locale".to_owned());
    }
    if !catalogue.features.is_empty() {
        modules.insert("features".to_owned(), String::new());
    }
    let as_code = match catalogue.features.contains(&Feature::Serde) {
        true => "\n#[cfg(feature = \"serde\")]\npub use features::as_code;\n",
        false => "",
    };
    if columns::any_large(catalogue) {
        modules.entry("support".to_owned()).and_modify(|public| public.insert_str(0, "Entries, "));
    }
    modules.extend(enums_of(catalogue, &[]));
    let doc = "//! The catalogue as Rust: a file for each enum, and what all enums share.\n";
    let has_numbers = catalogue.enums.iter().any(|item| item.number_type().is_some());
    // One line here costs users less than one at each conversion.
    let casts = match has_numbers {
        true => {
            "// Integers of every type are cast to the widest one.\n#![allow(clippy::cast_lossless, clippy::cast_possible_wrap)]\n"
        }
        false => "",
    };
    // Clippy takes a link whose text stands in quotes for one to code, and a match over all entries for too long.
    let words = "// Texts are the catalogue's own, and so is how many there are.\n\
        #![allow(clippy::doc_link_with_quotes, clippy::doc_markdown, clippy::too_many_lines, clippy::unicode_not_nfc)]\n";
    File {
        path: "mod.rs".to_owned(),
        text: format!(
            "{doc}\n{words}{casts}\n{}",
            declare("generated", &modules, &submodules(catalogue, &[])) + as_code
        ),
    }
}

/// The modules that the author put enums into.
pub fn modules(catalogue: &Catalogue) -> Vec<File> {
    let mut paths: Vec<&[String]> = Vec::new();
    for item in &catalogue.enums {
        paths.extend((1..=item.module.len()).map(|depth| &item.module[..depth]));
    }
    paths.sort();
    paths.dedup();
    let file = |path: &&[String]| {
        let modules = enums_of(catalogue, path);
        File {
            path: format!("{}/mod.rs", path.join("/")),
            text: format!(
                "{}\n{}",
                module_doc(catalogue, path),
                declare(path.last().map_or("", String::as_str), &modules, &submodules(catalogue, path))
            ),
        }
    };
    paths.iter().map(file).collect()
}

fn module_doc(catalogue: &Catalogue, module: &[String]) -> String {
    let here = catalogue.enums.iter().filter(|item| item.module == module);
    let list: String = here.clone().map(|item| format!("//! - {}\n", summary(item))).collect();
    let path = module.join("::");
    let example = here.take(1).map(|item| {
        let (name, root) = (&item.name, &catalogue.path);
        format!(
            "//!\n//! ```\n//! use {root}::{path}::{name};\n//!\n//! assert_eq!({name}::ALL.len(), {name}::COUNT);\n//! ```\n"
        )
    });
    format!("//! The part `{path}` of the catalogue.\n//!\n{list}{}", example.collect::<String>())
}

/// Macros that are in scope everywhere, and could be meant by a link to an enum.
const DERIVES: &[&str] =
    &["Clone", "Copy", "Debug", "Default", "Eq", "Hash", "Ord", "PartialEq", "PartialOrd"];

/// A link to an enum by its name, where its module or what is above that is in scope.
pub fn link(name: &str, path: &str) -> String {
    if DERIVES.contains(&path) { format!("[`{name}`](enum@{path})") } else { format!("[`{path}`]") }
}

/// An enum and the first line of its documentation.
pub fn summary(item: &Enum) -> String {
    let line = item.doc.trim().lines().next().unwrap_or_default().trim_end();
    let name = link(&item.name, &item.name);
    // What begins on the line may end behind it, and links may lead elsewhere from another module.
    if line.contains(['[', '<']) || line.matches('`').count() % 2 == 1 {
        return name;
    }
    // Behind a colon, Markdown would take a lone word for the address of the link.
    let mark = if line.contains(' ') { ":" } else { " –" };
    docs::printable(&format!("{name}{mark} {line}"))
}

fn enums_of(catalogue: &Catalogue, module: &[String]) -> BTreeMap<String, String> {
    let here = |item: &&Enum| item.module == module;
    catalogue.enums.iter().filter(here).map(|item| (file_stem(&item.name), item.name.clone())).collect()
}

fn submodules(catalogue: &Catalogue, module: &[String]) -> Vec<String> {
    let below = |item: &Enum| item.module.strip_prefix(module).and_then(|rest| rest.first()).cloned();
    let mut names: Vec<String> = catalogue.enums.iter().filter_map(below).collect();
    names.sort();
    names.dedup();
    names
}

/// Declarations of the modules inside of one.
fn declare(parent: &str, modules: &BTreeMap<String, String>, submodules: &[String]) -> String {
    let mut text = String::new();
    for module in modules.keys() {
        text += &format!("{}mod {module};\n", allow_same(parent, module));
    }
    for module in submodules {
        text += &format!("{}pub mod {module};\n", allow_same(parent, module));
    }
    text.push('\n');
    for (module, public) in modules.iter().filter(|(_, public)| !public.is_empty()) {
        let braces = if public.contains(',') { ("{", "}") } else { ("", "") };
        text += &format!("pub use {module}::{}{public}{};\n", braces.0, braces.1);
    }
    text
}

/// The attribute of a module that is called like the one around it.
pub fn allow_same(parent: &str, module: &str) -> &'static str {
    if parent == module { "#[allow(clippy::module_inception)]\n" } else { "" }
}

/// Version and sources of the facts.
pub fn facts(catalogue: &Catalogue) -> File {
    let version = string(&catalogue.version);
    let path = &catalogue.path;
    let sources: String = catalogue
        .sources
        .iter()
        .map(|source| {
            let (title, url, date) = (string(&source.title), string(&source.url), string(&source.date));
            format!("    Source {{\n        title: {title},\n        url: {url},\n        date: {date},\n    }},\n")
        })
        .collect();
    let list = catalogue.sources.iter().map(|source| {
        format!(
            "/// - [{}]({}), {}\n",
            docs::printable(&docs::escaped_link_text(&source.title)),
            source.url,
            source.date
        )
    });
    let list: String = list.collect();
    let blank = if list.is_empty() { "" } else { "///\n" };
    let text = format!(
        "//! The version of the facts and where they come from.\n\n\
         use super::Source;\n\n\
         /// The version of the facts, which moves on its own, apart from the crate's.\n///\n\
         /// ```\n/// assert_eq!({path}::CATALOGUE_VERSION, {version});\n/// ```\n\
         pub const CATALOGUE_VERSION: &str = {version};\n\n\
         /// The documents that the facts come from.\n{blank}{list}///\n\
         /// ```\n/// assert_eq!({path}::SOURCES.len(), {count});\n/// ```\n\
         pub const SOURCES: &[Source] = &[{open}{sources}];\n",
        count = catalogue.sources.len(),
        open = if sources.is_empty() { "" } else { "\n" },
    );
    File { path: "facts.rs".to_owned(), text }
}
