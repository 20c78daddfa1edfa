//! Cells of several dimensions: a number for each combination of codes.

use super::scan::{BLOCK, add_cells, pair_cells};
use crate::column::Codes;

/// Stands for no code.
pub(super) const NO_CODE: u32 = u32::MAX;

/// A dimension as cells are made of it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis<'a> {
    /// One code a row.
    pub(super) codes: &'a Codes,
    /// Number of codes.
    pub(super) values: usize,
    /// Number of cells: one a code, and a last one if any row lacks a value; at least one.
    pub(super) cells: usize,
}

/// The cells of a table's rows and their numbers. A cell's key is the codes written in a mixed radix, the last axis
/// fastest; a code one beyond the last value stands for none.
#[derive(Clone, Debug)]
pub(super) struct Cells<'a> {
    axes: Vec<Axis<'a>>,
    rows: usize,
    /// Where not every cell has its number by its key.
    known: Option<Known>,
}

impl<'a> Cells<'a> {
    /// Numbers the cells of `rows` rows: by key if there are at most `dense`, else those that occur.
    pub(super) fn new(axes: Vec<Axis<'a>>, rows: usize, dense: usize) -> Self {
        let all = axes.iter().try_fold(1_usize, |all, axis| all.checked_mul(axis.cells));
        let mut cells = Self { axes, rows, known: None };
        if all.is_none_or(|all| all > dense) {
            let mut known = Known::default();
            for row in 0..rows {
                known.number(cells.key(row));
            }
            cells.known = Some(known);
        }
        cells
    }

    /// How many cells have a number.
    pub(super) fn len(&self) -> usize {
        match &self.known {
            Some(known) => known.keys.len(),
            None => self.axes.iter().map(|axis| axis.cells).product(),
        }
    }

    /// How many rows the table has.
    pub(super) const fn rows(&self) -> usize {
        self.rows
    }

    fn key(&self, row: usize) -> u128 {
        self.axes.iter().fold(0, |key: u128, axis| {
            let last = axis.cells - 1;
            let digit = axis.codes.code(row).map_or(last, |code| (code as usize).min(last));
            key.wrapping_mul(axis.cells as u128).wrapping_add(digit as u128)
        })
    }

    /// The cell numbers of the rows from `start` on, as many as there is room for.
    pub(super) fn read(&self, start: usize, out: &mut [u32]) {
        if let Some(known) = &self.known {
            for (row, out) in (start..).zip(out) {
                *out = known.find(self.key(row)).unwrap_or_default();
            }
            return;
        }
        if let ([slow, fast], false) = (self.axes.as_slice(), self.has_blanks()) {
            return pair_cells(slow.codes, fast.codes, fast.cells, start, out);
        }
        // A piece at a time stays in the first cache from axis to axis.
        for (at, out) in out.chunks_mut(BLOCK).enumerate() {
            out.fill(0);
            let mut stride = 1_u32;
            for axis in self.axes.iter().rev() {
                add_cells(axis.codes, start + at * BLOCK, axis.cells, stride, out);
                stride = stride.wrapping_mul(axis.cells as u32);
            }
        }
    }

    /// The cells that are wanted, by key: their numbers, and for each axis their codes.
    pub(super) fn list(&self, is_wanted: impl Fn(usize) -> bool) -> (Vec<usize>, Vec<Vec<u32>>) {
        let mut numbers: Vec<usize> = (0..self.len()).filter(|&cell| is_wanted(cell)).collect();
        let mut codes = vec![Vec::with_capacity(numbers.len()); self.axes.len()];
        match &self.known {
            Some(known) => {
                numbers.sort_unstable_by_key(|&cell| known.keys[cell]);
                numbers.iter().for_each(|&cell| self.decode(known.keys[cell], &mut codes));
            }
            None => self.decode_all(&numbers, &mut codes),
        }
        (numbers, codes)
    }

    /// Whether rows may lack a value of an axis.
    pub(super) fn has_blanks(&self) -> bool {
        self.axes.iter().any(|axis| axis.cells != axis.values)
    }

