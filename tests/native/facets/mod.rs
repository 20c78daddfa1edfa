//! Linked filters, sums, histogram and order against a naive recount of random tables.

mod recount;
mod tables;

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use minsheng_explorer::base::date::{PartialDate, civil};
use minsheng_explorer::column::{Bitmap, Data, Table};
use minsheng_explorer::query::{Clause, Engine, Filter, SortKey, sorted, sum};
use minsheng_explorer::session::{Ask, Session, Years};
use proptest::prelude::*;
use proptest::sample::select;

use recount::{belongs, holds, summed};
use tables::{COLUMNS, filter, table};

/// Rows of the table for which `test` holds.
fn rows(table: &Table, test: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..table.len).filter(|&row| test(row)).collect()
}

/// An engine over the table under a filter.
fn under(table: &Table, filter: &Filter) -> Engine {
    let mut engine = Engine::new(Arc::new(table.clone()));
    engine.set_filter(filter);
    engine
}

fn listed(rows: &Bitmap) -> Vec<usize> {
    rows.iter().collect()
}

/// A set of rows of a table, and the rows themselves.
fn some(table: &Table, chosen: &[bool]) -> (Bitmap, Vec<usize>) {
    let test = |row: usize| chosen.get(row).copied().unwrap_or_default();
    (Bitmap::from_fn(table.len, test), rows(table, test))
}

