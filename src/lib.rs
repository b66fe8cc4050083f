//! The event ids and diagnostic codes of the Microsoft Intune certificate connectors, as exhaustive enums.
//!
//! The connectors write numbers to the Windows event log; what they mean stands in web tables. Here each is
//! a variant with its name, severity, texts in English and Russian, and what it is related to:
//!
//! ```
//! use intune_connector_catalogue::{DiagnosticCode, EventId, Severity};
//!
//! let event: EventId = "PkcsCertIssue_Failure".parse()?; // or 20102.try_into()?
//! assert_eq!(event, EventId::PkcsCertIssueFailure);
//! assert_eq!(event.severity(), Severity::Error);
//! assert!(event.diagnostic_codes().contains(&DiagnosticCode::PkcsIssueCaUnavailable));
//! assert_eq!(format!("{event:#}"), "20102 PkcsCertIssue_Failure");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! [`EventId`] is the legacy connector's, [`unified::EventId`] that of the connector in use today. An id means
//! its event only in its own log: [`ConnectorEvent::identify`] takes both. [`scan`](fn@scan) finds codes and
//! event names inside messages.
//!
//! The enums are exhaustive, so that a `match` over them stops compiling when an entry is added; what may
//! lie outside them is kept by [`OrUnknown`]. Nothing here allocates, locks, or needs `std`, but for what some features bring.
//!
//! A `match` that forgets an entry does not compile:
//!
//! ```compile_fail,E0004
//! use intune_connector_catalogue::Outcome;
//!
//! fn is_over(outcome: Outcome) -> bool {
//!     match outcome {
//!         Outcome::Success | Outcome::Failure => true,
//!         Outcome::Retrying => false,
//!     }
//! }
//! ```
//!
//! # Features
//!
//! All are off by default. Of what they bring `clap` and `arbitrary` need `std`, `schemars` and `tracing` an allocator.
//!
//! | feature | what it brings |
//! | --- | --- |
//! | `query` | the module `query`: queries for log tools, for a selection of events |
//! | `serde` | `Serialize` by name, `Deserialize` from any spelling or code; the module `as_code` for numbers instead |
//! | `clap` | `ValueEnum`, with the descriptions as help |
//! | `schemars` | `JsonSchema` of what `serde` writes |
//! | `log`, `tracing` | `Severity` as their `Level` |
//! | `arbitrary` | `Arbitrary`: any entry or code, for fuzzing |
//!
//! # The catalogue
//!
//! Search this documentation for a number (`20102`, `0x00000411`) or a name to get to its entry.
//!
#![cfg_attr(doc, doc = include_str!("generated/catalogue.md"))]
#![cfg_attr(docsrs, feature(doc_cfg))]
#![no_std]
#![forbid(unsafe_code)]
#![deny(missing_docs)]

// The generator formats its output itself.
#[rustfmt::skip]
mod generated;
mod identity;
#[cfg(feature = "query")]
pub mod query;
mod scan;

pub use generated::*;
pub use identity::{ConnectorEvent, Generation, Identity};
pub use scan::{Codes, Finding, Found, Scan, scan};
/// The crate whose traits the enums implement; a new minor version of it is a breaking change here.
pub use strum;

/// The README's examples are tested like those above.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
