//! A set of rows, one bit a row.

use serde::{Deserialize, Serialize};

/// A fixed-length set of row numbers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bitmap {
    words: Vec<u64>,
    len: usize,
}

impl Bitmap {
    /// No row of `len`.
    #[must_use]
    pub fn none(len: usize) -> Self {
        Self { words: vec![0; len.div_ceil(64)], len }
    }

    /// Every row of `len`.
    #[must_use]
    pub fn all(len: usize) -> Self {
        Self::from_fn(len, |_| true)
    }

    /// The rows for which `test` holds.
    pub fn from_fn(len: usize, mut test: impl FnMut(usize) -> bool) -> Self {
        let mut bitmap = Self::none(len);
        for row in 0..len {
            if test(row) {
                bitmap.insert(row);
            }
        }
        bitmap
    }

    /// Number of rows the set is over.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.len
    }

    /// Whether the set is over no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Adds a row; rows beyond the length are ignored.
    pub fn insert(&mut self, row: usize) {
        if row < self.len {
            self.words[row / 64] |= 1 << (row % 64);
        }
    }

    /// Whether the row is in the set.
    #[must_use]
    pub fn contains(&self, row: usize) -> bool {
        row < self.len && self.words[row / 64] >> (row % 64) & 1 == 1
    }

    /// Number of rows in the set.
    #[must_use]
    pub fn count(&self) -> usize {
        self.words.iter().map(|w| w.count_ones() as usize).sum()
    }

    /// Keeps the rows that are in `other` too.
    pub fn intersect(&mut self, other: &Self) {
        for (word, o) in self.words.iter_mut().zip(&other.words) {
            *word &= o;
        }
    }

    /// Rows in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words.iter().enumerate().flat_map(|(at, &word)| {
            std::iter::successors(Some(word), |w| Some(w & w.wrapping_sub(1)))
                .take_while(|&w| w != 0)
                .map(move |w| at * 64 + w.trailing_zeros() as usize)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_rows() {
        let mut odd = Bitmap::from_fn(130, |row| row % 2 == 1);
        assert_eq!(odd.count(), 65);
        assert_eq!(odd.iter().last(), Some(129));
        odd.intersect(&Bitmap::from_fn(130, |row| row > 125));
        assert_eq!(odd.iter().collect::<Vec<_>>(), [127, 129]);
        odd.insert(500);
        assert!(!odd.contains(500));
        assert_eq!(Bitmap::all(0).count(), 0);
    }
}
