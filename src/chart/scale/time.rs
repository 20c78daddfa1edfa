//! Time scale over days, with ticks at years, quarters, months or days by zoom.

use super::linear::LinearScale;
use crate::base::date::{Day, civil, day_number};
use crate::chart::format::TimeStep;

/// Maps a window of days to px: the window's first day begins at the left edge, its last ends at
/// the right one.
///
/// ```
/// use minsheng_explorer::base::date::day_number;
/// use minsheng_explorer::chart::{TimeStep, scale::TimeScale};
/// let day = |y| day_number(y, 1, 1).unwrap();
/// let scale = TimeScale::new((day(2016), day(2021) - 1), (0.0, 500.0));
/// let ticks = scale.ticks(50.0);
/// assert_eq!(ticks.step, TimeStep::Year);
/// assert_eq!(ticks.days, [2016, 2017, 2018, 2019, 2020].map(day));
/// assert_eq!(scale.invert(scale.scale(f64::from(day(2018)))), day(2018));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct TimeScale {
    window: (Day, Day),
    /// Maps days, of which those of a gap are fewer.
    line: LinearScale,
    /// The first day of a squeezed stretch before the window, and its width in px.
    squeezed: Option<(Day, f64)>,
    /// First and last days of stretches within the window that are squeezed, and how many days each is drawn as.
    gaps: Vec<(Day, Day)>,
    gap: f64,
    /// Days of the shortest period that is told: its ticks are no finer.
    least: f64,
}

/// First days of the periods a time axis marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TimeTicks {
    /// What each tick names.
    pub step: TimeStep,
    /// How many of that step lie between two ticks.
    pub every: i32,
    /// First days, ascending; the first may lie before the window, its period reaches into it.
    pub days: Vec<Day>,
}

impl TimeTicks {
    /// The first day of the step (year, quarter, month, day) that a day lies in.
    #[must_use]
    pub fn begin(&self, day: Day) -> Day {
        floor_to(day, self.step, 1)
    }

    /// The first day of the period after a tick's.
    #[must_use]
    pub fn after(&self, day: Day) -> Day {
        step_from(day, self.step, self.every)
    }
}

/// Width of a squeezed stretch within the window, in px.
const GAP: f64 = 56.0;
/// Of the same step some periods are so much shorter than others.
const SHORTER: f64 = 0.9;
// Far enough for any calendar date, near enough that sums stay within an i32.
const FAR: Day = 3_000_000;

impl TimeScale {
    /// A scale over a window of days, both ends included, put in order.
    #[must_use]
    pub fn new(window: (Day, Day), range: (f64, f64)) -> Self {
        let (a, b) = (window.0.clamp(-FAR, FAR), window.1.clamp(-FAR, FAR));
        let window = (a.min(b), a.max(b));
        let ends = (f64::from(window.0), f64::from(window.1) + 1.0);
        let line = LinearScale::new(ends, range);
        Self { window, line, squeezed: None, gaps: Vec::new(), gap: 0.0, least: 0.0 }
    }

    /// The same scale with stretches of its window squeezed to a narrow strip each; those that are no wider stay as they are.
    #[must_use]
    pub fn without(self, gaps: &[(Day, Day)]) -> Self {
        let days = |gap: &(Day, Day)| f64::from(gap.1 - gap.0) + 1.0;
        let (left, right) = self.line.range();
        let all = f64::from(self.window.1 - self.window.0) + 1.0;
        let is_wide = |gap: &&(Day, Day)| days(gap) * self.density() > GAP;
        let gaps: Vec<(Day, Day)> = gaps.iter().filter(is_wide).copied().collect();
        let drawn = all - gaps.iter().map(days).sum::<f64>();
        let room = right - left - GAP * gaps.len() as f64;
        if gaps.is_empty() || drawn <= 0.0 || room <= 0.0 {
            return self;
        }
        let gap = GAP * drawn / room;
        let begin = f64::from(self.window.0);
        let ends = (begin, begin + drawn + gap * gaps.len() as f64);
        Self { line: LinearScale::new(ends, (left, right)), gaps, gap, ..self }
    }

    /// The same scale for periods of so many days and more: of years nobody asks for quarters.
    #[must_use]
    pub fn of_periods(self, days: f64) -> Self {
        Self { least: days, ..self }
    }

    /// The stretches within the window that are squeezed.
    #[must_use]
    pub fn gaps(&self) -> &[(Day, Day)] {
        &self.gaps
    }

    /// Whether all days of a period, up to where the next begins, are squeezed.
    #[must_use]
    pub fn is_squeezed(&self, from: Day, next: Day) -> bool {
        self.gaps.iter().any(|gap| gap.0 <= from && next <= gap.1 + 1)
    }

