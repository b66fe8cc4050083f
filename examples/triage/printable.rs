//! Texts of logs as a terminal may show them.

/// A text without what would move the cursor or begin a line.
pub fn printable(text: &str) -> String {
    text.replace(char::is_control, " ")
}
