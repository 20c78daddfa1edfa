//! Rows in the order of one column: the one key that whole orders, pages and places of rows are all worked out from.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use crate::base::order::Order;
use crate::column::{Bitmap, Codes, Data, Numbers, Role, Table};

/// A column to sort by.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortKey {
    /// Key of the column.
    pub column: String,
    /// Greatest first.
    pub descending: bool,
}

/// What a row is ordered by: kinds one after the other, in each the values the way asked for, then what has no value,
/// whichever way that is. Rows of equal keys keep the table's order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowKey<T> {
    /// What is not comparable is of unlike kinds, the least first.
    pub kind: u32,
    /// The value.
    pub value: Turned<T>,
}

/// A value the way that is asked for. All values of one order are turned the same way.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turned<T> {
    /// Least value first.
    Ascending(T),
    /// Greatest value first.
    Descending(Reverse<T>),
    /// No value.
    Blank,
}

impl<T> RowKey<T> {
    /// The key of a row of this kind and value.
    #[must_use]
    pub fn new(kind: u32, value: Option<T>, descending: bool) -> Self {
        let value = match value {
            Some(value) if descending => Turned::Descending(Reverse(value)),
            Some(value) => Turned::Ascending(value),
            None => Turned::Blank,
        };
        Self { kind, value }
    }
}

/// The order of a table's rows by one of its columns. Categories are in dictionary order, which the table's maker
/// chose; amounts of unlike kinds are not comparable, so kinds come first, rows of none before all, then amounts.
pub struct RowOrder<'a> {
    pub(super) by: By<'a>,
    descending: bool,
}

/// What rows are told apart by.
pub(super) enum By<'a> {
    /// Codes, each with its place in the order.
    Codes { codes: &'a Codes, ranks: Vec<u32> },
    /// Numbers, of one kind or of several.
    Numbers { numbers: &'a Numbers, kinds: Option<(&'a Codes, usize)> },
}

impl<'a> RowOrder<'a> {
    /// The order asked for; `None` where the table lacks the column.
    #[must_use]
    pub fn new(table: &'a Table, sort: &SortKey) -> Option<Self> {
        let by = match &table.column(&sort.column)?.data {
            Data::Category(category) => By::Codes {
                codes: &category.codes,
                ranks: (0..category.dictionary.len() as u32).collect(),
            },
            // Periods of the same days are equal, whether or not they are as of their last.
            Data::Time(time) => {
                let mut ranks = Vec::with_capacity(time.spans().len());
                let (mut rank, mut before) = (0, None);
                for span in time.spans() {
                    let days = Some((span.last, span.first));
                    rank += u32::from(before.is_some() && before != days);
                    before = days;
                    ranks.push(rank);
                }
                By::Codes { codes: time.codes(), ranks }
            }
            Data::Measure(figures) => {
                let kinds = table.category_by_role(Role::Kind);
                let kinds = kinds.map(|kinds| (&kinds.codes, kinds.dictionary.len()));
                By::Numbers { numbers: &figures.values, kinds }
            }
        };
        Some(Self { by, descending: sort.descending })
    }

    /// What a row is ordered by.
    #[must_use]
    pub fn key(&self, row: usize) -> RowKey<u64> {
        let (kind, value) = match &self.by {
            By::Codes { codes, ranks } => {
                let rank = codes.code(row).and_then(|code| ranks.get(code as usize));
                (0, rank.map(|&rank| u64::from(rank)))
            }
            By::Numbers { numbers, kinds } => {
                let kind = kinds.and_then(|(kinds, _)| kinds.code(row));
                (kind.map_or(0, |kind| kind + 1), numbers.get(row).map(ordered))
            }
        };
        RowKey::new(kind, value, self.descending)
    }

    /// Where a row of the rows stands in the order.
    #[must_use]
    pub fn place(&self, rows: &Bitmap, row: usize) -> usize {
        let own = (self.key(row), row);
        rows.iter().filter(|&other| (self.key(other), other) < own).count()
    }
}

/// A number's bits, changed so that they are in the order of the numbers; −0 is 0.
fn ordered(number: f64) -> u64 {
    let bits = (number + 0.0).to_bits();
    if bits >> 63 == 1 { !bits } else { bits | 1 << 63 }
}

/// The rows in order; without one, or of a column the table lacks, in the table's.
#[must_use]
pub fn sorted(table: &Table, rows: &Bitmap, sort: Option<&SortKey>) -> Vec<usize> {
    let mut order: Vec<usize> = rows.iter().collect();
    if let Some(by) = sort.and_then(|sort| RowOrder::new(table, sort)) {
        order.order_by_key(|&row| by.key(row));
    }
    order
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn bits_are_in_the_order_of_the_numbers(a in any::<f64>(), b in any::<f64>()) {
            prop_assume!(a.is_finite() && b.is_finite());
            prop_assert_eq!(ordered(a).cmp(&ordered(b)), (a + 0.0).total_cmp(&(b + 0.0)));
        }
    }

    #[test]
    fn zero_is_one_number() {
        assert_eq!(ordered(-0.0), ordered(0.0));
        assert!(ordered(-f64::MIN_POSITIVE) < ordered(0.0));
        assert!(ordered(0.0) < ordered(f64::MIN_POSITIVE));
    }

    #[test]
    fn blanks_come_last_whichever_way() {
        for descending in [false, true] {
            let key = |kind, value| RowKey::new(kind, value, descending);
            assert!(key(0, Some(u64::MAX)) < key(0, None) && key(0, Some(0)) < key(0, None));
            assert!(key(0, None) < key(1, Some(0)), "kinds stay in their order");
            assert_eq!(key(0, Some(1)) < key(0, Some(2)), !descending);
        }
    }
}
