//! Passes over rows, a block at a time, so that what a block needs stays in the first cache.
//!
//! Which rows pass is a bit each, made by looking their cells up ([`sieve`]); sets of rows meet 64 rows at a time, and a
//! pass then touches the rows that count and no others. Counters are two bytes wide within a stretch of rows, so that
//! ten thousand of them stay in the first cache.

use crate::column::{Bitmap, Codes, each_width};

/// Rows of a block.
pub(super) const BLOCK: usize = 2048;
/// Cells that two bytes can name.
pub(super) const NARROW: usize = 1 << 16;
/// Blocks after which two-byte counters are emptied, before any of them can overflow.
const STRETCH: usize = u16::MAX as usize / BLOCK;

/// An entry for every two-byte code, so that looking up needs no bounds check.
pub(super) type Lookup<T> = Box<[T; NARROW]>;

/// A lookup whose every entry is `T::default()`.
pub(super) fn lookup<T: Copy + Default>() -> Lookup<T> {
    let entries = vec![T::default(); NARROW].into_boxed_slice();
    entries.try_into().unwrap_or_else(|_| Box::new([T::default(); NARROW]))
}

/// One cell number a row.
#[derive(Clone, Copy, Debug)]
pub(super) enum Lane<'a> {
    /// Below 65 536 cells.
    Narrow(&'a [u16]),
    /// More cells than that; those beyond the last stand for no value.
    Wide(&'a [u32]),
}

/// The rows `start..start + len`, of which some may be left out.
pub(super) struct Block<'a> {
    /// First row.
    pub(super) start: usize,
    /// Number of rows.
    pub(super) len: usize,
    /// The rows that are not left out, by number in the block; `None` where none is.
    pub(super) picked: Option<&'a [u16]>,
}

impl Block<'_> {
    /// Number of rows that are not left out.
    pub(super) fn count(&self) -> usize {
        self.picked.map_or(self.len, <[u16]>::len).min(BLOCK)
    }

    /// Goes over the block's rows, by number in the block.
    #[inline(always)]
    pub(super) fn each(&self, mut row: impl FnMut(usize)) {
        match self.picked {
            Some(picked) => {
                for &at in picked {
                    row(usize::from(at) % BLOCK);
                }
            }
            None => {
                for at in 0..self.len.min(BLOCK) {
                    row(at);
                }
            }
        }
    }
}

