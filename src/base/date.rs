//! Calendar values: day numbers, and dates at the precision they were published in.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use time::{Date, Month};

/// A day as the number of days since 1970-01-01 (may be negative).
pub type Day = i32;

const EPOCH: i32 = 2_440_588; // Julian day number of 1970-01-01

/// The day number of a calendar date, or `None` where there is no such date.
#[must_use]
pub fn day_number(year: i32, month: u8, day: u8) -> Option<Day> {
    let month = Month::try_from(month).ok()?;
    let date = Date::from_calendar_date(year, month, day).ok()?;
    Some(date.to_julian_day() - EPOCH)
}

/// Year, month (1–12) and day (1–31) of a day number; far-away days clamp to the calendar's ends.
#[must_use]
pub fn civil(day: Day) -> (i32, u8, u8) {
    let date = Date::from_julian_day(day.saturating_add(EPOCH)).unwrap_or(if day < 0 {
        Date::MIN
    } else {
        Date::MAX
    });
    let (year, month, day) = date.to_calendar_date();
    (year, month.into(), day)
}

/// A date at year, month or day precision, as releases print them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum PartialDate {
    /// A whole year.
    Year(i32),
    /// A month of a year (1–12).
    Month(i32, u8),
    /// A day of a month.
    Day(i32, u8, u8),
}

impl PartialDate {
    /// The first day the date covers.
    #[must_use]
    pub fn first_day(self) -> Day {
        let (y, m, d) = match self {
            Self::Year(y) => (y, 1, 1),
            Self::Month(y, m) => (y, m, 1),
            Self::Day(y, m, d) => (y, m, d),
        };
        day_number(y, m, d).unwrap_or_default()
    }

    /// The last day the date covers.
    #[must_use]
    pub fn last_day(self) -> Day {
        match self {
            Self::Year(y) | Self::Month(y, 12) => Self::Day(y, 12, 31).first_day(),
            Self::Month(y, m) => Self::Month(y, m + 1).first_day() - 1,
            Self::Day(..) => self.first_day(),
        }
    }

    /// The year the date lies in.
    #[must_use]
    pub const fn year(self) -> i32 {
        match self {
            Self::Year(y) | Self::Month(y, _) | Self::Day(y, _, _) => y,
        }
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Year(y) => write!(f, "{y:04}"),
            Self::Month(y, m) => write!(f, "{y:04}-{m:02}"),
            Self::Day(y, m, d) => write!(f, "{y:04}-{m:02}-{d:02}"),
        }
    }
}

/// A first and a last day as two dates, as coarsely as is exact: years, months or days.
#[must_use]
pub fn partial_dates(first: Day, last: Day) -> (PartialDate, PartialDate) {
    let ((y, m, d), (last_y, last_m, last_d)) = (civil(first), civil(last));
    let forms = [
        (PartialDate::Year(y), PartialDate::Year(last_y)),
        (PartialDate::Month(y, m), PartialDate::Month(last_y, last_m)),
    ];
    let is_whole = |&(from, to): &(PartialDate, PartialDate)| {
        (from.first_day(), to.last_day()) == (first, last)
    };
    let days = (PartialDate::Day(y, m, d), PartialDate::Day(last_y, last_m, last_d));
    forms.into_iter().find(is_whole).unwrap_or(days)
}

/// Days from a first to a last one in ISO 8601, as shortly as they can be read back: a year, a month or a day, or two of
/// one of these with a slash between.
#[must_use]
pub fn iso_period(first: Day, last: Day) -> String {
    let (from, to) = partial_dates(first, last);
    if from == to { from.to_string() } else { format!("{from}/{to}") }
}

/// The text is not `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or names no day of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadDate;

impl fmt::Display for BadDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date of the form YYYY, YYYY-MM or YYYY-MM-DD")
    }
}

impl std::error::Error for BadDate {}

impl FromStr for PartialDate {
    type Err = BadDate;

    fn from_str(text: &str) -> Result<Self, BadDate> {
        let mut parts = text.split('-');
        let mut field = |width: usize| match parts.next() {
            None => Ok(None),
            Some(p) if p.len() == width && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse::<u16>().map(Some).map_err(|_| BadDate)
            }
            Some(_) => Err(BadDate),
        };
        let (year, month, day) = (field(4)?, field(2)?, field(2)?);
        let year = i32::from(year.ok_or(BadDate)?);
        // Two-digit fields fit a byte.
        #[allow(clippy::cast_possible_truncation)]
        let date = match (month.map(|m| m as u8), day.map(|d| d as u8)) {
            (None, _) => Self::Year(year),
            (Some(m), None) => Self::Month(year, m),
            (Some(m), Some(d)) => Self::Day(year, m, d),
        };
        let (m, d) = match date {
            Self::Year(_) => (1, 1),
            Self::Month(_, m) => (m, 1),
            Self::Day(_, m, d) => (m, d),
        };
        if parts.next().is_some() || day_number(year, m, d).is_none() {
            return Err(BadDate);
        }
        Ok(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn day_numbers_and_back() {
        assert_eq!(day_number(1970, 1, 1), Some(0));
        assert_eq!(day_number(2021, 9, 7), Some(18_877));
        assert_eq!(civil(18_877), (2021, 9, 7));
        assert_eq!(day_number(2021, 2, 29), None);
    }

    #[test]
    fn partial_dates_read_and_print_at_their_precision() {
        for text in ["2021", "2021-09", "2021-09-07"] {
            assert_eq!(text.parse::<PartialDate>().unwrap().to_string(), text);
        }
        for text in ["", "21", "2021-13", "2021-02-30", "2021-9", "2021-09-07-01", "二〇二一"] {
            assert_eq!(text.parse::<PartialDate>(), Err(BadDate), "{text}");
        }
    }

    #[test]
    fn periods_are_written_as_shortly_as_they_can_be_read() {
        let day = |y, m, d| day_number(y, m, d).unwrap();
        for (first, last, text) in [
            (day(2014, 1, 1), day(2014, 12, 31), "2014"),
            (day(2014, 2, 1), day(2014, 2, 28), "2014-02"),
            (day(2014, 2, 3), day(2014, 2, 3), "2014-02-03"),
            (day(2014, 1, 1), day(2016, 12, 31), "2014/2016"),
            (day(2014, 1, 1), day(2014, 3, 31), "2014-01/2014-03"),
            (day(2014, 1, 2), day(2014, 3, 31), "2014-01-02/2014-03-31"),
        ] {
            assert_eq!(iso_period(first, last), text);
        }
    }

    #[test]
    fn a_date_covers_its_first_to_last_day() {
        let feb: PartialDate = "2024-02".parse().unwrap();
        assert_eq!(feb.last_day() - feb.first_day(), 28);
        let year: PartialDate = "2021".parse().unwrap();
        assert_eq!(year.last_day() - year.first_day(), 364);
        let last: PartialDate = "9999".parse().unwrap();
        assert_eq!(civil(last.last_day()), (9999, 12, 31));
    }
}
