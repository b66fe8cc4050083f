//! The SQLSTATE codes of the SQL standard: texts with classes.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![doc = include_str!("generated/catalogue.md")]

#[rustfmt::skip]
mod generated;
pub use generated::*;
