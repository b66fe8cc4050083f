//! When a record was written, from the many ways in which exports say it.

use std::borrow::Cow;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::{Offset, TimeZone};

/// In which order a file writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Order {
    /// 20/11/2026
    DayFirst,
    /// 11/20/2026
    MonthFirst,
}

/// Reads times.
pub struct Clock {
    /// Where times without a zone were written.
    pub zone: TimeZone,
    /// What the file at hand tells of its order.
    pub order: Option<Order>,
    /// Whether any time had to be read in `zone`.
    pub assumed: bool,
    /// Whether any time could be one of two.
    pub ambiguous: bool,
}

/// The begin of 1990: some tools write an earlier time for none.
const FIRST: i64 = 631_152_000;

impl Clock {
    /// The moment that a text names; `None` if it names none, or could name two.
    pub fn read(&mut self, text: &str) -> Option<Timestamp> {
        self.moment(text.trim()).filter(|moment| moment.as_second() >= FIRST)
    }

    fn moment(&mut self, text: &str) -> Option<Timestamp> {
        // Most times are written like this, and need no other look.
        if let Ok(moment) = text.parse() {
            return Some(moment);
        }
        if let Some(number) = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
            let end = number.rfind(['+', '-']).filter(|at| *at > 0).unwrap_or(number.len());
            return Timestamp::from_millisecond(number[..end].parse().ok()?).ok();
        }
        if let Some(moment) = since_1970(text) {
            return Some(moment);
        }
        let text = with_nanoseconds(text);
        let (text, offset) = split_zone(&text);
        if let Ok(moment) = text.parse() {
            return Some(moment);
        }
        let local = text.parse().ok().or_else(|| digits(text)).or_else(|| of_kibana(text)).or_else(|| {
            let numeric = Numeric::read(text)?;
            let local = numeric.date_time(self.order);
            self.ambiguous |= local.is_none() && numeric.is_ambiguous();
            local
        })?;
        match offset {
            Some(offset) => offset.to_timestamp(local).ok(),
            None => {
                let moment = self.zone.to_timestamp(local).ok()?;
                self.assumed = true;
                Some(moment)
            }
        }
    }
}

/// Whether a text is a time, be its day and month known or not.
pub fn is_time(text: &str) -> bool {
    let mut clock = Clock { zone: TimeZone::UTC, order: None, assumed: false, ambiguous: false };
    clock.read(text).is_some() || clock.ambiguous
}

/// `Nov 20, 2026 @ 08:30:15.123`.
fn of_kibana(text: &str) -> Option<DateTime> {
    text.contains(" @ ").then(|| DateTime::strptime("%b %d, %Y @ %H:%M:%S%.f", text).ok())?
}

/// `20261120083015`: a year and the rest in pairs.
fn digits(text: &str) -> Option<DateTime> {
    (is_dated(text) && text.len() == 14).then(|| DateTime::strptime("%Y%m%d%H%M%S", text).ok())?
}

/// Whether digits begin with a year of this century or the last.
fn is_dated(digits: &str) -> bool {
    digits.starts_with("19") || digits.starts_with("20")
}

/// Without the digits of a second that are finer than its nanoseconds.
fn with_nanoseconds(text: &str) -> Cow<'_, str> {
    // Before the first colon, points stand in dates.
    let point = text.find(':').and_then(|colon| Some(colon + text[colon..].find('.')?));
    let Some((begin, rest)) = point.and_then(|point| text.split_at_checked(point + 1)) else {
        return text.into();
    };
    let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    match rest.get(..9) {
        Some(digits) if end > 9 => format!("{begin}{digits}{}", &rest[end..]).into(),
        _ => text.into(),
    }
}

/// A time without its zone, and the zone, if it stands behind the time: `UTC`, `Z`, `+03:00`, `-0800`, or `+0000 UTC`.
fn split_zone(text: &str) -> (&str, Option<Offset>) {
    let utc = ["UTC", "GMT", "Z"].iter().find_map(|name| text.strip_suffix(name));
    let (text, utc) = match utc {
        Some(rest) => (rest.trim_end(), Some(Offset::UTC)),
        None => (text, None),
    };
    // In a date, no sign has a colon before it.
    let sign = text.rfind(['+', '-']).filter(|at| text[..*at].contains(':'));
    match sign.and_then(|at| Some((text[..at].trim_end(), offset(&text[at..])?))) {
        Some((rest, offset)) => (rest, Some(offset)),
        None => (text, utc),
    }
}

