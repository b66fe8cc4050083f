//! `catalogue completions`

use std::io;

use clap::CommandFactory;
use clap_complete::Shell;

/// Prints a script that completes this command in a shell.
#[derive(clap::Args)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

pub fn run<C: CommandFactory>(arguments: &Arguments) -> u8 {
    clap_complete::generate(arguments.shell, &mut C::command(), "catalogue", &mut io::stdout());
    0
}
