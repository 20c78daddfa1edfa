//! A row of the sample that outlives the bytes it was read from.

use super::layout::GroupLabels;
use super::sample::{Cells, Row};

/// A row of the sample with its cells in one text.
#[derive(Debug)]
pub(super) struct OwnRow {
    /// Its line in the file.
    pub(super) line: usize,
    cut: bool,
    text: Vec<u8>,
    places: Vec<(u32, u32)>,
}

impl OwnRow {
    pub(super) fn new(row: &Row<'_>) -> Self {
        let mut places = Vec::with_capacity(row.cells.len());
        let mut end = 0_u32;
        for cell in &row.cells {
            let start = end;
            end += u32::try_from(cell.len()).unwrap_or_default();
            places.push((start, end));
        }
        Self { line: row.line, cut: row.cut, text: row.cells.concat(), places }
    }

    /// Gives the row the labels that it lacks.
    pub(super) fn fill(&mut self, groups: &mut GroupLabels) {
        let cells = groups.filled(self.cells());
        let (text, places) = (cells.text.to_vec(), cells.places.to_vec());
        (self.text, self.places) = (text, places);
    }

    pub(super) fn cells(&self) -> Cells<'_> {
        Cells { text: &self.text, places: &self.places, cut: self.cut }
    }
}
