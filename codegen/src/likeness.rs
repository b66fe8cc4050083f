//! Which name a misspelt one probably meant.

/// How alike two names must be, from 0 to 1.
const NEAR: f64 = 0.6;

/// The first of the names that are most like a word, case ignored; `None` if none is like it at all.
///
/// ```
/// use catalogue_codegen::likeness::nearest;
///
/// assert_eq!(nearest("no_watr", ["No_Beans", "No_Water"]), Some("No_Water"));
/// assert_eq!(nearest("grue", ["No_Beans", "No_Water"]), None);
/// ```
pub fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    nearest_within(word, names, usize::MAX).0
}

/// The same with so many comparisons at most, and how many there were.
pub(crate) fn nearest_within<'n>(
    word: &str,
    names: impl IntoIterator<Item = &'n str>,
    most_comparisons: usize,
) -> (Option<&'n str>, usize) {
    let word = Folded::new(word);
    let mut best: Option<(f64, &'n str)> = None;
    let mut spent = 0;
    for name in names {
        let other = Folded::new(name);
        if !word.may_be_near(&other) {
            continue;
        }
        if spent == most_comparisons {
            break;
        }
        spent += 1;
        let likeness = strsim::normalized_damerau_levenshtein(&word.text, &other.text);
        if likeness >= NEAR && best.is_none_or(|(most, _)| likeness > most) {
            best = Some((likeness, name));
        }
    }
    (best.map(|(_, name)| name), spent)
}

/// A name without case, and its letters as a set: a cheap look before the dear comparison.
struct Folded {
    text: String,
    length: usize,
    letters: u64,
}

impl Folded {
    fn new(name: &str) -> Self {
        let text = name.to_lowercase();
        let letters = text.chars().fold(0, |letters, char| letters | 1_u64 << (u32::from(char) % 64));
        let length = text.chars().count();
        Self { text, length, letters }
    }

    /// Each letter that only one of the two has, and each character that one is longer, is a difference.
    fn may_be_near(&self, other: &Self) -> bool {
        let length = self.length.max(other.length);
        let foreign =
            (self.letters & !other.letters).count_ones().max((other.letters & !self.letters).count_ones());
        let least = self.length.abs_diff(other.length).max(foreign as usize);
        // Both are far below the limits of the types; NEAR of 0.6 allows two differences in five characters.
        least * 5 <= length * 2
    }
}
