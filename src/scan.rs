//! Codes and names inside a text.

use core::iter::FusedIterator;
use core::ops::Range;

use crate::{ConnectorEvent, DiagnosticCode, Entry, EventId, unified};

/// Finds diagnostic codes, other hexadecimal numbers and event names in a text, in order, without allocation.
///
/// A code is `0x` with one to eight hexadecimal digits, as a whole word: no ASCII letter, digit or `_` touches it, and no hyphen
/// joins it to a word of hexadecimal digits alone, as in a GUID. Numbers that are no diagnostic code, such as the HRESULT
/// `0x800706BA`, come back as [`Finding::Number`]. The documentation's misprint `0x0FFFFFFFF` is read as `0x0FFFFFFF`;
/// anything else that is longer (thumbprints, serial numbers) is passed over. Event names are words of either generation,
/// ASCII case ignored; names of diagnostic codes are not looked for.
///
/// The text may be `str` or bytes in any encoding that holds ASCII as it is, valid or not.
///
/// ```
/// use intune_connector_catalogue::{DiagnosticCode, EventId, Finding, scan};
///
/// let text = "PkcsCertIssue_Failure: DiagnosticException: 0x00000400. (Exception from HRESULT: 0x800706BA)";
/// let mut found = scan(text);
///
/// let name = found.next().unwrap();
/// assert_eq!(name.finding, Finding::Event(EventId::PkcsCertIssueFailure.into()));
/// assert_eq!(&text[name.range], "PkcsCertIssue_Failure");
///
/// let code = found.next().unwrap();
/// assert_eq!(code.finding, Finding::Code(DiagnosticCode::PkcsIssueCaUnavailable));
/// assert_eq!(&text[code.range], "0x00000400");
///
/// assert_eq!(found.next().unwrap().finding, Finding::Number(0x8007_06BA));
/// assert_eq!(found.next(), None);
/// ```
#[inline]
pub fn scan<T: AsRef<[u8]> + ?Sized>(text: &T) -> Scan<'_> {
    Scan { codes: Codes { text: text.as_ref(), block: 0, next: 0, places: 0 }, names: 0 }
}

/// The iterator that [`scan`] returns.
///
/// ```
/// use intune_connector_catalogue::scan;
///
/// assert_eq!(scan("0x400 0x405").count(), 2);
/// ```
#[derive(Debug, Clone)]
#[must_use = "iterators are lazy"]
pub struct Scan<'a> {
    codes: Codes<'a>,
    /// Places of the block at hand that may lie in a name and are not judged yet: a bit for each.
    names: u64,
}

/// Something that [`scan`] found, and where.
///
/// ```
/// use intune_connector_catalogue::{DiagnosticCode, Finding, Found, scan};
///
/// let finding = Finding::Code(DiagnosticCode::CertificateExpired);
/// assert_eq!(scan("code 0x405").next(), Some(Found { range: 5..10, finding }));
/// ```
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Found {
    /// Where it stands, in bytes.
    pub range: Range<usize>,
    /// What it is.
    pub finding: Finding,
}

// `Eq` is written out: the derived one brings a function that every user compiles.
impl Eq for Found {}

/// What [`scan`] can find.
///
/// ```
/// use intune_connector_catalogue::{Finding, scan};
///
/// assert_eq!(scan("0x800706BA").next().unwrap().finding, Finding::Number(0x8007_06BA));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub enum Finding {
    /// A diagnostic code.
    Code(DiagnosticCode),
    /// A `0x` number that is no diagnostic code.
    Number(u32),
    /// The name of an event.
    Event(ConnectorEvent),
}

impl Eq for Finding {}

impl<'a> Scan<'a> {
    /// Finds codes and numbers only, from where the scan stands: several times as fast, for it looks at no names.
    ///
    /// ```
    /// use intune_connector_catalogue::scan;
    ///
    /// let text = "PkcsCertIssue_Failure: 0x00000400, 0x800706BA";
    /// let codes: Vec<&str> = scan(text).codes().map(|found| &text[found.range]).collect();
    /// assert_eq!(codes, ["0x00000400", "0x800706BA"]);
    /// ```
    #[inline]
    pub fn codes(self) -> Codes<'a> {
        self.codes
    }
}

