//! The formats in which tools export records, each written by the test itself.

use std::fmt::Write;

use serde_json::{Value, json};

use crate::records::{Row, SECONDS, TIME};

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('\r', "&#13;")
}

/// One event as XML.
pub fn event_xml(row: &Row) -> String {
    let Row { channel, provider, id, level, computer, .. } = row;
    let (message, task) = (escaped(&row.message), escaped(row.task));
    format!(
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='{provider}'/>\
         <EventID Qualifiers='0'>{id}</EventID><Version>0</Version><Level>{level}</Level><Task>1</Task>\
         <TimeCreated SystemTime='{TIME}'/><EventRecordID>7</EventRecordID><Channel>{channel}</Channel>\
         <Computer>{computer}</Computer><Security/></System><EventData><Data>{message}</Data></EventData>\
         <RenderingInfo Culture='en-US'><Message>{message}</Message><Level>Error</Level><Task>{task}</Task>\
         </RenderingInfo></Event>"
    )
}

pub fn event_viewer_xml(rows: &[Row]) -> String {
    let events: String = rows.iter().map(event_xml).collect();
    format!("<?xml version=\"1.0\" encoding=\"utf-8\" standalone=\"yes\"?>\r\n<Events>{events}</Events>")
}

pub fn wevtutil_xml(rows: &[Row]) -> String {
    rows.iter().map(event_xml).collect()
}

/// With `UserData` for `EventData`, indented, and a heading for each record.
pub fn evtx_dump_xml(rows: &[Row]) -> String {
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let event = event_xml(row)
            .replace("<EventData><Data>", "<UserData><Failure xmlns=\"urn:x\"><Text>")
            .replace("</Data></EventData>", "</Text></Failure></UserData>")
            .replace("><", ">\n  <");
        let _ =
            writeln!(text, "Record {}\n<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{event}\n", number + 1);
    }
    text
}

pub fn wevtutil_text(rows: &[Row]) -> String {
    wevtutil(rows, "")
}

pub fn old_wevtutil_text(rows: &[Row]) -> String {
    wevtutil(rows, ":")
}

fn wevtutil(rows: &[Row], colon: &str) -> String {
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let Row { channel, provider, id, task, computer, message, .. } = row;
        let level = row.level_name();
        let _ = write!(
            text,
            "Event[{number}]{colon}\r\n  Log Name: {channel}\r\n  Source: {provider}\r\n  Date: {TIME}\r\n  \
             Event ID: {id}\r\n  Task: {task}\r\n  Level: {level}\r\n  Opcode: Info\r\n  Keyword: N/A\r\n  User: S-1-5-18\r\n  \
             User Name: NT AUTHORITY\\SYSTEM\r\n  Computer: {computer}\r\n  Description: \r\n{message}\r\nSource: not this\r\n\r\n"
        );
    }
    text
}

/// `Copy Details as Text` of Event Viewer.
pub fn copied_details(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        let Row { channel, provider, id, task, computer, message, .. } = row;
        let level = row.level_name();
        let _ = write!(
            text,
            "Log Name:      {channel}\r\nSource:        {provider}\r\nDate:          11/20/2026 8:30:15 AM\r\n\
             Event ID:      {id}\r\nTask Category: {task}\r\nLevel:         {level}\r\nKeywords:      \r\n\
             User:          SYSTEM\r\nComputer:      {computer}\r\nDescription:\r\n{message}\r\n\
             Event Xml:\r\n{}\r\n\r\n",
            event_xml(row)
        );
    }
    text
}

/// What is shown of an event where nothing else is asked for: no channel.
pub fn format_list(rows: &[Row]) -> String {
    let mut text = String::from("\r\n\r\n");
    for Row { provider, id, message, .. } in rows {
        let message = message.replace("\r\n", "\r\n               ");
        let _ = write!(
            text,
            "TimeCreated  : 11/20/2026 8:30:15 AM\r\nProviderName : {provider}\r\nId           : {id}\r\n\
             Message      : {message}\r\n\r\n"
        );
    }
    text
}

/// `Format-List *`.
pub fn long_format_list(rows: &[Row]) -> String {
    let mut text = String::new();
    for row in rows {
        let Row { provider, id, task, level, computer, channel, .. } = row;
        let message = row.message.replace("\r\n", "\r\n                       ");
        let _ = write!(
            text,
            "\r\nMessage              : {message}\r\nId                   : {id}\r\nVersion              : \r\n\
             Level                : {level}\r\nTask                 : 1\r\nProviderName         : {provider}\r\n\
             LogName              : {channel}\r\nMachineName          : {computer}\r\nUserId               : \r\n\
             TimeCreated          : 20.11.2026 08:30:15\r\nLevelDisplayName     : {}\r\nTaskDisplayName      : {task}\r\n\r\n",
            row.level_name()
        );
    }
    text
}

