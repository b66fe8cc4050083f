//! Finding entries by text: hashing, comparing, reading numbers, and guessing what was meant.

use super::error::Problem;

/// In every byte the bit in which upper and lower case of an ASCII letter differ.
pub(crate) const CASE: u64 = 0x2020_2020_2020_2020;

/// Multiplies to 128 bits and folds the halves, which mixes every bit of both factors into the high bits.
#[inline]
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    (product >> 64) as u64 ^ product as u64
}

/// A word with all bytes of a text shorter than eight: texts of one length have one word only if they are equal.
#[inline]
pub(crate) const fn short_word(text: &[u8]) -> u64 {
    match (text.first_chunk(), text.last_chunk()) {
        (Some(first), Some(last)) => {
            u32::from_le_bytes(*first) as u64 | (u32::from_le_bytes(*last) as u64) << 32
        }
        _ => match *text {
            [] => 0,
            [first, ..] => {
                let (middle, last) = (text[text.len() / 2], text[text.len() - 1]);
                u32::from_le_bytes([first, middle, last, 0]) as u64
            }
        },
    }
}

/// The bit of [`CASE`] of every byte that is an ASCII letter.
#[inline]
pub(crate) const fn case_bits(word: u64) -> u64 {
    let lower = word | CASE;
    let ascii = lower & 0x7F7F_7F7F_7F7F_7F7F;
    let from_a = ascii + 0x1F1F_1F1F_1F1F_1F1F;
    let after_z = ascii + 0x0505_0505_0505_0505;
    (from_a & !after_z & !lower & 0x8080_8080_8080_8080) >> 2
}

/// Hashes the first, middle and last eight bytes, ASCII case ignored: enough to tell a small table's names
/// apart, at the same cost for any length.
#[inline]
pub(crate) const fn hash_ends(text: &str, seed: u64) -> u64 {
    let bytes = text.as_bytes();
    let length = bytes.len();
    let (first, middle, last) = if length < 8 {
        (short_word(bytes), 0, 0)
    } else {
        (word_at(bytes, 0), word_at(bytes, (length - 8) / 2), word_at(bytes, length - 8))
    };
    let ends = mix((first | CASE) ^ seed, (last | CASE) ^ length as u64);
    ((middle | CASE) ^ ends).wrapping_mul(seed)
}

/// Hashes a code of a small table.
#[inline]
pub(crate) const fn hash_code(code: u64, seed: u64) -> u64 {
    code.wrapping_mul(seed)
}

/// The slot of a hash in a table of `1 << bits` slots.
#[inline]
pub(crate) const fn slot(hash: u64, bits: u32) -> usize {
    (hash >> (u64::BITS - bits)) as usize
}

/// Four words that cover a text of 8 to 32 bytes, and the ends of a longer one. They overlap instead of ending in a loop over
/// bytes: all such texts, which names are, take the same path, so that their lengths do not mislead the branch predictor.
#[inline]
pub(crate) const fn words(text: &[u8]) -> [u64; 4] {
    let last = text.len() - 8;
    let second = if last < 8 { last } else { 8 };
    [word_at(text, 0), word_at(text, second), word_at(text, last - second), word_at(text, last)]
}

/// Bytes of a spelling's key, nine words: four of the text in lower case, as [`words`] or [`short_word`] takes them; the bits in
/// which the case of their letters differs, so that each letter has a space; the length. The keys of a table are one text:
/// a list of them would take the compiler ten times as long.
pub(crate) const KEY: usize = 72;

/// Whether a text is the spelling at this place of a table, ASCII case ignored, by the key at this place of another. Reading the
/// spelling itself took half as long again: that is done only if it is long. A call took a third longer.
#[inline(always)]
#[allow(clippy::inline_always)]
pub(crate) const fn is_key(text: &str, keys: &[u8], spellings: &[&str], at: usize) -> bool {
    let Some(key) = keys.split_at(at * KEY).1.first_chunk() else { return false };
    let text = text.as_bytes();
    if text.len() as u64 != word_at(key, 64) {
        return false;
    }
    // A path of its own for short texts leaves the others one without choices.
    if text.len() < 8 {
        return key_difference(key, 0, short_word(text)) == 0;
    }
    let [first, second, third, last] = words(text);
    let mut different = key_difference(key, 0, first)
        | key_difference(key, 8, second)
        | key_difference(key, 16, third)
        | key_difference(key, 24, last);
    if text.len() > 32 {
        different |= middle_difference(text, spellings[at].as_bytes());
    }
    different == 0
}

/// The bits in which a word is another than that of a key, but for the one that tells a letter's case.
#[inline]
const fn key_difference(key: &[u8; KEY], at: usize, word: u64) -> u64 {
    (word | word_at(key, at + 32)) ^ word_at(key, at)
}

/// The bits in which two texts of one length, longer than 32 bytes, differ in more than case between their ends.
#[cold]
#[inline]
const fn middle_difference(a: &[u8], b: &[u8]) -> u64 {
    let (mut different, mut at) = (0_u64, 16_usize);
    while at + 16 < a.len() {
        different |= difference(word_at(a, at), word_at(b, at));
        at += 8;
    }
    different
}

