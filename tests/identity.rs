//! Whose event a record reports.

use intune_connector_catalogue::unified::EventId as UnifiedEventId;
use intune_connector_catalogue::{Channel, ConnectorEvent, EventId, Generation, Identity};

/// All names that a source of events may bear, with the generation and channel that they mean.
const SOURCES: [(&str, Generation, Option<Channel>); 5] = [
    ("Microsoft-Intune-CertificateConnectors/Admin", Generation::Unified, Some(Channel::Admin)),
    ("Microsoft-Intune-CertificateConnectors/Operational", Generation::Unified, Some(Channel::Operational)),
    ("Microsoft-Intune-CertificateConnectors", Generation::Unified, None),
    ("Microsoft Intune Connector", Generation::Legacy, None),
    ("Microsoft Intune Connector Source", Generation::Legacy, None),
];

/// A linear search over all events.
fn search(generation: Generation, channel: Option<Channel>, id: u32) -> Option<ConnectorEvent> {
    ConnectorEvent::ALL.iter().copied().find(|event| {
        let same_channel = channel.is_none() || event.channel() == channel;
        event.generation() == generation && same_channel && u32::from(event.id()) == id
    })
}

#[test]
fn every_id_of_every_source_is_judged_as_a_search_would() {
    for (source, generation, channel) in SOURCES {
        for name in [source.to_owned(), source.to_uppercase(), source.to_lowercase()] {
            for id in (0..=70_000).chain([u32::MAX]) {
                let expected = search(generation, channel, id);
                match ConnectorEvent::identify(&name, id) {
                    Identity::Known(event) => assert_eq!(Some(event), expected, "{name} {id}"),
                    Identity::Undocumented { generation: found, channel: its, id: same, .. } => {
                        assert_eq!(expected, None, "{name} {id}");
                        assert_eq!((found, its, same), (generation, channel, id));
                    }
                    Identity::Foreign => panic!("{name} is a connector's"),
                }
            }
        }
    }
}

#[test]
fn undocumented_ids_have_the_scenario_of_their_range() {
    for id in 0..=u16::MAX {
        for (source, generation, _) in SOURCES {
            if let Identity::Undocumented { scenario, .. } = ConnectorEvent::identify(source, id.into()) {
                let expected = match generation {
                    Generation::Legacy => EventId::scenario_of(id),
                    Generation::Unified => UnifiedEventId::scenario_of(id),
                };
                assert_eq!(scenario, expected, "{source} {id}");
            }
        }
    }
}

#[test]
fn other_sources_are_foreign_whatever_the_id() {
    let near = SOURCES.iter().flat_map(|(source, ..)| {
        [
            format!("{source} "),
            format!(" {source}"),
            format!("{source}x"),
            source[1..].to_owned(),
            format!("x{source}"),
        ]
    });
    let others = [
        "ODJ Connector Service",
        "ODJ Connector Service Source",
        "Windows Error Reporting",
        "Microsoft-Windows-Eventlog",
        "Security",
        "Application",
        "NDESConnector",
        "Microsoft-Intune-CertificateConnectors/Debug",
        "Microsoft-Intune-CertificateConnectors/",
        "Microsoft Intune",
        "",
    ];
    for source in near.chain(others.map(str::to_owned)) {
        for id in ConnectorEvent::ALL.iter().copied().map(|event| event.id().into()).chain([0, 1100, 4624]) {
            assert_eq!(ConnectorEvent::identify(&source, id), Identity::Foreign, "{source:?} {id}");
        }
    }
}

#[test]
fn either_generation_says_what_its_own_enum_says() {
    use intune_connector_catalogue::Locale;
    for own in EventId::ALL.iter().copied() {
        let event = ConnectorEvent::from(own);
        assert_eq!((event.id(), event.name(), event.severity()), (own.id(), own.name(), own.severity()));
        assert_eq!(
            (event.scenario(), event.outcome(), event.channel()),
            (own.scenario(), own.outcome(), None)
        );
        assert_eq!(event.log(), EventId::LOG_NAME);
        for locale in Locale::ALL.iter().copied() {
            assert_eq!(event.description_in(locale), own.description_in(locale));
            assert_eq!(event.remediation_in(locale), own.remediation_in(locale));
        }
        assert_eq!(format!("{event} {event:#} {event:>50}"), format!("{own} {own:#} {own:>50}"));
        assert_eq!(ConnectorEvent::from_name(own.name()), Some(event));
    }
    for own in UnifiedEventId::ALL.iter().copied() {
        let event = ConnectorEvent::from(own);
        assert_eq!((event.id(), event.name(), event.severity()), (own.id(), own.name(), own.severity()));
        assert_eq!((event.scenario(), event.outcome()), (own.scenario(), own.outcome()));
        assert_eq!((event.channel(), event.log()), (Some(own.channel()), own.channel().path()));
        for locale in Locale::ALL.iter().copied() {
            assert_eq!(event.description_in(locale), own.description_in(locale));
            assert_eq!(event.remediation_in(locale), own.remediation_in(locale));
        }
        assert_eq!(ConnectorEvent::from_name(&own.name().to_uppercase()), Some(event));
    }
}

#[test]
fn no_name_or_id_means_events_of_both_generations() {
    for event in EventId::ALL.iter().copied() {
        assert_eq!(UnifiedEventId::from_id(event.id()), None, "{event}");
        for spelling in event.spellings() {
            assert_eq!(UnifiedEventId::from_name(spelling), None, "{spelling}");
        }
    }
}

#[test]
fn all_events_are_those_of_the_legacy_connector_and_then_of_the_unified_one() {
    let legacy = EventId::ALL.iter().copied().map(ConnectorEvent::from);
    let unified = UnifiedEventId::ALL.iter().copied().map(ConnectorEvent::from);
    assert!(ConnectorEvent::ALL.iter().copied().eq(legacy.chain(unified)));
}
