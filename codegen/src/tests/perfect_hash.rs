use crate::perfect_hash::{FEW, PerfectHash, find};
use crate::support::{large, lookup};

/// Where a hash leads in a table, as the generated code computes it.
fn slot(table: &PerfectHash, hash: u64) -> usize {
    let slot = match table.displacements.is_empty() {
        true => lookup::slot(hash, table.bits),
        false => large::displaced_slot(hash, table.bits, &table.displacements),
    };
    table.slots[slot]
}

#[test]
fn every_key_of_tables_of_any_size_is_found() {
    for count in [1, 2, 3, 19, 61, FEW, FEW + 1, 1_000, 5_000] {
        let codes: Vec<u64> = (0..count as u64).map(|n| n * 7 + n / 10 * 93).collect();
        let hash = if count <= FEW { lookup::hash_code } else { large::mix_code };
        let table = find(count, |seed| codes.iter().map(|code| hash(*code, seed)).collect()).unwrap();
        for (index, code) in codes.iter().enumerate() {
            assert_eq!(slot(&table, hash(*code, table.seed)), index, "{code} of {count}");
        }
        assert_eq!(table.slots.len(), 1 << table.bits);
    }
}

#[test]
fn codes_that_differ_in_their_high_bits_alone_are_told_apart() {
    let codes: Vec<u64> = (0..2_000).map(|n| n << 40).collect();
    let table = find(codes.len(), |seed| codes.iter().map(|code| large::mix_code(*code, seed)).collect());
    assert!(table.is_some());
}

#[test]
fn equal_keys_have_no_perfect_hash() {
    assert!(find(2, |seed| vec![seed, seed]).is_none());
    assert!(find(FEW + 1, |seed| vec![seed; FEW + 1]).is_none());
}
