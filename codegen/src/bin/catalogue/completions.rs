//! `catalogue completions`

use clap::CommandFactory;
use clap_complete::Shell;

use crate::output;

/// Prints a script that completes this command in a shell.
#[derive(clap::Args)]
pub struct Arguments {
    /// The shell
    shell: Shell,
}

pub fn run<C: CommandFactory>(arguments: &Arguments) -> u8 {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut C::command(), "catalogue", &mut script);
    output::print_raw(&String::from_utf8_lossy(&script));
    0
}
