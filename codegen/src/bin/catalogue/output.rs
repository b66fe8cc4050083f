//! Standard output and standard error, of which readers such as `head` may close theirs early.

use std::fmt;
use std::io::{self, ErrorKind, Write};
use std::process;

/// Prints a line; colours are removed where standard output is not a terminal.
macro_rules! outln {
    ($($text:tt)*) => {
        crate::output::print(format_args!("{}\n", format_args!($($text)*)))
    };
}

/// Prints a line to standard error; colours are removed where that is not a terminal.
macro_rules! errln {
    ($($text:tt)*) => {
        crate::output::complain(format_args!("{}\n", format_args!($($text)*)))
    };
}

pub(crate) use {errln, outln};

pub fn print(text: fmt::Arguments<'_>) {
    let mut stdout = anstream::stdout().lock();
    finish(stdout.write_fmt(text).and_then(|()| stdout.flush()));
}

/// Prints a text for programs, byte for byte.
pub fn print_raw(text: &str) {
    let mut stdout = io::stdout().lock();
    finish(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()));
}

pub fn complain(text: fmt::Arguments<'_>) {
    // Where nobody hears, the exit code still tells.
    let _ = anstream::stderr().lock().write_fmt(text);
}

/// A reader that has gone does not want the rest, and the exit code stays what it would be; anything else that keeps a
/// text from its reader ends the program.
fn finish(result: io::Result<()>) {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            errln!("error: cannot write standard output: {error}");
            process::exit(2);
        }
        _ => {}
    }
}
