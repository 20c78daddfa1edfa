//! Cross tables: an amount for every combination of codes, whether rows have it or not.

use super::Engine;
use super::group::{Added, DENSE, sums};
use crate::query::cells::Cells;

impl Engine {
    /// Rows under every clause by every combination of the columns' codes, those of the last column one after the other.
    /// Rows that lack a value of one of the columns are in none. `None` where a column cannot be counted by, or there
    /// are more combinations than can be kept.
    pub fn crosstab_counts(&mut self, columns: &[&str]) -> Option<Vec<u32>> {
        let dimensions = self.crossed(columns)?;
        let rows = self.sifted(|_| true);
        let cells = self.cells_of(&dimensions);
        let counts = cells.counts(rows.as_ref());
        Some(without_blanks(&cells, counts))
    }

    /// Sums of a measure, as [`Self::crosstab_counts`] gives counts: only numbers that may be added up, and no part with
    /// its whole. `None` also where there is no such measure.
    pub fn crosstab_sums(&mut self, columns: &[&str], measure: &str) -> Option<Vec<f64>> {
        let dimensions = self.crossed(columns)?;
        let rows = self.sifted(|_| true);
        let rows = self.counting(columns, rows);
        let cells = self.cells_of(&dimensions);
        let sums = sums(&cells, self.figures(measure)?, rows.as_ref(), Added::Additive);
        Some(without_blanks(&cells, sums))
    }

    /// The dimensions of the columns, if there is room for all combinations of their codes.
    fn crossed(&mut self, columns: &[&str]) -> Option<Vec<usize>> {
        let dimensions: Option<Vec<usize>> = columns.iter().map(|c| self.dimension(c)).collect();
        let dimensions = dimensions?;
        self.learn(&dimensions);
        let sizes = dimensions.iter().map(|&d| self.dimensions[d].cells());
        let all = sizes.into_iter().try_fold(1_usize, usize::checked_mul);
        all.is_some_and(|all| all <= DENSE).then_some(dimensions)
    }
}

/// The amounts of the cells that have a code of every axis.
fn without_blanks<T: Copy>(cells: &Cells<'_>, amounts: Vec<T>) -> Vec<T> {
    if cells.has_blanks() {
        cells.with_codes().map(|cell| amounts[cell]).collect()
    } else {
        amounts
    }
}
