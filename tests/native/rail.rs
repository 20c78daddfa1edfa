//! The histogram of time: it begins where rows begin to be dense.

use std::sync::Arc;

use minsheng_explorer::base::date::{PartialDate, civil};
use minsheng_explorer::column::{Column, Data, DaySpan, Keys, Periods, Role, Table, from_dataset};
use minsheng_explorer::import::read_package;
use minsheng_explorer::plot::facet::Outline;
use minsheng_explorer::plot::rail::{self, Bin};
use minsheng_explorer::query::Engine;

use crate::packages;

fn bins(table: Table) -> Vec<Bin> {
    let mut engine = Engine::new(Arc::new(table));
    let outline = Outline::new(&mut engine);
    rail::years(&mut engine, &outline)
}

/// A table with so many rows of each year.
fn of_years(counts: &[(i32, usize)]) -> Table {
    let span = |year| {
        let year = PartialDate::Year(year);
        Some(DaySpan { first: year.first_day(), last: year.last_day(), as_of: false })
    };
    let rows: Vec<Option<DaySpan>> =
        counts.iter().flat_map(|&(year, n)| std::iter::repeat_n(span(year), n)).collect();
    let columns = vec![Column::new("when", Role::Time, Data::Time(Periods::new(&rows)))];
    let keys = (0..rows.len()).map(|at| at.to_string()).collect();
    Table { len: rows.len(), columns, keys: Keys::Given(keys) }
}

fn years(bins: &[Bin]) -> Vec<(i32, i32)> {
    bins.iter().map(|bin| (civil(bin.first).0, civil(bin.last).0)).collect()
}

#[test]
fn years_before_nearly_all_rows_share_a_bin() {
    let sparse = of_years(&[(2000, 1), (2003, 2), (2008, 40), (2009, 57)]);
    let found = bins(sparse);
    assert_eq!(years(&found), [(2000, 2007), (2008, 2008), (2009, 2009)]);
    let totals: Vec<usize> = found.iter().map(|bin| bin.total).collect();
    assert_eq!(totals, [3, 40, 57], "no row is lost");
}

#[test]
fn a_table_that_is_even_over_the_years_keeps_a_bin_a_year() {
    let even: Vec<(i32, usize)> = (1950..2050).map(|year| (year, 3)).collect();
    assert_eq!(bins(of_years(&even)).len(), 100);
    assert_eq!(bins(of_years(&[(2020, 5)])).len(), 1);
}

#[test]
fn the_bundled_figures_begin_where_they_are_dense() {
    let (data, _) = read_package(&packages::bundled());
    let table = from_dataset(&data);
    let all = table.len;
    let found = bins(table);
    let dense: usize = found.iter().skip(1).map(|bin| bin.total).sum();
    assert!(years(&found)[0].1 > years(&found)[0].0, "{:?}", years(&found));
    assert!(dense * 100 >= all * 95, "{dense} of {all}");
    assert!(found.len() < 10, "{:?}", years(&found));
}
