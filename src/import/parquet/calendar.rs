//! Instants and days as Arrow counts them → day numbers.

use arrow_schema::TimeUnit;

use crate::base::date::{Day, civil};

const DAY_SECONDS: i64 = 86_400;

/// Units of a timestamp in a second.
const fn in_a_second(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Second => 1,
        TimeUnit::Millisecond => 1_000,
        TimeUnit::Microsecond => 1_000_000,
        TimeUnit::Nanosecond => 1_000_000_000,
    }
}

/// The day of a timestamp, `offset` seconds east of Greenwich.
pub(super) fn day_of(stamp: i64, unit: TimeUnit, offset: i64) -> Option<Day> {
    let seconds = stamp.div_euclid(in_a_second(unit)).saturating_add(offset);
    Day::try_from(seconds.div_euclid(DAY_SECONDS)).ok()
}

/// Seconds east of Greenwich of a time zone: `+08:00` and the like, China's zone by its names, Greenwich; `None` for
/// zones whose offset changes over the year.
pub(super) fn offset_of(zone: &str) -> Option<i64> {
    match zone {
        "UTC" | "Etc/UTC" | "GMT" | "Z" => return Some(0),
        "Asia/Shanghai" | "Asia/Chongqing" | "Asia/Harbin" | "Asia/Urumqi" | "PRC" => {
            return Some(8 * 3600);
        }
        _ => {}
    }
    let sign = match zone.chars().next()? {
        '+' => 1,
        '-' => -1,
        _ => return None,
    };
    let digits: String = zone[1..].chars().filter(|&c| c != ':').collect();
    let number = |range| digits.get(range).and_then(|d: &str| d.parse::<i64>().ok());
    match digits.len() {
        2 => Some(sign * number(0..2)? * 3600),
        4 => Some(sign * (number(0..2)? * 3600 + number(2..4)? * 60)),
        _ => None,
    }
}

/// A day as `YYYY-MM-DD`.
pub(super) fn iso(day: Day) -> String {
    let (year, month, day) = civil(day);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timestamps_fall_on_the_day_of_their_zone() {
        assert_eq!(day_of(-1, TimeUnit::Second, 0), Some(-1));
        assert_eq!(day_of(86_399_999, TimeUnit::Millisecond, 0), Some(0));
        assert_eq!(day_of(57_600_000_000, TimeUnit::Microsecond, 8 * 3600), Some(1));
        assert_eq!(day_of(i64::MAX, TimeUnit::Second, 0), None);
        assert_eq!(
            iso(day_of(1_000_000_000_000_000_000, TimeUnit::Nanosecond, 0).unwrap()),
            "2001-09-09"
        );
    }

    #[test]
    fn zones_with_one_offset_are_known() {
        for (zone, expected) in [
            ("UTC", Some(0)),
            ("+08:00", Some(28_800)),
            ("-0330", Some(-12_600)),
            ("+05", Some(18_000)),
            ("Asia/Shanghai", Some(28_800)),
            ("Europe/Berlin", None),
            ("", None),
            ("+8:00", None),
        ] {
            assert_eq!(offset_of(zone), expected, "{zone}");
        }
    }
}
