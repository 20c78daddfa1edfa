//! Joint columns: several small dimensions as one cell number a row.
//!
//! Year × field × stage × unit is some ten thousand cells. A count by cell costs a row one lookup and one increment
//! whatever the number of dimensions in it; each dimension's own counts, under the others' filters, are then sums over
//! cells.

use super::dimension::Dimension;
use super::scan::{Lane, NARROW, add_cells};
use crate::column::{Bitmap, Codes, Table};

/// Cells that a joint column of several dimensions has at most: two-byte counters of these fit the first cache.
const MOST: usize = 1 << 14;
/// Dimensions that a joint column has at most: one bit each of a 32-bit word, the last of which is taken.
const MEMBERS: usize = 31;
/// The bit of tests that bind every dimension, its own too.
const BINDING: u32 = 1 << 31;

/// A dimension's part in the cell number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Member {
    /// Number of the dimension.
    pub(super) dimension: usize,
    /// Its cells.
    pub(super) size: usize,
    /// What one step of its code adds to the cell number.
    pub(super) stride: usize,
}

impl Member {
    /// The dimension's cell within a joint cell.
    pub(super) const fn digit(&self, cell: usize) -> usize {
        cell / self.stride % self.size
    }
}

/// Which dimensions share a joint column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The dimensions.
    pub(super) members: Vec<Member>,
    /// Number of cells.
    pub(super) cells: usize,
}

impl Shape {
    /// A shape of dimensions with these numbers and sizes.
    pub(super) fn new(dimensions: &[(usize, usize)]) -> Self {
        let mut cells = 1;
        let mut members = Vec::new();
        // The last dimension varies fastest.
        for &(dimension, size) in dimensions.iter().rev() {
            members.push(Member { dimension, size, stride: cells });
            cells *= size;
        }
        members.reverse();
        Self { members, cells }
    }

    /// Packs dimensions, given by number and size, into few shapes: the largest first, each into the shape that stays
    /// smallest with it.
    pub(super) fn pack(mut dimensions: Vec<(usize, usize)>) -> Vec<Self> {
        dimensions.sort_unstable_by_key(|&(dimension, size)| (std::cmp::Reverse(size), dimension));
        let mut groups: Vec<(usize, Vec<(usize, usize)>)> = Vec::new();
        for (dimension, size) in dimensions {
            let room = groups
                .iter_mut()
                .filter(|(cells, members)| cells * size <= MOST && members.len() < MEMBERS)
                .min_by_key(|(cells, _)| *cells);
            match room {
                Some((cells, members)) => {
                    *cells *= size;
                    members.push((dimension, size));
                }
                None => groups.push((size, vec![(dimension, size)])),
            }
        }
        groups.iter().map(|(_, members)| Self::new(members)).collect()
    }

    /// Position of a dimension among the members.
    pub(super) fn position(&self, dimension: usize) -> Option<usize> {
        self.members.iter().position(|m| m.dimension == dimension)
    }

    /// For every cell, a bit for each member whose tests it fails. A test is a member's position, whether the member's
    /// own counts are bound by it too, and what passes by code. `None` where nothing fails.
    pub(super) fn failing(&self, tests: &[(usize, bool, &[bool])]) -> Option<Vec<u32>> {
        if tests.is_empty() {
            return None;
        }
        let mut fails = vec![0; self.cells];
        for &(at, binding, pass) in tests {
            let Member { size, stride, .. } = self.members[at];
            let bit = if binding { BINDING } else { 1 << at };
            for run in fails.chunks_mut(size * stride) {
                for (digit, run) in run.chunks_mut(stride).enumerate() {
                    if !pass.get(digit).copied().unwrap_or(false) {
                        run.iter_mut().for_each(|fails| *fails |= bit);
                    }
                }
            }
        }
        Some(fails)
    }

    /// A member's counts: sums over the cells that fail nothing but the member's own tests.
    pub(super) fn marginal(&self, at: usize, counts: &[u32], fails: Option<&[u32]>) -> Vec<u32> {
        let Member { size, stride, .. } = self.members[at];
        let mut sums = vec![0_u32; size];
        let others = !(1 << at);
        for (run, counts) in counts.chunks(size * stride).enumerate() {
            for (digit, counts) in counts.chunks(stride).enumerate() {
                let first = (run * size + digit) * stride;
                sums[digit] += match fails {
                    None => counts.iter().sum::<u32>(),
                    Some(fails) => counts
                        .iter()
                        .zip(&fails[first..])
                        .map(|(&count, &fails)| if fails & others == 0 { count } else { 0 })
                        .sum(),
                };
            }
        }
        sums
    }

    /// Number of rows in the cells that fail nothing.
    pub(super) fn passing(&self, counts: &[u32], fails: Option<&[u32]>) -> usize {
        let pass = |cell: usize| fails.is_none_or(|fails| fails[cell] == 0);
        (0..).zip(counts).filter(|(cell, _)| pass(*cell)).map(|(_, &n)| n as usize).sum()
    }
}

/// Where a joint column's cell numbers are.
#[derive(Clone, Debug)]
enum Store {
    /// Worked out.
    Packed(Vec<u16>),
    /// The codes of the only dimension, as they stand.
    AsIs,
}

