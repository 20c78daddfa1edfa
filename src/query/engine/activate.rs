//! Making the active cube in one pass.

use super::Engine;
use super::clause::{Piece, Test};
use crate::column::Codes;
use crate::query::cube::{Cube, CubeView};
use crate::query::joint::Shape;
use crate::query::scan::{BLOCK, Block, Lane, block_of, scan};

/// Cells, of the active column and a joint column together, that are counted at once: what the second cache holds.
const AT_ONCE: usize = 1 << 16;
/// Numbers that a cube holds at most.
const MOST: usize = 1 << 24;

/// What is counted by active code: a joint column, or one of its dimensions.
struct Target {
    joint: usize,
    shape: Shape,
    /// Versions of the clauses that bind its rows.
    versions: Vec<u64>,
    counts: Vec<u32>,
}

impl Engine {
    /// Prepares brushing of a column: counts of every other view for any range of its codes, under all clauses but the
    /// column's own and the view's own. Views that are the column itself or no dimension are left out. `None` where the
    /// column cannot be counted by or the cube would be too large; then each step has to be counted.
    pub fn activate(&mut self, column: &str, views: &[&str]) -> Option<Cube> {
        let active = self.dimension(column)?;
        let mut others: Vec<usize> = Vec::new();
        for view in views.iter().filter_map(|view| self.dimension(view)) {
            if view != active && !others.contains(&view) {
                others.push(view);
            }
        }
        let codes = self.dimensions[active].values;
        let all: usize = others.iter().map(|&d| self.dimensions[d].values).sum();
        if all.checked_mul(codes + 2).is_none_or(|numbers| numbers > MOST) {
            return None;
        }
        self.join(&[&[active][..], &others].concat());
        let home = self.joint_of(active)?;
        let (near, far): (Vec<usize>, Vec<usize>) =
            others.iter().partition(|&&d| self.joint_of(d) == Some(home));
        let mut found: Vec<(usize, CubeView)> = self.near_views(active, &near);
        found.extend(self.far_views(active, &far));
        let views = others.iter().filter_map(|d| {
            let at = found.iter().position(|(dimension, _)| dimension == d)?;
            Some(found.swap_remove(at).1)
        });
        Some(Cube { column: column.to_owned(), codes, views: views.collect() })
    }

    /// Views in the active column's own joint column: its counts tell them.
    fn near_views(&mut self, active: usize, views: &[usize]) -> Vec<(usize, CubeView)> {
        let requests: Vec<_> = views.iter().filter_map(|&v| self.request(&[active, v])).collect();
        self.answer(&requests);
        let view = |&view: &usize| {
            let request = self.request(&[active, view])?;
            let shape = &self.joints[request.joint].shape;
            let counts = self.cells(&request)?;
            let column = self.dimensions[active].key.as_str();
            let tests = self.tests_within(request.joint, Some(view), Some(column));
            let fails = shape.failing(&tests);
            let (a, v) = (shape.position(active)?, shape.position(view)?);
            let (a_member, v_member) = (&shape.members[a], &shape.members[v]);
            let mut cells = vec![vec![0_u32; v_member.size]; a_member.size];
            for (cell, &count) in counts.iter().enumerate().filter(|(_, n)| **n > 0) {
                if fails.as_ref().is_none_or(|fails| fails[cell] & !(1 << v) == 0) {
                    cells[a_member.digit(cell)][v_member.digit(cell)] += count;
                }
            }
            Some((view, self.view(active, view, &cells)))
        };
        views.iter().filter_map(view).collect()
    }

    fn view(&self, active: usize, view: usize, counts: &[Vec<u32>]) -> CubeView {
        let view = &self.dimensions[view];
        CubeView::new(&view.key, view.values, self.dimensions[active].values, counts)
    }

    /// Views in other joint columns: counted by active code and joint cell.
    fn far_views(&mut self, active: usize, views: &[usize]) -> Vec<(usize, CubeView)> {
        let mut targets = self.targets(active, views);
        self.count_targets(active, &mut targets);
        let mut found = Vec::new();
        for target in &targets {
            for &view in views {
                if let Some(counts) = self.of_target(active, target, view) {
                    found.push((view, self.view(active, view, &counts)));
                }
            }
        }
        found
    }

    /// What to count: whole joint columns where the cells are few enough, else each view. A measure whose own test of
    /// rows does not bind it is counted alone.
    fn targets(&self, active: usize, views: &[usize]) -> Vec<Target> {
        let size = self.dimensions[active].cells();
        let mut targets = Vec::new();
        for (joint, own) in self.joints.iter().enumerate() {
            let here = views.iter().filter(|&&v| own.shape.position(v).is_some());
            let (alone, asked): (Vec<usize>, Vec<usize>) =
                here.copied().partition(|&view| self.tests_rows(view));
            if asked.len() > 1 && own.shape.cells * size <= AT_ONCE {
                targets.push(self.target(active, joint, own.shape.clone()));
            } else {
                let single = |&view: &usize| Shape::new(&[(view, self.dimensions[view].cells())]);
                let shapes = asked.iter().map(single);
                targets.extend(shapes.map(|shape| self.target(active, joint, shape)));
            }
            for view in alone {
                let shape = Shape::new(&[(view, self.dimensions[view].cells())]);
                targets.push(self.target(active, joint, shape));
            }
        }
        targets
    }

