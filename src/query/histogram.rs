//! Rows over time, for the time filter.

use serde::{Deserialize, Serialize};

use crate::base::date::{Day, PartialDate, civil};
use crate::column::{Bitmap, Table};

/// One bin of the time histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bin {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Rows whose period ends here, of the whole table.
    pub total: usize,
    /// Of these, the rows given.
    pub selected: usize,
}

/// Counts the whole table and `rows` by the calendar year of a period's last day. A bin a year from the first year
/// to the last, the empty ones included, so that time is drawn at its true pace; no bins without a time column.
#[must_use]
pub fn histogram(table: &Table, rows: &Bitmap) -> Vec<Bin> {
    let (Some(time), Some((first, last))) = (table.time(), table.extent()) else {
        return Vec::new();
    };
    let (from, to) = (civil(first).0, civil(last).0);
    let mut bins: Vec<Bin> = (from..=to)
        .map(PartialDate::Year)
        .map(|y| Bin { first: y.first_day(), last: y.last_day(), total: 0, selected: 0 })
        .collect();
    for row in 0..table.len {
        let Some(last) = time.last(row) else { continue };
        let at = usize::try_from(civil(last).0 - from).unwrap_or(usize::MAX);
        if let Some(bin) = bins.get_mut(at) {
            bin.total += 1;
            bin.selected += usize::from(rows.contains(row));
        }
    }
    bins
}