    /// Of cells that are numbered by key, those that have a code of every axis, by key.
    pub(super) fn with_codes(&self) -> impl Iterator<Item = usize> {
        let (_, codes) = self.list(|_| true);
        (0..self.len()).filter(move |&cell| codes.iter().all(|codes| codes[cell] != NO_CODE))
    }

    /// Adds the codes of cells that are numbered by key, ascending, to the lists of each axis. Steps on from cell to
    /// cell, since a division costs more.
    fn decode_all(&self, cells: &[usize], out: &mut [Vec<u32>]) {
        let mut stride = 1;
        for (axis, out) in self.axes.iter().zip(out).rev() {
            let (mut digit, mut next) = (0, stride);
            for &cell in cells {
                while cell >= next {
                    next += stride;
                    digit = if digit + 1 == axis.cells { 0 } else { digit + 1 };
                }
                out.push(if digit < axis.values { digit as u32 } else { NO_CODE });
            }
            stride *= axis.cells;
        }
    }

    /// Adds a key's codes to the lists of each axis.
    fn decode(&self, mut key: u128, out: &mut [Vec<u32>]) {
        for (axis, out) in self.axes.iter().zip(out).rev() {
            let digit = (key % axis.cells as u128) as usize;
            key /= axis.cells as u128;
            out.push(if digit < axis.values { digit as u32 } else { NO_CODE });
        }
    }
}

/// Keys that occur, numbered as they come: a hash table with open addressing.
#[derive(Clone, Debug, Default)]
struct Known {
    keys: Vec<u128>,
    /// Numbers plus one by place; zero is free. A power of two long, at most half full.
    places: Vec<u32>,
}

impl Known {
    fn start(&self, key: u128) -> usize {
        let folded = (key as u64) ^ ((key >> 64) as u64).rotate_left(23);
        let mixed = folded.wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (mixed >> 32) as usize & (self.places.len() - 1)
    }

    /// Where the key is, or the free place where it would be.
    fn place(&self, key: u128) -> usize {
        let mut place = self.start(key);
        while let Some(at) = self.places[place].checked_sub(1) {
            if self.keys[at as usize] == key {
                break;
            }
            place = (place + 1) & (self.places.len() - 1);
        }
        place
    }

    fn find(&self, key: u128) -> Option<u32> {
        if self.places.is_empty() {
            return None;
        }
        self.places[self.place(key)].checked_sub(1)
    }

    fn number(&mut self, key: u128) {
        if self.keys.len() * 2 >= self.places.len() {
            self.places = vec![0; (self.places.len() * 2).max(1024)];
            for at in 0..self.keys.len() {
                let place = self.place(self.keys[at]);
                self.places[place] = at as u32 + 1;
            }
        }
        let place = self.place(key);
        if self.places[place] == 0 {
            self.keys.push(key);
            self.places[place] = self.keys.len() as u32;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_the_same_whether_there_is_room_for_all_or_not() {
        let a = Codes::pack((0..500).map(|n| (n % 7 != 3).then_some(n % 7)), 7);
        let b = Codes::pack((0..500).map(|n| Some(n * n % 300)), 300);
        let axes =
            [Axis { codes: &a, values: 7, cells: 8 }, Axis { codes: &b, values: 300, cells: 300 }];
        let listed = |dense: usize| {
            let cells = Cells::new(axes.to_vec(), 500, dense);
            let mut numbers = vec![0; 500];
            cells.read(0, &mut numbers);
            let mut rows = vec![0; cells.len()];
            numbers.iter().for_each(|&at| rows[at as usize] += 1);
            let (numbers, codes) = cells.list(|cell| rows[cell] > 0);
            (numbers.into_iter().map(|cell| rows[cell]).collect::<Vec<_>>(), codes)
        };
        assert_eq!(listed(1 << 20), listed(1));
        assert_eq!(listed(1).1[0].last(), Some(&NO_CODE));
    }
}
