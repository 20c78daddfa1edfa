//! The first rows of a file, kept as text until it is clear what the columns are.

/// Cells of the first rows, in one buffer.
#[derive(Clone, Debug, Default)]
pub(super) struct Sample {
    text: Vec<u8>,
    /// Where each cell ends.
    ends: Vec<usize>,
    /// Line of each row, the number of cells up to its end, and whether it was cut.
    rows: Vec<(usize, usize, bool)>,
}

/// Rows, bytes and cells that are enough to tell.
const ROWS: usize = 4096;
const BYTES: usize = 1 << 20;
const CELLS: usize = 1 << 20;

impl Sample {
    pub(super) fn push(&mut self, line: usize, row: &Cells<'_>) {
        for cell in row.iter() {
            self.text.extend_from_slice(cell);
            self.ends.push(self.text.len());
        }
        self.rows.push((line, self.ends.len(), row.cut));
    }

    /// Adds a row of cells that lie in several places.
    pub(super) fn push_cells<'c>(&mut self, line: usize, cells: impl Iterator<Item = &'c [u8]>) {
        for cell in cells {
            self.text.extend_from_slice(cell);
            self.ends.push(self.text.len());
        }
        self.rows.push((line, self.ends.len(), false));
    }

    pub(super) const fn is_full(&self) -> bool {
        self.rows.len() >= ROWS || self.text.len() >= BYTES || self.ends.len() >= CELLS
    }

    pub(super) const fn len(&self) -> usize {
        self.rows.len()
    }

    /// The rows.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        (0..self.rows.len()).map(|at| {
            let first = at.checked_sub(1).map_or(0, |before| self.rows[before].1);
            let (line, end, cut) = self.rows[at];
            Row { line, cut, cells: (first..end).map(|cell| self.cell(cell)).collect() }
        })
    }

    fn cell(&self, at: usize) -> &[u8] {
        let start = at.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.text[start..self.ends[at]]
    }
}

/// A row of the sample.
#[derive(Clone, Debug)]
pub(super) struct Row<'a> {
    pub(super) line: usize,
    pub(super) cut: bool,
    pub(super) cells: Vec<&'a [u8]>,
}

/// The cells of one row: a text and the places of the cells in it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cells<'a> {
    pub(super) text: &'a [u8],
    /// First byte, and byte after the last.
    pub(super) places: &'a [(u32, u32)],
    /// Whether cells of the row could not be read, which has been reported.
    pub(super) cut: bool,
}

impl<'a> Cells<'a> {
    pub(super) const fn len(&self) -> usize {
        self.places.len()
    }

    #[inline]
    pub(super) fn get(&self, at: usize) -> &'a [u8] {
        let place = self.places.get(at);
        place.and_then(|&(from, to)| self.text.get(from as usize..to as usize)).unwrap_or_default()
    }

    /// The cells of some columns that follow each other.
    pub(super) fn within(self, columns: &std::ops::Range<usize>) -> Self {
        let end = columns.end.min(self.places.len());
        let places = self.places.get(columns.start.min(end)..end).unwrap_or_default();
        Self { places, ..self }
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &'a [u8]> {
        let cells = *self;
        (0..self.len()).map(move |at| cells.get(at))
    }
}
