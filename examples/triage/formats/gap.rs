//! What stands between the events of a file of XML: markup, or text that would be lost.

/// More of a line between events is not kept.
const LONGEST_LINE: usize = 100;

/// What stands between events.
#[derive(Default)]
pub struct Gap {
    /// The text of the line at hand, without markup.
    line: Vec<u8>,
    markup: Option<Markup>,
    /// What the first line before the first event begins with, up to its colon: a copy of Event Viewer's, in any language, has
    /// the same before each event.
    heading: Vec<u8>,
    /// Whether an event stands on the line at hand: there, the rest may be anything, such as the head of syslog.
    is_free: bool,
    /// Before the first event there may be a banner.
    is_behind_event: bool,
    /// The line of a heading to which no event has come yet.
    headed: Option<u64>,
    /// The first line that belongs to nothing.
    foreign: Option<u64>,
    /// Whether there was one already.
    is_told: bool,
}

impl Gap {
    /// Reads what was dropped, in lines from this one on.
    pub fn read(&mut self, bytes: &[u8], first: u64) {
        let mut number = first;
        for byte in bytes {
            match byte {
                b'\n' => {
                    self.end_line(number);
                    number += 1;
                }
                _ if self.markup.is_some() => self.markup = self.markup.take().and_then(|it| it.read(*byte)),
                b'<' => self.markup = Some(Markup::default()),
                _ if self.line.len() == LONGEST_LINE => {}
                byte => self.line.push(*byte),
            }
        }
    }

    /// Judges a line, at its end or that of the file.
    pub fn end_line(&mut self, number: u64) {
        let text = self.line.trim_ascii();
        // `Record 1` stands before each record of some tools, and crashes leave zeros.
        let is_heading =
            text.strip_prefix(b"Record ").is_some_and(|rest| rest.iter().all(u8::is_ascii_digit));
        let is_empty = text.iter().all(|byte| *byte == 0);
        if !self.is_behind_event {
            if let (true, Some(colon)) = (self.heading.is_empty(), memchr::memchr(b':', text)) {
                self.heading = text[..=colon].to_vec();
            }
        } else if !self.heading.is_empty() && text.starts_with(&self.heading) {
            let before = self.headed.replace(number);
            self.foreign = self.foreign.or(before);
            self.is_told = true;
        } else if !(is_empty || is_heading || self.is_free || self.is_told) {
            (self.foreign, self.is_told) = (Some(number), true);
        }
        self.line.clear();
        self.is_free = false;
    }

    /// An event begins.
    pub fn end(&mut self) {
        self.line.clear();
        (self.is_free, self.is_behind_event, self.is_told) = (true, true, false);
        (self.headed, self.markup) = (None, None);
    }

    /// The file ends.
    pub fn end_file(&mut self, number: u64) {
        self.end_line(number);
        self.foreign = self.foreign.or(self.headed.take());
    }

    /// The first line that belongs to nothing, once for each gap.
    pub fn foreign(&mut self) -> Option<u64> {
        self.foreign.take()
    }
}

/// Markup that has begun.
#[derive(Default)]
struct Markup {
    /// Its first bytes.
    begin: Vec<u8>,
    /// Its last two.
    last: [u8; 2],
}

impl Markup {
    /// Goes on; `None` if this byte ends it.
    fn read(mut self, byte: u8) -> Option<Self> {
        let is_end = match self.begin.as_slice() {
            [b'!', b'-', b'-'] => self.last == *b"--",
            [b'?', ..] => self.last[1] == b'?',
            _ => true,
        };
        if is_end && byte == b'>' {
            return None;
        }
        if self.begin.len() < 3 {
            self.begin.push(byte);
        }
        self.last = [self.last[1], byte];
        Some(self)
    }
}
