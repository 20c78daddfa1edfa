//! Groups over several dimensions: count, sum, least and greatest in few passes; sums and means by column.

use std::borrow::Cow;

use super::Engine;
use crate::column::{Bitmap, Figures};
use crate::query::by_cell::Totals;
use crate::query::cells::{Axis, Cells, NO_CODE};
use crate::query::sum::sum_of;

/// Cells of which there is room for all, whether rows are in them or not.
pub(super) const DENSE: usize = 1 << 22;

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

impl Engine {
    /// Groups the rows under every clause by the codes of columns. Columns that cannot be counted by are left out of the
    /// codes. Without a measure the numbers, sums and extremes are empty. Sums are of binary floats, each group's in the
    /// order of its rows. With a measure no group has a total and its parts: what [`Self::left_out`] tells is in none.
    pub fn group_by(&mut self, columns: &[&str], measure: Option<&str>) -> Groups {
        self.grouped(columns, measure, Added::Additive, true)
    }

    /// As [`Self::group_by`], without the extremes, which cost more than all the rest.
    pub fn group_sums(&mut self, columns: &[&str], measure: &str) -> Groups {
        self.grouped(columns, Some(measure), Added::Additive, false)
    }

    /// As [`Self::group_by`], but sums are of every number, whether it may be added up or not: divided by the numbers
    /// they are means.
    pub fn group_every(&mut self, columns: &[&str], measure: &str) -> Groups {
        self.grouped(columns, Some(measure), Added::Every, true)
    }

    fn grouped(
        &mut self,
        columns: &[&str],
        measure: Option<&str>,
        added: Added,
        extremes: bool,
    ) -> Groups {
        let dimensions: Vec<usize> = columns.iter().filter_map(|c| self.dimension(c)).collect();
        self.learn(&dimensions);
        let mut rows = self.sifted(|_| true);
        if measure.is_some() {
            rows = self.counting(columns, rows);
        }
        let rows = rows.as_ref();
        let cells = self.cells_of(&dimensions);
        let figures = measure.and_then(|measure| self.figures(measure));
        let totals = match figures {
            Some(figures) => totals(&cells, figures, rows, added),
            None => Totals { rows: cells.counts(rows), sums: Vec::new() },
        };
        let (filled, codes) = cells.list(|cell| totals.rows[cell] > 0);
        let mut groups = Groups {
            columns: dimensions.iter().map(|&d| self.dimensions[d].key.clone()).collect(),
            codes,
            count: at(&totals.rows, &filled),
            ..Groups::default()
        };
        let Some(figures) = figures else { return groups };
        groups.sum = at(&totals.sums, &filled);
        groups.numbers = match figures.values.valid() {
            None => groups.count.clone(),
            valid => at(&cells.counts(both(rows, valid).as_deref()), &filled),
        };
        if extremes {
            let (min, max) = ends(&cells, figures, rows);
            (groups.min, groups.max) = (at(&min, &filled), at(&max, &filled));
        }
        groups
    }

    /// Sums of a measure by code of a column, under every clause but the column's own; only numbers that may be added
    /// up, and no part with its whole.
    pub fn sums(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |cells, figures, rows| {
            sums(cells, figures, rows, Added::Additive)
        })
    }

    /// Means by code; not a number where no row has one.
    pub fn means(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |cells, figures, rows| {
            let numbers = both(rows, figures.values.valid());
            let Totals { rows, sums } = totals(cells, figures, numbers.as_deref(), Added::Every);
            sums.iter().zip(rows).map(|(sum, count)| sum / f64::from(count)).collect()
        })
    }

    /// Least numbers by code; infinite where there is none.
    pub fn minima(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |cells, figures, rows| ends(cells, figures, rows).0)
    }

    /// Greatest numbers by code; minus infinity where there is none.
    pub fn maxima(&mut self, column: &str, measure: &str) -> Vec<f64> {
        self.by_code(column, measure, |cells, figures, rows| ends(cells, figures, rows).1)
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

    /// What rows come to by code, under every clause but the column's own; empty where there is no such column or measure.
    fn by_code(
        &mut self,
        column: &str,
        measure: &str,
        amounts: impl Fn(&Cells<'_>, &Figures, Option<&Bitmap>) -> Vec<f64>,
    ) -> Vec<f64> {
        let Some(dimension) = self.dimension(column) else { return Vec::new() };
        self.learn(&[dimension]);
        let rows = self.sifted(|piece| piece.source != column);
        let rows = self.counting(&[column], rows);
        let Some(figures) = self.figures(measure) else { return Vec::new() };
        let mut amounts = amounts(&self.cells_of(&[dimension]), figures, rows.as_ref());
        amounts.truncate(self.dimensions[dimension].values);
        amounts
    }

    /// Finds out whether rows lack a value of dimensions.
    pub(super) fn learn(&mut self, dimensions: &[usize]) {
        for &dimension in dimensions {
            self.dimensions[dimension].learn(&self.table);
        }
    }

    /// Numbers the cells of dimensions: all there can be, or, where these are too many, those that rows are in.
    pub(super) fn cells_of(&self, dimensions: &[usize]) -> Cells<'_> {
        let axis = |&dimension: &usize| {
            let dimension = &self.dimensions[dimension];
            let codes = dimension.codes(&self.table)?;
            Some(Axis { codes, values: dimension.values, cells: dimension.cells() })
        };
        Cells::new(dimensions.iter().filter_map(axis).collect(), self.table.len, DENSE)
    }
}

