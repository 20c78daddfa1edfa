//! Which days a timeline shows: all, a part, nearer, farther, earlier, later.

use serde::{Deserialize, Serialize};

use crate::base::date::{Day, PartialDate, civil};
use crate::column::{Bitmap, Table};

/// First and last day, in order.
pub type Window = (Day, Day);

/// A window is never narrower than so many days.
const NARROWEST: Day = 14;
/// From so many days on, windows begin and end with months.
const MONTHS: Day = 150;
/// From the first day of a leap year to its last.
const LONGEST_YEAR: Day = 365;
/// What share of the figures must lie wholly within the years in which figures end, for these years alone to be
/// shown at first: a few sums over decades would else press everything into a corner.
const MOST: f64 = 0.9;

/// The days a timeline can show and those it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Windows {
    /// The whole years from the first day any figure speaks of to the last.
    pub limits: Window,
    /// What is shown until the reader zooms.
    pub home: Window,
    /// What is shown.
    pub now: Window,
    /// Whether no filter on time says where it begins.
    pub is_whole: bool,
}

impl Windows {
    /// The windows of a selection; `None` where no row has a time. `during` is the filter on time, `chosen` the
    /// reader's zoom.
    #[must_use]
    pub fn new(
        table: &Table,
        rows: &Bitmap,
        during: (Option<Day>, Option<Day>),
        chosen: Option<Window>,
    ) -> Option<Self> {
        let time = table.time()?;
        let spans = rows.iter().filter_map(|row| Some(((time.first(row)?, time.last(row)?), 1)));
        Self::of_spans(&spans.collect::<Vec<_>>(), during, chosen)
    }

    /// The same of periods and how many rows each has, in whole months: a table of a few months is no year, and one of
    /// years that begin in April ends in March.
    #[must_use]
    pub fn of_periods(
        spans: &[(Window, usize)],
        during: (Option<Day>, Option<Day>),
        chosen: Option<Window>,
    ) -> Option<Self> {
        let sound = || spans.iter().filter(|((a, b), n)| a <= b && *n > 0);
        let limits = months(union(sound().map(|(span, _)| *span))?);
        let short = || sound().filter(|((a, b), _)| b - a <= LONGEST_YEAR);
        let rows = |n: usize, (_, own): &(Window, usize)| n + own;
        let few = short().fold(0, rows) as f64 >= MOST * sound().fold(0, rows) as f64;
        let focus = union(short().map(|(span, _)| *span)).filter(|_| few);
        Some(Self::framed(limits, focus.map_or(limits, months), during, chosen))
    }

    /// Of spans and how many figures each has.
    fn of_spans(
        spans: &[(Window, usize)],
        during: (Option<Day>, Option<Day>),
        chosen: Option<Window>,
    ) -> Option<Self> {
        let sound = || spans.iter().filter(|((a, b), n)| a <= b && *n > 0);
        let all = union(sound().map(|(span, _)| *span))?;
        let busy = years(union(sound().map(|&((_, last), _)| (last, last)))?);
        let rows: usize = sound().map(|(_, n)| n).sum();
        let inside: usize =
            sound().filter(|((first, _), _)| *first >= busy.0).map(|(_, n)| n).sum();
        let focus = if inside as f64 >= MOST * rows as f64 { busy } else { all };
        Some(Self::framed(years(all), years(focus), during, chosen))
    }

    /// Shown at first is what the filter asks for, and else what most figures lie in.
    fn framed(
        limits: Window,
        (from, to): Window,
        during: (Option<Day>, Option<Day>),
        chosen: Option<Window>,
    ) -> Self {
        let home = order((during.0.unwrap_or(from), during.1.unwrap_or(to)));
        let limits = (limits.0.min(home.0), limits.1.max(home.1));
        let now = chosen.map_or(home, |window| within(window, limits));
        Self { limits, home, now, is_whole: during.0.is_none() }
    }

