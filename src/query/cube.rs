//! The active cube: what brushing one column does to every other view, worked out before the brush moves.
//!
//! For each view it holds counts by code of the active column and code of the view, summed up along the active column,
//! so that any range of the active column is one subtraction a bin (Moritz, Howe and Heer, 'Falcon', CHI 2019).

use serde::{Deserialize, Serialize};

/// Counts of linked views for every range of the active column's codes. Plain data: it can be sent away from
/// the engine that made it, and a step of the brush costs as many subtractions as the views have codes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Cube {
    /// Key of the active column.
    pub column: String,
    /// Number of codes of the active column.
    pub codes: usize,
    /// The other views, in the order they were asked for.
    pub views: Vec<CubeView>,
}

/// One view of a cube.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CubeView {
    /// Key of the view's column.
    pub column: String,
    /// Number of codes of the view.
    pub codes: usize,
    /// Row `n`, of `codes` counts each: rows whose active code is below `n`. The last row, one beyond the others, counts
    /// rows without an active code too.
    pub counts: Vec<u32>,
}

impl Cube {
    /// Writes a view's counts for the active codes `lo..=hi`, under all other clauses but the view's own. An empty range
    /// counts nothing; codes beyond the last are none.
    pub fn counts(&self, view: usize, lo: usize, hi: usize, out: &mut [u32]) {
        out.fill(0);
        let Some(view) = self.views.get(view) else { return };
        let (lo, end) = (lo, hi.saturating_add(1).min(self.codes));
        if lo < end {
            let (from, to) = (view.row(lo), view.row(end));
            for ((out, from), to) in out.iter_mut().zip(from).zip(to) {
                *out = to.wrapping_sub(*from);
            }
        }
    }

    /// Writes a view's counts without any clause on the active column: rows that lack an active code are in it.
    pub fn all(&self, view: usize, out: &mut [u32]) {
        out.fill(0);
        if let Some(view) = self.views.get(view) {
            for (out, count) in out.iter_mut().zip(view.row(self.codes + 1)) {
                *out = *count;
            }
        }
    }

    /// Which of the views a column is.
    #[must_use]
    pub fn position(&self, column: &str) -> Option<usize> {
        self.views.iter().position(|view| view.column == column)
    }
}

impl CubeView {
    fn row(&self, at: usize) -> &[u32] {
        self.counts.get(at * self.codes..(at + 1) * self.codes).unwrap_or_default()
    }

    /// A view from counts by active code, the last for rows without one, then code of the view.
    pub(super) fn new(column: &str, codes: usize, active: usize, counts: &[Vec<u32>]) -> Self {
        let mut below = vec![0_u32; codes];
        let mut rows = Vec::with_capacity((active + 2) * codes);
        rows.extend_from_slice(&below);
        for at in 0..=active {
            let counts = counts.get(at).map_or(&[][..], Vec::as_slice);
            for (below, count) in below.iter_mut().zip(counts) {
                *below = below.wrapping_add(*count);
            }
            rows.extend_from_slice(&below);
        }
        Self { column: column.to_owned(), codes, counts: rows }
    }
}
