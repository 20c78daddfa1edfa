//! What a chart is asked to show: values in channels, words already in the reader's language.

mod axis;
mod cells;
mod extent;

use serde::{Deserialize, Serialize};

use super::scene::{DropReason, Dropped};
use crate::base::date::Day;

pub use axis::{SizeAxis, ValueAxis};
pub use cells::Cells;
pub(crate) use cells::FilledCell;
pub use extent::{Extent, GREATEST};

/// The kind of mark a chart is made of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
    /// Two series beside each other, a row a category, each row on a scale of its own.
    Mirror,
    /// Categories × series: a filled dot where there is a datum, a hollow one where there is none.
    Presence,
    /// Areas by value, grouped by series.
    Treemap,
    /// Points over two value axes; where they would cover one another, [`MarkKind::Density`].
    Scatter,
    /// Bins over two value axes, shaded by how many data they hold.
    Density,
}

/// A row (bar, dot, matrix) of the chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Category {
    /// Its name.
    pub name: String,
    /// What else tells it apart, set smaller under the name; empty takes no space.
    pub note: String,
    /// Its hue, shown as a small square before the name; `None` shows none.
    pub hue: Option<u8>,
}

/// Rows that stand apart from those before them, under words and on a value axis of their own: what is set apart is not to be
/// compared by length.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its first row: an index into [`ChartSpec::categories`].
    pub from: u32,
    /// What its rows have in common.
    pub name: String,
}

/// A line, a part of grouped or stacked bars, a column of a matrix, a group of a treemap.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// Its name; may be empty where there is but one.
    pub name: String,
    /// Its hue; `None` takes each datum's own.
    pub hue: Option<u8>,
}

/// Among which cells a matrix's shades compare.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Shade {
    /// All cells: one unit throughout.
    #[default]
    Whole,
    /// Cells of a column: each series has a unit of its own.
    Series,
    /// Cells of a row.
    Category,
}

/// The stage of what a mark stands for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Datum {
    /// Handed back on hover and click.
    pub id: u32,
    /// Index into [`ChartSpec::categories`].
    pub category: u32,
    /// Index into [`ChartSpec::series`]; 0 where there are none.
    pub series: u32,
    /// Index into [`ChartSpec::facets`]; 0 where there are none.
    pub facet: u32,
    /// The value; on a plane its height.
    pub extent: Extent,
    /// On a plane (scatter, density): the other measure's value, its place from left to right.
    pub across: f64,
    /// On a scatter: what the circle's area stands for; `None` where nothing is known.
    pub size: Option<f64>,
    /// First and last day it covers; equal for an as-of figure.
    pub time: Option<(Day, Day)>,
    /// Of a line: figures before it are missing, so that none leads to it.
    pub gap: bool,
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
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
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
    /// Sections of the rows of bars or dots, in order; none where all may be looked at together.
    pub sections: Vec<Section>,
    /// Series, in order; may be empty where there is but one.
    pub series: Vec<Series>,
    /// Names of small multiples (bars, dots, lines, points); fewer than two make a single panel.
    pub facets: Vec<String>,
    /// Figures.
    pub data: Vec<Datum>,
    /// The value axis; on a plane the upright one.
    pub value: ValueAxis,
    /// On a plane: the level axis.
    pub across: ValueAxis,
    /// On a scatter: what the areas of circles mean; where no datum has a size all are equally large.
    pub size: SizeAxis,
    /// On a plane: data counted beforehand, drawn in place of [`ChartSpec::data`].
    pub cells: Option<Cells>,
    /// Names of stages: a legend shows those that occur; empty shows none.
    pub stages: Vec<(Fill, String)>,
    /// Stack the bars of a category in place of setting them under one another.
    pub stack: bool,
    /// Among which cells a matrix's shades compare.
    pub shade: Shade,
    /// Break a line between points further apart than so many days; `None` breaks only at a datum
    /// whose value is not a number.
    pub max_gap: Option<i32>,
    /// Lines: how many of the series, from the first, have a colour and a name; those after them stand grey behind. `None`
    /// names all.
    pub foremost: Option<u32>,
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
            MarkKind::Matrix | MarkKind::Mirror | MarkKind::Presence | MarkKind::Treemap => 1,
            _ if self.cells.is_some() || self.facets.is_empty() => 1,
            _ => self.facets.len(),
        }
    }

    /// The data that can be drawn, and those that cannot with the reason.
    #[must_use]
    pub fn sound(&self) -> (Vec<&Datum>, Vec<Dropped>) {
        let mark = self.drawn_mark();
        let positive = match mark {
            MarkKind::Treemap => true,
            MarkKind::Bar | MarkKind::Mirror | MarkKind::Presence => false,
            _ => self.value.log,
        };
        let is_grid = matches!(mark, MarkKind::Matrix | MarkKind::Mirror | MarkKind::Presence);
        let by_category = is_grid || matches!(mark, MarkKind::Bar | MarkKind::Dot);
        // Of more than two series none stands opposite.
        let most = if mark == MarkKind::Mirror { 2 } else { usize::MAX };
        let plane = matches!(mark, MarkKind::Scatter | MarkKind::Density);
        let facets = self.panels();
        let mut sound = Vec::new();
        let mut dropped = Vec::new();
        let mut cells = std::collections::HashSet::new();
        for datum in &self.data {
            let has = |index: u32, count: usize| (index as usize) < count;
            let reason = if (by_category && !has(datum.category, self.categories.len()))
                || !has(datum.series, self.series.len().max(1).min(most))
                || (facets > 1 && !has(datum.facet, facets))
            {
                Some(DropReason::NoPlace)
            } else if mark == MarkKind::Line && datum.time.is_none_or(|(a, b)| a > b) {
                Some(DropReason::NoTime)
            } else if mark == MarkKind::Line && datum.extent.mid.is_nan() {
                // A gap, and meant as one.
                continue;
            } else if is_grid && !cells.insert((datum.category, datum.series)) {
                Some(DropReason::Taken)
            } else {
                let across = plane.then(|| extent::check(datum.across, self.across.log).err());
                across.flatten().or_else(|| datum.extent.check(positive).err())
            };
            match reason {
                None => sound.push(datum),
                Some(reason) => dropped.push(Dropped { datum: datum.id, reason }),
            }
        }
        (sound, dropped)
    }

    /// How many series, from the first, have a colour and a name of their own; one where there are no series.
    #[must_use]
    pub fn named_series(&self) -> usize {
        let all = self.series.len().max(1);
        self.foremost.map_or(all, |foremost| all.min(foremost as usize))
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
