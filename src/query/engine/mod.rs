//! Linked filters over one table, from a few rows to tens of millions.
//!
//! Each clause names its column; what is counted by a column is counted under every clause but its own (crossfilter;
//! Heer and Moritz, 'Mosaic', 2024). Clauses about coded columns are tests of codes. Columns are counted jointly (see
//! [`super::joint`]), and a joint column's counts are kept until a clause outside of it changes, so that most changes
//! read the rows once for two or three increments each.

mod activate;
mod brush;
mod clause;
mod counts;
mod crosstab;
mod facet;
mod group;
mod nested;
mod page;
mod quantile;
mod question;
mod search;
mod totals;

use std::sync::Arc;

use super::bins::{BinScale, Bins};
use super::dimension::Dimension;
use super::filter::{Clause, Filter};
use super::joint::{Joint, Shape};
use super::scan::{Lane, sieve};
use super::search::{Terms, Texts};
use crate::column::{Bitmap, Figures, Table};
use brush::Brush;
use clause::{Piece, Test};
pub use facet::FacetCount;
pub use group::Groups;
pub use question::Scored;
use totals::Split;
pub use totals::{LeftOut, Take};

/// A table, the clauses in force, and what can be used again between questions.
#[derive(Clone, Debug)]
pub struct Engine {
    table: Arc<Table>,
    filter: Filter,
    /// What the clauses come to.
    pieces: Vec<Piece>,
    /// Counts the changes of clauses.
    clock: u64,
    dimensions: Vec<Dimension>,
    joints: Vec<Joint>,
    /// What values are found by besides their names.
    terms: Option<Box<Terms>>,
    /// The texts that are searched, made when they first are.
    texts: Option<Box<Texts>>,
    /// The rows under every clause, and the time they were worked out at.
    rows: Option<(u64, Bitmap)>,
    /// The range that is being moved, with the cube that was made for it.
    brush: Brush,
    /// Columns with totals among their parts, and which of their rows count in sums and means.
    splits: Vec<Split>,
}

impl Engine {
    /// An engine without clauses.
    #[must_use]
    pub fn new(table: Arc<Table>) -> Self {
        let dimensions = Dimension::of_table(&table);
        // Published figures have none, so that the first view needs nothing of them.
        let splits = if table.has_totals() {
            Split::of_table(&table, &Filter::default())
        } else {
            Vec::new()
        };
        Self {
            table,
            filter: Filter::default(),
            pieces: Vec::new(),
            clock: 0,
            dimensions,
            joints: Vec::new(),
            terms: None,
            texts: None,
            rows: None,
            brush: Brush::default(),
            splits,
        }
    }

    /// The table.
    #[must_use]
    pub const fn table(&self) -> &Arc<Table> {
        &self.table
    }

    /// The clauses in force.
    #[must_use]
    pub const fn filter(&self) -> &Filter {
        &self.filter
    }

    /// Puts a filter's clauses in force; only those that differ are worked out again.
    pub fn set_filter(&mut self, filter: &Filter) {
        let gone = |column: &&str| filter.get(column).is_none();
        let gone: Vec<String> =
            self.filter.iter().map(|(c, _)| c).filter(gone).map(str::to_owned).collect();
        for column in gone {
            self.clear(&column);
        }
        for (column, clause) in filter.iter() {
            self.set(column, clause.clone());
        }
    }

    /// Sets a column's clause, or removes it where it asks for nothing. A clause about a column the table lacks, or of
    /// a kind that does not suit it, holds for every row.
    pub fn set(&mut self, column: &str, clause: Clause) {
        if self.filter.get(column) == Some(&clause) {
            return;
        }
        self.filter.set(column, clause);
        self.renew(column);
    }

    /// Removes a column's clause.
    pub fn clear(&mut self, column: &str) {
        if self.filter.get(column).is_some() {
            self.filter.clear(column);
            self.renew(column);
        }
    }

