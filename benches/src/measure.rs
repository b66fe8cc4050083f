//! Times several ways to do the same, in turn, so that all meet the same machine.

use std::cell::RefCell;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Rounds in which each contender has its turn; the medians count.
const ROUNDS: usize = 25;
/// A turn takes at least so long.
const TURN: Duration = Duration::from_millis(4);

/// One way to do it, over all inputs; what it returns is kept alive.
pub struct Contender<'a> {
    pub name: &'static str,
    run: Box<dyn Fn() + 'a>,
}

impl Contender<'_> {
    /// Does it once, for all inputs.
    pub fn run(&self) {
        (self.run)();
    }
}

/// A contender that does the same for each input. All results are kept, in a list: to hand each to `black_box` would store
/// them at one address, where a store may wait for a load from an address that looks alike, five times as long as a look-up takes.
pub fn contender<'a, I: Copy, T: 'a>(
    name: &'static str,
    inputs: &'a [I],
    each: impl Fn(I) -> T + 'a,
) -> Contender<'a> {
    let results = RefCell::new(Vec::with_capacity(inputs.len()));
    let run = move || {
        let mut results = results.borrow_mut();
        results.clear();
        results.extend(inputs.iter().map(|input| each(*input)));
        black_box(&mut *results);
    };
    Contender { name, run: Box::new(run) }
}

/// What was measured.
pub struct Comparison {
    pub topic: &'static str,
    pub case: String,
    /// Name and nanoseconds for each input, ours first.
    pub times: Vec<(&'static str, f64)>,
}

impl Comparison {
    /// How many times as long as ours a peer takes.
    pub fn ratio(&self, peer: &str) -> Option<f64> {
        let (_, time) = self.times.iter().find(|(name, _)| *name == peer)?;
        Some(time / self.times[0].1)
    }
}

/// What measures comparisons.
pub trait Harness {
    /// Compares contenders, of which the first is ours; `units` is what one run is divided by.
    fn compare(&mut self, topic: &'static str, case: String, units: usize, contenders: &[Contender<'_>]);
}

/// Collects their medians.
impl Harness for Vec<Comparison> {
    fn compare(&mut self, topic: &'static str, case: String, units: usize, contenders: &[Contender<'_>]) {
        self.push(compare(topic, case, units, contenders));
    }
}

fn compare(topic: &'static str, case: String, units: usize, contenders: &[Contender<'_>]) -> Comparison {
    eprintln!("{topic}: {case}");
    let repetitions: Vec<u32> = contenders.iter().map(|it| repetitions(it)).collect();
    let mut times = vec![Vec::with_capacity(ROUNDS); contenders.len()];
    for _ in 0..ROUNDS {
        for ((contender, repetitions), times) in contenders.iter().zip(&repetitions).zip(&mut times) {
            let start = Instant::now();
            for _ in 0..*repetitions {
                contender.run();
            }
            times.push(start.elapsed().as_nanos() as f64 / f64::from(*repetitions) / units as f64);
        }
    }
    let times =
        contenders.iter().zip(times).map(|(contender, times)| (contender.name, median(times))).collect();
    Comparison { topic, case, times }
}

/// How often a contender has to run to fill its turn.
fn repetitions(contender: &Contender<'_>) -> u32 {
    let mut repetitions = 1;
    loop {
        let start = Instant::now();
        for _ in 0..repetitions {
            contender.run();
        }
        if start.elapsed() >= TURN {
            return repetitions;
        }
        repetitions *= 2;
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