impl Iterator for Scan<'_> {
    type Item = Found;

    #[inline]
    fn next(&mut self) -> Option<Found> {
        loop {
            while self.names | self.codes.places != 0 {
                let place = (self.names | self.codes.places).trailing_zeros();
                let at = self.codes.block + place as usize;
                let bit = 1_u64 << place;
                // No place is both: `0` is no letter.
                let found = if self.names & bit != 0 {
                    self.names &= !bit;
                    name_around(self.codes.text, at)
                } else {
                    self.codes.places &= !bit;
                    code_at(self.codes.text, at)
                };
                if found.is_some() {
                    return found;
                }
            }
            self.names = name_places(self.codes.advance(&mut [0; WINDOW])?);
        }
    }
}

impl FusedIterator for Scan<'_> {}

/// The iterator that [`Scan::codes`] returns.
///
/// ```
/// use intune_connector_catalogue::scan;
///
/// assert_eq!(scan("0x400 PkcsCertIssue_Failure 0x405").codes().count(), 2);
/// ```
#[derive(Debug, Clone)]
#[must_use = "iterators are lazy"]
pub struct Codes<'a> {
    text: &'a [u8],
    /// Where the block at hand begins.
    block: usize,
    /// Where the next one begins.
    next: usize,
    /// Places of the block at hand where `0x` stands that are not judged yet: a bit for each.
    places: u64,
}

impl<'a> Codes<'a> {
    /// Moves on to the next block and returns it; the end of a text is copied.
    #[inline]
    fn advance<'w>(&mut self, end: &'w mut [u8; WINDOW]) -> Option<&'w [u8; WINDOW]>
    where
        'a: 'w,
    {
        let rest = self.text.get(self.next..)?;
        let window = if let Some(window) = rest.first_chunk() {
            window
        } else {
            // What follows the text is no part of a word.
            end[..rest.len()].copy_from_slice(rest);
            end
        };
        self.block = self.next;
        self.next += BLOCK;
        self.places = code_places(window);
        Some(window)
    }
}

impl Iterator for Codes<'_> {
    type Item = Found;

    #[inline]
    fn next(&mut self) -> Option<Found> {
        loop {
            while self.places != 0 {
                let at = self.block + self.places.trailing_zeros() as usize;
                self.places &= self.places - 1;
                let found = code_at(self.text, at);
                if found.is_some() {
                    return found;
                }
            }
            self.advance(&mut [0; WINDOW])?;
        }
    }
}

impl FusedIterator for Codes<'_> {}

/// Bytes that are looked at together.
const BLOCK: usize = 64;
/// These and the byte behind them.
const WINDOW: usize = BLOCK + 1;

/// A bit for each place of a block where `0x` stands.
#[inline]
#[allow(clippy::needless_bitwise_bool)] // Branches would be mispredicted.
fn code_places(window: &[u8; WINDOW]) -> u64 {
    // A byte for each first, which the compiler does with vectors.
    let mut flags = [0_u8; BLOCK];
    let (here, ahead) = (&window[..BLOCK], &window[1..]);
    let (mut any, mut at) = (0_u8, 0_usize);
    while at < BLOCK {
        flags[at] = u8::from((here[at] == b'0') & (ahead[at] | 0x20 == b'x'));
        any |= flags[at];
        at += 1;
    }
    let mut bits = 0_u64;
    if any != 0 {
        // Eight at a time: the product has a bit of each in its highest byte.
        let mut at = 0_usize;
        while at < BLOCK {
            bits |= (word(&flags[at..]).wrapping_mul(0x0102_0408_1020_4080) >> 56) << at;
            at += 8;
        }
    }
    bits
}

/// A bit for each place of a block, eight bytes apart, that may be among the first eight bytes of a name.
///
/// Names begin with 13 letters or `_`, or more, so that at least six of these follow from such a place on: either eight, or
/// six and another six before it.
#[inline]
#[allow(clippy::needless_bitwise_bool)] // Branches would be mispredicted.
fn name_places(window: &[u8; WINDOW]) -> u64 {
    // Letters and `_` have this bit, and so have few other signs.
    const LETTERS: u64 = 0x4040_4040_4040_4040;
    let (mut bits, mut others_before, mut at) = (0_u64, 0_u64, 0_usize);
    while at < BLOCK {
        let others = !word(&window[at..]) & LETTERS;
        let is_long = (others == 0) | (others << 16 | others_before >> 16 == 0);
        bits |= u64::from(is_long) << at;
        others_before = others;
        at += 8;
    }
    bits
}