    /// The years in which no figure ends, before those that are shown at first and between them; none once a reader has
    /// zoomed or filtered, so that what is shown begins elsewhere. `ends` are the days on which figures end, in order.
    #[must_use]
    pub fn squeezed(&self, ends: &[Day]) -> Vec<Window> {
        if self.now != self.home || !self.is_whole {
            return Vec::new();
        }
        let before = (self.limits.0 < self.home.0).then_some((self.limits.0, self.home.0 - 1));
        let between = ends.windows(2).filter_map(|pair| match pair {
            &[a, b] => Some((year_of(a).1 + 1, year_of(b).0 - 1)).filter(|gap| gap.0 < gap.1),
            _ => None,
        });
        before.into_iter().chain(between).collect()
    }

    /// Half as wide, about the same middle.
    #[must_use]
    pub fn nearer(&self) -> Window {
        self.scaled(0.5)
    }

    /// Twice as wide, about the same middle.
    #[must_use]
    pub fn farther(&self) -> Window {
        self.scaled(2.0)
    }

    /// Half a width towards the past (−1) or the future (1).
    #[must_use]
    pub fn beside(&self, direction: i32) -> Window {
        let (from, to) = self.now;
        let step = ((to - from) / 2).max(1) * direction.signum();
        // Kept as wide before it is set to whole months, so that at an end it does not shrink.
        rounded(within((from + step, to + step), self.limits), self.limits)
    }

    /// The days a reader drags across, by whole months where they are many.
    #[must_use]
    pub fn brushed(&self, days: Window) -> Window {
        rounded(order(days), self.limits)
    }

    /// The window as the state keeps it: nothing for the one shown anyway.
    #[must_use]
    pub fn chosen(&self, window: Window) -> Option<Window> {
        (window != self.home).then_some(window)
    }

    fn scaled(&self, by: f64) -> Window {
        let (from, to) = (f64::from(self.now.0), f64::from(self.now.1));
        let half = (to - from) * by / 2.0;
        let middle = f64::midpoint(from, to);
        let wanted = ((middle - half).round() as Day, (middle + half).round() as Day);
        rounded(within(wanted, self.limits), self.limits)
    }
}

