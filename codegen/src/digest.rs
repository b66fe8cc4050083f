//! Whether generated code still belongs to its sources.
//!
//! A crate's build script may include this file on its own: it needs nothing but the standard library.

use std::fs;
use std::path::Path;

/// What begins a line of the generated header that bears a source's digest.
const MARK: &str = "// digest ";

/// FNV-1a over 64 bits; carriage returns before line feeds do not count, so that a checkout may have either, and neither
/// does a byte order mark.
pub fn digest(text: &[u8]) -> u64 {
    let text = text.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(text);
    let mut hash = 0xCBF2_9CE4_8422_2325;
    for (at, byte) in text.iter().enumerate() {
        if *byte == b'\r' && text.get(at + 1) == Some(&b'\n') {
            continue;
        }
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01B3);
    }
    hash
}

/// The header's line for a source, which is named by its path below the catalogue's folder.
#[allow(dead_code)]
pub fn line(source: &str, text: &[u8]) -> String {
    format!("{MARK}{:016x} {source}\n", digest(text))
}

/// Whether a text bears such a line.
#[allow(dead_code)]
pub fn is_in(text: &str) -> bool {
    text.lines().any(|line| line.starts_with(MARK))
}

/// Compares the sources below `folder` with the digests in the header of a generated file; returns the sources.
///
/// # Errors
/// The text says which source cannot be read or has changed.
#[allow(dead_code)]
pub fn verify(folder: &Path, generated: &Path) -> Result<Vec<String>, String> {
    let header = read(&folder.join(generated))?;
    let header = String::from_utf8_lossy(&header);
    let mut sources = Vec::new();
    for line in header.lines().filter_map(|line| line.strip_prefix(MARK)) {
        let (expected, source) = line.split_once(' ').unwrap_or((line, ""));
        let text = read(&folder.join(source))?;
        if format!("{:016x}", digest(&text)) != expected {
            return Err(format!("{source} has changed since {} was generated from it", generated.display()));
        }
        sources.push(source.to_owned());
    }
    if sources.is_empty() {
        return Err(format!("{} does not say what it was generated from", generated.display()));
    }
    Ok(sources)
}

fn read(path: &Path) -> Result<Vec<u8>, String> {
    fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}
