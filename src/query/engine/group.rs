//! Groups over several dimensions: count, sum, least and greatest in one pass; sums and means by column.

use super::Engine;
use super::clause::Piece;
use crate::column::{Codes, Figures, Floats};
use crate::query::cells::{Cells, NO_CODE};
use crate::query::group::sum_of;
use crate::query::scan::{ALWAYS, BLOCK, Checks, Picked, RowCheck};

/// Cells of which there is room for all, whether rows are in them or not.
const DENSE: usize = 1 << 22;

/// Rows grouped by the codes of one or more columns: one entry a group that has rows, by codes ascending, those without
/// a code last.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Groups {
    /// Keys of the columns.
    pub columns: Vec<String>,
    /// For each column, the code of each group; [`Groups::NO_CODE`] where its rows have none.
    pub codes: Vec<Vec<u32>>,
    /// Rows of each group.
    pub count: Vec<u32>,
    /// Rows of each group that have a number.
    pub numbers: Vec<u32>,
    /// Sum of the numbers that may be added up; a part is not counted with its whole.
    pub sum: Vec<f64>,
    /// Least number; infinite where there is none.
    pub min: Vec<f64>,
    /// Greatest number; minus infinity where there is none.
    pub max: Vec<f64>,
}

impl Groups {
    /// Stands for no code.
    pub const NO_CODE: u32 = NO_CODE;

    /// Number of groups.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.count.len()
    }

    /// Whether there is no group.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.count.is_empty()
    }
}

/// Count and sum of a cell's rows.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) sum: f64,
    pub(super) count: u32,
    pub(super) numbers: u32,
}

/// Least and greatest number of a cell's rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Extremes {
    pub(super) min: f64,
    pub(super) max: f64,
}

impl Extremes {
    const NONE: Self = Self { min: f64::INFINITY, max: f64::NEG_INFINITY };
}

/// Which rows a measuring pass reads.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Reading {
    /// Those with a number.
    Every,
    /// Those that may be added up.
    Additive,
}

impl Engine {
    /// Groups the rows under every clause by the codes of columns. Columns that cannot be counted by are left out of the
    /// codes. Without a measure the numbers, sums and extremes are empty. Sums are of binary floats, each group's in the
    /// order of its rows.
    pub fn group_by(&mut self, columns: &[&str], measure: Option<&str>) -> Groups {
        self.grouped(columns, measure, Reading::Additive)
    }

    /// As [`Self::group_by`], but sums are of every number, whether it may be added up or not: divided by the numbers
    /// they are means.
    pub fn group_every(&mut self, columns: &[&str], measure: &str) -> Groups {
        self.grouped(columns, Some(measure), Reading::Every)
    }

    fn grouped(&mut self, columns: &[&str], measure: Option<&str>, summed: Reading) -> Groups {
        let dimensions: Vec<usize> = columns.iter().filter_map(|c| self.dimension(c)).collect();
        self.join(&[]);
        let cells = self.all_cells(&dimensions);
        let (tallies, extremes) = match (summed, measure) {
            (Reading::Every, Some(measure)) => {
                self.pass_over(&dimensions, &cells, measure, None, Reading::Every)
            }
            _ => self.measured(&dimensions, &cells, measure, None),
        };
        let mut groups = Groups {
            columns: dimensions.iter().map(|&d| self.dimensions[d].key.clone()).collect(),
            codes: vec![Vec::new(); dimensions.len()],
            ..Groups::default()
        };
        let values: Vec<usize> = dimensions.iter().map(|&d| self.dimensions[d].values).collect();
        for (cell, at) in cells.in_order() {
            let tally = tallies[at];
            if tally.count == 0 {
                continue;
            }
            cells.decode(cell, &values, &mut groups.codes);
            groups.count.push(tally.count);
            if measure.is_some() {
                let extremes = extremes.get(at).copied().unwrap_or(Extremes::NONE);
                groups.numbers.push(tally.numbers);
                groups.sum.push(tally.sum);
                groups.min.push(extremes.min);
                groups.max.push(extremes.max);
            }
        }
        groups
    }

