//! JSON records: `Get-WinEvent | ConvertTo-Json`, `evtx_dump -o json` and `jsonl`, Winlogbeat, Elastic Common
//! Schema, OpenTelemetry, and rows of Log Analytics, one a line, in an array, or one below the other.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::json_text::{Others, Unread, begins_with, has_list, not_json, whole};
use super::{embedded, log_analytics, otlp, wrapped};
use crate::fields::{Path, Scalar};
use crate::record::{Place, Record, Sink};

/// A value that is longer is not read; answers of Log Analytics have up to as much.
const LONGEST: usize = 64 << 20;

/// Reads the objects of a file one by one, so that a broken one does not hide the next.
pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let mut record = Record::default();
    let mut frames = Frames { input, braces: Braces { line: 1, ..Braces::default() } };
    let mut bytes = Vec::new();
    loop {
        if frames.braces.column == 0 && frames.line(&mut record, sink)? {
            continue;
        }
        let Some((line, frame)) = frames.next(&mut bytes)? else { return Ok(()) };
        let result = match frame {
            Ok(()) => object(&bytes, &mut record, sink),
            Err(why) => Err(why.to_owned().into()),
        };
        if let Err(Unread { records, why }) = result {
            sink.unreadable(Place::Line(line), records, &why);
        }
        record.clear();
        bytes.clear();
    }
}

/// Reads one object, which is a record or holds several.
fn object(bytes: &[u8], record: &mut Record, sink: &mut dyn Sink) -> Result<(), Unread> {
    // Nearly every text is valid, and that is checked faster than mended.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    };
    if let Some(read) = reader_of_several(&text, begins_with) {
        return read(&text, record, sink);
    }
    walk(&text, record).map_err(|error| not_json(&error))?;
    if sink.takes(record) {
        sink.record(record);
        return Ok(());
    }
    let lack = record.lack();
    if let Some(read) = reader_of_several(&text, has_list) {
        return read(&text, record, sink);
    }
    let Some(records) = wrapped::records(&text) else {
        return Err(format!("an object {lack}").into());
    };
    let mut others = Others::default();
    for inner in records {
        record.clear();
        Walk { path: Path::Root, record }.deserialize(inner).map_err(|error| not_json(&error))?;
        others.hand_on(record, sink);
    }
    others.told("an object", "objects")
}

/// Formats whose objects hold several records, by the key of these.
const SEVERAL: [(&str, Reader); 2] = [(otlp::KEY, otlp::read), (log_analytics::KEY, log_analytics::read)];

type Reader = fn(&str, &mut Record, &mut dyn Sink) -> Result<(), Unread>;

/// What reads an object of several records, of which the key is looked for in this way.
fn reader_of_several(text: &str, has: fn(&str, &str) -> bool) -> Option<Reader> {
    SEVERAL.into_iter().find(|(key, _)| has(text, key)).map(|(_, read)| read)
}

fn walk(text: &str, record: &mut Record) -> serde_json::Result<()> {
    let mut json = serde_json::Deserializer::from_str(text);
    Walk { path: Path::Root, record }.deserialize(&mut json)?;
    json.end()
}

/// The objects of a file, found by their braces.
struct Frames<'a> {
    input: &'a mut dyn BufRead,
    braces: Braces,
}

