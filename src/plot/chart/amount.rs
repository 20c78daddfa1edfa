//! What rows come to, taken together.

use super::meant::Meant;
use crate::model::Unit;
use crate::query::Groups;
use crate::state::Measure;

/// What some rows come to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Amount {
    /// How many there are.
    pub(crate) rows: u32,
    /// How many have a number.
    pub(crate) numbers: u32,
    /// The sum of these numbers.
    pub(crate) sum: f64,
    /// The rows themselves, where each is a figure of its own.
    pub(super) figures: Vec<usize>,
    /// How the number is meant, where it is one alone and something is said of it.
    pub(super) meant: Option<Meant>,
}

impl Amount {
    /// One of the groups that rows were put into.
    pub(crate) fn of(groups: &Groups, at: usize) -> Self {
        Self {
            rows: groups.count[at],
            numbers: groups.numbers.get(at).copied().unwrap_or_default(),
            sum: groups.sum.get(at).copied().unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What is measured of the rows; not a number where none has one.
    pub(crate) fn value(&self, measure: Measure) -> f64 {
        match measure {
            Measure::Mean => self.sum / f64::from(self.numbers),
            Measure::Sum if self.numbers > 0 => self.sum,
            Measure::Sum => f64::NAN,
            _ => f64::from(self.rows),
        }
    }

    /// The same, where there are rows and a number.
    pub(crate) fn known(&self, measure: Measure) -> Option<f64> {
        Some(self.value(measure)).filter(|value| self.rows > 0 && value.is_finite())
    }

    /// Takes other rows in.
    pub(super) fn add(&mut self, other: &Self) {
        if other.numbers > 0 {
            self.meant = other.meant.clone().filter(|_| self.numbers == 0);
        }
        self.rows += other.rows;
        self.numbers += other.numbers;
        self.sum += other.sum;
        self.figures.extend(&other.figures);
    }
}

/// What groups of rows come to, by the codes of one or two columns.
#[derive(Default)]
pub(super) struct Tally {
    /// For each column, the code of each entry.
    pub(super) codes: Vec<Vec<u32>>,
    /// What each entry comes to.
    pub(super) amounts: Vec<Amount>,
}

/// What is measured of groups, and in which unit.
pub(super) struct Gauge {
    /// Counts, sums or means.
    pub(super) measure: Measure,
    /// The unit that published figures are brought to.
    pub(super) unit: Option<AxisUnit>,
}

/// The unit of a value axis.
pub(super) struct AxisUnit {
    /// The unit.
    pub(super) unit: Unit,
    /// What the line under the title says of it.
    pub(super) words: String,
}

/// Rows that share a group on both sides.
pub(super) struct Cell {
    /// Place on the first side.
    pub(super) group: u32,
    /// Place on the second side; 0 where there is none.
    pub(super) split: u32,
    /// What they come to.
    pub(super) amount: Amount,
}
