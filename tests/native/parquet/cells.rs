//! One table in many forms.

use minsheng_explorer::base::problem::ProblemKind;
use minsheng_explorer::column::{Codes, Floats};
use minsheng_explorer::import::parquet::Wanted;
use minsheng_explorer::import::read_csv;
use minsheng_explorer::import::typed::{TypedCells, TypedColumn};

use super::{fixture, fixtures, read, wanted};

const FORMS: [&str; 10] = [
    "cells-none.parquet",
    "cells-snappy.parquet",
    "cells-gzip.parquet",
    "cells-zstd.parquet",
    "cells-lz4.parquet",
    "cells-plain.parquet",
    "cells.arrow",
    "cells.arrows",
    "cells-lz4.arrow",
    "cells-zstd.arrow",
];

fn column<'a>(columns: &'a [TypedColumn], name: &str) -> &'a TypedColumn {
    columns.iter().find(|column| column.name == name).unwrap()
}

#[test]
fn every_form_reads_to_the_same_cells() {
    let text = std::fs::read_to_string(fixtures().join("cells.csv")).unwrap();
    let (expected, problems) = read_csv("cells", &text);
    assert!(problems.is_empty() && expected.rows.len() == 60);
    for form in FORMS {
        let scanned = read(form, fixture(form), Wanted::default()).unwrap();
        assert_eq!(scanned.rows, expected.rows.len(), "{form}");
        let names: Vec<&str> = scanned.columns.iter().map(|c| c.name.as_str()).collect();
        assert_eq!(names, expected.columns, "{form}");
        for (at, column) in scanned.columns.iter().enumerate() {
            for (row, cells) in expected.rows.iter().enumerate() {
                assert_eq!(column.text(row), cells.cells[at], "{form}: {} {row}", column.name);
            }
        }
        let [left_out] = &scanned.problems[..] else { panic!("{form}: {:?}", scanned.problems) };
        assert_eq!(left_out.kind, ProblemKind::UnsupportedColumn);
        assert_eq!(left_out.at.column.as_deref(), Some("parts"), "{form}");
        assert!(left_out.found.contains("List"), "{form}: {}", left_out.found);
    }
}

#[test]
fn columns_take_the_narrowest_form() {
    for form in ["cells-zstd.parquet", "cells.arrow"] {
        let columns = read(form, fixture(form), Wanted::default()).unwrap().columns;
        for (name, values) in [("place", 5), ("flag", 2), ("note", 13), ("none", 0)] {
            let TypedCells::Text { codes: Codes::U8(_), values: found } =
                &column(&columns, name).cells
            else {
                panic!("{form}: {name}")
            };
            assert_eq!(found.len(), values, "{form}: {name}");
        }
        let TypedCells::Dates { values, .. } = &column(&columns, "day").cells else { panic!() };
        assert!(values.is_sorted() && values[0] == "1969-12-20", "{values:?}");
        for name in ["tiny", "year", "ratio"] {
            assert!(
                matches!(column(&columns, name).cells, TypedCells::Numbers(Floats::F32(_))),
                "{name}"
            );
        }
        for name in ["count", "big", "natural", "value", "amount"] {
            assert!(
                matches!(column(&columns, name).cells, TypedCells::Numbers(Floats::F64(_))),
                "{name}"
            );
        }
    }
}

#[test]
fn only_wanted_columns_and_rows_are_read() {
    let json = r#"{"columns":["value","day"],"where":{"place":{"in":["威海"]},"day":{"from":"1970"},"year":{"to":2012}}}"#;
    let all = read("a", fixture("cells.arrow"), Wanted::default()).unwrap();
    let cell = |name: &str, row: usize| column(&all.columns, name).text(row);
    let meets = |row: &usize| {
        cell("place", *row) == "威海"
            && cell("day", *row).starts_with("1970")
            && cell("year", *row).parse::<i32>().unwrap() <= 2012
    };
    let expected: Vec<[String; 2]> =
        (0..all.rows).filter(meets).map(|row| [cell("day", row), cell("value", row)]).collect();
    assert!(expected.len() > 2 && expected.len() < 20, "{}", expected.len());
    for form in FORMS {
        let scanned = read(form, fixture(form), wanted(json)).unwrap();
        let rows: Vec<[String; 2]> = (0..scanned.rows)
            .map(|row| [scanned.columns[0].text(row), scanned.columns[1].text(row)])
            .collect();
        assert_eq!(scanned.columns.len(), 2, "{form}");
        assert_eq!(rows, expected, "{form}");
    }
}

#[test]
fn a_file_without_rows_has_its_columns() {
    let scanned = read("empty", fixture("cells-no-rows.parquet"), Wanted::default()).unwrap();
    assert_eq!((scanned.rows, scanned.columns.len()), (0, 16));
    assert!(scanned.columns.iter().all(TypedColumn::is_empty));
}

#[test]
fn a_column_that_is_not_there_is_said() {
    for json in [r#"{"columns":["place","vale"]}"#, r#"{"where":{"vale":{"from":1}}}"#] {
        let problem = read("a.parquet", fixture("cells-zstd.parquet"), wanted(json)).unwrap_err();
        assert_eq!((&*problem.at.table, problem.at.column.as_deref()), ("a.parquet", Some("vale")));
        assert!(problem.expected.contains("value"), "{}", problem.expected);
    }
}
