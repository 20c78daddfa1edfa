//! The table view: which columns there are, what their cells say, the order of the rows, and the same to export.
//!
//! Columns are the table's own, known by their role, and, where rows are published figures, what only those have:
//! the printed words, the limits, the place in the release.

mod cell;
mod export;
mod field;
mod walk;

use crate::base::lang::Lang;
use crate::column::{Bitmap, Role, Table};
use crate::model::{Dataset, Observation};
use crate::query::{SortKey, sorted};

pub use cell::Cell;
pub use field::{Extra, Field, Origin, Width, toggled};
pub use walk::{Move, Place, Stretch, Viewport, stretches};

/// A dataset and its table as a reader of one language sees them row by row.
#[derive(Clone, Copy)]
pub struct Sheet<'a> {
    data: &'a Dataset,
    table: &'a Table,
    lang: Lang,
}

impl<'a> Sheet<'a> {
    /// The dataset may be empty, or know only some of the table's rows: the rest has the table's own columns.
    #[must_use]
    pub const fn new(data: &'a Dataset, table: &'a Table, lang: Lang) -> Self {
        Self { data, table, lang }
    }

    /// The published figure of a row.
    fn observation(&self, row: usize) -> Option<&'a Observation> {
        let id = self.data.observations.find(self.table.keys.get(row)?)?;
        Some(&self.data.observations[id])
    }

    /// The rows in the order asked for; ties, and an order that nothing is known of, keep the table's order.
    #[must_use]
    pub fn order(&self, rows: &Bitmap, key: Option<&SortKey>) -> Vec<usize> {
        let field = key.and_then(|key| self.field(&key.column));
        let (Some(key), Some(Origin::Extra(extra))) = (key, field.map(|f| f.origin)) else {
            return sorted(self.table, rows, key);
        };
        let mut order: Vec<_> = rows.iter().map(|row| (self.rank(row, extra), row)).collect();
        order.sort_by(|(a, _), (b, _)| {
            let compared = a.value.cmp(&b.value);
            // Blank cells stay at the end whichever way the rest is turned.
            (a.blank, a.kind).cmp(&(b.blank, b.kind)).then(if key.descending {
                compared.reverse()
            } else {
                compared
            })
        });
        order.into_iter().map(|(_, row)| row).collect()
    }

    /// Whether rows in this order fall apart into kinds of unit, which the reader should be told.
    #[must_use]
    pub fn keeps_kinds_apart(&self, key: &SortKey, order: &[usize]) -> bool {
        let is_amount = self.field(&key.column).is_some_and(|f| f.is_amount());
        let Some(kinds) = self.table.category_by_role(Role::Kind).filter(|_| is_amount) else {
            return false;
        };
        let mut kinds = order.iter().map(|&row| kinds.code(row));
        let first = kinds.next();
        kinds.any(|kind| Some(kind) != first)
    }
}

/// The order after a press on a column's name: ascending, then descending, then the table's own.
#[must_use]
pub fn next_sort(now: Option<&SortKey>, column: &str) -> Option<SortKey> {
    let to = |descending| Some(SortKey { column: column.to_owned(), descending });
    match now.filter(|key| key.column == column) {
        None => to(false),
        Some(key) if !key.descending => to(true),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests;
