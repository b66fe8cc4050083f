//! Model -> Rust: one file of this folder for each thing emitted.

mod arms;
mod code;
mod columns;
mod context;
mod definition;
pub(crate) mod docs;
mod entry;
mod examples;
mod features;
mod file;
mod keys;
mod lifecycle;
mod listing;
mod locale;
mod name;
mod overview;
mod root;
mod strum;
mod support;
pub(crate) mod tables;
mod text;

use quote::quote;

use crate::model::Catalogue;
use crate::naming::file_stem;
use context::{Context, Part, ident};
use examples::Shown;

/// A file of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Path below the output folder, with `/`.
    pub path: String,
    /// Its text, without the header that tells where it comes from.
    pub text: String,
}

/// All files for a catalogue, the root module first; an error is a mistake of this crate, not of the author.
///
/// ```
/// use catalogue_codegen::{check_bytes, emit};
///
/// let yaml = "path: coffee
/// version: '1'
/// enums:
/// - name: Fault
///   doc: What a machine complains about.
///   code: { type: u8 }
///   entries: [{ code: 1, name: No_Water }]
/// ";
/// let files = emit::files(&check_bytes("coffee.yaml", yaml.into())?)?;
/// assert!(files.iter().any(|file| file.path == "fault.rs" && file.text.contains("pub enum Fault")));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn files(catalogue: &Catalogue) -> Result<Vec<File>, String> {
    let mut files = vec![root::root(catalogue), root::facts(catalogue), overview::overview(catalogue)];
    files.extend(root::modules(catalogue));
    if !catalogue.locales.is_empty() {
        let text = locale::locale(catalogue).map_err(|error| format!("locale: {error}"))?;
        files.push(File { path: "locale.rs".to_owned(), text });
    }
    let contexts: Vec<Context<'_>> =
        catalogue.enums.iter().map(|item| Context::new(catalogue, item)).collect::<Result<_, _>>()?;
    for context in &contexts {
        files.extend(enum_files(context)?);
    }
    let shown = contexts.iter().find_map(Shown::new);
    files.extend(features::files(catalogue, shown.as_ref())?);
    let support = support::files(catalogue, &files, shown.as_ref())?;
    files.extend(support);
    Ok(files)
}

fn enum_files(context: &Context<'_>) -> Result<[File; 2], String> {
    let item = context.item;
    let folder: String = item.module.iter().map(|segment| format!("{segment}/")).collect();
    let stem = format!("{folder}{}", file_stem(&item.name));
    Ok([
        File { path: format!("{stem}.rs"), text: enum_file(context)? },
        File { path: format!("{stem}/tables.rs"), text: tables::tables(context) },
    ])
}

fn enum_file(context: &Context<'_>) -> Result<String, String> {
    let definition = definition::definition(context);
    let constants = constants(context);
    let Part { methods, items } = listing::listing(context)
        .and(code::code(context))
        .and(name::name(context))
        .and(text::text(context))
        .and(columns::columns(context))
        .and(lifecycle::lifecycle(context));
    let (entry, strum) = (entry::entry(context), strum::strum(context));
    let name = context.ty();
    let rest = quote! {
        impl #name { #constants #methods }
        #items
        #entry
        #strum
    };
    let code =
        file::format(quote!(#definition #rest)).map_err(|error| format!("{}: {error}", context.item.name))?;
    let summary = root::summary(context.item);
    // Entries that are deprecated by attribute are still found and listed.
    let allow = if context.marks_deprecated() { "\n#![allow(deprecated)]\n" } else { "" };
    let tables = root::allow_same(&file_stem(&context.item.name), "tables");
    // The definition needs none, and its variants may be called like them.
    let imports = imports(context, rest);
    Ok(format!("//! {summary}\n{allow}\n{imports}\n{tables}mod tables;\n\n{code}"))
}

fn constants(context: &Context<'_>) -> proc_macro2::TokenStream {
    let constants = context.item.constants.iter().map(|constant| {
        let (name, value) = (ident(&constant.name), &constant.value);
        let example = format!("assert_eq!({}::{name}, {value:?});", context.item.name);
        let docs = context.documented(&docs::closed(&constant.doc), &[example]);
        quote!(#docs pub const #name: &'static str = #value;)
    });
    quote!(#(#constants)*)
}

/// The imports that an enum's code needs.
fn imports(context: &Context<'_>, code: proc_macro2::TokenStream) -> String {
    let up = context.up(0);
    let support = format!("{up}::support");
    let [convert, entries, error] =
        ["convert", "entries", "error"].map(|module| format!("{support}::{module}"));
    let root = [
        "Deprecation",
        "Entry",
        "Locale",
        "OrUnknown",
        "ParseError",
        "Severity",
        "SOURCES",
        "Source",
        "UnknownCodeError",
    ];
    let macros = ["format_code", "into_integers", "try_from_integers"];
    let modules: &[(&str, &[&str])] = &[
        ("core", &["fmt"]),
        (&convert, &macros),
        (&entries, &["Entries"]),
        (&error, &["Expected"]),
        (&support, &["convert", "entry", "large", "lookup", "text_code"]),
        (&up, &root),
    ];
    file::uses(code, modules)
}
