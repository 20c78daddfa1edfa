//! Months, quarters and years that a column gives by their first or their last day alone: `2020-01-01`, `2020-02-01`, …

use std::collections::BTreeSet;

use super::month_edges::edge;
use super::period::{day_text, period};
use super::time_words::DAYS_NAMED;
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
