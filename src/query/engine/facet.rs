//! Facets: the values of a category column with what they hold.

use super::Engine;

/// One value of a facet and how many rows it has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FacetCount {
    /// Code of the value in its column's dictionary.
    pub code: u32,
    /// Rows with this value or one that belongs to it, under all other clauses.
    pub count: usize,
    /// Whether the value is chosen.
    pub chosen: bool,
}

impl Engine {
    /// Counts of every value of a category column, in dictionary order, under all other clauses. What belongs to a
    /// value counts for it too.
    pub fn facet(&mut self, column: &str) -> Vec<FacetCount> {
        self.facets(&[column]).pop().unwrap_or_default()
    }

    /// Several facets in one pass.
    pub fn facets(&mut self, columns: &[&str]) -> Vec<Vec<FacetCount>> {
        let counts = self.counts_all(columns);
        columns.iter().zip(counts).map(|(column, own)| self.facet_of(column, &own)).collect()
    }

    fn facet_of(&self, column: &str, own: &[u32]) -> Vec<FacetCount> {
        let Some(category) = self.table.category(column) else { return Vec::new() };
        let dictionary = &category.dictionary;
        let mut counts: Vec<usize> = own.iter().map(|&n| n as usize).collect();
        if dictionary.is_tree() {
            for (code, &own) in (0..).zip(own).filter(|(_, own)| **own > 0) {
                for up in dictionary.ancestors(code).skip(1) {
                    counts[up as usize] += own as usize;
                }
            }
        }
        let chosen = self.filter.values(column);
        dictionary
            .iter()
            .zip(counts)
            .map(|((code, entry), count)| FacetCount {
                code,
                count,
                chosen: chosen.is_some_and(|values| values.contains(&entry.id)),
            })
            .collect()
    }
}
