//! What takes the compiler long is said.

use catalogue_codegen::limits::warnings;
use catalogue_codegen::model::{Catalogue, Entry};
use catalogue_codegen::{check_bytes, limits};

/// A catalogue of as many entries, each with as many relations, and the same back.
fn catalogue(entries: usize, relations: usize) -> Catalogue {
    let yaml = "\
path: large
version: \"1\"
enums:
  - name: Fault
    doc: What can go wrong.
    code: { type: u32 }
    fields:
      causes: { list_of: Fault, inverse: effects, doc: What it comes from., inverse_doc: What comes from it. }
    entries: [{ code: 1, name: First }]
";
    let mut catalogue = check_bytes("catalogue.yaml", yaml.into()).unwrap();
    let item = &mut catalogue.enums[0];
    let entry = Entry { values: vec![(0..relations).collect()], ..item.entries[0].clone() };
    item.entries = vec![entry; entries];
    catalogue
}

fn large(entries: usize, relations: usize) -> Catalogue {
    let mut catalogue = catalogue(entries, relations);
    catalogue.enums[0].large = true;
    catalogue
}

#[test]
fn usual_catalogues_get_no_warning() {
    for (entries, relations) in [(1, 0), (80, 10), (5_000, 4), (20_000, 0)] {
        assert_eq!(warnings(&catalogue(entries, relations)), [""; 0], "{entries} {relations}");
    }
}

#[test]
fn the_warning_grows_with_relations_and_entries() {
    let expected = "rustc will take some 2 minutes for the tables of entries, since it goes through all variants of an enum \
                    for each element; `large: true` on enums of many entries, or an enum split in two, takes less";
    assert_eq!(limits::warnings(&catalogue(20_000, 4)), [expected]);
    assert!(warnings(&catalogue(100_000, 0))[0].starts_with("rustc will take some 5 minutes"));
}

#[test]
fn a_large_enum_takes_longer_for_entries_only() {
    assert_eq!(warnings(&large(20_000, 100)), [""; 0]);
    let expected = "rustc will take some 4 minutes for the tables of entries, since it goes through all variants of an enum \
                    for each element; an enum split in two takes less";
    assert_eq!(warnings(&large(200_000, 1)), [expected]);
}