fn union(spans: impl Iterator<Item = Window>) -> Option<Window> {
    spans.reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

const fn order((a, b): Window) -> Window {
    if a <= b { (a, b) } else { (b, a) }
}

/// The whole year of a day.
pub(super) fn year_of(day: Day) -> Window {
    let year = PartialDate::Year(civil(day).0);
    (year.first_day(), year.last_day())
}

/// The whole years that hold the days.
fn years((from, to): Window) -> Window {
    (year_of(from).0, year_of(to).1)
}

/// The whole months that hold the days.
fn months((from, to): Window) -> Window {
    let month = |day: Day| {
        let (year, month, _) = civil(day);
        PartialDate::Month(year, month)
    };
    (month(from).first_day(), month(to).last_day())
}

/// The window from the nearest month's start to a month's end, where it is wide enough for that not to be felt.
fn rounded((from, to): Window, limits: Window) -> Window {
    if to - from < MONTHS {
        return (from, to);
    }
    let nearest = |day: Day| {
        let (year, month, _) = civil(day);
        let month = PartialDate::Month(year, month);
        let (first, next) = (month.first_day(), month.last_day() + 1);
        if day - first <= next - day { first } else { next }
    };
    (nearest(from).max(limits.0), (nearest(to + 1) - 1).min(limits.1))
}

/// The window moved, and if need be narrowed, into the limits.
fn within(window: Window, limits: Window) -> Window {
    let (from, to) = order(window);
    let width = (to - from).max(NARROWEST).min(limits.1 - limits.0);
    let from = from.clamp(limits.0, (limits.1 - width).max(limits.0));
    (from, from + width)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::date::day_number;
    use crate::column::{Column, Data, DaySpan, Periods, Role};

    fn day(year: i32, month: u8, day: u8) -> Day {
        day_number(year, month, day).unwrap()
    }

    /// A table of nothing but times.
    fn table(spans: &[Window]) -> Table {
        let span = |&(first, last): &Window| Some(DaySpan { last, first, as_of: false });
        let time = Periods::new(&spans.iter().map(span).collect::<Vec<_>>());
        let column = Column::new("when", Role::Time, Data::Time(time));
        Table { len: spans.len(), columns: vec![column], ..Table::default() }
    }

    fn windows(spans: &[Window], chosen: Option<Window>) -> Windows {
        Windows::new(&table(spans), &Bitmap::all(spans.len()), (None, None), chosen).unwrap()
    }

    #[test]
    fn a_few_long_sums_do_not_press_the_rest_into_a_corner() {
        let mut spans = vec![(day(2021, 3, 1), day(2021, 9, 30)); 19];
        spans.push((day(2022, 1, 1), day(2022, 12, 31)));
        spans.push((day(2007, 1, 1), day(2022, 12, 31)));
        let found = windows(&spans, None);
        assert_eq!(found.limits, (day(2007, 1, 1), day(2022, 12, 31)));
        assert_eq!(found.home, (day(2021, 1, 1), day(2022, 12, 31)));
        let ends = [day(2021, 9, 30), day(2022, 12, 31)];
        assert_eq!(found.squeezed(&ends), [(day(2007, 1, 1), day(2020, 12, 31))]);
        let zoomed = windows(&spans, Some((day(2021, 1, 1), day(2021, 12, 31))));
        assert!(zoomed.squeezed(&ends).is_empty());
        let alone = windows(&spans[20..], None);
        assert_eq!(alone.home, alone.limits);
    }

    #[test]
    fn years_between_figures_in_which_none_ends_are_squeezed() {
        let spans = [2019, 2022, 2024].map(|year| (day(year, 1, 1), day(year, 6, 30)));
        let ends = spans.map(|span| span.1);
        let gaps = [(day(2020, 1, 1), day(2021, 12, 31)), (day(2023, 1, 1), day(2023, 12, 31))];
        assert_eq!(windows(&spans, None).squeezed(&ends), gaps);
    }

    #[test]
    fn periods_are_framed_by_their_own_months() {
        let framed = |spans: &[Window]| {
            let spans: Vec<_> = spans.iter().map(|&span| (span, 3)).collect();
            Windows::of_periods(&spans, (None, None), None).unwrap().home
        };
        let fiscal = [2005, 2006, 2007].map(|y| (day(y, 4, 1), day(y + 1, 3, 31)));
        assert_eq!(framed(&fiscal), (day(2005, 4, 1), day(2008, 3, 31)));
        let days = [(day(2022, 8, 3), day(2022, 8, 3)), (day(2022, 9, 20), day(2022, 9, 20))];
        assert_eq!(framed(&days), (day(2022, 8, 1), day(2022, 9, 30)));
        let years = [2019, 2020].map(|y| (day(y, 1, 1), day(y, 12, 31)));
        assert_eq!(framed(&years), (day(2019, 1, 1), day(2020, 12, 31)));
    }

    #[test]
    fn zooming_in_and_out_leads_back_and_stops_at_the_limits() {
        let home = windows(&[(day(2007, 1, 1), day(2024, 12, 31))], None);
        let mut window = home.now;
        for _ in 0..12 {
            window = Windows { now: window, ..home }.nearer();
            assert!(window.0 >= home.limits.0 && window.1 <= home.limits.1 && window.0 < window.1);
        }
        assert_eq!(window.1 - window.0, NARROWEST);
        for _ in 0..20 {
            window = Windows { now: window, ..home }.farther();
        }
        assert_eq!(window, home.limits);
    }

    #[test]
    fn earlier_and_later_stop_at_the_limits() {
        let spans = [(day(2019, 1, 1), day(2024, 12, 31))];
        let mut found = windows(&spans, Some((day(2021, 1, 1), day(2021, 12, 31))));
        assert_eq!(found.beside(1), (day(2021, 7, 1), day(2022, 6, 30)));
        for _ in 0..20 {
            found.now = found.beside(1);
        }
        assert_eq!(found.now.1, day(2024, 12, 31));
        assert!(found.now.1 - found.now.0 > 300);
        assert_eq!(found.beside(1), found.now);
    }

    #[test]
    fn the_filter_on_time_frames_the_view() {
        let spans = [(day(2019, 1, 1), day(2024, 12, 31))];
        let filter = (Some(day(2021, 1, 1)), None);
        let found = Windows::new(&table(&spans), &Bitmap::all(1), filter, None).unwrap();
        assert_eq!(found.home, (day(2021, 1, 1), day(2024, 12, 31)));
        assert_eq!(found.chosen(found.home), None);
        assert_eq!(Windows::new(&table(&[]), &Bitmap::all(0), filter, None), None);
    }
}
