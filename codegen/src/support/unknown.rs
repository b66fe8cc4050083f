//! Codes that may or may not be documented.

use core::cmp::Ordering;
use core::fmt::{self, Write};
use core::hash::{Hash, Hasher};
use core::str::FromStr;

use super::entry::{Entry, FromBits};
use super::error::ParseError;

/// An entry, or a code that the catalogue does not know: what a program keeps that must not lose anything.
///
/// The enums themselves stay closed. Two values are equal, ordered and hashed by their code; a value prints
/// as the entry's name, or as the code if it has none.
///
/// @example or_unknown
#[derive(Clone, Copy, PartialEq)]
pub struct OrUnknown<E: Entry> {
    code: E::Code,
}

impl<E: Entry> OrUnknown<E>
where
    E::Code: Into<i128>,
{
    /// Holds a code, documented or not; `From` does the same for each enum.
    ///
    /// @example or_unknown_from_code
    #[must_use]
    #[inline]
    pub const fn from_code(code: E::Code) -> Self {
        Self { code }
    }
}

impl<E: Entry> OrUnknown<E> {
    /// The code as it came.
    ///
    /// @example or_unknown_code
    #[must_use]
    #[inline]
    pub const fn code(self) -> E::Code {
        self.code
    }

    /// The entry; `None` if the code is not documented.
    ///
    /// @example or_unknown_known
    #[must_use]
    #[inline]
    pub fn known(self) -> Option<E> {
        E::from_code(self.code)
    }
}

// Derived, they would ask again for what `Entry` promises, of `E` and of its code, and the compiler would prove it each time.
impl<E: Entry> Eq for OrUnknown<E> {}

impl<E: Entry> PartialOrd for OrUnknown<E> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<E: Entry> Ord for OrUnknown<E> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.code.cmp(&other.code)
    }
}

impl<E: Entry> Hash for OrUnknown<E> {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.code.hash(state);
    }
}

impl<E: Entry> From<E> for OrUnknown<E>
where
    E::Code: Into<i128>,
{
    #[inline]
    fn from(entry: E) -> Self {
        Self { code: entry.code() }
    }
}

impl<E: Entry> PartialEq<E> for OrUnknown<E> {
    #[inline]
    fn eq(&self, entry: &E) -> bool {
        self.code == entry.code()
    }
}

impl<E: Entry> fmt::Debug for OrUnknown<E> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.known() {
            Some(entry) => f.debug_tuple("Known").field(&entry).finish(),
            None => f.debug_tuple("Unknown").field(&Code::<E>(self.code)).finish(),
        }
    }
}

impl<E: Entry> fmt::Display for OrUnknown<E> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(entry) = self.known() {
            return fmt::Display::fmt(&entry, f);
        }
        let mut text = Buffer { bytes: [0; 24], used: 0 };
        write!(text, "{:?}", Code::<E>(self.code))?;
        f.pad(text.as_str())
    }
}

impl<E> FromStr for OrUnknown<E>
where
    E: Entry,
    E::Code: TryFrom<i128> + FromBits,
{
    type Err = ParseError;

    /// Reads what `E` reads, and any other code that its type can hold.
    #[inline]
    fn from_str(text: &str) -> Result<Self, ParseError> {
        let error = match text.parse::<E>() {
            Ok(entry) => return Ok(Self { code: entry.code() }),
            Err(error) => error,
        };
        let code = match error.number() {
            // A code with a name behind it is no bare number: the name must not be lost.
            Some(number) if !text.contains(' ') => match u64::try_from(number) {
                Ok(bits) if text.starts_with("0x") || text.starts_with("0X") => E::Code::from_bits(bits),
                _ => E::Code::try_from(number).ok(),
            },
            _ => None,
        };
        match code {
            Some(code) => Ok(Self { code }),
            None => Err(error),
        }
    }
}

/// A code that prints as the catalogue writes codes.
struct Code<E: Entry>(E::Code);

impl<E: Entry> fmt::Debug for Code<E> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        E::write_code(self.0, f)
    }
}

/// Room for a code's text, so that it can be padded as a whole.
struct Buffer {
    bytes: [u8; 24],
    used: usize,
}

impl Buffer {
    #[inline]
    fn as_str(&self) -> &str {
        core::str::from_utf8(&self.bytes[..self.used]).unwrap_or_default()
    }
}

impl Write for Buffer {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.used + text.len();
        let Some(room) = self.bytes.get_mut(self.used..end) else { return Err(fmt::Error) };
        room.copy_from_slice(text.as_bytes());
        self.used = end;
        Ok(())
    }
}