/// The first eight bytes; 0 if there are fewer.
#[inline]
fn word(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// A bit for the first four bytes of eight, ASCII case ignored.
#[inline]
const fn beginning(word: u64) -> u64 {
    1_u64 << (((word & 0xDFDF_DFDF) * 0x9E37_79B1) >> 26 & 0x3F)
}

/// These bits, of all names.
const BEGINNINGS: u64 = beginnings(EventId::SPELLINGS) | beginnings(unified::EventId::SPELLINGS);

// `u64::from` is no constant function, and `word` takes the compiler twice as long.
#[allow(clippy::cast_lossless)]
const fn beginnings(names: &[&str]) -> u64 {
    let (mut bits, mut rest) = (0_u64, names);
    while let [name, others @ ..] = rest {
        if let [a, b, c, d, ..] = *name.as_bytes() {
            bits |= beginning(a as u64 | (b as u64) << 8 | (c as u64) << 16 | (d as u64) << 24);
        }
        rest = others;
    }
    bits
}

/// Whether a byte is an ASCII letter, a digit or `_`.
#[inline]
const fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_'
}

/// The event whose name has a place among its first eight bytes.
#[inline]
fn name_around(text: &[u8], place: usize) -> Option<Found> {
    let mut start = place;
    while start > 0 && is_word(text[start - 1]) {
        start -= 1;
        if place - start == 8 {
            return None;
        }
    }
    if beginning(word(&text[start..])) & BEGINNINGS == 0 {
        return None;
    }
    let mut end = place;
    while end < text.len() && is_word(text[end]) {
        end += 1;
    }
    let name = core::str::from_utf8(&text[start..end]).ok()?;
    Some(Found { range: start..end, finding: Finding::Event(ConnectorEvent::from_name(name)?) })
}

/// The code or number that stands at a place where `0x` does, if it is one.
#[inline]
fn code_at(text: &[u8], start: usize) -> Option<Found> {
    let (before, rest) = text.split_at(start);
    if ends_in_word(before) {
        return None;
    }
    let (mut number, mut digits) = match eight_digits(&rest[2..]) {
        Some(number) => (number, 8),
        None => (0_u64, 0_usize),
    };
    while let [byte, ..] = rest[digits + 2..] {
        if !byte.is_ascii_hexdigit() {
            break;
        }
        // Letters have the bit 0x40. No branch tells them from digits, for it would be mispredicted.
        number = number << 4 | u64::from((byte & 0x0F) + (byte >> 6) * 9);
        digits += 1;
    }
    let end = start + 2 + digits;
    if begins_with_word(&text[end..]) {
        return None;
    }
    let finding = match (digits, u32::try_from(number)) {
        (1..=8, Ok(number)) => match DiagnosticCode::from_code(number) {
            Some(code) => Finding::Code(code),
            None => Finding::Number(number),
        },
        // The documentation's misprint, which no eight digits are.
        (9, Ok(u32::MAX)) => Finding::Code(DiagnosticCode::UnknownError),
        _ => return None,
    };
    Some(Found { range: start..end, finding })
}

/// Whether a text ends in a part of a word, or in digits that a hyphen joins to what follows.
#[inline]
fn ends_in_word(text: &[u8]) -> bool {
    match text {
        [before @ .., b'-'] => is_part(before.iter().rev()),
        [.., byte] => is_word(*byte),
        [] => false,
    }
}

/// Whether a text begins with a part of a word, or with digits that a hyphen joins to what precedes.
#[inline]
fn begins_with_word(text: &[u8]) -> bool {
    match text {
        [b'-', after @ ..] => is_part(after.iter()),
        [byte, ..] => is_word(*byte),
        [] => false,
    }
}

/// Whether the word that these bytes, from a hyphen on, begin with is a part of a longer number, such as a GUID.
#[inline]
fn is_part<'a>(bytes: impl Iterator<Item = &'a u8>) -> bool {
    let mut any = false;
    for byte in bytes {
        if !byte.is_ascii_hexdigit() {
            return any && !is_word(*byte);
        }
        any = true;
    }
    any
}

/// Reads eight digits side by side, as most codes have: in a loop, codes took half as long again.
#[inline]
fn eight_digits(text: &[u8]) -> Option<u64> {
    const ONES: u64 = 0x0101_0101_0101_0101;
    let digits = word(text).swap_bytes();
    let letters = digits >> 6 & ONES;
    let values = (digits & (ONES * 0x0F)) + letters * 9;
    let above_nine = (values + ONES * 6) >> 4 & ONES;
    // A byte is a digit if it is how its value is written, and the value is less than 16.
    let written = values + ONES * u64::from(b'0') + above_nine * u64::from(b'a' - b'9' - 1);
    if written != digits | letters << 5 || values & (ONES * 0x10) != 0 {
        return None;
    }
    let pairs = (values | values >> 4) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF;
    Some((fours | fours >> 16) & 0xFFFF_FFFF)
}
