//! Reads bytes as a catalogue: there is Rust code, or a message that tells each place.

use catalogue_codegen::{Error, check_bytes, emit};

pub fn run(bytes: &[u8]) {
    is_refused(bytes);
}

/// Whether the bytes are no catalogue.
pub fn is_refused(bytes: &[u8]) -> bool {
    match check_bytes("catalogue.yaml", bytes.to_vec()) {
        Ok(catalogue) => {
            // Its error would be a mistake of the generator.
            assert_eq!(emit::files(&catalogue).err(), None);
            false
        }
        Err(Error::Invalid(invalid)) => {
            assert!(!invalid.problems.is_empty());
            // Every place is one, and can be shown.
            let text = &invalid.files.main().text;
            for problem in &invalid.problems {
                let related = problem.related.iter().map(|related| related.span);
                for span in related.chain([problem.span]) {
                    assert!(text.get(span.start..span.end).is_some(), "{problem:?}");
                }
            }
            let report = invalid.report(false);
            assert!(report.contains("--> catalogue.yaml:"), "{report}");
            true
        }
        Err(Error::NotUtf8 { offset, .. }) => {
            assert!(std::str::from_utf8(&bytes[..offset]).is_ok() && std::str::from_utf8(bytes).is_err());
            true
        }
        Err(other) => panic!("{other}"),
    }
}
