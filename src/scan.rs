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
    Scan { text: text.as_ref(), at: 0 }
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
    at: usize,
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
/// The documentation's misprint of `0x0FFFFFFF`, in lower case.
const MISPRINT: &[u8] = b"0x0ffffffff";

impl Scan<'_> {
    /// The next word from where the scan stands; a word is a run of ASCII letters, digits and `_`.
    #[inline]
    fn next_word(&mut self) -> Option<Range<usize>> {
        let start = self.at + self.text.get(self.at..)?.iter().position(|byte| is_word(*byte))?;
        let length = self.text[start..].iter().position(|byte| !is_word(*byte));
        self.at = length.map_or(self.text.len(), |length| start + length);
        Some(start..self.at)
    }

    /// What a word is, if it is anything.
    #[inline]
    fn judge(&self, range: Range<usize>) -> Option<Found> {
        let word = &self.text[range.clone()];
        let finding = match word {
            [b'0', b'x' | b'X', ..] => hexadecimal(word).filter(|_| !self.touches_more_digits(&range))?,
            _ if word.len() < SHORTEST_NAME => return None,
            _ => Finding::Event(ConnectorEvent::from_name(core::str::from_utf8(word).ok()?)?),
        };
        Some(Found { range, finding })
    }

    /// Whether a hyphen joins the word to further digits, as in a GUID.
    #[inline]
    fn touches_more_digits(&self, range: &Range<usize>) -> bool {
        let is_digit = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_hexdigit);
        let after = &self.text[range.end..];
        let before = &self.text[..range.start];
        let follows = after.first() == Some(&b'-') && is_digit(after.get(1));
        let precedes = matches!(before, [.., last, b'-'] if is_digit(Some(last)));
        follows || precedes
    }
}

impl Iterator for Scan<'_> {
    type Item = Found;

    #[inline]
    fn next(&mut self) -> Option<Found> {
        loop {
            let word = self.next_word()?;
            if let Some(found) = self.judge(word) {
                return Some(found);
            }
        }
    }
}

impl FusedIterator for Scan<'_> {}

#[inline]
const fn is_word(byte: u8) -> bool {
    byte < 128 && WORD >> byte & 1 == 1
}

/// A bit for each ASCII letter, digit and underscore: three comparisons a byte cost more than one look-up.
const WORD: u128 = 0x07FF_FFFE_87FF_FFFE_03FF_0000_0000_0000;

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
    let mut number = 0;
    for digit in digits {
        number = number << 4 | char::from(*digit).to_digit(16)?;
    }
    Some(DiagnosticCode::from_code(number).map_or(Finding::Number(number), Finding::Code))
}