impl Frames<'_> {
    /// Reads a record that is a line of its own, as most are, without looking for its braces; whether there
    /// was one. What is wrong with any other is found out by `next`.
    fn line(&mut self, record: &mut Record, sink: &mut dyn Sink) -> io::Result<bool> {
        let chunk = self.input.fill_buf()?;
        let Some(end) = memchr::memchr(b'\n', chunk) else { return Ok(false) };
        let line = chunk[..end].trim_ascii_end();
        let line = line.strip_suffix(b",").unwrap_or(line);
        if !(line.starts_with(b"{") && line.ends_with(b"}")) {
            return Ok(false);
        }
        let Ok(text) = std::str::from_utf8(line) else { return Ok(false) };
        let holds_several = reader_of_several(text, begins_with).is_some();
        if holds_several || walk(text, record).is_err() || !sink.takes(record) {
            record.clear();
            return Ok(false);
        }
        sink.record(record);
        record.clear();
        self.input.consume(end + 1);
        self.braces.line += 1;
        Ok(true)
    }

    /// The next object in `frame`, and the line that it begins in; or what is wrong with it.
    fn next(&mut self, frame: &mut Vec<u8>) -> io::Result<Option<(u64, Framed)>> {
        self.braces.restart();
        loop {
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                let is_open = self.braces.depth > 0;
                return Ok(is_open.then_some((self.braces.begin, Err("the file ends inside an object"))));
            }
            let (length, end) = self.braces.read(chunk, frame);
            self.input.consume(length);
            if let Some(result) = end {
                let is_too_long = frame.len() > LONGEST;
                let result = if is_too_long { Err("the object is longer than 64 MiB") } else { result };
                return Ok(Some((self.braces.begin, result)));
            }
        }
    }
}

/// Whether an object is whole, or why it is not.
type Framed = Result<(), &'static str>;

/// Where a walk over the bytes of a file stands.
#[derive(Default)]
struct Braces {
    /// The line at hand, and the one that the object begins in.
    line: u64,
    begin: u64,
    /// Objects and lists that are open.
    depth: u64,
    /// Bytes of the line so far, but for most of those inside of texts.
    column: usize,
    is_text: bool,
    is_escaped: bool,
    /// Whether the line is neither an object nor a list.
    is_other: bool,
}

/// What a byte tells.
enum Seen {
    Nothing,
    /// It is inside of a text.
    Text,
    /// An object begins with it.
    Object,
    /// Something else begins with it.
    Other,
    /// It is the last one of an object, whole or broken.
    End(Framed),
    /// It is the first one of the next object, before the last one has ended.
    NextRecord,
}

impl Braces {
    /// Forgets the object at hand.
    fn restart(&mut self) {
        *self = Self { line: self.line, begin: self.line, ..Self::default() };
    }

    /// Reads on to the end of the object, whose bytes it adds to `frame`, or of the chunk; how far that is, and the end if it
    /// was met.
    fn read(&mut self, chunk: &[u8], frame: &mut Vec<u8>) -> (usize, Option<Framed>) {
        let mut from = (self.depth > 0).then_some(0);
        let (mut at, mut end) = (0, None);
        while end.is_none() && at < chunk.len() {
            let byte = chunk[at];
            at += 1;
            match self.step(byte) {
                Seen::Nothing => {}
                Seen::Text => {
                    // Most of a record is text.
                    let rest = &chunk[at..];
                    at += memchr::memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
                }
                Seen::Object => (self.begin, from) = (self.line, Some(at - 1)),
                Seen::Other => self.begin = self.line,
                Seen::End(result) => end = Some(result),
                Seen::NextRecord if opens_list(frame, &chunk[from.unwrap_or(0)..at - 1]) => {
                    // What is around the list says nothing of its records.
                    at -= 1;
                    frame.clear();
                    from = None;
                    self.restart();
                    continue;
                }
                Seen::NextRecord => {
                    at -= 1;
                    end = Some(Err("an object without its end"));
                }
            }
            self.line += u64::from(byte == b'\n');
        }
        if let Some(from) = from {
            // Beyond the limit, the rest is only read to find the end.
            let room = (LONGEST + 1).saturating_sub(frame.len());
            frame.extend_from_slice(&chunk[from..at.min(from + room)]);
        }
        // With the end of its line, so that the next record is met at the start of its own.
        if let (Some(_), Some(b'\n')) = (end, chunk.get(at)) {
            at += 1;
            (self.column, self.line) = (0, self.line + 1);
        }
        (at, end)
    }

