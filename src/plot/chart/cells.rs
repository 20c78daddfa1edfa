//! Rows crossed by one or two columns.

use rust_decimal::Decimal;

use super::extent;
use super::grouping::Grouping;
use super::selection::Selection;
use super::types::Choice;
use super::unit::AxisUnit;
use crate::base::order::Order;
use crate::chart::Extent;
use crate::plot::extent as extent_of;
use crate::state::{Action, Measure};
use crate::words::figure;

/// What is measured of a set of rows.
pub(super) enum Gauge<'a> {
    /// How many there are.
    Count,
    /// What they add up to, in a unit.
    Sum(AxisUnit<'a>),
}

impl<'a> Gauge<'a> {
    pub(super) fn of(s: &Selection<'a>, choice: &Choice, rows: &[usize]) -> Self {
        let unit = AxisUnit::of(s, rows).filter(|_| choice.measure == Measure::Sum);
        unit.map_or(Self::Count, Self::Sum)
    }

    /// The value of some rows and how it is written.
    pub(super) fn value(&self, s: &Selection, rows: &[usize]) -> (Extent, String) {
        let Self::Sum(unit) = self else {
            let count = i32::try_from(rows.len()).unwrap_or(i32::MAX);
            return (Extent::exact(f64::from(count)), crate::i18n::grouped(&count.to_string()));
        };
        if let [only] = rows {
            let o = s.observation(*only);
            let value = s.table.measure().and_then(|figures| figures.exact(*only));
            let value = value.and_then(|value| unit.position(value)).unwrap_or(f64::NAN);
            return (extent_of(o.quantity.qualifier, value), figure(s.data, o, s.lang).to_string());
        }
        let exact = |row: &usize| s.table.measure().and_then(|figures| figures.exact(*row));
        let sum = rows.iter().filter_map(exact).fold(Decimal::ZERO, |sum, value| {
            // Beyond the decimal range a sum is no figure a release prints.
            sum.checked_add(value).unwrap_or(sum)
        });
        let parts = rows.iter().map(|&row| s.observation(row).quantity.qualifier);
        let extent = extent::total(unit.position(sum).unwrap_or(f64::NAN), parts);
        (extent, unit.amount(s, sum.normalize(), &extent))
    }
}

/// One side of the crossing: the groups of a column in the order they are shown.
pub(super) struct Side<'a> {
    /// The column.
    pub(super) by: Grouping<'a>,
    /// Its groups.
    pub(super) values: Vec<Option<u32>>,
    /// How many groups had no room.
    pub(super) left_out: usize,
}

impl<'a> Side<'a> {
    /// The groups of some rows in the column's order or, where `ranked` and the column has none that matters, the
    /// largest first. Of more than `most` the largest are kept.
    pub(super) fn of(
        s: &Selection,
        by: Grouping<'a>,
        rows: &[usize],
        gauge: &Gauge,
        (ranked, most): (bool, usize),
    ) -> Self {
        let size = |code: &Option<u32>| {
            let own: Vec<usize> =
                rows.iter().copied().filter(|&row| by.code(row) == *code).collect();
            gauge.value(s, &own).0.mid
        };
        let mut sized: Vec<(Option<u32>, f64)> =
            by.values(rows).into_iter().map(|code| (code, size(&code))).collect();
        let all = sized.len();
        if all > most || (ranked && !by.is_ordered()) {
            sized.order_by(|a, b| {
                (a.0.is_none(), b.1)
                    .partial_cmp(&(b.0.is_none(), a.1))
                    .unwrap_or(std::cmp::Ordering::Equal)
            });
        }
        sized.truncate(most);
        Self {
            values: sized.into_iter().map(|(code, _)| code).collect(),
            by,
            left_out: all.saturating_sub(most),
        }
    }

    /// The groups' names, in order.
    pub(super) fn names(&self, s: &Selection) -> Vec<String> {
        self.values.iter().map(|&code| self.by.name(code, s.lang)).collect()
    }

    /// Where a row stands; `None` if its group had no room.
    fn place(&self, row: usize) -> Option<u32> {
        let code = self.by.code(row);
        let at = self.values.iter().position(|value| *value == code)?;
        u32::try_from(at).ok()
    }
}

/// Rows that share a group on both sides.
pub(super) struct Cell {
    /// Place on the first side.
    pub(super) group: u32,
    /// Place on the second side; 0 where there is none.
    pub(super) split: u32,
    /// The rows, ascending.
    pub(super) rows: Vec<usize>,
}

/// The cells that have rows, in reading order.
pub(super) fn cells(rows: &[usize], group: &Side, split: Option<&Side>) -> Vec<Cell> {
    let mut cells = std::collections::BTreeMap::<(u32, u32), Vec<usize>>::new();
    for &row in rows {
        let at = group.place(row).zip(split.map_or(Some(0), |split| split.place(row)));
        if let Some(at) = at {
            cells.entry(at).or_default().push(row);
        }
    }
    cells.into_iter().map(|((group, split), rows)| Cell { group, split, rows }).collect()
}

/// What opening a cell does: one figure opens, several become the selection.
pub(super) fn target(s: &Selection, cell: &Cell, sides: [Option<&Side>; 2]) -> Option<Action> {
    if let [only] = cell.rows[..] {
        return super::figures::open(s, only);
    }
    let places = [cell.group, cell.split];
    let clauses: Option<Vec<(String, String)>> = sides
        .into_iter()
        .zip(places)
        .filter_map(|(side, at)| Some((side?, at)))
        .map(|(side, at)| side.by.clause(side.values.get(at as usize).copied().flatten()))
        .collect();
    clauses.map(Action::Narrow)
}
