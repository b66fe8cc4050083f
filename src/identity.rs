//! Whose event it is: an id alone does not tell.

use core::fmt;

use crate::unified;
use crate::{Channel, EventId, Locale, Outcome, Scenario, Severity};

/// A generation of the certificate connector.
///
/// ```
/// use intune_connector_catalogue::{ConnectorEvent, EventId, Generation};
///
/// assert_eq!(ConnectorEvent::from(EventId::UploadSuccess).generation(), Generation::Legacy);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Ord, Hash)]
pub enum Generation {
    /// The Microsoft Intune Connector, out of support since 2021.
    Legacy,
    /// The Certificate Connector for Microsoft Intune.
    Unified,
}

// `Eq` is written out: the derived one brings a function that every user compiles.
impl Eq for Generation {}

/// A documented event of either generation of the connector.
///
/// ```
/// use intune_connector_catalogue::{ConnectorEvent, EventId, Severity, unified};
///
/// let legacy = ConnectorEvent::from(EventId::PkcsCertIssueFailure);
/// let unified = ConnectorEvent::from(unified::EventId::PkcsRequestFailure);
/// assert_eq!(legacy.scenario(), unified.scenario());
/// assert_eq!(legacy.severity(), Severity::Error);
/// assert_eq!(format!("{unified:#}"), "1001 PkcsRequestFailure");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd, Ord, Hash)]
pub enum ConnectorEvent {
    /// Of the legacy connector.
    Legacy(EventId),
    /// Of the unified connector.
    Unified(unified::EventId),
}

impl Eq for ConnectorEvent {}

/// What a record's source and id say: the answer of [`ConnectorEvent::identify`].
///
/// ```
/// use intune_connector_catalogue::{ConnectorEvent, Identity};
///
/// assert_eq!(ConnectorEvent::identify("System", 1001), Identity::Foreign);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Hash)]
pub enum Identity {
    /// A documented event.
    Known(ConnectorEvent),
    /// A connector wrote it, and no source documents its id for this log.
    Undocumented {
        /// The connector that wrote it.
        generation: Generation,
        /// The channel, where the source names one of the unified connector's.
        channel: Option<Channel>,
        /// The id as it came.
        id: u32,
        /// What the range of the id tells.
        scenario: Option<Scenario>,
    },
    /// The source is not a connector's.
    Foreign,
}

impl Eq for Identity {}

/// Does the same for the event of either generation.
macro_rules! either {
    ($event:expr, $id:ident => $result:expr) => {
        match $event {
            ConnectorEvent::Legacy($id) => $result,
            ConnectorEvent::Unified($id) => $result,
        }
    };
}

impl ConnectorEvent {
    /// Finds the event that a record reports.
    ///
    /// `source` is the path of the record's channel or, only where that is not known, the name of its
    /// provider; ASCII case is ignored, and names count as a whole. `id` is the event id without qualifiers.
    ///
    /// The legacy connector's log is `Microsoft Intune Connector`. The name of its provider is not
    /// documented: the same name is taken for it, and that with ` Source` behind.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, Identity, Scenario, unified};
    ///
    /// let admin = "Microsoft-Intune-CertificateConnectors/Admin";
    /// let event = unified::EventId::PkcsRequestFailure;
    /// assert_eq!(ConnectorEvent::identify(admin, 1001), Identity::Known(event.into()));
    ///
    /// // An undocumented id still has a scenario.
    /// let other = ConnectorEvent::identify(admin, 1999);
    /// assert!(matches!(other, Identity::Undocumented { scenario: Some(Scenario::Pkcs), .. }));
    ///
    /// // The same id of another source is another event.
    /// assert_eq!(ConnectorEvent::identify("Windows Error Reporting", 1001), Identity::Foreign);
    /// ```
    #[must_use]
    #[inline]
    pub fn identify(source: &str, id: u32) -> Identity {
        let Some((generation, channel)) = origin(source) else { return Identity::Foreign };
        let (event, scenario) = match (generation, u16::try_from(id)) {
            (Generation::Legacy, Ok(id)) => {
                (EventId::from_id(id).map(Self::Legacy), EventId::scenario_of(id))
            }
            (Generation::Unified, Ok(id)) => {
                (unified::EventId::from_id(id).map(Self::Unified), unified::EventId::scenario_of(id))
            }
            (_, Err(_)) => (None, None),
        };
        match event {
            Some(event) if channel.is_none() || event.channel() == channel => Identity::Known(event),
            _ => Identity::Undocumented { generation, channel, id, scenario },
        }
    }

