//! Data of a plane counted beforehand, where there are too many to be handed over one by one.

use serde::{Deserialize, Serialize};

/// How many data fall into each cell of a grid over both value axes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cells {
    /// Edges of the columns from left to right: ascending, one more than there are columns.
    pub across: Vec<f64>,
    /// Edges of the rows from the bottom up: ascending, one more than there are rows.
    pub along: Vec<f64>,
    /// Counts, row by row from the bottom; what is missing counts as zero.
    pub counts: Vec<u32>,
}

/// One cell that holds something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct FilledCell {
    pub(crate) across: (f64, f64),
    pub(crate) along: (f64, f64),
    pub(crate) count: u32,
}

impl Cells {
    /// The cells that hold something, rows from the top, each from left to right; cells with edges
    /// that `sound` refuses are left out.
    pub(crate) fn filled(&self, sound: impl Fn(f64, f64) -> bool) -> Vec<FilledCell> {
        let columns = self.across.len().saturating_sub(1);
        let mut filled = Vec::new();
        for (row, along) in self.along.windows(2).enumerate().rev() {
            for (column, across) in self.across.windows(2).enumerate() {
                let count = self.counts.get(row * columns + column).copied().unwrap_or(0);
                let edges = [(across[0], along[0]), (across[1], along[1])];
                let ascending = across[0] < across[1] && along[0] < along[1];
                if count > 0 && ascending && edges.iter().all(|(x, y)| sound(*x, *y)) {
                    let (across, along) = ((across[0], across[1]), (along[0], along[1]));
                    filled.push(FilledCell { across, along, count });
                }
            }
        }
        filled
    }
}
