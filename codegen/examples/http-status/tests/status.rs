//! Ranges, several names for one code, and codes that fell out of use.

use http_status::{Class, OrUnknown, Status};

#[test]
fn every_code_is_read_back_in_every_form() {
    for &status in Status::ALL {
        assert_eq!(Status::from_code(status.code()), Some(status));
        assert_eq!(Status::try_from(u64::from(status.code())), Ok(status));
        for text in
            [status.to_string(), format!("{status:#}"), format!("{status:?}"), status.code().to_string()]
        {
            assert_eq!(text.parse(), Ok(status), "{text}");
        }
    }
}

#[test]
fn older_names_mean_the_same() {
    for (name, status) in [
        ("Request Entity Too Large", Status::ContentTooLarge),
        ("Payload Too Large", Status::ContentTooLarge),
        ("Unprocessable Entity", Status::UnprocessableContent),
        ("Moved Temporarily", Status::Found),
    ] {
        assert_eq!(name.parse(), Ok(status), "{name}");
        assert_ne!(status.name(), name);
    }
}

#[test]
fn the_first_digit_is_the_class_of_unknown_codes_too() {
    for code in 0..=u16::MAX {
        let class = match code / 100 {
            1 => Some(Class::Informational),
            2 => Some(Class::Successful),
            3 => Some(Class::Redirection),
            4 => Some(Class::ClientError),
            5 => Some(Class::ServerError),
            _ => None,
        };
        assert_eq!(Status::class_of(code), class, "{code}");
        let status = OrUnknown::<Status>::from(code);
        assert_eq!(status.code(), code);
        assert_eq!(status.known().map(Status::class), class.filter(|_| status.known().is_some()));
    }
}

#[test]
fn codes_out_of_use_are_kept_and_say_so() {
    let deprecated: Vec<u16> = Status::ALL
        .iter()
        .filter(|status| status.deprecated().is_some())
        .map(|status| status.code())
        .collect();
    assert_eq!(deprecated, [102, 305, 510]);
    assert_eq!(Status::UseProxy.deprecated().unwrap().since, "RFC 7231");
    assert!(Status::ALL.iter().all(|status| status.since().is_some()));
}

#[test]
fn every_code_has_a_text() {
    for status in Status::ALL {
        assert!(status.description().ends_with('.'), "{status}");
        assert!(status.documented_in().is_some(), "{status}");
    }
}
