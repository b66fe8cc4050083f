//! What all tables of codes have in common, and how their texts are read.

use core::fmt::{Debug, Display, Formatter, Result as FmtResult};
use core::hash::Hash;
use core::str::FromStr;

use super::error::{Expected, ParseError, Problem};
use super::lookup::{self, Digits};
use super::severity::Severity;

pub(crate) mod sealed {
    /// Only enums of this catalogue are entries.
    pub trait Sealed {
        /// What messages about the enum say.
        #[doc(hidden)]
        fn expected() -> &'static super::Expected;
    }
}

/// An enum of this catalogue that has codes: what a tool needs to be written once for all of them.
///
/// The same methods exist on each enum itself, where they also work in constants. The trait is sealed: only
/// this catalogue's enums implement it.
///
/// @example entry
pub trait Entry:
    Copy + Ord + Hash + Debug + Display + FromStr<Err = ParseError> + Send + Sync + sealed::Sealed + 'static
{
    /// Type of a code: an integer, or `&'static str`.
    type Code: Copy + Ord + Hash + Debug + Display + Send + Sync + 'static;

    /// All entries in the order of their codes.
    ///
    /// @example entry_all
    const ALL: &'static [Self];

    /// What a code is called, such as `event id`.
    ///
    /// @example entry_noun
    const NOUN: &'static str;

    /// Every name that parses as an entry, those of each entry together: what a search for any of them looks for.
    ///
    /// @example entry_spellings
    const SPELLINGS: &'static [&'static str];

    /// The code.
    ///
    /// @example entry_code
    fn code(self) -> Self::Code;

    /// The entry with this code, if there is one.
    ///
    /// @example entry_from_code
    fn from_code(code: Self::Code) -> Option<Self>;

    /// The documented name.
    ///
    /// @example entry_name
    fn name(self) -> &'static str;

    /// How bad it is; `None` if this enum knows no severities.
    ///
    /// @example entry_severity
    fn severity(self) -> Option<Severity>;

    /// What it means, in the default language; `None` if the catalogue has no texts.
    ///
    /// @example entry_description
    fn description(self) -> Option<&'static str>;

    /// Writes any code, documented or not, as the catalogue writes codes: `20102`, `0x00000400`.
    ///
    /// # Errors
    /// Only if writing to `f` fails.
    ///
    /// @example entry_write_code
    fn write_code(code: Self::Code, f: &mut Formatter<'_>) -> FmtResult;
}

/// Writes a name as `pad` does, which is not called where nothing is padded or cut: it takes as long as finding the name.
#[inline]
pub(crate) fn write_name(name: &str, f: &mut Formatter<'_>) -> FmtResult {
    match (f.width(), f.precision()) {
        (None, None) => f.write_str(name),
        _ => f.pad(name),
    }
}

/// Reads what is no name of an entry whose codes are numbers: a code, or a code and a name.
#[inline]
pub(crate) fn read<E: Entry>(text: &str, from_name: fn(&str) -> Option<E>) -> Result<E, ParseError>
where
    E::Code: TryFrom<i128> + FromBits,
{
    match read_pair(text, read_code, from_name) {
        Some(read) => read,
        None => read_code(text),
    }
}

#[inline]
fn read_code<E: Entry>(text: &str) -> Result<E, ParseError>
where
    E::Code: TryFrom<i128> + FromBits,
{
    let expected = E::expected();
    if !matches!(text.as_bytes(), [b'0'..=b'9' | b'-' | b'+', ..]) {
        return Err(ParseError::of_text(text, expected));
    }
    if text.trim_end().len() < text.len() {
        return Err(ParseError::new(Problem::Space, expected));
    }
    let (code, number) = match lookup::read_digits(text, E::Code::SIGNED) {
        Ok(Digits::Decimal(number)) => match E::Code::try_from(number) {
            // Written as hexadecimal bits, it would be another number.
            Err(_) if E::Code::SIGNED && number > 0 => {
                return Err(ParseError::new(Problem::TooLarge, expected));
            }
            code => (code.ok(), number),
        },
        Ok(Digits::Hexadecimal(bits)) => (E::Code::from_bits(bits), i128::from(bits)),
        Err(problem) => return Err(ParseError::new(problem, expected)),
    };
    match code.and_then(E::from_code) {
        Some(entry) => Ok(entry),
        None => Err(ParseError::new(Problem::Number(number < 0, number.unsigned_abs()), expected)),
    }
}

/// Reads `code name`, the form that `{:#}` prints; `None` if neither half is what it should be.
#[inline]
pub(crate) fn read_pair<E: Entry>(
    text: &str,
    read_code: fn(&str) -> Result<E, ParseError>,
    from_name: fn(&str) -> Option<E>,
) -> Option<Result<E, ParseError>> {
    let (code, name) = text.split_once(' ')?;
    if code.is_empty() || name.is_empty() || name.trim().len() < name.len() {
        return None;
    }
    match (read_code(code), from_name(name)) {
        (Ok(coded), Some(named)) if coded == named => Some(Ok(named)),
        (Ok(_), Some(_)) => Some(Err(ParseError::new(Problem::Mismatch, E::expected()))),
        (Ok(_), None) => Some(Err(ParseError::new(Problem::Name, E::expected()))),
        (Err(error), Some(_)) => Some(Err(error)),
        (Err(_), None) => None,
    }
}

/// Integers that hold a code whose hexadecimal form is its bits.
pub(crate) trait FromBits: Sized {
    /// Whether decimal codes may bear a minus.
    const SIGNED: bool;

    /// The integer with these bits, if it has as many.
    fn from_bits(bits: u64) -> Option<Self>;
}

macro_rules! from_bits {
    ($($integer:ident from $unsigned:ident: $signed:literal,)*) => {$(
        impl FromBits for $integer {
            const SIGNED: bool = $signed;

            #[inline]
            fn from_bits(bits: u64) -> Option<Self> {
                if bits as $unsigned as u64 == bits { Some(bits as Self) } else { None }
            }
        }
    )*};
}

from_bits! {
    u8 from u8: false,
    u16 from u16: false,
    u32 from u32: false,
    u64 from u64: false,
    i32 from u32: true,
    i64 from u64: true,
}