fn powershell(row: &Row, time: &str) -> Value {
    json!({
        "Id": row.id, "Version": 0, "Qualifiers": null, "Level": row.level, "Task": 1, "ProviderName": row.provider,
        "LogName": row.channel, "MachineName": row.computer, "TimeCreated": time, "ContainerLog": "C:\\x.evtx",
        "Message": row.message, "LevelDisplayName": row.level_name(), "TaskDisplayName": row.task,
        "Properties": [{"Value": row.message}, {"Value": 5}], "Bookmark": {},
    })
}

pub fn windows_powershell_json(rows: &[Row]) -> String {
    let time = format!("/Date({SECONDS}000)/");
    let rows: Vec<Value> = rows.iter().map(|row| powershell(row, &time)).collect();
    serde_json::to_string_pretty(&rows).unwrap().replace("/Date", "\\/Date").replace(")/", ")\\/")
}

pub fn powershell_7_json(rows: &[Row]) -> String {
    let rows: Vec<Value> =
        rows.iter().map(|row| powershell(row, "2026-11-20T08:30:15.0000000+00:00")).collect();
    serde_json::to_string(&rows).unwrap()
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('"', "\"\""))
}

pub fn export_csv(rows: &[Row]) -> String {
    let mut text = String::from(
        "\"Message\",\"Id\",\"Version\",\"Level\",\"Task\",\"ProviderName\",\"LogName\",\"MachineName\",\"TimeCreated\",\
         \"LevelDisplayName\",\"TaskDisplayName\"\r\n",
    );
    for row in rows {
        let values = [
            &row.message,
            &row.id.to_string(),
            "0",
            &row.level.to_string(),
            "1",
            row.provider,
            row.channel,
            row.computer,
            "11/20/2026 8:30:15 AM",
            row.level_name(),
            row.task,
        ];
        text += &values.map(quoted).join(",");
        text += "\r\n";
    }
    text
}

pub fn typed_export_csv(rows: &[Row]) -> String {
    format!("#TYPE System.Diagnostics.Eventing.Reader.EventLogRecord\r\n{}", export_csv(rows))
}

pub fn semicolon_csv(rows: &[Row]) -> String {
    export_csv(rows).replace("\",\"", "\";\"")
}

pub fn bar_csv(rows: &[Row]) -> String {
    export_csv(rows).replace("\",\"", "\"|\"")
}

fn csv(header: &str, rows: &[Row], values: fn(&Row) -> Vec<String>) -> String {
    let row = |row: &Row| values(row).iter().map(|value| quoted(value)).collect::<Vec<_>>().join(",") + "\n";
    format!("{header}\n{}", rows.iter().map(row).collect::<String>())
}

/// `Get-EventLog | Export-Csv`: no channel.
pub fn get_event_log_csv(rows: &[Row]) -> String {
    csv("\"EventID\",\"MachineName\",\"Message\",\"Source\",\"EntryType\",\"TimeGenerated\"", rows, |row| {
        let level = row.level_name().to_owned();
        let time = "11/20/2026 8:30:15 AM".to_owned();
        let provider = row.provider.to_owned();
        vec![row.id.to_string(), row.computer.to_owned(), row.message.clone(), provider, level, time]
    })
}

/// A table of Kibana.
pub fn kibana_csv(rows: &[Row]) -> String {
    let header = "\"@timestamp\",\"winlog.event_id\",\"winlog.channel\",\"log.level\",\"host.name\",message";
    csv(header, rows, |row| {
        let level = row.level_name().to_lowercase();
        let (channel, computer) = (row.channel.to_owned(), row.computer.to_owned());
        vec![TIME.to_owned(), row.id.to_string(), channel, level, computer, row.message.clone()]
    })
}

pub fn splunk_csv(rows: &[Row]) -> String {
    csv("\"_time\",EventCode,LogName,SourceName,Type,ComputerName,Message", rows, |row| {
        let time = "2026-11-20T08:30:15.000+00:00".to_owned();
        let (channel, provider) = (row.channel.to_owned(), row.provider.to_owned());
        let (level, computer) = (row.level_name().to_owned(), row.computer.to_owned());
        vec![time, row.id.to_string(), channel, provider, level, computer, row.message.clone()]
    })
}

/// As Splunk's forwarder keeps an event.
fn splunk_event(row: &Row) -> String {
    let Row { channel, provider, id, level, task, computer, message, .. } = row;
    format!(
        "11/20/2026 08:30:15 AM\r\nLogName={channel}\r\nEventCode={id}\r\nEventType={level}\r\nComputerName={computer}\r\n\
         SourceName={provider}\r\nType={}\r\nRecordNumber=7\r\nKeywords=None\r\nTaskCategory={task}\r\nOpCode=Info\r\n\
         Message={message}",
        row.level_name()
    )
}

