//! Counts by column, for all linked views in one pass.

use super::Engine;
use super::clause::{Piece, Test};
use crate::column::Bitmap;
use crate::query::scan::{Counter, scan};

/// Counts by the cells of a joint column, under every clause about dimensions outside of it. A test of rows by a
/// measure is none of its own bins' business: counts for those are spared it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Request {
    /// The joint column.
    pub(super) joint: usize,
    /// Columns whose tests of rows do not bind.
    pub(super) spared: Vec<String>,
}

impl Engine {
    /// Counts by code of a coded column or by bin of a binned measure, under every clause but the column's own; empty
    /// for other columns. Rows without a value are not in them.
    pub fn counts(&mut self, column: &str) -> Vec<u32> {
        self.counts_all(&[column]).pop().unwrap_or_default()
    }

    /// Counts by several columns, as [`Self::counts`] gives them, in one pass.
    pub fn counts_all(&mut self, columns: &[&str]) -> Vec<Vec<u32>> {
        let dimensions: Vec<Option<usize>> = columns.iter().map(|c| self.dimension(c)).collect();
        let known: Vec<usize> = dimensions.iter().flatten().copied().collect();
        self.join(&known);
        let brushed = self.brushed(&known);
        let open = known.iter().filter(|d| !brushed.contains_key(d));
        let requests: Vec<Request> = open.filter_map(|&d| self.request(&[d])).collect();
        self.answer(&requests);
        let counts = |d: usize| brushed.get(&d).cloned().or_else(|| self.counted(d));
        dimensions.iter().map(|d| d.and_then(counts).unwrap_or_default()).collect()
    }

    /// What counts by these dimensions of one joint column need; the tests of rows of all of them are spared.
    pub(super) fn request(&self, dimensions: &[usize]) -> Option<Request> {
        let joint = self.joint_of(*dimensions.first()?)?;
        let keys = dimensions.iter().map(|&d| self.dimensions[d].key.as_str());
        let tests_rows = |key: &&str| {
            let of_key = |piece: &Piece| piece.source == *key && piece.dimension().is_none();
            self.pieces.iter().any(of_key)
        };
        let mut spared: Vec<String> = keys.filter(tests_rows).map(str::to_owned).collect();
        spared.sort_unstable();
        Some(Request { joint, spared })
    }

    /// Whether a piece binds a request's counts.
    fn binds(&self, request: &Request, piece: &Piece) -> bool {
        match piece.dimension() {
            Some(dimension) => self.joints[request.joint].shape.position(dimension).is_none(),
            None => !request.spared.contains(&piece.source),
        }
    }

    /// Versions of the clauses that a request's counts are under.
    fn versions(&self, request: &Request) -> Vec<u64> {
        let binding = self.pieces.iter().filter(|piece| self.binds(request, piece));
        binding.map(|piece| piece.version).collect()
    }

    /// Counts by cell, if they are known.
    pub(super) fn cells(&self, request: &Request) -> Option<&[u32]> {
        self.joints[request.joint].counts(&self.versions(request))
    }

    /// Works out counts that are not known; those of the same rows in one pass.
    pub(super) fn answer(&mut self, requests: &[Request]) {
        for joint in 0..self.joints.len() {
            let here = requests.iter().filter(|request| request.joint == joint);
            let needed: Vec<Vec<u64>> = here.map(|request| self.versions(request)).collect();
            self.joints[joint].forget(&needed);
        }
        let mut open: Vec<(Vec<u64>, Vec<Request>)> = Vec::new();
        for request in requests.iter().filter(|request| self.cells(request).is_none()) {
            let versions = self.versions(request);
            match open.iter_mut().find(|(known, _)| *known == versions) {
                Some((_, group)) if group.contains(request) => {}
                Some((_, group)) => group.push(request.clone()),
                None => open.push((versions, vec![request.clone()])),
            }
        }
        for (versions, group) in open {
            let rows = self.sifted_by(&versions);
            let mut counters: Vec<_> = group
                .iter()
                .map(|request| {
                    let lane = self.lane(request.joint);
                    (lane, Counter::new(lane, self.joints[request.joint].shape.cells))
                })
                .collect();
            scan(self.table.len, rows.as_ref(), &mut |block| {
                counters.iter_mut().for_each(|(lane, counter)| counter.add(*lane, block));
            });
            let counts: Vec<_> = counters.into_iter().map(|(_, c)| c.finish()).collect();
            for (request, counts) in group.iter().zip(counts) {
                self.joints[request.joint].remember(versions.clone(), counts);
            }
        }
    }

    pub(super) fn sifted_by(&mut self, versions: &[u64]) -> Option<Bitmap> {
        self.sifted(|piece| versions.contains(&piece.version))
    }

    /// A dimension's counts, from those of its joint column.
    fn counted(&self, dimension: usize) -> Option<Vec<u32>> {
        let request = self.request(&[dimension])?;
        let shape = &self.joints[request.joint].shape;
        let fails = shape.failing(&self.tests_within(request.joint, Some(dimension), None));
        let at = shape.position(dimension)?;
        let mut counts = shape.marginal(at, self.cells(&request)?, fails.as_deref());
        counts.truncate(self.dimensions[dimension].values);
        Some(counts)
    }

    /// Tests of a joint column's members, as its shape takes them. A test binds the member `counted` too where it is
    /// not its own clause; clauses of the column `without` do not bind.
    pub(super) fn tests_within(
        &self,
        joint: usize,
        counted: Option<usize>,
        without: Option<&str>,
    ) -> Vec<(usize, bool, &[bool])> {
        let shape = &self.joints[joint].shape;
        let test = |piece: &'_ Piece| -> Option<(usize, bool)> {
            let dimension = piece.dimension().filter(|_| Some(piece.source.as_str()) != without)?;
            let binding = piece.source != self.dimensions[dimension].key;
            Some((shape.position(dimension)?, binding || counted.is_none()))
        };
        let mut tests = Vec::new();
        for piece in &self.pieces {
            if let (Some((at, binding)), Test::Codes { pass, .. }) = (test(piece), &piece.test) {
                tests.push((at, binding, pass.as_slice()));
            }
        }
        tests
    }

    /// Number of rows under every clause, if a joint column's counts tell it without a pass.
    pub(super) fn passing(&self, joint: usize) -> Option<usize> {
        let counts = self.cells(&Request { joint, spared: Vec::new() })?;
        let shape = &self.joints[joint].shape;
        let fails = shape.failing(&self.tests_within(joint, None, None));
        Some(shape.passing(counts, fails.as_deref()))
    }
}
