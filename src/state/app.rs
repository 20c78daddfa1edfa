//! Everything a link carries.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::own::OwnTable;
use crate::base::date::Day;
use crate::base::lang::Lang;
use crate::base::vocabulary::vocabulary;
use crate::query::{Filter, SortKey};

vocabulary! {
    /// A way to look at the selection.
    View {
        /// Summary cards.
        Overview = "overview",
        /// Targets and what became of them.
        Ledger = "ledger",
        /// Lanes over time.
        Timeline = "timeline",
        /// A chart the reader composes.
        Chart = "chart",
        /// Places beside one another.
        Compare = "compare",
        /// Every figure as a row.
        Table = "table",
        /// One picture to print or to pass on.
        Poster = "poster",
    }
}

vocabulary! {
    /// Light or dark; `Auto` follows the system.
    Theme {
        /// As the system.
        Auto = "auto",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}

vocabulary! {
    /// The mark a chart is drawn with; `Auto` lets the selection decide.
    Mark {
        /// What fits the selection.
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
    Measure {
        /// What fits the selection.
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
    /// What promises are grouped by.
    Grouping {
        /// Reference areas.
        Place = "place",
        /// Fields of livelihood work.
        Domain = "domain",
    }
}

vocabulary! {
    /// The paper a poster is laid out for.
    PosterFormat {
        /// A long picture, as wide as a phone.
        Long = "long",
        /// An A4 page, upright.
        Page = "a4",
        /// A slide, 16:9.
        Slide = "slide",
    }
}

/// What a reader chose about the poster. What is empty is left to the poster.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PosterOptions {
    /// The paper.
    pub format: PosterFormat,
    /// Its title.
    pub title: String,
    /// Ids of its blocks, in order.
    pub blocks: Vec<String>,
    /// Titles of blocks, by their ids.
    pub names: BTreeMap<String, String>,
}

impl Default for PosterOptions {
    fn default() -> Self {
        let (blocks, names) = (Vec::new(), BTreeMap::new());
        Self { format: PosterFormat::Long, title: String::new(), blocks, names }
    }
}

/// Where a reader is in a story.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryPlace {
    /// The story's id: that of the release it is about.
    pub story: String,
    /// The step, counted from 1.
    pub step: u32,
}

vocabulary! {
    /// How places are set beside one another.
    Comparison {
        /// One indicator in every place that reports it.
        Across = "across",
        /// Two places, whatever both report.
        Pair = "pair",
        /// What each release reports, and what it leaves out.
        Coverage = "coverage",
    }
}

/// Options of the views. An empty key lets the view choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// Mark of the chart.
    pub mark: Mark,
    /// What the chart measures.
    pub measure: Measure,
    /// Kind of unit the chart measures.
    pub kind: String,
    /// Measure column that bars, lines and histograms show.
    pub value: String,
    /// Measure column from left to right of a scatter.
    pub x: String,
    /// Measure column upwards of a scatter.
    pub y: String,
    /// Measure column that the circles of a scatter are as large as.
    pub size: String,
    /// Column the chart groups by.
    pub group: String,
    /// Column the chart splits by.
    pub split: String,
    /// Small multiples in place of series.
    pub facets: bool,
    /// Logarithmic value axis.
    pub log: bool,
    /// What the ledger groups promises by.
    pub promises: Grouping,
    /// Column the timeline's lanes are made of.
    pub lanes: String,
    /// Days the timeline shows; the view's choice where `None`.
    pub window: Option<(Day, Day)>,
    /// Order of the table.
    pub sort: Option<SortKey>,
    /// Columns of the table; the table's choice where empty.
    pub columns: Vec<String>,
    /// The poster.
    pub poster: PosterOptions,
    /// How places are compared.
    pub comparison: Comparison,
    /// Id of the indicator compared, or key of the measure.
    pub subject: String,
    /// Id of the indicator that it is divided by; empty for none.
    pub per: String,
    /// Id of the first of two places.
    pub left: String,
    /// Id of the second of two places.
    pub right: String,
    /// Id of the topic whose indicators the coverage unfolds.
    pub unfolded: String,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            mark: Mark::Auto,
            measure: Measure::Auto,
            kind: String::new(),
            value: String::new(),
            x: String::new(),
            y: String::new(),
            size: String::new(),
            group: String::new(),
            split: String::new(),
            facets: false,
            log: false,
            promises: Grouping::Place,
            lanes: String::new(),
            window: None,
            sort: None,
            columns: Vec::new(),
            poster: PosterOptions::default(),
            comparison: Comparison::Across,
            subject: String::new(),
            per: String::new(),
            left: String::new(),
            right: String::new(),
            unfolded: String::new(),
        }
    }
}

/// What a reader sees, as plain values.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AppState {
    /// Language of the interface; `None` follows the page's default.
    pub lang: Option<Lang>,
    /// Theme.
    pub theme: Theme,
    /// View.
    pub view: View,
    /// What is filtered.
    pub filter: Filter,
    /// Options of the views.
    pub options: Options,
    /// Key of the row whose detail is open.
    pub selection: Option<String>,
    /// The story that is told, and how far it has come.
    pub story: Option<StoryPlace>,
    /// The reader's own table that all this is about; `None` where it is what the page brings itself.
    pub table: Option<OwnTable>,
    /// Shown inside another page, without header and filters.
    pub embed: bool,
}

impl Default for AppState {
    fn default() -> Self {
        Self {
            lang: None,
            theme: Theme::Auto,
            view: View::Overview,
            filter: Filter::default(),
            options: Options::default(),
            selection: None,
            story: None,
            table: None,
            embed: false,
        }
    }
}

impl AppState {
    /// The language in force: Chinese unless another was chosen.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.lang.unwrap_or_default()
    }

    /// Another state in the looks of this one: language, theme, and whether it is embedded.
    #[must_use]
    pub fn dress(&self, other: Self) -> Self {
        Self { lang: self.lang, theme: self.theme, embed: self.embed, ..other }
    }
}
