//! What tests of readers share: a table's cells as text again.

use crate::base::date::{PartialDate, civil};
use crate::column::{Data, Table};

/// Keys of the columns.
pub(super) fn keys(table: &Table) -> Vec<String> {
    table.columns.iter().map(|column| column.key.clone()).collect()
}

/// Cells row by row.
pub(super) fn cells(table: &Table) -> Vec<Vec<String>> {
    let cell = |data: &Data, row: usize| match data {
        Data::Category(column) => column.entry(row).map(|entry| entry.id.clone()),
        Data::Measure(column) => column.float(row).map(|number| number.to_string()),
        Data::Time(column) => column.get(row).map(|span| {
            let (year, month, day) = civil(span.first);
            let dates = [
                PartialDate::Year(year),
                PartialDate::Month(year, month),
                PartialDate::Day(year, month, day),
            ];
            let fits = |date: &&PartialDate| {
                (date.first_day(), date.last_day()) == (span.first, span.last)
            };
            dates.iter().find(fits).map_or_else(|| format!("{span:?}"), PartialDate::to_string)
        }),
    };
    let row = |row| table.columns.iter().map(|c| cell(&c.data, row).unwrap_or_default()).collect();
    (0..table.len).map(row).collect()
}
