//! Signed codes, names of Rust's prelude, lifecycle, three languages.
#![allow(deprecated)]

use catalogues::hresult::com::Result as Hresult;
use catalogues::hresult::{Locale, Option as Hint, OrUnknown, Severity};

#[test]
fn signed_codes_are_written_as_their_bits() {
    assert_eq!(Hresult::Err.code(), -0x7FFF_BFFB);
    assert_eq!(format!("{:#}", Hresult::Err), "0x80004005 E_FAIL");
    assert_eq!(format!("{:#X}", Hresult::EInvalidarg), "0x80070057");
    assert!(Hresult::ALL.is_sorted());
}

#[test]
fn every_printed_form_parses_back() {
    for result in Hresult::ALL.iter().copied() {
        let code = result.code();
        for text in [
            format!("{result}"),
            format!("{result:#}"),
            format!("{result:?}"),
            format!("{result:#x}"),
            format!("{result:#X}"),
            format!("{code}"),
        ] {
            assert_eq!(text.parse(), Ok(result), "{text}");
        }
        assert_eq!(Hresult::try_from(i64::from(code)), Ok(result));
        assert_eq!(i32::from(result), code);
        assert_eq!(result.to_string().to_lowercase().parse(), Ok(result));
    }
}

#[test]
fn codes_outside_the_type_are_refused_and_kept() {
    let error = Hresult::try_from(u128::MAX).unwrap_err();
    assert_eq!((error.number(), error.magnitude()), (None, u128::MAX));
    let error = "0x123456789".parse::<Hresult>().unwrap_err();
    assert_eq!(error.number(), Some(0x1_2345_6789));
    assert_eq!(Hresult::try_from(-1_i64).unwrap_err().number(), Some(-1));
}

#[test]
fn unknown_codes_print_as_codes_are_written() {
    let unknown = OrUnknown::<Hresult>::from(-0x7FFF_BFFF);
    assert_eq!(unknown.known(), None);
    assert_eq!(format!("{unknown}|{unknown:>12}|{unknown:?}"), "0x80004001|  0x80004001|Unknown(0x80004001)");
    assert_eq!("0x80004001".parse(), Ok(unknown));
    assert_eq!("0X80004001".parse(), Ok(unknown));
    assert_eq!("-2147467263".parse(), Ok(unknown));
    assert_eq!("E_FAIL".parse::<OrUnknown<Hresult>>().unwrap(), Hresult::Err);
}

#[test]
fn messages_do_not_take_a_number_for_bits() {
    // The bits of E_FAIL, which is negative.
    let error = Hresult::try_from(0x8000_4005_u32).unwrap_err().to_string();
    assert!(error.starts_with("2147500037 is not an HRESULT; expected one of "), "{error}");
    let error = "2147500037".parse::<Hresult>().unwrap_err();
    assert!(error.to_string().starts_with("the number is too large to be an HRESULT"), "{error}");
    assert_eq!(error.number(), None);
    assert_eq!("0x80004005".parse(), Ok(Hresult::Err));
    let error = "0x80004001".parse::<Hresult>().unwrap_err().to_string();
    assert!(error.starts_with("0x80004001 is not an HRESULT"), "{error}");
}

#[test]
fn the_end_of_an_entry_is_told() {
    let deprecation = Hresult::Err.deprecated().unwrap();
    assert_eq!(deprecation.since, "2.0.0");
    assert_eq!(deprecation.note, Some("[it]: say what [failed]."));
    assert_eq!(deprecation.replaced_by, Some(Hresult::EInvalidarg));
    assert_eq!(Hresult::Ok.deprecated(), None);
    assert_eq!((Hresult::Err.since(), Hresult::Ok.since()), (Some("1.0"), None));
}

#[test]
fn optional_columns_and_texts_may_be_absent() {
    assert_eq!(Hresult::Ok.hint(), Some(Hint::Some));
    assert_eq!(Hresult::Err.hint(), None);
    assert_eq!(Hresult::Err.remediation(), None);
    assert_eq!(Hresult::EInvalidarg.remediation_in(Locale::En), Some("Correct the argument."));
    assert_eq!(Hresult::Ok.severity(), Severity::Information);
}

#[test]
fn texts_come_out_as_they_went_in() {
    assert_eq!(
        Hresult::Ok.description_in(Locale::En),
        "*All* is <well>: [see](nothing) \\ `here` | 🎉 & more"
    );
    assert_eq!(Hresult::Ok.description_in(Locale::Ar), "كل شيء على ما يرام.");
    assert_eq!(Hresult::EInvalidarg.description_in(Locale::En), "An argument\nis not valid.");
}

#[test]
fn a_tag_finds_the_nearest_language() {
    for (tag, locale) in [
        ("pt-BR", Some(Locale::PtBr)),
        ("PT-br", Some(Locale::PtBr)),
        ("pt-BR-x-test", Some(Locale::PtBr)),
        ("pt", None),
        ("en-GB", Some(Locale::En)),
        ("ar-Arab-EG", Some(Locale::Ar)),
        ("e", None),
        ("", None),
        ("en_US", None),
        ("en-", None),
    ] {
        assert_eq!(Locale::from_tag(tag), locale, "{tag}");
        assert_eq!(tag.parse::<Locale>().ok(), locale, "{tag}");
    }
    assert_eq!(Locale::default(), Locale::PtBr);
}

#[test]
fn the_enum_is_an_error_with_its_description() {
    let error: Box<dyn std::error::Error> = Box::new(Hresult::Err);
    assert_eq!(error.to_string(), "E_FAIL");
    #[allow(deprecated)]
    let description = error.description().to_owned();
    assert_eq!(description, Hresult::Err.description());
}
