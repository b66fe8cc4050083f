//! What the ratios should be at least.

use crate::measure::Comparison;

/// Whether a ratio is as good as it should be; `None` if nothing is said of it.
pub fn target(comparison: &Comparison, peer: &str) -> Option<f64> {
    let (topic, case) = (comparison.topic, comparison.case.as_str());
    let is_large = case.starts_with("80,") || case.starts_with("1000,");
    match (topic, peer) {
        ("id → variant", "num_enum" | "strum FromRepr") if is_large && case.ends_with(" hits") => {
            Some(10.0)
        }
        ("id → variant", "FxHashMap") if is_large && case.ends_with(" hits") => Some(2.0),
        ("id → variant", "num_enum") if case.ends_with("half misses") => Some(5.0),
        ("id → variant", "num_enum") if case.ends_with("95 % one") => Some(2.0),
        ("name → variant, any case", "strum any case") if case == "80, hits" => Some(4.0),
        ("name → variant, any case", "strum any case") if case == "1000, hits" => Some(25.0),
        ("name → variant, exact case", "phf") => Some(3.0),
        ("name → variant, exact case", "FxHashMap") => Some(1.0),
        ("variant → name" | "variant → severity" | "variant → text", "match") => Some(10.0),
        ("printing a name", "&str") => Some(1.0),
        ("scan, codes and names, a KiB", "regex" | "aho-corasick") => Some(4.0),
        ("scan, codes alone, a KiB", "regex") => Some(1.0),
        _ => None,
    }
}
