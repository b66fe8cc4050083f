//! Queries, read by something that reads such queries: what they match is what was selected, and no more.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use intune_connector_catalogue::query::Selection;
use intune_connector_catalogue::{Channel, ConnectorEvent, Generation, Outcome, Scenario, Severity};
use serde_yaml::Value;

/// A record: log, id and level.
type Record = (&'static str, u32, u8);

const LOGS: [&str; 3] = [
    "Microsoft-Intune-CertificateConnectors/Admin",
    "Microsoft-Intune-CertificateConnectors/Operational",
    "Microsoft Intune Connector",
];

/// Every combination of one value or none for each criterion.
fn selections() -> Vec<Selection> {
    let mut all = vec![Selection::new()];
    macro_rules! vary {
        ($values:expr, $with:ident) => {
            let more: Vec<_> =
                all.iter().flat_map(|it| $values.iter().map(move |value| it.$with(*value))).collect();
            all.extend(more);
        };
    }
    vary!([Severity::Warning, Severity::Error], at_least);
    vary!(Scenario::ALL, scenario);
    vary!(Channel::ALL, channel);
    vary!(Outcome::ALL, outcome);
    vary!([Generation::Legacy, Generation::Unified], generation);
    all.extend(ConnectorEvent::ALL.iter().copied().map(|event| Selection::new().event(event)));
    all.push(ConnectorEvent::ALL.iter().copied().step_by(3).fold(Selection::new(), Selection::event));
    // No two ids that make a range: more than an expression holds.
    let mut last = 0;
    let mut is_apart =
        |event: &ConnectorEvent| (event.id().abs_diff(last) > 1).then(|| last = event.id()).is_some();
    all.push(
        ConnectorEvent::ALL
            .iter()
            .copied()
            .filter(|it| is_apart(it))
            .fold(Selection::new(), Selection::event),
    );
    all
}

/// Some of them, for XPath is read slowly here: all take minutes.
fn some_selections() -> impl Iterator<Item = Selection> {
    selections().into_iter().step_by(37)
}

/// Each, and whether it takes undocumented ids, too.
fn each_way() -> impl Iterator<Item = (Selection, bool)> {
    selections().into_iter().flat_map(|selection| [(selection, false), (selection.and_undocumented(), true)])
}

/// Every documented event in its own log, in the other logs, and under foreign names; ids near to them; all at
/// each level. With each, the event that it is.
static RECORDS: LazyLock<Vec<(Record, Option<ConnectorEvent>)>> = LazyLock::new(|| {
    let near = |event: ConnectorEvent| [0, 1, 2].map(|near| u32::from(event.id()) + near - 1);
    let ids: BTreeSet<u32> =
        ConnectorEvent::ALL.iter().copied().flat_map(near).chain([0, 2, 65_535]).collect();
    let mut records = Vec::new();
    for log in LOGS.into_iter().chain(["ODJ Connector Service", "Security"]) {
        for id in ids.iter().copied() {
            let is_it = |event: &ConnectorEvent| event.log() == log && u32::from(event.id()) == id;
            let event = ConnectorEvent::ALL.iter().copied().find(is_it);
            records.extend((1..=5).map(|level| ((log, id, level), event)));
        }
    }
    records
});

fn records() -> impl Iterator<Item = Record> {
    RECORDS.iter().map(|(record, _)| *record)
}

/// What a selection should match.
fn expected(selection: &Selection, undocumented: bool) -> BTreeSet<Record> {
    let logs: BTreeSet<&str> = selection.events().map(ConnectorEvent::log).collect();
    let matches = |((log, _, level), event): &&(Record, Option<ConnectorEvent>)| match event {
        Some(event) => selection.contains(*event),
        None => undocumented && logs.contains(log) && (1..=3).contains(level),
    };
    RECORDS.iter().filter(matches).map(|(record, _)| *record).collect()
}

/// Names the first records that are matched and should not be, or the other way round.
#[track_caller]
fn assert_matches(matched: &BTreeSet<Record>, selection: &Selection, undocumented: bool, query: &str) {
    let expected = expected(selection, undocumented);
    let wrong: Vec<_> = matched.symmetric_difference(&expected).take(3).collect();
    assert!(wrong.is_empty(), "{wrong:?} and perhaps others:\n{query}");
}

#[test]
fn the_criteria_select_what_they_name() {
    for event in ConnectorEvent::ALL.iter().copied() {
        let has = |selection: Selection| selection.contains(event);
        assert!(has(Selection::new()), "{event}");
        for severity in Severity::ALL.iter().copied() {
            assert_eq!(has(Selection::new().at_least(severity)), event.severity() >= severity, "{event}");
        }
        for scenario in Scenario::ALL.iter().copied() {
            assert_eq!(has(Selection::new().scenario(scenario)), event.scenario() == scenario, "{event}");
            let either = Selection::new().scenario(scenario).scenario(event.scenario());
            assert!(has(either), "{event}");
            let twice = Selection::new().scenario(scenario).scenario(scenario);
            assert_eq!(twice, Selection::new().scenario(scenario));
        }
        for outcome in Outcome::ALL.iter().copied() {
            assert_eq!(has(Selection::new().outcome(outcome)), event.outcome() == outcome, "{event}");
        }
        for channel in Channel::ALL.iter().copied() {
            assert_eq!(has(Selection::new().channel(channel)), event.channel() == Some(channel), "{event}");
        }
        for age in [Generation::Legacy, Generation::Unified] {
            assert_eq!(has(Selection::new().generation(age)), event.generation() == age, "{event}");
        }
        for other in ConnectorEvent::ALL.iter().copied() {
            assert_eq!(has(Selection::new().event(other)), event == other, "{event} {other}");
        }
    }
}

#[test]
fn ids_are_those_of_the_selection() {
    for selection in selections() {
        let mut ids: Vec<u16> = selection.events().map(ConnectorEvent::id).collect();
        ids.sort_unstable();
        let printed: Vec<u16> = selection.ids().to_string().lines().map(|id| id.parse().unwrap()).collect();
        assert_eq!(printed, ids);
        let folded = selection.ids().folded().to_string();
        let unfolded: Vec<u16> = folded
            .lines()
            .flat_map(|line| {
                let (first, last) = line.split_once('-').unwrap_or((line, line));
                first.parse::<u16>().unwrap()..=last.parse().unwrap()
            })
            .collect();
        assert_eq!(unfolded, ids, "{folded}");
    }
}

/// Evaluates expressions with an XPath engine over event XML.
fn matched_by_xpath<'a>(expressions: impl Iterator<Item = &'a str>) -> BTreeSet<Record> {
    let records: Vec<Record> = records().collect();
    let events: String = records
        .iter()
        .enumerate()
        .map(|(at, (log, id, level))| {
            format!("<Event at=\"{at}\"><System><EventID>{id}</EventID><Level>{level}</Level><Channel>{log}</Channel></System></Event>")
        })
        .collect();
    let package = sxd_document::parser::parse(&format!("<Events>{events}</Events>")).unwrap();
    let document = package.as_document();
    let root = document.root().children()[0].element().unwrap();
    let mut matched = BTreeSet::new();
    for expression in expressions {
        let path = sxd_xpath::Factory::new().build(expression).unwrap().unwrap();
        let value = path.evaluate(&sxd_xpath::Context::new(), root).unwrap();
        let sxd_xpath::Value::Nodeset(found) = value else { panic!("{expression} gives no events") };
        for node in found.document_order() {
            let element = node.element().unwrap();
            let at: usize = element.attribute_value("at").unwrap().parse().unwrap();
            matched.insert(records[at]);
        }
    }
    matched
}

