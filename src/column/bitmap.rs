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

    /// The rows whose bits are set, the first row in the lowest bit of the first word; bits beyond `len` are ignored.
    #[must_use]
    pub fn from_words(mut words: Vec<u64>, len: usize) -> Self {
        words.resize(len.div_ceil(64), 0);
        if let (Some(last), rest @ 1..) = (words.last_mut(), len % 64) {
            *last &= (1 << rest) - 1;
        }
        Self { words, len }
    }

    /// One bit a row.
    #[must_use]
    pub fn words(&self) -> &[u64] {
        &self.words
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

    /// Adds the rows that are in `other`.
    pub fn unite(&mut self, other: &Self) {
        for (word, o) in self.words.iter_mut().zip(&other.words) {
            *word |= o;
        }
    }

    /// The rows at places `range` among those in the set.
    #[must_use]
    pub fn slice(&self, range: std::ops::Range<usize>) -> Vec<usize> {
        let mut before = 0;
        let start = self.words.iter().position(|word| {
            before += word.count_ones() as usize;
            before > range.start
        });
        let Some(start) = start else { return Vec::new() };
        before -= self.words[start].count_ones() as usize;
        let rows = self.words[start..]
            .iter()
            .enumerate()
            .flat_map(|(at, &word)| bits(word).map(move |bit| (start + at) * 64 + bit));
        rows.skip(range.start - before).take(range.len()).collect()
    }

    /// Rows in the set, ascending.
    pub fn iter(&self) -> impl Iterator<Item = usize> + '_ {
        self.words
            .iter()
            .enumerate()
            .flat_map(|(at, &word)| bits(word).map(move |bit| at * 64 + bit))
    }
}

/// Places of the bits that are set, ascending.
fn bits(word: u64) -> impl Iterator<Item = usize> {
    std::iter::successors(Some(word), |w| Some(w & w.wrapping_sub(1)))
        .take_while(|&w| w != 0)
        .map(|w| w.trailing_zeros() as usize)
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
        let mut even = Bitmap::from_words(vec![0x5555_5555_5555_5555; 9], 130);
        assert_eq!((even.words().len(), even.count()), (3, 65));
        assert_eq!(even.slice(31..34), [62, 64, 66]);
        assert_eq!(even.slice(64..70), [128]);
        assert!(even.slice(70..80).is_empty());
        even.unite(&odd);
        assert_eq!(even.slice(64..70), [127, 128, 129]);
    }
}
