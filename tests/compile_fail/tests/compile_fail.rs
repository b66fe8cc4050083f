//! Programs that must not compile.
//!
//! `TRYBUILD=overwrite cargo test -p compile-fail` updates what the compiler says.

use std::process::Command;

/// The compiler whose messages are kept; others word them differently.
const COMPILER: &str = "rustc 1.95.";

#[test]
fn forgotten_arms_are_refused() {
    let rustc = std::env::var("RUSTC").unwrap_or_else(|_| "rustc".to_owned());
    let version = Command::new(rustc).arg("--version").output().expect("rustc tells its version").stdout;
    let version = String::from_utf8_lossy(&version);
    if !version.starts_with(COMPILER) {
        // For every compiler, a `compile_fail` example of the crate's documentation proves the same.
        println!("messages are kept for {COMPILER}x, not for {version}");
        return;
    }
    trybuild::TestCases::new().compile_fail("programs/*.rs");
}
