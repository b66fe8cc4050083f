//! The status codes of HTTP: ranges, several names for one code, lifecycle.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![doc = include_str!("generated/catalogue.md")]

#[rustfmt::skip]
mod generated;
pub use generated::*;
