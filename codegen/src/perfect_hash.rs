//! Finds a hash function without collisions for a fixed set of keys.
//!
//! The hash functions themselves are those of the generated code ([`crate::support::lookup`]), so that both
//! sides cannot drift apart.

use crate::support::lookup;

/// How many seeds are tried, in their order: the same keys give the same table on every run.
const SEEDS: u64 = 20_000;
/// Keys beyond which displacements are used at once: no seed alone would do.
pub const FEW: usize = 256;
/// Keys for each displacement.
const BUCKET: usize = 4;

/// A hash function without collisions, and which key is in which slot.
#[derive(Debug)]
pub struct PerfectHash {
    /// What the hash function multiplies with.
    pub seed: u64,
    /// There are `1 << bits` slots.
    pub bits: u32,
    /// One displacement a bucket; empty if the seed alone tells all keys apart.
    pub displacements: Vec<u32>,
    /// The key of each slot; an empty slot holds key 0, which a comparison refuses.
    pub slots: Vec<usize>,
}

/// Finds one for `hash`, which gives all hashes for a seed; `None` if two keys collide under every seed.
pub fn find(keys: usize, hash: impl Fn(u64) -> Vec<u64>) -> Option<PerfectHash> {
    let least = keys.next_power_of_two().trailing_zeros().max(1);
    if keys <= FEW {
        for bits in least..=least + 3 {
            for seed in (0..SEEDS).map(seed) {
                if let Some(slots) = place_directly(&hash(seed), bits) {
                    return Some(PerfectHash { seed, bits, displacements: Vec::new(), slots });
                }
            }
        }
    }
    (0..64).map(seed).find_map(|seed| {
        let (displacements, slots) = place_displaced(&hash(seed), least + 1)?;
        Some(PerfectHash { seed, bits: least + 1, displacements, slots })
    })
}

/// The n-th number of the SplitMix64 sequence, made odd so that multiplying by it loses nothing.
fn seed(n: u64) -> u64 {
    let mut z = (n + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    (z ^ (z >> 31)) | 1
}

fn place_directly(hashes: &[u64], bits: u32) -> Option<Vec<usize>> {
    let mut slots = vec![usize::MAX; 1 << bits];
    for (key, hash) in hashes.iter().enumerate() {
        let slot = &mut slots[lookup::slot(*hash, bits)];
        if *slot != usize::MAX {
            return None;
        }
        *slot = key;
    }
    Some(filled(slots))
}

/// Places the fullest buckets first; each tries displacements until its keys fall into free slots.
fn place_displaced(hashes: &[u64], bits: u32) -> Option<(Vec<u32>, Vec<usize>)> {
    // A power of two, by which the compiler multiplies with a shift.
    let count = hashes.len().div_ceil(BUCKET).next_power_of_two();
    let mut buckets = vec![Vec::new(); count];
    for (key, hash) in hashes.iter().enumerate() {
        buckets[(((hash >> 32) * count as u64) >> 32) as usize].push(key);
    }
    let mut order: Vec<usize> = (0..buckets.len()).collect();
    order.sort_by_key(|bucket| std::cmp::Reverse(buckets[*bucket].len()));

    let mut displacements = vec![0; buckets.len()];
    let mut slots = vec![usize::MAX; 1 << bits];
    for bucket in order {
        let keys = &buckets[bucket];
        let low = |key: &usize| ((hashes[*key] << 32) >> (64 - bits)) as usize;
        let displacement = (0..1_usize << bits).find(|displacement| {
            keys.iter().enumerate().all(|(at, key)| {
                let slot = low(key) ^ displacement;
                slots[slot] == usize::MAX && keys[..at].iter().all(|other| low(other) != low(key))
            })
        })?;
        for key in keys {
            slots[low(key) ^ displacement] = *key;
        }
        displacements[bucket] = displacement as u32;
    }
    Some((displacements, filled(slots)))
}

fn filled(slots: Vec<usize>) -> Vec<usize> {
    slots.into_iter().map(|key| if key == usize::MAX { 0 } else { key }).collect()
}
