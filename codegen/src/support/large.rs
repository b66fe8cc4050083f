//! Hashing for tables that are too large, or their names too alike, for the hashes in `lookup`.

use super::lookup::{CASE, case_bits, mix, short_word, word_at, words};

/// Hashes every word, ASCII case ignored, and with it the bit in which some other characters differ. Words overlap, and are
/// multiplied side by side rather than one after the other.
#[inline]
pub(crate) const fn hash_words(text: &str, seed: u64) -> u64 {
    let bytes = text.as_bytes();
    let length = bytes.len();
    if length < 8 {
        return mix((short_word(bytes) | CASE) ^ seed, length as u64 ^ seed);
    }
    let [first, second, third, last] = words(bytes);
    let ends = mix((first | CASE) ^ seed, (last | CASE) ^ length as u64);
    let inner = mix((second | CASE) ^ seed, (third | CASE) ^ !seed);
    let (mut hash, mut at) = (ends ^ inner, 16);
    while at + 16 < length {
        hash = mix(hash ^ (word_at(bytes, at) | CASE), seed);
        at += 8;
    }
    hash
}

/// Hashes every byte, ASCII case ignored: for names that differ in such a bit alone.
#[inline]
pub(crate) const fn hash_all(text: &str, seed: u64) -> u64 {
    let mut rest = text.as_bytes();
    let mut hash = rest.len() as u64 ^ seed;
    while let Some((first, tail)) = rest.split_first_chunk() {
        let first = u64::from_le_bytes(*first);
        hash = mix(hash ^ (first | case_bits(first)), seed);
        rest = tail;
    }
    let last = short_word(rest);
    mix(hash ^ (last | case_bits(last)), seed)
}

/// Hashes a code of a table that needs displacements: these use the low bits too, so all must be mixed.
#[inline]
pub(crate) const fn mix_code(code: u64, seed: u64) -> u64 {
    mix(code ^ seed, seed)
}

/// The slot of a hash whose high bits choose a displacement: for tables too large to be free of collisions
/// by choice of the seed alone.
#[inline]
pub(crate) const fn displaced_slot(hash: u64, bits: u32, displacements: &[u32]) -> usize {
    let bucket = ((hash >> 32) * displacements.len() as u64) >> 32;
    let low = (hash << 32) >> (64 - bits);
    low as usize ^ displacements[bucket as usize] as usize
}
