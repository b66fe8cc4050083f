//! Codes and names inside a text.

use core::iter::FusedIterator;
use core::ops::Range;

use crate::{ConnectorEvent, DiagnosticCode};

/// Finds diagnostic codes, other hexadecimal numbers and event names in a text, in order, without allocation.
///
/// A code is a word of `0x` and one to eight hexadecimal digits, whatever stands around the word; the nine
/// digits `0x0FFFFFFFF`, a misprint of the documentation, are read as `0x0FFFFFFF`. A word that no diagnostic
/// code has, such as the HRESULT `0x800706BA`, comes back as a number. Longer runs of digits and words that
/// other letters or digits touch (GUIDs, thumbprints, serial numbers) are passed over. Event names are words
/// of either generation, ASCII case ignored; spellings with white space or other than ASCII letters are not
/// looked for.
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
    let text = text.as_ref();
    Scan { text, blocks: Blocks::new(text), candidates: 0 }
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
    text: &'a [u8],
    blocks: Blocks,
    /// Words of the block at hand that are not judged yet: a bit for the first byte of each.
    candidates: u64,
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

/// Names of events are at least this long; shorter words need no look-up.
const SHORTEST_NAME: usize = 13;
/// The bit that letters have and digits have not, of eight bytes: names begin with as many letters, thumbprints do not.
const LETTERS: u64 = 0x4040_4040_4040_4040;
/// The documentation's misprint of `0x0FFFFFFF`, in lower case.
const MISPRINT: &[u8] = b"0x0ffffffff";

impl<'a> Scan<'a> {
    /// Finds codes and numbers only, from where the scan stands: several times as fast, for it looks at no names.
    ///
    /// The feature `memchr` makes it faster still.
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
        let at = match self.candidates {
            0 => self.blocks.next,
            candidates => self.blocks.start() + candidates.trailing_zeros() as usize,
        };
        Codes { text: self.text, at: at.min(self.text.len()) }
    }

    /// The word that begins at a position, if it is anything.
    #[inline]
    fn judge(&self, start: usize) -> Option<Found> {
        let rest = &self.text[start..];
        if rest.first_chunk().is_some_and(|first| u64::from_le_bytes(*first) & LETTERS == LETTERS) {
            return name(self.text, self.word(start));
        }
        match rest {
            [b'0', b'x' | b'X', ..] => code(self.text, self.word(start)),
            _ => None,
        }
    }

    /// The word that begins at a position of the block at hand, cut where the next block ends: with more than 64 bytes it is nothing.
    #[inline]
    fn word(&self, start: usize) -> Range<usize> {
        let words = self.blocks.words() >> (start - self.blocks.start());
        start..start + words.trailing_ones() as usize
    }
}

impl Iterator for Scan<'_> {
    type Item = Found;

    #[inline]
    fn next(&mut self) -> Option<Found> {
        loop {
            while self.candidates != 0 {
                let start = self.blocks.start() + self.candidates.trailing_zeros() as usize;
                self.candidates &= self.candidates - 1;
                if let Some(found) = self.judge(start) {
                    return Some(found);
                }
            }
            self.candidates = self.blocks.advance(self.text)?;
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
    at: usize,
}

impl Iterator for Codes<'_> {
    type Item = Found;

    #[inline]
    fn next(&mut self) -> Option<Found> {
        loop {
            let x = self.at + next_x(&self.text[self.at..])?;
            self.at = x + 1;
            let start = match &self.text[..x] {
                [.., before, b'0'] if is_word(*before) => continue,
                [.., b'0'] => x - 1,
                _ => continue,
            };
            let range = word_at(self.text, start);
            self.at = range.end;
            if let Some(found) = code(self.text, range) {
                return Some(found);
            }
        }
    }
}

impl FusedIterator for Codes<'_> {}

/// Position of the first `x` or `X`.
#[cfg(feature = "memchr")]
#[inline]
fn next_x(text: &[u8]) -> Option<usize> {
    memchr::memchr2(b'x', b'X', text)
}

/// Position of the first `x` or `X`: in blocks, for which the compiler uses vectors.
#[cfg(not(feature = "memchr"))]
#[inline]
fn next_x(text: &[u8]) -> Option<usize> {
    let blocks = text.chunks_exact(BLOCK);
    let without =
        blocks.take_while(|block| !block.iter().fold(false, |found, byte| found | is_x(*byte))).count();
    let start = without * BLOCK;
    Some(start + text[start..].iter().position(|byte| is_x(*byte))?)
}

/// Bytes that are looked at together.
const BLOCK: usize = 64;

/// Goes through a text block by block.
#[derive(Debug, Clone)]
struct Blocks {
    /// Where the block begins behind the one at hand.
    next: usize,
    /// The block at hand, and the one behind it.
    here: Bytes,
    ahead: Bytes,
}

/// What the bytes of a block are.
#[derive(Debug, Clone, Copy, Default)]
struct Bytes {
    /// A bit for each byte that belongs to a word.
    words: u64,
    /// A bit for each `0`; left out where no `x` is near.
    zeros: u64,
}

impl Blocks {
    #[inline]
    fn new(text: &[u8]) -> Self {
        Self { next: 0, here: Bytes::default(), ahead: Bytes::of(text, 0) }
    }

    /// Where the block at hand begins.
    #[inline]
    fn start(&self) -> usize {
        self.next - BLOCK
    }

    /// A bit for each byte that belongs to a word, of the block at hand and the one behind it.
    #[inline]
    fn words(&self) -> u128 {
        u128::from(self.here.words) | u128::from(self.ahead.words) << BLOCK
    }

