//! Dictionaries beyond one and two bytes, more columns than bits, columns of nothing.

use std::sync::Arc;

use minsheng_explorer::column::{Codes, Column, Data, Figures, Floats, Keys, Numbers, Role, Table};
use minsheng_explorer::query::{BinScale, Clause, Engine};

use super::naive::{counts, rows};
use super::tables::{Dice, category, dictionary};

/// A table whose columns have these numbers of values.
fn of_widths(len: usize, widths: &[usize]) -> Table {
    let mut dice = Dice::new(11);
    let column = |(at, &values): (usize, &usize)| {
        let dictionary = dictionary(values, false, &mut dice);
        let data = Data::Category(category(len, dictionary, at % 2 == 1, &mut dice));
        Column::new(&format!("c{at}"), Role::Category, data)
    };
    let columns = widths.iter().enumerate().map(column).collect();
    Table { len, columns, keys: Keys::Numbered }
}

fn check(engine: &mut Engine, views: &[&str]) {
    for (view, found) in views.iter().zip(engine.counts_all(views)) {
        assert_eq!(found, counts(engine, view, &[]), "{view}");
    }
    assert_eq!(engine.rows().iter().collect::<Vec<_>>(), rows(engine, &[]));
}

#[test]
fn dictionaries_of_every_width() {
    // At the edges of a byte and of two, with and without rows that lack a value.
    let widths = [254, 255, 256, 65_534, 65_535, 65_536, 70_000, 70_000, 6];
    let table = of_widths(5_000, &widths);
    let kinds = [1, 1, 2, 2, 2, 4, 4, 4, 1];
    for (column, width) in table.columns.iter().zip(kinds) {
        assert_eq!(table.category(&column.key).unwrap().codes.width(), width, "{}", column.key);
    }
    let views: Vec<String> = table.columns.iter().map(|c| c.key.clone()).collect();
    let views: Vec<&str> = views.iter().map(String::as_str).collect();
    let mut engine = Engine::new(Arc::new(table));
    check(&mut engine, &views);
    for (column, lo, hi) in
        [("c6", 0, 30_000), ("c0", 20, 200), ("c4", 100, 65_534), ("c7", 9, 69_999)]
    {
        engine.set(column, Clause::Codes(lo, hi));
        check(&mut engine, &views);
    }
    let cube = engine.activate("c8", &views).unwrap();
    assert_eq!(cube.views.len(), 8);
    for (lo, hi) in [(0, 5), (2, 2), (3, 90), (4, 3)] {
        engine.set("c8", Clause::Codes(lo, hi));
        for (at, view) in cube.views.iter().enumerate() {
            let mut found = vec![0; view.codes];
            cube.counts(at, lo as usize, hi as usize, &mut found);
            assert_eq!(found, counts(&engine, &view.column, &[]), "{}", view.column);
        }
    }
    // Too large to be of use.
    assert!(engine.activate("c6", &["c7"]).is_none());
    // More cells than there is room for: hashed.
    let groups = engine.group_by(&["c6", "c7"], None);
    assert_eq!(groups.count.iter().sum::<u32>() as usize, engine.matching());
    let keys: Vec<_> = groups.codes[0].iter().zip(&groups.codes[1]).collect();
    assert!(keys.is_sorted_by(|a, b| a < b));
    assert!(engine.crosstab_counts(&["c6", "c7"]).is_none());
}

/// Numbers of a table that is longer than what is read at once, with every kind of number that a float can be.
#[test]
fn sums_of_odd_numbers_over_many_rows() {
    let len = 100_003;
    let mut dice = Dice::new(23);
    let odd = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY, -0.0, 1e300, -1e300, 1e-300, -7.25];
    let mut number =
        |at: usize| if at.is_multiple_of(5) { odd[dice.roll(8)] } else { at as f64 / 8.0 };
    let floats: Vec<f64> = (0..len).map(&mut number).collect();
    let singles: Vec<f32> = floats.iter().map(|&number| number as f32).collect();
    let whole: Vec<f64> = (0..len).map(|at| at as f64 - 5e4).collect();
    let mut table = of_widths(len, &[300, 90, 2_844, 254, 70_000]);
    let measures = [Floats::F64(floats), Floats::F32(singles), Floats::F64(whole)];
    for (key, floats) in ["double", "single", "whole"].into_iter().zip(measures) {
        let figures = Figures { values: Numbers::new(floats), ..Figures::default() };
        table.columns.push(Column::new(key, Role::Measure, Data::Measure(figures)));
    }
    let table = Arc::new(table);
    let mut engine = Engine::new(table.clone());
    // Every row, half of them, few in far apart stretches, none.
    let clauses = [
        None,
        Some(Clause::Codes(0, 126)),
        Some(Clause::Codes(9, 9)),
        Some(Clause::Codes(300, 300)),
    ];
    for clause in clauses {
        match clause {
            Some(clause) => engine.set("c3", clause),
            None => engine.clear_all(),
        }
        let rows = rows(&engine, &[]);
        for columns in [&["c2", "c1"][..], &["c1"], &["c0", "c1", "c3"], &["c4", "c1"], &[]] {
            let own: Vec<_> = columns.iter().map(|key| table.category(key).unwrap()).collect();
            let cell = |row: usize| {
                own.iter().try_fold(0, |at, own| {
                    Some(at * own.dictionary.len() + own.code(row)? as usize)
                })
            };
            for measure in ["double", "single", "whole"] {
                let Data::Measure(figures) = &table.column(measure).unwrap().data else { panic!() };
                let mut expected = vec![0.0; own.iter().map(|own| own.dictionary.len()).product()];
                for &row in &rows {
                    if let (Some(cell), Some(number)) = (cell(row), figures.float(row)) {
                        expected[cell] += number;
                    }
                }
                let found = engine.crosstab_sums(columns, measure);
                if expected.len() > 4_000_000 {
                    assert!(found.is_none(), "{columns:?}");
                } else {
                    assert_eq!(found.unwrap(), expected, "{columns:?} {measure}");
                }
            }
        }
    }
}

