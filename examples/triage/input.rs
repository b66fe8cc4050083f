//! Files and standard input, as text in UTF-8 whatever they are written in.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, IsTerminal, Read, Seek};
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;
use indicatif::{ProgressBar, ProgressStyle};

use crate::formats::evtx;
use crate::line_ends::LineEnds;

/// By this much of a file its format is told.
const HEAD: usize = 64 << 10;
/// Reading less than this takes no time worth a progress bar.
const LONG: u64 = 64 << 20;

/// How compressed files begin.
const COMPRESSED: &[(&[u8], &str)] = &[
    (b"\x1F\x8B", "gzip"),
    (b"PK\x03\x04", "zip"),
    (b"\x28\xB5\x2F\xFD", "zstd"),
    (b"BZh", "bzip2"),
    (b"\xFD7zX", "xz"),
    (b"7z\xBC\xAF", "7z"),
];

/// A file that can be read more than once.
pub struct Input {
    file: File,
    encoding: Option<&'static Encoding>,
}

impl Input {
    /// Opens a file, or standard input for `-`.
    pub fn open(path: &Path, encoding: Option<&'static Encoding>) -> io::Result<Self> {
        let file = match path.to_str() {
            Some("-") => spool(&mut io::stdin().lock())?,
            _ => {
                let mut file = File::open(path)?;
                let kind = file.metadata()?;
                if kind.is_dir() {
                    return Err(io::Error::other("it is a folder; name the files in it"));
                }
                if kind.is_file() { file } else { spool(&mut file)? }
            }
        };
        Ok(Self { file, encoding })
    }

    /// The file itself, if Windows keeps its logs in it.
    pub fn evtx(&mut self) -> io::Result<Option<File>> {
        let is_log = self.head(evtx::SIGNATURE.len())? == evtx::SIGNATURE;
        Ok(if is_log { Some(self.file.try_clone()?) } else { None })
    }

    /// What a compressed file is compressed with.
    pub fn compression(&mut self) -> io::Result<Option<&'static str>> {
        let head = self.head(4)?;
        Ok(COMPRESSED.iter().find(|(begin, _)| head.starts_with(begin)).map(|(_, name)| *name))
    }

    /// The text from its start, and its first part to tell the format by.
    pub fn text(&mut self) -> io::Result<(String, Box<dyn BufRead>)> {
        let head = self.head(HEAD)?;
        let encoding = without_mark(&head).or(self.encoding.filter(|_| !is_utf8(&head)));
        let file = watched(self.file.try_clone()?)?;
        let text =
            DecodeReaderBytesBuilder::new().encoding(encoding).bom_override(true).strip_bom(true).build(file);
        let mut text = LineEnds::new(text);
        let head = read_up_to(HEAD, &mut text)?;
        let begin = String::from_utf8_lossy(&head).into_owned();
        Ok((begin, Box::new(BufReader::with_capacity(HEAD, Cursor::new(head).chain(text)))))
    }

    /// Up to so many bytes from its start, where it is left.
    fn head(&mut self, most: usize) -> io::Result<Vec<u8>> {
        self.file.rewind()?;
        let head = read_up_to(most, &mut self.file)?;
        self.file.rewind()?;
        Ok(head)
    }
}

/// Some formats are read twice or by position, which a pipe does not allow.
fn spool(input: &mut dyn Read) -> io::Result<File> {
    let mut file = tempfile::tempfile()?;
    io::copy(input, &mut file)?;
    file.rewind()?;
    Ok(file)
}

fn read_up_to(most: usize, input: &mut dyn Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(most);
    input.take(most as u64).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// The encoding of a text without a byte order mark that is UTF-16: in what logs hold, nearly every other byte is 0.
fn without_mark(head: &[u8]) -> Option<&'static Encoding> {
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, quarter) = (zeros(0), zeros(1), head.len() / 8);
    match head.len() {
        0..4 => None,
        _ if odd > quarter && even < odd / 8 => Some(UTF_16LE),
        _ if even > quarter && odd < even / 8 => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether a text is UTF-8 and nothing else; its last character may be cut.
fn is_utf8(head: &[u8]) -> bool {
    let valid = std::str::from_utf8(head).map_or_else(|error| error.error_len().is_none(), |_| true);
    valid && !head.is_ascii()
}

/// The file under a progress bar, where somebody waits for it.
fn watched(file: File) -> io::Result<Box<dyn Read>> {
    let length = file.metadata()?.len();
    if length < LONG || !io::stderr().is_terminal() {
        return Ok(Box::new(file));
    }
    let bar = ProgressBar::new(length);
    if let Ok(style) = ProgressStyle::with_template("{bar:40} {bytes}/{total_bytes}, {eta} left") {
        bar.set_style(style);
    }
    Ok(Box::new(bar.wrap_read(file)))
}
