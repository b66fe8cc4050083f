//! Printing: what `{}`, `{:#}`, `{:?}` and the bases show; width, fill and precision are respected.

#[macro_use]
mod common;

use common::{Coded, Table, Word};

/// Checks that an entry is padded and cut like its text.
macro_rules! assert_padded {
    ($entry:ident, $text:expr, $alternate:literal, $kind:literal) => {{
        let text: &str = $text;
        assert_eq!(format!(concat!("{:", $alternate, $kind, "}"), $entry), text);
        assert_eq!(format!(concat!("{:", $alternate, "1", $kind, "}"), $entry), text);
        assert_eq!(format!(concat!("{:", $alternate, "60", $kind, "}|"), $entry), format!("{text:60}|"));
        assert_eq!(format!(concat!("{:<", $alternate, "60", $kind, "}|"), $entry), format!("{text:<60}|"));
        assert_eq!(format!(concat!("{:>", $alternate, "60", $kind, "}"), $entry), format!("{text:>60}"));
        assert_eq!(format!(concat!("{:ж^", $alternate, "61", $kind, "}"), $entry), format!("{text:ж^61}"));
        assert_eq!(format!(concat!("{:", $alternate, ".4", $kind, "}"), $entry), format!("{text:.4}"));
        assert_eq!(format!(concat!("{:*>", $alternate, "9.2", $kind, "}"), $entry), format!("{text:*>9.2}"));
        assert_eq!(format!(concat!("{:", $alternate, ".0", $kind, "}"), $entry), "");
    }};
}

#[test]
fn display_is_the_padded_name() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            assert_padded!(entry, entry.name(), "", "");
        }
    }
    each_word!(check);
}

#[test]
fn alternate_display_is_code_and_name_padded_as_one_text() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            assert_padded!(entry, &entry.title(), "#", "");
        }
    }
    each_coded!(check);
}

#[test]
fn alternate_display_of_a_word_is_its_name() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            assert_padded!(entry, entry.name(), "#", "");
        }
    }
    check::<common::Scenario>();
    check::<common::Outcome>();
    check::<common::Detail>();
    check::<common::Channel>();
    check::<common::Severity>();
    check::<common::Locale>();
}

#[test]
fn debug_is_the_variant() {
    fn check<E: Word>() {
        for entry in E::ALL.iter().copied() {
            assert_eq!(format!("{entry:?}"), entry.variant_name());
            assert_eq!(format!("{entry:#?}"), entry.variant_name());
        }
    }
    each_word!(check);
}

#[test]
fn debug_of_tables_is_padded() {
    fn check<E: Table>() {
        for entry in E::ALL.iter().copied() {
            assert_padded!(entry, entry.variant_name(), "", "?");
        }
    }
    each_table!(check);
}

#[test]
fn codes_print_in_other_bases_with_the_flags_of_numbers() {
    fn check<E: Coded>() {
        for entry in E::ALL.iter().copied() {
            let number = entry.number();
            assert_eq!(
                format!("{entry:x} {entry:X} {entry:o} {entry:b}"),
                format!("{number:x} {number:X} {number:o} {number:b}")
            );
            assert_eq!(
                format!(
                    "{entry:#x} {entry:#010X} {entry:#o} {entry:#b} {entry:08x} {entry:>12X}|{entry:<12x}|"
                ),
                format!(
                    "{number:#x} {number:#010X} {number:#o} {number:#b} {number:08x} {number:>12X}|{number:<12x}|"
                )
            );
        }
    }
    each_coded!(check);
}