    /// Moves on; returns the first bytes of words that may be something: that begin with `0`, or are as long as names.
    #[inline]
    fn advance(&mut self, text: &[u8]) -> Option<u64> {
        if self.next >= text.len() {
            return None;
        }
        let before = self.here.words >> (BLOCK - 1);
        self.here = self.ahead;
        self.next += BLOCK;
        self.ahead = Bytes::of(text, self.next);
        let starts = self.here.words & !(self.here.words << 1 | before);
        // A bit stays if it and the twelve behind it are set.
        let one = self.words();
        let two = one & one >> 1;
        let four = two & two >> 2;
        let eight = four & four >> 4;
        let long = eight & four >> 8 & one >> (SHORTEST_NAME - 1);
        // The lower half is that of the block at hand.
        #[allow(clippy::cast_possible_truncation)]
        let long = long as u64;
        Some(starts & (self.here.zeros | long))
    }
}

impl Bytes {
    /// The block that begins at a position; what lies behind the text is no word.
    #[inline]
    fn of(text: &[u8], at: usize) -> Self {
        let rest = text.get(at..).unwrap_or_default();
        if let Some(block) = rest.first_chunk() {
            return Self::of_block(block, rest.get(BLOCK));
        }
        let mut block = [0; BLOCK];
        block[..rest.len()].copy_from_slice(rest);
        Self::of_block(&block, None)
    }

    #[inline]
    fn of_block(block: &[u8; BLOCK], following: Option<&u8>) -> Self {
        let has_x = block.iter().chain(following).fold(false, |found, byte| found | is_x(*byte));
        let zeros = if has_x { bits(block, |byte| byte == b'0') } else { 0 };
        Self { words: bits(block, is_word), zeros }
    }
}

/// A bit for each byte of a block for which something holds: first a byte for each, which the compiler does with vectors,
/// then eight of these at a time side by side.
#[inline]
fn bits(block: &[u8; BLOCK], holds: impl Fn(u8) -> bool) -> u64 {
    let flags = block.map(|byte| u8::from(holds(byte)));
    let mut bits = 0;
    for (at, eight) in flags.chunks_exact(8).enumerate() {
        let eight = eight.first_chunk().map_or(0, |eight| u64::from_le_bytes(*eight));
        bits |= (eight.wrapping_mul(0x0102_0408_1020_4080) >> 56) << (8 * at);
    }
    bits
}

#[inline]
const fn is_x(byte: u8) -> bool {
    byte | 0x20 == b'x'
}

/// The word that begins at a position.
#[inline]
fn word_at(text: &[u8], start: usize) -> Range<usize> {
    let length = text[start..].iter().position(|byte| !is_word(*byte));
    start..length.map_or(text.len(), |length| start + length)
}

/// Whether a byte is an ASCII letter, a digit or `_`; without a branch, so that many are looked at together.
#[inline]
#[allow(clippy::needless_bitwise_bool)]
const fn is_word(byte: u8) -> bool {
    ((byte | 0x20).wrapping_sub(b'a') < 26) | (byte.wrapping_sub(b'0') < 10) | (byte == b'_')
}

/// The code or number that a word beginning with `0x` is, if it is one.
#[inline]
fn code(text: &[u8], range: Range<usize>) -> Option<Found> {
    let finding = hexadecimal(&text[range.clone()])?;
    (!touches_more_digits(text, &range)).then_some(Found { range, finding })
}

/// The event that a word names, if it names one.
#[inline]
fn name(text: &[u8], range: Range<usize>) -> Option<Found> {
    let event = ConnectorEvent::from_name(core::str::from_utf8(&text[range.clone()]).ok()?)?;
    Some(Found { range, finding: Finding::Event(event) })
}

/// Whether a hyphen joins a word to further digits, as in a GUID.
#[inline]
fn touches_more_digits(text: &[u8], range: &Range<usize>) -> bool {
    let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
    let after = &text[range.end..];
    let before = &text[..range.start];
    let follows = after.first() == Some(&b'-') && is_digit(after.get(1));
    let precedes = matches!(before, [.., last, b'-'] if is_digit(Some(last)));
    follows || precedes
}

/// Reads a word that begins with `0x`.
#[inline]
fn hexadecimal(word: &[u8]) -> Option<Finding> {
    if word.eq_ignore_ascii_case(MISPRINT) {
        return Some(Finding::Code(DiagnosticCode::UnknownError));
    }
    let digits = &word[2..];
    if digits.is_empty() || digits.len() > 8 {
        return None;
    }
    let number = match digits.try_into() {
        Ok(eight) => eight_digits(eight)?,
        Err(_) => {
            digits.iter().try_fold(0, |number, digit| Some(number << 4 | char::from(*digit).to_digit(16)?))?
        }
    };
    Some(DiagnosticCode::from_code(number).map_or(Finding::Number(number), Finding::Code))
}

/// Reads eight bytes of a word, as most codes have, side by side: codes alone were found 10 % slower in a loop.
#[inline]
fn eight_digits(digits: [u8; 8]) -> Option<u32> {
    let bytes = u64::from_be_bytes(digits);
    let letters = (bytes & LETTERS) >> 6;
    let values = (bytes & 0x0F0F_0F0F_0F0F_0F0F) + letters * 9;
    // Letters from G on come to 16 or more, or have the bit 0x10 as `_` has.
    if (values | bytes & letters << 4) & 0x1010_1010_1010_1010 != 0 {
        return None;
    }
    let pairs = (values | values >> 4) & 0x00FF_00FF_00FF_00FF;
    let fours = (pairs | pairs >> 8) & 0x0000_FFFF_0000_FFFF;
    u32::try_from((fours | fours >> 16) & 0xFFFF_FFFF).ok()
}
