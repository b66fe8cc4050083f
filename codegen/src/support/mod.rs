//! What is the same for every catalogue; few catalogues need all of it.
//!
//! `Eq` is written out everywhere: the derived one brings a function that every user compiles.
#![allow(dead_code, unused_imports, unused_macros)]
// Hashes and codes are cast on purpose: constants have no other conversions yet.
#![allow(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss)]

pub(crate) mod convert;
pub(crate) mod entries;
pub(crate) mod entry;
pub(crate) mod error;
pub(crate) mod large;
pub(crate) mod lifecycle;
pub(crate) mod lookup;
pub(crate) mod severity;
pub(crate) mod source;
pub(crate) mod text_code;
pub(crate) mod unknown;

pub use entries::Entries;
pub use entry::Entry;
pub use error::{ParseError, UnknownCodeError};
pub use lifecycle::Deprecation;
pub use severity::Severity;
pub use source::Source;
pub use unknown::OrUnknown;