fn chosen() -> impl Strategy<Value = Vec<bool>> {
    prop_oneof![
        proptest::collection::vec(any::<bool>(), 140),
        Just(vec![true; 140]),
        Just(Vec::new())
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn rows_are_those_for_which_every_clause_holds(table in table(), filter in filter()) {
        let mut cross = under(&table, &filter);
        let all = rows(&table, |row| filter.iter().all(|(c, clause)| holds(&table, row, c, clause)));
        prop_assert_eq!(cross.rows().count(), all.len());
        prop_assert_eq!(listed(cross.rows()), all);
        for own in COLUMNS.iter().copied().chain([Filter::TEXT]) {
            let others = || filter.iter().filter(|(column, _)| *column != own);
            let expected = rows(&table, |row| others().all(|(c, clause)| holds(&table, row, c, clause)));
            prop_assert_eq!(listed(&cross.rows_except(own)), expected, "without {}", own);
        }
    }

    #[test]
    fn a_facet_counts_under_every_clause_but_its_own(table in table(), filter in filter()) {
        let mut cross = under(&table, &filter);
        for own in COLUMNS {
            let facet = cross.facet(own);
            let Some(category) = table.category(own) else {
                prop_assert!(facet.is_empty());
                continue;
            };
            prop_assert_eq!(facet.len(), category.dictionary.len());
            let others = || filter.iter().filter(|(column, _)| column != own);
            let open = rows(&table, |row| others().all(|(c, clause)| holds(&table, row, c, clause)));
            for ((code, entry), counted) in category.dictionary.iter().zip(&facet) {
                prop_assert_eq!(counted.code, code);
                let here = |row: &&usize| {
                    category.code(**row).is_some_and(|c| belongs(category, c, &entry.id))
                };
                prop_assert_eq!(counted.count, open.iter().filter(here).count(), "{}", entry.id);
                let asked = filter.iter().any(|(column, clause)| {
                    column == *own && matches!(clause, Clause::AnyOf(v) if v.contains(&entry.id))
                });
                prop_assert_eq!(counted.chosen, asked);
            }
            // A view never filters itself.
            let mut without = filter.clone();
            without.clear(own);
            let counts = |filter: &Filter| -> Vec<usize> {
                under(&table, filter).facet(own).iter().map(|f| f.count).collect()
            };
            prop_assert_eq!(counts(&filter), counts(&without));
        }
    }

    #[test]
    fn choosing_a_value_gives_as_many_rows_as_its_facet_said(table in table(), filter in filter()) {
        for (column, category) in table.categories() {
            for counted in under(&table, &filter).facet(&column.key) {
                let Some(entry) = category.dictionary.get(counted.code) else { continue };
                let mut then = filter.clone();
                then.set(&column.key, Clause::AnyOf([entry.id.clone()].into()));
                prop_assert_eq!(under(&table, &then).matching(), counted.count);
            }
        }
    }

    #[test]
    fn lifts_tell_what_each_clause_costs(table in table(), filter in filter()) {
        let lifts = under(&table, &filter).lifts();
        prop_assert!(lifts.is_sorted_by(|a, b| a.1 >= b.1));
        let given: BTreeSet<(&str, usize)> = lifts.iter().map(|(c, n)| (c.as_str(), *n)).collect();
        prop_assert_eq!(given.len(), lifts.len());
        let mut expected = BTreeSet::new();
        for (column, _) in filter.iter() {
            let mut without = filter.clone();
            without.clear(column);
            let all =
                rows(&table, |row| without.iter().all(|(c, clause)| holds(&table, row, c, clause)));
            if !all.is_empty() {
                expected.insert((column, all.len()));
            }
        }
        prop_assert_eq!(given, expected);
    }

    #[test]
    fn a_part_is_never_counted_with_its_whole(table in table(), chosen in chosen()) {
        let (_, all) = some(&table, &chosen);
        let (total, counted) = sum(&table, &all);
        let Some(figures) = table.measure() else {
            prop_assert!(counted.is_empty() && total.is_zero());
            return Ok(());
        };
        prop_assert_eq!(&counted, &summed(&table, &all));
        let wholes = |row: usize| {
            let up = move |&row: &usize| figures.whole(row);
            std::iter::successors(up(&row), up)
        };
        for &row in &counted {
            prop_assert!(all.contains(&row) && figures.is_additive(row));
            prop_assert!(!wholes(row).any(|whole| counted.contains(&whole)));
        }
        // What is left out either does not add up or is in one of the wholes.
        for &row in all.iter().filter(|row| !counted.contains(row)) {
            let inside = wholes(row).any(|whole| counted.contains(&whole));
            prop_assert!(inside || !figures.is_additive(row));
        }
        // The order and repetition of the rows asked for do not matter.
        let twice: Vec<usize> = all.iter().rev().chain(&all).copied().collect();
        prop_assert_eq!(sum(&table, &twice), (total, counted));
    }

    #[test]
    fn the_histogram_counts_every_row_in_its_span(table in table(), filter in filter()) {
        let mut session = Session::of_table(table.clone(), Vec::new());
        let bins = Years { filter: filter.clone() }.answer(&mut session);
        let spans = || table.time().into_iter().flat_map(|t| (0..table.len).filter_map(|row| t.get(row)));
        let year = |day| civil(day).0;
        let Some(from) = spans().map(|s| year(s.first)).min() else {
            prop_assert!(bins.is_empty());
            return Ok(());
        };
        let to = spans().map(|s| year(s.last)).max().unwrap_or_default();
        // Of a table within a year or two days, weeks or months; else from the first year to the last. Never with a gap, and
        // only the first of years may be of several.
        let of_years = bins.iter().all(|bin| bin.last - bin.first >= 364);
        if of_years {
            let years = bins.iter().flat_map(|bin| year(bin.first)..=year(bin.last));
            prop_assert_eq!(years.collect::<Vec<i32>>(), (from..=to).collect::<Vec<_>>());
            prop_assert!(bins.iter().skip(1).all(|bin| year(bin.first) == year(bin.last)));
        }
        prop_assert!(bins.windows(2).all(|pair| pair[0].last + 1 == pair[1].first));
        let others = || filter.iter().filter(|(column, _)| *column != "time");
        let passing = rows(&table, |row| others().all(|(c, clause)| holds(&table, row, c, clause)));
        for bin in &bins {
            let [first, last] = [bin.first, bin.last].map(|day| PartialDate::Year(year(day)));
            if of_years {
                prop_assert_eq!((bin.first, bin.last), (first.first_day(), last.last_day()));
            }
            let ends = |row: &usize| {
                table.time().and_then(|t| t.last(*row)).is_some_and(|day| (bin.first..=bin.last).contains(&day))
            };
            prop_assert_eq!(bin.total, (0..table.len).filter(ends).count());
            prop_assert_eq!(bin.selected, passing.iter().filter(|row| ends(row)).count());
        }
        prop_assert_eq!(bins.iter().map(|b| b.total).sum::<usize>(), spans().count());
    }

    #[test]
    fn sorting_is_a_permutation_in_order(
        table in table(),
        chosen in chosen(),
        column in select(COLUMNS),
        descending in any::<bool>(),
    ) {
        let (bitmap, all) = some(&table, &chosen);
        prop_assert_eq!(sorted(&table, &bitmap, None), all.clone());
        let key = SortKey { column: column.to_owned(), descending };
        let order = sorted(&table, &bitmap, Some(&key));
        let mut back = order.clone();
        back.sort_unstable();
        prop_assert_eq!(&back, &all);

        let Some(data) = table.column(column).map(|c| &c.data) else {
            prop_assert_eq!(order, all);
            return Ok(());
        };
        let turn = |o: Ordering| if descending { o.reverse() } else { o };
        let kind = |row| table.category("kind").and_then(|c| c.code(row));
        for pair in order.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let compared = match data {
                Data::Category(c) => match (c.code(a), c.code(b)) {
                    (Some(x), Some(y)) => turn(x.cmp(&y)),
                    (None, Some(_)) => Ordering::Greater,
                    (Some(_), None) => Ordering::Less,
                    (None, None) => Ordering::Equal,
                },
                Data::Time(t) => match (t.get(a), t.get(b)) {
                    (Some(x), Some(y)) => turn((x.last, x.first).cmp(&(y.last, y.first))),
                    (x, y) => y.is_some().cmp(&x.is_some()),
                },
                Data::Measure(m) => kind(a).cmp(&kind(b)).then(match (m.float(a), m.float(b)) {
                    (Some(x), Some(y)) => turn(x.total_cmp(&y)),
                    (x, y) => y.is_some().cmp(&x.is_some()),
                }),
            };
            prop_assert!(compared.is_lt() || (compared.is_eq() && a < b), "{} before {}", a, b);
        }
    }
}

#[test]
fn a_whole_outside_the_selection_lets_its_parts_count() {
    let table = tables::of_sums(&[(100, None), (30, Some(0)), (20, Some(0)), (5, Some(1))]);
    for (rows, total, counted) in [
        (&[0, 1, 2, 3][..], 100, &[0][..]),
        (&[1, 2, 3], 50, &[1, 2]),
        (&[2, 3], 25, &[2, 3]),
        (&[0, 3], 100, &[0]),
        (&[], 0, &[]),
    ] {
        assert_eq!(sum(&table, rows), (total.into(), counted.to_vec()), "{rows:?}");
    }
}

#[test]
fn open_and_reversed_spans_of_time() {
    let table = tables::of_spans(&[(0, 9), (5, 5), (10, 30)]);
    for (from, to, expected) in [
        (None, Some(4), &[0][..]),
        (Some(9), Some(10), &[0, 2]),
        (Some(10), None, &[2]),
        (Some(5), Some(5), &[0, 1]),
        (Some(31), None, &[]),
        (None, None, &[0, 1, 2]),
    ] {
        let mut filter = Filter::default();
        filter.set("time", Clause::During(from, to));
        assert_eq!(listed(under(&table, &filter).rows()), expected, "{from:?} {to:?}");
    }
}
