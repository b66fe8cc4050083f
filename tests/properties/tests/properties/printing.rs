//! Whatever an entry prints as is read as that entry.

use proptest::prelude::*;
use proptest::sample::select;

use crate::common::{
    Channel, Coded, Detail, DiagnosticCode, EventId, Locale, Outcome, Scenario, Severity, UnifiedEventId,
    Word,
};
use crate::config;
use crate::texts::recased;

/// Prints a word in each of its forms.
fn check_word<E: Word>(entry: E, case: u8) -> Result<(), TestCaseError> {
    let forms = [entry.to_string(), format!("{entry:#}"), format!("{entry:?}"), entry.as_ref().to_owned()];
    for form in forms.into_iter().chain(entry.spellings().into_iter().map(str::to_owned)) {
        prop_assert_eq!(form.parse(), Ok(entry), "{}", form);
        // ASCII case does not count, not even in the `0x` of an alias.
        let other = recased(&form, case);
        prop_assert_eq!(other.parse(), Ok(entry), "{}", other);
    }
    Ok(())
}

/// Prints a code in each of its forms, alone and with a name.
fn check_code<E: Coded>(entry: E, case: u8, width: usize) -> Result<(), TestCaseError> {
    check_word(entry, case)?;
    let number = entry.number();
    let codes = [
        E::written(number),
        format!("{number:0width$}"),
        format!("{entry:#0width$x}"),
        format!("{entry:#0width$X}"),
        format!("0X{entry:0width$x}"),
    ];
    for code in codes {
        prop_assert_eq!(code.parse(), Ok(entry), "{}", code);
        let spellings = entry.spellings();
        let pair = format!("{code} {}", recased(spellings[usize::from(case) % spellings.len()], case));
        prop_assert_eq!(pair.parse(), Ok(entry), "{}", pair);
    }
    Ok(())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn entries_with_codes_are_read_as_printed(
        legacy in select(EventId::ALL),
        unified in select(UnifiedEventId::ALL),
        code in select(DiagnosticCode::ALL),
        case in any::<u8>(),
        width in 0_usize..50,
    ) {
        check_code(legacy, case, width)?;
        check_code(unified, case, width)?;
        check_code(code, case, width)?;
    }

    #[test]
    fn words_are_read_as_printed(
        words in (select(Scenario::ALL), select(Outcome::ALL), select(Detail::ALL), select(Channel::ALL)),
        severity in select(Severity::ALL),
        locale in select(Locale::ALL),
        case in any::<u8>(),
    ) {
        check_word(words.0, case)?;
        check_word(words.1, case)?;
        check_word(words.2, case)?;
        check_word(words.3, case)?;
        check_word(severity, case)?;
        check_word(locale, case)?;
    }
}
