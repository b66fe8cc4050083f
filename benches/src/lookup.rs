//! From ids and names to entries, and from entries to what is known of them.

use fastrand::Rng;

use crate::measure::{Harness, contender};
use crate::sets::Set;

/// Inputs of a comparison: more than branch predictors learn by heart.
const INPUTS: usize = 32_768;

/// What the inputs are like.
#[derive(Clone, Copy)]
pub enum Inputs {
    /// All hit, in no order.
    Hits,
    /// One in two misses.
    HalfMisses,
    /// One in twenty is another than the one that is met all the time.
    MostlyOne,
}

impl Inputs {
    fn name(self) -> &'static str {
        match self {
            Self::Hits => "hits",
            Self::HalfMisses => "half misses",
            Self::MostlyOne => "95 % one",
        }
    }
}

fn case<S: Set>(inputs: &str) -> String {
    format!("{}, {inputs}", S::IDS.len())
}

pub fn ids<S: Set>(harness: &mut dyn Harness, kind: Inputs) {
    let mut rng = Rng::with_seed(1);
    let hit = |rng: &mut Rng| S::IDS[rng.usize(..S::IDS.len())];
    let inputs: Vec<u16> = (0..INPUTS)
        .map(|_| match kind {
            Inputs::Hits => hit(&mut rng),
            // Half of the misses are near, half are anywhere.
            Inputs::HalfMisses if rng.bool() => match rng.bool() {
                true => hit(&mut rng).wrapping_add(rng.u16(1..20)),
                false => rng.u16(..),
            },
            Inputs::HalfMisses => hit(&mut rng),
            Inputs::MostlyOne if rng.u8(..20) > 0 => S::IDS[S::IDS.len() / 2],
            Inputs::MostlyOne => hit(&mut rng),
        })
        .collect();
    let (map, map_std, sorted) = (S::by_id(), S::by_id_std(), S::sorted());
    let search = |id: u16| sorted.binary_search_by_key(&id, |(id, _)| *id).ok().map(|at| sorted[at].1);
    harness.compare(
        "id → variant",
        case::<S>(kind.name()),
        INPUTS,
        &[
            contender("ours", &inputs, S::ours_id),
            contender("num_enum", &inputs, S::num_enum),
            contender("strum FromRepr", &inputs, S::from_repr),
            contender("match", &inputs, S::match_id),
            contender("phf", &inputs, S::phf_id),
            contender("FxHashMap", &inputs, |id| map.get(&id).copied()),
            contender("HashMap", &inputs, |id| map_std.get(&id).copied()),
            contender("binary search", &inputs, search),
        ],
    );
}

/// Names in the case in which they are documented.
pub fn names<S: Set>(harness: &mut dyn Harness, kind: Inputs) {
    let texts = written::<S>(kind, str::to_owned);
    let inputs = shuffled(&texts, kind);
    let (map, map_std) = (S::by_name(), S::by_name_std());
    harness.compare(
        "name → variant, exact case",
        case::<S>(kind.name()),
        INPUTS,
        &[
            contender("ours", &inputs, S::ours_name),
            contender("strum EnumString", &inputs, S::strum_name),
            contender("strum any case", &inputs, S::strum_any_case),
            contender("match", &inputs, S::match_name),
            contender("phf", &inputs, S::phf_name),
            contender("FxHashMap", &inputs, |name| map.get(name).copied()),
            contender("HashMap", &inputs, |name| map_std.get(name).copied()),
        ],
    );
}

/// Names in any case, which only we and `strum` read as they are.
pub fn names_in_any_case<S: Set>(harness: &mut dyn Harness, kind: Inputs) {
    let mut at = 0;
    let texts = written::<S>(kind, |name| {
        at += 1;
        if at % 2 == 0 { name.to_ascii_uppercase() } else { name.to_ascii_lowercase() }
    });
    let inputs = shuffled(&texts, kind);
    harness.compare(
        "name → variant, any case",
        case::<S>(kind.name()),
        INPUTS,
        &[contender("ours", &inputs, S::ours_name), contender("strum any case", &inputs, S::strum_any_case)],
    );
}

/// Every name as it is looked up, then, if there are misses, as many: by turns one with a letter changed, and one of other
/// letters.
fn written<S: Set>(kind: Inputs, write: impl FnMut(&str) -> String) -> Vec<String> {
    let mut texts: Vec<String> = S::NAMES.iter().copied().map(write).collect();
    if matches!(kind, Inputs::HalfMisses) {
        let mut rng = Rng::with_seed(2);
        let miss = |(at, name): (usize, &String)| match at % 2 {
            0 => misspelt(&mut rng, name),
            _ => name.chars().map(|_| rng.alphanumeric()).collect(),
        };
        let misses: Vec<String> = texts.iter().enumerate().map(miss).collect();
        texts.extend(misses);
    }
    texts
}

fn misspelt(rng: &mut Rng, name: &str) -> String {
    let at = rng.usize(..name.len());
    let letter = if name[at..].starts_with('z') { "q" } else { "z" };
    format!("{}{letter}{}", &name[..at], &name[at + 1..])
}

fn shuffled(texts: &[String], kind: Inputs) -> Vec<&str> {
    let mut rng = Rng::with_seed(2 + kind as u64);
    (0..INPUTS).map(|_| texts[rng.usize(..texts.len())].as_str()).collect()
}

pub fn facts<S: Set>(harness: &mut dyn Harness) {
    let mut rng = Rng::with_seed(3);
    let ids: Vec<u16> = (0..INPUTS).map(|_| S::IDS[rng.usize(..S::IDS.len())]).collect();
    let ours: Vec<S::Ours> = ids.iter().filter_map(|id| S::ours_id(*id)).collect();
    let peers: Vec<S::Peer> = ids.iter().filter_map(|id| S::match_id(*id)).collect();
    let case = case::<S>("shuffled");
    harness.compare(
        "variant → name",
        case.clone(),
        INPUTS,
        &[contender("ours", &ours, S::name), contender("match", &peers, S::peer_name)],
    );
    harness.compare(
        "variant → severity",
        case.clone(),
        INPUTS,
        &[contender("ours", &ours, S::severity), contender("match", &peers, S::peer_severity)],
    );
    harness.compare(
        "variant → text",
        case,
        INPUTS,
        &[contender("ours", &ours, S::text), contender("match", &peers, S::peer_text)],
    );
}

/// Printing an entry beside printing its name as a text.
pub fn printing(harness: &mut dyn Harness) {
    use std::cell::RefCell;
    use std::fmt::Write;

    use intune_connector_catalogue::EventId;

    let mut rng = Rng::with_seed(4);
    let events: Vec<EventId> = (0..INPUTS).map(|_| EventId::ALL[rng.usize(..EventId::COUNT)]).collect();
    let names: Vec<&str> = events.iter().map(|event| event.name()).collect();
    let (one, other) = (RefCell::new(String::new()), RefCell::new(String::new()));
    let print = |text: &RefCell<String>, value: &dyn std::fmt::Display| {
        let mut text = text.borrow_mut();
        text.clear();
        // Writing to a text does not fail.
        let _ = write!(text, "{value}");
        text.len()
    };
    harness.compare(
        "printing a name",
        "19, shuffled".to_owned(),
        INPUTS,
        &[
            contender("ours", &events, |event| print(&one, &event)),
            contender("&str", &names, |name| print(&other, &name)),
        ],
    );
}
