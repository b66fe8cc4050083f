//! Codes that are texts, negative or awkwardly named, through the libraries of features.

#[cfg(feature = "serde")]
mod serde {
    use catalogues::hresult::{OrUnknown, com};
    use catalogues::sqlstate::SqlState;
    use catalogues::{awkward, hresult};
    use serde_json::{from_str, from_value, json, to_value};

    #[test]
    fn texts_are_read_by_name_and_by_code() {
        for &state in SqlState::ALL {
            assert_eq!(to_value(state).unwrap(), json!(state.name()));
            for spelling in state.spellings().iter().chain([&state.code()]) {
                assert_eq!(from_value::<SqlState>(json!(spelling)).unwrap(), state, "{spelling}");
            }
        }
        let error = from_str::<SqlState>("23505").unwrap_err().to_string();
        assert!(error.starts_with("invalid type: integer `23505`, expected a name"), "{error}");
    }

    #[test]
    fn negative_codes_are_read_as_numbers_and_as_their_bits() {
        for &code in com::Result::ALL {
            let number = code.code();
            assert_eq!(from_value::<com::Result>(json!(number)).unwrap(), code);
            assert_eq!(from_value::<com::Result>(json!(format!("0x{number:08X}"))).unwrap(), code);
            let as_number = hresult::as_code::serialize(&code, serde_json::value::Serializer).unwrap();
            assert_eq!(as_number, json!(number));
            assert_eq!(hresult::as_code::deserialize::<com::Result, _>(as_number).unwrap(), code);
        }
        let unknown: OrUnknown<com::Result> = from_str("-2147467263").unwrap();
        assert_eq!(to_value(unknown).unwrap(), json!("0x80004001"));
        assert_eq!(from_value::<OrUnknown<com::Result>>(json!("0x80004001")).unwrap(), unknown);
    }

    #[test]
    fn words_named_like_rusts_own_round_trip() {
        for &word in awkward::Result::ALL {
            assert_eq!(from_value::<awkward::Result>(to_value(word).unwrap()).unwrap(), word);
        }
    }
}
