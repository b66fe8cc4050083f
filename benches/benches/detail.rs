//! The comparisons of the table in detail: spread, outliers, change since the last run.
//!
//! ```console
//! $ cargo bench -p catalogue-benches                    # all
//! $ cargo bench -p catalogue-benches -- "1000, hits"    # whose name holds this
//! ```

use std::time::Duration;

use catalogue_benches::PARTS;
use catalogue_benches::measure::{Contender, Harness};
use criterion::{Criterion, Throughput};

struct Detail(Criterion);

impl Harness for Detail {
    fn compare(&mut self, topic: &'static str, case: String, units: usize, contenders: &[Contender<'_>]) {
        let mut group = self.0.benchmark_group(format!("{topic}: {case}"));
        let units = units as u64;
        group.throughput(match topic.ends_with("a KiB") {
            true => Throughput::Bytes(units * 1024),
            false => Throughput::Elements(units),
        });
        group
            .sample_size(10)
            .warm_up_time(Duration::from_millis(300))
            .measurement_time(Duration::from_secs(1));
        for contender in contenders {
            group.bench_function(contender.name, |bencher| bencher.iter(|| contender.run()));
        }
        group.finish();
    }
}

fn main() {
    let mut detail = Detail(Criterion::default().configure_from_args());
    for (_, measure) in PARTS {
        measure(&mut detail);
    }
    detail.0.final_summary();
}
