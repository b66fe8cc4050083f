//! How an answer looks: a title, a paragraph, and rows of a label and its texts, wrapped to the terminal.

use anstyle::{AnsiColor, Style};
use intune_connector_catalogue::Severity;
use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, fill};

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const MARGIN: &str = "  ";
/// A terminal may be wider than lines are pleasant to read.
pub const WIDEST: usize = 100;

pub struct Page {
    title: String,
    paragraph: &'static str,
    rows: Vec<(&'static str, Vec<String>)>,
}

impl Page {
    pub fn new(title: String) -> Self {
        Self { title, paragraph: "", rows: Vec::new() }
    }

    pub fn paragraph(mut self, text: &'static str) -> Self {
        self.paragraph = text;
        self
    }

    /// A label with a text on each line; an `Option` is a row that may be missing, as is an empty list.
    pub fn row<T: Into<String>>(mut self, label: &'static str, texts: impl IntoIterator<Item = T>) -> Self {
        let texts: Vec<String> = texts.into_iter().map(Into::into).collect();
        if !texts.is_empty() {
            self.rows.push((label, texts));
        }
        self
    }

    pub fn render(self, width: u16) -> String {
        let width = WIDEST.min(width.into());
        let mut text = self.title + "\n";
        if !self.paragraph.is_empty() {
            text += &wrap(MARGIN, MARGIN, self.paragraph, width);
            text += "\n";
        }
        let column = self.rows.iter().map(|(label, _)| display_width(label)).max().unwrap_or_default();
        for (label, texts) in self.rows {
            for (line, item) in texts.iter().enumerate() {
                let label = if line == 0 { label } else { "" };
                let indent = format!("{MARGIN}{}{}{MARGIN}", paint(DIM, label), padding(label, column));
                text += &wrap(&indent, &" ".repeat(display_width(&indent)), item, width);
            }
        }
        text
    }
}

pub fn bold(text: &str) -> String {
    paint(BOLD, text)
}

pub fn paint(style: Style, text: &str) -> String {
    if text.is_empty() { String::new() } else { format!("{style}{text}{style:#}") }
}

pub fn severity_style(severity: Severity) -> Style {
    let color = match severity {
        Severity::Information => AnsiColor::Green,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Error => AnsiColor::Red,
    };
    color.on_default()
}

/// What makes a text as wide as its column.
pub fn padding(text: &str, width: usize) -> String {
    " ".repeat(width - display_width(text))
}

/// Names, codes and addresses stay whole even where they are longer than a line: so they can be copied.
pub fn wrap(indent: &str, next: &str, text: &str, width: usize) -> String {
    let options = Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(next)
        .word_splitter(WordSplitter::NoHyphenation)
        .break_words(false);
    fill(text, options) + "\n"
}
