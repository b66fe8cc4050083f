//! The words of the output that are not the catalogue's own, once for each of its languages.

use intune_connector_catalogue::{Locale, Severity};

pub struct Labels {
    /// Records of connectors, and of all.
    pub records: fn(u64, u64) -> String,
    pub unreadable: fn(u64) -> String,
    /// Whose time is not known.
    pub without_time: fn(u64) -> String,
    pub nothing: &'static str,
    /// Where all records lie outside of `--since` and `--until`.
    pub none_in_time: &'static str,
    pub scenario: &'static str,
    pub succeeded: &'static str,
    pub failed: &'static str,
    pub retrying: &'static str,
    pub last_success: &'static str,
    pub never: &'static str,
    pub severity: fn(Severity) -> &'static str,
    pub undocumented: &'static str,
    /// More than a few.
    pub computers: fn(usize) -> String,
    pub task: &'static str,
    pub what_to_do: &'static str,
    pub undocumented_code: &'static str,
    /// That are not documented, and not shown.
    pub more_codes: fn(usize) -> String,
    /// Events that need no attention.
    pub others: &'static str,
    pub loose: &'static str,
    pub assumed: fn(&str) -> String,
    /// Where day and month could be each other.
    pub ambiguous: &'static str,
    /// Where there are steps of requests alone.
    pub no_requests: &'static str,
    /// Records of more events than are told apart.
    pub untold: fn(u64) -> String,
    /// Records without a time where only some times count.
    pub left_out: fn(u64) -> String,
    pub times: &'static str,
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
    records: |connector, all| format!("Records of a certificate connector: {connector} of {all}"),
    unreadable: |count| format!("{count} could not be read"),
    without_time: |count| format!("the time of {count} is not known"),
    nothing: "Nothing of the certificate connectors was found.",
    none_in_time: "No record of a certificate connector lies between the times that were given.",
    scenario: "Scenario",
    succeeded: "succeeded",
    failed: "failed",
    retrying: "retrying",
    last_success: "last success",
    never: "never",
    severity: |severity| match severity {
        Severity::Information => "Information",
        Severity::Warning => "Warning",
        Severity::Error => "Error",
    },
    undocumented: "undocumented event",
    computers: |count| format!("{count} computers"),
    task: "Task category",
    what_to_do: "What to do",
    undocumented_code: "not a documented diagnostic code",
    more_codes: |count| format!("and {count} more that are not documented"),
    others: "Needs no attention",
    loose: "Codes in text that names no event",
    assumed: |zone| format!("Times without a zone were read as {zone}; --tz names another."),
    ambiguous: "Of some dates, day and month could be each other; --dates says which comes first.",
    no_requests: "Requests are counted from the Admin log, of which there is no record.",
    untold: |count| format!("Records of more different events than can be told apart: {count}."),
    left_out: |count| format!("Left out, since their time is not known: {count}."),
    times: "Times are UTC.",
};

const RU: Labels = Labels {
    records: |connector, all| format!("Записей соединителя сертификатов: {connector} из {all}"),
    unreadable: |count| format!("не прочитано: {count}"),
    without_time: |count| format!("время неизвестно: {count}"),
    nothing: "Записей соединителей сертификатов не найдено.",
    none_in_time: "В заданном промежутке времени нет записей соединителей сертификатов.",
    scenario: "Сценарий",
    succeeded: "успешно",
    failed: "с ошибкой",
    retrying: "повторы",
    last_success: "последний успех",
    never: "не было",
    severity: |severity| match severity {
        Severity::Information => "Сведения",
        Severity::Warning => "Предупреждение",
        Severity::Error => "Ошибка",
    },
    undocumented: "недокументированное событие",
    computers: |count| format!("компьютеров: {count}"),
    task: "Категория задачи",
    what_to_do: "Что делать",
    undocumented_code: "нет среди диагностических кодов",
    more_codes: |count| format!("и ещё недокументированных: {count}"),
    others: "Внимания не требуют",
    loose: "Коды в тексте, где событие не названо",
    assumed: |zone| format!("Время без часового пояса считается временем {zone}; другой пояс задаёт --tz."),
    ambiguous: "В некоторых датах неясно, где день, а где месяц; порядок задаёт --dates.",
    no_requests: "Запросы подсчитываются по журналу Admin, записей которого нет.",
    untold: |count| format!("Записей событий сверх различаемого числа: {count}."),
    left_out: |count| format!("Не учтены, так как их время неизвестно: {count}."),
    times: "Время указано в UTC.",
};
