//! Finding entries by text: hashing, comparing, reading numbers, and guessing what was meant.

use super::error::Problem;

/// Every byte `b`.
#[inline]
pub(crate) const fn splat(b: u8) -> u64 {
    u64::from_le_bytes([b; 8])
}

/// Multiplies to 128 bits and folds the halves, which mixes every bit of both factors into the high bits.
#[inline]
pub(crate) const fn mix(a: u64, b: u64) -> u64 {
    let product = a as u128 * b as u128;
    (product >> 64) as u64 ^ product as u64
}

#[inline]
pub(crate) const fn word(bytes: [u8; 8]) -> u64 {
    u64::from_le_bytes(bytes)
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

/// The bit 0x20 of every byte that is an ASCII letter: the bit in which upper and lower case differ.
#[inline]
pub(crate) const fn case_bits(word: u64) -> u64 {
    let lower = word | splat(0x20);
    let ascii = lower & splat(0x7F);
    let from_a = ascii + splat(0x80 - b'a');
    let after_z = ascii + splat(0x80 - b'z' - 1);
    (from_a & !after_z & !lower & splat(0x80)) >> 2
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
    let fold = splat(0x20);
    let ends = mix((first | fold) ^ seed, (last | fold) ^ length as u64);
    ((middle | fold) ^ ends).wrapping_mul(seed)
}

/// Hashes a code of a small table.
#[inline]
pub(crate) const fn hash_code(code: u64, seed: u64) -> u64 {
    code.wrapping_mul(seed)
}

/// The slot of a hash in a table of `1 << bits` slots.
#[inline]
pub(crate) const fn slot(hash: u64, bits: u32) -> usize {
    (hash >> (64 - bits)) as usize
}

/// Whether two texts are equal, ASCII case ignored.
///
/// Words overlap instead of ending in a loop over bytes: texts of 8 to 32 bytes, which names are, all take
/// the same path, so that their lengths do not mislead the branch predictor. Most are equal as they stand, or differ in more than
/// case; both are seen without a look at letters.
#[inline]
pub(crate) const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    let length = a.len();
    if length != b.len() {
        return false;
    }
    if length < 8 {
        return difference(short_word(a), short_word(b)) == 0;
    }
    let last = length - 8;
    let second = if last < 8 { last } else { 8 };
    let third = last - second;
    let mut different = (word_at(a, 0) ^ word_at(b, 0)) | (word_at(a, second) ^ word_at(b, second));
    different |= (word_at(a, third) ^ word_at(b, third)) | (word_at(a, last) ^ word_at(b, last));
    let mut at = 16;
    while at + 16 < length {
        different |= word_at(a, at) ^ word_at(b, at);
        at += 8;
    }
    let is_near = different & !splat(0x20) == 0;
    // Neither equal texts nor near misses get there: which of both it is decides no branch.
    if is_near && different != 0 {
        return same_but_for_case(a, b);
    }
    is_near
}

/// The same for texts of one length, eight bytes or more, that may differ in case alone. A call, for its registers would
/// cost the way above a third of its time.
#[inline(never)]
const fn same_but_for_case(a: &[u8], b: &[u8]) -> bool {
    let (Some(first_a), Some(first_b), Some(last_a), Some(last_b)) =
        (a.first_chunk(), b.first_chunk(), a.last_chunk(), b.last_chunk())
    else {
        return difference_at(a, b, 0) | difference_at(a, b, a.len() - 8) == 0;
    };
    if case_difference(first_a, first_b) | case_difference(last_a, last_b) != 0 {
        return false;
    }
    // Names longer than 32 bytes are rare.
    a.len() <= 32 || same_but_for_case(a.split_at(16).1, b.split_at(16).1)
}