    /// Sums of a measure by code of a column, under every clause but the column's own; only numbers that may be added
    /// up, and no part with its whole.
    pub fn sums(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |tally, _| tally.sum)
    }

    /// Means by code; not a number where no row has one.
    pub fn means(&mut self, column: &str, measure: &str) -> Vec<f64> {
        let Some(dimension) = self.dimension(column) else { return Vec::new() };
        self.join(&[]);
        let cells = self.all_cells(&[dimension]);
        let (tallies, _) =
            self.pass_over(&[dimension], &cells, measure, Some(column), Reading::Every);
        let mean = |tally: &Tally| tally.sum / f64::from(tally.numbers);
        tallies.iter().take(self.dimensions[dimension].values).map(mean).collect()
    }

    /// Least numbers by code; infinite where there is none.
    pub fn minima(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |_, extremes| extremes.min)
    }

    /// Greatest numbers by code; minus infinity where there is none.
    pub fn maxima(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |_, extremes| extremes.max)
    }

    /// The values of a column with the greatest sums of a measure, or most rows, under every clause but its own:
    /// greatest first, at most `limit`, none that has nothing.
    pub fn top(&mut self, column: &str, measure: Option<&str>, limit: usize) -> Vec<(u32, f64)> {
        let amounts = match measure {
            Some(measure) => self.sums(column, measure),
            None => self.counts(column).into_iter().map(f64::from).collect(),
        };
        let mut top: Vec<(u32, f64)> = (0..).zip(amounts).filter(|(_, n)| *n != 0.0).collect();
        let order = |a: &(u32, f64), b: &(u32, f64)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
        if limit < top.len() {
            top.select_nth_unstable_by(limit, order);
            top.truncate(limit);
        }
        top.sort_unstable_by(order);
        top
    }

    fn by_code(
        &mut self,
        column: &str,
        measure: &str,
        of: impl Fn(&Tally, &Extremes) -> f64,
    ) -> Vec<f64> {
        let Some(dimension) = self.dimension(column) else { return Vec::new() };
        self.join(&[]);
        let cells = self.all_cells(&[dimension]);
        let (tallies, extremes) = self.measured(&[dimension], &cells, Some(measure), Some(column));
        let values = self.dimensions[dimension].values;
        tallies.iter().zip(&extremes).take(values).map(|(t, e)| of(t, e)).collect()
    }

    /// Numbers the cells of dimensions: all there can be, or, where these are too many, those that rows are in.
    pub(super) fn all_cells(&mut self, dimensions: &[usize]) -> Cells {
        for &dimension in dimensions {
            self.dimensions[dimension].learn(&self.table);
        }
        let sizes: Vec<usize> = dimensions.iter().map(|&d| self.dimensions[d].cells()).collect();
        let codes: Vec<&Codes> =
            dimensions.iter().filter_map(|&d| self.dimensions[d].codes(&self.table)).collect();
        Cells::new(&sizes, &codes, self.table.len, DENSE)
    }

    /// What the rows under every clause, but that of `except`, come to by cell.
    fn measured(
        &self,
        dimensions: &[usize],
        cells: &Cells,
        measure: Option<&str>,
        except: Option<&str>,
    ) -> (Vec<Tally>, Vec<Extremes>) {
        let Some((measure, figures)) = measure.and_then(|m| Some((m, self.figures(m)?))) else {
            return self.pass_over(dimensions, cells, "", except, Reading::Every);
        };
        let (mut tallies, extremes) =
            self.pass_over(dimensions, cells, measure, except, Reading::Every);
        if figures.part_of.is_some() {
            self.sum_wholes(dimensions, cells, figures, except, &mut tallies);
        } else if figures.additive.is_some() {
            let added = self.pass_over(dimensions, cells, measure, except, Reading::Additive).0;
            for (tally, added) in tallies.iter_mut().zip(added) {
                tally.sum = added.sum;
            }
        }
        (tallies, extremes)
    }

    fn bound(&self, except: Option<&str>) -> Checks<'_> {
        self.checks(|piece: &Piece| if Some(piece.source.as_str()) == except { 0 } else { ALWAYS })
    }

    fn pass_over(
        &self,
        dimensions: &[usize],
        cells: &Cells,
        measure: &str,
        except: Option<&str>,
        reading: Reading,
    ) -> (Vec<Tally>, Vec<Extremes>) {
        let codes: Vec<&Codes> =
            dimensions.iter().filter_map(|&d| self.dimensions[d].codes(&self.table)).collect();
        let figures = self.figures(measure);
        let mut checks = self.bound(except);
        if let (Reading::Additive, Some(rows)) =
            (reading, figures.and_then(|f| f.additive.as_ref()))
        {
            checks.rows.push(RowCheck { rows, bit: ALWAYS });
        }
        let mut tallies = vec![Tally::default(); cells.len()];
        let mut extremes = vec![Extremes::NONE; if figures.is_some() { cells.len() } else { 0 }];
        let mut picked = Picked::new();
        let mut at = [0_u32; BLOCK];
        let mut converted = [0.0; BLOCK];
        checks.scan(self.table.len, &mut |block| {
            cells.read(&codes, block.start, block.len, &mut at);
            let rows = block.pick(0, &mut picked);
            let Some(figures) = figures else {
                let mut count = |row: usize| tallies[at[row % BLOCK] as usize].count += 1;
                match rows {
                    Some(rows) => rows.iter().for_each(|&row| count(row.into())),
                    None => (0..block.len).for_each(count),
                }
                return;
            };
            let numbers = match figures.values.floats() {
                Floats::F64(all) => &all[block.start..block.start + block.len],
                Floats::F32(all) => {
                    let all = &all[block.start..block.start + block.len];
                    converted.iter_mut().zip(all).for_each(|(out, &n)| *out = n.into());
                    &converted[..block.len]
                }
            };
            let mut add = |row: usize| {
                let (cell, number) = (at[row % BLOCK] as usize, numbers[row]);
                let tally = &mut tallies[cell];
                tally.count += 1;
                if number.is_finite() {
                    tally.numbers += 1;
                    tally.sum += number;
                    let extremes = &mut extremes[cell];
                    extremes.min = extremes.min.min(number);
                    extremes.max = extremes.max.max(number);
                }
            };
            match rows {
                Some(rows) => rows.iter().for_each(|&row| add(row.into())),
                None => (0..block.len).for_each(add),
            }
        });
        (tallies, extremes)
    }

    /// Sums of published figures, of which some are parts of others: exact, by rows. Such tables are small.
    fn sum_wholes(
        &self,
        dimensions: &[usize],
        cells: &Cells,
        figures: &Figures,
        except: Option<&str>,
        tallies: &mut [Tally],
    ) {
        let codes: Vec<&Codes> =
            dimensions.iter().filter_map(|&d| self.dimensions[d].codes(&self.table)).collect();
        let mut rows: Vec<(u32, usize)> = Vec::new();
        let mut picked = Picked::new();
        let mut at = [0_u32; BLOCK];
        self.bound(except).scan(self.table.len, &mut |block| {
            cells.read(&codes, block.start, block.len, &mut at);
            let mut take = |row: usize| rows.push((at[row], block.start + row));
            match block.pick(0, &mut picked) {
                Some(rows) => rows.iter().for_each(|&row| take(row.into())),
                None => (0..block.len).for_each(take),
            }
        });
        rows.sort_unstable();
        for group in rows.chunk_by(|a, b| a.0 == b.0) {
            let own: Vec<usize> = group.iter().map(|&(_, row)| row).collect();
            tallies[group[0].0 as usize].sum = sum_of(figures, &own).0.try_into().unwrap_or(0.0);
        }
    }
}
