//! The same enum as people write it today; without relations, for which there is no usual form.

use crate::catalogue::{Entry, entries};

/// With derives of the standard library and of `strum`.
pub fn derives(count: usize) -> String {
    let variant = |entry: Entry| {
        let Entry { code, name, texts: [en, _, advice, _], .. } = entry;
        format!(
            "    #[strum(serialize = {name:?}, message = {en:?}, detailed_message = {advice:?})]\n    {} = {code},\n",
            name.replace('_', "")
        )
    };
    let variants: String = entries(count).map(variant).collect();
    format!(
        "#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]\n\
         #[derive(strum::Display, strum::EnumString, strum::FromRepr, strum::EnumIter, strum::EnumMessage)]\n\
         #[strum(ascii_case_insensitive)]\n#[repr(u32)]\npub enum Fault {{\n{variants}}}\n"
    )
}

/// With a `match` for each method.
pub fn matches(count: usize) -> String {
    let variant = |name: &str| name.replace('_', "");
    let variants: String =
        entries(count).map(|entry| format!("    {} = {},\n", variant(&entry.name), entry.code)).collect();
    let method = |head: &str, arm: &dyn Fn(Entry) -> String, rest: &str| {
        let arms: String = entries(count).map(|entry| format!("            {},\n", arm(entry))).collect();
        format!("    pub fn {head} {{\n        match it {{\n{arms}{rest}        }}\n    }}\n")
    };
    let none = "            _ => None,\n";
    let mut methods = method(
        "from_code(it: u32) -> Option<Self>",
        &|it| format!("{} => Some(Self::{})", it.code, variant(&it.name)),
        none,
    );
    methods += &method(
        "from_name(it: &str) -> Option<Self>",
        &|it| format!("{:?} => Some(Self::{})", it.name, variant(&it.name)),
        none,
    );
    methods += &method(
        "name(it: Self) -> &'static str",
        &|it| format!("Self::{} => {:?}", variant(&it.name), it.name),
        "",
    );
    methods += &method(
        "severity(it: Self) -> u8",
        &|it| format!("Self::{} => {}", variant(&it.name), it.severity.len() % 3),
        "",
    );
    for (at, text) in
        ["description", "description_ru", "remediation", "remediation_ru"].into_iter().enumerate()
    {
        let head = format!("{text}(it: Self) -> &'static str");
        methods += &method(&head, &|it| format!("Self::{} => {:?}", variant(&it.name), it.texts[at]), "");
    }
    format!(
        "#[derive(Clone, Copy, PartialEq, Eq)]\n#[repr(u32)]\npub enum Fault {{\n{variants}}}\n\nimpl Fault {{\n{methods}}}\n"
    )
}
