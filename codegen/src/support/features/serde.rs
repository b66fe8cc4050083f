//! `serde`: entries are written by name in every format, and read by any spelling or code.

use core::fmt;
use core::marker::PhantomData;
use core::str::FromStr;

use serde_core::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, Unexpected, Visitor,
};
use serde_core::ser::{Serialize, Serializer};

use super::super::{Entry, OrUnknown, ParseError};

/// For types that are texts in every format: `Serialize`, and `Deserialize` from any spelling.
macro_rules! named {
    ($($named:ty: $name:ident;)*) => {$(
        impl Serialize for $named {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.$name())
            }
        }

        impl<'de> Deserialize<'de> for $named {
            #[inline]
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Spelling(PhantomData))
            }
        }
    )*};
}

/// The same for types whose codes are numbers, which formats for people may hold in place of a name.
macro_rules! numbered {
    ($($numbered:ty: $code:ty;)*) => {$(
        impl Serialize for $numbered {
            #[inline]
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(Entry::name(*self))
            }
        }

        impl<'de> Deserialize<'de> for $numbered {
            #[inline]
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                spelling_or_code(deserializer)
            }
        }

        impl Coded for $numbered {
            type Code = $code;

            #[inline]
            fn to_code(&self) -> $code {
                Entry::code(*self)
            }

            #[inline]
            fn of_code<E: Error>(code: $code) -> Result<Self, E> {
                Self::try_from(code).map_err(E::custom)
            }

            #[inline]
            fn of_number<E: Error>(number: i128) -> Result<Self, E> {
                Self::try_from(number).map_err(E::custom)
            }
        }
    )*};
}

impl<E> Serialize for OrUnknown<E>
where
    E: Entry + Coded,
{
    /// The name; the code as a text where there is none.
    #[inline]
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de, E> Deserialize<'de> for OrUnknown<E>
where
    Self: Coded + FromStr<Err = ParseError>,
    E: Entry,
{
    #[inline]
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        spelling_or_code(deserializer)
    }
}

impl<C, E> Coded for OrUnknown<E>
where
    C: Copy + fmt::Display + Into<i128> + TryFrom<i128> + Serialize + for<'de> Deserialize<'de>,
    E: Entry<Code = C> + Coded<Code = C>,
{
    type Code = C;

    #[inline]
    fn to_code(&self) -> C {
        self.code()
    }

    #[inline]
    fn of_code<Err: Error>(code: C) -> Result<Self, Err> {
        Ok(Self::from_code(code))
    }

    #[inline]
    fn of_number<Err: Error>(number: i128) -> Result<Self, Err> {
        let code = C::try_from(number);
        code.map(Self::from_code).map_err(|_| Err::custom(format_args!("{number} does not fit the type of the codes")))
    }
}

/// What has a number for a code: entries, and [`OrUnknown`].
pub trait Coded: Sized {
    /// Type of a code.
    type Code: Serialize + for<'de> Deserialize<'de>;

    /// The code.
    fn to_code(&self) -> Self::Code;

    /// What has this code.
    fn of_code<E: Error>(code: Self::Code) -> Result<Self, E>;

    /// What has the code that came as some integer.
    fn of_number<E: Error>(number: i128) -> Result<Self, E>;
}

#[inline]
fn spelling_or_code<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Coded + FromStr<Err = ParseError>,
    D: Deserializer<'de>,
{
    // Formats for programs do not tell what comes next.
    if deserializer.is_human_readable() {
        deserializer.deserialize_any(SpellingOrCode(PhantomData))
    } else {
        deserializer.deserialize_str(Spelling(PhantomData))
    }
}

/// An error without the text would not say where in a document to look.
#[inline]
fn parse<T: FromStr<Err = ParseError>, E: Error>(text: &str) -> Result<T, E> {
    text.parse().map_err(|error| E::custom(format_args!("{text:?}: {error}")))
}

struct Spelling<T>(PhantomData<T>);

impl<T: FromStr<Err = ParseError>> Visitor<'_> for Spelling<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        parse(text)
    }
}

impl<'de, T: FromStr<Err = ParseError>> DeserializeSeed<'de> for Spelling<T> {
    type Value = T;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<T, D::Error> {
        deserializer.deserialize_str(self)
    }
}

struct SpellingOrCode<T>(PhantomData<T>);

impl<'de, T: Coded + FromStr<Err = ParseError>> Visitor<'de> for SpellingOrCode<T> {
    type Value = T;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name or a code")
    }

    #[inline]
    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        parse(text)
    }

    #[inline]
    fn visit_i64<E: Error>(self, number: i64) -> Result<T, E> {
        T::of_number(number.into())
    }

    #[inline]
    fn visit_u64<E: Error>(self, number: u64) -> Result<T, E> {
        T::of_number(number.into())
    }

    /// An element of XML is a map of its attributes and its text.
    #[inline]
    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut value = None;
        while let Some(is_text) = map.next_key_seed(IsText)? {
            if is_text && value.is_none() {
                value = Some(map.next_value_seed(Spelling(PhantomData))?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        value.ok_or_else(|| Error::invalid_type(Unexpected::Map, &self))
    }
}

/// Whether a key is that of an element's text.
struct IsText;

impl<'de> DeserializeSeed<'de> for IsText {
    type Value = bool;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<bool, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for IsText {
    type Value = bool;

    #[inline]
    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<bool, E> {
        Ok(key == "$text")
    }
}

/// Entries, and [`OrUnknown`], as their codes: numbers in every format.
///
/// For `#[serde(with = "…::as_code")]`; [`option`](as_code::option) does the same for `Option`. A derived `JsonSchema`
/// asks for `#[schemars(with = "…")]` beside it, with the type of the code, or an `Option` of it.
///
/// @example as_code
pub mod as_code {
    use super::{Coded, Deserialize, Deserializer, Serialize, Serializer};

    /// Writes the code.
    ///
    /// @example as_code_serialize
    ///
    /// # Errors
    /// Only if the serializer fails.
    #[inline]
    pub fn serialize<T: Coded, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
        value.to_code().serialize(serializer)
    }

    /// Reads a code.
    ///
    /// @example as_code
    ///
    /// # Errors
    /// If there is no number, or an entry is wanted and none has this code.
    #[inline]
    pub fn deserialize<'de, T: Coded, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        T::of_code(Deserialize::deserialize(deserializer)?)
    }

    /// The same for `Option`; where the field itself may be missing, add `default`.
    ///
    /// @example as_code_option
    pub mod option {
        use super::super::{Coded, Deserialize, Deserializer, Serialize, Serializer};

        /// Writes the code, if there is a value.
        ///
        /// # Errors
        /// Only if the serializer fails.
        #[inline]
        pub fn serialize<T: Coded, S: Serializer>(
            value: &Option<T>,
            serializer: S,
        ) -> Result<S::Ok, S::Error> {
            value.as_ref().map(T::to_code).serialize(serializer)
        }

        /// Reads a code, if there is one.
        ///
        /// @example as_code_option
        ///
        /// # Errors
        /// If there is something that is no number, or an entry is wanted and none has this code.
        #[inline]
        pub fn deserialize<'de, T: Coded, D: Deserializer<'de>>(
            deserializer: D,
        ) -> Result<Option<T>, D::Error> {
            let code: Option<T::Code> = Deserialize::deserialize(deserializer)?;
            code.map(T::of_code::<D::Error>).transpose()
        }
    }
}
