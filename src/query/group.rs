//! Groups of rows and their sums. A sum never counts a part and its whole twice.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::column::{Bitmap, Category, Figures, Table};

/// Stands for no value in a cell's key, and sorts last.
const NONE: u32 = u32::MAX;

/// What a set of rows comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Aggregate {
    /// The rows, ascending.
    pub rows: Vec<usize>,
    /// Sum over the rows that add up, in base units; exact.
    pub sum: Decimal,
    /// The rows that the sum counts.
    pub summed: Vec<usize>,
}

/// A cell of a grouping: one code per grouping column, `None` where the row has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Codes, in the order of the grouping columns.
    pub codes: Vec<Option<u32>>,
    /// What its rows come to.
    pub value: Aggregate,
}

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

/// What the rows come to.
#[must_use]
pub fn aggregate(table: &Table, rows: Vec<usize>) -> Aggregate {
    let (sum, summed) = sum(table, &rows);
    Aggregate { rows, sum, summed }
}

/// Groups rows by the values of several category columns; cells are ordered by code, those without a value last.
#[must_use]
pub fn group(table: &Table, rows: &Bitmap, by: &[&Category]) -> Vec<Cell> {
    let mut cells: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
    for row in rows.iter() {
        let key = by.iter().map(|c| c.code(row).unwrap_or(NONE)).collect();
        cells.entry(key).or_default().push(row);
    }
    let decode = |code: u32| (code != NONE).then_some(code);
    cells
        .into_iter()
        .map(|(key, rows)| Cell {
            codes: key.into_iter().map(decode).collect(),
            value: aggregate(table, rows),
        })
        .collect()
}
