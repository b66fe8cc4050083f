//! Traits of other libraries, each behind the cargo feature of its name.

use super::File;
use super::examples::{self, Shown};
use crate::model::{Catalogue, Enum, Feature};
use crate::naming::variant_of;

/// The files of the features that the author chose.
pub fn files(catalogue: &Catalogue, shown: Option<&Shown<'_>>) -> Result<Vec<File>, String> {
    if catalogue.features.is_empty() {
        return Ok(Vec::new());
    }
    let mut files = vec![File { path: "features/mod.rs".to_owned(), text: declare(&catalogue.features) }];
    for feature in &catalogue.features {
        files.push(file(catalogue, *feature, shown)?);
    }
    Ok(files)
}

fn declare(features: &[Feature]) -> String {
    let mut text = "//! Traits of other libraries, each behind the cargo feature of its name.\n\
        // Few catalogues need all of them.\n\
        #![allow(dead_code, unused_macros)]\n"
        .to_owned();
    for feature in features {
        text += &format!("\n#[cfg(feature = \"{0}\")]\nmod {0};", feature.word());
    }
    text.push('\n');
    if features.contains(&Feature::Serde) {
        text += "\n#[cfg(feature = \"serde\")]\npub use self::serde::as_code;\n";
    }
    text
}

fn file(catalogue: &Catalogue, feature: Feature, shown: Option<&Shown<'_>>) -> Result<File, String> {
    let (text, calls) = match feature {
        Feature::Arbitrary => (include_str!("../support/features/arbitrary.rs"), any(catalogue)),
        Feature::Clap => (include_str!("../support/features/clap.rs"), choices(catalogue)),
        Feature::Log => (include_str!("../support/features/log.rs"), String::new()),
        Feature::Schemars => (include_str!("../support/features/schemars.rs"), schemas(catalogue)),
        Feature::Serde => (include_str!("../support/features/serde.rs"), serde(catalogue)),
        Feature::Tracing => (include_str!("../support/features/tracing.rs"), String::new()),
    };
    let text = examples::fill(&text.replace("\r\n", "\n"), shown)?;
    Ok(File { path: format!("features/{}.rs", feature.word()), text: text + &calls })
}

/// A macro's call with a line for each type.
fn call(name: &str, lines: impl IntoIterator<Item = String>) -> String {
    let lines: String = lines.into_iter().map(|line| format!("    {line};\n")).collect();
    if lines.is_empty() { lines } else { format!("\n{name}! {{\n{lines}}}\n") }
}

/// The types that every catalogue has, with the method that names their values.
fn shared(catalogue: &Catalogue) -> Vec<(&'static str, &'static str)> {
    let mut types = vec![("Severity", "name")];
    if !catalogue.locales.is_empty() {
        types.push(("Locale", "tag"));
    }
    types
}

/// Path of an enum in these files.
fn path(item: &Enum) -> String {
    format!("super::super::{}", item.path())
}

fn any(catalogue: &Catalogue) -> String {
    let shared = shared(catalogue).into_iter().map(|(name, _)| format!("super::super::{name}"));
    call("any", shared.chain(catalogue.enums.iter().map(path)))
}

fn serde(catalogue: &Catalogue) -> String {
    let shared = shared(catalogue).into_iter().map(|(ty, name)| format!("super::super::{ty}: {name}"));
    let texts = catalogue.enums.iter().filter(|item| item.number_type().is_none());
    let named = call("named", shared.chain(texts.map(|item| format!("{}: name", path(item)))));
    let numbers = catalogue.enums.iter().filter_map(|item| Some((item, item.number_type()?.word())));
    named + &call("numbered", numbers.map(|(item, code)| format!("{}: {code}", path(item))))
}

fn choices(catalogue: &Catalogue) -> String {
    // Not `Locale`: arguments that read it with `FromStr` find the nearest language, which a choice would refuse.
    let severity = "super::super::Severity: |_| &[], |_| None, |_| None".to_owned();
    let choice = |item: &Enum| {
        let code = if item.codes.is_some() { "written" } else { "|_| None" };
        format!("{}: |it| it.spellings(), {code}, {}", path(item), help(item))
    };
    call("choices", std::iter::once(severity).chain(catalogue.enums.iter().map(choice)))
}

fn schemas(catalogue: &Catalogue) -> String {
    let shared = shared(catalogue)
        .into_iter()
        .map(|(ty, name)| format!("super::super::{ty}: \"{ty}\", {name}, |_| None, |_| None"));
    let schema = |item: &Enum| {
        let code =
            if item.number_type().is_some() { "|it| Some(Entry::code(*it).into())" } else { "|_| None" };
        format!("{}: \"{}\", name, {code}, {}", path(item), title(item), help(item))
    };
    call("schemas", shared.chain(catalogue.enums.iter().map(schema)))
}

/// Name of an enum's schema: enums of one name in two modules must not be told apart by who comes first.
fn title(item: &Enum) -> String {
    let modules = item.module.iter().map(|module| variant_of(module));
    modules.chain([item.name.clone()]).collect()
}

fn help(item: &Enum) -> &'static str {
    if item.has_description() { "|it| Some(it.description())" } else { "|_| None" }
}