/// A joint column, with the counts by cell that still hold.
#[derive(Clone, Debug)]
pub(super) struct Joint {
    /// The dimensions.
    pub(super) shape: Shape,
    store: Store,
    /// Counts by the versions of the clauses they are under; newest last.
    remembered: Vec<(Vec<u64>, Vec<u32>)>,
    /// Rows that pass tests of the members, by the versions of these; newest last.
    sieves: Vec<(Vec<u64>, Bitmap)>,
}

/// Counts kept of one joint column, besides those under no clause.
const KEPT: usize = 2;
/// Sets of rows kept of one joint column.
const SIEVES: usize = 3;

impl Joint {
    /// Works the cell numbers out.
    pub(super) fn new(shape: Shape, dimensions: &[Dimension], table: &Table) -> Self {
        let codes = |member: &Member| dimensions.get(member.dimension)?.codes(table);
        let store = match (shape.members.as_slice(), shape.members.first().and_then(codes)) {
            ([_], Some(Codes::U32(_))) if shape.cells > NARROW => Store::AsIs,
            ([only], Some(Codes::U16(_))) if dimensions[only.dimension].values == shape.cells => {
                Store::AsIs
            }
            _ => {
                let mut packed = Vec::with_capacity(table.len);
                let mut cells = [0_u32; 1024];
                for start in (0..table.len).step_by(cells.len()) {
                    let len = cells.len().min(table.len - start);
                    cells.fill(0);
                    for member in &shape.members {
                        if let Some(codes) = codes(member) {
                            let out = &mut cells[..len];
                            add_cells(codes, start, member.size, member.stride as u32, out);
                        }
                    }
                    packed.extend(cells[..len].iter().map(|&cell| cell as u16));
                }
                Store::Packed(packed)
            }
        };
        Self { shape, store, remembered: Vec::new(), sieves: Vec::new() }
    }

    /// The rows' cells.
    pub(super) fn lane<'a>(&'a self, dimensions: &'a [Dimension], table: &'a Table) -> Lane<'a> {
        let only = || dimensions.get(self.shape.members.first()?.dimension)?.codes(table);
        match &self.store {
            Store::Packed(cells) => Lane::Narrow(cells),
            Store::AsIs => match only() {
                Some(Codes::U32(codes)) => Lane::Wide(codes),
                Some(Codes::U16(codes)) => Lane::Narrow(codes),
                _ => Lane::Narrow(&[]),
            },
        }
    }

    /// Rows that pass tests of these versions.
    pub(super) fn sieve(&self, versions: &[u64]) -> Option<&Bitmap> {
        Some(&self.sieves.iter().find(|(known, _)| known == versions)?.1)
    }

    /// Keeps the rows that pass tests, for as long as there is room.
    pub(super) fn keep_sieve(&mut self, versions: Vec<u64>, rows: Bitmap) {
        if self.sieves.len() >= SIEVES {
            self.sieves.remove(0);
        }
        self.sieves.push((versions, rows));
    }

    /// Counts by cell under clauses of these versions.
    pub(super) fn counts(&self, versions: &[u64]) -> Option<&[u32]> {
        let (_, counts) = self.remembered.iter().find(|(known, _)| known == versions)?;
        Some(counts)
    }

    /// Keeps counts until [`Self::forget`] makes room.
    pub(super) fn remember(&mut self, versions: Vec<u64>, counts: Vec<u32>) {
        self.remembered.push((versions, counts));
    }

    /// Lets go of all but the newest counts, those under no clause and those that are needed now.
    pub(super) fn forget(&mut self, needed: &[Vec<u64>]) {
        let mut others = 0;
        // From the newest on.
        for at in (0..self.remembered.len()).rev() {
            let (known, _) = &self.remembered[at];
            if known.is_empty() || needed.contains(known) {
                continue;
            }
            others += 1;
            if others > KEPT {
                self.remembered.remove(at);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shape_of_the_national_table() {
        // Places, years, fields, indicators, stages, units, bins.
        let sizes = [2_844, 30, 10, 200, 4, 8, 50];
        let shapes = Shape::pack(sizes.into_iter().enumerate().collect());
        let cells: Vec<usize> = shapes.iter().map(|s| s.cells).collect();
        assert_eq!(cells, [2_844, 10_000, 9_600]);
        for shape in &shapes {
            let last = shape.cells - 1;
            assert!(shape.members.iter().all(|m| m.digit(last) == m.size - 1));
        }
    }

    #[test]
    fn marginals_leave_out_what_other_members_fail() {
        let shape = Shape::new(&[(0, 2), (1, 3)]);
        let counts = [1, 2, 4, 8, 16, 32];
        assert_eq!(shape.marginal(0, &counts, None), [7, 56]);
        assert_eq!(shape.marginal(1, &counts, None), [9, 18, 36]);
        let (first, second) = ([true, false], [true, false, true]);
        let fails = shape.failing(&[(0, false, &first), (1, false, &second)]).unwrap();
        assert_eq!(shape.marginal(0, &counts, Some(&fails)), [5, 40]);
        assert_eq!(shape.marginal(1, &counts, Some(&fails)), [1, 2, 4]);
        assert_eq!(shape.passing(&counts, Some(&fails)), 5);
        let bound = shape.failing(&[(0, true, &first)]).unwrap();
        assert_eq!(shape.marginal(0, &counts, Some(&bound)), [7, 0]);
    }
}
