//! Writes a log as Windows keeps it: as little of the format as a reader needs.

use crate::records::{Row, TIME};

const CHUNK: usize = 64 << 10;
const CHUNK_HEADER: usize = 512;

/// A file with one record for each row.
pub fn evtx(rows: &[Row]) -> Vec<u8> {
    let mut chunks: Vec<Chunk> = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let id = number as u64 + 1;
        let fits = chunks.last_mut().is_some_and(|chunk| chunk.try_add(id, row));
        if !fits {
            let mut chunk = Chunk { first: id, last: id, bytes: vec![0; CHUNK_HEADER] };
            assert!(chunk.try_add(id, row));
            chunks.push(chunk);
        }
    }
    let mut file = Vec::new();
    file.extend(b"ElfFile\0");
    file.extend(0_u64.to_le_bytes());
    file.extend((chunks.len() as u64 - 1).to_le_bytes());
    file.extend((rows.len() as u64 + 1).to_le_bytes());
    file.extend(128_u32.to_le_bytes());
    file.extend([1, 0, 3, 0]);
    file.extend(4096_u16.to_le_bytes());
    file.extend((chunks.len() as u16).to_le_bytes());
    file.resize(4096, 0);
    for chunk in chunks {
        file.extend(chunk.finish());
    }
    file
}

struct Chunk {
    first: u64,
    last: u64,
    bytes: Vec<u8>,
}

impl Chunk {
    /// Adds a record if there is room for it.
    fn try_add(&mut self, id: u64, row: &Row) -> bool {
        let start = self.bytes.len();
        self.bytes.extend(b"\x2a\x2a\0\0");
        self.bytes.extend([0; 4]);
        self.bytes.extend(id.to_le_bytes());
        self.bytes.extend(133_000_000_000_000_000_u64.to_le_bytes());
        self.bytes.extend([0x0F, 1, 1, 0]);
        // A template of its own for each record, without places to fill in.
        self.bytes.extend([0x0C, 1]);
        self.bytes.extend((id as u32).to_le_bytes());
        self.bytes.extend((self.bytes.len() as u32 + 4).to_le_bytes());
        self.bytes.extend([0; 20]);
        let template = self.bytes.len();
        self.bytes.extend([0; 4]);
        self.bytes.extend([0x0F, 1, 1, 0]);
        self.element("Event", &[], |event| {
            event.element("System", &[], |system| {
                system.element("Provider", &[("Name", row.provider)], |_| {});
                system.element("EventID", &[], |it| it.text(&row.id.to_string()));
                system.element("Level", &[], |it| it.text(&row.level.to_string()));
                system.element("TimeCreated", &[("SystemTime", TIME)], |_| {});
                system.element("Channel", &[], |it| it.text(row.channel));
                system.element("Computer", &[], |it| it.text(row.computer));
            });
            event.element("EventData", &[], |data| {
                data.element("Data", &[("Name", "Text")], |it| it.text(&row.message))
            });
        });
        self.bytes.push(0);
        let size = (self.bytes.len() - template - 4) as u32;
        self.bytes[template..template + 4].copy_from_slice(&size.to_le_bytes());
        self.bytes.extend([0; 4]);
        self.bytes.push(0);
        let size = (self.bytes.len() - start + 4) as u32;
        self.bytes.extend(size.to_le_bytes());
        self.bytes[start + 4..start + 8].copy_from_slice(&size.to_le_bytes());
        if self.bytes.len() > CHUNK {
            self.bytes.truncate(start);
            return false;
        }
        self.last = id;
        true
    }

    fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.bytes.push(if attributes.is_empty() { 0x01 } else { 0x41 });
        self.bytes.extend([0xFF, 0xFF, 0, 0, 0, 0]);
        self.name(name);
        if !attributes.is_empty() {
            self.bytes.extend([0; 4]);
        }
        for (name, value) in attributes {
            self.bytes.push(0x06);
            self.name(name);
            self.text(value);
        }
        self.bytes.push(0x02);
        content(self);
        self.bytes.push(0x04);
    }

    /// A name stands where it is used.
    fn name(&mut self, name: &str) {
        self.bytes.extend((self.bytes.len() as u32 + 4).to_le_bytes());
        self.bytes.extend([0; 6]);
        self.characters(name);
        self.bytes.extend([0, 0]);
    }

    fn text(&mut self, text: &str) {
        self.bytes.extend([0x05, 0x01]);
        self.characters(text);
    }

    fn characters(&mut self, text: &str) {
        let units: Vec<u16> = text.encode_utf16().collect();
        self.bytes.extend((units.len() as u16).to_le_bytes());
        self.bytes.extend(units.iter().flat_map(|unit| unit.to_le_bytes()));
    }

    fn finish(mut self) -> Vec<u8> {
        let end = self.bytes.len() as u32;
        let mut header = b"ElfChnk\0".to_vec();
        for number in [self.first, self.last, self.first, self.last] {
            header.extend(number.to_le_bytes());
        }
        for number in [128, end, end] {
            header.extend(u32::to_le_bytes(number));
        }
        header.extend(crc32fast::hash(&self.bytes[CHUNK_HEADER..]).to_le_bytes());
        self.bytes[..header.len()].copy_from_slice(&header);
        // All of the header but this and the flags before it.
        let mut checksum = crc32fast::Hasher::new();
        checksum.update(&self.bytes[..120]);
        checksum.update(&self.bytes[128..CHUNK_HEADER]);
        self.bytes[124..128].copy_from_slice(&checksum.finalize().to_le_bytes());
        self.bytes.resize(CHUNK, 0);
        self.bytes
    }
}