/// Which numbers are added up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Added {
    /// Those that may be added up, and no part with its whole.
    Additive,
    /// All.
    Every,
}

/// Sums of numbers by cell.
pub(super) fn sums(
    cells: &Cells<'_>,
    figures: &Figures,
    rows: Option<&Bitmap>,
    added: Added,
) -> Vec<f64> {
    if added == Added::Additive && figures.part_of.is_some() {
        return sums_without_parts(cells, figures, rows);
    }
    let rows = added_rows(figures, rows, added);
    cells.sums(figures.values.floats(), rows.as_deref())
}

/// Rows by cell, and [`sums`] with them.
fn totals(cells: &Cells<'_>, figures: &Figures, rows: Option<&Bitmap>, added: Added) -> Totals {
    if added == Added::Additive && figures.part_of.is_some() {
        let sums = sums_without_parts(cells, figures, rows);
        return Totals { rows: cells.counts(rows), sums };
    }
    let numbers = added_rows(figures, rows, added);
    cells.totals(figures.values.floats(), rows, numbers.as_deref())
}

/// Of some rows, those whose numbers are added up.
fn added_rows<'a>(
    figures: &'a Figures,
    rows: Option<&'a Bitmap>,
    added: Added,
) -> Option<Cow<'a, Bitmap>> {
    let numbers = both(rows, figures.values.valid());
    match (numbers, figures.additive.as_ref().filter(|_| added == Added::Additive)) {
        (Some(numbers), Some(additive)) => {
            let mut rows = numbers.into_owned();
            rows.intersect(additive);
            Some(Cow::Owned(rows))
        }
        (numbers, additive) => numbers.or(additive.map(Cow::Borrowed)),
    }
}

/// Sums of published figures, of which some are parts of others: exact, by rows. Such tables are small.
fn sums_without_parts(cells: &Cells<'_>, figures: &Figures, rows: Option<&Bitmap>) -> Vec<f64> {
    let mut own = vec![0; cells.rows()];
    cells.read(0, &mut own);
    let is_meant = |row: usize| rows.is_none_or(|rows| rows.contains(row));
    let mut own: Vec<(u32, usize)> =
        own.into_iter().zip(0..).filter(|&(_, row)| is_meant(row)).collect();
    own.sort_unstable();
    let mut sums = vec![0.0; cells.len()];
    for group in own.chunk_by(|a, b| a.0 == b.0) {
        let rows: Vec<usize> = group.iter().map(|&(_, row)| row).collect();
        sums[group[0].0 as usize] = sum_of(figures, &rows).0.try_into().unwrap_or(0.0);
    }
    sums
}

/// Least and greatest numbers by cell.
fn ends(cells: &Cells<'_>, figures: &Figures, rows: Option<&Bitmap>) -> (Vec<f64>, Vec<f64>) {
    let numbers = both(rows, figures.values.valid());
    cells.extremes(figures.values.floats(), numbers.as_deref())
}

/// The rows of both sets; no set stands for all rows.
fn both<'a>(a: Option<&'a Bitmap>, b: Option<&'a Bitmap>) -> Option<Cow<'a, Bitmap>> {
    match (a, b) {
        (Some(a), Some(b)) => {
            let mut rows = a.clone();
            rows.intersect(b);
            Some(Cow::Owned(rows))
        }
        (a, b) => a.or(b).map(Cow::Borrowed),
    }
}

/// The entries at some places.
fn at<T: Copy>(all: &[T], places: &[usize]) -> Vec<T> {
    places.iter().map(|&place| all[place]).collect()
}
