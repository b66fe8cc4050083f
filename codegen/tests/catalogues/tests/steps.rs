//! Lists of a large enum's entries: iterators over positions.

use catalogues::steps::chain::Step;
use catalogues::steps::{Entries, Entry, OrUnknown, Place, Tool};

/// Steps with those that each needs, as the file says, in the order of the codes.
const NEEDS: [(Step, &[Step]); 5] = [
    (Step::Fetch, &[]),
    (Step::Build, &[Step::Fetch]),
    (Step::Test, &[Step::Fetch, Step::Build]),
    (Step::Check, &[Step::Fetch]),
    (Step::Ship, &[Step::Fetch, Step::Build, Step::Test]),
];

#[test]
fn lists_hold_what_the_file_says_in_the_order_of_the_table() {
    assert!(Step::ALL.iter().copied().eq(NEEDS.iter().map(|(step, _)| *step)), "every step is listed here");
    for (step, needs) in NEEDS {
        assert!(step.needs().eq(needs.iter().copied()), "{step}");
        assert_eq!(format!("{:?}", step.needs()), format!("{needs:?}"));
    }
}

#[test]
fn both_directions_agree() {
    for step in Step::ALL {
        for other in Step::ALL {
            assert_eq!(step.needs().contains(other), other.needed_by().contains(step), "{step} {other}");
        }
        assert!(step.tool().steps().contains(step), "{step}");
    }
    for tool in Tool::ALL {
        assert!(tool.steps().all(|step| step.tool() == *tool), "{tool}");
    }
    assert!(Tool::Hand.steps().is_empty());
}

#[test]
fn single_entries_are_found_by_position() {
    let next = Step::ALL.iter().map(|step| step.next());
    assert!(next.eq([Step::Build, Step::Test, Step::Ship, Step::Ship, Step::Ship]));
    let instead = Step::ALL.iter().map(|step| step.instead());
    assert!(instead.eq([None, None, Some(Step::Check), None, Some(Step::Test)]));
}

#[test]
fn the_iterator_is_as_rich_as_that_of_a_slice() {
    for (step, needs) in NEEDS {
        let mut ours = step.needs();
        let mut theirs = needs.iter().copied();
        assert_eq!(ours.len(), theirs.len());
        assert_eq!(ours.size_hint(), theirs.size_hint());
        assert!(ours.clone().rev().eq(theirs.clone().rev()), "{step}");
        for n in 0..5 {
            assert_eq!(ours.clone().nth(n), theirs.clone().nth(n), "{step} {n}");
        }
        while let Some(found) = ours.next_back() {
            assert_eq!(Some(found), theirs.next_back());
            assert!(!ours.contains(&found), "{found} is gone from the list of {step}");
            assert_eq!(ours.is_empty(), theirs.len() == 0);
        }
        assert_eq!((ours.next(), ours.next_back()), (None, None), "{step}");
    }
}

#[test]
fn lists_are_constants() {
    const NEEDS: Entries<Step> = Step::Ship.needs();
    const NEXT: Step = Step::Fetch.next();
    assert_eq!((NEEDS.len(), NEXT), (3, Step::Build));
}

#[test]
fn codes_are_found_though_they_are_no_discriminants() {
    let codes = [10, 20, 30, 40, 50];
    for (position, step) in Step::ALL.iter().copied().enumerate() {
        assert_eq!((step as usize, step.code()), (position, codes[position]));
        assert_eq!((u16::from(step), i64::from(step)), (codes[position], i64::from(codes[position])));
        assert_eq!(Step::try_from(i128::from(step.code())), Ok(step));
        for text in
            [format!("{step:#}"), format!("{step:?}"), format!("{step:#x}"), format!("{:05}", step.code())]
        {
            assert_eq!(text.parse(), Ok(step), "{text}");
        }
        assert_eq!(OrUnknown::from(step).known(), Some(step));
    }
    for code in 0..=u16::MAX {
        let expected = codes.iter().position(|known| *known == code).map(|position| Step::ALL[position]);
        assert_eq!(Step::from_code(code), expected, "{code}");
    }
    assert!(Step::ALL.is_sorted(), "order is by code");
}

/// Finds every name in any case, and nothing that differs in one bit that is not case.
#[track_caller]
fn assert_found<E: Entry>(from_name: fn(&str) -> Option<E>, spellings: fn(E) -> &'static [&'static str]) {
    for entry in E::ALL.iter().copied() {
        let name = entry.name();
        for text in [name.to_owned(), name.to_ascii_uppercase(), name.to_ascii_lowercase()] {
            assert_eq!(from_name(&text), Some(entry), "{text}");
        }
        for (at, bit) in (0..name.len()).flat_map(|at| (0..7).map(move |bit| (at, bit))) {
            let mut bytes = name.as_bytes().to_vec();
            bytes[at] ^= 1 << bit;
            let text = String::from_utf8(bytes).unwrap();
            let is_spelling = |entry: &E| spellings(*entry).iter().any(|it| it.eq_ignore_ascii_case(&text));
            assert_eq!(from_name(&text), E::ALL.iter().copied().find(is_spelling), "{text}");
        }
    }
}

#[test]
fn names_that_are_hard_to_tell_apart_are_found() {
    assert_found(Tool::from_name, Tool::spellings);
    assert_found(Place::from_name, Place::spellings);
}
