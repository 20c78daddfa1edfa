//! Groups over several dimensions: count, sum, least and greatest in one pass; sums and means by column.

use super::Engine;
use crate::column::{Bitmap, Codes, Figures, Floats};
use crate::query::cells::{Cells, NO_CODE};
use crate::query::scan::{BLOCK, Block, scan};
use crate::query::sum::sum_of;

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
    /// Least number; infinite where there is none. Empty where extremes were not asked for.
    pub min: Vec<f64>,
    /// Greatest number; minus infinity where there is none. Empty where extremes were not asked for.
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

/// What cells' rows come to: counts, and as many of the others as were asked for.
#[derive(Clone, Debug, Default)]
struct Measured {
    count: Vec<u32>,
    /// Empty where every row has a number.
    numbers: Vec<u32>,
    sum: Vec<f64>,
    min: Vec<f64>,
    max: Vec<f64>,
}

impl Measured {
    fn numbers(&self, cell: usize) -> u32 {
        self.numbers.get(cell).or(self.count.get(cell)).copied().unwrap_or_default()
    }
}

/// What to work out of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wanted {
    /// Counts and sums of the numbers that may be added up.
    Sums,
    /// Counts and sums of all numbers.
    Totals,
    /// Counts and extremes.
    Extremes,
}

impl Engine {
    /// Groups the rows under every clause by the codes of columns. Columns that cannot be counted by are left out of the
    /// codes. Without a measure the numbers, sums and extremes are empty. Sums are of binary floats, each group's in the
    /// order of its rows.
    pub fn group_by(&mut self, columns: &[&str], measure: Option<&str>) -> Groups {
        self.grouped(columns, measure, Wanted::Sums, true)
    }

    /// As [`Self::group_by`], without the extremes, which cost more than all the rest.
    pub fn group_sums(&mut self, columns: &[&str], measure: &str) -> Groups {
        self.grouped(columns, Some(measure), Wanted::Sums, false)
    }

    /// As [`Self::group_by`], but sums are of every number, whether it may be added up or not: divided by the numbers
    /// they are means.
    pub fn group_every(&mut self, columns: &[&str], measure: &str) -> Groups {
        self.grouped(columns, Some(measure), Wanted::Totals, true)
    }

    fn grouped(
        &mut self,
        columns: &[&str],
        measure: Option<&str>,
        wanted: Wanted,
        extremes: bool,
    ) -> Groups {
        let dimensions: Vec<usize> = columns.iter().filter_map(|c| self.dimension(c)).collect();
        let cells = self.all_cells(&dimensions);
        let rows = self.sifted(|_| true);
        let figures = measure.and_then(|measure| self.figures(measure));
        let measured = self.measured(&dimensions, &cells, figures, rows.as_ref(), wanted);
        let Measured { min, max, .. } = match figures.filter(|_| extremes) {
            None => Measured::default(),
            own => self.measured(&dimensions, &cells, own, rows.as_ref(), Wanted::Extremes),
        };
        let mut groups = Groups {
            columns: dimensions.iter().map(|&d| self.dimensions[d].key.clone()).collect(),
            codes: vec![Vec::new(); dimensions.len()],
            ..Groups::default()
        };
        let filled = measured.count.iter().filter(|&&count| count > 0).count();
        groups.codes.iter_mut().for_each(|codes| codes.reserve(filled));
        let values: Vec<usize> = dimensions.iter().map(|&d| self.dimensions[d].values).collect();
        for (cell, at) in cells.in_order().filter(|&(_, at)| measured.count[at] > 0) {
            cells.decode(cell, &values, &mut groups.codes);
            groups.count.push(measured.count[at]);
            if figures.is_some() {
                groups.numbers.push(measured.numbers(at));
                groups.sum.push(measured.sum[at]);
            }
            groups.min.extend(min.get(at));
            groups.max.extend(max.get(at));
        }
        groups
    }

