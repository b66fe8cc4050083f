//! Runs examples as a user does.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use expect_test::ExpectFile;

/// What a program wrote, and how it ended.
pub struct Run {
    pub command: String,
    pub stdout: String,
    pub stderr: String,
    pub code: Option<i32>,
}

/// An example, free of what the terminal of whoever runs the tests wants.
pub fn command(example: &str) -> Command {
    let mut command = Command::new(path(example));
    for variable in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(variable);
    }
    command.stdin(Stdio::null());
    command
}

/// Where an example is: cargo puts tests into `deps/` and examples into `examples/` beside it.
fn path(example: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap();
    let profile = test.ancestors().nth(2).unwrap();
    let path = profile.join("examples").join(format!("{example}{}", std::env::consts::EXE_SUFFIX));
    assert!(
        path.exists(),
        "{} is missing: run `cargo test`, or `cargo build --examples` first",
        path.display()
    );
    path
}

pub fn finish(command: &mut Command, input: &[u8]) -> Run {
    let child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn();
    let mut child = child.unwrap();
    // One that reads no input may have closed it already.
    let _ = child.stdin.take().unwrap().write_all(input);
    let Output { status, stdout, stderr } = child.wait_with_output().unwrap();
    let name = PathBuf::from(command.get_program()).file_stem().unwrap().to_owned();
    let words = std::iter::once(&*name).chain(command.get_args()).map(|word| word.to_string_lossy());
    let words = words
        .map(|word| if word.is_empty() || word.contains(' ') { format!("'{word}'") } else { word.into() });
    Run {
        command: words.collect::<Vec<_>>().join(" "),
        stdout: text(stdout),
        stderr: text(stderr),
        code: status.code(),
    }
}

pub fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// Compares the command, both streams and the exit code with a file.
#[track_caller]
pub fn check(run: &Run, file: ExpectFile) {
    let Run { command, stdout, stderr, code } = run;
    // Windows adds an ending to the names of programs.
    let [stdout, stderr] = [stdout, stderr].map(|text| text.replace(".exe", ""));
    let code = code.map_or("killed".to_owned(), |code| code.to_string());
    let mut transcript = format!("$ {command}\n{stdout}");
    if !stderr.is_empty() {
        transcript += &format!("--- standard error\n{stderr}");
    }
    file.assert_eq(&format!("{transcript}--- exit code {code}\n"));
}
