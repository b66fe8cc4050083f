//! What `catalogue-codegen` makes of catalogues unlike the one it was written for.
//!
//! The code is committed as a golden file: `cargo test -p catalogue-codegen --test generated` compares it.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]
#![warn(clippy::pedantic)]
// Notes are prose.
#![allow(clippy::doc_markdown)]

#[rustfmt::skip]
pub mod awkward;
#[rustfmt::skip]
pub mod hresult;
#[rustfmt::skip]
pub mod prose;
#[rustfmt::skip]
pub mod shapes;
#[rustfmt::skip]
pub mod sqlstate;
#[rustfmt::skip]
pub mod steps;
