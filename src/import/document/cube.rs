//! A table over every combination of some dimensions, as statistical formats write one → a row for each cell.

use std::collections::HashSet;

use super::RowWriter;
use crate::base::problem::Problem;
use crate::import::rows::Rows;

/// A dimension and what its places are called.
#[derive(Clone, Debug, Default)]
pub(super) struct Dimension {
    pub(super) name: String,
    pub(super) labels: Vec<String>,
}

/// Dimensions, the last of which changes from one cell to the next, and columns behind them.
#[derive(Debug, Default)]
pub(super) struct Cube {
    pub(super) dimensions: Vec<Dimension>,
    /// Columns that each cell fills.
    pub(super) columns: Vec<String>,
}

impl Cube {
    /// Number of cells; `None` where it is beyond all counting.
    pub(super) fn cells(&self) -> Option<u64> {
        let mut sizes = self.dimensions.iter().map(|d| d.labels.len() as u64);
        sizes.try_fold(1_u64, u64::checked_mul)
    }

    /// Hands on cells: the place of each, and what stands in its columns.
    ///
    /// # Errors
    /// The table would take more memory than there may be.
    pub(super) fn write(
        &self,
        cells: impl Iterator<Item = (u64, Vec<String>)>,
        rows: &mut Rows,
    ) -> Result<(), Problem> {
        let mut taken = HashSet::new();
        let names = self.dimensions.iter().map(|d| &d.name).chain(&self.columns);
        for name in names {
            // Two dimensions of one name are two all the same.
            let mut unique = name.clone();
            while !taken.insert(unique.clone()) {
                unique = format!("{name} ({})", taken.len());
            }
            rows.column(&unique);
        }
        let mut writer = RowWriter::default();
        let mut row = vec![""; self.dimensions.len()];
        for (at, (mut place, columns)) in cells.enumerate() {
            for (cell, dimension) in row.iter_mut().zip(&self.dimensions).rev() {
                let size = dimension.labels.len().max(1) as u64;
                let label = usize::try_from(place % size).unwrap_or_default();
                *cell = dimension.labels.get(label).map_or("", String::as_str);
                place /= size;
            }
            writer.row(row.iter().copied().chain(columns.iter().map(String::as_str)), rows);
            if at.is_multiple_of(4096) {
                rows.check()?;
            }
        }
        rows.check()
    }
}

/// A name with its unit behind it, as headers have it.
pub(super) fn with_unit(name: &str, unit: Option<&str>) -> String {
    match unit.map(str::trim).filter(|unit| !unit.is_empty() && !name.contains(unit)) {
        Some(unit) => format!("{name} ({unit})"),
        None => name.to_owned(),
    }
}
