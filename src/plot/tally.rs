//! Rows by the values of a column, and what a measure comes to.

use crate::query::{Engine, Groups};
use crate::state::Measure;

/// Of the size of the numbers, so much is the rounding of their sum.
const NOISE: f64 = 1e-13;

/// Groups with what a chart measures of a column: of a mean every number counts, of a sum those that may be added up.
pub(super) fn measured(
    engine: &mut Engine,
    columns: &[&str],
    measure: Measure,
    value: Option<&str>,
) -> Groups {
    match (measure, value) {
        (Measure::Count, _) | (_, None) => engine.group_by(columns, None),
        (Measure::Sum, Some(value)) => engine.group_by(columns, Some(value)),
        (_, Some(value)) => engine.group_every(columns, value),
    }
}

/// Rows by code of a coded column under every clause, the column's own too; empty for other columns.
pub(super) fn tally(engine: &mut Engine, column: &str) -> Vec<u32> {
    let mut counts = engine.counts(column);
    if engine.filter().get(column).is_none() {
        return counts;
    }
    let groups = engine.group_by(&[column], None);
    counts.fill(0);
    for (&code, &count) in groups.codes.iter().flatten().zip(&groups.count) {
        if let Some(own) = counts.get_mut(code as usize) {
            *own = count;
        }
    }
    counts
}

/// How many values of a column have rows under every clause.
pub(super) fn distinct(engine: &mut Engine, column: &str) -> usize {
    tally(engine, column).iter().filter(|&&n| n > 0).count()
}

/// The one value of a coded column that rows have under every clause; `None` where they have several, or none.
pub(super) fn only(engine: &mut Engine, column: &str) -> Option<u32> {
    let mut present = (0..).zip(tally(engine, column)).filter(|&(_, n)| n > 0);
    let (code, _) = present.next()?;
    present.next().is_none().then_some(code)
}

/// What some rows' numbers come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Total {
    /// Rows that have a number.
    pub(super) numbers: u32,
    /// Their sum.
    pub(super) sum: f64,
    /// The least.
    pub(super) min: f64,
    /// The greatest.
    pub(super) max: f64,
}

impl Total {
    /// Of a group that was measured; `None` where no row of it has a number.
    pub(super) fn of(groups: &Groups, at: usize) -> Option<Self> {
        let numbers = *groups.numbers.get(at)?;
        (numbers > 0).then(|| Self {
            numbers,
            sum: groups.sum[at],
            min: groups.min[at],
            max: groups.max[at],
        })
    }

    /// Of a measure under every clause.
    pub(super) fn of_measure(engine: &mut Engine, measure: &str) -> Option<Self> {
        Self::of(&engine.group_every(&[], measure), 0)
    }

    /// The mean. What is left of numbers that cancel out, because few decimals are exact in binary, is nothing.
    pub(super) fn mean(&self) -> f64 {
        let mean = self.sum / f64::from(self.numbers);
        let size = self.min.abs().max(self.max.abs());
        if mean.abs() < size * NOISE { 0.0 } else { mean }
    }
}
