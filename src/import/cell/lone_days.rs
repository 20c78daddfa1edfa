//! Months, quarters and years that a column gives by their first or their last day alone: `2020-01-01`, `2020-02-01`, …

use std::collections::BTreeSet;

use super::period::{day_text, period};
use super::time_words::DAYS_NAMED;
use crate::base::date::{Day, PartialDate, civil, day_number};
use crate::column::DaySpan;
use crate::import::form::TimeForm;

/// The fewest days of which the steps between them tell.
const MONTHS: usize = 4;
const OTHERS: usize = 3;

/// How many months (1, 3, 12) each day of a column of this name stands for: where all are first days of months, or all last
/// ones, and lie so far apart. Nought where they are days.
pub(in crate::import) fn stand_for<'a>(
    texts: impl Iterator<Item = &'a str>,
    form: &TimeForm,
    name: &str,
) -> u8 {
    let name = name.to_lowercase();
    if DAYS_NAMED.iter().any(|word| name.contains(word)) {
        return 0;
    }
    let (mut months, mut ends) = (BTreeSet::new(), None);
    for text in texts {
        let Some(span) = period(day_text(text.as_bytes()), form) else { continue };
        let Some((month, is_last)) =
            edge(span).filter(|(_, own)| ends.is_none_or(|all| all == *own))
        else {
            return 0;
        };
        ends = Some(is_last);
        months.insert(month);
    }
    let steps = || months.iter().zip(months.iter().skip(1)).map(|(a, b)| b - a);
    let step = steps().min().unwrap_or_default();
    let is_last = ends.unwrap_or_default();
    let all_in =
        |length: i32| months.iter().all(|month| (month + i32::from(is_last)) % length == 0);
    let usual = steps().filter(|own| *own == step).count() * 2 >= steps().count();
    match step {
        1 if months.len() >= MONTHS && usual => 1,
        3 if months.len() >= OTHERS && usual && all_in(3) => 3,
        12 if months.len() >= OTHERS && usual && all_in(12) => 12,
        _ => 0,
    }
}

/// The month of a day that is its first or its last, counted from the year nought, and whether it is the last.
fn edge(span: DaySpan) -> Option<(i32, bool)> {
    let (year, month, day) = civil(span.first);
    let is_last = civil(span.last.saturating_add(1)).2 == 1;
    let month = year * 12 + i32::from(month) - 1;
    (span.first == span.last && (day == 1 || is_last)).then_some((month, is_last))
}

/// The months that a day stands for, which begin or end with it; any other span as it is.
pub(super) fn widened(span: DaySpan, months: u8) -> DaySpan {
    let Some((month, is_last)) = edge(span) else { return span };
    let (from, to) = if is_last {
        (month + 1 - i32::from(months), month)
    } else {
        (month, month + i32::from(months) - 1)
    };
    let whole = || Some((first_day(from)?, last_day(to)));
    whole().map_or(span, |(first, last)| DaySpan { first, last, ..span })
}

fn first_day(month: i32) -> Option<Day> {
    day_number(month.div_euclid(12), of_year(month), 1)
}

fn last_day(month: i32) -> Day {
    PartialDate::Month(month.div_euclid(12), of_year(month)).last_day()
}

fn of_year(month: i32) -> u8 {
    u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::iso_period;

    fn told(texts: &[&str], name: &str) -> u8 {
        stand_for(texts.iter().copied(), &TimeForm::default(), name)
    }

    #[test]
    fn first_and_last_days_of_months_stand_for_these() {
        for (texts, months) in [
            (&["2020-01-01", "2020-02-01", "2020-03-01", "2020-04-01"][..], 1),
            (&["2020-01-31", "2020-02-29", "2020-03-31", "2020-05-31"], 1),
            (&["2020-01-01", "2020-04-01", "2020-07-01"], 3),
            (&["2021-03-31", "2021-06-30", "2021-09-30"], 3),
            (&["2019-12-31", "2020-12-31", "2021-12-31"], 12),
            (&["2019-01-01", "2020-01-01", "2021-01-01"], 12),
            (&["2019-06-30", "2020-06-30", "2021-06-30"], 0),
            (&["2020-01-01", "2020-02-01", "2020-03-02", "2020-04-01"], 0),
            (&["2020-01-01", "2020-02-29", "2020-03-01", "2020-04-01"], 0),
            (&["2020-01-01", "2020-02-01"], 0),
            (&["2020-01", "2020-02", "2020-03", "2020-04"], 0),
        ] {
            assert_eq!(told(texts, "date"), months, "{texts:?}");
        }
        assert_eq!(told(&["2019-12-31", "2020-12-31", "2021-12-31"], "Stichtag"), 0);
    }

    #[test]
    fn a_day_is_widened_to_what_it_begins_or_ends() {
        let read = |text: &str, lone: u8| {
            let form = TimeForm { lone, ..TimeForm::default() };
            let span = period(text.as_bytes(), &form).unwrap();
            iso_period(span.first, span.last)
        };
        for (text, months, expected) in [
            ("2020-02-01", 1, "2020-02"),
            ("2020-02-29", 1, "2020-02"),
            ("2020-10-01", 3, "2020-10/2020-12"),
            ("2021-03-31", 3, "2021-01/2021-03"),
            ("2019-12-31", 12, "2019"),
            ("2020-02-15", 1, "2020-02-15"),
        ] {
            assert_eq!(read(text, months), expected, "{text}");
        }
    }
}