    /// A moment on the line, where gaps have fewer days.
    fn drawn(&self, moment: f64) -> f64 {
        let lost = |&(from, to): &(Day, Day)| {
            let days = f64::from(to - from) + 1.0;
            (moment - f64::from(from)).clamp(0.0, days) * (1.0 - self.gap / days)
        };
        moment - self.gaps.iter().map(lost).sum::<f64>()
    }

    /// The moment at a place of the line: the inverse of `drawn`.
    fn moment(&self, drawn: f64) -> f64 {
        let mut moment = drawn;
        for &(from, to) in &self.gaps {
            let days = f64::from(to - from) + 1.0;
            moment += (moment - f64::from(from)).clamp(0.0, self.gap) * (days / self.gap - 1.0);
        }
        moment
    }

    /// The same scale with what lies before its window squeezed into so many px left of its range.
    #[must_use]
    pub fn squeezing(self, from: Day, width: f64) -> Self {
        let is_before = from < self.window.0 && width > 0.0;
        Self { squeezed: is_before.then_some((from.max(-FAR), width)), ..self }
    }

    /// The first day that has a place of its own: of the window, or of what is squeezed before it.
    #[must_use]
    pub fn first(&self) -> Day {
        self.squeezed.map_or(self.window.0, |(from, _)| from)
    }

    /// First and last day.
    #[must_use]
    pub const fn window(&self) -> (Day, Day) {
        self.window
    }

    /// px of a moment in days: a whole number is where that day begins, + 0.5 its noon.
    #[must_use]
    pub fn scale(&self, moment: f64) -> f64 {
        let begin = f64::from(self.window.0);
        match self.squeezed {
            Some((from, width)) if moment < begin => {
                let share = (moment - f64::from(from)) / (begin - f64::from(from));
                self.line.scale(begin) - width * (1.0 - share)
            }
            _ => self.line.scale(self.drawn(moment)),
        }
    }

    /// px from a day's beginning to another's end.
    #[must_use]
    pub fn span(&self, from: Day, to: Day) -> (f64, f64) {
        (self.scale(f64::from(from)), self.scale(f64::from(to) + 1.0))
    }

    /// The day at a px, within the window.
    #[must_use]
    pub fn invert(&self, px: f64) -> Day {
        // A day's left edge belongs to the day, whatever rounding did to it.
        let day = (self.moment(self.line.invert(px)) + 1e-6).floor();
        (day as Day).clamp(self.window.0, self.window.1)
    }

    /// px per day, where none are squeezed.
    #[must_use]
    pub fn density(&self) -> f64 {
        let ((from, to), (first, last)) = (self.line.range(), self.line.domain());
        (to - from).abs() / (last - first)
    }

    /// The finest step whose periods are at least `room` px wide and as long as what is told, and where its periods begin.
    #[must_use]
    pub fn ticks(&self, room: f64) -> TimeTicks {
        const STEPS: [(TimeStep, i32, f64); 12] = [
            (TimeStep::Day, 1, 1.0),
            (TimeStep::Day, 7, 7.0),
            (TimeStep::Month, 1, 30.4),
            (TimeStep::Quarter, 1, 91.3),
            (TimeStep::Year, 1, 365.25),
            (TimeStep::Year, 2, 730.5),
            (TimeStep::Year, 5, 1826.25),
            (TimeStep::Year, 10, 3652.5),
            (TimeStep::Year, 20, 7305.0),
            (TimeStep::Year, 50, 18262.5),
            (TimeStep::Year, 100, 36525.0),
            (TimeStep::Year, 1000, 365_250.0),
        ];
        let density = self.density();
        let (step, every, _) = STEPS
            .into_iter()
            .find(|(_, _, days)| days * density >= room && *days >= self.least * SHORTER)
            .unwrap_or((TimeStep::Year, 5000, 0.0));
        let mut day = floor_to(self.window.0, step, every);
        let mut days = Vec::new();
        // Far more ticks than any screen has room for mean the range was no screen's.
        while day <= self.window.1 && days.len() < 4000 {
            let next = step_from(day, step, every);
            if !self.is_squeezed(day, next) {
                days.push(day);
            }
            if next <= day {
                break;
            }
            day = next;
        }
        TimeTicks { step, every, days }
    }
}

/// The first day of the period a day lies in.
fn floor_to(day: Day, step: TimeStep, every: i32) -> Day {
    let (year, month, _) = civil(day);
    match step {
        TimeStep::Year => day_number(year.div_euclid(every) * every, 1, 1),
        TimeStep::Quarter => day_number(year, (month - 1) / 3 * 3 + 1, 1),
        TimeStep::Month | TimeStep::YearMonth => day_number(year, month, 1),
        // Weeks begin on Mondays: 1970-01-05 was one.
        TimeStep::Day if every == 7 => Some((day - 4).div_euclid(7) * 7 + 4),
        TimeStep::Day => Some(day),
    }
    .unwrap_or(day)
}

