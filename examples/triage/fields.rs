//! Which name of which format stands for which part of a record.
//!
//! Formats of objects and of tables differ in little but names, so one table of names serves all of them.
//! Names lead from one to the next, whether the file nests them or joins them by dots itself: readers of objects
//! look each name up once, however many values are below it, and are led nowhere by what nobody reads.

use crate::record::Record;

/// A value without parts.
#[derive(Debug, Clone, Copy)]
pub enum Scalar<'a> {
    Text(&'a str),
    Number(u64),
}

/// Where names have led: to a part of a record, to an object that holds some, or nowhere.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Path {
    // Objects. Some formats write a value instead of the object, or wrap the record into another.
    Root,
    Source,
    Body,
    Event,
    System,
    SystemEventId,
    SystemProvider,
    SystemProviderAttributes,
    SystemTime,
    SystemTimeAttributes,
    RenderingInfo,
    Winlog,
    Elastic,
    ElasticInBody,
    EventId,
    ProviderObject,
    TimeCreated,
    Log,
    Host,

    // Parts of a record. Copies count only where the part itself is not there.
    Id,
    IdCopy,
    Channel,
    Provider,
    ProviderCopy,
    Level,
    Time,
    /// Where the name says that it is UTC.
    TimeInUtc,
    TimeCopy,
    Computer,
    ComputerCopy,
    Task,
    /// What the event says, rather than how it was recorded; all that is nested in it, too.
    Message,
    /// The whole event as Windows gave it.
    Original,

    Nowhere,
}

impl Path {
    /// Where the names of a format without nesting lead, or names joined by dots.
    pub fn of(names: &str) -> Self {
        Self::Root.below(names)
    }

    /// Where a name leads from here, or several that the file has joined.
    #[inline]
    pub fn below(self, names: &str) -> Self {
        match self.step(names) {
            // No single name has a dot in it.
            Self::Nowhere if !matches!(self, Self::Nowhere) && names.contains('.') => {
                names.split('.').fold(self, Self::step)
            }
            path => path,
        }
    }

    #[inline]
    fn step(self, name: &str) -> Self {
        match (self, name) {
            (Self::Nowhere, _) => Self::Nowhere,
            (Self::Message, _) => Self::Message,

            (Self::Root, "_source") => Self::Source,
            (Self::Root, "body" | "Body") => Self::Body,
            (Self::Root | Self::Source, _) => Self::first(name),
            (Self::Body, _) => match Self::first(name) {
                Self::Elastic => Self::ElasticInBody,
                path => path,
            },

            (Self::Winlog, "event_id") => Self::Id,
            (Self::Winlog, "channel") => Self::Channel,
            (Self::Winlog, "provider_name") => Self::Provider,
            (Self::Winlog, "level") => Self::Level,
            (Self::Winlog, "computer_name") => Self::Computer,
            (Self::Winlog, "task") => Self::Task,
            (Self::Winlog, "event_data" | "user_data") => Self::Message,

            // Elastic's copy of the id; other data sets keep other codes there.
            (Self::Elastic | Self::ElasticInBody, "code") => Self::IdCopy,
            (Self::Elastic | Self::ElasticInBody, "provider") => Self::ProviderCopy,
            (Self::Elastic, "original") => Self::Original,
            (Self::Log, "level") => Self::Level,
            (Self::Host, "name") => Self::ComputerCopy,

            (Self::Event, "System") => Self::System,
            (Self::Event, "RenderingInfo") => Self::RenderingInfo,
            (Self::Event, "EventData" | "UserData") => Self::Message,
            (Self::RenderingInfo, "Task") => Self::Task,
            (Self::RenderingInfo, "Message") => Self::Message,
            (Self::System, "EventID") => Self::SystemEventId,
            (Self::System, "Channel") => Self::Channel,
            (Self::System, "Level") => Self::Level,
            (Self::System, "Computer") => Self::Computer,
            (Self::System, "Provider") => Self::SystemProvider,
            (Self::System, "Provider_attributes") => Self::SystemProviderAttributes,
            (Self::System, "TimeCreated") => Self::SystemTime,
            (Self::System, "TimeCreated_attributes") => Self::SystemTimeAttributes,
            (Self::SystemEventId, "#text") => Self::Id,
            (Self::SystemProvider, "#attributes") => Self::SystemProviderAttributes,
            (Self::SystemProviderAttributes, "Name") => Self::Provider,
            (Self::SystemTime, "#attributes") => Self::SystemTimeAttributes,
            (Self::SystemTimeAttributes, "SystemTime") => Self::Time,

            (Self::EventId, "id") => Self::Id,
            (Self::ProviderObject, "name") => Self::Provider,
            (Self::TimeCreated, "value") => Self::Time,

            _ => Self::Nowhere,
        }
    }