    /// What the next byte tells.
    fn step(&mut self, byte: u8) -> Seen {
        self.column = if byte == b'\n' { 0 } else { self.column + 1 };
        match byte {
            b'\n' if self.is_text => return Seen::End(Err("a text without its end")),
            b'\n' if self.is_other => return Seen::End(Err("neither an object nor a list of objects")),
            _ if self.is_escaped => self.is_escaped = false,
            b'\\' if self.is_text => self.is_escaped = true,
            b'"' if self.depth > 0 => self.is_text = !self.is_text,
            _ if self.is_text => return Seen::Text,
            // Inside a record, no line begins with a brace, unless it is written without indentation; the next record does.
            b'{' if self.depth > 0 && self.column == 1 => return Seen::NextRecord,
            b'{' if self.depth == 0 => {
                (self.depth, self.is_other) = (1, false);
                return Seen::Object;
            }
            b'{' | b'[' if self.depth > 0 => self.depth += 1,
            b'}' | b']' if self.depth > 0 => {
                self.depth -= 1;
                if self.depth == 0 {
                    return Seen::End(Ok(()));
                }
            }
            _ if self.depth == 0 && self.column == 1 && begins_other(byte) => {
                self.is_other = true;
                return Seen::Other;
            }
            _ => {}
        }
        Seen::Nothing
    }
}

/// Whether a list of records begins at the end of two parts of an object, which is no record itself.
fn opens_list(head: &[u8], tail: &[u8]) -> bool {
    let mut text = [head, tail].concat();
    let is_record = has_id(&text);
    text.retain(|byte| !byte.is_ascii_whitespace());
    !is_record && wrapped::LISTS.iter().any(|key| text.ends_with(format!("\"{key}\":[").as_bytes()))
}

/// Whether a part of an object has the key of an event's id.
fn has_id(text: &[u8]) -> bool {
    let keys: [&[u8]; 5] = [b"\"Id\"", b"\"EventID\"", b"\"EventId\"", b"event_id\"", b"\"EventCode\""];
    keys.into_iter().any(|key| memchr::memmem::find(text, key).is_some())
}

/// Whether the first byte of a line begins neither an object nor a list, nor ends one. `Record 1` stands before each record of
/// some tools, byte order marks where files were joined, and crashes leave zeros.
fn begins_other(byte: u8) -> bool {
    !byte.is_ascii_whitespace() && !matches!(byte, b'[' | b']' | b'}' | b',' | b'R' | 0xEF | 0)
}

/// Walks through an object and stores what it finds under the path that leads to it.
struct Walk<'a> {
    path: Path,
    record: &'a mut Record,
}

impl<'de> DeserializeSeed<'de> for Walk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<(), D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Walk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(path) = map.next_key_seed(Step(self.path))? {
            map.next_value_seed(Walk { path, record: self.record })?;
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        while list.next_element_seed(Walk { path: self.path, record: self.record })?.is_some() {}
        Ok(())
    }

    fn visit_str<E>(self, text: &str) -> Result<(), E> {
        embedded::set(self.record, self.path, Scalar::Text(text));
        Ok(())
    }

    fn visit_u64<E>(self, number: u64) -> Result<(), E> {
        embedded::set(self.record, self.path, Scalar::Number(number));
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, number: f64) -> Result<(), E> {
        match whole(number) {
            Some(number) => embedded::set(self.record, self.path, Scalar::Number(number)),
            // Seconds since 1970 with a fraction.
            None if self.path.is_time() => {
                embedded::set(self.record, self.path, Scalar::Text(&format!("{number:.6}")));
            }
            None => {}
        }
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }
}

/// Goes on from a path by the name that comes next.
struct Step(Path);

impl<'de> DeserializeSeed<'de> for Step {
    type Value = Path;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Path, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for Step {
    type Value = Path;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E>(self, name: &str) -> Result<Path, E> {
        Ok(match (self.0, name) {
            // A record may be nested in nothing.
            (Path::Root, "") => Path::Root,
            (path, name) => path.below(name),
        })
    }
}
