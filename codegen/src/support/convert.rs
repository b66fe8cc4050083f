//! Conversions between entries and integers, the same for every enum whose codes are numbers.
//!
//! There are dozens of them: their bodies are casts and one call, which the compiler checks fastest.

use super::entry::Entry;
use super::error::{Expected, UnknownCodeError};

/// Implements `TryFrom` for all twelve integer types.
macro_rules! try_from_integers {
    ($entry:ident, $error:ident, $find:path) => {
        try_from_integers! { $entry, $error, u8 u16 u32 u64 usize i8 i16 i32 i64 i128 isize }

        #[inline]
        fn from_number(number: i128) -> ::core::result::Result<$entry, $error> {
            $find(number, &EXPECTED)
        }

        impl ::core::convert::TryFrom<u128> for $entry {
            type Error = $error;

            #[inline]
            fn try_from(number: u128) -> ::core::result::Result<Self, $error> {
                // No code has as many bits: what does not fit is unknown, and kept as it is.
                if number > i128::MAX as u128 {
                    return Err($error::new(false, number, &EXPECTED));
                }
                from_number(number as i128)
            }
        }
    };
    ($entry:ident, $error:ident, $($integer:ident)*) => {$(
        impl ::core::convert::TryFrom<$integer> for $entry {
            type Error = $error;

            #[inline]
            fn try_from(number: $integer) -> ::core::result::Result<Self, $error> {
                from_number(number as i128)
            }
        }
    )*};
}

/// The entry with a code that came as some integer.
#[inline]
pub(crate) fn find<E: Entry<Code: TryFrom<i128>>>(
    number: i128,
    expected: &'static Expected,
) -> Result<E, UnknownCodeError> {
    match E::Code::try_from(number).ok().and_then(E::from_code) {
        Some(entry) => Ok(entry),
        None => Err(UnknownCodeError::new(number < 0, number.unsigned_abs(), expected)),
    }
}

/// Implements `From` for integer types that hold every code.
macro_rules! into_integers {
    ($entry:ident, $($integer:ident)*) => {$(
        impl ::core::convert::From<$entry> for $integer {
            #[inline]
            fn from(entry: $entry) -> Self {
                entry as Self
            }
        }
    )*};
    ($entry:ident by $code:ident, $($integer:ident)*) => {$(
        impl ::core::convert::From<$entry> for $integer {
            #[inline]
            fn from(entry: $entry) -> Self {
                Self::from(entry.$code())
            }
        }
    )*};
}

/// Implements formatting of the code in other bases.
macro_rules! format_code {
    ($entry:ident, $code:ident, $($base:ident)*) => {$(
        impl ::core::fmt::$base for $entry {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::$base::fmt(&(*self as $code), f)
            }
        }
    )*};
    ($entry:ident by $method:ident, $code:ident, $($base:ident)*) => {$(
        impl ::core::fmt::$base for $entry {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::$base::fmt(&self.$method(), f)
            }
        }
    )*};
}

pub(crate) use {format_code, into_integers, try_from_integers};
