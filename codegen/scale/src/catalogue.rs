//! A catalogue of any size, always the same: two languages, and four relations an entry.

/// An entry, as all shapes write it.
pub struct Entry {
    pub code: usize,
    pub name: String,
    pub severity: &'static str,
    pub texts: [String; 4],
}

/// Codes are sparse, names have a common part and a part of their own.
pub fn entries(count: usize) -> impl Iterator<Item = Entry> {
    (0..count).map(|at| Entry {
        code: 1_000 + at * 7 + at % 5,
        name: format!("Component{}_Operation_{at}_Failed", at % 50),
        severity: ["information", "warning", "error"][at % 3],
        texts: [
            format!("Operation {at} of component {} did not come to its end.", at % 50),
            format!("Операция {at} компонента {} не завершилась.", at % 50),
            format!("Look at the log of component {} and start operation {at} again.", at % 50),
            format!("Проверьте журнал компонента {} и повторите операцию {at}.", at % 50),
        ],
    })
}

pub fn yaml(count: usize, large: bool) -> String {
    let mut text = format!(
        "\
path: scale
version: \"1\"
locales: [en, ru]
enums:
  - name: Fault
    doc: What can go wrong.
    large: {large}
    code: {{ type: u32 }}
    fields:
      causes: {{ list_of: Fault, inverse: effects, doc: What it may come from., inverse_doc: What may come from it. }}
    entries:
"
    );
    let names: Vec<String> = entries(count).map(|entry| entry.name).collect();
    for (at, entry) in entries(count).enumerate() {
        let Entry { code, name, severity, texts: [en, ru, advice, advice_ru] } = entry;
        let causes: Vec<&str> = [1, 3, 11, 17].map(|step| names[(at + step) % count].as_str()).to_vec();
        text += &format!(
            "      - code: {code}\n        name: {name}\n        severity: {severity}\n        \
             description: {{ en: \"{en}\", ru: \"{ru}\" }}\n        \
             remediation: {{ en: \"{advice}\", ru: \"{advice_ru}\" }}\n        causes: [{}]\n",
            causes.join(", ")
        );
    }
    text
}
