//! Explains event ids and diagnostic codes of the Intune certificate connectors, or lists them all.
//!
//! ```console
//! $ cargo run --example explain
//! $ cargo run --example explain -- 20102 0x411 crpverifymetric_warning --lang ru
//! ```
//!
//! From top to bottom: this file finds what a word stands for, `explain.rs` says what there is to say about
//! it, `entry.rs` is what both enums have in common; `labels.rs`, `page.rs` and `table.rs` make it readable.

mod entry;
mod explain;
mod labels;
mod page;
mod table;

use std::io::{self, ErrorKind, Write};
use std::process::ExitCode;

use clap::Parser;
use intune_connector_catalogue::{DiagnosticCode, EventId, Locale, OrUnknown};
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
  explain 20102                    an event
  explain 0x411 1041               a diagnostic code, in hexadecimal and in decimal
  explain crpverifymetric_warning  a name, in any case
  explain 20102 --lang ru          in Russian

In a clone, `cargo run --example explain --` stands for `explain`.
The exit code is 0 if every word is documented, 1 if one is not, and 2 for wrong usage.";

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
            ExitCode::FAILURE
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
        write!(out, "{}", table::of::<EventId>(cli.lang, width))?;
        write!(out, "{}", table::of::<DiagnosticCode>(cli.lang, width))?;
    }
    let (mut some_documented, mut all_documented) = (cli.words.is_empty(), true);
    for word in &cli.words {
        match answer(word, cli.lang) {
            Answer::Documented(pages) => {
                some_documented = true;
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
    if some_documented {
        write!(out, "{}", explain::sources(cli.lang).render(width))?;
    }
    Ok(all_documented)
}

/// A word is looked up in both enums, for a number could be a code of either.
fn answer(word: &str, locale: Locale) -> Answer {
    match (word.parse::<EventId>(), word.parse::<DiagnosticCode>()) {
        (Err(event), Err(code)) => match range_of(word) {
            Some((id, range)) => Answer::Undocumented(explain::undocumented(id, range, locale)),
            None => Answer::Unknown(explain::unknown(word, event, code, locale)),
        },
        (event, code) => {
            let event = event.ok().map(|event| explain::entry(event, word, locale));
            let code = code.ok().map(|code| explain::entry(code, word, locale));
            Answer::Documented(event.into_iter().chain(code).collect())
        }
    }
}

/// The event id that `word` is, documented or not, and the name of the range that it lies in.
fn range_of(word: &str) -> Option<(u16, &'static str)> {
    let id = word.parse::<OrUnknown<EventId>>().ok()?.code();
    Some((id, EventId::range_name(id)?))
}
