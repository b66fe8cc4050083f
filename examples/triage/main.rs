//! See `lib.rs`.

fn main() -> std::process::ExitCode {
    triage::main()
}