    /// The event with this name in either generation, in any of its spellings, ASCII case ignored.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, unified};
    ///
    /// let event = ConnectorEvent::from_name("PKCSRequestFailure");
    /// assert_eq!(event, Some(unified::EventId::PkcsRequestFailure.into()));
    /// ```
    #[must_use]
    #[inline]
    pub const fn from_name(name: &str) -> Option<Self> {
        match unified::EventId::from_name(name) {
            Some(event) => Some(Self::Unified(event)),
            None => match EventId::from_name(name) {
                Some(event) => Some(Self::Legacy(event)),
                None => None,
            },
        }
    }

    /// All events: the legacy ones, then the unified ones, each in the order of their ids.
    ///
    /// ```
    /// use intune_connector_catalogue::ConnectorEvent;
    ///
    /// assert!(ConnectorEvent::ALL.is_sorted());
    /// ```
    pub const ALL: &'static [Self] = &ALL;

    /// The connector that writes it.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, Generation, unified};
    ///
    /// let event = ConnectorEvent::from(unified::EventId::RevokeFailure);
    /// assert_eq!(event.generation(), Generation::Unified);
    /// ```
    #[must_use]
    #[inline]
    pub const fn generation(self) -> Generation {
        match self {
            Self::Legacy(_) => Generation::Legacy,
            Self::Unified(_) => Generation::Unified,
        }
    }

    /// The event id, which means this event only together with [`log`](Self::log).
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId};
    ///
    /// assert_eq!(ConnectorEvent::from(EventId::UploadSuccess).id(), 20300);
    /// ```
    #[must_use]
    #[inline]
    pub const fn id(self) -> u16 {
        either!(self, event => event.id())
    }

    /// The name as it is documented.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId};
    ///
    /// assert_eq!(ConnectorEvent::from(EventId::UploadSuccess).name(), "Upload_Success");
    /// ```
    #[must_use]
    #[inline]
    pub const fn name(self) -> &'static str {
        either!(self, event => event.name())
    }

    /// The channel of the unified connector's events; `None` for the legacy connector, which has one log.
    ///
    /// ```
    /// use intune_connector_catalogue::{Channel, ConnectorEvent, unified};
    ///
    /// let event = ConnectorEvent::from(unified::EventId::PkcsRequestFailure);
    /// assert_eq!(event.channel(), Some(Channel::Admin));
    /// ```
    #[must_use]
    #[inline]
    pub const fn channel(self) -> Option<Channel> {
        match self {
            Self::Legacy(_) => None,
            Self::Unified(event) => Some(event.channel()),
        }
    }

    /// The full path of the log that holds it.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId};
    ///
    /// assert_eq!(ConnectorEvent::from(EventId::UploadSuccess).log(), "Microsoft Intune Connector");
    /// ```
    #[must_use]
    #[inline]
    pub const fn log(self) -> &'static str {
        match self {
            Self::Legacy(_) => EventId::LOG_NAME,
            Self::Unified(event) => event.channel().path(),
        }
    }

    /// How bad it is.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId, Severity};
    ///
    /// assert_eq!(ConnectorEvent::from(EventId::UploadFailure).severity(), Severity::Error);
    /// ```
    #[must_use]
    #[inline]
    pub const fn severity(self) -> Severity {
        either!(self, event => event.severity())
    }

    /// What the connector was doing.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId, Scenario};
    ///
    /// assert_eq!(ConnectorEvent::from(EventId::RevokeCertFailure).scenario(), Scenario::Revocation);
    /// ```
    #[must_use]
    #[inline]
    pub const fn scenario(self) -> Scenario {
        either!(self, event => event.scenario())
    }

    /// How the operation ended.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId, Outcome};
    ///
    /// assert_eq!(ConnectorEvent::from(EventId::UploadFailure).outcome(), Outcome::Failure);
    /// ```
    #[must_use]
    #[inline]
    pub const fn outcome(self) -> Outcome {
        either!(self, event => event.outcome())
    }

    /// What it means, in the given language.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId, Locale};
    ///
    /// let event = EventId::UploadFailure;
    /// let text = ConnectorEvent::from(event).description_in(Locale::Ru);
    /// assert_eq!(text, event.description_in(Locale::Ru));
    /// ```
    #[must_use]
    #[inline]
    pub const fn description_in(self, locale: Locale) -> &'static str {
        either!(self, event => event.description_in(locale))
    }

    /// What to do about it, in the given language; `None` where the catalogue gives no advice.
    ///
    /// ```
    /// use intune_connector_catalogue::{ConnectorEvent, EventId, Locale};
    ///
    /// assert!(ConnectorEvent::from(EventId::UploadFailure).remediation_in(Locale::En).is_some());
    /// ```
    #[must_use]
    #[inline]
    pub const fn remediation_in(self, locale: Locale) -> Option<&'static str> {
        either!(self, event => event.remediation_in(locale))
    }
}

