//! First and last days of months, and what a day that is one stands for.

use crate::base::date::{PartialDate, civil};
use crate::column::DaySpan;

/// The month of a day that is its first or its last, counted from the year nought, and whether it is the last.
pub(super) fn edge(span: DaySpan) -> Option<(i32, bool)> {
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
    let month = |at: i32| PartialDate::Month(at.div_euclid(12), of_year(at));
    DaySpan { first: month(from).first_day(), last: month(to).last_day(), ..span }
}

fn of_year(month: i32) -> u8 {
    u8::try_from(month.rem_euclid(12) + 1).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use crate::base::date::iso_period;
    use crate::import::cell::period;
    use crate::import::form::TimeForm;

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
