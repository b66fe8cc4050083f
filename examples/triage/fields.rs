//! Which name of which format stands for which part of a record.
//!
//! Formats of objects and of tables differ in little but names, so one table of names serves all of them.
//! Names of nested values are joined by dots, whether the file nests them or joins them itself.

use crate::record::Record;

/// A value without parts.
#[derive(Debug, Clone, Copy)]
pub enum Scalar<'a> {
    Text(&'a str),
    Number(u64),
}

/// Stores a value under the name that its format has for it; what no record needs is left out.
pub fn set(record: &mut Record, path: &str, value: Scalar<'_>) {
    let path =
        ["_source.", "body.", "Body."].iter().find_map(|outer| path.strip_prefix(outer)).unwrap_or(path);
    match path {
        "Event.System.EventID"
        | "Event.System.EventID.#text"
        | "winlog.event_id"
        | "event_id"
        | "event_id.id"
        | "Id"
        | "EventID"
        | "Event ID" => record.id = number(value).or(record.id),
        // Elastic's copy of the id; other data sets keep other codes there.
        "event.code" => record.id = record.id.or_else(|| number(value)),

        "Event.System.Channel"
        | "winlog.channel"
        | "channel"
        | "LogName"
        | "EventLog"
        | "Channel"
        | "Log Name" => {
            store(&mut record.channel, value);
        }
        "Event.System.Provider.#attributes.Name"
        | "Event.System.Provider_attributes.Name"
        | "winlog.provider_name"
        | "provider.name"
        | "ProviderName"
        | "Source"
        | "Provider" => store(&mut record.provider, value),
        "event.provider" => store_if_empty(&mut record.provider, value),

        "Event.System.Level" | "Level" | "level" | "EventLevel" | "EventLevelName" | "LevelDisplayName"
        | "log.level" | "winlog.level" => record.level = record.level.or_else(|| level(value)),

        "Event.System.TimeCreated.#attributes.SystemTime"
        | "Event.System.TimeCreated_attributes.SystemTime"
        | "system_time"
        | "TimeCreated"
        | "TimeCreated.value"
        | "TimeGenerated"
        | "TimeGenerated [UTC]"
        | "Date"
        | "@timestamp" => store(&mut record.time, value),
        "timestamp" => store_if_empty(&mut record.time, value),

        "Event.System.Computer" | "winlog.computer_name" | "computer" | "MachineName" | "Computer" => {
            store(&mut record.computer, value);
        }
        "host.name" => store_if_empty(&mut record.computer, value),

        "Event.RenderingInfo.Task"
        | "winlog.task"
        | "task"
        | "TaskDisplayName"
        | "Task"
        | "Task Category" => {
            task(record, value);
        }

        _ => {
            if let (true, Scalar::Text(text)) = (is_message(path), value) {
                record.add_text(text);
            }
        }
    }
}

/// Whether a value belongs to what the event says, rather than to how it was recorded.
fn is_message(path: &str) -> bool {
    const MESSAGES: &[&str] = &[
        "Event.EventData",
        "Event.UserData",
        "Event.RenderingInfo.Message",
        "winlog.event_data",
        "winlog.user_data",
        "event_data",
        "user_data",
        "body",
        "Body",
        "message",
        "Message",
        "Description",
        "RenderedDescription",
        "ParameterXml",
        "EventData",
        "UserData",
        "Properties",
    ];
    MESSAGES.iter().any(|name| match path.strip_prefix(name) {
        Some(rest) => rest.is_empty() || rest.starts_with('.'),
        None => false,
    })
}

fn number(value: Scalar<'_>) -> Option<u32> {
    match value {
        Scalar::Text(text) => text.trim().parse().ok(),
        Scalar::Number(number) => u32::try_from(number).ok(),
    }
}

fn store(field: &mut String, value: Scalar<'_>) {
    match value {
        Scalar::Text(text) => {
            field.clear();
            field.push_str(text);
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

/// A level by number, or by the name that Windows shows in English or in Russian.
pub fn level(value: Scalar<'_>) -> Option<u8> {
    let text = match value {
        Scalar::Number(number) => return u8::try_from(number).ok().filter(|level| (1..=5).contains(level)),
        Scalar::Text(text) => text.trim(),
    };
    if let Ok(level) = text.parse::<u64>() {
        return self::level(Scalar::Number(level));
    }
    match text.to_lowercase().as_str() {
        "critical" | "критический" | "критическая" => Some(1),
        "error" | "ошибка" => Some(2),
        "warning" | "предупреждение" => Some(3),
        "information" | "informational" | "info" | "сведения" => Some(4),
        "verbose" | "подробно" | "подробности" => Some(5),
        _ => None,
    }
}