/// What Windows knows of XPath, and how many comparisons it takes; returns how many there are.
#[track_caller]
fn assert_is_for_windows(expression: &str) -> usize {
    let inner =
        expression.strip_prefix("*[System[Channel='").and_then(|it| it.strip_suffix("]]")).expect(expression);
    let (_, conditions) = inner.split_once("' and ").expect(expression);
    let words = conditions.replace(['(', ')'], " ");
    let mut comparisons = 1;
    for word in words.split_whitespace().filter(|word| !["and", "or"].contains(word)) {
        let (name, rest) = word.split_at(word.find(['=', '<', '>']).expect(expression));
        assert!(["EventID", "Level"].contains(&name), "{expression}");
        let number = rest.trim_start_matches(['<', '>', '=']);
        assert!(number.parse::<u16>().is_ok(), "{expression}");
        comparisons += 1;
    }
    assert!(comparisons <= 20, "{comparisons} comparisons: {expression}");
    comparisons
}

#[test]
fn xpath_keeps_to_what_windows_reads() {
    let mut longest = 0;
    for selection in selections() {
        for selection in [selection, selection.and_undocumented()] {
            let query = selection.xpath().to_string();
            longest = query.lines().map(assert_is_for_windows).fold(longest, usize::max);
        }
    }
    assert_eq!(longest, 20, "none holds as many as there may be");
}