/// Whether two texts are equal, ASCII case ignored.
#[inline]
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    if a.len() < 8 {
        return difference(short_word(a), short_word(b)) == 0;
    }
    // The last word ends with the text, and overlaps with the one before.
    let last = a.len() - 8;
    let (mut different, mut at) = (difference(word_at(a, last), word_at(b, last)), 0);
    while at < last {
        different |= difference(word_at(a, at), word_at(b, at));
        at += 8;
    }
    different == 0
}

/// The bits in which two words differ in more than case.
#[inline]
const fn difference(a: u64, b: u64) -> u64 {
    (a ^ b) & !case_bits(a)
}

/// The eight bytes from a position on, which has as many.
#[inline]
pub(crate) const fn word_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk() {
        Some(bytes) => u64::from_le_bytes(*bytes),
        None => 0,
    }
}

/// The part of a table of lists that belongs to an entry.
#[inline]
pub(crate) const fn part<T>(lists: &'static [T], ends: &[u32], entry: usize) -> &'static [T] {
    let start = if entry == 0 { 0 } else { ends[entry - 1] as usize };
    lists.split_at(ends[entry] as usize).0.split_at(start).1
}

/// The entry with this spelling, ASCII case ignored.
#[inline]
pub(crate) const fn named<E: Copy>(name: &str, all: &[E], spellings: &[&str], ends: &[u32]) -> Option<E> {
    let (mut entry, mut at) = (0, 0);
    while at < spellings.len() {
        if at == ends[entry] as usize {
            entry += 1;
        }
        if same(spellings[at], name) {
            return Some(all[entry]);
        }
        at += 1;
    }
    None
}

/// A text that may be missing; tables hold an empty one then.
#[inline]
pub(crate) const fn non_empty(text: &'static str) -> Option<&'static str> {
    if text.is_empty() { None } else { Some(text) }
}

/// A code's digits.
pub(crate) enum Digits {
    /// Decimal, with its sign.
    Decimal(i128),
    /// After `0x`.
    Hexadecimal(u64),
}

/// Reads a code: decimal or `0x`, any padding; a minus only before decimal digits and only if `signed`.
#[inline]
pub(crate) fn read_digits(text: &str, signed: bool) -> Result<Digits, Problem> {
    if let [b'0', b'x' | b'X', ..] = text.as_bytes() {
        let number = magnitude(&text[2..], 16)?;
        return match u64::try_from(number) {
            Ok(bits) => Ok(Digits::Hexadecimal(bits)),
            Err(_) => Err(Problem::Number(false, number)),
        };
    }
    let (negative, digits) = match text.as_bytes() {
        [b'-', ..] if signed => (true, &text[1..]),
        [b'-' | b'+', ..] => return Err(Problem::Sign),
        _ => (false, text),
    };
    let number = magnitude(digits, 10)?;
    match i128::try_from(number) {
        Ok(number) => Ok(Digits::Decimal(if negative { -number } else { number })),
        Err(_) => Err(Problem::Number(negative, number)),
    }
}

/// The value of a row of digits.
#[inline]
fn magnitude(digits: &str, radix: u32) -> Result<u128, Problem> {
    for digit in digits.chars() {
        if !digit.is_digit(radix) {
            return Err(Problem::Digits);
        }
    }
    match u128::from_str_radix(digits, radix) {
        Ok(number) => Ok(number),
        Err(_) if digits.is_empty() => Err(Problem::Digits),
        Err(_) => Err(Problem::TooLarge),
    }
}

/// Longest text that [`distance`] compares.
const LONGEST: usize = 64;

/// How many edits lie between two texts, ASCII case ignored; `None` if there are too many to call them near.
#[cold]
#[inline]
pub(crate) fn distance(typed: &str, name: &str) -> Option<usize> {
    let (typed, name) = (typed.as_bytes(), name.as_bytes());
    let near = (typed.len().max(name.len()) / 3).max(1);
    if typed.len() > LONGEST || typed.len().abs_diff(name.len()) > near {
        return None;
    }
    // A row of the table of edits: from what was typed so far, one column for each length, to a part of the name.
    let mut row = [0_usize; LONGEST + 1];
    let (mut line, mut at) = (0_usize, 0_usize);
    while at <= LONGEST {
        row[at] = at;
        at += 1;
    }
    while line < name.len() {
        let mut diagonal = line;
        line += 1;
        row[0] = line;
        at = 0;
        while at < typed.len() {
            let mut edits = diagonal;
            diagonal = row[at + 1];
            if !name[line - 1].eq_ignore_ascii_case(&typed[at]) {
                edits = edits.min(diagonal).min(row[at]) + 1;
            }
            at += 1;
            row[at] = edits;
        }
    }
    let edits = row[typed.len()];
    if edits <= near { Some(edits) } else { None }
}

/// The entry with the spelling that is nearest to a misspelt name, if any is near.
#[cold]
#[inline]
pub(crate) fn closest<E: Copy>(
    name: &str,
    all: &[E],
    spellings: fn(E) -> &'static [&'static str],
) -> Option<E> {
    let mut closest = None;
    let mut least = usize::MAX;
    for entry in all {
        for spelling in spellings(*entry) {
            match distance(name, spelling) {
                Some(edits) if edits < least => (closest, least) = (Some(*entry), edits),
                _ => {}
            }
        }
    }
    closest
}
