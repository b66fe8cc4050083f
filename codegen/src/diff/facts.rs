//! What changed of the catalogue as a whole.

use super::{Bump, Change, Difference, Kind, arrow, changed_places};
use crate::model::{Catalogue, Source};

pub(super) fn compare(old: &Catalogue, new: &Catalogue, changes: &mut Vec<Change>) {
    let mut push = |kind, detail, bump| {
        changes.push(Change { kind, item: None, code: None, name: None, detail, bump });
    };
    if old.path != new.path {
        push(Kind::Path, arrow(&old.path, &new.path), Bump::Major);
    }
    if old.version != new.version {
        // It follows what else changed.
        push(Kind::Version, arrow(&old.version, &new.version), Bump::Patch);
    }
    if old.sources != new.sources {
        push(Kind::Sources, titles(&old.sources, &new.sources), Bump::Patch);
    }
    let (before, after) = (interface(old), interface(new));
    let methods = Difference::of(&before, &after);
    if !methods.is_empty() {
        // A language is a variant of an exhaustive enum.
        let breaks = !methods.gone.is_empty() || methods.come.iter().any(|it| it.starts_with("Locale::"));
        let bump = if breaks { Bump::Major } else { Bump::Minor };
        push(Kind::Interface, Some(methods.to_string()), bump);
    }
    if changed_places(&tags(old), &tags(new)) {
        push(Kind::Order, Some("languages".to_owned()), Bump::Major);
    }
}

/// What all enums have or deal with.
fn interface(catalogue: &Catalogue) -> Vec<String> {
    let locales = catalogue.locales.iter().map(|it| format!("Locale::{}", it.variant));
    let default = catalogue.locales.first().map(|it| format!("the default language {}", it.tag));
    let strum = catalogue.strum.then(|| "strum".to_owned());
    let features = catalogue.features.iter().map(|it| format!("the feature {}", it.word()));
    locales.chain(default).chain(strum).chain(features).collect()
}

fn tags(catalogue: &Catalogue) -> Vec<String> {
    catalogue.locales.iter().map(|locale| locale.tag.clone()).collect()
}

/// Titles of the sources that came, went, or have another address or date; `None` if they changed places alone.
fn titles(old: &[Source], new: &[Source]) -> Option<String> {
    let only = |some: &[Source], others: &[Source]| {
        some.iter().filter(|source| !others.contains(source)).map(|source| source.title.clone()).collect()
    };
    let mut titles: Vec<String> = only(new, old);
    for title in only(old, new) {
        if !titles.contains(&title) {
            titles.push(title);
        }
    }
    (!titles.is_empty()).then(|| titles.join(", "))
}
