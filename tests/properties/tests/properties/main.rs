//! What holds of any text, number and source, tried with random ones.
//!
//! `SOAK=10000000 cargo test --release -p properties` tries as many cases of each property.

#[macro_use]
#[path = "../../../common/mod.rs"]
mod common;

mod identity;
mod order;
mod parsing;
mod printing;
mod scan;
mod texts;
mod unknown;

use proptest::prelude::ProptestConfig;

/// How many cases are tried. Failures are not kept in files: what they show becomes a test of its own.
fn config() -> ProptestConfig {
    let cases = std::env::var("SOAK").map_or(256, |cases| cases.parse().expect("SOAK is a number of cases"));
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}