#[test]
fn xpath_matches_what_is_selected() {
    for selection in some_selections() {
        let query = selection.xpath().to_string();
        assert_matches(&matched_by_xpath(query.lines()), &selection, false, &query);
    }
    for selection in [Selection::new(), Selection::new().at_least(Severity::Error).channel(Channel::Admin)] {
        let query = selection.and_undocumented().xpath().to_string();
        assert_matches(&matched_by_xpath(query.lines()), &selection, true, &query);
    }
}

#[test]
fn a_structured_query_holds_the_same_expressions() {
    for selection in selections() {
        for path in [None, Some("file://C:\\a & b\\<\"logs\">.evtx")] {
            let list = selection.query_list();
            let text = path.map_or_else(|| list.to_string(), |path| list.at(path).to_string());
            let package = sxd_document::parser::parse(&text).unwrap();
            let list = package.as_document().root().children()[0].element().unwrap();
            let mut expressions = String::new();
            for (number, query) in list.children().iter().filter_map(|child| child.element()).enumerate() {
                assert_eq!(query.attribute_value("Id"), Some(&*number.to_string()));
                for select in query.children().iter().filter_map(|child| child.element()) {
                    let expression: String = select
                        .children()
                        .iter()
                        .filter_map(|child| child.text())
                        .map(|text| text.text())
                        .collect();
                    let own = LOGS
                        .into_iter()
                        .find(|log| expression.contains(&format!("Channel='{log}'")))
                        .unwrap();
                    assert_eq!(select.attribute_value("Path"), Some(path.unwrap_or(own)));
                    assert_eq!(query.attribute_value("Path"), Some(path.unwrap_or(own)));
                    expressions += &(expression + "\n");
                }
            }
            assert_eq!(expressions, selection.xpath().to_string());
        }
    }
}

/// The numbers of a list such as `1, 2, 3`.
fn numbers(list: &str) -> Vec<u32> {
    list.split(',').map(|number| number.trim().parse().expect(list)).collect()
}

/// What stands between two marks.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let (_, rest) = text.split_once(open)?;
    Some(rest.split_once(close)?.0)
}

