//! The words of the output that are not the catalogue's own, once for each of its languages.

use intune_connector_catalogue::{Locale, Severity};

pub struct Labels {
    pub legacy_event: &'static str,
    pub legacy_events: &'static str,
    pub unified_event: &'static str,
    pub unified_events: &'static str,
    pub diagnostic_code: &'static str,
    pub diagnostic_codes: &'static str,
    pub code: &'static str,
    pub severity: &'static str,
    pub severity_name: fn(Severity) -> &'static str,
    pub name_and_meaning: &'static str,
    pub advice: &'static str,
    pub scenario: &'static str,
    pub outcome: &'static str,
    pub details: &'static str,
    pub possible_codes: &'static str,
    pub log: &'static str,
    pub events: &'static str,
    pub spellings: &'static str,
    pub since: &'static str,
    pub deprecated: &'static str,
    pub notes: &'static str,
    pub source: &'static str,
    pub remark: &'static str,
    /// The word is a number that stands in the documentation by mistake; what it was read as.
    pub misprint: fn(&str, &str) -> String,
    /// The word is another name; what it was read as.
    pub read_as: fn(&str, &str) -> String,
    /// The id has no entry; the name of the range that it lies in.
    pub undocumented: fn(u16, &str) -> String,
    /// The entries of that range.
    pub documented: &'static str,
    pub error: &'static str,
    pub unknown: fn(&str) -> String,
    pub did_you_mean: &'static str,
}

impl Labels {
    /// No `_` arm: a new language of the catalogue asks for its labels here.
    pub fn of(locale: Locale) -> &'static Self {
        match locale {
            Locale::En => &EN,
            Locale::Ru => &RU,
        }
    }
}

const EN: Labels = Labels {
    legacy_event: "Legacy event",
    legacy_events: "Events of the legacy connector",
    unified_event: "Unified event",
    unified_events: "Events of the unified connector",
    diagnostic_code: "Diagnostic code",
    diagnostic_codes: "Diagnostic codes",
    code: "Code",
    severity: "Severity",
    severity_name: Severity::name,
    name_and_meaning: "Name and meaning",
    advice: "What to do",
    scenario: "Scenario",
    outcome: "Outcome",
    details: "Details",
    possible_codes: "Possible codes",
    log: "Log",
    events: "Events",
    spellings: "Also written",
    since: "Since version",
    deprecated: "Deprecated",
    notes: "Notes",
    source: "Source",
    remark: "Remark",
    misprint: |word, entry| format!("{word}, a misprint in the documentation, was read as {entry}"),
    read_as: |word, entry| format!("\"{word}\" was read as {entry}"),
    undocumented: |id, range| format!("event id {id} is not documented; it lies in the range \"{range}\""),
    documented: "Documented",
    error: "error",
    unknown: |word| format!("\"{word}\" is not in the catalogue"),
    did_you_mean: "Did you mean",
};

const RU: Labels = Labels {
    legacy_event: "Старый соединитель",
    legacy_events: "События старого соединителя",
    unified_event: "Единый соединитель",
    unified_events: "События единого соединителя",
    diagnostic_code: "Диагностический код",
    diagnostic_codes: "Диагностические коды",
    code: "Код",
    severity: "Уровень",
    severity_name: |severity| match severity {
        Severity::Information => "сведения",
        Severity::Warning => "предупреждение",
        Severity::Error => "ошибка",
    },
    name_and_meaning: "Имя и смысл",
    advice: "Что делать",
    scenario: "Сценарий",
    outcome: "Исход",
    details: "Содержит",
    possible_codes: "Возможные коды",
    log: "Журнал",
    events: "События",
    spellings: "Также пишется",
    since: "С версии",
    deprecated: "Устарело",
    notes: "Заметки",
    source: "Источник",
    remark: "Примечание",
    misprint: |word, entry| format!("{word} — опечатка в документации, прочитано как {entry}"),
    read_as: |word, entry| format!("«{word}» прочитано как {entry}"),
    undocumented: |id, range| format!("событие {id} не описано, но входит в диапазон «{range}»"),
    documented: "Описаны",
    error: "ошибка",
    unknown: |word| format!("в каталоге нет «{word}»"),
    did_you_mean: "Похоже на",
};
