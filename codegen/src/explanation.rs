//! What each of the generator's messages means, at more length than a message has room for.

use crate::problem::Rule;

/// Why the rule is there and what to do, in a few sentences.
///
/// ```
/// use catalogue_codegen::explanation::explanation;
/// use catalogue_codegen::problem::Rule;
///
/// assert!(explanation(Rule::EmptyFile).contains("catalogue new"));
/// ```
pub fn explanation(rule: Rule) -> &'static str {
    match rule {
        Rule::Syntax => {
            "The YAML library could not read the file. Common reasons are a tab in the indentation, a line that is \
             indented less than its neighbours, a quotation mark without its partner, and a plain text with `: ` or \
             ` #` in it, which needs quotes."
        }
        Rule::EmptyFile => {
            "A catalogue needs at least `path`, `version` and `enums`; `catalogue new` writes one to begin with."
        }
        Rule::NotAMapping => {
            "The file must hold keys with values, such as `path: my_crate`; it holds a list or a single value."
        }
        Rule::TooDeep => {
            "No catalogue nests values this deeply. Most often a bracket or an indentation is wrong further up."
        }
        Rule::Anchor | Rule::Alias | Rule::MergeKey => {
            "Anchors, aliases and merge keys let one place of the file change another, which hides from a reader what an \
             entry says. Write the value where it belongs."
        }
        Rule::Tag => {
            "Every value is read as text and judged by its key, so there is nothing that a tag such as `!!str` could add."
        }
        Rule::SecondDocument => {
            "`---` begins a second document, and a catalogue is one. Put the enums of both under one `enums`."
        }
        Rule::DuplicateKey => {
            "A mapping has each key once; of two values nobody could say which one counts. Remove or join them."
        }
        Rule::KeyNotText => {
            "Keys are words. A list or a mapping in the place of a key is mostly a missing colon or a stray `?`."
        }
        Rule::MissingValue => {
            "The key has no default, so it must be there. The README's tables say `needed` for such keys."
        }
        Rule::EmptyValue => {
            "A key that is there must have a value: an empty one could mean none, or forgotten. Leave out what you do not need."
        }
        Rule::WrongType => {
            "The key wants a text, a list or a mapping, and the value is another of the three."
        }
        Rule::UnknownKey => {
            "The key is not one of those that mean something here. Unknown keys are refused, for a misspelt one would be ignored in silence."
        }
        Rule::NotABoolean => {
            "The key wants `true` or `false`. Words such as `yes` and `on` mean different things to different versions of YAML."
        }
        Rule::BadPath => {
            "A Rust path is one or more identifiers joined by `::`, such as `my_crate::codes`. Modules are \
             files, and rustc finds files by ASCII names alone."
        }
        Rule::BadDate => "Dates are `YYYY-MM-DD` and lie in the calendar: 2023-02-29 does not.",
        Rule::BadLocale => "Languages are BCP 47 tags in their usual case: `en`, `pt-BR`, `zh-Hant`.",
        Rule::DuplicateLocale => "Each language is declared once; case does not tell two of them apart.",
        Rule::UnknownSource => "The key must be one of those under `sources` at the top of the file.",
        Rule::NoEntries => "An enum without variants has no values; leave it out until it has one.",
        Rule::UnknownCodeType => "Codes are numbers of a Rust type (`u8` to `u64`, `i32`, `i64`), or `text`.",
        Rule::BadNotation => {
            "The notation is `decimal`, `0x%X`, or with a number of digits such as `0x%08X`. Codes that are texts have none."
        }
        Rule::BadCode => {
            "Codes are written in the file as they are written everywhere else, so that a search finds them. With \
             `notation: 0x%08X` that is `0x00000400`, not `0x400` and not 1024."
        }
        Rule::CodeOutOfType => {
            "The number is larger than its type can hold, or negative in a type without a sign."
        }
        Rule::DuplicateCode => {
            "Two entries cannot share a code, for it would not tell which one is meant; texts are read in any ASCII case, so case \
             alone tells no two of them apart. If both are names of one thing, make one an alias."
        }
        Rule::DuplicateSpelling => {
            "Names, Rust names and aliases are all read, in any ASCII case. If one text stood for two entries, reading \
             it would have to guess."
        }
        Rule::UselessAlias => {
            "The text is read already: it is the name or the Rust name, perhaps in another case."
        }
        Rule::SpellingIsCode => {
            "The text is the code of another entry, or its code and its name, as `{:#}` prints it. Both are read as well, so it \
             would stand for both entries. Nor may it be what a code without an entry prints as, which would be read as this entry."
        }
        Rule::BadSpelling => {
            "Names and aliases are one line without white space around it; otherwise nobody could type them."
        }
        Rule::NoIdentifier => {
            "The Rust name is made of the words of `name`, and nothing usable is left of it. Give the entry a `variant`. \
             Of a type it is the name of its module that is missing: that is a file, and rustc finds files by ASCII names alone."
        }
        Rule::NotAnIdentifier => {
            "A Rust identifier begins with a letter or `_` and goes on with letters, digits and `_`. Of letters that are \
             special forms of others, such as `ﬁ`, rustc warns."
        }
        Rule::ReservedIdentifier => "Rust keeps the word for itself, even as `r#…`. Choose another name.",
        Rule::DuplicateVariant => {
            "Two names differ only in what Rust names leave out, such as `A_B` and `AB`. Give one of the entries a `variant`."
        }
        Rule::MethodCollision => {
            "Every enum has methods such as `name` and `from_name`. A field, an inverse or a constant cannot be called like them, nor like a field of one value with `_of` behind it: that tells what ranges say. Some names promise more than a word or a code, such as `new`, and are refused, too."
        }
        Rule::DuplicateType => {
            "Two types of one module cannot share a name, and some names are taken by what all catalogues have, such as `Locale`."
        }
        Rule::FileCollision => {
            "Each enum is a file and each module a folder; these two would be the same on disk."
        }
        Rule::UnknownSeverity => "Severities are `information`, `warning` and `error`.",
        Rule::SeverityAgainstSuffix => {
            "The author declared under `severity_by_suffix` what names with this ending mean. One of the two is wrong."
        }
        Rule::SeverityForSome => {
            "The method `severity` returns one for every entry, so all entries have one, or none has."
        }
        Rule::RangeBackwards => {
            "A range goes from `first` to `last`, both included, and `first` is not the larger one."
        }
        Rule::RangeOverlap => "A code must lie in one range only, or the range would tell two things of it.",
        Rule::OutsideRanges => "With ranges, every code lies in one. Widen a range, or add one.",
        Rule::RangeBounds => {
            "A range of numbers goes from `first` to `last`. Texts have no such order: a range of them, a class, is what \
             begins with its `prefix`."
        }
        Rule::RangeWord => {
            "A range can give a word for fields with `one_of` alone, since a list has no single value for every code."
        }
        Rule::AgainstRange => {
            "The range says of all its codes what this entry says otherwise. Leave the field out, or mend the range."
        }
        Rule::MissingText => "Every text is there in every declared language, so that no reader meets a gap.",
        Rule::UndeclaredLocale => "The language is not under `locales`, so the text would never be shown.",
        Rule::NoLocales => {
            "Texts need to know their languages: declare them under `locales` at the top, such as `[en]`."
        }
        Rule::DescriptionForSome => {
            "The method `description` returns a text for every word, so all words have one, or none has."
        }
        Rule::FieldTarget => {
            "A field names entries of one type: with `one_of` exactly one of them, with `list_of` any number."
        }
        Rule::FieldOption => {
            "`optional` belongs to `one_of`, since a list may be empty anyway, and `inverse_doc` belongs to `inverse`."
        }
        Rule::UnknownType => {
            "The type is neither a vocabulary nor an enum of this catalogue; one in a module is named by its path."
        }
        Rule::UnknownEntry => "The type has no such entry. Entries are named by their documented names.",
        Rule::DoubledRelation => {
            "The list names one entry twice. Relations have no order and no number of times, so once says it all."
        }
        Rule::UnknownReplacement => {
            "`replaced_by` names another entry of the same enum, by its documented name. It may be deprecated itself."
        }
        Rule::SelfReplacement => {
            "`replaced_by` names the entry that it stands in. An entry cannot be used instead of itself; name its successor."
        }
        Rule::BadLink => {
            "A source's `url` is the address of a page: it begins with `https://` or `http://`, and nothing in it ends a link. \
             An enum's `link` is a template of such addresses, one for each entry, with `{code}`, `{name}` or `{variant}` where \
             these differ: `https://example.com/faults/{code}`. Other braces mean nothing there."
        }
        Rule::BadFeature => {
            "Each feature is a library whose traits the generated code can implement, behind a cargo feature of its name."
        }
        Rule::BadInclude => {
            "A catalogue may be split over files below its folder. Those under its own `include` hold `sources`, `vocabularies` and \
             `enums`; those under an enum's `include` hold a list of entries. Each is included once."
        }
        Rule::NameCase => {
            "Types and variants are in `UpperCamelCase`, methods, fields and modules in `snake_case`, constants in \
             `SCREAMING_SNAKE_CASE`. Of another case, rustc would warn in the crate that has the generated code; and a type needs \
             a name that its module, which is in `snake_case`, does not have."
        }
        Rule::ControlCharacter => {
            "An escape such as `\\0` stands for a character that nothing shows, and that databases and terminals stumble over. Line \
             breaks and tabs are the only ones that a text may have."
        }
        Rule::BadVersion => {
            "With `attribute: true` the version goes into `#[deprecated(since = …)]`, where clippy wants all of `MAJOR.MINOR.PATCH`: \
             `2.0.0` and not `2.0`."
        }
        Rule::TooLong => {
            "Each type is a file and each module a folder of its name, and systems allow no more than 255 bytes for either."
        }
        Rule::NotForVocabulary => {
            "Words of vocabularies have names, texts and notes. Codes, severities and relations belong to enums."
        }
    }
}
