//! Code that is generated with each build, from several files, and committed nowhere.
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));
