//! Where a line breaks: where its figures are missing, and where the time to the next is longer than is usual for it.

use crate::base::date::Day;

/// Between so many times, what is usual can be told.
const FEW: usize = 3;
/// Times that are further apart than so many times what is usual have others missing between them.
const FAR: f64 = 1.5;
/// Days in a row are told from what is missing only by more than a holiday.
const HOLIDAY: f64 = 10.0;
/// Up to so many days apart, times are days in a row.
const DAILY: f64 = 3.0;

/// By step, whether the line to it from the point before would run over figures that are missing. `values`: the line's, by
/// step; `blanks`: whether the table has rows of the step and none of them a number; `spans`: the steps.
pub(super) fn gaps(values: &[Option<f64>], blanks: &[bool], spans: &[(Day, Day)]) -> Vec<bool> {
    let own: Vec<usize> =
        (0..values.len()).filter(|&step| values.get(step).is_some_and(Option::is_some)).collect();
    let longest = longest(&own, spans).or_else(|| {
        let all: Vec<usize> = (0..spans.len()).collect();
        longest(&all, spans).filter(|_| own.len() > 1)
    });
    let mut gaps = vec![false; values.len()];
    for pair in own.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let is_blank = blanks.get(from + 1..to).is_some_and(|between| between.contains(&true));
        let is_far = longest.is_some_and(|longest| apart(spans, from, to) > longest);
        gaps[to] = is_blank || is_far;
    }
    gaps
}

/// Days between the ends of two steps.
fn apart(spans: &[(Day, Day)], from: usize, to: usize) -> f64 {
    let end = |step: usize| spans.get(step).map_or(0.0, |span| f64::from(span.1));
    end(to) - end(from)
}

/// How far apart two of these steps are at most with nothing missing between them; `None` where they are too few or have no
/// rhythm.
fn longest(steps: &[usize], spans: &[(Day, Day)]) -> Option<f64> {
    let mut days: Vec<f64> = steps.windows(2).map(|p| apart(spans, p[0], p[1])).collect();
    if days.len() < FEW {
        return None;
    }
    days.sort_by(f64::total_cmp);
    let usual = days[days.len() / 2].max(1.0);
    let is_usual = |days: &&f64| (usual / FAR..=usual * FAR).contains(*days);
    let regular = days.iter().filter(is_usual).count();
    if regular * 5 < days.len() * 3 {
        return None;
    }
    Some(if usual <= DAILY { HOLIDAY } else { usual * FAR })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::{PartialDate, day_number};

    fn years(years: &[i32]) -> Vec<(Day, Day)> {
        let span = |&y: &i32| (PartialDate::Year(y).first_day(), PartialDate::Year(y).last_day());
        years.iter().map(span).collect()
    }

    #[test]
    fn a_line_breaks_where_a_year_of_its_own_is_missing() {
        let spans = years(&[2010, 2011, 2012, 2013, 2014, 2015, 2016]);
        let mut values = vec![Some(1.0); 7];
        values[4] = None;
        let found = gaps(&values, &[false; 7], &spans);
        assert_eq!(found, [false, false, false, false, false, true, false]);
        // Every fifth year is a rhythm of its own.
        let spans = years(&(2000..=2020).collect::<Vec<_>>());
        let values: Vec<_> = (0..21).map(|at| (at % 5 == 0).then_some(1.0)).collect();
        assert!(!gaps(&values, &[false; 21], &spans).contains(&true));
        // Years that the whole table lacks are missing too.
        let spans = years(&[2010, 2011, 2012, 2013, 2019, 2020]);
        assert_eq!(
            gaps(&[Some(1.0); 6], &[false; 6], &spans),
            [false, false, false, false, true, false]
        );
    }

    #[test]
    fn a_row_without_a_number_breaks_the_line_whatever_the_rhythm() {
        let spans = years(&[2014, 2015, 2019]);
        let values = [Some(1.0), None, Some(2.0)];
        assert_eq!(gaps(&values, &[false, true, false], &spans), [false, false, true]);
        assert_eq!(gaps(&values, &[false; 3], &spans), [false; 3], "two times have no rhythm");
    }

    #[test]
    fn a_weekend_is_no_gap_and_a_month_is() {
        let day = |month, day| day_number(2022, month, day).map(|day| (day, day)).unwrap();
        let spans: Vec<_> = [(8, 1), (8, 2), (8, 3), (8, 4), (8, 5), (8, 8), (8, 9), (9, 20)]
            .map(|(m, d)| day(m, d))
            .into();
        let found = gaps(&[Some(1.0); 8], &[false; 8], &spans);
        assert_eq!(found.iter().position(|gap| *gap), Some(7));
    }
}
