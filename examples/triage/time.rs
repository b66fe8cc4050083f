//! When a record was written, from the many ways in which exports say it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;

/// In which order a file writes day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    DayFirst,
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
}

impl Clock {
    /// The moment that a text names; `None` if it names none, or could name two.
    pub fn read(&mut self, text: &str) -> Option<Timestamp> {
        let text = text.trim();
        if let Some(number) = text.strip_prefix("/Date(").and_then(|rest| rest.strip_suffix(")/")) {
            let end = number.rfind(['+', '-']).filter(|at| *at > 0).unwrap_or(number.len());
            return Timestamp::from_millisecond(number[..end].parse().ok()?).ok();
        }
        if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return since_1970(text);
        }
        if let Ok(moment) = text.parse() {
            return Some(moment);
        }
        if let Some(moment) = text.strip_suffix(" UTC").and_then(|text| text.parse::<DateTime>().ok()) {
            return TimeZone::UTC.to_timestamp(moment).ok();
        }
        let local = text.parse().ok().or_else(|| Numeric::read(text)?.date_time(self.order))?;
        let moment = self.zone.to_timestamp(local).ok()?;
        self.assumed = true;
        Some(moment)
    }
}

/// Seconds, milliseconds or nanoseconds, by the number's length.
fn since_1970(digits: &str) -> Option<Timestamp> {
    let number = digits.parse().ok()?;
    match digits.len() {
        ..=11 => Timestamp::from_second(number).ok(),
        12..=14 => Timestamp::from_millisecond(number).ok(),
        15..=17 => Timestamp::from_microsecond(number).ok(),
        _ => Timestamp::from_nanosecond(number.into()).ok(),
    }
}

/// What a text tells of the order of its file: a number above 12 is no month.
pub fn order(text: &str) -> Option<Order> {
    let numeric = Numeric::read(text.trim())?;
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

/// `18:38`, `18:38:24.5`, `06:38:24 PM`.
fn time_of_day(text: &str) -> Option<Time> {
    let text = text.trim();
    let end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.'))).unwrap_or(text.len());
    let (digits, half) = text.split_at(end);
    let mut parts = digits.splitn(3, ':');
    let hour: i8 = parts.next()?.parse().ok()?;
    let minute = parts.next()?.parse().ok()?;
    let second = parts.next().unwrap_or("0").split('.').next()?.parse().ok()?;
    let half: String = half.chars().filter(char::is_ascii_alphabetic).collect();
    let hour = match half.to_ascii_lowercase().as_str() {
        "" => hour,
        "am" => hour % 12,
        "pm" => hour % 12 + 12,
        _ => return None,
    };
    Time::new(hour, minute, second, 0).ok()
}