/// `+03:00`, `-0800`, `+03`.
fn offset(text: &str) -> Option<Offset> {
    let text = text.replace(':', "");
    let text = match text.len() {
        3 => text + "00",
        5 => text,
        _ => return None,
    };
    BrokenDownTime::parse("%z", text).ok()?.offset()
}

/// Seconds, milliseconds, microseconds or nanoseconds since 1970, or a `FILETIME`, by the number's length; seconds may have a fraction.
fn since_1970(text: &str) -> Option<Timestamp> {
    let (digits, fraction) = text.split_once('.').unwrap_or((text, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // Fewer digits would be a day of 1970, or a date with points.
    if digits.len() < 9 || !is_number(digits) || !is_number(fraction) {
        return None;
    }
    let number = digits.parse().ok()?;
    match digits.len() {
        ..=11 => Timestamp::new(number, format!("{fraction:0<9.9}").parse().ok()?).ok(),
        14 if is_dated(digits) => None,
        12..=14 => Timestamp::from_millisecond(number).ok(),
        15..=17 => Timestamp::from_microsecond(number).ok(),
        // `FILETIME`: tenths of a microsecond, since 1601.
        18 => Timestamp::from_microsecond(number / 10 - 11_644_473_600_000_000).ok(),
        _ => Timestamp::from_nanosecond(number.into()).ok(),
    }
}

/// What a text tells of the order of its file: a number above 12 is no month.
pub fn order(text: &str) -> Option<Order> {
    let numeric = Numeric::read(split_zone(text.trim()).0)?;
    numeric.own_order()
}

/// A time as people write it: `10/7/2016 06:38:24 PM`, `07.10.2016 18:38:24`.
struct Numeric {
    numbers: [i16; 3],
    separator: char,
    time: Time,
}

impl Numeric {
    fn read(text: &str) -> Option<Self> {
        let (date, time) = text.split_once([' ', ','])?;
        let separator = date.chars().find(|c| !c.is_ascii_digit())?;
        let mut numbers = date.split(separator).map(str::parse);
        let numbers = [numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?];
        Some(Self { numbers, separator, time: time_of_day(time)? })
    }

    fn own_order(&self) -> Option<Order> {
        match (self.separator, self.numbers) {
            ('.', _) => Some(Order::DayFirst),
            (_, [13..=31, 1..=12, _]) => Some(Order::DayFirst),
            (_, [1..=12, 13..=31, _]) => Some(Order::MonthFirst),
            _ => None,
        }
    }

    /// Whether it would be a date in either order.
    fn is_ambiguous(&self) -> bool {
        let read = |order| self.date_time(Some(order)).is_some();
        read(Order::DayFirst) && read(Order::MonthFirst)
    }

    fn date_time(&self, order: Option<Order>) -> Option<DateTime> {
        let (year, month, day) = match (self.numbers, self.own_order().or(order)) {
            ([year @ 1000..=9999, month, day], _) => (year, month, day),
            ([day, month, year], Some(Order::DayFirst)) => (year, month, day),
            ([month, day, year], Some(Order::MonthFirst)) => (year, month, day),
            // The same day either way.
            ([day, month, year], None) if day == month => (year, month, day),
            (_, None) => return None,
        };
        let year = if (0..100).contains(&year) { year + 2000 } else { year };
        let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
        Some(date.to_datetime(self.time))
    }
}

/// `18:38`, `18:38:24.5`, `18.38.24`, `06:38:24 PM`.
fn time_of_day(text: &str) -> Option<Time> {
    let text = text.trim().trim_end_matches(',');
    let text = &if text.contains(':') { text.to_owned() } else { text.replace('.', ":") };
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ':' | '.' | ',');
    let (digits, half) = text.split_at(text.find(|c| !is_part(c)).unwrap_or(text.len()));
    let (clock, fraction) = digits.split_once(['.', ',']).unwrap_or((digits, ""));
    let mut parts = clock.splitn(3, ':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    let second = parts.next().unwrap_or("0").parse().ok()?;
    let nanosecond = format!("{fraction:0<9.9}").parse().ok()?;
    let half: String = half.chars().filter(|c| !c.is_whitespace() && *c != '.').collect();
    let hour = match half.to_ascii_lowercase().as_str() {
        "" => hour,
        "am" => hour % 12,
        "pm" => hour % 12 + 12,
        _ => return None,
    };
    Time::new(hour, minute, second, nanosecond).ok()
}
