//! The parts of the output that depend on no entry: real Rust, compiled and tested here, and written out
//! word for word beside the generated code.
#![allow(dead_code, unused_macros, unused_imports)]

pub(crate) mod convert;
pub(crate) mod entry;
pub(crate) mod error;
pub(crate) mod lifecycle;
pub(crate) mod lookup;
pub(crate) mod severity;
pub(crate) mod source;
pub(crate) mod unknown;

pub use entry::Entry;
pub use error::{ParseError, UnknownCodeError};
pub use lifecycle::Deprecation;
pub use severity::Severity;
pub use source::Source;
pub use unknown::OrUnknown;
