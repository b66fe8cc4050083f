//! Conversions between entries and integers, the same for every enum whose codes are numbers.

/// Implements `TryFrom` for all twelve integer types.
macro_rules! try_from_integers {
    ($entry:ident, $code:ident, $error:ident) => {
        try_from_integers! { $entry, $code, $error, u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize }
    };
    ($entry:ident, $code:ident, $error:ident, $($integer:ident)*) => {$(
        impl ::core::convert::TryFrom<$integer> for $entry {
            type Error = $error;

            #[allow(clippy::cast_lossless, clippy::cast_sign_loss, clippy::cast_possible_truncation)]
            #[allow(clippy::unnecessary_fallible_conversions, clippy::useless_conversion)]
            fn try_from(number: $integer) -> ::core::result::Result<Self, $error> {
                $code::try_from(number).ok().and_then(<Self as Entry>::from_code).ok_or_else(|| {
                    let (negative, magnitude) = match i128::try_from(number) {
                        Ok(number) => (number < 0, number.unsigned_abs()),
                        Err(_) => (false, number as u128),
                    };
                    $error::new(negative, magnitude, &EXPECTED)
                })
            }
        }
    )*};
}

/// Implements `From` for integer types that hold every code.
macro_rules! into_integers {
    ($entry:ident, $($integer:ident)*) => {$(
        impl ::core::convert::From<$entry> for $integer {
            fn from(entry: $entry) -> Self {
                Self::from(Entry::code(entry))
            }
        }
    )*};
}

/// Implements formatting of the code in other bases.
macro_rules! format_code {
    ($entry:ident, $($base:ident)*) => {$(
        impl ::core::fmt::$base for $entry {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::$base::fmt(&Entry::code(*self), f)
            }
        }
    )*};
}

pub(crate) use {format_code, into_integers, try_from_integers};
