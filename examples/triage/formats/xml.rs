//! Events as XML: of Event Viewer, `wevtutil qe /f:xml` with and without a root element, and `evtx_dump`.

use std::io::{self, BufRead};

use memchr::memmem;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::gap::Gap;
use crate::fields::{Path, Scalar};
use crate::record::{Place, Record, Sink};

/// An event that is longer is not read: Windows writes no more than 64 KiB into one.
const LONGEST: usize = 16 << 20;

/// Reads events one by one, whatever stands between them, so that a broken one does not hide the next.
pub fn read(input: &mut dyn BufRead, sink: &mut dyn Sink) -> io::Result<()> {
    let mut record = Record::default();
    let mut frames =
        Frames { input, kept: Vec::new(), searched: 0, lines: 0, is_inside: false, gap: Gap::default() };
    while let Some((line, frame)) = frames.next()? {
        let why = match frame {
            Frame::Whole(bytes) => event(&String::from_utf8_lossy(&bytes), &mut record).err(),
            Frame::Broken(why) => Some(why.to_owned()),
        };
        match why {
            Some(why) => sink.unreadable(Place::Line(line), 1, &why),
            None => sink.record_or_lack(&record, "an event", Place::Line(line)),
        }
        record.clear();
    }
    Ok(())
}

/// Text from `<Event` to `</Event>`.
enum Frame {
    Whole(Vec<u8>),
    Broken(&'static str),
}

struct Frames<'a> {
    input: &'a mut dyn BufRead,
    /// Read and not yet used.
    kept: Vec<u8>,
    /// Up to where `kept` holds no end of an event.
    searched: usize,
    /// Line breaks before `kept`.
    lines: u64,
    /// Whether `kept` begins with an event.
    is_inside: bool,
    gap: Gap,
}

impl Frames<'_> {
    /// The next event, and the line that it begins in.
    fn next(&mut self) -> io::Result<Option<(u64, Frame)>> {
        loop {
            let found = self.begin().or_else(|| self.end());
            if found.is_some() {
                return Ok(found);
            }
            let chunk = self.input.fill_buf()?;
            let length = chunk.len();
            self.kept.extend_from_slice(chunk);
            self.input.consume(length);
            if length == 0 {
                let line = self.lines + 1;
                if std::mem::take(&mut self.is_inside) {
                    self.kept.clear();
                    return Ok(Some((line, Frame::Broken("the file ends inside an event"))));
                }
                self.gap.read(&self.kept, line);
                self.kept.clear();
                self.gap.end_file(line);
                return Ok(self.foreign());
            }
        }
    }

    /// Drops what stands before the next event, and reports it, once.
    fn begin(&mut self) -> Option<(u64, Frame)> {
        if self.is_inside {
            return None;
        }
        let start = start_tag(&self.kept);
        // The end may be the first half of a tag.
        let end = start.unwrap_or(self.kept.len().saturating_sub(START.len()));
        self.gap.read(&self.kept[..end], self.lines + 1);
        self.drop(end);
        self.searched = 0;
        self.is_inside = start.is_some();
        if self.is_inside {
            self.gap.end();
        }
        self.foreign()
    }

    /// Reports what stood between events, once.
    fn foreign(&mut self) -> Option<(u64, Frame)> {
        Some((self.gap.foreign()?, Frame::Broken("text that belongs to no event")))
    }

    /// The event at hand, if its end was read.
    fn end(&mut self) -> Option<(u64, Frame)> {
        if !self.is_inside {
            return None;
        }
        let line = self.lines + 1;
        // The end of what was searched may be the first half of the tag.
        let from = self.searched.saturating_sub(END.len());
        let end = memmem::find(&self.kept[from..], END).map(|at| from + at + END.len());
        self.searched = self.kept.len();
        let upto = end.unwrap_or(self.kept.len());
        // An event inside an event: the first was cut off.
        let from = from.max(START.len());
        if let Some(next) = self.kept.get(from..upto).and_then(start_tag) {
            self.drop(from + next);
            self.searched = 0;
            return Some((line, Frame::Broken("the event has no end")));
        }
        if upto > LONGEST {
            self.drop(upto);
            self.is_inside = false;
            return Some((line, Frame::Broken("the event is longer than 16 MiB")));
        }
        let whole = self.kept[..end?].to_vec();
        self.drop(whole.len());
        self.is_inside = false;
        Some((line, Frame::Whole(whole)))
    }

    fn drop(&mut self, length: usize) {
        self.lines += memchr::memchr_iter(b'\n', &self.kept[..length]).count() as u64;
        self.kept.drain(..length);
    }
}

