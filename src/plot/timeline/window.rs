//! Which days a timeline shows: all, a part, nearer, farther, earlier, later.

use crate::base::date::{Day, PartialDate, civil};
use crate::column::{Bitmap, Table};

/// First and last day, in order.
pub type Window = (Day, Day);

/// A window is never narrower than so many days.
const NARROWEST: Day = 14;
/// What share of the figures must lie wholly within the years in which figures end, for these years alone to be
/// shown at first: a few sums over decades would else press everything into a corner.
const MOST: f64 = 0.9;

/// The days a timeline can show and those it shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Windows {
    /// From the first day any figure speaks of to the last, with some air.
    pub limits: Window,
    /// What is shown until the reader zooms.
    pub home: Window,
    /// What is shown.
    pub now: Window,
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
        let spans: Vec<Window> = rows
            .iter()
            .map(|row| (time.first[row], time.last[row]))
            .filter(|(a, b)| a <= b)
            .collect();
        let all = union(&spans)?;
        let ends: Vec<Window> = spans.iter().map(|&(_, last)| (last, last)).collect();
        let busy = union(&ends).map(|(from, to)| (year_of(from).0, to))?;
        let inside = spans.iter().filter(|(first, _)| *first >= busy.0).count();
        let focus = if inside as f64 >= MOST * spans.len() as f64 { busy } else { all };
        let limits = airy(all);
        let (from, to) = airy(focus);
        let home = order((during.0.unwrap_or(from), during.1.unwrap_or(to)));
        let limits = (limits.0.min(home.0), limits.1.max(home.1));
        let now = chosen.map_or(home, |window| within(window, limits));
        Some(Self { limits, home, now })
    }

    /// Half as wide, about a day (the middle where `None`).
    #[must_use]
    pub fn nearer(&self, about: Option<Day>) -> Window {
        self.scaled(0.5, about)
    }

    /// Twice as wide, about a day (the middle where `None`).
    #[must_use]
    pub fn farther(&self, about: Option<Day>) -> Window {
        self.scaled(2.0, about)
    }

    /// Half a width towards the past (−1) or the future (1).
    #[must_use]
    pub fn beside(&self, direction: i32) -> Window {
        let (from, to) = self.now;
        let step = ((to - from) / 2).max(1) * direction.signum();
        within((from + step, to + step), self.limits)
    }

    /// The window as the state keeps it: nothing for the one shown anyway.
    #[must_use]
    pub fn chosen(&self, window: Window) -> Option<Window> {
        (window != self.home).then_some(window)
    }

    fn scaled(&self, by: f64, about: Option<Day>) -> Window {
        let (from, to) = self.now;
        let width = f64::from(to - from);
        let wanted =
            (width * by).max(f64::from(NARROWEST)).min(f64::from(self.limits.1 - self.limits.0));
        let centre = about.map_or(f64::midpoint(f64::from(from), f64::from(to)), f64::from);
        // The day under the pointer stays under it.
        let share =
            if width > 0.0 { ((centre - f64::from(from)) / width).clamp(0.0, 1.0) } else { 0.5 };
        let first = (centre - wanted * share).round() as Day;
        within((first, first + wanted.round() as Day), self.limits)
    }
}

fn union(spans: &[Window]) -> Option<Window> {
    spans.iter().copied().reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
}

const fn order((a, b): Window) -> Window {
    if a <= b { (a, b) } else { (b, a) }
}

fn year_of(day: Day) -> Window {
    let year = PartialDate::Year(civil(day).0);
    (year.first_day(), year.last_day())
}

/// A little more on both sides, so that marks at the ends stand free; a year at the least.
fn airy((from, to): Window) -> Window {
    let (from, to) = if to - from < 360 { (year_of(from).0, year_of(to).1) } else { (from, to) };
    let air = (to - from) / 40;
    (from - air, to + air)
}

/// The window moved, and if need be narrowed, into the limits.
fn within(window: Window, limits: Window) -> Window {
    let (from, to) = order(window);
    let width = (to - from).max(NARROWEST).min(limits.1 - limits.0);
    let from = from.clamp(limits.0, (limits.1 - width).max(limits.0));
    (from, from + width)
}
