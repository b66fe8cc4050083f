//! Event logs as Windows keeps them, read by the crate `evtx`.

use std::fs::File;
use std::io;
use std::panic::{self, AssertUnwindSafe};

use evtx::{EvtxParser, ParserSettings};

use super::xml;
use crate::record::{Place, Record, Sink};

/// With what such a file begins.
pub const SIGNATURE: &[u8] = b"ElfFile\0";

/// Reads the records of one chunk of 64 KiB after another.
pub fn read(file: File, sink: &mut dyn Sink) -> io::Result<()> {
    let settings = ParserSettings::default().num_threads(1).indent(false);
    let mut parser = EvtxParser::from_read_seek(file).map_err(io::Error::other)?.with_configuration(settings);
    let mut records = parser.records();
    let (mut record, mut last) = (Record::default(), 0);
    loop {
        let next = quietly(|| records.next());
        let why = match next {
            Err(_) => {
                sink.unreadable(Place::AfterRecord(last), "the file is damaged from here on");
                return Ok(());
            }
            Ok(None) => return Ok(()),
            Ok(Some(Err(error))) => Some(first_line(&error.to_string())),
            Ok(Some(Ok(found))) => {
                last = found.event_record_id;
                xml::event(&found.data, &mut record).err()
            }
        };
        match why {
            Some(why) => sink.unreadable(Place::AfterRecord(last), &why),
            None if record.is_event() => sink.record(&record),
            None => sink.unreadable(Place::AfterRecord(last), "an event without its id or its source"),
        }
        record.clear();
    }
}

/// The library indexes into what it reads, and a damaged file makes it panic: that is said once, and by us.
fn quietly<T>(read: impl FnOnce() -> T) -> std::thread::Result<T> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let result = panic::catch_unwind(AssertUnwindSafe(read));
    panic::set_hook(hook);
    result
}

fn first_line(text: &str) -> String {
    text.lines().next().unwrap_or_default().to_owned()
}