    /// Removes every clause.
    pub fn clear_all(&mut self) {
        self.set_filter(&Filter::default());
    }

    /// Works out again what a column's clause comes to.
    fn renew(&mut self, column: &str) {
        self.clock += 1;
        if Filter::told_of(column).is_some() {
            self.splits = Split::of_table(&self.table, &self.filter);
            return;
        }
        self.brush.note(column, self.filter.get(column));
        self.pieces.retain(|piece| piece.source != column);
        if let Some(clause) = self.filter.get(column).cloned() {
            for test in self.tests(column, &clause) {
                self.clock += 1;
                let piece = Piece { source: column.to_owned(), version: self.clock, test };
                self.pieces.push(piece);
            }
        }
    }

    /// Puts a measure's numbers in about `count` bins between round numbers; from then on the measure can be counted
    /// by. `None` where the table has no such measure, or it has no number to put in a bin.
    pub fn bin(&mut self, measure: &str, scale: BinScale, count: usize) -> Option<&Bins> {
        let bins = Bins::nice(&self.figures(measure)?.values, scale, count)?;
        self.take_bins(measure, bins)
    }

    /// As [`Self::bin`], but exactly `count` bins from one number to another; numbers outside are in no bin.
    pub fn bin_between(
        &mut self,
        measure: &str,
        scale: BinScale,
        count: usize,
        ends: (f64, f64),
    ) -> Option<&Bins> {
        let bins = Bins::between(&self.figures(measure)?.values, scale, count, ends)?;
        self.take_bins(measure, bins)
    }

    fn take_bins(&mut self, measure: &str, bins: Bins) -> Option<&Bins> {
        // What was counted by the former bins no longer holds.
        self.brush = Brush::default();
        let binned = Dimension::of_bins(measure, bins);
        let at = match self.dimension(measure) {
            Some(at) => {
                self.dimensions[at] = binned;
                // The joint column holds the former bins.
                self.joints.retain(|joint| joint.shape.position(at).is_none());
                at
            }
            None => {
                self.dimensions.push(binned);
                self.dimensions.len() - 1
            }
        };
        self.renew(measure);
        self.dimensions[at].bins()
    }

    /// The bins of a binned measure.
    #[must_use]
    pub fn bins(&self, measure: &str) -> Option<&Bins> {
        self.dimensions[self.dimension(measure)?].bins()
    }

    /// The rows under every clause.
    pub fn rows(&mut self) -> &Bitmap {
        if self.rows.as_ref().is_none_or(|(at, _)| *at != self.clock) {
            let rows = self.sifted(|_| true).unwrap_or_else(|| Bitmap::all(self.table.len));
            self.rows = Some((self.clock, rows));
        }
        // Just made, if it was not there.
        &self.rows.get_or_insert_with(|| (0, Bitmap::default())).1
    }

    /// The rows under every clause but a column's.
    pub fn rows_except(&mut self, column: &str) -> Bitmap {
        let rows = self.sifted(|piece| piece.source != column);
        rows.unwrap_or_else(|| Bitmap::all(self.table.len))
    }

    /// Number of rows under every clause.
    pub fn matching(&mut self) -> usize {
        self.join(&[]);
        // A joint column that has the last clause's column knew its counts before it was set.
        let known = (0..self.joints.len()).find_map(|joint| self.passing(joint));
        known.unwrap_or_else(|| self.rows().count())
    }

    /// For an empty result: how many rows lifting each clause would give, most first.
    pub fn lifts(&mut self) -> Vec<(String, usize)> {
        let columns: Vec<String> = self.filter.iter().map(|(c, _)| c.to_owned()).collect();
        let mut lifts: Vec<_> = columns
            .into_iter()
            .map(|column| {
                let count = self.rows_except(&column).count();
                (column, count)
            })
            .filter(|(_, count)| *count > 0)
            .collect();
        lifts.sort_by_key(|&(_, count)| std::cmp::Reverse(count));
        lifts
    }