/// The first day of the period `every` steps after the one that begins on `day`.
fn step_from(day: Day, step: TimeStep, every: i32) -> Day {
    let (year, month, _) = civil(day);
    let months = match step {
        TimeStep::Day => return day + every,
        TimeStep::Month | TimeStep::YearMonth => every,
        TimeStep::Quarter => 3 * every,
        TimeStep::Year => 12 * every,
    };
    let index = year * 12 + i32::from(month) - 1 + months;
    let month = u8::try_from(index.rem_euclid(12) + 1).unwrap_or(1);
    day_number(index.div_euclid(12), month, 1).unwrap_or(FAR)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(y: i32, m: u8, d: u8) -> Day {
        day_number(y, m, d).unwrap()
    }

    #[test]
    fn ticks_are_no_finer_than_what_is_told() {
        let window = (day(2022, 1, 1), day(2023, 12, 31));
        let step =
            |days: f64| TimeScale::new(window, (0.0, 800.0)).of_periods(days).ticks(44.0).step;
        assert_eq!(
            [step(0.0), step(90.0), step(365.0)],
            [TimeStep::Quarter, TimeStep::Quarter, TimeStep::Year]
        );
    }

    #[test]
    fn zooming_in_goes_from_years_to_days() {
        let step = |from, to| {
            let ticks = TimeScale::new((from, to), (0.0, 800.0)).ticks(40.0);
            (ticks.step, ticks.every, ticks.days.len())
        };
        assert_eq!(step(day(1949, 1, 1), day(2021, 12, 31)), (TimeStep::Year, 5, 16));
        assert_eq!(step(day(2010, 1, 1), day(2021, 12, 31)), (TimeStep::Year, 1, 12));
        assert_eq!(step(day(2018, 1, 1), day(2021, 12, 31)), (TimeStep::Quarter, 1, 16));
        assert_eq!(step(day(2021, 1, 1), day(2021, 12, 31)), (TimeStep::Month, 1, 12));
        assert_eq!(step(day(2021, 9, 1), day(2021, 9, 14)), (TimeStep::Day, 1, 14));
    }

    #[test]
    fn a_quarter_begins_where_the_last_ended() {
        let ticks = TimeScale::new((day(2020, 11, 5), day(2021, 8, 1)), (0.0, 400.0)).ticks(60.0);
        assert_eq!(ticks.step, TimeStep::Quarter);
        assert_eq!(
            ticks.days,
            [day(2020, 10, 1), day(2021, 1, 1), day(2021, 4, 1), day(2021, 7, 1)]
        );
        assert_eq!(ticks.after(day(2021, 7, 1)), day(2021, 10, 1));
    }

    #[test]
    fn a_squeezed_stretch_is_as_wide_as_its_name_and_the_rest_is_to_scale() {
        let gap = (day(2023, 1, 1), day(2023, 12, 31));
        let plain = TimeScale::new((day(2019, 1, 1), day(2024, 12, 31)), (10.0, 910.0));
        let scale = plain.clone().without(&[gap]);
        let (from, to) = scale.span(gap.0, gap.1);
        assert!((to - from - GAP).abs() < 1e-6);
        let year = |y| scale.span(day(y, 1, 1), day(y, 12, 31));
        assert!((year(2019).0 - 10.0).abs() < 1e-6 && (year(2024).1 - 910.0).abs() < 1e-6);
        assert!((year(2021).1 - year(2021).0) > 165.0 && scale.density() > plain.density());
        assert!(scale.ticks(50.0).days.iter().all(|tick| civil(*tick).0 != 2023));
        for wanted in [day(2020, 5, 6), day(2023, 7, 1), day(2024, 12, 31)] {
            assert_eq!(scale.invert(scale.scale(f64::from(wanted))), wanted);
        }
        // What is narrow anyway stays as it is.
        assert_eq!(plain.clone().without(&[(day(2023, 1, 1), day(2023, 2, 1))]), plain);
    }

    #[test]
    fn the_calendars_ends_and_no_range_are_harmless() {
        for window in [(i32::MIN, i32::MAX), (5, 5), (9, 2)] {
            for range in [(0.0, 0.0), (0.0, 390.0), (f64::NAN, 1.0)] {
                let scale = TimeScale::new(window, range);
                let _ = scale.ticks(40.0);
                let _ = scale.invert(12.0);
            }
        }
    }

    proptest! {
        #[test]
        fn inverting_gives_the_day_back(from in -40_000..40_000, span in 0..40_000, t in 0.0..1.0_f64) {
            let scale = TimeScale::new((from, from + span), (30.0, 930.0));
            let day = from + (f64::from(span) * t) as Day;
            prop_assert_eq!(scale.invert(scale.scale(f64::from(day))), day);
            let ticks = scale.ticks(30.0);
            prop_assert!(ticks.days.windows(2).all(|w| w[0] < w[1]));
            prop_assert!(ticks.days.first().is_some_and(|first| *first <= from));
        }
    }
}
