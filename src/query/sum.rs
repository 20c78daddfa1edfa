//! Sums of rows. A sum never counts a part and its whole twice.

use rust_decimal::Decimal;

use crate::column::{Figures, Table};

/// Adds up the rows that may be added; a row whose whole (or whole's whole) is among them is left out.
#[must_use]
pub fn sum(table: &Table, rows: &[usize]) -> (Decimal, Vec<usize>) {
    table.measure().map_or_else(Default::default, |figures| sum_of(figures, rows))
}

/// Adds up the rows of a measure that may be added, as [`sum`] does.
pub(super) fn sum_of(figures: &Figures, rows: &[usize]) -> (Decimal, Vec<usize>) {
    let mut candidates: Vec<usize> =
        rows.iter().copied().filter(|&row| figures.is_additive(row)).collect();
    candidates.sort_unstable();
    candidates.dedup();
    let whole = |row: usize| figures.whole(row);
    let counted: Vec<usize> = candidates
        .iter()
        .copied()
        .filter(|&row| {
            // The chain of wholes is a forest, so it ends; the length bounds it all the same.
            let mut chain =
                std::iter::successors(whole(row), |&w| whole(w)).take(figures.values.len());
            !chain.any(|w| candidates.binary_search(&w).is_ok())
        })
        .collect();
    let total = counted
        .iter()
        .filter_map(|&row| figures.exact(row))
        .fold(Decimal::ZERO, |total, value| total.checked_add(value).unwrap_or(total));
    (total.normalize(), counted)
}
