//! Windows event queries: XPath expressions, alone or in a structured query.

use core::fmt;

use super::Selection;
use super::id_lists::Run;
use super::log::Log;

/// Comparisons that an expression may hold; beyond some 21, Windows cuts queries without a word.
const LIMIT: usize = 20;

/// XPath expressions for Windows event queries, one a line.
///
/// An expression holds at most 20 comparisons, counting the channel, each id and both ends of a range; what
/// does not fit goes into another. Only what Windows' subset of XPath knows is used.
/// Nothing selected gives no expression: do not query without one, for that takes every event.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::EventId;
///
/// let selection = Selection::new().event(EventId::UploadFailure.into());
/// assert_eq!(
///     selection.xpath().to_string(),
///     "*[System[Channel='Microsoft Intune Connector' and (EventID=20302)]]\n"
/// );
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct XPath {
    pub(super) selection: Selection,
}

impl fmt::Display for XPath {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.selection
            .logs()
            .try_for_each(|log| expressions(&self.selection, log, |expression| writeln!(f, "{expression}")))
    }
}

/// A structured query: a `Query` for each log, with a `Select` for each expression.
///
/// Nothing selected gives a list without a query. A query of several logs fails as a whole on a server that lacks one of them; keep the generations apart
/// where only one connector is installed.
///
/// ```
/// use intune_connector_catalogue::query::Selection;
/// use intune_connector_catalogue::EventId;
///
/// let selection = Selection::new().event(EventId::UploadFailure.into());
/// let query = selection.query_list().at("ForwardedEvents").to_string();
/// assert!(query.contains("<Query Id=\"0\" Path=\"ForwardedEvents\">"));
/// ```
#[derive(Debug, Clone, Copy)]
#[must_use]
pub struct QueryList<'a> {
    pub(super) selection: Selection,
    pub(super) path: Option<&'a str>,
}

impl<'a> QueryList<'a> {
    /// Looks into this log or file (`file://C:\logs\export.evtx`) instead of the events' own logs.
    ///
    /// ```
    /// use intune_connector_catalogue::query::Selection;
    ///
    /// assert!(Selection::new().query_list().at("ForwardedEvents").to_string().contains("Path=\"ForwardedEvents\""));
    /// ```
    #[inline]
    pub const fn at(self, path: &'a str) -> Self {
        Self { path: Some(path), ..self }
    }
}

impl fmt::Display for QueryList<'_> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "<QueryList>")?;
        for (number, log) in self.selection.logs().enumerate() {
            let path = Escaped(self.path.unwrap_or(log.path()));
            writeln!(f, "  <Query Id=\"{number}\" Path=\"{path}\">")?;
            expressions(&self.selection, log, |expression| {
                writeln!(f, "    <Select Path=\"{path}\">{}</Select>", Escaped(expression))
            })?;
            writeln!(f, "  </Query>")?;
        }
        writeln!(f, "</QueryList>")
    }
}

/// Hands over each expression for a log.
#[inline]
fn expressions(
    selection: &Selection,
    log: Log,
    mut write: impl FnMut(Expression) -> fmt::Result,
) -> fmt::Result {
    let mut emit = |kind, first: usize, count: usize| {
        write(Expression { selection: *selection, log, kind, first, count })
    };
    chunks(log.runs(selection), LIMIT - Kind::Selected.cost(), |first, count| {
        emit(Kind::Selected, first, count)
    })?;
    if selection.undocumented {
        chunks(log.gaps(), LIMIT - Kind::Undocumented.cost(), |first, count| {
            emit(Kind::Undocumented, first, count)
        })?;
    }
    Ok(())
}

/// Cuts runs into pieces of at most so many comparisons: hands over where each begins and how many it holds.
#[inline]
fn chunks(
    runs: impl Iterator<Item = Run>,
    room: usize,
    mut write: impl FnMut(usize, usize) -> fmt::Result,
) -> fmt::Result {
    let (mut first, mut count, mut used) = (0, 0, 0);
    for run in runs {
        if used + cost(run) > room {
            write(first, count)?;
            (first, count, used) = (first + count, 0, 0);
        }
        count += 1;
        used += cost(run);
    }
    if count > 0 { write(first, count) } else { Ok(()) }
}

/// Comparisons that a run takes.
#[inline]
const fn cost(run: Run) -> usize {
    if run.first == run.last { 1 } else { 2 }
}

#[derive(Clone, Copy)]
enum Kind {
    /// Ids of the selection.
    Selected,
    /// Undocumented ids of level 1 to 3.
    Undocumented,
}

impl Kind {
    /// Comparisons beside those of the ids.
    #[inline]
    const fn cost(self) -> usize {
        match self {
            Self::Selected => 1,
            Self::Undocumented => 3,
        }
    }
}

/// One expression: some of the runs of a log.
#[derive(Clone, Copy)]
struct Expression {
    selection: Selection,
    log: Log,
    kind: Kind,
    first: usize,
    count: usize,
}

impl fmt::Display for Expression {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // None of the paths holds an apostrophe; XPath 1.0 has no way to escape one.
        write!(f, "*[System[Channel='{}' and ", self.log.path())?;
        match self.kind {
            Kind::Selected => self.ids(f, self.log.runs(&self.selection))?,
            Kind::Undocumented => {
                f.write_str("Level>=1 and Level<=3 and ")?;
                self.ids(f, self.log.gaps())?;
            }
        }
        f.write_str("]]")
    }
}

impl Expression {
    #[inline]
    fn ids(&self, f: &mut fmt::Formatter<'_>, runs: impl Iterator<Item = Run>) -> fmt::Result {
        f.write_str("(")?;
        for (at, run) in runs.skip(self.first).take(self.count).enumerate() {
            if at > 0 {
                f.write_str(" or ")?;
            }
            match run {
                Run { first, last } if first == last => write!(f, "EventID={first}")?,
                Run { first, last } => write!(f, "(EventID>={first} and EventID<={last})")?,
            }
        }
        f.write_str(")")
    }
}

/// A text as XML, for elements and attributes alike.
struct Escaped<T>(T);

impl<T: fmt::Display> fmt::Display for Escaped<T> {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        use fmt::Write;
        write!(Escaper(f), "{}", self.0)
    }
}

struct Escaper<'a, 'b>(&'a mut fmt::Formatter<'b>);

impl fmt::Write for Escaper<'_, '_> {
    #[inline]
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for character in text.chars() {
            match character {
                '&' => self.0.write_str("&amp;")?,
                '<' => self.0.write_str("&lt;")?,
                '>' => self.0.write_str("&gt;")?,
                '"' => self.0.write_str("&quot;")?,
                other => fmt::Write::write_char(self.0, other)?,
            }
        }
        Ok(())
    }
}
