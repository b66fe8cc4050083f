//! The status codes of gRPC and of HTTP: two enums with relations.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![doc = include_str!("generated/catalogue.md")]

#[rustfmt::skip]
mod generated;
pub use generated::*;
