//! Locales: BCP 47 tags, read as RFC 4647 looks them up.

mod common;

use common::Locale;

#[test]
fn the_default_is_the_first() {
    assert_eq!(Locale::default(), Locale::ALL[0]);
    assert_eq!(Locale::ALL, [Locale::En, Locale::Ru]);
}

#[test]
fn tags_are_read_as_bcp_47_wants() {
    for (tag, locale) in [
        ("ru-RU", Some(Locale::Ru)),
        ("RU-ru", Some(Locale::Ru)),
        ("en-GB-oxendict", Some(Locale::En)),
        ("ru-Cyrl-RU-x-private", Some(Locale::Ru)),
        ("en-12345678", Some(Locale::En)),
        ("rus", None),
        ("de-DE", None),
        ("de-ru", None),
        ("ru_RU", None),
        ("ru.UTF-8", None),
        ("ru-", None),
        ("ru--RU", None),
        ("-ru", None),
        ("-", None),
        ("", None),
        (" ru", None),
        ("ru-toolongsubtag", None),
        ("ru-ĳ", None),
        ("ру", None),
        ("r\0", None),
    ] {
        assert_eq!(tag.parse::<Locale>().ok(), locale, "{tag:?}");
        assert_eq!(Locale::from_tag(tag), locale, "{tag:?}");
    }
}

#[test]
fn every_tag_is_read_with_any_region() {
    for locale in Locale::ALL.iter().copied() {
        for region in ["", "-US", "-ru", "-419", "-Latn-XX"] {
            let tag = format!("{locale}{region}");
            for tag in [tag.to_uppercase(), tag.to_lowercase(), tag] {
                assert_eq!(tag.parse(), Ok(locale), "{tag}");
            }
        }
    }
}

#[test]
fn long_tags_are_read_too() {
    assert_eq!(format!("ru{}", "-x".repeat(10_000)).parse(), Ok(Locale::Ru));
    assert!("-x".repeat(10_000).parse::<Locale>().is_err());
}
