//! The engine against a naive recount: random tables, random sequences of clauses, every kind of question.

mod naive;
mod tables;
mod widths;

use std::collections::BTreeMap;
use std::sync::Arc;

use minsheng_explorer::query::{BinScale, Clause, Engine, Filter, Groups, SortKey, sorted};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use naive::{codes, counts, figures, rows};
use tables::{CODED, Change, MEASURES, change, filter, lengths, table};

fn engine(len: usize, parts: bool, seed: u64) -> Engine {
    Engine::new(Arc::new(table(len, parts, seed)))
}

fn apply(engine: &mut Engine, change: Change) {
    match change {
        Change::Set(column, clause) => engine.set(column, clause),
        Change::Clear(column) => engine.clear(column),
        Change::Bin(measure, scale, count) => drop(engine.bin(measure, scale, count).map(|_| ())),
        Change::Replace(filter) => engine.set_filter(&filter),
    }
}

fn all_columns() -> Vec<&'static str> {
    CODED.iter().chain(MEASURES).copied().chain(["nowhere"]).collect()
}

/// Equal but for the order in which floats were added.
fn close(a: f64, b: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-9 * (a.abs() + b.abs())
}

/// Combinations of codes that a cross table may have.
const MOST_CROSSED: usize = 1 << 22;

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn counts_under_random_changes_of_clauses(
        len in lengths(),
        seed in any::<u64>(),
        changes in vec((change(), vec(select(all_columns()), 0..9)), 1..7),
    ) {
        let mut engine = engine(len, false, seed);
        for (change, views) in changes {
            let told = format!("{change:?}");
            apply(&mut engine, change);
            let found = engine.counts_all(&views);
            for (view, found) in views.iter().zip(found) {
                prop_assert_eq!(found, counts(&engine, view, &[]), "{} after {}", view, told);
            }
            let expected = rows(&engine, &[]);
            prop_assert_eq!(engine.matching(), expected.len());
            prop_assert_eq!(engine.rows().iter().collect::<Vec<_>>(), expected);
            prop_assert_eq!(engine.matching(), engine.rows().count());
            for own in ["place", "q", "value"] {
                let found: Vec<usize> = engine.rows_except(own).iter().collect();
                prop_assert_eq!(found, rows(&engine, &[own]));
            }
        }
    }

    #[test]
    fn facets_count_what_belongs_to_a_value(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
    ) {
        let mut engine = engine(len, false, seed);
        engine.set_filter(&filter);
        for column in ["place", "field", "unit", "void"] {
            let facet = engine.facet(column);
            let own = counts(&engine, column, &[]);
            prop_assert_eq!(facet.len(), own.len());
            let category = engine.table().category(column).unwrap();
            for value in &facet {
                let within = |code: u32| category.dictionary.ancestors(code).any(|up| up == value.code);
                let expected: u32 =
                    (0..).zip(&own).filter(|(code, _)| within(*code)).map(|(_, n)| n).sum();
                prop_assert_eq!(value.count, expected as usize);
                let id = &category.dictionary.get(value.code).unwrap().id;
                prop_assert_eq!(value.chosen, filter.values(column).is_some_and(|v| v.contains(id)));
            }
        }
        prop_assert!(engine.facet("time").is_empty() && engine.facet("nowhere").is_empty());
    }

    #[test]
    fn a_cube_tells_every_brush(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
        binned in any::<bool>(),
        active in select(all_columns()),
        brushes in vec((0..60_u32, 0..60_u32), 1..5),
    ) {
        let mut engine = engine(len, false, seed);
        if binned {
            engine.bin("value", BinScale::Log, 12);
            engine.bin("people", BinScale::Linear, 9);
        }
        engine.set_filter(&filter);
        let views = all_columns();
        let Some(cube) = engine.activate(active, &views) else {
            prop_assert!(codes(&engine, active).is_none());
            return Ok(());
        };
        prop_assert_eq!(cube.codes, codes(&engine, active).unwrap().1);
        let expected: Vec<_> =
            views.iter().filter(|v| **v != active && codes(&engine, v).is_some()).collect();
        prop_assert_eq!(cube.views.iter().map(|v| v.column.as_str()).collect::<Vec<_>>(),
            expected.iter().map(|v| **v).collect::<Vec<_>>());
        // Independent of the engine: made before the brush moves, right after it has.
        for (lo, hi) in brushes {
            engine.set(active, Clause::Codes(lo, hi));
            for (at, view) in cube.views.iter().enumerate() {
                let mut found = vec![7; view.codes];
                cube.counts(at, lo as usize, hi as usize, &mut found);
                prop_assert_eq!(&found, &counts(&engine, &view.column, &[]), "{} {}", active, view.column);
                cube.all(at, &mut found);
                prop_assert_eq!(found, counts(&engine, &view.column, &[active]));
            }
        }
    }

    #[test]
    fn a_range_that_is_moved_again_and_again_counts_alike(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
        moved in select(&["time", "place", "field", "value"][..]),
        moves in vec((0..60_u32, 0..60_u32, proptest::option::weighted(0.2, change())), 3..9),
        views in vec(select(all_columns()), 1..9),
    ) {
        let mut engine = engine(len, false, seed);
        engine.bin("value", BinScale::Log, 12);
        engine.set_filter(&filter);
        for (a, b, other) in moves {
            if let Some(other) = other {
                apply(&mut engine, other);
            }
            engine.set(moved, Clause::Codes(a.min(b), a.max(b)));
            let found = engine.counts_all(&views);
            for (view, found) in views.iter().zip(found) {
                prop_assert_eq!(found, counts(&engine, view, &[]), "{} while {} moves", view, moved);
            }
            prop_assert_eq!(engine.matching(), rows(&engine, &[]).len());
        }
    }

    #[test]
    fn groups_come_to_what_their_rows_do(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
        parts in any::<bool>(),
        columns in vec(select(&["place", "field", "unit", "series", "void", "time", "people"][..]), 0..4),
        measure in proptest::option::of(select(MEASURES)),
    ) {
        let mut engine = engine(len.min(if parts { 150 } else { usize::MAX }), parts, seed);
        engine.bin("people", BinScale::Linear, 5);
        engine.set_filter(&filter);
        // Without numbers there are no bins.
        let coded = |column: &&str| codes(&engine, column).is_some();
        let columns: Vec<&str> = columns.into_iter().filter(coded).collect();
        let groups = engine.group_by(&columns, measure);
        if let Some(measure) = measure {
            let sums = engine.group_sums(&columns, measure);
            prop_assert!(sums.min.is_empty());
            prop_assert_eq!((&sums.codes, &sums.count, &sums.sum), (&groups.codes, &groups.count, &groups.sum));
            prop_assert_eq!(&sums.numbers, &groups.numbers);
        }
        let mut expected: BTreeMap<Vec<u32>, Vec<usize>> = BTreeMap::new();
        for row in rows(&engine, &[]) {
            let code = |c: &&str| codes(&engine, c).unwrap().0.code(row).unwrap_or(Groups::NO_CODE);
            expected.entry(columns.iter().map(code).collect()).or_default().push(row);
        }
        prop_assert_eq!(groups.len(), expected.len());
        prop_assert_eq!(&groups.columns, &columns);
        for (at, (codes, rows)) in expected.iter().enumerate() {
            prop_assert_eq!(&groups.codes.iter().map(|c| c[at]).collect::<Vec<_>>(), codes);
            prop_assert_eq!(groups.count[at] as usize, rows.len());
            let Some(measure) = measure else {
                prop_assert!(groups.sum.is_empty() && groups.min.is_empty());
                continue;
            };
            let figures = figures(&engine, measure);
            let numbers: Vec<f64> = rows.iter().filter_map(|&row| figures.float(row)).collect();
            prop_assert_eq!(groups.numbers[at] as usize, numbers.len());
            prop_assert_eq!(groups.min[at], numbers.iter().copied().fold(f64::INFINITY, f64::min));
            prop_assert_eq!(groups.max[at], numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max));
            let sum: f64 = naive::summed(figures, rows).iter().filter_map(|&r| figures.float(r)).sum();
            prop_assert!(close(groups.sum[at], sum), "{} and {}", groups.sum[at], sum);
        }
    }

    #[test]
    fn a_cross_table_has_a_cell_for_every_combination(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
        parts in any::<bool>(),
        columns in vec(select(&["place", "field", "unit", "series", "void", "time", "people"][..]), 0..4),
        measure in select(MEASURES),
    ) {
        let mut engine = engine(len.min(if parts { 150 } else { usize::MAX }), parts, seed);
        engine.bin("people", BinScale::Linear, 5);
        engine.set_filter(&filter);
        let sizes: Option<Vec<usize>> =
            columns.iter().map(|column| Some(codes(&engine, column)?.1)).collect();
        let (counts, sums) =
            (engine.crosstab_counts(&columns), engine.crosstab_sums(&columns, measure));
        let Some(sizes) = sizes else {
            prop_assert!(counts.is_none() && sums.is_none());
            return Ok(());
        };
        // With a place for blanks in each column; beyond that number nothing is crossed.
        let all: usize = sizes.iter().map(|size| size + 1).product();
        if counts.is_none() && all > MOST_CROSSED {
            prop_assert!(sums.is_none());
            return Ok(());
        }
        let mut cells: Vec<Vec<usize>> = vec![Vec::new(); sizes.iter().product()];
        for row in rows(&engine, &[]) {
            let code = |column: &&str| codes(&engine, column).unwrap().0.code(row);
            let place = |at: Option<usize>, (size, code): (&usize, Option<u32>)| {
                Some(at? * size + code? as usize)
            };
            let own = sizes.iter().zip(columns.iter().map(code)).fold(Some(0), place);
            own.into_iter().for_each(|cell| cells[cell].push(row));
        }
        let expected: Vec<u32> = cells.iter().map(|rows| rows.len() as u32).collect();
        prop_assert_eq!(counts.unwrap(), expected);
        let figures = figures(&engine, measure);
        let sums = sums.unwrap();
        prop_assert_eq!(sums.len(), cells.len());
        for (found, rows) in sums.into_iter().zip(&cells) {
            let sum: f64 = naive::summed(figures, rows).iter().filter_map(|&r| figures.float(r)).sum();
            prop_assert!(close(found, sum), "{} and {}", found, sum);
        }
        prop_assert!(engine.crosstab_sums(&columns, "nowhere").is_none());
    }

    #[test]
    fn columns_have_sums_means_extremes_and_quantiles(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
        parts in any::<bool>(),
        column in select(&["field", "unit", "time", "value"][..]),
        measure in select(MEASURES),
        part in 0.0..=1.0_f64,
    ) {
        let mut engine = engine(len.min(if parts { 150 } else { usize::MAX }), parts, seed);
        engine.bin("value", BinScale::Log, 7);
        engine.set_filter(&filter);
        let Some((_, values)) = codes(&engine, column) else { return Ok(()) };
        let open = rows(&engine, &[column]);
        let sums = engine.sums(column, measure);
        let means = engine.means(column, measure);
        let (minima, maxima) = (engine.minima(column, measure), engine.maxima(column, measure));
        let quantiles = engine.quantiles(column, measure, part);
        for list in [&sums, &means, &minima, &maxima, &quantiles] {
            prop_assert_eq!(list.len(), values);
        }
        let mut totals = Vec::new();
        for code in 0..values {
            let here = |row: &&usize| codes(&engine, column).unwrap().0.code(**row) == Some(code as u32);
            let own: Vec<usize> = open.iter().filter(here).copied().collect();
            let figures = figures(&engine, measure);
            let mut numbers: Vec<f64> = own.iter().filter_map(|&row| figures.float(row)).collect();
            let sum: f64 = naive::summed(figures, &own).iter().filter_map(|&r| figures.float(r)).sum();
            prop_assert!(close(sums[code], sum));
            prop_assert!(close(means[code], numbers.iter().sum::<f64>() / numbers.len() as f64));
            prop_assert_eq!(minima[code], numbers.iter().copied().fold(f64::INFINITY, f64::min));
            prop_assert_eq!(maxima[code], numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max));
            numbers.sort_by(f64::total_cmp);
            let expected = numbers.len().checked_sub(1).map_or(f64::NAN, |last| {
                let at = part * last as f64;
                let (low, high) = (numbers[at as usize], numbers[(at as usize + 1).min(last)]);
                low + (high - low) * at.fract()
            });
            prop_assert!(close(quantiles[code], expected), "{} and {}", quantiles[code], expected);
            totals.push((code as u32, sums[code]));
        }
        totals.retain(|(_, sum)| *sum != 0.0);
        totals.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        totals.truncate(3);
        prop_assert_eq!(engine.top(column, Some(measure), 3), totals);
    }

    #[test]
    fn pages_are_pieces_of_the_sorted_rows(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
        column in select(&["place", "field", "time", "value", "people", "printed", "nowhere"][..]),
        descending in any::<bool>(),
        from in 0..300_usize,
        size in 0..120_usize,
    ) {
        let mut engine = engine(len, false, seed);
        engine.set_filter(&filter);
        let key = SortKey { column: column.to_owned(), descending };
        for sort in [None, Some(&key)] {
            let open = engine.rows().clone();
            let expected = sorted(engine.table(), &open, sort);
            let range = from.min(expected.len())..(from + size).min(expected.len());
            prop_assert_eq!(engine.page(sort, from..from + size), &expected[range]);
        }
    }

    #[test]
    fn lifts_tell_what_each_clause_costs(
        len in lengths(),
        seed in any::<u64>(),
        filter in filter(),
    ) {
        let mut engine = engine(len, false, seed);
        engine.set_filter(&filter);
        let mut expected: Vec<(String, usize)> = filter
            .iter()
            .map(|(column, _)| (column.to_owned(), rows(&engine, &[column]).len()))
            .filter(|(_, n)| *n > 0)
            .collect();
        expected.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
        prop_assert_eq!(engine.lifts(), expected);
    }
}

#[test]
fn clauses_can_be_taken_back() {
    let mut engine = engine(3_000, false, 5);
    let before = engine.counts_all(&["place", "field", "time"]);
    let mut filter = Filter::default();
    filter.set("field", Clause::AnyOf(["v2".to_owned()].into()));
    filter.set(Filter::TEXT, Clause::Text("school".to_owned()));
    engine.set_filter(&filter);
    assert_ne!(engine.counts_all(&["place", "field", "time"]), before);
    engine.clear_all();
    assert!(engine.filter().is_empty());
    assert_eq!(engine.counts_all(&["place", "field", "time"]), before);
    assert_eq!(engine.matching(), 3_000);
}
