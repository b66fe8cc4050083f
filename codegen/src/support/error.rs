//! Why a text or a number is no entry of the catalogue.

use core::fmt;

/// A text that is no entry: not a name, not a code, or a pair of both that disagrees.
///
/// It names the kind of mistake and what was expected; the text itself stays with the caller.
///
/// ```
/// use catalogue_codegen::support::Severity;
///
/// let error = "grave".parse::<Severity>().unwrap_err();
/// assert_eq!(error.to_string(), "no severity has this name; expected one of 3 names, such as `information`");
/// assert_eq!(error.number(), None);
/// ```
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParseError {
    problem: Problem,
    expected: &'static Expected,
}

impl Eq for ParseError {}

/// A number that is no entry's code.
///
/// @example unknown_code
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct UnknownCodeError {
    negative: bool,
    magnitude: u128,
    expected: &'static Expected,
}

impl Eq for UnknownCodeError {}

/// What is wrong with a text.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Problem {
    /// It is empty.
    Empty,
    /// White space surrounds it.
    Space,
    /// It looks like a name and is none.
    Name,
    /// It begins like a number and is not one.
    Digits,
    /// It is a number with a sign.
    Sign,
    /// It is a number that no entry has: whether negative, and its magnitude.
    Number(bool, u128),
    /// It is a number too large for its type, or for 128 bits.
    TooLarge,
    /// Its code is one entry's and its name another's.
    Mismatch,
}

/// What a message says that it expected.
#[derive(PartialEq)]
pub struct Expected {
    /// The article of the noun, and a space: "an ".
    pub(crate) article: &'static str,
    /// What an entry is called: "event id".
    pub(crate) noun: &'static str,
    /// What parses: "one of 3 names, such as `information`".
    pub(crate) texts: &'static str,
    /// Which codes there are, if they are numbers: "one of 19 from 10010 to 20602".
    pub(crate) codes: &'static str,
    /// Digits of a code written in hexadecimal; 0 for decimal codes.
    pub(crate) hex_digits: usize,
    /// The greatest number whose hexadecimal digits are not those of a negative code.
    pub(crate) greatest: u128,
}

impl ParseError {
    #[inline]
    pub(crate) const fn new(problem: Problem, expected: &'static Expected) -> Self {
        Self { problem, expected }
    }

    /// The problem of a text that is neither a name nor a number.
    #[inline]
    pub(crate) fn of_text(text: &str, expected: &'static Expected) -> Self {
        let problem = match text {
            "" => Problem::Empty,
            _ if text.trim().len() < text.len() => Problem::Space,
            _ => Problem::Name,
        };
        Self::new(problem, expected)
    }

    /// The number, if the text was a well written one that no entry has as its code, alone or before an entry's
    /// name; `None` above [`i128::MAX`], and for every other mistake.
    ///
    /// @example parse_number
    #[must_use]
    #[inline]
    pub const fn number(&self) -> Option<i128> {
        match self.problem {
            Problem::Number(negative, magnitude) => signed(negative, magnitude),
            _ => None,
        }
    }
}

impl UnknownCodeError {
    #[inline]
    pub(crate) const fn new(negative: bool, magnitude: u128, expected: &'static Expected) -> Self {
        Self { negative, magnitude, expected }
    }

    /// The number; `None` above [`i128::MAX`], where [`magnitude`](Self::magnitude) still tells it.
    ///
    /// @example unknown_code_number
    #[must_use]
    #[inline]
    pub const fn number(&self) -> Option<i128> {
        signed(self.negative, self.magnitude)
    }

    /// The number without its sign.
    ///
    /// @example unknown_code_magnitude
    #[must_use]
    #[inline]
    pub const fn magnitude(&self) -> u128 {
        self.magnitude
    }
}

impl fmt::Display for ParseError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expected { article, noun, texts, .. } = *self.expected;
        let [start, middle, end] = match self.problem {
            Problem::Empty => ["an empty text is not ", article, noun],
            Problem::Space => ["white space surrounds the text", "", ""],
            Problem::Name => ["no ", noun, " has this name"],
            Problem::Sign => [article, noun, " has no sign"],
            Problem::Digits => ["the text begins like a number and is not one", "", ""],
            Problem::Number(negative, magnitude) => {
                self.expected.write_number(f, negative, magnitude)?;
                [" is not ", article, noun]
            }
            Problem::TooLarge => ["the number is too large to be ", article, noun],
            Problem::Mismatch => ["the code and the name belong to different entries", "", ""],
        };
        write_all(f, &[start, middle, end, "; expected ", texts])
    }
}

impl fmt::Display for UnknownCodeError {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Expected { article, noun, codes, greatest, .. } = *self.expected;
        if !self.negative && self.magnitude > greatest {
            write!(f, "{}", self.magnitude)?;
        } else {
            self.expected.write_number(f, self.negative, self.magnitude)?;
        }
        write_all(f, &[" is not ", article, noun, "; expected ", codes])
    }
}

#[inline]
fn write_all(f: &mut fmt::Formatter<'_>, texts: &[&str]) -> fmt::Result {
    for text in texts {
        f.write_str(text)?;
    }
    Ok(())
}

impl core::error::Error for ParseError {}

impl core::error::Error for UnknownCodeError {}

/// What was expected, in few words: programs that end with an error show its `Debug`.
impl fmt::Debug for Expected {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.noun)
    }
}

impl Expected {
    /// The entry that a text names, or why it names none.
    #[inline]
    pub(crate) fn named<E>(&'static self, entry: Option<E>, text: &str) -> Result<E, ParseError> {
        match entry {
            Some(entry) => Ok(entry),
            None => Err(ParseError::of_text(text, self)),
        }
    }

    #[inline]
    fn write_number(&self, f: &mut fmt::Formatter<'_>, negative: bool, magnitude: u128) -> fmt::Result {
        match self.hex_digits {
            // Hexadecimal digits are bits, which have no sign.
            _ if negative => write!(f, "-{magnitude}"),
            0 => write!(f, "{magnitude}"),
            digits => write!(f, "0x{magnitude:0digits$X}"),
        }
    }
}

#[inline]
const fn signed(negative: bool, magnitude: u128) -> Option<i128> {
    if negative {
        0_i128.checked_sub_unsigned(magnitude)
    } else if magnitude <= i128::MAX as u128 {
        Some(magnitude as i128)
    } else {
        None
    }
}
