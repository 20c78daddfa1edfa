//! The cells of one sheet → rows. Rows and columns in which no cell says anything are left out.

use calamine::{Cell, Data};

use super::marked::{Marks, text_of};
use super::written::push;
use crate::base::order::Order;
use crate::import::rows::{Rows, Whole};
use crate::import::sample::Cells;

/// Rows that are read in one step, and cells of them with those that say nothing.
const STEP: usize = 20_000;
const STEP_CELLS: usize = 1 << 20;

/// A sheet whose rows are being read.
pub(in crate::import) struct Sheet {
    /// By row, then by column.
    cells: Vec<Cell<Data>>,
    /// How some of them are shown.
    marks: Marks,
    /// Columns that have a cell.
    columns: Vec<u32>,
    /// Number of rows that have a cell.
    rows: u64,
    /// Place of the next cell.
    next: usize,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").field("next", &self.next).finish_non_exhaustive()
    }
}

impl Sheet {
    /// From cells in any order; of several at one place the last is meant.
    pub(super) fn new(mut cells: Vec<Cell<Data>>, marks: Marks) -> Self {
        if !cells.is_sorted_by(|a, b| a.get_position() <= b.get_position()) {
            cells.order_by_key(Cell::get_position);
        }
        cells.dedup_by(|later, earlier| {
            let same = later.get_position() == earlier.get_position();
            if same {
                std::mem::swap(later, earlier);
            }
            same
        });
        let mut columns: Vec<u32> = cells.iter().map(|cell| cell.get_position().1).collect();
        columns.sort_unstable();
        columns.dedup();
        let row = |cell: &Cell<Data>| cell.get_position().0;
        let turns = cells.windows(2).filter(|pair| row(&pair[0]) != row(&pair[1])).count();
        let rows = (turns + usize::from(!cells.is_empty())) as u64;
        Self { cells, marks, columns, rows, next: 0 }
    }

    /// The fewest bytes that the table can take: one for each cell of it.
    pub(super) fn least(&self) -> u64 {
        self.rows.saturating_mul(self.columns.len() as u64)
    }

    /// Hands on some rows; whether there are more.
    pub(in crate::import) fn step(&mut self, rows: &mut Rows) -> bool {
        let (mut text, mut places) = (Vec::new(), Vec::new());
        rows.set_whole(Whole::Sure(self.rows));
        let most = (STEP_CELLS / self.columns.len().max(1)).clamp(1, STEP);
        for _ in 0..most {
            let rest = self.cells.get(self.next..).unwrap_or_default();
            let Some(first) = rest.first() else { return false };
            let row = first.get_position().0;
            let end = rest.iter().position(|cell| cell.get_position().0 != row);
            let cells = &rest[..end.unwrap_or(rest.len())];
            text.clear();
            places.clear();
            let mut those = cells.iter().peekable();
            for &column in &self.columns {
                let from = offset(text.len());
                if let Some(cell) = those.next_if(|cell| cell.get_position().1 == column) {
                    match self.marks.words(cell.get_position()) {
                        Some(words) => text_of(&mut text, cell.get_value(), words),
                        None => push(&mut text, cell.get_value()),
                    }
                }
                places.push((from, offset(text.len())));
            }
            rows.row(row as usize + 1, Cells { text: &text, places: &places, cut: false }, 1);
            self.next += cells.len();
        }
        self.next < self.cells.len()
    }
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
