//! Any record is judged as a search through all events would judge it.

use intune_connector_catalogue::{Channel, ConnectorEvent, Generation, Identity, Scenario};
use proptest::prelude::*;
use proptest::sample::select;

use crate::common::{EventId, UnifiedEventId};
use crate::config;
use crate::texts::{event, recased, text};

/// All names that a connector's log or provider bears.
const SOURCES: &[(&str, Generation, Option<Channel>)] = &[
    ("microsoft-intune-certificateconnectors/admin", Generation::Unified, Some(Channel::Admin)),
    ("microsoft-intune-certificateconnectors/operational", Generation::Unified, Some(Channel::Operational)),
    ("microsoft-intune-certificateconnectors", Generation::Unified, None),
    ("microsoft intune connector", Generation::Legacy, None),
    ("microsoft intune connector source", Generation::Legacy, None),
];

/// What the range of an id tells.
fn scenario(generation: Generation, id: u32) -> Option<Scenario> {
    let id = u16::try_from(id).ok()?;
    match generation {
        Generation::Legacy => EventId::scenario_of(id),
        Generation::Unified => UnifiedEventId::scenario_of(id),
    }
}

fn search(source: &str, id: u32) -> Identity {
    let lower = source.to_ascii_lowercase();
    let Some((_, generation, channel)) = SOURCES.iter().find(|(name, ..)| *name == lower) else {
        return Identity::Foreign;
    };
    let is = |event: &ConnectorEvent| {
        event.generation() == *generation
            && u32::from(event.id()) == id
            && (channel.is_none() || event.channel() == *channel)
    };
    let scenario = scenario(*generation, id);
    let undocumented = Identity::Undocumented { generation: *generation, channel: *channel, id, scenario };
    ConnectorEvent::ALL.iter().copied().find(is).map_or(undocumented, Identity::Known)
}

/// A source: a connector's, one with something before or behind it, or any text.
fn source() -> impl Strategy<Value = String> {
    let known = || (select(SOURCES), any::<u8>()).prop_map(|((name, ..), case)| recased(name, case));
    prop_oneof![
        4 => known(),
        1 => (known(), any::<char>()).prop_map(|(name, end)| format!("{name}{end}")),
        1 => (any::<char>(), known()).prop_map(|(start, name)| format!("{start}{name}")),
        1 => (known(), any::<prop::sample::Index>()).prop_map(|(name, at)| name[..at.index(name.len())].to_owned()),
        1 => text(),
    ]
}

/// An id: an event's, one that has an event's low bits, or any.
fn id() -> impl Strategy<Value = u32> {
    let known = || event().prop_map(|event| u32::from(event.id()));
    prop_oneof![4 => known(), 1 => known().prop_map(|id| id | 1 << 16), 1 => 0_u32..70_000, 1 => any::<u32>()]
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn records_are_judged_as_a_search_would(source in source(), id in id()) {
        prop_assert_eq!(ConnectorEvent::identify(&source, id), search(&source, id), "{:?} {}", source, id);
    }
}