pub fn splunk_raw(rows: &[Row]) -> String {
    rows.iter().map(|row| splunk_event(row) + "\r\n").collect()
}

pub fn splunk_raw_csv(rows: &[Row]) -> String {
    csv("\"_raw\",\"_time\",host", rows, |row| {
        vec![splunk_event(row), "2026-11-20T08:30:15.000+00:00".to_owned(), row.computer.to_owned()]
    })
}

fn splunk(row: &Row) -> Value {
    json!({"_time": "2026-11-20T08:30:15.000+00:00", "host": row.computer, "_raw": event_xml(row)})
}

pub fn splunk_json(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| json!({"preview": false, "offset": 0, "result": splunk(row)})))
}

pub fn splunk_results(rows: &[Row]) -> String {
    let results: Vec<Value> = rows.iter().map(splunk).collect();
    json!({"preview": false, "init_offset": 0, "results": results}).to_string()
}

pub fn nxlog_json(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| {
        json!({
            "EventTime": "2026-11-20 08:30:15", "Hostname": row.computer, "EventType": row.level_name().to_uppercase(),
            "EventID": row.id, "SourceName": row.provider, "Channel": row.channel, "Message": row.message,
        })
    }))
}

/// Each event behind the head of a line of syslog.
pub fn syslog_with_xml(rows: &[Row]) -> String {
    let line = |row: &Row| {
        format!("Nov 20 08:30:15 connector MSWinEventLog: {}\n", event_xml(row).replace("\r\n", "&#10;"))
    };
    rows.iter().map(line).collect()
}

/// As a spreadsheet saves what Event Viewer has saved: the message has a name, which is empty.
pub fn spreadsheet_csv(rows: &[Row]) -> String {
    event_viewer(rows, "Level;Date and Time;Source;Event ID;Task Category;", "11/20/2026 8:30:15 AM", "Error")
        .replace("\r\nError,", "\r\nError;")
        .replace("AM,", "AM;")
        .lines()
        .map(|line| match line.split_once("AM;") {
            Some((begin, end)) => format!("{begin}AM;{}\r\n", end.replacen(',', ";", 3)),
            None => format!("{line}\r\n"),
        })
        .collect()
}

pub fn event_viewer_csv(rows: &[Row]) -> String {
    event_viewer(rows, "Level,Date and Time,Source,Event ID,Task Category", "11/20/2026 8:30:15 AM", "Error")
}

pub fn russian_event_viewer_csv(rows: &[Row]) -> String {
    event_viewer(
        rows,
        "Уровень,Дата и время,Источник,Код события,Категория задачи",
        "20.11.2026 8:30:15",
        "Ошибка",
    )
}

fn event_viewer(rows: &[Row], header: &str, time: &str, level: &str) -> String {
    let mut text = format!("{header}\r\n");
    for row in rows {
        let Row { provider, id, task, .. } = row;
        let _ = write!(text, "{level},{time},{provider},{id},{task},{}\r\n", quoted(&row.message));
    }
    text
}

fn evtx_dump(row: &Row, id: Value) -> Value {
    json!({"Event": {
        "#attributes": {"xmlns": "http://schemas.microsoft.com/win/2004/08/events/event"},
        "System": {
            "Provider": {"#attributes": {"Name": row.provider}}, "EventID": id, "Level": row.level, "Task": 1,
            "TimeCreated": {"#attributes": {"SystemTime": "2026-11-20T08:30:15.000000Z"}},
            "Channel": row.channel, "Computer": row.computer, "Security": null,
        },
        "EventData": {"Data": {"#text": [row.message, "x"]}},
        "RenderingInfo": {"Task": row.task},
    }})
}

fn lines(values: impl Iterator<Item = Value>) -> String {
    values.map(|value| format!("{value}\n")).collect()
}

pub fn evtx_dump_jsonl(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| evtx_dump(row, json!(row.id))))
}

pub fn evtx_dump_json(rows: &[Row]) -> String {
    let mut text = String::new();
    for (number, row) in rows.iter().enumerate() {
        let id = match number % 2 {
            0 => json!({"#attributes": {"Qualifiers": 0}, "#text": row.id}),
            _ => json!(row.id.to_string()),
        };
        let value = serde_json::to_string_pretty(&evtx_dump(row, id)).unwrap();
        let _ = writeln!(text, "Record {}\n{value}", number + 1);
    }
    text
}

/// With `--separate-json-attributes`.
pub fn separate_evtx_dump_jsonl(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| {
        json!({"Event": {"System": {
            "Provider_attributes": {"Name": row.provider}, "EventID": row.id, "EventID_attributes": {"Qualifiers": 0},
            "Level": row.level, "TimeCreated_attributes": {"SystemTime": TIME}, "Channel": row.channel,
            "Computer": row.computer,
        }, "UserData": {"x": {"text": row.message}}, "RenderingInfo": {"Task": row.task}}})
    }))
}

