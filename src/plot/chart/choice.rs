//! What a chart shows, and how, with nothing left to choose.

use crate::chart::ValueAxis;
use crate::column::Role;
use crate::state::{Mark, Measure};

/// The split that asks for none; an empty one leaves the choice to the chart.
pub const NO_SPLIT: &str = "none";

/// Roles of any table by how well their groups sum a selection up. The unit of a number says least of its row.
pub(crate) const GROUP_BY: [Role; 7] =
    [Role::Topic, Role::Area, Role::Stage, Role::Series, Role::Category, Role::Time, Role::Kind];
/// Parts that bars or a matrix have room for.
pub(super) const MOST_PARTS: usize = 14;
/// A chart with nothing left to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Choice {
    /// What is measured; never [`Measure::Auto`].
    pub(crate) measure: Measure,
    /// The mark; never [`Mark::Auto`].
    pub(crate) mark: Mark,
    /// The measure column of plain rows; none where rows are only counted.
    pub(crate) value: Option<String>,
    /// The column of groups or lines; `None` ranks single rows by size alone.
    pub(crate) group: Option<String>,
    /// The column that divides them.
    pub(crate) split: Option<String>,
    /// Small multiples in place of series.
    pub(crate) facets: bool,
    /// Logarithmic axis.
    pub(crate) log: bool,
    /// Whether parts are shares that come to a hundred in each group: they stand in one bar.
    pub(crate) is_whole: bool,
}

impl Choice {
    /// The axis of bars, dots, cells and areas. A bar is as long as its value, so its axis begins at zero; a dot only
    /// stands somewhere, and an axis that begins elsewhere sets dots farther apart.
    pub(super) fn axis(&self, whole: bool) -> ValueAxis {
        ValueAxis { log: self.log, zero: self.mark != Mark::Dot, whole, ..ValueAxis::default() }
    }

    /// A chart without groups.
    pub(super) const fn of(mark: Mark, measure: Measure, value: Option<String>) -> Self {
        Self {
            measure,
            mark,
            value,
            group: None,
            split: None,
            facets: false,
            log: false,
            is_whole: false,
        }
    }
}

/// Measure and mark as far as they are settled.
pub(super) struct Asked {
    /// What is measured; never [`Measure::Auto`].
    pub(super) measure: Measure,
    /// The mark; [`Mark::Auto`] where groups decide.
    pub(super) mark: Mark,
    /// The measure column of plain rows.
    pub(super) value: Option<String>,
}
