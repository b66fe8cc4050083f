//! Text codes, relations within one enum, and words without texts.

use catalogues::sqlstate::{CATALOGUE_VERSION, Class, Entry, SOURCES, SqlState};

#[test]
fn entries_are_in_the_order_of_their_codes() {
    let codes: Vec<&str> = SqlState::ALL.iter().map(|state| state.code()).collect();
    assert_eq!(codes, ["00000", "2201E", "22P02", "23503", "23505"]);
    assert!(SqlState::ALL.is_sorted());
}

#[test]
fn codes_that_look_like_numbers_stay_texts() {
    assert_eq!(SqlState::from_code("00000"), Some(SqlState::SuccessfulCompletion));
    assert_eq!(SqlState::from_code("0"), None);
    assert_eq!(SqlState::from_code("2201e"), None, "from_code is exact");
    assert_eq!("2201e".parse(), Ok(SqlState::InvalidArgumentForLogarithm), "parsing is not");
}

#[test]
fn every_printed_form_parses_back() {
    for state in SqlState::ALL.iter().copied() {
        for text in [format!("{state}"), format!("{state:#}"), format!("{state:?}"), state.code().to_owned()]
        {
            assert_eq!(text.parse(), Ok(state), "{text}");
        }
        for spelling in state.spellings() {
            assert_eq!(SqlState::from_name(spelling), Some(state), "{spelling}");
            assert_eq!(SqlState::from_name(&spelling.to_ascii_uppercase()), Some(state), "{spelling}");
        }
        assert_eq!(<SqlState as Entry>::from_code(state.code()), Some(state));
    }
}

#[test]
fn unknown_texts_are_told_apart() {
    let message = |text: &str| text.parse::<SqlState>().unwrap_err().to_string();
    assert_eq!(
        message("99999"),
        "no SQLSTATE has this name; expected a name such as `successful_completion`, or one of 5 codes from 00000 to 23505"
    );
    assert!(
        message("23505 successful_completion")
            .starts_with("the code and the name belong to different entries")
    );
    assert!(message(" 23505").starts_with("white space surrounds the text"));
    assert!(message("").starts_with("an empty text is not an SQLSTATE"));
}

#[test]
fn relations_within_one_enum_have_both_directions() {
    for state in SqlState::ALL.iter().copied() {
        for other in state.see_also() {
            assert!(other.seen_from().contains(&state), "{state} {other}");
        }
        for other in state.seen_from() {
            assert!(other.see_also().contains(&state), "{state} {other}");
        }
        assert!(state.class().unwrap().states().contains(&state), "{state}");
    }
    assert_eq!(SqlState::UniqueViolation.see_also(), [SqlState::ForeignKeyViolation]);
    assert_eq!("CONSTRAINT".parse(), Ok(Class::IntegrityConstraintViolation));
}

#[test]
fn a_catalogue_without_texts_has_none() {
    for state in SqlState::ALL.iter().copied() {
        assert_eq!(Entry::description(state), None);
        assert_eq!(Entry::severity(state), None);
    }
    assert_eq!(CATALOGUE_VERSION, "2023");
    assert_eq!(SOURCES[0].date, "2023-06-01");
}

#[test]
fn classes_tell_of_unknown_codes() {
    assert_eq!(SqlState::range_name("23999"), Some("Integrity Constraint Violation"));
    assert_eq!(SqlState::class_of("23999"), Some(Class::IntegrityConstraintViolation));
    assert_eq!(SqlState::range_name("P0001"), Some("PL/pgSQL Error"));
    assert_eq!(SqlState::class_of("P0001"), None, "a class without a word");
    for outside in ["", "2", "p0001", "99999", "\u{434}23"] {
        assert_eq!(SqlState::range_name(outside), None, "{outside}");
        assert_eq!(SqlState::class_of(outside), None, "{outside}");
    }
    for state in SqlState::ALL.iter().copied() {
        assert_eq!(SqlState::class_of(state.code()), state.class(), "{state}");
    }
}
