//! What a plan is made of.

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::chart::{ChartSpec, Datum, MarkKind, Shade};
use crate::column::Table;
use crate::i18n::catalog::words::SEPARATOR;
use crate::state::Action;
use crate::words::{ChartTold, chart_sentence, listed};

/// A chart ready to compose, with the words around it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Plan {
    /// The chart without headings: the page sets them as text of its own.
    pub spec: ChartSpec,
    /// The words around the chart.
    pub headings: Headings,
    /// Id and hue of the topic that all its figures are of, where they are of one.
    pub topic: Option<(String, u8)>,
    /// What a reader must know to read it right.
    pub notes: Vec<String>,
    /// The same content as text; holds what the chart had no room for too.
    pub listing: Listing,
    /// What opening a mark does, by the id of its datum; `None` where there is nothing behind it.
    pub targets: Vec<Option<Action>>,
    /// Other charts of the same selection.
    pub offers: Vec<Offer>,
    /// Whether its figures do not count alike: then none is called the greatest or the least.
    pub is_apart: bool,
    /// Whether its marks are numbers of figures.
    pub is_count: bool,
    /// Whether its marks are means of several rows.
    pub is_mean: bool,
    /// What it shows first, in a sentence that may stand above it; empty where nothing can be said for sure.
    pub finding: String,
}

impl Plan {
    /// What stands under its headline: what it measures where the headline does not say it, unit and period.
    #[must_use]
    pub fn about(&self, lang: Lang) -> String {
        let Headings { title, subtitle, .. } = &self.headings;
        let title = Some(title).filter(|_| !self.finding.is_empty());
        let parts = title.into_iter().chain([subtitle]).filter(|part| !part.is_empty());
        listed(parts, SEPARATOR, lang)
    }

    /// What stands above it: what it shows first, else what it measures.
    #[must_use]
    pub fn headline(&self) -> &str {
        if self.finding.is_empty() { &self.headings.title } else { &self.finding }
    }

    /// The chart in words: what it measures, how many marks it has, which are the greatest and the least.
    #[must_use]
    pub fn sentence(&self, lang: Lang) -> String {
        let (marks, _) = self.spec.sound();
        let ends = self.ends(&marks);
        let is_even = ends.is_some_and(|[a, b]| a.extent.mid.total_cmp(&b.extent.mid).is_eq());
        let ends = ends.map_or_else(Default::default, |ends| ends.map(|mark| mark.tip.as_str()));
        let Headings { title, subtitle, .. } = &self.headings;
        let marks = self.spec.cells.as_ref().map_or(marks.len(), |_| self.listing.rows.len());
        let is_count = self.is_count;
        chart_sentence(&ChartTold { title, subtitle, marks, ends, is_even, is_count }, lang)
    }

    /// The text alternative of the chart: it in words, and what the drawing says of itself. What must be known stands
    /// beside it.
    #[must_use]
    pub fn description(&self, drawn: &str, lang: Lang) -> String {
        let mut lines = vec![self.sentence(lang), drawn.to_owned()];
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }

    /// The greatest and the least mark; `None` where marks are not of one measure.
    fn ends<'a>(&self, marks: &[&'a Datum]) -> Option<[&'a Datum; 2]> {
        let of_two = matches!(self.spec.mark, MarkKind::Scatter | MarkKind::Density);
        let is_apart = self.is_apart && marks.len() > 1;
        if of_two || is_apart || self.spec.shade != Shade::Whole {
            return None;
        }
        let by_value = |a: &&&Datum, b: &&&Datum| a.extent.mid.total_cmp(&b.extent.mid);
        // Of equals the first, as they are read.
        let greatest = marks.iter().rev().max_by(by_value)?;
        let least = marks.iter().min_by(by_value)?;
        Some([greatest, least])
    }

    /// The datum that opens this row of the table.
    #[must_use]
    pub fn datum_of(&self, key: &str) -> Option<u32> {
        let opens =
            |target: &Option<Action>| matches!(target, Some(Action::Open(open)) if open == key);
        self.targets.iter().position(opens).and_then(|at| u32::try_from(at).ok())
    }
}

/// What opens a row.
pub(in crate::plot) fn open(table: &Table, row: usize) -> Option<Action> {
    table.key(row).map(|key| Action::Open(key.into_owned()))
}

/// The words around a chart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Headings {
    /// What is measured.
    pub title: String,
    /// Unit and period.
    pub subtitle: String,
    /// Where the figures come from.
    pub source: String,
}

/// A chart's content as text: a header and rows of as many cells, the first of which names the row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Listing {
    /// Column names.
    pub header: Vec<String>,
    /// Rows.
    pub rows: Vec<Vec<String>>,
}

/// Another chart that a reader may choose.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Offer {
    /// What it is.
    pub label: String,
    /// The steps that lead to it, to be taken together.
    pub actions: Vec<Action>,
}

/// Why a selection is not drawn as asked, and what can be drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Refusal {
    /// The reason.
    pub reason: String,
    /// What can be drawn instead; never empty.
    pub offers: Vec<Offer>,
}