    /// Where the first name of a record leads.
    fn first(name: &str) -> Self {
        match name {
            "Event" => Self::Event,
            "winlog" => Self::Winlog,
            "event" => Self::Elastic,
            "event_id" => Self::EventId,
            "provider" => Self::ProviderObject,
            "log" => Self::Log,
            "host" => Self::Host,

            "Id" | "EventID" | "Event ID" | "EventId" | "EventCode" => Self::Id,
            "channel" | "LogName" | "EventLog" | "Channel" | "Log Name" => Self::Channel,
            "ProviderName" | "Source" | "Provider" | "SourceName" => Self::Provider,
            "Level" | "level" | "EventLevel" | "EventLevelName" | "LevelDisplayName" | "EntryType"
            | "EventType" => Self::Level,
            "TimeCreated" => Self::TimeCreated,
            "system_time"
            | "TimeGenerated"
            | "Date"
            | "Date and Time"
            | "@timestamp"
            | "EventTime"
            | "timeCreated"
            | "TimeGenerated [Local Time]" => Self::Time,
            "TimeGenerated [UTC]" => Self::TimeInUtc,
            "timestamp" | "time" | "_time" | "date" => Self::TimeCopy,
            "computer" | "MachineName" | "Computer" | "ComputerName" | "Hostname" => Self::Computer,
            // Splunk's copy of the whole.
            "_raw" => Self::Original,
            "task" | "TaskDisplayName" | "Task" | "Task Category" | "TaskCategory" => Self::Task,

            "event_data"
            | "user_data"
            | "body"
            | "Body"
            | "message"
            | "Message"
            | "Description"
            | "RenderedDescription"
            | "ParameterXml"
            | "EventData"
            | "UserData"
            | "Properties" => Self::Message,

            _ => Self::Nowhere,
        }
    }

    /// Whether a time stands here.
    pub fn is_time(self) -> bool {
        matches!(self, Self::Time | Self::TimeCreated | Self::TimeInUtc | Self::TimeCopy)
    }

    /// Stores what stands here; what no record needs is left out.
    #[inline]
    pub fn set(self, record: &mut Record, value: Scalar<'_>) {
        match self {
            Self::Id | Self::SystemEventId | Self::EventId => record.id = number(value).or(record.id),
            Self::IdCopy => record.id = record.id.or_else(|| number(value)),
            Self::Channel => store(&mut record.channel, value),
            Self::Provider => store(&mut record.provider, value),
            Self::ProviderCopy => store_if_empty(&mut record.provider, value),
            Self::Level => record.level = record.level.or_else(|| level(value)),
            Self::Time | Self::TimeCreated => store(&mut record.time, value),
            Self::TimeInUtc => {
                let mut time = String::new();
                store(&mut time, value);
                if !time.is_empty() {
                    record.time = time + " UTC";
                }
            }
            Self::TimeCopy => store_if_empty(&mut record.time, value),
            Self::Computer => store(&mut record.computer, value),
            Self::ComputerCopy => store_if_empty(&mut record.computer, value),
            Self::Task => task(record, value),
            Self::Message | Self::Body => {
                if let Scalar::Text(text) = value {
                    record.add_text(text);
                }
            }
            _ => {}
        }
    }
}

fn number(value: Scalar<'_>) -> Option<u32> {
    match value {
        // Hardly any has spaces around it.
        Scalar::Text(text) => text.parse().or_else(|_| text.trim().parse()).ok(),
        Scalar::Number(number) => u32::try_from(number).ok(),
    }
}

fn store(field: &mut String, value: Scalar<'_>) {
    match value {
        // Tables of several kinds of records have columns that most rows leave empty.
        Scalar::Text(text) if text.trim().is_empty() => {}
        Scalar::Text(text) => {
            field.clear();
            field.push_str(text.trim());
        }
        Scalar::Number(number) => *field = number.to_string(),
    }
}

fn store_if_empty(field: &mut String, value: Scalar<'_>) {
    if field.is_empty() {
        store(field, value);
    }
}

/// Categories without a name are numbers, or a word that says so.
fn task(record: &mut Record, value: Scalar<'_>) {
    if let Scalar::Text(text) = value {
        let is_name =
            text.chars().any(char::is_alphabetic) && !["N/A", "None", "none", "Отсутствует"].contains(&text);
        if is_name {
            store(&mut record.task, value);
        }
    }
}

/// A level by number, or by the name that Windows shows in one of some languages.
pub fn level(value: Scalar<'_>) -> Option<u8> {
    match value {
        Scalar::Number(number) => u8::try_from(number).ok().filter(|level| (1..=5).contains(level)),
        // Most names are written as they are in the table, and need no copy.
        Scalar::Text(text) => named_level(text).or_else(|| match text.trim().parse() {
            Ok(number) => level(Scalar::Number(number)),
            Err(_) => named_level(&text.trim().to_lowercase()),
        }),
    }
}

fn named_level(name: &str) -> Option<u8> {
    match name {
        "critical" | "Critical" | "критический" | "критическая" | "kritisch" | "critique" | "crítico" => {
            Some(1)
        }
        "error" | "Error" | "ошибка" | "fehler" | "erreur" => Some(2),
        "warning" | "Warning" | "предупреждение" | "warnung" | "avertissement" | "advertencia" => {
            Some(3)
        }
        "information" | "Information" | "informational" | "info" | "сведения" | "informationen"
        | "informations" | "información" => Some(4),
        "verbose" | "Verbose" | "подробно" | "подробности" | "ausführlich" | "commentaires" | "detallado" => {
            Some(5)
        }
        _ => None,
    }
}
