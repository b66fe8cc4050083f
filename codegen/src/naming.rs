//! Rust names: derived from documented names, and judged.

use unicode_normalization::{UnicodeNormalization, is_nfkc};

/// The Rust variant for a documented name: `PKCS_Issue_CA_Unavailable` gives `PkcsIssueCaUnavailable`.
///
/// Words end at white space and at ASCII characters that are neither letters nor digits. Whether the result
/// is an identifier is for [`is_identifier`] to say.
pub fn variant_of(name: &str) -> String {
    let is_break = |char: char| char.is_whitespace() || (char.is_ascii() && !char.is_ascii_alphanumeric());
    composed(&name.split(is_break).map(raised).collect::<String>())
}

/// A name as rustc compares it, in Unicode's form NFC: `e` with an accent behind it is `é`.
pub fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// The module, and so the file, for a type: `EventId` gives `event_id`, `Type` gives `type_`.
pub fn file_stem(name: &str) -> String {
    let snake = snake_case(name);
    if is_reserved(&snake) { snake + "_" } else { snake }
}

/// A Rust name in the spelling of modules: `EventId` gives `event_id`, `HTTPStatus` gives `http_status`.
pub fn snake_case(name: &str) -> String {
    let chars: Vec<char> = name.chars().collect();
    let mut snake = String::with_capacity(name.len() + 4);
    for (at, &char) in chars.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| chars.get(at)).copied();
        let after = chars.get(at + 1).copied();
        if char == '_' || begins_word(before, char, after) {
            close_word(&mut snake);
        }
        if char != '_' {
            snake.extend(char.to_lowercase());
        }
    }
    snake
}

/// Whether a text is a Rust identifier, reserved or not; `_` is none.
pub fn is_identifier(text: &str) -> bool {
    let mut chars = text.chars();
    let starts = chars.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first));
    starts && text != "_" && chars.all(unicode_ident::is_xid_continue)
}

/// Whether an identifier has no letter that is another form of other ones, such as `ﬁ` or `ª`: rustc warns of those.
pub fn is_common(name: &str) -> bool {
    is_nfkc(&composed(name))
}

/// Whether Rust keeps a word for itself, now or for later.
pub fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

const RESERVED: &[&str] = &[
    "_", "Self", "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate",
    "do", "dyn", "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let",
    "loop", "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "self",
    "static", "struct", "super", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use",
    "virtual", "where", "while", "yield",
];

fn raised(word: &str) -> String {
    let mut chars = word.chars();
    let Some(first) = chars.next() else { return String::new() };
    let mut raised: String = first.to_uppercase().collect();
    if is_shouted(word) {
        raised.extend(chars.flat_map(char::to_lowercase));
    } else {
        raised.push_str(chars.as_str());
    }
    raised
}

/// Two letters or more, all of them capitals: `CA`, `PKCS12`.
fn is_shouted(word: &str) -> bool {
    let letters = || word.chars().filter(|char| char.is_alphabetic());
    letters().count() >= 2 && letters().all(char::is_uppercase)
}

/// A capital begins a word behind a small letter or digit, and as the last capital before a small letter.
fn begins_word(before: Option<char>, char: char, after: Option<char>) -> bool {
    let behind_small = before.is_some_and(|before| before != '_' && !before.is_uppercase());
    let before_small = before.is_some_and(char::is_uppercase) && after.is_some_and(char::is_lowercase);
    char.is_uppercase() && (behind_small || before_small)
}

fn close_word(snake: &mut String) {
    if !snake.is_empty() && !snake.ends_with('_') {
        snake.push('_');
    }
}

#[cfg(test)]
mod tests {
    use super::{is_identifier, is_reserved, snake_case, variant_of};

    #[test]
    fn variants_are_words_with_a_raised_first_letter() {
        let cases = [
            ("PKCS_Issue_CA_Unavailable", "PkcsIssueCaUnavailable"),
            ("PkcsCertIssue_Failure", "PkcsCertIssueFailure"),
            ("PKCSRequest", "PKCSRequest"),
            ("not found", "NotFound"),
            ("I'm a teapot", "IMATeapot"),
            ("e-mail.sent", "EMailSent"),
            ("SHA256_OK", "Sha256Ok"),
            ("été", "Été"),
            ("e\u{301}te\u{301}", "Été"),
            ("42", "42"),
            ("--", ""),
        ];
        for (name, variant) in cases {
            assert_eq!(variant_of(name), variant, "{name}");
        }
    }

    #[test]
    fn files_are_in_snake_case() {
        let cases = [
            ("EventId", "event_id"),
            ("Event_Id", "event_id"),
            ("HTTPStatus", "http_status"),
            ("Sha256Code", "sha256_code"),
            ("unified", "unified"),
            ("_Private", "private"),
        ];
        for (name, file) in cases {
            assert_eq!(snake_case(name), file, "{name}");
        }
    }

    #[test]
    fn identifiers_are_told_from_other_texts() {
        for good in ["a", "_a", "Été", "r2", "Self"] {
            assert!(is_identifier(good), "{good}");
        }
        for bad in ["", "_", "2r", "a-b", "a b", "r#a", "a "] {
            assert!(!is_identifier(bad), "{bad}");
        }
        assert!(is_reserved("Self") && is_reserved("gen") && !is_reserved("union"));
    }
}
