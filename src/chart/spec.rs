//! What a chart is asked to show: values in channels, words already in the reader's language.

use super::scene::{DropReason, Dropped};
use crate::base::date::Day;

/// Values beyond this are taken for mistakes: their differences still are finite numbers.
pub const GREATEST: f64 = 1e100;

/// The kind of mark a chart is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// Horizontal bars from zero, one row a category. On a log axis, which has no zero, [`MarkKind::Dot`].
    #[default]
    Bar,
    /// Dots with intervals: open ends as arrows, approximate values with a halo.
    Dot,
    /// Lines over time, one a series.
    Line,
    /// Categories × series, cells shaded by value.
    Matrix,
    /// Areas by value, grouped by series.
    Treemap,
}

/// A row (bar, dot, matrix) of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Category {
    /// Its name.
    pub name: String,
    /// What else tells it apart, set smaller under the name; empty takes no space.
    pub note: String,
    /// Its hue, shown as a small square before the name; `None` shows none.
    pub hue: Option<u8>,
}

/// A line, a part of grouped or stacked bars, a column of a matrix, a group of a treemap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Series {
    /// Its name; may be empty where there is but one.
    pub name: String,
    /// Its hue; `None` takes each datum's own.
    pub hue: Option<u8>,
}

/// What the marks' lengths or positions mean.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ValueAxis {
    /// Quantity and unit, printed over the plot; empty prints nothing.
    pub label: String,
    /// Logarithmic: shows positive values only.
    pub log: bool,
    /// Begin at zero where the mark leaves a choice (dots, lines); bars always do.
    pub zero: bool,
    /// Values are counts: rows have no ticks between whole numbers.
    pub whole: bool,
}

/// Among which cells a matrix's shades compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Shade {
    /// All cells: one unit throughout.
    #[default]
    Whole,
    /// Cells of a column: each series has a unit of its own.
    Series,
    /// Cells of a row.
    Category,
}

/// A published value with what is known of its ends.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    /// Where an interval begins.
    pub low: Option<f64>,
    /// The value as printed: where the mark stands.
    pub mid: f64,
    /// Where an interval ends.
    pub high: Option<f64>,
    /// It may be any amount less (不超过, 以内).
    pub open_low: bool,
    /// It may be any amount more (不低于, 以上, 余).
    pub open_high: bool,
    /// It is approximate (约, 近, 左右).
    pub soft: bool,
}

impl Extent {
    /// Exactly this.
    #[must_use]
    pub fn exact(mid: f64) -> Self {
        Self { mid, ..Self::default() }
    }

    /// About this (约, 近).
    #[must_use]
    pub fn about(mid: f64) -> Self {
        Self { soft: true, ..Self::exact(mid) }
    }

    /// This or more (不低于, 以上).
    #[must_use]
    pub fn at_least(mid: f64) -> Self {
        Self { open_high: true, ..Self::exact(mid) }
    }

    /// This or less (不超过, 以内).
    #[must_use]
    pub fn at_most(mid: f64) -> Self {
        Self { open_low: true, ..Self::exact(mid) }
    }

    /// From one value to another; the mark stands in the middle.
    #[must_use]
    pub fn between(low: f64, high: f64) -> Self {
        Self {
            low: Some(low.min(high)),
            high: Some(low.max(high)),
            ..Self::exact(f64::midpoint(low, high))
        }
    }

    /// The least and the greatest of the values it names.
    #[must_use]
    pub fn span(&self) -> (f64, f64) {
        let (low, high) = (self.low.unwrap_or(self.mid), self.high.unwrap_or(self.mid));
        (low.min(high).min(self.mid), low.max(high).max(self.mid))
    }

    fn check(&self, positive: bool) -> Result<(), DropReason> {
        for value in [Some(self.mid), self.low, self.high].into_iter().flatten() {
            if !value.is_finite() || value.abs() > GREATEST {
                return Err(DropReason::NotFinite);
            }
            // Below the inverse of the greatest, as good as zero.
            if positive && value < 1.0 / GREATEST {
                return Err(DropReason::NotPositive);
            }
        }
        Ok(())
    }
}

/// The stage of what a mark stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Fill {
    /// Completed.
    #[default]
    Solid,
    /// In progress.
    Hatched,
    /// Planned.
    Hollow,
    /// Standing: a rate, a level or a standard in force.
    Tick,
}

