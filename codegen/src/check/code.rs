//! Codes and how they are written.

use super::case::Case;
use super::read::Node;
use super::rust_name;
use super::sink::{Said, Sink, did_you_mean};
use crate::likeness::nearest;
use crate::load::Mark;
use crate::model::{Code, CodeFormat, CodeType, Notation, digits_in};
use crate::naming::composed;
use crate::problem::{Problem, Rule, quote};
use crate::schema;

/// Reads the format of an enum's codes; `None` if it is too broken to judge codes by.
pub(super) fn format(sink: &Sink, format: &schema::CodeFormat, mark: &Mark) -> Option<CodeFormat> {
    let node = Node::new(sink, mark, schema::CodeFormat::KEYS, &format.other);
    let ty = node.needed_text("type", &format.r#type).and_then(|said| code_type(sink, said));
    let notation = node.text("notation", &format.notation);
    let method = node.text("method", &format.method);
    let method = method.filter(|said| accessor(sink, *said)).map_or("code", |said| said.text);
    let noun = node.text("noun", &format.noun).map_or("code", |said| said.text);
    let ty = ty?;
    let notation = match (&format.notation, notation) {
        (schema::Field::Missing, _) => Some(Notation::Plain),
        (_, said) => said.and_then(|said| read_notation(sink, said, ty)),
    };
    Some(CodeFormat { ty, notation: notation?, method: composed(method), noun: noun.to_owned() })
}

/// Whether a name can be that of the method that returns the code, and of the one with `from_` in front.
fn accessor(sink: &Sink, said: Said<'_>) -> bool {
    let is_good = rust_name::method(sink, said);
    let way_back = format!("from_{}", said.text);
    if is_good && Case::Snake.has(said.text) && !Case::Snake.has(&way_back) {
        let message =
            format!("{} gives the method `{way_back}`, which is not in `snake_case`", quote(said.text));
        let problem = Problem::new(Rule::NameCase, said.span, message);
        sink.push(problem.help("begin it with a letter"));
    }
    is_good
}

fn code_type(sink: &Sink, said: Said<'_>) -> Option<CodeType> {
    let known = CodeType::ALL.iter().find(|(word, _)| *word == said.text);
    if known.is_none() {
        let words: Vec<&str> = CodeType::ALL.iter().map(|(word, _)| *word).collect();
        let near = nearest(said.text, words.iter().copied());
        let problem =
            Problem::new(Rule::UnknownCodeType, said.span, format!("codes cannot be {}", quote(said.text)));
        sink.push(problem.label("no type of codes").help(did_you_mean(near, &words)).instead(near));
    }
    known.map(|(_, ty)| *ty)
}

fn read_notation(sink: &Sink, said: Said<'_>, ty: CodeType) -> Option<Notation> {
    let notation = match said.text {
        "decimal" => Some(Notation::Plain),
        text => hex_width(text).map(|width| Notation::Hex { width }),
    };
    let problem = match notation {
        Some(Notation::Hex { .. }) if ty == CodeType::Text => {
            Problem::new(Rule::BadNotation, said.span, "codes that are texts have no notation")
                .help("remove `notation`: a text is written as it is")
        }
        Some(notation) => return Some(notation),
        None => Problem::new(Rule::BadNotation, said.span, format!("unknown notation {}", quote(said.text)))
            .help("write `decimal`, `0x%X`, or `0x%08X` with a width from 1 to 16"),
    };
    sink.push(problem);
    None
}

/// `0x%08X` has width 8, `0x%X` has width 1.
fn hex_width(notation: &str) -> Option<u8> {
    let padding = notation.strip_prefix("0x%")?.strip_suffix('X')?;
    if padding.is_empty() {
        return Some(1);
    }
    let width = padding.strip_prefix('0').filter(|width| !width.starts_with(['0', '+']))?;
    width.parse().ok().filter(|width| (1..=16).contains(width))
}

/// Reads a code as its format says; the rest is reported.
pub(super) fn read(sink: &Sink, said: Said<'_>, format: &CodeFormat) -> Option<Code> {
    if format.ty == CodeType::Text {
        return text_code(sink, said);
    }
    let meant = meant(said.text, format);
    if meant.is_empty() {
        let problem =
            Problem::new(Rule::BadCode, said.span, format!("code {} is not a number", quote(said.text)));
        sink.push(problem.help(format!("write it like `{}`", format.write(&Code::Number(42)))));
        return None;
    }
    let fitting: Vec<i128> =
        meant.into_iter().flatten().filter(|number| format.ty.bounds().contains(number)).collect();
    let written = |number: &i128| format.write(&Code::Number(*number));
    let help = match fitting.as_slice() {
        [] => {
            let message = format!("code {} does not fit into `{}`", quote(said.text), format.ty.word());
            let problem = Problem::new(Rule::CodeOutOfType, said.span, message);
            sink.push(problem.label(format!("not in {:?}", format.ty.bounds())));
            return None;
        }
        [number] if written(number) == said.text => return Some(Code::Number(*number)),
        [decimal, hexadecimal, ..] if decimal != hexadecimal => {
            format!("write `{}` if it is decimal, `{}` if not", written(decimal), written(hexadecimal))
        }
        [number, ..] => format!("write `{}`", written(number)),
    };
    let message = format!("code {} is not written as its notation says", quote(said.text));
    let problem = Problem::new(Rule::BadCode, said.span, message).help(help);
    // Where the number is certain all the same, what else is wrong with it comes in the same run.
    let number = fitting.first().filter(|first| fitting.iter().all(|number| number == *first));
    sink.push(problem.instead(number.map(written)));
    number.map(|number| Code::Number(*number))
}

fn text_code(sink: &Sink, said: Said<'_>) -> Option<Code> {
    if !said.text.contains(char::is_whitespace) {
        return Some(Code::Text(said.text.to_owned()));
    }
    let problem =
        Problem::new(Rule::BadCode, said.span, format!("code {} has white space in it", quote(said.text)));
    sink.push(problem.help("write it without: in `code name` the white space ends the code"));
    None
}

/// The numbers that the author may have meant, `None` for one that is too large to be any code: two where digits may be
/// decimal, or hexadecimal without their `0x`.
fn meant(text: &str, format: &CodeFormat) -> Vec<Option<i128>> {
    let text = text.trim();
    let (negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let plain: String = text.chars().filter(|char| !matches!(char, '_' | ' ')).collect();
    let prefixed = plain.strip_prefix("0x").or_else(|| plain.strip_prefix("0X"));
    let hexadecimal = |digits| Some(digits_in(digits, 16)?.map(|number| format.ty.complement(number)));
    let decimal = || digits_in(&plain, 10);
    let meant = match (prefixed, format.notation) {
        (Some(digits), _) => [hexadecimal(digits), None],
        // Hexadecimal digits have no sign.
        (None, Notation::Hex { .. }) if !negative => [decimal(), hexadecimal(&plain)],
        (None, _) => [decimal(), None],
    };
    let signed = |number: Option<i128>| number.map(|number| if negative { -number } else { number });
    meant.into_iter().flatten().map(signed).collect()
}
