//! Judges a record, `1001 Windows Error Reporting`; the answer must fit the question.

use intune_connector_catalogue::{ConnectorEvent, EventId, Generation, Identity, unified};

pub fn run(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let (id, source) = text.split_once(' ').unwrap_or(("0", text));
    let Ok(id) = id.parse() else { return };
    let is = |name: &str| source.eq_ignore_ascii_case(name);
    let begins = |name: &str| source.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name));
    match ConnectorEvent::identify(source, id) {
        Identity::Known(event) => {
            assert_eq!(u32::from(event.id()), id);
            assert_eq!(ConnectorEvent::identify(event.log(), id), Identity::Known(event));
            assert_eq!(ConnectorEvent::from_name(event.name()), Some(event));
        }
        Identity::Undocumented { generation, channel, id: same, scenario } => {
            assert_eq!(same, id);
            assert!(scenario.is_none() || u16::try_from(id).is_ok());
            match generation {
                Generation::Legacy => assert!(channel.is_none() && begins(EventId::LOG_NAME)),
                Generation::Unified => {
                    assert!(is(channel.map_or(unified::EventId::PROVIDER, |it| it.path())))
                }
            }
        }
        Identity::Foreign => assert!(!is(EventId::LOG_NAME) && !is(unified::EventId::PROVIDER)),
    }
}