    fn target(&self, active: usize, joint: usize, shape: Shape) -> Target {
        let own = self.dimensions[active].key.as_str();
        let alone = (shape.members.len() == 1).then(|| shape.members[0].dimension);
        let binds = |piece: &&Piece| {
            piece.source != own
                && match &piece.test {
                    Test::Codes { dimension, .. } => shape.position(*dimension).is_none(),
                    Test::Rows(_) => alone.is_none_or(|d| self.dimensions[d].key != piece.source),
                }
        };
        let versions = self.pieces.iter().filter(binds).map(|piece| piece.version).collect();
        let counts = vec![0; shape.cells * self.dimensions[active].cells()];
        Target { joint, shape, versions, counts }
    }

    /// Whether the column has a clause that tests rows, not codes.
    fn tests_rows(&self, dimension: usize) -> bool {
        let key = &self.dimensions[dimension].key;
        self.pieces.iter().any(|piece| piece.source == *key && piece.dimension().is_none())
    }

    /// Counts the targets, those of the same rows in one pass.
    fn count_targets(&mut self, active: usize, targets: &mut [Target]) {
        targets.sort_by(|a, b| a.versions.cmp(&b.versions));
        for group in targets.chunk_by_mut(|a, b| a.versions == b.versions) {
            let rows = self.sifted_by(&group[0].versions);
            let Some(codes) = self.dimensions[active].codes(&self.table) else { continue };
            let active_cells = Reader::of_codes(codes, self.dimensions[active].cells());
            let mut ways: Vec<_> = group
                .iter_mut()
                .filter_map(|target| {
                    let size = target.shape.cells;
                    let reader = match target.shape.members.as_slice() {
                        [only] => {
                            let codes = self.dimensions[only.dimension].codes(&self.table)?;
                            Reader::of_codes(codes, size)
                        }
                        _ => Reader::of_lane(self.lane(target.joint), size),
                    };
                    Some((size as u32, reader, target.counts.as_mut_slice()))
                })
                .collect();
            let (mut cells, mut own) = ([0_u32; BLOCK], [0_u32; BLOCK]);
            scan(self.table.len, rows.as_ref(), &mut |block| {
                active_cells.read(block, &mut cells);
                let len = block.count();
                for (size, reader, counts) in &mut ways {
                    reader.read(block, &mut own);
                    count(&cells[..len], &mut own[..len], *size, counts);
                }
            });
        }
    }

    /// A view's counts by active code, from those of a target that has it.
    fn of_target(&self, active: usize, target: &Target, view: usize) -> Option<Vec<Vec<u32>>> {
        let at = target.shape.position(view)?;
        // A measure that is counted alone is not taken from where others are counted.
        if self.tests_rows(view) && target.shape.members.len() > 1 {
            return None;
        }
        let own = self.dimensions[active].key.as_str();
        let joint = &self.joints[target.joint].shape;
        let tests: Vec<(usize, bool, &[bool])> = self
            .tests_within(target.joint, Some(view), Some(own))
            .into_iter()
            .filter_map(|(member, binding, pass)| {
                let dimension = joint.members.get(member)?.dimension;
                Some((target.shape.position(dimension)?, binding, pass))
            })
            .collect();
        let fails = target.shape.failing(&tests);
        let rows = target.counts.chunks(target.shape.cells);
        Some(rows.map(|counts| target.shape.marginal(at, counts, fails.as_deref())).collect())
    }
}

/// Reads a column's cells.
enum Reader<'a> {
    U8(&'a [u8], u8),
    U16(&'a [u16], u16),
    U32(&'a [u32], u32),
}

impl<'a> Reader<'a> {
    /// Codes, of which those beyond the last cell are in it.
    fn of_codes(codes: &'a Codes, cells: usize) -> Self {
        let last = cells.saturating_sub(1);
        match codes {
            Codes::U8(codes) => Self::U8(codes, last.min(usize::from(u8::MAX)) as u8),
            Codes::U16(codes) => Self::U16(codes, last.min(usize::from(u16::MAX)) as u16),
            Codes::U32(codes) => Self::U32(codes, last as u32),
        }
    }

    fn of_lane(lane: Lane<'a>, cells: usize) -> Self {
        match lane {
            Lane::Narrow(codes) => Self::U16(codes, u16::MAX),
            Lane::Wide(codes) => Self::U32(codes, cells.saturating_sub(1) as u32),
        }
    }

    /// The cells of a block's rows, one after the other.
    fn read(&self, block: &Block<'_>, out: &mut [u32; BLOCK]) {
        match *self {
            Self::U8(codes, last) => cells_of(codes, last, block, out),
            Self::U16(codes, last) => cells_of(codes, last, block, out),
            Self::U32(codes, last) => cells_of(codes, last, block, out),
        }
    }
}

fn cells_of<T>(codes: &[T], last: T, block: &Block<'_>, out: &mut [u32; BLOCK])
where
    T: Copy + Default + Ord + Into<u32>,
{
    let mut copy = [T::default(); BLOCK];
    let codes = block_of(codes, block.start, &mut copy);
    match block.picked {
        None => out.iter_mut().zip(codes).for_each(|(out, &c)| *out = c.min(last).into()),
        Some(picked) => {
            for (out, &row) in out.iter_mut().zip(picked) {
                *out = codes[usize::from(row) % BLOCK].min(last).into();
            }
        }
    }
}

/// Counts rows by active cell, `size` cells each, and own cell.
fn count(active: &[u32], own: &mut [u32], size: u32, counts: &mut [u32]) {
    for (own, active) in own.iter_mut().zip(active) {
        *own = active.wrapping_mul(size).wrapping_add(*own);
    }
    for &cell in &*own {
        if let Some(count) = counts.get_mut(cell as usize) {
            *count = count.wrapping_add(1);
        }
    }
}