#[test]
fn powershell_matches_what_is_selected() {
    for (selection, undocumented) in each_way() {
        let command = selection.powershell().to_string();
        assert_eq!(command == "@()\n", selection.events().next().is_none(), "{command}");
        let others: Vec<(&str, Vec<u32>)> = command
            .split("$_.LogName -eq '")
            .skip(1)
            .map(|part| {
                (part.split_once('\'').unwrap().0, numbers(between(part, "$_.Id -in ", ")").unwrap()))
            })
            .collect();
        let is_other = |log: &str, id: &u32| others.iter().any(|(its, ids)| *its == log && ids.contains(id));
        let mut matched = BTreeSet::new();
        for filter in command.lines().filter(|line| line.contains("@{")) {
            let log = between(filter, "LogName = '", "'").unwrap();
            let ids = between(filter, "; Id = ", " }").map(numbers);
            let levels = between(filter, "; Level = ", " }").map(numbers);
            assert!(ids.as_ref().is_none_or(|ids| ids.len() <= 20), "{filter}");
            assert!(ids.is_some() != levels.is_some(), "{filter}");
            matched.extend(records().filter(|(its, id, level)| {
                let one_of =
                    |list: &Option<Vec<u32>>, number| list.as_ref().is_none_or(|list| list.contains(&number));
                *its == log && one_of(&ids, *id) && one_of(&levels, u32::from(*level)) && !is_other(its, id)
            }));
        }
        assert_matches(&matched, &selection, undocumented, &command);
    }
}

#[test]
fn kql_matches_what_is_selected() {
    for (selection, undocumented) in each_way() {
        let query = selection.kql().to_string();
        assert!(query.starts_with("Event\n| where "), "{query}");
        let mut matched = BTreeSet::new();
        for clause in query.lines().filter(|line| line.contains("EventLog =~")) {
            let log = between(clause, "EventLog =~ \"", "\"").unwrap();
            let ids = numbers(between(clause, "EventID in (", ")").unwrap());
            let others = between(clause, "EventID !in (", ")").map(numbers);
            matched.extend(records().filter(|(its, id, level)| {
                let unknown = others.as_ref().is_some_and(|others| !others.contains(id)) && *level <= 3;
                *its == log && (ids.contains(id) || unknown)
            }));
        }
        assert_matches(&matched, &selection, undocumented, &query);
    }
}

#[test]
fn splunk_matches_what_is_selected_in_either_source_type() {
    for (selection, undocumented) in each_way() {
        let query = selection.splunk().to_string();
        for (channel, field) in [("LogName", "EventCode"), ("Channel", "EventID")] {
            let mut matched = BTreeSet::new();
            for log in LOGS {
                let Some(start) = query.find(&format!("{channel}=\"{log}\"")) else { continue };
                let clause = &query[start..];
                let ids = numbers(between(clause, &format!("{field} IN ("), ")").unwrap());
                let clause = clause.split_once('\n').unwrap().0;
                let clause = clause.split_once(" OR (Channel=").map_or(clause, |(first, _)| first);
                let others = between(clause, &format!("NOT {field} IN ("), ")").map(numbers);
                matched.extend(records().filter(|(its, id, level)| {
                    let unknown = others.as_ref().is_some_and(|others| !others.contains(id)) && *level <= 3;
                    *its == log && (ids.contains(id) || unknown)
                }));
            }
            assert_matches(&matched, &selection, undocumented, &query);
        }
        assert!(!query.contains("SourceName"), "{query}");
    }
}

/// The documents of a Sigma file.
fn sigma(selection: &Selection) -> Vec<Value> {
    let text = selection.sigma().to_string();
    let documents = serde_yaml::Deserializer::from_str(&text);
    let documents = documents.map(|document| serde::Deserialize::deserialize(document).expect(&text));
    // No events give no rules, which YAML reads as one document of nothing.
    documents.filter(|document: &Value| !document.is_null()).collect()
}

fn list(value: &Value) -> Vec<u32> {
    value.as_sequence().unwrap().iter().map(|id| id.as_u64().unwrap().try_into().unwrap()).collect()
}

