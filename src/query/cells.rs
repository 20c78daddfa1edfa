//! Cells of several dimensions: a number for each combination of codes.

use super::scan::add_cells;
use crate::column::Codes;

/// Stands for no code.
pub(super) const NO_CODE: u32 = u32::MAX;

/// Cells and their numbers. A cell's key is the codes written in a mixed radix, the last column fastest; a code one
/// beyond the last value stands for none.
#[derive(Clone, Debug)]
pub(super) struct Cells {
    sizes: Vec<usize>,
    /// Where not every cell has its number by its key.
    known: Option<Known>,
}

impl Cells {
    /// Numbers the cells of `rows` rows with these codes: by key if there are at most `dense`, else those that occur.
    pub(super) fn new(sizes: &[usize], codes: &[&Codes], rows: usize, dense: usize) -> Self {
        let all = sizes.iter().try_fold(1_usize, |all, &size| all.checked_mul(size));
        let mut cells = Self { sizes: sizes.to_vec(), known: None };
        if all.is_none_or(|all| all > dense) {
            let mut known = Known::default();
            for row in 0..rows {
                known.number(cells.key(codes, row));
            }
            cells.known = Some(known);
        }
        cells
    }

    /// How many cells have a number.
    pub(super) fn len(&self) -> usize {
        match &self.known {
            Some(known) => known.keys.len(),
            None => self.sizes.iter().product(),
        }
    }

    fn key(&self, codes: &[&Codes], row: usize) -> u128 {
        codes.iter().zip(&self.sizes).fold(0, |key: u128, (codes, &size)| {
            let last = size - 1;
            let digit = codes.code(row).map_or(last, |code| (code as usize).min(last));
            key.wrapping_mul(size as u128).wrapping_add(digit as u128)
        })
    }

    /// The cell numbers of rows `start..start + len`.
    pub(super) fn read(&self, codes: &[&Codes], start: usize, len: usize, out: &mut [u32]) {
        if let Some(known) = &self.known {
            for (row, out) in (start..start + len).zip(out) {
                *out = known.find(self.key(codes, row)).unwrap_or_default();
            }
            return;
        }
        out.fill(0);
        let mut stride = 1_u32;
        for (codes, &size) in codes.iter().zip(&self.sizes).rev() {
            add_cells(codes, start, size, stride, out);
            stride = stride.wrapping_mul(size as u32);
        }
    }

    /// Keys and numbers of the cells, by key.
    pub(super) fn in_order(&self) -> Box<dyn Iterator<Item = (u128, usize)> + '_> {
        match &self.known {
            None => Box::new((0..self.len()).map(|cell| (cell as u128, cell))),
            Some(known) => {
                let mut order: Vec<usize> = (0..known.keys.len()).collect();
                order.sort_unstable_by_key(|&at| known.keys[at]);
                Box::new(order.into_iter().map(|at| (known.keys[at], at)))
            }
        }
    }

    /// Adds a cell's codes to the lists of each column; `values` tells how many codes each has.
    pub(super) fn decode(&self, key: u128, values: &[usize], out: &mut [Vec<u32>]) {
        // Nearly every key is small; long division is left to those that are not.
        let (mut small, mut large) = (usize::try_from(key).ok(), key);
        for ((out, &size), &values) in out.iter_mut().zip(&self.sizes).zip(values).rev() {
            let digit = match &mut small {
                Some(rest) => {
                    let digit = *rest % size;
                    *rest /= size;
                    digit
                }
                None => {
                    let digit = (large % size as u128) as usize;
                    large /= size as u128;
                    digit
                }
            };
            out.push(if digit < values { digit as u32 } else { NO_CODE });
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
        let (sizes, values, codes) = ([8, 300], [7, 300], [&a, &b]);
        let listed = |dense: usize| {
            let cells = Cells::new(&sizes, &codes, 500, dense);
            let mut numbers = vec![0; 500];
            cells.read(&codes, 0, 500, &mut numbers);
            let mut rows = vec![0; cells.len()];
            numbers.iter().for_each(|&at| rows[at as usize] += 1);
            let mut found = vec![Vec::new(); 2];
            let mut counts = Vec::new();
            for (key, at) in cells.in_order().filter(|(_, at)| rows[*at] > 0) {
                cells.decode(key, &values, &mut found);
                counts.push(rows[at]);
            }
            (found, counts)
        };
        assert_eq!(listed(1 << 20), listed(1));
        assert_eq!(listed(1).0[0].last(), Some(&NO_CODE));
    }
}
