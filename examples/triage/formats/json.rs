//! JSON records: `Get-WinEvent | ConvertTo-Json`, `evtx_dump -o json` and `jsonl`, Winlogbeat, Elastic Common
//! Schema, OpenTelemetry, and rows of Log Analytics, one a line, in an array, or one below the other.

use std::borrow::Cow;
use std::fmt;
use std::io::{self, BufRead};

use serde::de::{DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::json_text::not_json;
use super::{embedded, log_analytics, otlp};
use crate::fields::{Path, Scalar};
use crate::record::{Place, Record, Sink};

/// A value that is longer is not read; answers of Log Analytics have up to as much.
const LONGEST: usize = 64 << 20;

/// Reads the objects of a file one by one, so that a broken one does not hide the next.
pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let mut record = Record::default();
    let mut frames = Frames { input, line: 1, is_line_start: true };
    let mut bytes = Vec::new();
    loop {
        if frames.is_line_start && frames.line(&mut record, sink)? {
            continue;
        }
        let Some((line, why)) = frames.next(&mut bytes)? else { return Ok(()) };
        let why = match why {
            Some(why) => Some(why.to_owned()),
            None => object(&bytes, &mut record, sink).err(),
        };
        if let Some(why) = why {
            sink.unreadable(Place::Line(line), &why);
        }
        record.clear();
        bytes.clear();
    }
}

/// Reads one object, which is a record or holds several.
fn object(bytes: &[u8], record: &mut Record, sink: &mut dyn Sink) -> Result<(), String> {
    // Nearly every text is valid, and that is checked faster than mended.
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => String::from_utf8_lossy(bytes),
    };
    if otlp::is_export(&text) {
        return otlp::read(&text, record, sink);
    }
    if log_analytics::is_answer(&text) {
        return log_analytics::read(&text, record, sink);
    }
    walk(&text, record).map_err(|error| not_json(&error))?;
    if !record.is_event() {
        return Err("an object without an event's id and source".to_owned());
    }
    sink.record(record);
    Ok(())
}

fn walk(text: &str, record: &mut Record) -> serde_json::Result<()> {
    let mut json = serde_json::Deserializer::from_str(text);
    Walk { path: Path::Root, record }.deserialize(&mut json)?;
    json.end()
}

/// The objects of a file, found by their braces.
struct Frames<'a> {
    input: &'a mut dyn BufRead,
    line: u64,
    is_line_start: bool,
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
        let holds_several = otlp::is_export(text) || log_analytics::is_answer(text);
        if holds_several || walk(text, record).is_err() || !record.is_event() {
            record.clear();
            return Ok(false);
        }
        sink.record(record);
        record.clear();
        self.input.consume(end + 1);
        self.line += 1;
        Ok(true)
    }

    /// The next object in `frame`, the line that it begins in, and what is wrong with it.
    fn next(&mut self, frame: &mut Vec<u8>) -> io::Result<Option<(u64, Option<&'static str>)>> {
        let (mut depth, mut is_text, mut is_escaped, mut is_other) = (0_u64, false, false, false);
        let (mut begin, mut column) = (self.line, 0_usize);
        loop {
            let chunk = self.input.fill_buf()?;
            if chunk.is_empty() {
                let is_cut = depth > 0;
                return Ok(is_cut.then_some((begin, Some("the file ends inside an object"))));
            }
            let mut from = (depth > 0).then_some(0);
            let (mut at, mut outcome) = (0, None);
            while outcome.is_none() && at < chunk.len() {
                let byte = chunk[at];
                at += 1;
                column += 1;
                match byte {
                    b'\n' if is_text => outcome = Some(Some("a text without its end")),
                    b'\n' if is_other => outcome = Some(Some("neither an object nor a list of objects")),
                    _ if is_escaped => is_escaped = false,
                    b'\\' if is_text => is_escaped = true,
                    b'"' if depth > 0 => is_text = !is_text,
                    _ if is_text => {
                        // Most of a record is text.
                        let rest = &chunk[at..];
                        at += memchr::memchr3(b'"', b'\\', b'\n', rest).unwrap_or(rest.len());
                    }
                    // Inside a record, no line begins with a brace; the next record does.
                    b'{' if depth > 0 && column == 1 => {
                        at -= 1;
                        outcome = Some(Some("an object without its end"));
                    }
                    b'{' if depth == 0 => {
                        (begin, depth, is_other) = (self.line, 1, false);
                        from = Some(at - 1);
                    }
                    b'{' | b'[' if depth > 0 => depth += 1,
                    b'}' | b']' if depth > 0 => {
                        depth -= 1;
                        if depth == 0 {
                            outcome = Some(None);
                        }
                    }
                    // `Record 1` stands before each record of some tools.
                    _ if depth == 0 && column == 1 && byte.is_ascii_alphanumeric() && byte != b'R' => {
                        (begin, is_other) = (self.line, true);
                    }
                    _ => {}
                }
                if byte == b'\n' {
                    self.line += 1;
                    column = 0;
                }
            }
            if let Some(from) = from {
                // Beyond the limit, the rest is only read to find the end.
                let room = (LONGEST + 1).saturating_sub(frame.len());
                frame.extend_from_slice(&chunk[from..at.min(from + room)]);
            }
            // With the end of its line, so that the next record is met at the start of its own.
            if let (Some(_), Some(b'\n')) = (outcome, chunk.get(at)) {
                at += 1;
                column = 0;
                self.line += 1;
            }
            self.input.consume(at);
            self.is_line_start = column == 0;
            if let Some(why) = outcome {
                let is_too_long = frame.len() > LONGEST;
                return Ok(Some((
                    begin,
                    if is_too_long { Some("the object is longer than 64 MiB") } else { why },
                )));
            }
        }
    }
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
        // Some tools write every number with a point.
        if number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number) {
            embedded::set(self.record, self.path, Scalar::Number(number as u64));
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
