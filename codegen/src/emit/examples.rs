//! Examples for the files that are the same for every catalogue: they need an enum to show something with.
//!
//! A line `/// @example NAME` in such a file becomes the example of that name.

use super::context::{Context, code_source};
use crate::model::{Code, CodeFormat, Entry};

/// What begins the line that an example replaces.
const MARK: &str = "/// @example ";

/// Replaces the marks of a file; without an enum to show, they go together with the blank line above.
pub fn fill(text: &str, shown: Option<&Shown<'_>>) -> Result<String, String> {
    let mut lines: Vec<String> = Vec::new();
    for line in text.lines() {
        let Some(name) = line.trim_start().strip_prefix(MARK) else {
            lines.push(line.to_owned());
            continue;
        };
        let indent = &line[..line.len() - line.trim_start().len()];
        let example = shown.map(|shown| shown.example(name)).transpose()?.flatten();
        match example {
            Some(code) => {
                lines.extend(code.lines().map(|line| format!("{indent}/// {line}").trim_end().to_owned()))
            }
            None => drop(lines.pop()),
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// The enum that examples show: the first whose codes are numbers.
pub struct Shown<'a> {
    context: &'a Context<'a>,
    format: &'a CodeFormat,
    entry: &'a Entry,
    free: Option<i128>,
}

impl<'a> Shown<'a> {
    /// Prepares an enum; `None` if its codes are not numbers.
    pub fn new(context: &'a Context<'a>) -> Option<Self> {
        let (format, _) = context.numeric()?;
        Some(Self { context, format, entry: context.showcase(), free: free_number(context, format) })
    }

    /// The example of a name; `None` if this enum cannot show it.
    fn example(&self, name: &str) -> Result<Option<String>, String> {
        let imports: &[&str] = match name {
            _ if name.starts_with("or_unknown") => &["OrUnknown"],
            _ if name.starts_with("entry") => &["Entry"],
            _ if name.starts_with("as_code") => &["as_code"],
            "source" => &["SOURCES"],
            _ => &[],
        };
        Ok(self.lines(name)?.map(|lines| self.with_imports(imports, &lines)))
    }

    /// The same without its imports.
    fn lines(&self, name: &str) -> Result<Option<Vec<String>>, String> {
        let (ty, path, item) = (self.ty(), self.path(), self.context.item);
        let (entry_name, noun) = (&self.entry.name, &self.format.noun);
        let line = match name {
            "or_unknown" => return Ok(self.or_unknown()),
            "or_unknown_from_code" => return Ok(self.or_unknown_from_code()),
            "or_unknown_code" => return Ok(self.or_unknown_code()),
            "or_unknown_known" => return Ok(Some(self.or_unknown_known())),
            "entry" => return Ok(Some(self.generic())),
            "entry_all" => format!("assert_eq!(<{ty} as Entry>::ALL, {ty}::ALL);"),
            "entry_noun" => format!("assert_eq!({ty}::NOUN, {noun:?});"),
            "entry_spellings" => format!("assert!({ty}::SPELLINGS.contains(&{entry_name:?}));"),
            "entry_code" => format!("assert_eq!(Entry::code({path}), {});", self.code()),
            "entry_from_code" => self.entry_from_code(),
            "entry_name" => format!("assert_eq!(Entry::name({path}), {entry_name:?});"),
            "entry_severity" => self.entry_option("severity", item.has_severity()),
            "entry_description" => self.entry_option("description", item.has_description()),
            "entry_write_code" => return Ok(self.write_code()),
            "unknown_code" => return Ok(self.unknown_code()),
            "unknown_code_number" => {
                let line = "assert_eq!({ty}::try_from({free}).unwrap_err().number(), Some({number}));";
                return Ok(self.on_free(line));
            }
            "unknown_code_magnitude" => {
                format!("assert_eq!({ty}::try_from(u128::MAX).unwrap_err().magnitude(), u128::MAX);")
            }
            "parse_number" => {
                let line = "assert_eq!(\"{written}\".parse::<{ty}>().unwrap_err().number(), Some({number}));";
                return Ok(self.on_free(line));
            }
            "as_code" => return Ok(Some(self.as_code())),
            "as_code_serialize" => return Ok(Some(self.as_code_serialize())),
            "as_code_option" => return Ok(Some(self.as_code_option())),
            "deprecation" => return Ok(Some(self.deprecation())),
            "source" => "assert!(SOURCES.iter().all(|source| source.date.len() == 10));".to_owned(),
            _ => return Err(format!("no example is called {name}")),
        };
        Ok(Some(vec![line]))
    }

    fn with_imports(&self, imports: &[&str], lines: &[String]) -> String {
        let imports: Vec<String> = imports.iter().map(|import| (*import).to_owned()).collect();
        let needs_enum = lines.iter().any(|line| line.contains(self.ty()));
        match needs_enum {
            true => self.context.example_with(&imports, lines),
            false => self.context.example_without_enum(&imports, lines),
        }
    }

    fn ty(&self) -> &str {
        &self.context.item.name
    }

    fn path(&self) -> String {
        self.context.shown(self.entry)
    }

    fn code(&self) -> String {
        self.entry.code.as_ref().map(|code| code_source(self.format, code)).unwrap_or_default()
    }

    fn free(&self) -> Option<String> {
        Some(code_source(self.format, &Code::Number(self.free?)))
    }

    /// The same where only its type tells which conversion is meant.
    fn typed_free(&self) -> Option<String> {
        Some(format!("{}_{}", self.free()?, self.format.ty.word()))
    }

    fn written(&self) -> Option<String> {
        Some(self.format.write(&Code::Number(self.free?)))
    }

    /// Fills in an undocumented code.
    fn on_free(&self, template: &str) -> Option<Vec<String>> {
        let line = template
            .replace("{ty}", self.ty())
            .replace("{free}", &self.typed_free()?)
            .replace("{written}", &self.written()?)
            .replace("{number}", &self.free?.to_string());
        Some(vec![line])
    }

    fn or_unknown(&self) -> Option<Vec<String>> {
        let (ty, code, path) = (self.ty(), self.code(), self.path());
        Some(vec![
            format!("let documented = OrUnknown::<{ty}>::from({code});"),
            format!("assert_eq!(documented, {path});"),
            format!("let other = OrUnknown::<{ty}>::from({});", self.free()?),
            format!("assert_eq!(other.known(), None);"),
            format!("assert_eq!(other.to_string(), {:?});", self.written()?),
        ])
    }

    fn or_unknown_from_code(&self) -> Option<Vec<String>> {
        let (ty, free) = (self.ty(), self.free()?);
        Some(vec![
            format!("const CODE: OrUnknown<{ty}> = OrUnknown::from_code({free});"),
            format!("assert_eq!(CODE, OrUnknown::from({free}));"),
        ])
    }

    fn or_unknown_code(&self) -> Option<Vec<String>> {
        let (ty, free) = (self.ty(), self.free()?);
        Some(vec![format!("assert_eq!(OrUnknown::<{ty}>::from({free}).code(), {free});")])
    }

    fn or_unknown_known(&self) -> Vec<String> {
        let (ty, code, path) = (self.ty(), self.code(), self.path());
        vec![format!("assert_eq!(OrUnknown::<{ty}>::from({code}).known(), Some({path}));")]
    }

    fn generic(&self) -> Vec<String> {
        let string = if self.ty() == "String" { "std::string::String" } else { "String" };
        vec![
            format!("fn title<E: Entry>(entry: E) -> {string} {{"),
            "    format!(\"{} {entry:#}\", E::NOUN)".to_owned(),
            "}".to_owned(),
            String::new(),
            format!("assert_eq!(title({}), {:?});", self.path(), self.title()),
        ]
    }

    fn title(&self) -> String {
        let code = self.context.item.written_code(self.entry).unwrap_or_default();
        format!("{} {code} {}", self.format.noun, self.entry.name)
    }

    fn entry_from_code(&self) -> String {
        format!("assert_eq!(<{} as Entry>::from_code({}), Some({}));", self.ty(), self.code(), self.path())
    }

    fn entry_option(&self, method: &str, present: bool) -> String {
        let path = self.path();
        match present {
            true => format!("assert_eq!(Entry::{method}({path}), Some({path}.{method}()));"),
            false => format!("assert_eq!(Entry::{method}({path}), None);"),
        }
    }

    fn write_code(&self) -> Option<Vec<String>> {
        let (ty, free, written) = (self.ty(), self.free()?, self.written()?);
        Some(self.printed(self.format.ty.word(), &format!("{ty}::write_code(self.0, f)"), &free, &written))
    }

    /// What a function writes into a formatter.
    fn printed(&self, ty: &str, call: &str, value: &str, text: &str) -> Vec<String> {
        // An enum of the same name is imported.
        let wrapper = if self.ty() == "Code" { "AnyCode" } else { "Code" };
        vec![
            format!("struct {wrapper}({ty});"),
            String::new(),
            format!("impl std::fmt::Display for {wrapper} {{"),
            "    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {".to_owned(),
            format!("        {call}"),
            "    }".to_owned(),
            "}".to_owned(),
            String::new(),
            format!("assert_eq!({wrapper}({value}).to_string(), {text:?});"),
        ]
    }

    fn unknown_code(&self) -> Option<Vec<String>> {
        let item = self.context.item;
        let message = format!(
            "{} is not {}; expected one of {} from {} to {}",
            self.written()?,
            self.context.noun_with_article(),
            item.entries.len(),
            item.written_code(item.entries.first()?)?,
            item.written_code(item.entries.last()?)?
        );
        Some(vec![
            format!("let error = {}::try_from({}).unwrap_err();", self.ty(), self.typed_free()?),
            format!("assert_eq!(error.to_string(), {message:?});"),
        ])
    }

    fn as_code(&self) -> Vec<String> {
        let ty = self.format.ty.word();
        let reader = format!("{}Deserializer", ty.to_uppercase());
        // An enum of the same name is imported.
        let imported = |name: &str| match name == self.ty() {
            true => (format!("{name} as Reader"), "Reader".to_owned()),
            false => (name.to_owned(), name.to_owned()),
        };
        let (import, maker) = imported("IntoDeserializer");
        let (import_reader, reader) = imported(&reader);
        vec![
            format!("use serde_core::de::{import};"),
            format!("use serde_core::de::value::{import_reader};"),
            String::new(),
            format!(
                "let number: {reader}<serde_core::de::value::Error> = {maker}::into_deserializer({}_{ty});",
                self.code()
            ),
            format!("assert_eq!(as_code::deserialize(number), Ok({}));", self.path()),
        ]
    }

    /// A formatter is a serializer, too.
    fn as_code_serialize(&self) -> Vec<String> {
        let code = match self.entry.code {
            Some(Code::Number(code)) => code.to_string(),
            _ => String::new(),
        };
        self.printed(self.ty(), "as_code::serialize(&self.0, f)", &self.path(), &code)
    }

    fn as_code_option(&self) -> Vec<String> {
        vec![
            "let nothing = serde_core::de::value::UnitDeserializer::<serde_core::de::value::Error>::new();"
                .to_owned(),
            format!("assert_eq!(as_code::option::deserialize(nothing), Ok(None::<{}>));", self.ty()),
        ]
    }

    fn deprecation(&self) -> Vec<String> {
        let deprecated =
            self.context.item.entries.iter().find_map(|entry| Some((entry, entry.deprecated.as_ref()?)));
        match deprecated {
            // The text of an example, which runs as a test: there a panic is the right answer.
            Some((entry, deprecation)) => vec![format!(
                "assert_eq!({}.deprecated().unwrap().since, {:?});",
                self.context.shown(entry),
                deprecation.since
            )],
            None => vec![format!("assert_eq!({}.deprecated(), None);", self.path())],
        }
    }
}

/// A code that no entry has: the next one after the showcase's that is free and positive.
pub fn free_number(context: &Context<'_>, format: &CodeFormat) -> Option<i128> {
    let taken = |number| context.item.entries.iter().any(|entry| entry.code == Some(Code::Number(number)));
    let Some(Code::Number(start)) = context.showcase().code else { return None };
    let bits = format.ty.bits() - u32::from(format.ty.is_signed());
    (start.max(0)..1 << bits).find(|number| !taken(*number))
}
