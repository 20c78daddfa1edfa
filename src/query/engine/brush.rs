//! The cube that the engine makes of its own accord: where one column's range is moved again and again, counts of the
//! columns that are not joint with it are then differences, whatever the number of rows.
//!
//! Filters that change here and there are recounted, which costs less than a cube that is used once.

use std::collections::BTreeMap;

use super::Engine;
use super::clause::{Piece, Test};
use crate::query::cube::Cube;
use crate::query::filter::Clause;

/// From so many moves of one range in a row on, a cube pays.
const MOVES: u32 = 3;

/// A range that is being moved.
#[derive(Clone, Debug, Default)]
pub(super) struct Brush {
    /// Key of the column.
    column: String,
    /// Moves in a row.
    moves: u32,
    /// What was made for it.
    made: Option<Made>,
}

#[derive(Clone, Debug)]
struct Made {
    /// Versions of the other columns' clauses that it was made under.
    versions: Vec<u64>,
    /// `None` where a cube cannot be made or would be too large.
    cube: Option<Cube>,
}

impl Brush {
    /// Takes note of a column's new clause; `None` where the clause was removed.
    pub(super) fn note(&mut self, column: &str, clause: Option<&Clause>) {
        let is_range = matches!(clause, Some(Clause::During(..) | Clause::Codes(..)));
        if is_range && self.column == column {
            self.moves = self.moves.saturating_add(1);
        } else {
            *self = Self { column: column.to_owned(), moves: u32::from(is_range), made: None };
        }
    }
}

impl Engine {
    /// Counts of those dimensions that the moving range's cube tells, which is made where it pays.
    pub(super) fn brushed(&mut self, dimensions: &[usize]) -> BTreeMap<usize, Vec<u32>> {
        if self.brush.moves < MOVES { BTreeMap::new() } else { self.by_cube(dimensions) }
    }

    #[inline(never)] // Not in the first view, whose load the build keeps small.
    fn by_cube(&mut self, dimensions: &[usize]) -> BTreeMap<usize, Vec<u32>> {
        let Some((home, (lo, hi))) = self.moving() else { return BTreeMap::new() };
        let is_far = |&d: &usize| self.joint_of(d).is_some_and(|joint| joint != home);
        let far: Vec<usize> = dimensions.iter().copied().filter(is_far).collect();
        if far.is_empty() {
            return BTreeMap::new();
        }
        self.prepare(home, &far);
        let made = self.brush.made.as_ref();
        let Some(cube) = made.and_then(|made| made.cube.as_ref()) else { return BTreeMap::new() };
        let counts = |d: usize| {
            let view = cube.position(&self.dimensions[d].key)?;
            let mut counts = vec![0; self.dimensions[d].values];
            cube.counts(view, lo, hi, &mut counts);
            Some((d, counts))
        };
        far.into_iter().filter_map(counts).collect()
    }

    /// Makes the moving range's cube, where the one there is does not hold any more or lacks a dimension.
    fn prepare(&mut self, home: usize, far: &[usize]) {
        let versions = self.resting();
        let has =
            |cube: &Cube| far.iter().all(|&d| cube.position(&self.dimensions[d].key).is_some());
        if let Some(made) = &self.brush.made
            && made.versions == versions
            // One that could not be made before cannot be made now.
            && made.cube.as_ref().is_none_or(has)
        {
            return;
        }
        // All of them at once: they are asked for one by one, and the rows are read once.
        let joints = self.joints.iter().enumerate().filter(|(joint, _)| *joint != home);
        let members = joints.flat_map(|(_, joint)| joint.shape.members.iter().map(|m| m.dimension));
        let keys: Vec<String> = members.map(|d| self.dimensions[d].key.clone()).collect();
        let views: Vec<&str> = keys.iter().map(String::as_str).collect();
        let column = self.brush.column.clone();
        let cube = self.activate(&column, &views);
        self.brush.made = Some(Made { versions, cube });
    }

    /// The joint column of the moving range, and its first and last code; `None` where it is no range of codes.
    fn moving(&self) -> Option<(usize, (usize, usize))> {
        let mut own = self.pieces.iter().filter(|piece| piece.source == self.brush.column);
        let (Some(piece), None) = (own.next(), own.next()) else { return None };
        let Test::Codes { dimension, pass } = &piece.test else { return None };
        let (lo, hi) = (pass.iter().position(|p| *p)?, pass.iter().rposition(|p| *p)?);
        let is_range = pass[lo..=hi].iter().all(|p| *p);
        is_range.then_some((self.joint_of(*dimension)?, (lo, hi)))
    }

    /// Versions of the clauses that rest while the range moves.
    fn resting(&self) -> Vec<u64> {
        let resting = |piece: &&Piece| piece.source != self.brush.column;
        self.pieces.iter().filter(resting).map(|piece| piece.version).collect()
    }
}
