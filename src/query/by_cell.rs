//! Rows counted, and their numbers added up and compared, by cell.
//!
//! A processor that only reads rows one after the other fetches them ahead, and one that jumps about among the cells
//! meanwhile does so poorly. So the cells and numbers of a stretch of rows are first read into what the second cache
//! holds, and then gone over. Stretches are gone over by calls of their own, since the browser replaces slow code by fast
//! code between two calls.

use super::cells::Cells;
use crate::column::{Bitmap, Floats};

/// Rows of a stretch, a multiple of the bits of a word.
const STRETCH: usize = 1 << 15;

impl Cells<'_> {
    /// Rows of each cell; all rows where no set is given.
    pub(super) fn counts(&self, rows: Option<&Bitmap>) -> Vec<u32> {
        let mut counts = vec![0; self.len()];
        self.each_stretch(rows, None, &mut |stretch| count(stretch, &mut counts));
        counts
    }

    /// Sums of the rows' numbers by cell, each in the order of its rows.
    pub(super) fn sums(&self, floats: &Floats, rows: Option<&Bitmap>) -> Vec<f64> {
        let mut sums = vec![0.0; self.len()];
        self.each_stretch(rows, Some(floats), &mut |stretch| add(stretch, &mut sums));
        sums
    }

    /// Least and greatest of the rows' numbers by cell; infinite where a cell has no row.
    pub(super) fn extremes(&self, floats: &Floats, rows: Option<&Bitmap>) -> (Vec<f64>, Vec<f64>) {
        let mut min = vec![f64::INFINITY; self.len()];
        let mut max = vec![f64::NEG_INFINITY; self.len()];
        let each = &mut |stretch: &Stretch<'_>| compare(stretch, &mut min, &mut max);
        self.each_stretch(rows, Some(floats), each);
        (min, max)
    }

    fn each_stretch(
        &self,
        rows: Option<&Bitmap>,
        floats: Option<&Floats>,
        each: &mut dyn FnMut(&Stretch<'_>),
    ) {
        let longest = STRETCH.min(self.rows());
        let mut cells = vec![0; longest];
        let mut numbers = Vec::with_capacity(if floats.is_some() { longest } else { 0 });
        for start in (0..self.rows()).step_by(STRETCH) {
            let len = STRETCH.min(self.rows() - start);
            let picked = rows.map(|rows| &rows.words()[start / 64..(start + len).div_ceil(64)]);
            if picked.is_some_and(|words| words.iter().all(|&word| word == 0)) {
                continue;
            }
            let cells = &mut cells[..len];
            self.read(start, cells);
            numbers.clear();
            match floats {
                Some(Floats::F64(all)) => numbers.extend_from_slice(&all[start..start + len]),
                Some(Floats::F32(all)) => {
                    numbers.extend(all[start..start + len].iter().map(|&number| f64::from(number)));
                }
                None => {}
            }
            each(&Stretch { cells, numbers: &numbers, picked });
        }
    }
}

/// Rows one after the other.
struct Stretch<'a> {
    cells: &'a [u32],
    /// Empty where none are asked for.
    numbers: &'a [f64],
    /// One bit a row that is meant; `None` where all are.
    picked: Option<&'a [u64]>,
}

impl Stretch<'_> {
    /// Goes over the cells and numbers of the rows that are meant.
    #[inline(always)]
    fn each(&self, mut row: impl FnMut(usize, f64)) {
        let Some(picked) = self.picked else {
            let (cells, last_cells) = self.cells.as_chunks::<8>();
            let (numbers, last_numbers) = self.numbers.as_chunks::<8>();
            for (cells, numbers) in cells.iter().zip(numbers) {
                for at in 0..8 {
                    row(cells[at] as usize, numbers[at]);
                }
            }
            last_cells.iter().zip(last_numbers).for_each(|(&cell, &n)| row(cell as usize, n));
            return;
        };
        let words = self.cells.chunks(64).zip(self.numbers.chunks(64)).zip(picked);
        for ((cells, numbers), &word) in words {
            if word == u64::MAX {
                cells.iter().zip(numbers).for_each(|(&cell, &n)| row(cell as usize, n));
                continue;
            }
            let mut rest = word;
            while rest != 0 {
                let at = rest.trailing_zeros() as usize;
                if let (Some(&cell), Some(&number)) = (cells.get(at), numbers.get(at)) {
                    row(cell as usize, number);
                }
                rest &= rest - 1;
            }
        }
    }
}

#[inline(never)]
fn count(stretch: &Stretch<'_>, counts: &mut [u32]) {
    let Some(picked) = stretch.picked else {
        stretch.cells.iter().for_each(|&cell| counts[cell as usize] += 1);
        return;
    };
    for (cells, &word) in stretch.cells.chunks(64).zip(picked).filter(|(_, word)| **word != 0) {
        // Without branches, which would be foreseen badly.
        for (bit, &cell) in cells.iter().enumerate() {
            counts[cell as usize] += (word >> bit & 1) as u32;
        }
    }
}

#[inline(never)]
fn add(stretch: &Stretch<'_>, sums: &mut [f64]) {
    stretch.each(|cell, number| sums[cell] += number);
}

#[inline(never)]
fn compare(stretch: &Stretch<'_>, min: &mut [f64], max: &mut [f64]) {
    stretch.each(|cell, number| {
        min[cell] = if number < min[cell] { number } else { min[cell] };
        max[cell] = if number > max[cell] { number } else { max[cell] };
    });
}