const START: &[u8] = b"<Event";
const END: &[u8] = b"</Event>";

/// Where an event begins: not `<Events>`, not `<EventData>`.
fn start_tag(text: &[u8]) -> Option<usize> {
    memmem::find_iter(text, START)
        .find(|at| matches!(text.get(at + START.len()), Some(b' ' | b'>' | b'\t' | b'\r' | b'\n')))
}

/// Reads one event.
pub fn event(text: &str, record: &mut Record) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    // What its parent is called tells what an element means.
    let mut path: Vec<String> = Vec::new();
    let mut content = String::new();
    loop {
        match reader.read_event().map_err(|error| format!("not XML: {error}"))? {
            Event::Start(element) => {
                attributes(&path, &element, record)?;
                close(&path, content.trim(), record);
                path.push(name(&element));
                content.clear();
            }
            Event::Empty(element) => attributes(&path, &element, record)?,
            Event::Text(text) => content += &text.xml10_content().map_err(|error| error.to_string())?,
            Event::CData(text) => content += &text.xml10_content().map_err(|error| error.to_string())?,
            Event::GeneralRef(reference) => {
                let name = reference.decode().map_err(|error| error.to_string())?;
                match reference.resolve_char_ref() {
                    Ok(Some(character)) => content.push(character),
                    _ => {
                        let unknown = || format!("not XML: nothing says what &{name}; is");
                        content += resolve_predefined_entity(&name).ok_or_else(unknown)?;
                    }
                }
            }
            Event::End(_) => {
                close(&path, content.trim(), record);
                content.clear();
                path.pop();
            }
            Event::Eof if path.is_empty() => return Ok(()),
            Event::Eof => return Err("not XML: it ends too early".to_owned()),
            _ => {}
        }
    }
}

fn name(element: &BytesStart<'_>) -> String {
    String::from_utf8_lossy(element.local_name().as_ref()).into_owned()
}

/// Reads the attributes of an element below this path.
fn attributes(path: &[String], element: &BytesStart<'_>, record: &mut Record) -> Result<(), String> {
    if path.last().is_none_or(|parent| parent != "System") {
        return Ok(());
    }
    let (path, name) = match element.local_name().as_ref() {
        b"Provider" => (Path::Provider, "Name"),
        b"TimeCreated" => (Path::Time, "SystemTime"),
        _ => return Ok(()),
    };
    let attribute = element.try_get_attribute(name).map_err(|error| format!("not XML: {error}"))?;
    if let Some(attribute) = attribute {
        let value = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| format!("not XML: {error}"))?;
        path.set(record, Scalar::Text(&value));
    }
    Ok(())
}

/// An element has ended.
fn close(path: &[String], content: &str, record: &mut Record) {
    let (Some(section), Some(name)) = (path.get(1), path.last()) else { return };
    let path = match (section.as_str(), name.as_str()) {
        _ if content.is_empty() => return,
        ("System", "EventID") => Path::Id,
        ("System", "Level") => Path::Level,
        ("System", "Channel") => Path::Channel,
        ("System", "Computer") => Path::Computer,
        ("RenderingInfo", "Task") => Path::Task,
        ("RenderingInfo", "Message") | ("EventData" | "UserData" | "DebugData", _) => Path::Message,
        _ => return,
    };
    path.set(record, Scalar::Text(content));
}