static ALL: [ConnectorEvent; EventId::COUNT + unified::EventId::COUNT] = {
    let (mut legacy, mut unified, mut at) = (EventId::ALL, unified::EventId::ALL, 0_usize);
    let mut all = [ConnectorEvent::Legacy(legacy[0]); EventId::COUNT + unified::EventId::COUNT];
    while let [event, rest @ ..] = legacy {
        all[at] = ConnectorEvent::Legacy(*event);
        (legacy, at) = (rest, at + 1);
    }
    while let [event, rest @ ..] = unified {
        all[at] = ConnectorEvent::Unified(*event);
        (unified, at) = (rest, at + 1);
    }
    all
};

impl Channel {
    /// The full path, by which event logs and their exports name the channel.
    ///
    /// ```
    /// use intune_connector_catalogue::Channel;
    ///
    /// assert_eq!(Channel::Admin.path(), "Microsoft-Intune-CertificateConnectors/Admin");
    /// ```
    #[must_use]
    #[inline]
    pub const fn path(self) -> &'static str {
        match self {
            Self::Admin => "Microsoft-Intune-CertificateConnectors/Admin",
            Self::Operational => "Microsoft-Intune-CertificateConnectors/Operational",
        }
    }
}

/// Whose events come from the channel of this path, or the provider of this name, and by which channel if that is said.
#[inline]
fn origin(source: &str) -> Option<(Generation, Option<Channel>)> {
    if source.eq_ignore_ascii_case(unified::EventId::PROVIDER) {
        return Some((Generation::Unified, None));
    }
    if source.eq_ignore_ascii_case(EventId::LOG_NAME)
        || source.eq_ignore_ascii_case("Microsoft Intune Connector Source")
    {
        return Some((Generation::Legacy, None));
    }
    for channel in Channel::ALL {
        if source.eq_ignore_ascii_case(channel.path()) {
            return Some((Generation::Unified, Some(*channel)));
        }
    }
    None
}

impl fmt::Display for ConnectorEvent {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        either!(self, event => event.fmt(f))
    }
}

impl From<EventId> for ConnectorEvent {
    #[inline]
    fn from(event: EventId) -> Self {
        Self::Legacy(event)
    }
}

impl From<unified::EventId> for ConnectorEvent {
    #[inline]
    fn from(event: unified::EventId) -> Self {
        Self::Unified(event)
    }
}
