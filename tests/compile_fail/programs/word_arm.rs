use intune_connector_catalogue::{Locale, Severity};

fn main() {
    match Severity::Error {
        Severity::Information | Severity::Warning => {}
    }
    match Locale::En {
        Locale::En => {}
    }
}