/// Goes over the rows of a set, or over all `0..len`; blocks without a row are passed over.
pub(super) fn scan(len: usize, rows: Option<&Bitmap>, each: &mut dyn FnMut(&Block<'_>)) {
    let mut picked = [0; BLOCK];
    for start in (0..len).step_by(BLOCK) {
        let len = BLOCK.min(len - start);
        let Some(rows) = rows else {
            each(&Block { start, len, picked: None });
            continue;
        };
        let words = &rows.words()[start / 64..(start + len).div_ceil(64)];
        match pick(words, &mut picked) {
            0 => {}
            all if all == len => each(&Block { start, len, picked: None }),
            some => each(&Block { start, len, picked: Some(&picked[..some]) }),
        }
    }
}

/// Lists the places of bits that are set.
fn pick(words: &[u64], picked: &mut [u16; BLOCK]) -> usize {
    let mut len = 0;
    let mut first = 0_u16;
    for &word in words {
        if word.count_ones() < 24 {
            let mut rest = word;
            while rest != 0 {
                picked[len % BLOCK] = first + rest.trailing_zeros() as u16;
                len += 1;
                rest &= rest - 1;
            }
        } else {
            // Many: without branches.
            for bit in 0..64 {
                picked[len % BLOCK] = first + bit;
                len += usize::from(word >> bit & 1 == 1);
            }
        }
        first += 64;
    }
    len.min(BLOCK)
}

/// The rows whose cell passes; cells beyond those of `pass` are the last one.
pub(super) fn sieve(lane: Lane<'_>, pass: &[bool], len: usize) -> Bitmap {
    let mut words = Vec::with_capacity(len.div_ceil(64));
    match lane {
        Lane::Narrow(codes) => {
            let mut passes = lookup::<u8>();
            passes.iter_mut().zip(pass).for_each(|(passes, &pass)| *passes = pass.into());
            let (whole, rest) = codes[..len].as_chunks::<64>();
            let mut last = [0; 64];
            last[..rest.len()].copy_from_slice(rest);
            for codes in whole {
                words.push(word_of(codes, &passes));
            }
            words.push(word_of(&last, &passes));
        }
        Lane::Wide(codes) => {
            let last = pass.len().saturating_sub(1);
            words.extend(codes[..len].chunks(64).map(|codes| {
                codes.iter().rev().fold(0, |word, &code| {
                    let pass = pass.get((code as usize).min(last)).copied().unwrap_or_default();
                    word << 1 | u64::from(pass)
                })
            }));
        }
    }
    Bitmap::from_words(words, len)
}

/// Which of 64 rows pass, one bit each.
#[inline]
fn word_of(codes: &[u16; 64], passes: &[u8; NARROW]) -> u64 {
    let mut word = 0;
    for &code in codes.iter().rev() {
        word = word << 1 | u64::from(passes[usize::from(code)]);
    }
    word
}

/// The block of `all` that begins at `start`: in place where it is whole, else copied.
#[inline]
pub(super) fn block_of<'b, T: Copy + Default>(
    all: &'b [T],
    start: usize,
    copy: &'b mut [T; BLOCK],
) -> &'b [T; BLOCK] {
    let rest = all.get(start..).unwrap_or_default();
    rest.first_chunk().unwrap_or_else(move || {
        *copy = [T::default(); BLOCK];
        copy[..rest.len()].copy_from_slice(rest);
        copy
    })
}

/// Counts rows by the cell they are in.
pub(super) enum Counter {
    /// Of a narrow lane: counts of a stretch of blocks, and of all before it.
    Narrow { stretch: Lookup<u16>, blocks: usize, counts: Vec<u32> },
    /// Of a wide lane.
    Wide { counts: Vec<u32> },
}

impl Counter {
    /// Counters of `cells` cells, at least one.
    pub(super) fn new(lane: Lane<'_>, cells: usize) -> Self {
        let counts = vec![0; cells.max(1)];
        match lane {
            Lane::Narrow(_) => Self::Narrow { stretch: lookup(), blocks: 0, counts },
            Lane::Wide(_) => Self::Wide { counts },
        }
    }

    /// Counts the rows of a block.
    pub(super) fn add(&mut self, lane: Lane<'_>, block: &Block<'_>) {
        match (self, lane) {
            (Self::Narrow { stretch, blocks, counts }, Lane::Narrow(codes)) => {
                let mut copy = [0; BLOCK];
                let codes = block_of(codes, block.start, &mut copy);
                block.each(|row| {
                    let counter = &mut stretch[usize::from(codes[row])];
                    *counter = counter.wrapping_add(1);
                });
                *blocks += 1;
                if *blocks == STRETCH {
                    *blocks = 0;
                    empty(stretch, counts);
                }
            }
            (Self::Wide { counts }, Lane::Wide(codes)) => {
                let (codes, last) = (&codes[block.start..], counts.len() - 1);
                block.each(|row| counts[(codes[row] as usize).min(last)] += 1);
            }
            // A counter is made for its lane.
            _ => {}
        }
    }

    /// The counts by cell.
    pub(super) fn finish(self) -> Vec<u32> {
        match self {
            Self::Narrow { mut stretch, mut counts, .. } => {
                empty(&mut stretch, &mut counts);
                counts
            }
            Self::Wide { counts } => counts,
        }
    }
}

