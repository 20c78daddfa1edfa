//! Rows counted, and their numbers added up and compared, by cell.
//!
//! A processor that only reads rows one after the other fetches them ahead, and one that jumps about among the cells
//! meanwhile does so poorly. So a stretch's rows are first read into the second cache, and then gone over. Codes and
//! numbers are read by turns, a short piece of each, so that the processor works cells out while numbers are on their
//! way. Each stretch is gone over by a call of its own, since a browser replaces code that it compiled soon by better
//! code between calls.

use std::hint::black_box;

use super::cells::Cells;
use crate::column::{Bitmap, Floats};

/// Rows of a stretch, a multiple of the bits of a word.
const STRETCH: usize = 1 << 16;

/// Rows of a piece, whose codes are read before its numbers are.
const PIECE: usize = 1 << 8;

/// Numbers that processors fetch at once, at least: eight of eight bytes.
const LINE: usize = 8;

/// What rows come to, by cell.
pub(super) struct Totals {
    /// Rows.
    pub(super) rows: Vec<u32>,
    /// Sums of numbers.
    pub(super) sums: Vec<f64>,
}

impl Cells<'_> {
    /// Rows of each cell; all rows where no set is given.
    pub(super) fn counts(&self, rows: Option<&Bitmap>) -> Vec<u32> {
        let mut counts = vec![0; self.len()];
        let mut count = |stretch: &Stretch<'_>| count(stretch, stretch.picked(rows), &mut counts);
        self.each_stretch(rows, None, &mut count);
        counts
    }

    /// Sums of the rows' numbers by cell, each in the order of its rows.
    pub(super) fn sums(&self, floats: &Floats, rows: Option<&Bitmap>) -> Vec<f64> {
        let mut sums = vec![0.0; self.len()];
        let mut add = |stretch: &Stretch<'_>| stretch.add(floats, rows, &mut sums);
        self.each_stretch(rows, rows.is_none().then_some(floats), &mut add);
        sums
    }

    /// [`Self::counts`] of some rows and [`Self::sums`] of some of them, in one pass.
    pub(super) fn totals(
        &self,
        floats: &Floats,
        rows: Option<&Bitmap>,
        added: Option<&Bitmap>,
    ) -> Totals {
        let mut totals = Totals { rows: vec![0; self.len()], sums: vec![0.0; self.len()] };
        let mut each = |stretch: &Stretch<'_>| {
            count(stretch, stretch.picked(rows), &mut totals.rows);
            stretch.add(floats, added, &mut totals.sums);
        };
        self.each_stretch(rows, added.is_none().then_some(floats), &mut each);
        totals
    }

    /// Least and greatest of the rows' numbers by cell; infinite where a cell has no row.
    pub(super) fn extremes(&self, floats: &Floats, rows: Option<&Bitmap>) -> (Vec<f64>, Vec<f64>) {
        let mut min = vec![f64::INFINITY; self.len()];
        let mut max = vec![f64::NEG_INFINITY; self.len()];
        let mut each = |stretch: &Stretch<'_>| {
            let ends = (&mut *min, &mut *max);
            match floats {
                Floats::F64(all) => compare(stretch, stretch.of(all), stretch.picked(rows), ends),
                Floats::F32(all) => compare(stretch, stretch.of(all), stretch.picked(rows), ends),
            }
        };
        self.each_stretch(rows, rows.is_none().then_some(floats), &mut each);
        (min, max)
    }

    /// Goes over the stretches that have a row of the set. Numbers of which every one is wanted are given, and have been
    /// read into the cache by then.
    fn each_stretch(
        &self,
        rows: Option<&Bitmap>,
        numbers: Option<&Floats>,
        each: &mut dyn FnMut(&Stretch<'_>),
    ) {
        let mut cells = vec![0; STRETCH.min(self.rows())];
        for start in (0..self.rows()).step_by(STRETCH) {
            let len = STRETCH.min(self.rows() - start);
            let is_empty = |rows: &Bitmap| words(rows, start, len).iter().all(|&word| word == 0);
            if !rows.is_some_and(is_empty) {
                let cells = &mut cells[..len];
                for (at, cells) in cells.chunks_mut(PIECE).enumerate() {
                    let first = start + at * PIECE;
                    self.read(first, cells);
                    match numbers {
                        Some(Floats::F64(all)) => bring(&all[first..first + cells.len()]),
                        Some(Floats::F32(all)) => bring(&all[first..first + cells.len()]),
                        None => {}
                    }
                }
                each(&Stretch { start, cells });
            }
        }
    }
}

