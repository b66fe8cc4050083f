//! Every code lies in its class, and classes tell of codes that are not listed.

use sqlstate::{Class, Outcome, SqlState};

#[test]
fn every_code_is_read_back_in_every_form() {
    for &state in SqlState::ALL {
        assert_eq!(SqlState::from_code(state.code()), Some(state));
        for text in [state.to_string(), format!("{state:#}"), format!("{state:?}"), state.code().to_owned()] {
            assert_eq!(text.parse(), Ok(state), "{text}");
        }
    }
}

#[test]
fn every_code_lies_in_the_class_that_its_first_two_characters_tell() {
    for &state in SqlState::ALL {
        let class = state.class();
        assert_eq!(SqlState::class_of(state.code()), Some(class), "{state}");
        assert_eq!(SqlState::range_name(state.code()), Some(class.name()), "{state}");
        assert!(class.states().iter().all(|other| other.code()[..2] == state.code()[..2]), "{class}");
    }
    assert!(Class::ALL.iter().all(|class| !class.states().is_empty()));
}

#[test]
fn unknown_codes_have_the_class_of_their_neighbours() {
    assert_eq!(SqlState::from_code("23505"), None, "PostgreSQL's own");
    assert_eq!(SqlState::class_of("23505"), Some(Class::IntegrityConstraintViolation));
    assert_eq!(SqlState::outcome_of("23505"), Some(Outcome::Exception));
    assert_eq!(SqlState::outcome_of("01S00"), Some(Outcome::Success));
    assert_eq!(SqlState::class_of("XX000"), None);
}

#[test]
fn codes_are_five_characters() {
    for state in SqlState::ALL {
        assert_eq!(state.code().len(), 5, "{state}");
        assert!(
            state.code().bytes().all(|byte| byte.is_ascii_digit() || byte.is_ascii_uppercase()),
            "{state}"
        );
    }
}
