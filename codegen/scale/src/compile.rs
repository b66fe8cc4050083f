//! What cargo and rustc need for a crate.

use std::error::Error;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;
use std::{fs, io};

use wait4::Wait4;

/// After so many seconds a compilation is ended.
const LONGEST: u32 = 60;

/// What a compilation took.
#[derive(Clone, Copy)]
pub struct Cost {
    pub seconds: f64,
    /// Peak of the process that took the most.
    pub megabytes: f64,
}

/// A crate in a folder of its own, whose only dependency, `strum`, is compiled already.
pub struct Project {
    folder: tempfile::TempDir,
}

impl Project {
    pub fn new() -> Result<Self, Box<dyn Error>> {
        let project = Self { folder: tempfile::tempdir()? };
        fs::create_dir(project.source())?;
        fs::write(project.folder.path().join("Cargo.toml"), MANIFEST)?;
        project.put("")?;
        project.compile(&["check"])?.ok_or("the dependencies do not compile")?;
        project.compile(&["build", "--release"])?.ok_or("the dependencies do not compile")?;
        Ok(project)
    }

    /// Makes a file the whole crate.
    pub fn put(&self, text: &str) -> io::Result<()> {
        fs::remove_dir_all(self.source())?;
        fs::create_dir(self.source())?;
        fs::write(self.source().join("lib.rs"), text)
    }

    /// Makes generated code the whole crate.
    pub fn put_folder(&self, generated: &Path) -> io::Result<()> {
        self.put("mod generated;\npub use generated::*;\n")?;
        copy(generated, &self.source().join("generated"))
    }

    /// Runs cargo; `None` if it took too long or too much memory.
    pub fn compile(&self, verb: &[&str]) -> Result<Option<Cost>, Box<dyn Error>> {
        let mut command = Command::new("timeout");
        command.arg(LONGEST.to_string()).arg("cargo").args(verb).arg("--quiet");
        command.current_dir(self.folder.path()).stdout(Stdio::null());
        command.env("CARGO_TARGET_DIR", self.folder.path().join("target")).env("CARGO_INCREMENTAL", "0");
        let start = Instant::now();
        let mut child = command.stderr(Stdio::piped()).spawn()?;
        let mut errors = String::new();
        child.stderr.take().ok_or("cargo has no standard error")?.read_to_string(&mut errors)?;
        let ended = child.wait4()?;
        let cost = Cost {
            seconds: start.elapsed().as_secs_f64(),
            megabytes: ended.rusage.maxrss as f64 / f64::from(1 << 20),
        };
        match ended.status.code() {
            Some(0) => Ok(Some(cost)),
            // Cargo fails as usual when the system ends the compiler for want of memory.
            Some(101) if !errors.contains("SIGKILL") => {
                Err(format!("the crate does not compile:\n{errors}").into())
            }
            _ => Ok(None),
        }
    }

    /// Size of the optimised library, with the metadata that the compiler keeps in it.
    pub fn megabytes(&self) -> io::Result<f64> {
        let library = self.folder.path().join("target/release/libscale.rlib");
        Ok(fs::metadata(library)?.len() as f64 / f64::from(1 << 20))
    }

    fn source(&self) -> PathBuf {
        self.folder.path().join("src")
    }
}

const MANIFEST: &str = "\
[package]
name = \"scale\"
version = \"0.0.0\"
edition = \"2024\"

[workspace]

[dependencies]
strum = { version = \"0.28\", features = [\"derive\"] }
";

fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let target = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &target)?;
        } else {
            fs::copy(entry.path(), target)?;
        }
    }
    Ok(())
}
