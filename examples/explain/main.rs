//! Explains event ids and diagnostic codes of the Intune certificate connectors, or lists them all.
//!
//! ```console
//! $ cargo run --example explain
//! $ cargo run --example explain -- 20102 0x411 crpverifymetric_warning --lang ru
//! ```
//!
//! From top to bottom: this file finds what a word stands for, `explain.rs` says what there is to say about
//! it, `entry.rs` is what all enums have in common; `labels.rs`, `page.rs` and `table.rs` make it readable.

mod entry;
mod explain;
mod labels;
mod page;
mod table;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use explain::Errors;
use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{DiagnosticCode, EventId, Locale};
use page::Page;

/// Explains event ids and diagnostic codes of the Microsoft Intune certificate connectors.
#[derive(Parser)]
#[command(name = "explain", after_help = EXAMPLES)]
struct Cli {
    /// Event ids, diagnostic codes, or names; without any, lists the catalogue
    #[arg(value_name = "WORD", allow_negative_numbers = true)]
    words: Vec<String>,

    /// Language of the texts, as a BCP 47 tag such as ru or en-GB
    #[arg(long, value_name = "TAG", default_value_t)]
    lang: Locale,
}

const EXAMPLES: &str = "\
Examples:
  explain                          the whole catalogue
  explain 20102 1001               events, of either generation of the connector
  explain 0x411 1041               a diagnostic code, in hexadecimal and in decimal
  explain crpverifymetric_warning  a name, in any case
  explain 20102 --lang ru          in Russian

In a clone, `cargo run --example explain --` stands for `explain`.
The exit code is 0 if every word is documented, 1 if one is not, and 2 for wrong usage or if
the output cannot be written.";

/// What became of a word.
enum Answer {
    Documented(Vec<Page>),
    /// No entry, but a number of which something is known.
    Undocumented(Page),
    Unknown(Page),
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    match run(&cli) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // `explain | head` has read all it wanted.
        Err(error) if error.kind() == ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Not `eprintln!`: it panics if that stream is closed, too.
            let _ = writeln!(io::stderr(), "error: cannot write the output: {error}");
            ExitCode::from(2)
        }
    }
}

/// Prints what was asked for; whether all of it is documented.
fn run(cli: &Cli) -> io::Result<bool> {
    // Where the width is unknown, it is what the narrowest usual terminal has.
    let width = terminal_size::terminal_size_of(io::stdout()).map_or(80, |(width, _)| width.0);
    // These streams take the colours out where nobody would see them.
    let (mut out, mut err) = (anstream::stdout(), anstream::stderr());

    if cli.words.is_empty() {
        write!(out, "{}", table::of::<UnifiedEventId>(cli.lang, width))?;
        write!(out, "{}", table::of::<EventId>(cli.lang, width))?;
        write!(out, "{}", table::of::<DiagnosticCode>(cli.lang, width))?;
    }
    let mut all_documented = true;
    for word in &cli.words {
        match answer(word, cli.lang) {
            Answer::Documented(pages) => {
                for page in pages {
                    writeln!(out, "{}", page.render(width))?;
                }
            }
            Answer::Undocumented(page) => {
                all_documented = false;
                writeln!(out, "{}", page.render(width))?;
            }
            Answer::Unknown(page) => {
                all_documented = false;
                writeln!(err, "{}", page.render(width))?;
            }
        }
    }
    Ok(all_documented)
}

/// A word is looked up in all enums, for a number could be a code of any. Only diagnostic codes are ever
/// written in hexadecimal, though 0x408 is the event 1032 as well, and 0x450 lies in a range of events.
fn answer(word: &str, locale: Locale) -> Answer {
    let is_hexadecimal = matches!(word.get(..2), Some("0x" | "0X"));
    match (word.parse::<EventId>(), word.parse::<UnifiedEventId>(), word.parse::<DiagnosticCode>()) {
        (_, _, Ok(code)) if is_hexadecimal => Answer::Documented(vec![explain::entry(code, word, locale)]),
        (Err(legacy), Err(unified), Err(code)) => {
            match explain::undocumented(word, locale).filter(|_| !is_hexadecimal) {
                Some(page) => Answer::Undocumented(page),
                None => Answer::Unknown(explain::unknown(word, &Errors { legacy, unified, code }, locale)),
            }
        }
        (legacy, unified, code) => {
            let legacy = legacy.ok().map(|event| explain::entry(event, word, locale));
            let unified = unified.ok().map(|event| explain::entry(event, word, locale));
            let code = code.ok().map(|code| explain::entry(code, word, locale));
            Answer::Documented(legacy.into_iter().chain(unified).chain(code).collect())
        }
    }
}