/// Moves two-byte counts to where all are added up.
fn empty(stretch: &mut [u16; NARROW], counts: &mut [u32]) {
    for (count, counted) in counts.iter_mut().zip(stretch) {
        *count = count.wrapping_add(u32::from(*counted));
        *counted = 0;
    }
}

/// A code's number among `cells` cells, the last of which is for rows without a value.
pub(super) fn add_cells(codes: &Codes, start: usize, cells: usize, stride: u32, out: &mut [u32]) {
    let last = cells.saturating_sub(1) as u32;
    let last_u16 = last.min(u32::from(u16::MAX)) as u16;
    let last_u8 = last.min(u32::from(u8::MAX)) as u8;
    match codes {
        Codes::U8(codes) => {
            for (out, &code) in out.iter_mut().zip(&codes[start..]) {
                *out = out.wrapping_add(u32::from(code.min(last_u8)).wrapping_mul(stride));
            }
        }
        Codes::U16(codes) => {
            for (out, &code) in out.iter_mut().zip(&codes[start..]) {
                *out = out.wrapping_add(u32::from(code.min(last_u16)).wrapping_mul(stride));
            }
        }
        Codes::U32(codes) => {
            for (out, &code) in out.iter_mut().zip(&codes[start..]) {
                *out = out.wrapping_add(code.min(last).wrapping_mul(stride));
            }
        }
    }
}

/// The cell numbers of two axes in one step, where no row lacks a code: the second has this many cells.
pub(super) fn pair_cells(slow: &Codes, fast: &Codes, cells: usize, start: usize, out: &mut [u32]) {
    each_width!(slow, slow => each_width!(fast, fast => {
        pair(&slow[start..], &fast[start..], cells as u32, out);
    }));
}

#[inline(never)]
fn pair<S, F>(slow: &[S], fast: &[F], cells: u32, out: &mut [u32])
where
    S: Copy + Into<u32>,
    F: Copy + Into<u32>,
{
    for ((out, &slow), &fast) in out.iter_mut().zip(slow).zip(fast) {
        *out = slow.into().wrapping_mul(cells).wrapping_add(fast.into());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_of_rows_is_gone_over_once_each() {
        for (len, step) in [(0, 1), (1, 1), (5_000, 1), (5_000, 2), (5_000, 97), (6_144, 5_000)] {
            let rows = Bitmap::from_fn(len, |row| row % step == 0);
            let mut found = Vec::new();
            scan(len, Some(&rows), &mut |block| block.each(|row| found.push(block.start + row)));
            assert_eq!(found, rows.iter().collect::<Vec<_>>(), "{len} {step}");
        }
    }

    #[test]
    fn a_sieve_keeps_what_passes() {
        let codes: Vec<u16> = (0..1_000).map(|n| n * 7 % 5).collect();
        let wide: Vec<u32> =
            codes.iter().map(|&c| if c == 4 { u32::MAX } else { c.into() }).collect();
        let pass = [true, false, false, true, true];
        let expected = Bitmap::from_fn(1_000, |row| pass[usize::from(codes[row])]);
        assert_eq!(sieve(Lane::Narrow(&codes), &pass, 1_000), expected);
        assert_eq!(sieve(Lane::Wide(&wide), &pass, 1_000), expected);
    }

    /// Counters go beyond half of their width and never lose a stretch: seen on counters that already hold much, as
    /// 2³¹ rows fit no test.
    #[test]
    fn counts_beyond_two_to_the_31() {
        let codes = vec![3_u16; STRETCH * BLOCK + 77];
        let lane = Lane::Narrow(&codes);
        let mut counter = Counter::new(lane, 5);
        let before = u32::MAX - codes.len() as u32;
        if let Counter::Narrow { counts, .. } = &mut counter {
            counts[3] = before;
        }
        scan(codes.len(), None, &mut |block| counter.add(lane, block));
        assert_eq!(counter.finish(), [0, 0, 0, u32::MAX, 0]);
    }
}
