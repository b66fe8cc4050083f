//! From one file after the other into one summary.

use std::io::{self, Write};
use std::path::Path;

use crate::arguments::Arguments;
use crate::formats::{self, Format};
use crate::input::Input;
use crate::printable::printable;
use crate::record::{Place, Record, Sink};
use crate::summary::{Filter, Summary};
use crate::time::{self, Clock, Order};

/// So many unreadable records of a file are named; the others are counted.
const NAMED: u64 = 10;

pub struct Triage<'a> {
    pub summary: Summary,
    pub clock: Clock,
    /// Files that could not be read at all.
    pub failed_files: usize,
    /// What is asked for.
    pub filter: Filter,
    arguments: &'a Arguments,
    file: String,
    /// Of what cannot be read in the file at hand.
    reports: u64,
}

impl<'a> Triage<'a> {
    pub fn new(arguments: &'a Arguments) -> Self {
        Self {
            summary: Summary::default(),
            clock: Clock { zone: arguments.tz.clone(), order: None, assumed: false, ambiguous: false },
            failed_files: 0,
            filter: arguments.filter(),
            arguments,
            file: String::new(),
            reports: 0,
        }
    }

    /// Reads the embedded sample.
    pub fn sample(&mut self, mut sample: &[u8]) {
        self.file = "sample".to_owned();
        // Reading from memory cannot fail.
        let _ = Format::Xml.read(&mut sample, self);
    }

    /// Reads a file; what goes wrong is said on standard error and does not hide the other files.
    pub fn file(&mut self, path: &Path) {
        self.file = path.display().to_string();
        (self.reports, self.clock.order) = (0, self.arguments.dates);
        let before = self.summary.found();
        let result = self.read(path);
        if self.reports > NAMED {
            self.say(&format!("{} more like these", self.reports - NAMED));
        }
        match result {
            Err(error) => {
                self.failed_files += 1;
                self.say(&error.to_string());
            }
            Ok(()) if before == self.summary.found() => {
                if self.reports > 0 {
                    self.failed_files += 1;
                }
                self.say("it holds no record");
            }
            Ok(()) => {}
        }
    }

    fn read(&mut self, path: &Path) -> io::Result<()> {
        let mut input = Input::open(path, self.arguments.encoding)?;
        if let Some(log) = input.evtx()? {
            return formats::evtx::read(log, self.arguments.damaged, self);
        }
        if let Some(name) = input.compression()? {
            return Err(io::Error::other(format!("it is compressed ({name}); unpack it first")));
        }
        let (head, mut text) = input.text()?;
        let Some(format) = Format::of(&head) else {
            return Err(io::Error::other(
                "it is neither text nor an event log; if it is text, name its encoding with --encoding",
            ));
        };
        if format.has_ambiguous_dates() {
            let mut survey = Survey::default();
            format.read(&mut *text, &mut survey)?;
            self.clock.order = survey.order().or(self.clock.order);
            text = input.text()?.1;
        }
        format.read(&mut *text, self)
    }

    fn say(&self, what: &str) {
        // What a log holds may be in it, too.
        let _ = writeln!(anstream::stderr(), "{}", printable(&format!("{}: {what}", self.file)));
    }
}

impl Sink for Triage<'_> {
    fn takes(&self, record: &Record) -> bool {
        record.is_event() || (record.id.is_some() && self.arguments.log.is_some())
    }

    fn record(&mut self, record: &Record) {
        let log = self.arguments.log.as_deref();
        self.summary.add(record, log, &self.filter, |time| self.clock.read(time));
    }

    fn unreadable(&mut self, place: Place, records: u64, why: &str) {
        self.summary.unreadable += records;
        self.reports += 1;
        if self.reports <= NAMED {
            match place {
                Place::Line(line) => self.say(&format!("line {line}: {why}")),
                Place::AfterRecord(0) => self.say(&format!("the first record: {why}")),
                Place::AfterRecord(record) => self.say(&format!("after record {record}: {why}")),
            }
        }
    }

    fn loose_text(&mut self, text: &str) {
        self.summary.add_loose(text);
    }
}

/// Reads a file for nothing but the order of day and month.
#[derive(Default)]
struct Survey {
    day_first: bool,
    month_first: bool,
}

impl Survey {
    /// The order, if the file leaves no doubt.
    fn order(&self) -> Option<Order> {
        match (self.day_first, self.month_first) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    }
}

impl Sink for Survey {
    fn takes(&self, record: &Record) -> bool {
        record.id.is_some()
    }

    fn record(&mut self, record: &Record) {
        match time::order(record.written()) {
            Some(Order::DayFirst) => self.day_first = true,
            Some(Order::MonthFirst) => self.month_first = true,
            None => {}
        }
    }

    fn unreadable(&mut self, _: Place, _: u64, _: &str) {}

    fn loose_text(&mut self, _: &str) {}
}