#[test]
fn more_filtered_columns_than_a_pass_has_bits() {
    let table = of_widths(3_000, &[&[9_000; 11][..], &[12]].concat());
    let views: Vec<String> = table.columns.iter().map(|c| c.key.clone()).collect();
    let views: Vec<&str> = views.iter().map(String::as_str).collect();
    let mut engine = Engine::new(Arc::new(table));
    for (at, view) in views.iter().enumerate().take(11) {
        engine.set(view, Clause::Codes(0, 8_900 - 40 * at as u32));
    }
    check(&mut engine, &views);
    let cube = engine.activate("c11", &views).unwrap();
    assert_eq!(cube.views.len(), 11);
    engine.set("c11", Clause::Codes(2, 7));
    for (at, view) in cube.views.iter().enumerate() {
        let mut found = vec![0; view.codes];
        cube.counts(at, 2, 7, &mut found);
        assert_eq!(found, counts(&engine, &view.column, &[]), "{}", view.column);
    }
}

#[test]
fn columns_of_nothing() {
    let nothing = |values: usize| {
        let mut dice = Dice::new(3);
        let dictionary = dictionary(values, false, &mut dice);
        let codes = Codes::pack(vec![None; 100], values);
        Data::Category(minsheng_explorer::column::Category { codes, dictionary })
    };
    let numbers = Figures { values: Numbers::from_options(vec![None; 100]), ..Figures::default() };
    let columns = vec![
        Column::new("none", Role::Category, nothing(0)),
        Column::new("some", Role::Area, nothing(5)),
        Column::new("value", Role::Measure, Data::Measure(numbers)),
    ];
    let mut engine = Engine::new(Arc::new(Table { len: 100, columns, keys: Keys::Numbered }));
    assert!(engine.bin("value", BinScale::Linear, 10).is_none());
    assert_eq!(engine.counts_all(&["none", "some", "value"]), [vec![], vec![0; 5], vec![]]);
    assert_eq!(engine.matching(), 100);
    let groups = engine.group_by(&["some", "none"], Some("value"));
    assert_eq!((groups.len(), groups.count[0], groups.numbers[0]), (1, 100, 0));
    assert_eq!(groups.sum[0], 0.0);
    assert!(engine.means("some", "value").iter().all(|mean| mean.is_nan()));
    assert!(engine.quantiles("some", "value", 0.5).iter().all(|q| q.is_nan()));
    engine.set("some", Clause::Codes(0, 4));
    assert_eq!((engine.matching(), engine.rows().count()), (0, 0));
    assert!(engine.page(None, 0..10).is_empty());
    assert_eq!(engine.lifts(), [("some".to_owned(), 100)]);
}

#[test]
fn a_measure_is_binned_anew() {
    let values = (0..1_000).map(|n| Some(f64::from(n)));
    let figures = Figures { values: Numbers::from_options(values), ..Figures::default() };
    let columns = vec![Column::new("value", Role::Measure, Data::Measure(figures))];
    let mut engine = Engine::new(Arc::new(Table { len: 1_000, columns, keys: Keys::Numbered }));
    assert!(engine.counts("value").is_empty());
    assert_eq!(engine.bin("value", BinScale::Linear, 10).unwrap().len(), 10);
    assert_eq!(engine.counts("value"), [100; 10]);
    engine.set("value", Clause::Codes(2, 3));
    assert_eq!((engine.matching(), engine.rows().slice(0..1)), (200, vec![200]));
    assert_eq!(engine.bin("value", BinScale::Linear, 5).unwrap().len(), 5);
    assert_eq!(engine.counts("value"), [200; 5]);
    assert_eq!((engine.matching(), engine.rows().slice(0..1)), (400, vec![400]));
    let bins = engine.bin_between("value", BinScale::Linear, 4, (0.0, 400.0)).unwrap();
    assert_eq!(bins.edges(), [0.0, 100.0, 200.0, 300.0, 400.0]);
    assert_eq!(engine.counts("value"), [100, 100, 100, 101]);
}
