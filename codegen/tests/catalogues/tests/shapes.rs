//! What is printed and read at the edges of types, and what ranges say when they leave nothing out.

use catalogues::shapes::smtp::Smtp;
use catalogues::shapes::text_code::Signed;
use catalogues::shapes::{OrUnknown, Tables};

#[test]
fn ranges_that_hold_all_codes_name_each() {
    for number in 0..=u8::MAX {
        let (name, kind) = match number {
            100..=199 => ("high", Tables::Message),
            _ => ("low", Tables::Iterator),
        };
        assert_eq!(Smtp::range_name(number), Some(name), "{number}");
        assert_eq!(Smtp::kind_of(number), Some(kind), "{number}");
    }
}

#[test]
fn negative_numbers_are_printed_with_a_sign_and_codes_as_bits() {
    let error = Signed::try_from(-5_i32).unwrap_err();
    assert!(error.to_string().starts_with("-5 is not a "), "{error}");
    let error = Signed::try_from(5_i32).unwrap_err();
    assert!(error.to_string().starts_with("0x00000005 is not a "), "{error}");
    for code in [i32::MIN, -5, -1, 0, 5, i32::MAX, Signed::UnspecifiedFailure.code()] {
        let value = OrUnknown::<Signed>::from_code(code);
        assert_eq!(value.to_string().parse(), Ok(value), "{value}");
    }
}

#[test]
fn what_is_said_of_some_entries_is_said_of_no_others() {
    let deprecated = |entry: &&Smtp| entry.deprecated().is_some_and(|it| it.note == Some("Gone."));
    assert!(Smtp::ALL.iter().filter(deprecated).eq(&[Smtp::Ready, Smtp::Later]));
    assert!(Smtp::ALL.iter().filter(|entry| !entry.notes().is_empty()).eq(&[Smtp::Ready, Smtp::Later]));
    assert_eq!(Signed::UnspecifiedFailure.deprecated().unwrap().since, "1.0.0");
    assert_eq!(
        ("2xx".parse(), "4XX".parse(), "f".parse()),
        (Ok(Smtp::Ready), Ok(Smtp::Later), Ok(Smtp::Failed))
    );
}