pub fn winlogbeat(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| {
        json!({
            "@timestamp": "2026-11-20T08:30:15.000Z", "message": row.message, "log": {"level": row.level_name().to_lowercase()},
            "event": {"code": row.id.to_string(), "provider": row.provider, "kind": "event"},
            "host": {"name": "shipper"}, "agent": {"type": "winlogbeat"},
            "winlog": {
                "event_id": row.id.to_string(), "channel": row.channel, "provider_name": row.provider, "task": row.task,
                "computer_name": row.computer, "event_data": {"param1": row.message},
            },
        })
    }))
}

pub fn old_winlogbeat(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| {
        json!({"_index": "winlogbeat", "_source": {
            "@timestamp": "2026-11-20T08:30:15.000Z", "message": row.message, "log.level": row.level_name(),
            "winlog.event_id": row.id, "winlog.channel": row.channel, "winlog.provider_name": row.provider,
            "winlog.computer_name": row.computer, "winlog.task": row.task,
        }})
    }))
}

fn otel_record(row: &Row) -> Value {
    json!({
        "channel": row.channel, "computer": row.computer, "event_id": {"id": row.id, "qualifiers": 0},
        "provider": {"name": row.provider, "guid": "", "event_source": ""}, "level": row.level_name(),
        "message": row.message, "system_time": TIME, "task": row.task, "opcode": "Info",
        "event_data": {"data": [{"": row.message}]},
    })
}

pub fn otel_body(rows: &[Row]) -> String {
    lines(
        rows.iter().map(|row| json!({"timestamp": TIME, "severity_text": "ERROR", "body": otel_record(row)})),
    )
}

pub fn otel_raw(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| json!({"timestamp": TIME, "body": event_xml(row)})))
}

/// A value with its type, as OTLP writes it.
fn typed(value: &Value) -> Value {
    match value {
        Value::String(text) => json!({"stringValue": text}),
        Value::Number(number) => json!({"intValue": number.to_string()}),
        Value::Array(values) => {
            json!({"arrayValue": {"values": values.iter().map(typed).collect::<Vec<_>>()}})
        }
        Value::Object(map) => {
            let values: Vec<Value> =
                map.iter().map(|(key, value)| json!({"key": key, "value": typed(value)})).collect();
            json!({"kvlistValue": {"values": values}})
        }
        _ => json!({}),
    }
}

fn otlp(rows: &[Row], body: fn(&Row) -> Value) -> String {
    lines(rows.chunks(50).map(|rows| {
        let records: Vec<Value> = rows
            .iter()
            .map(|row| json!({"timeUnixNano": format!("{SECONDS}000000000"), "severityNumber": 17, "body": body(row)}))
            .collect();
        json!({"resourceLogs": [{"resource": {}, "scopeLogs": [{"scope": {}, "logRecords": records}]}]})
    }))
}

pub fn otlp_json(rows: &[Row]) -> String {
    otlp(rows, |row| typed(&otel_record(row)))
}

pub fn raw_otlp_json(rows: &[Row]) -> String {
    otlp(rows, |row| json!({"stringValue": event_xml(row)}))
}

pub fn log_analytics_event(rows: &[Row]) -> String {
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!({
                "TimeGenerated": "2026-11-20T08:30:15Z", "EventLog": row.channel, "Source": row.provider,
                "EventID": row.id.to_string(), "EventLevelName": row.level_name(), "Computer": row.computer,
                "RenderedDescription": row.message, "EventData": "<DataItem/>", "TableName": "PrimaryResult",
            })
        })
        .collect();
    serde_json::to_string_pretty(&rows).unwrap()
}

pub fn log_analytics_windows_event(rows: &[Row]) -> String {
    lines(rows.iter().map(|row| {
        json!({
            "TimeGenerated": "2026-11-20T08:30:15Z", "Channel": row.channel, "Provider": row.provider, "EventID": row.id,
            "EventLevelName": row.level_name(), "Computer": row.computer, "EventData": {"Data": row.message}, "Task": 1,
        })
    }))
}

pub fn log_analytics_tables(rows: &[Row]) -> String {
    let names = [
        "TimeGenerated",
        "EventLog",
        "Source",
        "EventID",
        "EventLevelName",
        "Computer",
        "RenderedDescription",
    ];
    let columns: Vec<Value> = names.iter().map(|name| json!({"name": name, "type": "string"})).collect();
    let rows: Vec<Value> = rows
        .iter()
        .map(|row| {
            json!([
                "2026-11-20T08:30:15Z",
                row.channel,
                row.provider,
                row.id,
                row.level_name(),
                row.computer,
                row.message
            ])
        })
        .collect();
    json!({"tables": [{"name": "PrimaryResult", "columns": columns, "rows": rows}]}).to_string()
}
