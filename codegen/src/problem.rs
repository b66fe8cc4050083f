//! Problems of a catalogue file: what is wrong, where, and the way out.
//!
//! [`load`](crate::load) and [`check`](mod@crate::check) find them and [`report`](crate::report) shows them.

use std::fmt;

/// A place in the text: byte offsets on character boundaries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// Offset of the first byte.
    pub start: usize,
    /// Offset behind the last byte.
    pub end: usize,
}

impl Span {
    /// The same place where the text stands behind others of this length.
    pub(crate) fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }
}

/// Another place that explains a problem, such as the first of two duplicates.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where it is.
    pub span: Span,
    /// What is there.
    pub label: String,
}

/// Something that the author has to change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The kind of problem.
    pub rule: Rule,
    /// What is wrong, with the value that is.
    pub message: String,
    /// Where it is.
    pub span: Span,
    /// What to write under the place; may be empty.
    pub label: String,
    /// Places that explain it.
    pub related: Vec<Related>,
    /// A way out.
    pub help: Option<String>,
    /// What to write in its place, where that is known.
    pub instead: Option<String>,
}

impl Problem {
    /// A problem without label, related places and help.
    pub fn new(rule: Rule, span: Span, message: impl Into<String>) -> Self {
        let message = message.into();
        Self { rule, message, span, label: String::new(), related: Vec::new(), help: None, instead: None }
    }

    /// Sets the text under the place.
    #[must_use]
    pub fn label(mut self, label: impl Into<String>) -> Self {
        self.label = label.into();
        self
    }

    /// Adds a place that explains the problem.
    #[must_use]
    pub fn related(mut self, span: Span, label: impl Into<String>) -> Self {
        self.related.push(Related { span, label: label.into() });
        self
    }

    /// Sets what to write in its place, if that is known.
    #[must_use]
    pub fn instead<T: Into<String>>(mut self, text: Option<T>) -> Self {
        self.instead = text.map(Into::into);
        self
    }

    /// Sets the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

/// A value of the author's as messages name it: in backticks, on one line, not endless.
pub fn quote(text: &str) -> String {
    const MOST: usize = 60;
    let mut shown = String::from("`");
    for (count, char) in text.chars().enumerate() {
        if count == MOST {
            shown.push('…');
            break;
        }
        // Quotes and letters stay as they are, what a terminal would obey does not.
        match char {
            '\'' | '"' | '\\' => shown.push(char),
            _ => shown.extend(char.escape_debug()),
        }
    }
    shown.push('`');
    shown
}

macro_rules! rules {
    ($($name:ident $code:literal $title:literal)*) => {
        /// A kind of problem; its code never changes its meaning.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Rule {
            $(#[doc = $title] $name,)*
        }

        impl Rule {
            /// All kinds.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its code, such as `C0012`.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)*
                }
            }

            /// What is wrong in general.
            pub fn title(self) -> &'static str {
                match self {
                    $(Self::$name => $title,)*
                }
            }
        }
    };
}

rules! {
    Syntax "C0001" "the file is not well-formed YAML"
    EmptyFile "C0002" "the file is empty"
    NotAMapping "C0003" "the file is not a mapping"
    TooDeep "C0004" "values are nested too deeply"
    Anchor "C0005" "anchors are not allowed"
    Alias "C0006" "aliases of YAML are not allowed"
    Tag "C0007" "tags are not allowed"
    MergeKey "C0008" "merge keys are not allowed"
    SecondDocument "C0009" "a file holds one document"
    DuplicateKey "C0010" "a key is given twice"
    KeyNotText "C0011" "a key is not a text"
    MissingValue "C0012" "a needed key is missing"
    EmptyValue "C0013" "a key has no value"
    WrongType "C0014" "a value has the wrong type"
    UnknownKey "C0015" "a key is unknown"
    NotABoolean "C0016" "a value is neither `true` nor `false`"
    BadPath "C0017" "a path is not a Rust path"
    BadDate "C0018" "a date is not a day of the calendar"
    BadLocale "C0019" "a language tag is not well-formed BCP 47"
    DuplicateLocale "C0020" "a language is declared twice"
    UnknownSource "C0021" "a source is not declared"
    NoEntries "C0022" "an enum has no entries"
    UnknownCodeType "C0023" "the type of codes is unknown"
    BadNotation "C0024" "the notation of codes is unknown"
    BadCode "C0025" "a code is not written as its notation says"
    CodeOutOfType "C0026" "a code does not fit into its type"
    DuplicateCode "C0027" "a code is given twice"
    DuplicateSpelling "C0028" "one spelling stands for two entries"
    UselessAlias "C0029" "an alias adds nothing"
    SpellingIsCode "C0030" "a spelling is the code of another entry, or of none"
    BadSpelling "C0031" "a spelling is not one line without white space around it"
    NoIdentifier "C0032" "a name gives no Rust identifier"
    NotAnIdentifier "C0033" "a Rust name is not an identifier"
    ReservedIdentifier "C0034" "a Rust name is reserved"
    DuplicateVariant "C0035" "two entries give one Rust variant"
    MethodCollision "C0036" "a method or constant has a name that is taken, or promises something else"
    DuplicateType "C0037" "a type has a name that is taken"
    FileCollision "C0038" "two items would share one file"
    UnknownSeverity "C0039" "a severity is unknown"
    SeverityAgainstSuffix "C0040" "a severity contradicts the name's suffix"
    SeverityForSome "C0041" "some entries have a severity and some have none"
    RangeBackwards "C0042" "a range ends before it begins"
    RangeOverlap "C0043" "two ranges overlap"
    OutsideRanges "C0044" "a code lies in no range"
    RangeBounds "C0045" "a range is bounded in the way of another type of codes"
    RangeWord "C0046" "a range gives a word where it cannot"
    AgainstRange "C0047" "a word contradicts the word of the code's range"
    MissingText "C0048" "a text is missing in a declared language"
    UndeclaredLocale "C0049" "a text is in an undeclared language"
    NoLocales "C0050" "there are texts but no languages"
    DescriptionForSome "C0051" "some words have a description and some have none"
    FieldTarget "C0052" "a field needs exactly one target"
    FieldOption "C0053" "an option of a field does not apply"
    UnknownType "C0054" "a field's target is unknown"
    UnknownEntry "C0055" "a related entry is unknown"
    DoubledRelation "C0056" "a related entry is given twice"
    UnknownReplacement "C0057" "the entry to use instead is unknown"
    SelfReplacement "C0058" "an entry replaces itself"
    NotForVocabulary "C0059" "a word of a vocabulary cannot have this"
    BadLink "C0060" "a link is no address, or no template of addresses"
    BadFeature "C0061" "a feature is unknown or given twice"
    BadInclude "C0062" "a file cannot be included"
    NameCase "C0063" "a Rust name is in another case than usual"
    ControlCharacter "C0064" "a text has a control character in it"
    BadVersion "C0065" "a version is not written in full"
    TooLong "C0066" "a name is too long for a file"
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.code())
    }
}
