//! What changed of the catalogue as a whole.

use super::{Bump, Change, Kind};
use crate::model::{Catalogue, Source};

pub(super) fn compare(old: &Catalogue, new: &Catalogue, changes: &mut Vec<Change>) {
    let mut push = |kind, detail, bump| {
        changes.push(Change { kind, item: None, code: None, name: None, detail, bump });
    };
    let arrow = |before: &str, after: &str| Some(format!("{before} → {after}"));
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