/// What Sigma's own schema demands.
#[test]
fn sigma_rules_are_valid() {
    let schema = serde_json::from_str(include_str!("query/sigma.schema.json")).unwrap();
    let schema = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    let mut any = None;
    for (selection, _) in each_way() {
        for rule in sigma(&selection) {
            let rule = serde_json::to_value(rule).unwrap();
            let errors: Vec<String> = schema.iter_errors(&rule).map(|error| error.to_string()).collect();
            assert!(errors.is_empty(), "{errors:?}\n{rule}");
            any = Some(rule);
        }
    }
    // The schema does find what is wrong.
    let rule = any.unwrap();
    for (key, wrong) in [("id", "1"), ("status", "new"), ("level", "error"), ("date", "2026-13-01")] {
        let mut rule = rule.clone();
        rule[key] = wrong.into();
        assert!(!schema.is_valid(&rule), "{key}: {wrong}");
    }
    for key in ["title", "logsource", "detection"] {
        let mut rule = rule.clone();
        rule.as_object_mut().unwrap().remove(key);
        assert!(!schema.is_valid(&rule), "{key}");
    }
}

/// What SigmaHQ demands beyond it.
#[test]
fn sigma_rules_follow_the_conventions() {
    for (selection, _) in each_way() {
        for rule in sigma(&selection) {
            let keys: Vec<&str> =
                rule.as_mapping().unwrap().keys().map(|key| key.as_str().unwrap()).collect();
            let order =
                "title id status description references author date logsource detection falsepositives level";
            assert_eq!(keys.join(" "), order);
            assert!(rule["title"].as_str().unwrap().len() <= 100);
            assert_eq!(rule["status"], "experimental");
            assert_eq!(rule["logsource"]["product"], "windows");
            let detection = rule["detection"].as_mapping().unwrap();
            assert!(detection.keys().any(|key| key.as_str().unwrap().starts_with("selection_")), "{rule:?}");
            assert!(rule["logsource"]["service"].is_null() && rule["logsource"]["definition"].is_string());
            // A UUID of a version that leaves its content to its maker.
            let id = rule["id"].as_str().unwrap();
            assert!(id[14..].starts_with('8') && id == id.to_lowercase(), "{id}");
            let references = rule["references"].as_sequence().unwrap();
            assert!(references.iter().all(|it| it.as_str().unwrap().starts_with("https://")));
        }
    }
}

#[test]
fn sigma_rules_match_what_is_selected() {
    for (selection, undocumented) in each_way() {
        let mut matched = BTreeSet::new();
        let rules = sigma(&selection);
        for rule in &rules {
            let detection = rule["detection"].as_mapping().unwrap();
            let part = |prefix: &str, (log, id, level): &Record| {
                detection.iter().filter(|(name, _)| name.as_str().unwrap().starts_with(prefix)).any(
                    |(_, part)| {
                        let ids = part.get("EventID").map(list);
                        let levels = part.get("Level").map(list);
                        part["Channel"] == *log
                            && ids.is_none_or(|ids| ids.contains(id))
                            && levels.is_none_or(|levels| levels.contains(&u32::from(*level)))
                    },
                )
            };
            let filtered =
                detection["condition"].as_str().unwrap() == "1 of selection_* and not 1 of filter_*";
            assert!(filtered || detection["condition"] == "1 of selection_*");
            matched
                .extend(records().filter(|it| part("selection_", it) && !(filtered && part("filter_", it))));
        }
        assert_matches(&matched, &selection, undocumented, &selection.sigma().to_string());
        let ids: BTreeSet<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
        assert_eq!(ids.len(), rules.len(), "each rule has its own id");
    }
}

#[test]
fn a_rule_keeps_its_id_and_other_rules_have_others() {
    let id = |selection: Selection| sigma(&selection)[0]["id"].as_str().unwrap().to_owned();
    let selection = Selection::new().at_least(Severity::Error).scenario(Scenario::Scep);
    assert_eq!(id(selection), id(Selection::new().scenario(Scenario::Scep).at_least(Severity::Error)));
    assert_ne!(id(selection), id(selection.channel(Channel::Admin)));
}
