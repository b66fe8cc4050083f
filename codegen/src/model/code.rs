//! How codes look.

use std::ops::RangeInclusive;

/// How the codes of an enum look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodeFormat {
    /// Type of a code.
    pub ty: CodeType,
    /// How a code is written.
    pub notation: Notation,
    /// Name of the accessor, `id` for `.id()` and `from_id`.
    pub method: String,
    /// What a code is called in messages, such as `event id`.
    pub noun: String,
}

/// Type of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum CodeType {
    U8,
    U16,
    U32,
    U64,
    I32,
    I64,
    Text,
}

/// How a code is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notation {
    /// `20102`; also for text codes, which are written as they are.
    Plain,
    /// `0x00000400`, with at least so many digits, in upper case.
    Hex {
        /// Least number of digits, 1 to 16.
        width: u8,
    },
}

/// A code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Code {
    /// A number within its [`CodeType`].
    Number(i128),
    /// A text such as SQLSTATE `23505`.
    Text(String),
}

impl CodeType {
    /// The words of the file.
    pub const ALL: &'static [(&'static str, Self)] = &[
        ("u8", Self::U8),
        ("u16", Self::U16),
        ("u32", Self::U32),
        ("u64", Self::U64),
        ("i32", Self::I32),
        ("i64", Self::I64),
        ("text", Self::Text),
    ];

    /// Its word in the file; of a number, its type in Rust.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(_, ty)| *ty == self).map_or("", |(word, _)| word)
    }

    /// Width in bits; 0 for text.
    pub fn bits(self) -> u32 {
        match self {
            Self::U8 => 8,
            Self::U16 => 16,
            Self::U32 | Self::I32 => 32,
            Self::U64 | Self::I64 => 64,
            Self::Text => 0,
        }
    }

    /// Whether codes may be negative.
    pub fn is_signed(self) -> bool {
        matches!(self, Self::I32 | Self::I64)
    }

    /// From the least to the greatest code; 0 alone for text.
    pub fn bounds(self) -> RangeInclusive<i128> {
        match (self, self.is_signed()) {
            (Self::Text, _) => 0..=0,
            (_, true) => -(1 << (self.bits() - 1))..=(1 << (self.bits() - 1)) - 1,
            (_, false) => 0..=(1 << self.bits()) - 1,
        }
    }

    /// The number that a text parses as at run time: decimal digits or `0x` digits, any padding.
    pub(crate) fn parse(self, text: &str) -> Option<i128> {
        if self == Self::Text {
            return None;
        }
        if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
            return Some(self.complement(digits_in(digits, 16).flatten()?));
        }
        let (negative, digits) = match text.strip_prefix('-') {
            Some(digits) if self.is_signed() => (true, digits),
            _ => (false, text),
        };
        let number = digits_in(digits, 10).flatten()?;
        Some(if negative { -number } else { number })
    }

    /// In signed types, hexadecimal digits are a two's complement.
    pub(crate) fn complement(self, number: i128) -> i128 {
        let bits = self.bits();
        let is_negative = self.is_signed() && number >> bits == 0 && number >> (bits - 1) == 1;
        if is_negative { number - (1_i128 << bits) } else { number }
    }
}

/// `None` if it is no number, `Some(None)` if it is too large.
pub(crate) fn digits_in(digits: &str, radix: u32) -> Option<Option<i128>> {
    if digits.is_empty() || !digits.chars().all(|char| char.is_digit(radix)) {
        return None;
    }
    Some(i128::from_str_radix(digits, radix).ok())
}

impl CodeFormat {
    /// A code as it is written: `20102`, `0x00000400`; a negative one in hexadecimal as its two's complement.
    pub fn write(&self, code: &Code) -> String {
        match (code, self.notation) {
            (Code::Text(text), _) => text.clone(),
            (Code::Number(number), Notation::Plain) => number.to_string(),
            (Code::Number(number), Notation::Hex { width }) => {
                let mask = (1_i128 << self.ty.bits()) - 1;
                format!("0x{:0width$X}", number & mask, width = width.into())
            }
        }
    }
}