    fn dimension(&self, column: &str) -> Option<usize> {
        self.dimensions.iter().position(|d| d.key == column)
    }

    fn figures(&self, measure: &str) -> Option<&Figures> {
        match &self.table.column(measure)?.data {
            crate::column::Data::Measure(figures) => Some(figures),
            _ => None,
        }
    }

    /// Sees to it that the dimensions, and those that clauses are about, are in joint columns.
    fn join(&mut self, dimensions: &[usize]) {
        let joined =
            |joints: &[Joint], d: usize| joints.iter().any(|j| j.shape.position(d).is_some());
        let about = self.pieces.iter().filter_map(Piece::dimension);
        let mut wanted: Vec<usize> =
            about.chain(dimensions.iter().copied()).filter(|&d| !joined(&self.joints, d)).collect();
        if wanted.is_empty() {
            return;
        }
        let members = self.joints.iter().flat_map(|j| &j.shape.members);
        wanted.extend(members.map(|m| m.dimension));
        wanted.sort_unstable();
        wanted.dedup();
        for &dimension in &wanted {
            self.dimensions[dimension].learn(&self.table);
        }
        let sized = wanted.iter().map(|&d| (d, self.dimensions[d].cells())).collect();
        let shapes = Shape::pack(sized);
        // Columns that are to go make room before others are made.
        let mut kept: Vec<Joint> = std::mem::take(&mut self.joints);
        kept.retain(|joint| shapes.contains(&joint.shape));
        for shape in shapes {
            if !kept.iter().any(|joint| joint.shape == shape) {
                kept.push(Joint::new(shape, &self.dimensions, &self.table));
            }
        }
        self.joints = kept;
    }

    /// Of some rows, those that count in a sum or a mean by these columns; no rows stand for all.
    fn counting(&self, grouped: &[&str], rows: Option<Bitmap>) -> Option<Bitmap> {
        if self.splits.is_empty() {
            return rows;
        }
        let rows = rows.unwrap_or_else(|| Bitmap::all(self.table.len));
        Some(self.binding(grouped, &rows).1)
    }

    fn joint_of(&self, dimension: usize) -> Option<usize> {
        self.joints.iter().position(|joint| joint.shape.position(dimension).is_some())
    }

    fn lane(&self, joint: usize) -> Lane<'_> {
        self.joints[joint].lane(&self.dimensions, &self.table)
    }

    /// The rows that pass the pieces which bind; `None` where none does.
    fn sifted(&mut self, binds: impl Fn(&Piece) -> bool) -> Option<Bitmap> {
        self.join(&[]);
        let mut sifted: Option<Bitmap> = None;
        let mut meet = |rows: &Bitmap| match &mut sifted {
            Some(sifted) => sifted.intersect(rows),
            None => sifted = Some(rows.clone()),
        };
        for at in 0..self.joints.len() {
            let shape = &self.joints[at].shape;
            let mut versions = Vec::new();
            let mut tests = Vec::new();
            for piece in self.pieces.iter().filter(|piece| binds(piece)) {
                if let Test::Codes { dimension, pass } = &piece.test
                    && let Some(member) = shape.position(*dimension)
                {
                    versions.push(piece.version);
                    tests.push((member, true, pass.as_slice()));
                }
            }
            let Some(fails) = shape.failing(&tests) else { continue };
            if self.joints[at].sieve(&versions).is_none() {
                let pass: Vec<bool> = fails.iter().map(|&fails| fails == 0).collect();
                let rows = sieve(self.lane(at), &pass, self.table.len);
                self.joints[at].keep_sieve(versions.clone(), rows);
            }
            self.joints[at].sieve(&versions).into_iter().for_each(&mut meet);
        }
        for piece in self.pieces.iter().filter(|piece| binds(piece)) {
            if let Test::Rows(rows) = &piece.test {
                meet(rows);
            }
        }
        sifted
    }
}
