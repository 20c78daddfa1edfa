//! Exact quantiles by selection.

use super::Engine;
use crate::column::Bitmap;
use crate::query::scan::{BLOCK, add_cells, scan};

/// Numbers that are held at once, but for those of a single code.
const AT_ONCE: usize = 1 << 22;

impl Engine {
    /// The quantile `part` (0 the least, 0.5 the median, 1 the greatest) of a measure by code of a column, under every
    /// clause but the column's own; not a number where no row has one. Between two numbers it lies in proportion, as
    /// type 7 of Hyndman and Fan (1996). Exact; codes are taken in as many passes as memory asks for.
    pub fn quantiles(&mut self, column: &str, measure: &str, part: f64) -> Vec<f64> {
        let counts = self.counts(column);
        let rows = self.sifted(|piece| piece.source != column);
        let rows = self.counting(&[column], rows);
        let mut quantiles = Vec::with_capacity(counts.len());
        while quantiles.len() < counts.len() {
            let first = quantiles.len();
            let mut held = 0;
            let fits = |count: &&u32| {
                held += **count as usize;
                held <= AT_ONCE
            };
            let codes = counts[first..].iter().take_while(fits).count().max(1);
            let lists = self.numbers_of(
                column,
                measure,
                rows.as_ref(),
                first,
                &counts[first..first + codes],
            );
            quantiles.extend(lists.into_iter().map(|mut list| quantile(&mut list, part)));
        }
        quantiles
    }

    /// The numbers of some codes from `first` on.
    fn numbers_of(
        &self,
        column: &str,
        measure: &str,
        rows: Option<&Bitmap>,
        first: usize,
        counts: &[u32],
    ) -> Vec<Vec<f64>> {
        let mut lists: Vec<Vec<f64>> =
            counts.iter().map(|&count| Vec::with_capacity(count as usize)).collect();
        let Some((figures, dimension)) = self.figures(measure).zip(self.dimension(column)) else {
            return lists;
        };
        let Some(codes) = self.dimensions[dimension].codes(&self.table) else { return lists };
        let mut cells = [0; BLOCK];
        let size = self.dimensions[dimension].values + 1;
        scan(self.table.len, rows, &mut |block| {
            cells.fill(0);
            add_cells(codes, block.start, size, 1, &mut cells);
            block.each(|row| {
                let list =
                    (cells[row] as usize).checked_sub(first).and_then(|at| lists.get_mut(at));
                if let (Some(list), Some(number)) = (list, figures.values.get(block.start + row)) {
                    list.push(number);
                }
            });
        });
        lists
    }
}

fn quantile(list: &mut [f64], part: f64) -> f64 {
    let Some(last) = list.len().checked_sub(1) else { return f64::NAN };
    let at = part.clamp(0.0, 1.0) * last as f64;
    let (below, rest) = (at.floor() as usize, at.fract());
    let (_, &mut low, above) = list.select_nth_unstable_by(below, f64::total_cmp);
    let high = above.iter().copied().min_by(f64::total_cmp);
    match high.filter(|_| rest > 0.0) {
        Some(high) => low + (high - low) * rest,
        None => low,
    }
}
