//! Records as lines of names and values: `wevtutil qe /f:text`, `Get-WinEvent | Format-List`, and what Event Viewer copies
//! as text.

use std::io::{self, BufRead};

use super::lines::Lines;
use crate::fields::{Path, Scalar};
use crate::record::{Place, Record, Sink};

/// A message that is longer is cut there.
const LONGEST: usize = 1 << 20;

/// How a record begins and how a name ends.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Style {
    /// `Event[0]` begins a record, older `wevtutil` writes `Event[0]:`; the message comes last.
    Wevtutil,
    /// As Event Viewer copies them: `Log Name:` begins a record, the message comes last.
    Details,
    /// `Name : value` is aligned, values go on in indented lines, and an empty line stands between records.
    PropertyList,
}

struct Reader<'a> {
    style: Style,
    sink: &'a mut dyn Sink,
    record: Record,
    /// The line that the record begins in; 0 outside records.
    begin: u64,
    /// The one at hand; before the first, its name is empty.
    property: Property,
    /// Properties since the last empty line, which may be the next record's.
    paragraph: Vec<Property>,
    /// Names that the record has so far, of those that mean something: where one is met again, the next record begins.
    names: Vec<String>,
    /// Whether the last line of the value ends inside a word that was broken to fit the width of a console.
    is_broken: bool,
    is_behind_empty: bool,
}

#[derive(Default)]
struct Property {
    /// The line that it begins in.
    line: u64,
    name: String,
    value: String,
}

pub fn read(input: &mut dyn BufRead, style: Style, sink: &mut dyn Sink) -> io::Result<()> {
    let mut reader = Reader {
        style,
        sink,
        record: Record::default(),
        begin: 0,
        property: Property::default(),
        paragraph: Vec::new(),
        names: Vec::new(),
        is_broken: false,
        is_behind_empty: false,
    };
    let (mut lines, mut line) = (Lines::new(input), String::new());
    while lines.next(&mut line)? {
        reader.read(&line, lines.number);
        reader.is_behind_empty = line.trim().is_empty();
    }
    reader.end_record();
    Ok(())
}

impl Reader<'_> {
    fn read(&mut self, line: &str, number: u64) {
        match self.style {
            Style::Wevtutil if is_event_line(line) => {
                self.end_record();
                self.begin = number;
            }
            Style::Details if line.starts_with(DETAILS) && self.begin > 0 => {
                self.end_record();
                self.read(line, number);
            }
            // The message is the last value, and its lines may look like names.
            Style::Wevtutil | Style::Details if self.property.name == "Description" => self.go_on(line),
            Style::Wevtutil | Style::Details => match line.trim_start().split_once(':') {
                Some((name, value)) => self.begin_value(name, value, number),
                None => self.go_on(line),
            },
            Style::PropertyList => match name_and_value(line) {
                Some((name, _)) if self.begins_record(line, name) => {
                    self.end_record_before(name);
                    self.read(line, number);
                }
                Some((name, value)) => {
                    self.begin_value(name, value, number);
                    self.is_broken = is_broken(line, value);
                }
                None => {
                    self.go_on(line.trim_start());
                    self.is_broken = is_broken(line, line);
                }
            },
        }
    }

    /// Whether a name belongs to the next record, since this one has it already.
    fn begins_record(&mut self, line: &str, name: &str) -> bool {
        if self.is_behind_empty && !line.starts_with(' ') {
            self.end_value();
            self.store();
        }
        self.names.iter().any(|other| other == name)
    }

    fn begin_value(&mut self, name: &str, value: &str, number: u64) {
        self.end_value();
        if self.begin == 0 {
            self.begin = number;
        }
        if Path::of(name) != Path::Nowhere {
            self.names.push(name.to_owned());
        }
        self.property = Property { line: number, name: name.to_owned(), value: value.trim().to_owned() };
    }

    fn go_on(&mut self, line: &str) {
        let Property { name, value, .. } = &mut self.property;
        if !name.is_empty() && value.len() + line.len() < LONGEST {
            // Neither the address of a page nor a code is joined to what stands in another line.
            if !self.is_broken || line.starts_with("0x") {
                value.push('\n');
            }
            value.push_str(line);
        }
    }

    fn end_value(&mut self) {
        let property = std::mem::take(&mut self.property);
        if Path::of(&property.name) != Path::Nowhere {
            self.paragraph.push(property);
        }
    }

    /// Stores the paragraph's properties in the record.
    fn store(&mut self) {
        for property in self.paragraph.drain(..) {
            Path::of(&property.name).set(&mut self.record, Scalar::Text(property.value.trim()));
        }
    }

    /// Ends the record before a name that begins the next one: what stands in the name's paragraph belongs to that, unless
    /// the name itself does, or the record says too little without it.
    fn end_record_before(&mut self, name: &str) {
        self.end_value();
        let is_own = self.paragraph.iter().any(|property| property.name == name);
        if is_own || !self.sink.takes(&self.record) {
            return self.end_record();
        }
        let next = std::mem::take(&mut self.paragraph);
        self.end_record();
        self.begin = next.first().map_or(0, |property| property.line);
        self.names = next.iter().map(|property| property.name.clone()).collect();
        self.paragraph = next;
    }

    fn end_record(&mut self) {
        self.end_value();
        self.store();
        self.names.clear();
        if self.begin > 0 {
            self.sink.record_or_lack(&self.record, "a record", Place::Line(self.begin));
        }
        self.record.clear();
        self.begin = 0;
    }
}

/// The least width that a console breaks lines at.
const CONSOLE: usize = 78;

/// Whether a line is full and its value one word, whose rest stands in the next line.
fn is_broken(line: &str, value: &str) -> bool {
    let is_word = |value: &str| !value.contains(char::is_whitespace) && !value.contains("://");
    line.len() >= CONSOLE && line.chars().count() >= CONSOLE && is_word(value.trim())
}

/// With what a record of [`Style::Details`] begins.
pub const DETAILS: &str = "Log Name:";

/// `Event[12]`, `Event[12]:`.
pub fn is_event_line(line: &str) -> bool {
    let number = line.trim_end().trim_end_matches(':').strip_prefix("Event[");
    number.and_then(|rest| rest.strip_suffix(']')).is_some_and(|number| number.parse::<u64>().is_ok())
}

/// `Id               : 1001`.
pub fn name_and_value(line: &str) -> Option<(&str, &str)> {
    let (name, value) = line.split_once(" :").or_else(|| line.split_once(':'))?;
    let name = name.trim_end();
    let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric());
    // A value that is a name itself stands behind a space, and in a message there are no columns.
    (is_name && (value.is_empty() || value.starts_with(' '))).then_some((name, value))
}
