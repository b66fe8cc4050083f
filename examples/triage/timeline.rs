//! How often something happened when, in a memory that does not grow with the log.

use std::collections::BTreeMap;

use jiff::Timestamp;

/// More spans of time than this are joined in pairs.
const MOST: usize = 512;
/// Columns of a bar.
const COLUMNS: usize = 24;

#[derive(Debug)]
pub struct Timeline {
    /// Seconds that a span lasts.
    width: i64,
    counts: BTreeMap<i64, u64>,
}

impl Default for Timeline {
    fn default() -> Self {
        Self { width: 1, counts: BTreeMap::new() }
    }
}

impl Timeline {
    pub fn add(&mut self, moment: Timestamp) {
        let span = moment.as_second().div_euclid(self.width);
        // Logs are mostly in the order of time.
        match self.counts.last_entry() {
            Some(mut last) if *last.key() == span => *last.get_mut() += 1,
            _ => *self.counts.entry(span).or_default() += 1,
        }
        while self.counts.len() > MOST {
            self.width *= 2;
            let mut joined = BTreeMap::new();
            for (span, count) in &self.counts {
                *joined.entry(span.div_euclid(2)).or_default() += count;
            }
            self.counts = joined;
        }
    }

    /// A bar from one moment to another, higher where more happened.
    pub fn bar(&self, first: Timestamp, last: Timestamp) -> String {
        let (first, last) = (first.as_second(), last.as_second());
        let mut columns = [0; COLUMNS];
        for (span, count) in &self.counts {
            let offset = (span * self.width - first).max(0) as u128;
            let column = offset * COLUMNS as u128 / ((last - first).max(0) as u128 + 1);
            columns[(column as usize).min(COLUMNS - 1)] += count;
        }
        let most = columns.iter().copied().max().unwrap_or_default().max(1);
        let height = |count: u64| match count {
            0 => '·',
            count => ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'][((count * 8).div_ceil(most) - 1) as usize],
        };
        columns.into_iter().map(height).collect()
    }
}
