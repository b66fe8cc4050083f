//! Event logs as Windows keeps them, read by the crate `evtx`.

use std::fs::File;
use std::io::{self, Read, Seek};
use std::panic::{self, AssertUnwindSafe};

use evtx::err::{ChunkError, EvtxError};
use evtx::{EvtxParser, ParserSettings};

use super::xml;
use crate::record::{Place, Record, Sink};

/// With what such a file begins.
pub const SIGNATURE: &[u8] = b"ElfFile\0";

const HEADER: u64 = 4096;
const CHUNK: u64 = 64 << 10;

/// Reads the records of one chunk after another; damaged ones only if asked to, for in these the library may not come to an
/// end.
pub fn read(mut file: File, damaged: bool, sink: &mut dyn Sink) -> io::Result<()> {
    let is_cut_off = is_cut_off(&mut file)?;
    let settings = ParserSettings::default().num_threads(1).indent(false).validate_checksums(!damaged);
    let mut parser = EvtxParser::from_read_seek(file).map_err(io::Error::other)?.with_configuration(settings);
    let mut records = parser.records();
    let (mut record, mut last) = (Record::default(), 0);
    loop {
        let next = quietly(|| records.next());
        let why = match next {
            Err(_) => {
                sink.unreadable(Place::AfterRecord(last), 1, "the file is damaged from here on");
                return Ok(());
            }
            Ok(None) => break,
            Ok(Some(Err(error))) => Some(reason(&error)),
            Ok(Some(Ok(found))) => {
                last = found.event_record_id;
                xml::event(&found.data, &mut record).err()
            }
        };
        match why {
            Some(why) => sink.unreadable(Place::AfterRecord(last), 1, &why),
            None => sink.record_or_lack(&record, "an event", Place::AfterRecord(last)),
        }
        record.clear();
    }
    if is_cut_off {
        sink.unreadable(Place::AfterRecord(last), 1, "the file is cut off");
    }
    Ok(())
}

/// Whether the file is shorter than its header says, or ends inside a chunk.
fn is_cut_off(file: &mut File) -> io::Result<bool> {
    let mut header = Vec::new();
    file.take(HEADER).read_to_end(&mut header)?;
    file.rewind()?;
    let chunks = header.get(42..44).map_or(0, |count| u64::from(u16::from_le_bytes([count[0], count[1]])));
    let length = file.metadata()?.len();
    Ok(length < HEADER + chunks * CHUNK || (length - HEADER) % CHUNK != 0)
}

/// Why something could not be read.
fn reason(error: &EvtxError) -> String {
    match error {
        EvtxError::FailedToParseChunk { chunk_id, source: ChunkError::InvalidChunkChecksum { .. } } => {
            format!("part {} of the file is damaged; --damaged reads it all the same", chunk_id + 1)
        }
        _ => error.to_string().lines().next().unwrap_or_default().to_owned(),
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