/// Bits in which sixteen bytes differ in more than case; the compiler looks at all of them at once, and takes that for
/// too long to be compiled into the one place where it is called.
#[allow(clippy::inline_always)]
#[inline(always)]
const fn case_difference(a: &[u8; 16], b: &[u8; 16]) -> u8 {
    let (mut different, mut at) = (0, 0);
    while at < 16 {
        let is_letter = (a[at] | 0x20).wrapping_sub(b'a') < 26;
        different |= (a[at] ^ b[at]) & !((is_letter as u8) << 5);
        at += 1;
    }
    different
}

/// The bits in which two words differ in more than case.
#[inline]
const fn difference(a: u64, b: u64) -> u64 {
    (a ^ b) & !case_bits(a)
}

#[inline]
const fn difference_at(a: &[u8], b: &[u8], at: usize) -> u64 {
    difference(word_at(a, at), word_at(b, at))
}

/// The eight bytes from a position on, which has as many.
#[inline]
pub(crate) const fn word_at(bytes: &[u8], at: usize) -> u64 {
    match bytes.split_at(at).1.first_chunk() {
        Some(bytes) => word(*bytes),
        None => 0,
    }
}

/// The part of a table of lists that belongs to an entry.
#[inline]
pub(crate) const fn part<T>(lists: &'static [T], ends: &[u32], entry: usize) -> &'static [T] {
    let start = if entry == 0 { 0 } else { ends[entry - 1] as usize };
    lists.split_at(ends[entry] as usize).0.split_at(start).1
}

/// What each slot leads to; a macro, for the slots' integer type depends on how many there are.
macro_rules! by_slot {
    ($all:ident, $slots:ident) => {{
        let mut found = [$all[0]; $slots.len()];
        let mut slot = 0;
        while slot < $slots.len() {
            found[slot] = $all[$slots[slot] as usize];
            slot += 1;
        }
        found
    }};
}
pub(crate) use by_slot;

/// Position of the entry with this spelling, ASCII case ignored.
#[inline]
pub(crate) const fn position(name: &str, spellings: &[&str], ends: &[u32]) -> Option<usize> {
    let (mut entry, mut at) = (0, 0);
    while at < spellings.len() {
        if at == ends[entry] as usize {
            entry += 1;
        }
        if same(spellings[at], name) {
            return Some(entry);
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
    if let Some(digits) = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        return match magnitude(digits, 16)? {
            Some(number) => {
                u64::try_from(number).map(Digits::Hexadecimal).map_err(|_| Problem::Number(false, number))
            }
            None => Err(Problem::TooLarge),
        };
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(digits) if signed => (true, digits),
        Some(_) => return Err(Problem::Sign),
        None if text.starts_with('+') => return Err(Problem::Sign),
        None => (false, text),
    };
    match magnitude(digits, 10)? {
        Some(number) => match i128::try_from(number) {
            Ok(number) if negative => Ok(Digits::Decimal(-number)),
            Ok(number) => Ok(Digits::Decimal(number)),
            Err(_) => Err(Problem::Number(negative, number)),
        },
        None => Err(Problem::TooLarge),
    }
}

/// The value of a row of digits; `None` if it exceeds 128 bits.
#[inline]
fn magnitude(digits: &str, radix: u32) -> Result<Option<u128>, Problem> {
    if digits.is_empty() || !digits.chars().all(|digit| digit.is_digit(radix)) {
        return Err(Problem::Digits);
    }
    Ok(u128::from_str_radix(digits, radix).ok())
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
    let mut row = [0; LONGEST + 1];
    for (at, cell) in row.iter_mut().enumerate() {
        *cell = at;
    }
    for (line, expected) in name.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = line + 1;
        for (at, found) in typed.iter().enumerate() {
            let replaced = diagonal + usize::from(!expected.eq_ignore_ascii_case(found));
            diagonal = row[at + 1];
            row[at + 1] = replaced.min(diagonal + 1).min(row[at] + 1);
        }
    }
    Some(row[typed.len()]).filter(|edits| *edits <= near)
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