    /// Sums of a measure by code of a column, under every clause but the column's own; only numbers that may be added
    /// up, and no part with its whole.
    pub fn sums(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, Wanted::Sums).sum
    }

    /// Means by code; not a number where no row has one.
    pub fn means(&mut self, column: &str, measure: &str) -> Vec<f64> {
        let measured = self.by_code(column, measure, Wanted::Totals);
        let mean = |(at, sum): (usize, &f64)| sum / f64::from(measured.numbers(at));
        measured.sum.iter().enumerate().map(mean).collect()
    }

    /// Least numbers by code; infinite where there is none.
    pub fn minima(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, Wanted::Extremes).min
    }

    /// Greatest numbers by code; minus infinity where there is none.
    pub fn maxima(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, Wanted::Extremes).max
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

    /// What rows come to by code, under every clause but the column's own.
    fn by_code(&mut self, column: &str, measure: &str, wanted: Wanted) -> Measured {
        let Some(dimension) = self.dimension(column) else { return Measured::default() };
        let cells = self.all_cells(&[dimension]);
        let rows = self.sifted(|piece| piece.source != column);
        let Some(figures) = self.figures(measure) else { return Measured::default() };
        let mut measured =
            self.measured(&[dimension], &cells, Some(figures), rows.as_ref(), wanted);
        let values = self.dimensions[dimension].values;
        measured.count.truncate(values);
        measured.sum.truncate(values);
        measured.min.truncate(values);
        measured.max.truncate(values);
        measured
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

    /// What rows come to by cell.
    fn measured(
        &self,
        dimensions: &[usize],
        cells: &Cells,
        figures: Option<&Figures>,
        rows: Option<&Bitmap>,
        wanted: Wanted,
    ) -> Measured {
        let codes: Vec<&Codes> =
            dimensions.iter().filter_map(|&d| self.dimensions[d].codes(&self.table)).collect();
        let len = self.table.len;
        let mut out = Measured { count: vec![0; cells.len()], ..Measured::default() };
        let mut at = [0_u32; BLOCK];
        let Some(figures) = figures else {
            scan(len, rows, &mut |block| {
                cells.read(&codes, block.start, block.len, &mut at);
                block.each(|row| out.count[at[row] as usize] += 1);
            });
            return out;
        };
        let whole = figures.values.valid().is_none();
        let additive = figures.additive.as_ref().filter(|_| wanted == Wanted::Sums);
        let infinite = if wanted == Wanted::Extremes { cells.len() } else { 0 };
        out.numbers = vec![0; if whole { 0 } else { cells.len() }];
        out.sum = vec![0.0; cells.len() - infinite];
        out.min = vec![f64::INFINITY; infinite];
        out.max = vec![f64::NEG_INFINITY; infinite];
        let mut copy = [0.0; BLOCK];
        scan(len, rows, &mut |block| {
            cells.read(&codes, block.start, block.len, &mut at);
            let numbers = numbers_of(figures, block, &mut copy);
            if wanted == Wanted::Extremes {
                block.each(|row| {
                    let (cell, number) = (at[row] as usize, numbers[row]);
                    out.count[cell] += 1;
                    // What is not a number is neither less nor greater.
                    out.min[cell] = if number < out.min[cell] { number } else { out.min[cell] };
                    out.max[cell] = if number > out.max[cell] { number } else { out.max[cell] };
                });
            } else if whole && additive.is_none() {
                add_up(block, &at, numbers, &mut out.count, &mut out.sum);
            } else {
                block.each(|row| {
                    let (cell, number) = (at[row] as usize, numbers[row]);
                    out.count[cell] += 1;
                    if number.is_finite() {
                        if let Some(numbers) = out.numbers.get_mut(cell) {
                            *numbers += 1;
                        }
                        if additive.is_none_or(|rows| rows.contains(block.start + row)) {
                            out.sum[cell] += number;
                        }
                    }
                });
            }
        });
        if wanted == Wanted::Sums && figures.part_of.is_some() {
            self.sum_wholes(&codes, cells, figures, rows, &mut out.sum);
        }
        out
    }

    /// Sums of published figures, of which some are parts of others: exact, by rows. Such tables are small.
    fn sum_wholes(
        &self,
        codes: &[&Codes],
        cells: &Cells,
        figures: &Figures,
        rows: Option<&Bitmap>,
        sums: &mut [f64],
    ) {
        let mut own: Vec<(u32, usize)> = Vec::new();
        let mut at = [0_u32; BLOCK];
        scan(self.table.len, rows, &mut |block| {
            cells.read(codes, block.start, block.len, &mut at);
            block.each(|row| own.push((at[row], block.start + row)));
        });
        own.sort_unstable();
        for group in own.chunk_by(|a, b| a.0 == b.0) {
            let rows: Vec<usize> = group.iter().map(|&(_, row)| row).collect();
            sums[group[0].0 as usize] = sum_of(figures, &rows).0.try_into().unwrap_or(0.0);
        }
    }
}

/// Counts and sums of a block's rows by cell.
fn add_up(
    block: &Block<'_>,
    cells: &[u32; BLOCK],
    numbers: &[f64],
    counts: &mut [u32],
    sums: &mut [f64],
) {
    let len = counts.len().min(sums.len());
    let (counts, sums) = (&mut counts[..len], &mut sums[..len]);
    block.each(|row| {
        let cell = cells[row] as usize;
        counts[cell] += 1;
        sums[cell] += numbers[row];
    });
}

/// The numbers of a block's rows.
fn numbers_of<'a>(
    figures: &'a Figures,
    block: &Block<'_>,
    copy: &'a mut [f64; BLOCK],
) -> &'a [f64] {
    match figures.values.floats() {
        Floats::F64(all) => &all[block.start..block.start + block.len],
        Floats::F32(all) => {
            let all = &all[block.start..block.start + block.len];
            copy.iter_mut().zip(all).for_each(|(out, &n)| *out = n.into());
            &copy[..block.len]
        }
    }
}
