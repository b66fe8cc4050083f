//! One page that needs nothing else: no server, no network, no script for reading, one for searching.

use catalogue_codegen::model::{Catalogue, Enum};
use catalogue_codegen::record::{Record, all_of};
use html_escape::{encode_double_quoted_attribute as attribute, encode_text as text};
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

pub fn page(model: &Catalogue) -> String {
    let title = format!("{} {}", model.path, model.version);
    let language = model.locales.first().map_or("en", |locale| locale.tag.as_str());
    let enums: String = model.enums.iter().map(|item| section(model, item)).collect();
    let contents: String = model
        .enums
        .iter()
        .map(|item| {
            format!(
                "<li><a href=\"#{}\">{}</a> <small>{}</small></li>",
                address(&item.path()),
                text(&item.path()),
                item.entries.len()
            )
        })
        .collect();
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<title>{title}</title>\n<style>\n{STYLE}{shown}</style>\n</head>\n<body>\n\
         <header>\n<h1>{title}</h1>\n<form role=\"search\" onsubmit=\"return false\">\n\
         <label>Search <input id=\"search\" type=\"search\" autofocus autocomplete=\"off\" placeholder=\"number, name or word\"></label>\n\
         {languages}<output id=\"count\" aria-live=\"polite\"></output>\n</form>\n</header>\n\
         <main>\n<nav aria-label=\"Contents\"><ul>{contents}</ul></nav>\n{enums}</main>\n<script>\n{SCRIPT}</script>\n</body>\n</html>\n",
        title = text(&title),
        shown = shown(model),
        languages = languages(model),
    )
}

/// Only the chosen language is shown.
fn shown(model: &Catalogue) -> String {
    let rule = |tag: &String| {
        format!("html[lang=\"{0}\"] .text:not([lang=\"{0}\"]) {{ display: none }}\n", attribute(tag))
    };
    model.locales.iter().map(|locale| rule(&locale.tag)).collect()
}

fn languages(model: &Catalogue) -> String {
    if model.locales.len() < 2 {
        return String::new();
    }
    let option = |tag: &String| format!("<option>{}</option>", text(tag));
    let options: String = model.locales.iter().map(|locale| option(&locale.tag)).collect();
    format!("<label>Language <select id=\"language\">{options}</select></label>\n")
}

fn section(model: &Catalogue, item: &Enum) -> String {
    let entries: String = all_of(model, item).iter().map(|record| entry(model, item, record)).collect();
    let path = item.path();
    format!(
        "<section>\n<h2 id=\"{}\">{}</h2>\n<p>{}</p>\n{entries}</section>\n",
        attribute(&path),
        text(&path),
        text(&super::plain(&item.doc))
    )
}

/// What does not stand for itself behind the `#` of an address.
const FRAGMENT: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`').add(b'%');

/// The address of a place on the page.
fn address(id: &str) -> String {
    attribute(&utf8_percent_encode(id, FRAGMENT).to_string()).into_owned()
}

/// Where an entry is linked to.
fn target(item: &str, name: &str) -> String {
    format!("{item}.{name}")
}

fn entry(model: &Catalogue, item: &Enum, record: &Record) -> String {
    let id = target(&record.item, &record.name);
    let severity = record
        .severity
        .map(|severity| format!(" <span class=\"{severity}\">{severity}</span>"))
        .unwrap_or_default();
    let code = record.code.as_ref().map(|code| format!("<code>{}</code> ", text(code))).unwrap_or_default();
    let mut body = String::new();
    for (texts, class) in [(&record.description, "description"), (&record.remediation, "remediation")] {
        for (locale, content) in texts {
            body +=
                &format!("<p class=\"text {class}\" lang=\"{}\">{}</p>\n", attribute(locale), text(content));
        }
    }
    let fields: String = record
        .fields
        .iter()
        .filter(|(_, names)| !names.is_empty())
        .map(|(method, names)| {
            format!(
                "<dt>{}</dt><dd>{}</dd>\n",
                text(&method.replace('_', " ")),
                links(model, item, method, names)
            )
        })
        .collect();
    if !fields.is_empty() {
        body += &format!("<dl>\n{fields}</dl>\n");
    }
    for note in &record.notes {
        body += &format!("<p class=\"note\">{}</p>\n", text(note));
    }
    if let Some(link) = &record.link {
        body += &format!("<p class=\"source\"><a href=\"{}\">{}</a></p>\n", attribute(link), text(link));
    }
    if let Some(source) = &record.source {
        body += &format!(
            "<p class=\"source\"><a href=\"{}\">{}</a>, {}</p>\n",
            attribute(&source.url),
            text(&source.title),
            text(&source.date)
        );
    }
    let spellings =
        record.aliases.iter().chain([&record.variant]).map(String::as_str).collect::<Vec<_>>().join(" ");
    let number = record.number.map(|number| number.to_string()).unwrap_or_default();
    format!(
        "<article id=\"{id}\" data-words=\"{words}\" data-number=\"{number}\">\n<h3><a href=\"#{address}\">{code}{name}</a>{severity}</h3>\n{body}</article>\n",
        id = attribute(&id),
        address = address(&id),
        words = attribute(&spellings),
        name = text(&record.name),
    )
}

/// The entries that a field or its other direction names, as links.
fn links(model: &Catalogue, item: &Enum, method: &str, names: &[String]) -> String {
    let column = item.columns.iter().find(|column| column.method == method).map(|column| column.target);
    let inverse = item.inverses.iter().find(|inverse| inverse.method == method).map(|inverse| inverse.origin);
    let path = column.or(inverse).map(|index| model.enums[index].path()).unwrap_or_default();
    let link = |name: &String| format!("<a href=\"#{}\">{}</a>", address(&target(&path, name)), text(name));
    names.iter().map(link).collect::<Vec<_>>().join(", ")
}