/// One figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Datum {
    /// Handed back on hover and click.
    pub id: u32,
    /// Index into [`ChartSpec::categories`].
    pub category: u32,
    /// Index into [`ChartSpec::series`]; 0 where there are none.
    pub series: u32,
    /// Index into [`ChartSpec::facets`]; 0 where there are none.
    pub facet: u32,
    /// The value.
    pub extent: Extent,
    /// First and last day it covers; equal for an as-of figure.
    pub time: Option<(Day, Day)>,
    /// Its stage.
    pub fill: Fill,
    /// Its domain's hue.
    pub hue: u8,
    /// The figure as readers write it: 近17亿元.
    pub label: String,
    /// Accessible text: name, figure, period.
    pub tip: String,
}

/// A chart to compose.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ChartSpec {
    /// Put before every id in the scene.
    pub prefix: String,
    /// The kind of mark.
    pub mark: MarkKind,
    /// What is measured; empty takes no space, like every heading.
    pub title: String,
    /// Unit and period.
    pub subtitle: String,
    /// Where the figures come from.
    pub source: String,
    /// Rows, in order.
    pub categories: Vec<Category>,
    /// Series, in order; may be empty where there is but one.
    pub series: Vec<Series>,
    /// Names of small multiples (bars, dots, lines); fewer than two make a single panel.
    pub facets: Vec<String>,
    /// Figures.
    pub data: Vec<Datum>,
    /// The value axis.
    pub value: ValueAxis,
    /// Names of stages: a legend shows those that occur; empty shows none.
    pub stages: Vec<(Fill, String)>,
    /// Stack the bars of a category in place of setting them under one another.
    pub stack: bool,
    /// Among which cells a matrix's shades compare.
    pub shade: Shade,
    /// Break a line between points further apart than so many days; `None` breaks only at a datum
    /// whose value is not a number.
    pub max_gap: Option<i32>,
}

impl ChartSpec {
    /// The mark that will be drawn: bars on a log axis become dots.
    #[must_use]
    pub const fn drawn_mark(&self) -> MarkKind {
        match self.mark {
            MarkKind::Bar if self.value.log => MarkKind::Dot,
            mark => mark,
        }
    }

    /// How many small multiples there are; 1 where the mark knows none.
    #[must_use]
    pub const fn panels(&self) -> usize {
        match self.mark {
            MarkKind::Bar | MarkKind::Dot | MarkKind::Line if self.facets.len() > 1 => {
                self.facets.len()
            }
            _ => 1,
        }
    }

    /// The data that can be drawn, and those that cannot with the reason.
    #[must_use]
    pub fn sound(&self) -> (Vec<&Datum>, Vec<Dropped>) {
        let mark = self.drawn_mark();
        let positive = match mark {
            MarkKind::Treemap => true,
            MarkKind::Bar => false,
            _ => self.value.log,
        };
        let by_category = matches!(mark, MarkKind::Bar | MarkKind::Dot | MarkKind::Matrix);
        let facets = self.panels();
        let mut sound = Vec::new();
        let mut dropped = Vec::new();
        let mut cells = std::collections::HashSet::new();
        for datum in &self.data {
            let has = |index: u32, count: usize| (index as usize) < count;
            let reason = if (by_category && !has(datum.category, self.categories.len()))
                || !has(datum.series, self.series.len().max(1))
                || (facets > 1 && !has(datum.facet, facets))
            {
                Some(DropReason::NoPlace)
            } else if mark == MarkKind::Line && datum.time.is_none_or(|(a, b)| a > b) {
                Some(DropReason::NoTime)
            } else if mark == MarkKind::Line && datum.extent.mid.is_nan() {
                // A gap, and meant as one.
                continue;
            } else if mark == MarkKind::Matrix && !cells.insert((datum.category, datum.series)) {
                Some(DropReason::Taken)
            } else {
                datum.extent.check(positive).err()
            };
            match reason {
                None => sound.push(datum),
                Some(reason) => dropped.push(Dropped { datum: datum.id, reason }),
            }
        }
        (sound, dropped)
    }

    /// A series' name, empty where there is none.
    #[must_use]
    pub fn series_name(&self, index: u32) -> &str {
        self.series.get(index as usize).map_or("", |series| series.name.as_str())
    }

    /// A datum's hue: its series' where that has one, else its own.
    #[must_use]
    pub fn hue(&self, datum: &Datum) -> u8 {
        self.series.get(datum.series as usize).and_then(|series| series.hue).unwrap_or(datum.hue)
    }
}
