//! `arbitrary`: any entry, for fuzzing; of what may be unknown, as many documented codes as others.

use ::arbitrary::{Arbitrary, Result, Unstructured};

use super::super::{Entry, OrUnknown};

macro_rules! any {
    ($($ty:ty;)*) => {$(
        impl Arbitrary<'_> for $ty {
            #[inline]
            fn arbitrary(bytes: &mut Unstructured<'_>) -> Result<Self> {
                bytes.choose(<$ty>::ALL).copied()
            }
        }
    )*};
}

impl<'a, C, E> Arbitrary<'a> for OrUnknown<E>
where
    C: Arbitrary<'a> + Into<i128>,
    E: Entry<Code = C>,
{
    #[inline]
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let is_known: bool = bytes.arbitrary()?;
        let code = if is_known { bytes.choose(E::ALL)?.code() } else { bytes.arbitrary()? };
        Ok(Self::from_code(code))
    }
}
