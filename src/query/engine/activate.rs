//! Making the active cube in one pass.

use super::Engine;
use super::clause::{Piece, Test};
use crate::query::cube::{Cube, CubeView};
use crate::query::joint::Shape;
use crate::query::scan::{ALWAYS, BLOCK, Block, Lane, Lookup, Picked, block_of, lookup};

/// Cells, of the active column and a joint column together, that are counted at once: what the second cache holds.
const AT_ONCE: usize = 1 << 19;
/// Numbers that a cube holds at most.
const MOST: usize = 1 << 24;
/// Targets of one pass: each has a bit of what it is spared.
const TARGETS: usize = 7;

/// Dimensions counted together against the active column.
struct Target {
    joint: usize,
    /// The dimensions, as a shape of their own.
    shape: Shape,
    /// Whether they are all of the joint column.
    whole: bool,
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
        let mut found = Vec::new();
        for targets in targets.chunks_mut(TARGETS) {
            self.count_targets(active, targets);
            for target in &*targets {
                for &view in views {
                    if let Some(counts) = self.of_target(active, target, view) {
                        found.push((view, self.view(active, view, &counts)));
                    }
                }
            }
        }
        found
    }

    /// Which dimensions to count together: whole joint columns where the cells are few enough, else as many of their
    /// dimensions as are. A measure that tests of rows do not bind is counted alone.
    fn targets(&self, active: usize, views: &[usize]) -> Vec<Target> {
        let size = self.dimensions[active].cells();
        let mut targets = Vec::new();
        for (joint, own) in self.joints.iter().enumerate() {
            let mut asked: Vec<usize> = Vec::new();
            for &view in views.iter().filter(|&&v| own.shape.position(v).is_some()) {
                if self.tests_rows(view) {
                    targets.push(self.target(joint, vec![view], size));
                } else {
                    asked.push(view);
                }
            }
            if !asked.is_empty() && own.shape.cells * size <= AT_ONCE && asked.len() > 1 {
                let all = own.shape.members.iter().map(|m| m.dimension).collect();
                targets.push(self.target(joint, all, size));
                continue;
            }
            let mut together = Vec::new();
            let mut cells = size;
            for view in asked {
                let more = self.dimensions[view].cells();
                if !together.is_empty() && cells * more > AT_ONCE {
                    targets.push(self.target(joint, std::mem::take(&mut together), size));
                    cells = size;
                }
                together.push(view);
                cells *= more;
            }
            if !together.is_empty() {
                targets.push(self.target(joint, together, size));
            }
        }
        targets
    }

    fn target(&self, joint: usize, dimensions: Vec<usize>, active: usize) -> Target {
        let own = &self.joints[joint].shape;
        let sized: Vec<_> =
            dimensions.into_iter().map(|d| (d, self.dimensions[d].cells())).collect();
        let whole = sized.len() == own.members.len();
        let shape = if whole { own.clone() } else { Shape::new(&sized) };
        let counts = vec![0; shape.cells * active];
        Target { joint, shape, whole, counts }
    }

    /// Whether the column has a clause that tests rows, not codes.
    fn tests_rows(&self, dimension: usize) -> bool {
        let key = &self.dimensions[dimension].key;
        self.pieces.iter().any(|piece| piece.source == *key && piece.dimension().is_none())
    }

    fn count_targets(&self, active: usize, targets: &mut [Target]) {
        let own = self.dimensions[active].key.as_str();
        let bit = |piece: &Piece| {
            if piece.source == own {
                return 0;
            }
            let concerns = |target: &Target| match &piece.test {
                Test::Codes { dimension, .. } => target.shape.position(*dimension).is_some(),
                // Only its own measure is spared it, which is then counted alone.
                Test::Rows(_) => {
                    let alone = (target.shape.members.len() == 1).then(|| &target.shape.members[0]);
                    alone.is_some_and(|m| self.dimensions[m.dimension].key == piece.source)
                }
            };
            targets.iter().position(concerns).map_or(ALWAYS, |at| 1 << at)
        };
        let checks = self.checks(bit);
        let home = self.joint_of(active).unwrap_or_default();
        let active_of = Digits::new(self.lane(home), &self.joints[home].shape, &[active]);
        let mut ways: Vec<_> = targets
            .iter_mut()
            .map(|target| {
                let lane = self.lane(target.joint);
                let members: Vec<usize> =
                    target.shape.members.iter().map(|m| m.dimension).collect();
                let digits = match target.whole {
                    true => Digits::cells(lane, target.shape.cells),
                    false => Digits::new(lane, &self.joints[target.joint].shape, &members),
                };
                (target.shape.cells as u32, digits, &mut target.counts)
            })
            .collect();
        let mut picked = Picked::new();
        let mut cells = [0_u32; BLOCK];
        let mut joint = [0_u32; BLOCK];
        checks.scan(self.table.len, &mut |block| {
            active_of.read(block, &mut cells);
            for (at, (size, digits, counts)) in ways.iter_mut().enumerate() {
                digits.read(block, &mut joint);
                for (joint, active) in joint.iter_mut().zip(&cells) {
                    *joint = joint.wrapping_add(active.wrapping_mul(*size));
                }
                let mut count = |row: usize| {
                    if let Some(count) = counts.get_mut(joint[row % BLOCK] as usize) {
                        *count = count.wrapping_add(1);
                    }
                };
                match block.pick(1 << at, &mut picked) {
                    Some(rows) => rows.iter().for_each(|&row| count(row.into())),
                    None => (0..block.len).for_each(count),
                }
            }
        });
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

/// Reads cells of some of a joint column's dimensions.
enum Digits<'a> {
    /// The joint column's own cells.
    Narrow(&'a [u16]),
    /// By the joint column's cell.
    Part(&'a [u16], Lookup<u16>),
    /// A wide column and its last cell.
    Wide(&'a [u32], u32),
}

impl<'a> Digits<'a> {
    fn cells(lane: Lane<'a>, cells: usize) -> Self {
        match lane {
            Lane::Narrow(codes) => Self::Narrow(codes),
            Lane::Wide(codes) => Self::Wide(codes, cells.saturating_sub(1) as u32),
        }
    }

    /// Cells of a shape of these dimensions alone.
    fn new(lane: Lane<'a>, joint: &Shape, dimensions: &[usize]) -> Self {
        let Lane::Narrow(codes) = lane else { return Self::cells(lane, joint.cells) };
        let find = |d: &usize| joint.members.get(joint.position(*d)?);
        let members: Vec<_> = dimensions.iter().filter_map(find).collect();
        let mut part = lookup::<u16>();
        for (cell, part) in part.iter_mut().enumerate().take(joint.cells) {
            *part = members.iter().fold(0, |all, m| all * m.size + m.digit(cell)) as u16;
        }
        Self::Part(codes, part)
    }

    fn read(&self, block: &Block<'_>, out: &mut [u32; BLOCK]) {
        let mut copy = [0; BLOCK];
        match self {
            Self::Narrow(codes) => {
                let codes = block_of(codes, block.start, &mut copy);
                out.iter_mut().zip(codes).for_each(|(out, &code)| *out = code.into());
            }
            Self::Part(codes, part) => {
                let codes = block_of(codes, block.start, &mut copy);
                out.iter_mut().zip(codes).for_each(|(out, &c)| *out = part[usize::from(c)].into());
            }
            Self::Wide(codes, last) => {
                let codes = codes.get(block.start..).unwrap_or_default();
                out.iter_mut().zip(codes).for_each(|(out, &code)| *out = code.min(*last));
            }
        }
    }
}
