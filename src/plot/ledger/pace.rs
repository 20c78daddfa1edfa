//! How much of a promise's time has passed when it is reported on.

use crate::base::date::Day;
use crate::model::{Dataset, Id, Observation, Project, Source, Stage};

/// The shares of a promise's time that had passed when its figure was taken and when it was published, 1 for all of it.
/// Where a release is dated to the year only the two are as far apart as that leaves them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace {
    /// At the day the figure speaks of, as early as it may be.
    pub low: f64,
    /// At the day of the release, as late as it may be.
    pub high: f64,
}

/// Why the time that has passed is not known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoPace {
    /// When the work began is not published.
    Start,
    /// When it is due is not published.
    End,
    /// When the release appeared is not known.
    Release,
}

/// The share of the days from `first` to `last`, both counted, that are over at the end of a day, from 0 to 1.
#[must_use]
pub fn passed((first, last): (Day, Day), day: Day) -> f64 {
    let days = f64::from(last) - f64::from(first) + 1.0;
    if days <= 0.0 {
        return if day >= last { 1.0 } else { 0.0 };
    }
    ((f64::from(day) - f64::from(first) + 1.0) / days).clamp(0.0, 1.0)
}

/// First and last day of a promise: those of its project, or of the nearest project that holds it and has such a date;
/// without a project those of the target's own period, where it is more than a date.
#[must_use]
pub fn time(
    data: &Dataset,
    project: Option<Id<Project>>,
    target: Option<&Observation>,
) -> (Option<Day>, Option<Day>) {
    if project.is_none() {
        let own = target.map(|o| o.period).filter(|period| period.start.is_some());
        let days = own.map(|period| period.days());
        return (days.map(|d| d.0), days.map(|d| d.1));
    }
    let mut around = std::iter::successors(project, |id| data.projects[*id].parent);
    let mut again = around.clone();
    let start = around.find_map(|id| data.projects[id].start).map(|date| date.first_day());
    let end = again.find_map(|id| data.projects[id].end).map(|date| date.last_day());
    (start, end)
}

/// The days between which a release appeared. Of one dated to the year or month the first is not before the latest
/// month or day it tells of as past: a release cannot be older than its figures.
#[must_use]
pub fn appeared(data: &Dataset, source: Id<Source>) -> Option<(Day, Day)> {
    let published = data.sources[source].published?;
    let (first, last) = (published.first_day(), published.last_day());
    let told = data.observations.iter().filter(|(_, o)| o.source == source);
    let told = told.filter(|(_, o)| o.stage != Stage::Planned);
    let latest = told.map(|(_, o)| o.period.end.first_day()).max().unwrap_or(first);
    Some((latest.clamp(first, last), last))
}

/// The time of a promise that has passed by its release, and by the day that the figure speaks of.
///
/// # Errors
/// What is not known.
pub fn pace(
    (start, end): (Option<Day>, Option<Day>),
    appeared: Option<(Day, Day)>,
    as_of: Option<Day>,
) -> Result<Pace, NoPace> {
    let last = end.ok_or(NoPace::End)?;
    let first = start.ok_or(NoPace::Start)?;
    let (from, to) = appeared.ok_or(NoPace::Release)?;
    let from = as_of.map_or(from, |day| day.min(from));
    Ok(Pace { low: passed((first, last), from), high: passed((first, last), to) })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::day_number;

    fn day(year: i32, month: u8, day: u8) -> Day {
        day_number(year, month, day).unwrap()
    }

    fn year(year: i32) -> (Day, Day) {
        (day(year, 1, 1), day(year, 12, 31))
    }

    #[test]
    fn time_that_has_passed() {
        for (span, at, share) in [
            (year(2024), day(2024, 10, 31), 305.0 / 366.0),
            (year(2024), day(2024, 9, 30), 274.0 / 366.0),
            (year(2024), day(2023, 12, 31), 0.0),
            (year(2024), day(2024, 1, 1), 1.0 / 366.0),
            (year(2024), day(2024, 12, 31), 1.0),
            (year(2024), day(2025, 3, 1), 1.0),
            ((day(2024, 1, 1), day(2024, 10, 31)), day(2024, 9, 30), 274.0 / 305.0),
            ((day(2024, 5, 5), day(2024, 5, 5)), day(2024, 5, 5), 1.0),
            // The wrong way round: over once its end is.
            ((day(2024, 5, 5), day(2024, 5, 1)), day(2024, 4, 30), 0.0),
            ((day(2024, 5, 5), day(2024, 5, 1)), day(2024, 5, 1), 1.0),
        ] {
            assert!((passed(span, at) - share).abs() < 1e-12, "{span:?} {at} {share}");
        }
    }

    #[test]
    fn a_pace_is_as_certain_as_its_dates() {
        let (first, last) = year(2024);
        let whole = (Some(first), Some(last));
        let on = |y, m, d| Some((day(y, m, d), day(y, m, d)));
        let exact = pace(whole, on(2024, 10, 31), None).unwrap();
        assert!((exact.low - exact.high).abs() < f64::EPSILON);
        // The figures are of a month before.
        let older = pace(whole, on(2024, 10, 31), Some(day(2024, 9, 30))).unwrap();
        assert!(older.low < older.high && (older.high - exact.high).abs() < f64::EPSILON);
        // Only the year of the release is known.
        let vague = pace(whole, Some(year(2024)), Some(last)).unwrap();
        assert!(vague.low < 0.01 && vague.high > 0.99);
        for (time, released, why) in [
            ((None, Some(last)), on(2024, 10, 31), NoPace::Start),
            ((Some(first), None), on(2024, 10, 31), NoPace::End),
            (whole, None, NoPace::Release),
        ] {
            assert_eq!(pace(time, released, None), Err(why));
        }
    }
}
