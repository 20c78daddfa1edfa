//! What rows can be counted by: category columns, periods, binned measures.

use super::bins::Bins;
use crate::column::{Codes, Data, Table};

/// Something that gives each row a code or none.
#[derive(Clone, Debug)]
pub(super) struct Dimension {
    /// Key of the column.
    pub(super) key: String,
    /// Number of codes.
    pub(super) values: usize,
    source: CodeSource,
    /// Whether any row lacks a value; known once it was asked.
    missing: Option<bool>,
}

#[derive(Clone, Debug)]
enum CodeSource {
    Column(usize),
    Bins(Bins),
}

impl Dimension {
    /// The coded columns of a table.
    pub(super) fn of_table(table: &Table) -> Vec<Self> {
        let dimension = |(at, column): (usize, &crate::column::Column)| {
            let values = match &column.data {
                Data::Category(category) => category.dictionary.len(),
                Data::Time(periods) => periods.spans().len(),
                Data::Measure(_) => return None,
            };
            let (key, source) = (column.key.clone(), CodeSource::Column(at));
            Some(Self { key, values, source, missing: None })
        };
        table.columns.iter().enumerate().filter_map(dimension).collect()
    }

    /// A binned measure.
    pub(super) fn of_bins(measure: &str, bins: Bins) -> Self {
        let (values, source) = (bins.len(), CodeSource::Bins(bins));
        Self { key: measure.to_owned(), values, source, missing: None }
    }

    /// The bins, of a binned measure.
    pub(super) const fn bins(&self) -> Option<&Bins> {
        match &self.source {
            CodeSource::Bins(bins) => Some(bins),
            CodeSource::Column(_) => None,
        }
    }

    /// One code a row.
    pub(super) fn codes<'a>(&'a self, table: &'a Table) -> Option<&'a Codes> {
        match &self.source {
            CodeSource::Bins(bins) => Some(bins.codes()),
            CodeSource::Column(at) => match &table.columns.get(*at)?.data {
                Data::Category(category) => Some(&category.codes),
                Data::Time(periods) => Some(periods.codes()),
                Data::Measure(_) => None,
            },
        }
    }

    /// Finds out whether any row lacks a value.
    pub(super) fn learn(&mut self, table: &Table) {
        if self.missing.is_none() {
            let greatest = self.codes(table).map_or(0, Codes::greatest);
            self.missing = Some(table.len > 0 && greatest as usize >= self.values);
        }
    }

    /// Cells to count in: one a code, and a last one if any row lacks a value; at least one.
    pub(super) fn cells(&self) -> usize {
        (self.values + usize::from(self.missing.unwrap_or(true))).max(1)
    }
}