/// Rows one after the other.
struct Stretch<'a> {
    start: usize,
    /// The cell of each row.
    cells: &'a [u32],
}

impl Stretch<'_> {
    /// The rows' part of a column.
    fn of<'a, N>(&self, column: &'a [N]) -> &'a [N] {
        &column[self.start..self.start + self.cells.len()]
    }

    /// One bit a row that is in the set; `None` where no set is given.
    fn picked<'a>(&self, rows: Option<&'a Bitmap>) -> Option<&'a [u64]> {
        rows.map(|rows| words(rows, self.start, self.cells.len()))
    }

    /// Adds up the numbers of the rows that are in the set.
    fn add(&self, floats: &Floats, rows: Option<&Bitmap>, sums: &mut [f64]) {
        match floats {
            Floats::F64(all) => add(self, self.of(all), self.picked(rows), sums),
            Floats::F32(all) => add(self, self.of(all), self.picked(rows), sums),
        }
    }

    /// Goes over the cells and numbers of the rows that are picked.
    #[inline(always)]
    fn each<N: Copy + Into<f64>>(
        &self,
        numbers: &[N],
        picked: Option<&[u64]>,
        mut row: impl FnMut(usize, f64),
    ) {
        let mut all = |cells: &[u32], numbers: &[N]| {
            cells.iter().zip(numbers).for_each(|(&cell, &n)| row(cell as usize, n.into()));
        };
        let Some(picked) = picked else {
            let (cells, last_cells) = self.cells.as_chunks::<LINE>();
            let (numbers, last_numbers) = numbers.as_chunks::<LINE>();
            cells.iter().zip(numbers).for_each(|(cells, numbers)| all(cells, numbers));
            return all(last_cells, last_numbers);
        };
        for ((cells, numbers), &word) in self.cells.chunks(64).zip(numbers.chunks(64)).zip(picked) {
            for at in bits(word) {
                if let (Some(cell), Some(number)) = (cells.get(at..=at), numbers.get(at..=at)) {
                    all(cell, number);
                }
            }
        }
    }
}

/// Reads numbers into the cache: one of each line brings the line.
fn bring<N: Copy + Into<f64>>(numbers: &[N]) {
    let lines = numbers.iter().step_by(LINE);
    black_box(lines.fold(0, |bits, &n| bits ^ n.into().to_bits()));
}

/// The bits of some rows, whose first is the first of a word.
fn words(rows: &Bitmap, start: usize, len: usize) -> &[u64] {
    &rows.words()[start / 64..(start + len).div_ceil(64)]
}

/// Places of the bits that are set.
#[inline(always)]
fn bits(word: u64) -> impl Iterator<Item = usize> {
    let mut rest = word;
    std::iter::from_fn(move || {
        let at = (rest != 0).then(|| rest.trailing_zeros() as usize);
        rest &= rest.wrapping_sub(1);
        at
    })
}

#[inline(never)]
fn count(stretch: &Stretch<'_>, picked: Option<&[u64]>, counts: &mut [u32]) {
    let Some(picked) = picked else {
        stretch.cells.iter().for_each(|&cell| counts[cell as usize] += 1);
        return;
    };
    for (cells, &word) in stretch.cells.chunks(64).zip(picked) {
        if word.count_ones() < 24 {
            bits(word).filter_map(|at| cells.get(at)).for_each(|&c| counts[c as usize] += 1);
            continue;
        }
        // Many: without branches.
        for (bit, &cell) in cells.iter().enumerate() {
            counts[cell as usize] += (word >> bit & 1) as u32;
        }
    }
}

#[inline(never)]
fn add<N: Copy + Into<f64>>(
    stretch: &Stretch<'_>,
    numbers: &[N],
    picked: Option<&[u64]>,
    sums: &mut [f64],
) {
    stretch.each(numbers, picked, |cell, number| sums[cell] += number);
}

#[inline(never)]
fn compare<N: Copy + Into<f64>>(
    stretch: &Stretch<'_>,
    numbers: &[N],
    picked: Option<&[u64]>,
    (min, max): (&mut [f64], &mut [f64]),
) {
    stretch.each(numbers, picked, |cell, number| {
        min[cell] = if number < min[cell] { number } else { min[cell] };
        max[cell] = if number > max[cell] { number } else { max[cell] };
    });
}
