//! Passes over all rows, a block at a time, so that what a block needs stays in the first cache.
//!
//! A pass knows, of each row, which *checks* it fails: a byte with a bit a check. A row then counts for a target if it
//! fails nothing but what the target is spared. Rows that count are listed without branches, and counters are two bytes
//! wide within a stretch of rows, so that ten thousand of them stay in the first cache.

use crate::column::{Bitmap, Codes};

/// Rows of a block.
pub(super) const BLOCK: usize = 2048;
/// Cells that two bytes can name.
pub(super) const NARROW: usize = 1 << 16;
/// Blocks after which two-byte counters are emptied, before any of them can overflow.
const STRETCH: usize = u16::MAX as usize / BLOCK;

/// The bit of checks that no target is spared.
pub(super) const ALWAYS: u8 = 1 << 7;

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

/// What fails by cell number.
#[derive(Debug)]
pub(super) enum Fails {
    /// For a narrow lane.
    Narrow(Lookup<u8>),
    /// For a wide lane; the last entry is for all cells beyond.
    Wide(Vec<u8>),
}

/// A check by the cell a row is in.
#[derive(Debug)]
pub(super) struct CellCheck<'a> {
    /// The rows' cells.
    pub(super) lane: Lane<'a>,
    /// The bits of what a row in the cell fails.
    pub(super) fails: Fails,
}

/// A check by row: rows outside the set fail `bit`.
#[derive(Debug)]
pub(super) struct RowCheck<'a> {
    /// Rows that pass.
    pub(super) rows: &'a Bitmap,
    /// What the others fail.
    pub(super) bit: u8,
}

/// All checks of a pass.
#[derive(Debug, Default)]
pub(super) struct Checks<'a> {
    /// By cell.
    pub(super) cells: Vec<CellCheck<'a>>,
    /// By row.
    pub(super) rows: Vec<RowCheck<'a>>,
}

/// The rows `start..start + len` and what each of them fails.
pub(super) struct Block<'a> {
    /// First row.
    pub(super) start: usize,
    /// Number of rows.
    pub(super) len: usize,
    /// What each row fails; `None` where there is nothing to fail.
    state: Option<&'a [u8; BLOCK]>,
}

/// Row numbers within a block, ascending.
pub(super) struct Picked {
    rows: [u16; BLOCK],
    len: usize,
}

impl Picked {
    /// No rows.
    pub(super) const fn new() -> Self {
        Self { rows: [0; BLOCK], len: 0 }
    }

    /// The rows.
    pub(super) fn rows(&self) -> &[u16] {
        &self.rows[..self.len.min(BLOCK)]
    }
}

impl Block<'_> {
    /// The rows that fail nothing but `spared`; `None` where that is every row.
    pub(super) fn pick<'p>(&self, spared: u8, picked: &'p mut Picked) -> Option<&'p [u16]> {
        let state = self.state?;
        let mut len = 0;
        for (row, &fails) in (0..).zip(&state[..self.len]) {
            picked.rows[len % BLOCK] = row;
            len += usize::from(fails & !spared == 0);
        }
        picked.len = len;
        (len < self.len).then(|| picked.rows())
    }

    /// Number of rows that fail nothing.
    pub(super) fn passing(&self) -> usize {
        match self.state {
            Some(state) => state[..self.len].iter().map(|&fails| usize::from(fails == 0)).sum(),
            None => self.len,
        }
    }

    /// Sixty-four rows a word: those that fail nothing.
    pub(super) fn words(&self, out: &mut Vec<u64>) {
        let all = [0; BLOCK];
        for rows in self.state.unwrap_or(&all)[..self.len].chunks(64) {
            let bits = rows.iter().rev().fold(0, |word, &f| word << 1 | u64::from(f == 0));
            out.push(bits);
        }
    }
}

/// The block of `all` that begins at `start`: in place where it is whole, else copied.
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

impl Checks<'_> {
    /// Whether no row can fail.
    pub(super) const fn is_empty(&self) -> bool {
        self.cells.is_empty() && self.rows.is_empty()
    }

    /// Goes over the rows `0..len`.
    pub(super) fn scan(&self, len: usize, each: &mut dyn FnMut(&Block<'_>)) {
        let mut state = [0; BLOCK];
        for start in (0..len).step_by(BLOCK) {
            let state = (!self.is_empty()).then(|| {
                self.fill(start, &mut state);
                &state
            });
            each(&Block { start, len: BLOCK.min(len - start), state });
        }
    }

    fn fill(&self, start: usize, state: &mut [u8; BLOCK]) {
        let mut cells = self.cells.iter();
        match cells.next() {
            Some(CellCheck { lane: Lane::Narrow(codes), fails: Fails::Narrow(fails) }) => {
                let mut copy = [0; BLOCK];
                for (state, &code) in state.iter_mut().zip(block_of(codes, start, &mut copy)) {
                    *state = fails[usize::from(code)];
                }
            }
            Some(check) => {
                *state = [0; BLOCK];
                check.add(start, state);
            }
            None => *state = [0; BLOCK],
        }
        for check in cells {
            check.add(start, state);
        }
        for check in &self.rows {
            for (word, rows) in check.rows.words()[start / 64..].iter().zip(state.chunks_mut(64)) {
                for (at, state) in rows.iter_mut().enumerate() {
                    *state |= if word >> at & 1 == 0 { check.bit } else { 0 };
                }
            }
        }
    }
}

impl CellCheck<'_> {
    fn add(&self, start: usize, state: &mut [u8; BLOCK]) {
        match (self.lane, &self.fails) {
            (Lane::Narrow(codes), Fails::Narrow(fails)) => {
                let mut copy = [0; BLOCK];
                for (state, &code) in state.iter_mut().zip(block_of(codes, start, &mut copy)) {
                    *state |= fails[usize::from(code)];
                }
            }
            (Lane::Wide(codes), Fails::Wide(fails)) => {
                let last = fails.len().saturating_sub(1);
                for (state, &code) in state.iter_mut().zip(&codes[start..]) {
                    *state |= fails.get((code as usize).min(last)).copied().unwrap_or_default();
                }
            }
            // A lookup is made for its lane.
            _ => {}
        }
    }
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

    /// Counts rows of a block: the picked ones, or all.
    pub(super) fn add(&mut self, lane: Lane<'_>, block: &Block<'_>, picked: Option<&[u16]>) {
        match (self, lane) {
            (Self::Narrow { stretch, blocks, counts }, Lane::Narrow(codes)) => {
                let mut copy = [0; BLOCK];
                let codes = block_of(codes, block.start, &mut copy);
                tally(stretch, codes, block.len, picked);
                *blocks += 1;
                if *blocks == STRETCH {
                    *blocks = 0;
                    empty(stretch, counts);
                }
            }
            (Self::Wide { counts }, Lane::Wide(codes)) => {
                let (codes, last) = (&codes[block.start..], counts.len() - 1);
                let mut count = |row: usize| counts[(codes[row] as usize).min(last)] += 1;
                match picked {
                    Some(picked) => picked.iter().for_each(|&row| count(row.into())),
                    None => (0..block.len).for_each(count),
                }
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

fn tally(stretch: &mut [u16; NARROW], codes: &[u16; BLOCK], len: usize, picked: Option<&[u16]>) {
    let mut count = |code: u16| {
        let counter = &mut stretch[usize::from(code)];
        *counter = counter.wrapping_add(1);
    };
    match picked {
        Some(picked) => {
            picked.iter().for_each(|&row| count(codes[usize::from(row) % BLOCK]));
        }
        None => codes[..len].iter().for_each(|&code| count(code)),
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
