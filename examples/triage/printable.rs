//! Texts of logs as a terminal may show them.

/// A text without what would move the cursor, begin a line or turn its direction.
pub fn printable(text: &str) -> String {
    let turns = |c| matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    text.replace(|c: char| c.is_control() || turns(c), " ")
}
