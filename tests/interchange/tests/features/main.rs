//! What each optional feature adds; without any there is nothing to test.

#[cfg(feature = "arbitrary")]
mod arbitrary;
#[cfg(feature = "clap")]
mod clap;
#[cfg(feature = "log")]
mod log;
#[cfg(feature = "schemars")]
mod schemars;
#[cfg(feature = "serde")]
mod serde;
#[cfg(feature = "tracing")]
mod tracing;
