//! Counts by column, for all linked views in one pass.

use super::Engine;
use super::clause::{Piece, Test};
use crate::query::scan::{ALWAYS, Counter, Picked};

/// Bits of checks that targets can be spared.
const SPARABLE: u32 = 7;

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
        let requests: Vec<Request> = known.iter().filter_map(|&d| self.request(&[d])).collect();
        self.answer(&requests);
        dimensions.iter().map(|d| d.and_then(|d| self.counted(d)).unwrap_or_default()).collect()
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

    /// Versions of the clauses that a request's counts are under.
    pub(super) fn versions(&self, request: &Request) -> Vec<u64> {
        let shape = &self.joints[request.joint].shape;
        let binds = |piece: &&Piece| match piece.dimension() {
            Some(dimension) => shape.position(dimension).is_none(),
            None => !request.spared.contains(&piece.source),
        };
        self.pieces.iter().filter(binds).map(|piece| piece.version).collect()
    }

    /// Counts by cell, if they are known.
    pub(super) fn cells(&self, request: &Request) -> Option<&[u32]> {
        self.joints[request.joint].counts(&self.versions(request))
    }

    /// Works out counts that are not known, as many as possible in a pass.
    pub(super) fn answer(&mut self, requests: &[Request]) {
        let mut open: Vec<Request> = Vec::new();
        for request in requests {
            if !open.contains(request) && self.cells(request).is_none() {
                open.push(request.clone());
            }
        }
        while !open.is_empty() {
            let counted = self.pass(&mut open);
            for (request, counts) in counted {
                let versions = self.versions(&request);
                self.joints[request.joint].remember(versions, counts);
            }
        }
    }

    /// One pass over the rows for as many of the requests as there are bits for; takes these off the list.
    fn pass(&self, open: &mut Vec<Request>) -> Vec<(Request, Vec<u32>)> {
        // What is spared: a joint column's own tests, or a column's tests of rows.
        let mut bits: Vec<Result<usize, String>> = Vec::new();
        let mut taken = Vec::new();
        while let Some(request) = open.first() {
            let shape = &self.joints[request.joint].shape;
            let tested =
                |piece: &Piece| piece.dimension().is_some_and(|d| shape.position(d).is_some());
            let own = self.pieces.iter().any(tested).then_some(Ok(request.joint));
            let spared = request.spared.iter().cloned().map(Err);
            let wanted: Vec<_> = own.into_iter().chain(spared).collect();
            let more = wanted.iter().filter(|w| !bits.contains(w)).count();
            if bits.len() + more > SPARABLE as usize && !taken.is_empty() {
                break;
            }
            // A request that alone needs more bits than there are does without the last ones.
            for wanted in &wanted {
                if !bits.contains(wanted) && bits.len() < SPARABLE as usize {
                    bits.push(wanted.clone());
                }
            }
            let place = |w: &Result<usize, String>| bits.iter().position(|b| b == w);
            let spared = wanted.iter().filter_map(place).fold(0_u8, |all, at| all | 1 << at);
            taken.push((open.remove(0), spared));
        }
        let bit = |piece: &Piece| {
            let own = match &piece.test {
                Test::Codes { dimension, .. } => self.joint_of(*dimension).map(Ok),
                Test::Rows(_) => Some(Err(piece.source.clone())),
            };
            own.and_then(|own| bits.iter().position(|b| *b == own)).map_or(ALWAYS, |at| 1 << at)
        };
        let mut counters: Vec<_> = taken
            .iter()
            .map(|(request, spared)| {
                let lane = self.lane(request.joint);
                (lane, Counter::new(lane, self.joints[request.joint].shape.cells), *spared)
            })
            .collect();
        let mut picked = Picked::new();
        self.checks(bit).scan(self.table.len, &mut |block| {
            // Rows picked for one target serve the next, if it is spared the same.
            let mut last = None;
            let mut every = false;
            for (lane, counter, spared) in &mut counters {
                if last != Some(*spared) {
                    every = block.pick(*spared, &mut picked).is_none();
                    last = Some(*spared);
                }
                counter.add(*lane, block, (!every).then(|| picked.rows()));
            }
        });
        let counts = counters.into_iter().map(|(_, counter, _)| counter.finish());
        taken.into_iter().map(|(request, _)| request).zip(counts).collect()
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
