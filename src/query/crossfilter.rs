//! Linked filters: a view is counted under every clause but its own.
//!
//! The rule is crossfilter's and Mosaic's (Heer and Moritz, 2024): a clause names its source, and a source never
//! filters itself.

use super::engine::FacetCount;
use super::filter::{Clause, Filter, rows_of};
use crate::base::order::Order;
use crate::column::{Bitmap, Table};

/// A filter applied to a table; each clause's rows are computed once.
#[derive(Clone, Debug)]
pub struct CrossFilter<'a> {
    table: &'a Table,
    filter: &'a Filter,
    clauses: Vec<(&'a str, Bitmap)>,
}

impl<'a> CrossFilter<'a> {
    /// Applies the filter.
    #[must_use]
    pub fn new(table: &'a Table, filter: &'a Filter) -> Self {
        let rows = |(column, clause): (&'a str, &Clause)| (column, rows_of(table, column, clause));
        Self { table, filter, clauses: filter.iter().map(rows).collect() }
    }

    /// Rows for which every clause holds.
    #[must_use]
    pub fn rows(&self) -> Bitmap {
        self.rows_except("")
    }

    /// Rows for which every clause holds but that of `column`.
    #[must_use]
    pub fn rows_except(&self, column: &str) -> Bitmap {
        let mut rows = Bitmap::all(self.table.len);
        for (_, clause) in self.clauses.iter().filter(|(source, _)| *source != column) {
            rows.intersect(clause);
        }
        rows
    }

    /// Counts of every value of a category column, in dictionary order, under all other clauses.
    #[must_use]
    pub fn facet(&self, column: &str) -> Vec<FacetCount> {
        let Some(category) = self.table.category(column) else { return Vec::new() };
        let dictionary = &category.dictionary;
        let mut counts = vec![0; dictionary.len()];
        for code in self.rows_except(column).iter().filter_map(|row| category.code(row)) {
            for up in dictionary.ancestors(code) {
                counts[up as usize] += 1;
            }
        }
        let chosen = self.filter.values(column);
        dictionary
            .iter()
            .map(|(code, entry)| FacetCount {
                code,
                count: counts[code as usize],
                chosen: chosen.is_some_and(|values| values.contains(&entry.id)),
            })
            .collect()
    }

    /// For an empty result: how many rows lifting each clause would give, most first.
    #[must_use]
    pub fn lifts(&self) -> Vec<(&'a str, usize)> {
        let count = |(column, _): &(&'a str, Bitmap)| (*column, self.rows_except(column).count());
        let mut lifts: Vec<_> = self.clauses.iter().map(count).filter(|(_, n)| *n > 0).collect();
        lifts.order_by_key(|&(_, count)| std::cmp::Reverse(count));
        lifts
    }
}
