//! Rows in the order of one column.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::base::order::Order;
use crate::column::{Bitmap, Data, Table};

/// A column to sort by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortKey {
    /// Key of the column.
    pub column: String,
    /// Greatest first.
    pub descending: bool,
}

/// The rows in order; rows that compare equal, or lack a value, keep the table's order, the latter at the end.
/// Category columns sort by dictionary order, which the table's maker chose.
#[must_use]
pub fn sorted(table: &Table, rows: &Bitmap, key: Option<&SortKey>) -> Vec<usize> {
    let mut order: Vec<usize> = rows.iter().collect();
    let Some(key) = key else { return order };
    let Some(column) = table.column(&key.column) else { return order };
    let turn = |o: Ordering| if key.descending { o.reverse() } else { o };
    match &column.data {
        Data::Category(c) => order.order_by(|&a, &b| match (c.code(a), c.code(b)) {
            (Some(x), Some(y)) => turn(x.cmp(&y)),
            (x, y) => y.is_some().cmp(&x.is_some()),
        }),
        Data::Time(t) => {
            order.order_by(|&a, &b| match (t.get(a), t.get(b)) {
                (Some(x), Some(y)) => turn((x.last, x.first).cmp(&(y.last, y.first))),
                (x, y) => y.is_some().cmp(&x.is_some()),
            });
        }
        // Amounts of unlike kinds are not comparable: sorted by kind first, then by amount.
        Data::Measure(m) => {
            let kinds = table.category_by_role(crate::column::Role::Kind);
            let kind = |row| kinds.and_then(|k| k.code(row));
            order.order_by(|&a, &b| {
                kind(a).cmp(&kind(b)).then_with(|| match (m.float(a), m.float(b)) {
                    (Some(x), Some(y)) => turn(x.total_cmp(&y)),
                    (x, y) => y.is_some().cmp(&x.is_some()),
                })
            });
        }
    }
    order
}
