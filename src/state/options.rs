//! What a reader chose about each view. What is empty is left to the view.
//!
//! An option is a field here and a line in the table of link keys, `state::link::keys`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::date::Day;
use crate::base::vocabulary::vocabulary;
use crate::query::SortKey;

vocabulary! {
    /// The mark a chart is drawn with; `Auto` lets the selection decide.
    #[derive(Default)]
    Mark {
        /// What fits the selection.
        #[default]
        Auto = "auto",
        /// Bars from zero.
        Bar = "bar",
        /// Dots with open-ended ranges.
        Dot = "dot",
        /// Lines over time.
        Line = "line",
        /// A grid of two categories.
        Matrix = "matrix",
        /// Areas within areas.
        Treemap = "treemap",
        /// Points over two measures.
        Scatter = "scatter",
        /// How often numbers of each size occur.
        Histogram = "histogram",
    }
}

vocabulary! {
    /// What a chart measures; `Auto` lets the selection decide.
    #[derive(Default)]
    Measure {
        /// What fits the selection.
        #[default]
        Auto = "auto",
        /// The figures themselves, a mark each.
        Figure = "figure",
        /// The sum of the figures that add up.
        Sum = "sum",
        /// The mean of the numbers.
        Mean = "mean",
        /// How many figures there are.
        Count = "count",
    }
}

vocabulary! {
    /// Which sums the overview shows.
    #[derive(Default)]
    MoneySpan {
        /// Of one year.
        #[default]
        Year = "year",
        /// Of several years.
        Total = "total",
    }
}

vocabulary! {
    /// What promises are grouped by.
    #[derive(Default)]
    Grouping {
        /// Reference areas.
        #[default]
        Place = "place",
        /// Fields of livelihood work.
        Domain = "domain",
    }
}

vocabulary! {
    /// The paper a poster is laid out for.
    #[derive(Default)]
    PosterFormat {
        /// A long picture, as wide as a phone.
        #[default]
        Long = "long",
        /// An A4 page, upright.
        Page = "a4",
        /// A slide, 16:9.
        Slide = "slide",
    }
}

vocabulary! {
    /// How places are set beside one another.
    #[derive(Default)]
    Comparison {
        /// One indicator in every place that reports it.
        #[default]
        Across = "across",
        /// Two places, whatever both report.
        Pair = "pair",
        /// What each release reports, and what it leaves out.
        Coverage = "coverage",
    }
}

vocabulary! {
    /// How the values of a map are put into classes.
    #[derive(Default)]
    Classing {
        /// About as many areas in each.
        #[default]
        Quantiles = "quantiles",
        /// Equally wide, between round numbers.
        Steps = "steps",
    }
}

vocabulary! {
    /// How many classes a map has at most.
    #[derive(Default)]
    ClassCount {
        /// Three.
        Three = "3",
        /// Four.
        Four = "4",
        /// Five.
        #[default]
        Five = "5",
        /// Six.
        Six = "6",
        /// Seven.
        Seven = "7",
    }
}

impl ClassCount {
    /// The number.
    #[must_use]
    pub const fn number(self) -> usize {
        match self {
            Self::Three => 3,
            Self::Four => 4,
            Self::Five => 5,
            Self::Six => 6,
            Self::Seven => 7,
        }
    }
}

vocabulary! {
    /// How many maps there are.
    #[derive(Default)]
    Maps {
        /// One, of one period.
        #[default]
        One = "one",
        /// One a period.
        Times = "times",
        /// One a series or a measure.
        Series = "series",
    }
}

/// Options of every view that has any.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// The overview.
    pub overview: OverviewOptions,
    /// The chart.
    pub chart: ChartOptions,
    /// The ledger.
    pub ledger: LedgerOptions,
    /// The timeline.
    pub timeline: TimelineOptions,
    /// The table.
    pub table: TableOptions,
    /// The poster.
    pub poster: PosterOptions,
    /// The comparison.
    pub compare: CompareOptions,
    /// The map.
    pub map: MapOptions,
}

/// What a reader chose about the map.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MapOptions {
    /// Measure column it shows.
    pub value: String,
    /// Id of the value that it shows of the column whose values measure unlike things.
    pub series: String,
    /// Sum or mean of several rows of an area.
    pub measure: Measure,
    /// How values are put into classes.
    pub classing: Classing,
    /// How many classes.
    pub classes: ClassCount,
    /// How many maps.
    pub maps: Maps,
    /// Last day of the period it shows; the last period where `None`.
    pub until: Option<Day>,
}

/// What a reader chose about the overview.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverviewOptions {
    /// Which sums are shown.
    pub money: MoneySpan,
}

/// What a reader chose about the chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartOptions {
    /// Its mark.
    pub mark: Mark,
    /// What it measures.
    pub measure: Measure,
    /// Id of the indicator whose figures it shows.
    pub indicator: String,
    /// Kind of unit it measures.
    pub kind: String,
    /// Measure column that bars, lines and histograms show.
    pub value: String,
    /// Measure column from left to right of a scatter.
    pub x: String,
    /// Measure column upwards of a scatter.
    pub y: String,
    /// Measure column that the circles of a scatter are as large as; `none` for circles of one size.
    pub size: String,
    /// Column it groups by.
    pub group: String,
    /// Column it splits by; `none` for none.
    pub split: String,
    /// Small multiples in place of series.
    pub facets: bool,
    /// Logarithmic value axis.
    pub log: bool,
}

/// What a reader chose about the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerOptions {
    /// What promises are grouped by.
    pub promises: Grouping,
}

/// What a reader chose about the timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimelineOptions {
    /// Column its lanes are made of.
    pub lanes: String,
    /// Days it shows; the first is before the last.
    pub window: Option<(Day, Day)>,
}

/// What a reader chose about the table.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableOptions {
    /// Order of its rows.
    pub sort: Option<SortKey>,
    /// Its columns.
    pub columns: Vec<String>,
}

/// What a reader chose about the poster.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterOptions {
    /// The paper.
    pub format: PosterFormat,
    /// Its title.
    pub title: String,
    /// Ids of its points, in order; the others follow by themselves.
    pub points: Vec<String>,
    /// What is written at the lead and at points, by their ids.
    pub texts: BTreeMap<String, String>,
}

/// What a reader chose about the comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CompareOptions {
    /// How places are compared.
    pub comparison: Comparison,
    /// Id of the indicator compared, or key of the measure.
    pub subject: String,
    /// Id of the indicator, or key of the measure, that it is divided by; empty for none.
    pub per: String,
    /// Id of the first of two places.
    pub left: String,
    /// Id of the second of two places.
    pub right: String,
    /// Id of the topic whose indicators the coverage unfolds.
    pub unfolded: String,
}
