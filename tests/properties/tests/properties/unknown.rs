//! Any code, documented or not, comes back as it went in.

use std::fmt::Debug;
use std::str::FromStr;

use intune_connector_catalogue::{Entry, OrUnknown, ParseError};
use proptest::prelude::*;

use crate::common::{Coded, DiagnosticCode, EventId, UnifiedEventId};
use crate::config;
use crate::texts::{code, text};

/// Holds a code, prints it in every form, and reads each form.
fn check<E: Coded + Entry>(code: E::Code, number: u32, width: usize) -> Result<(), TestCaseError>
where
    E::Code: Into<i128>,
    OrUnknown<E>: FromStr<Err = ParseError> + Debug,
{
    let held = OrUnknown::<E>::from_code(code);
    prop_assert_eq!(held.code(), code);
    prop_assert_eq!(held.known(), E::from_number(number));
    let forms = [
        held.to_string(),
        format!("{held:#}"),
        E::written(number),
        format!("{number:0width$}"),
        format!("{number:#0width$x}"),
        format!("0X{number:0width$X}"),
    ];
    for form in forms {
        prop_assert_eq!(form.parse(), Ok(held), "{}", form);
    }
    Ok(())
}

/// What an enum reads, its `OrUnknown` reads as the same; what that reads beside is an undocumented number.
fn check_text<E: Coded + Entry>(text: &str) -> Result<(), TestCaseError>
where
    E::Code: Into<i128>,
    OrUnknown<E>: FromStr<Err = ParseError> + Debug,
{
    match (text.parse::<E>(), text.parse::<OrUnknown<E>>()) {
        (Ok(entry), held) => prop_assert_eq!(held, Ok(OrUnknown::from(entry)), "{:?}", text),
        (Err(error), Ok(held)) => {
            prop_assert_eq!(held.known(), None, "{:?}", text);
            prop_assert_eq!(error.number(), Some(held.code().into()), "{:?}", text);
        }
        (Err(error), Err(same)) => prop_assert_eq!(error, same, "{:?}", text),
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_id_comes_back(id in any::<u16>(), width in 0_usize..30) {
        check::<EventId>(id, id.into(), width)?;
        check::<UnifiedEventId>(id, id.into(), width)?;
    }

    #[test]
    fn any_code_comes_back(number in any::<u32>(), documented in code(), width in 0_usize..30) {
        check::<DiagnosticCode>(number, number, width)?;
        check::<DiagnosticCode>(documented.code(), documented.code(), width)?;
    }

    #[test]
    fn texts_are_read_as_the_enum_reads_them(text in text()) {
        check_text::<EventId>(&text)?;
        check_text::<UnifiedEventId>(&text)?;
        check_text::<DiagnosticCode>(&text)?;
    }
}
