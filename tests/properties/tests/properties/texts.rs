//! Texts to try: more like codes and names than chance would make them.

use intune_connector_catalogue::ConnectorEvent;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::common::{DiagnosticCode, mixed_case};

/// What joins and begins codes and names, and what could be taken for that.
const JOINTS: &[&str] = &[
    "0x",
    "0X",
    "x",
    "0",
    "-",
    "_",
    " ",
    "+",
    ".",
    "\n",
    "\0",
    "ſ",
    "\u{212A}",
    "Ю",
    "{",
    "0x0FFFFFFFF",
    "ffff",
];

/// An event of either generation.
pub fn event() -> impl Strategy<Value = ConnectorEvent> {
    select(ConnectorEvent::ALL)
}

/// A diagnostic code.
pub fn code() -> impl Strategy<Value = DiagnosticCode> {
    select(DiagnosticCode::ALL)
}

/// The same text with the case of some letters changed.
pub fn recased(text: &str, case: u8) -> String {
    match case % 5 {
        0 => text.to_ascii_uppercase(),
        1 => text.to_ascii_lowercase(),
        2 => mixed_case(text, 0),
        3 => mixed_case(text, 1),
        _ => text.to_owned(),
    }
}

/// A part of a text.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(JOINTS).prop_map(str::to_owned),
        2 => any::<char>().prop_map(String::from),
        1 => (event(), any::<u8>()).prop_map(|(event, case)| recased(event.name(), case)),
        1 => event().prop_map(|event| event.id().to_string()),
        1 => (code(), any::<u8>()).prop_map(|(code, case)| recased(code.name(), case)),
        1 => (code(), 0_usize..12).prop_map(|(code, width)| format!("{code:#0width$x}")),
        1 => any::<u32>().prop_map(|number| format!("{number:x}")),
    ]
}

/// Any text.
pub fn text() -> impl Strategy<Value = String> {
    vec(piece(), 0..8).prop_map(|pieces| pieces.concat())
}

/// A text that holds no word, and does not end or begin where a word would.
pub fn noise() -> impl Strategy<Value = String> {
    const OTHERS: &[char] =
        &[' ', '.', ',', ':', ';', '(', ')', '"', '\\', '\n', '\0', '«', 'ю', '界', '🦀', '=', '/'];
    vec(select(OTHERS), 1..6).prop_map(String::from_iter)
}
