//! Flags, notes and units in columns of their own beside each period: they go with its figure and are no measures.

use std::fs;

use minsheng_explorer::column::{Category, Data, Table};
use minsheng_explorer::import::{Imported, Options, Plan};

use super::{cells, open};
use crate::packages::root;

fn read(name: &str) -> Imported {
    let bytes = fs::read(root().join("tests/fixtures/readers").join(name)).unwrap();
    open(name, &bytes, 7, &Options::default()).unwrap()
}

fn text(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap()
}

/// Names of the columns that the file has, without those that say something of them.
fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().filter(|c| c.of.is_none()).map(|column| column.key.as_str()).collect()
}

fn figures(table: &Table, key: &str) -> Vec<Option<f64>> {
    let Data::Measure(figures) = &table.column(key).unwrap().data else { panic!("{key}") };
    (0..table.len).map(|row| figures.float(row)).collect()
}

/// The marks beside the figures of a column, row by row.
fn marks(table: &Table, key: &str) -> Vec<String> {
    let column = table.marks_of(key).unwrap();
    let Data::Category(Category { codes, dictionary }) = &column.data else { panic!("{key}") };
    let name = |row| codes.code(row).map(|code| dictionary.get(code).unwrap().id.clone());
    (0..table.len).map(|row| name(row).unwrap_or_default()).collect()
}

#[test]
fn letters_behind_the_year_are_flags_and_notes() {
    let read = read("flags-letters.csv");
    let table = &read.table;
    assert_eq!(keys(table), ["Area Code", "Area", "Item", "Element", "Unit", "year", "value"]);
    assert_eq!(table.len, 9);
    let values = figures(table, "value");
    assert_eq!((values[0], values[4], values[8]), (Some(120.0), None, Some(35.0)));
    assert_eq!(
        marks(table, "value"),
        ["A", "E estimate\u{a0}of\u{a0}the\u{a0}office", "I", "A", "M", "A", "E", "E", "A"]
    );
    let wide = read.plan.layout.wide.unwrap();
    assert_eq!((wide.labels, wide.marks), (3, 6));
    let name = |id: &str| {
        let Data::Category(marks) = &table.marks_of("value").unwrap().data else { panic!() };
        marks.dictionary.get(marks.dictionary.code(id).unwrap()).unwrap().name.en.clone()
    };
    assert_eq!((name("I").as_str(), name("A").as_str()), ("imputed (I)", "normal value (A)"));
}

#[test]
fn a_column_of_one_name_behind_each_year_goes_with_it() {
    let read = read("flags-status.csv");
    assert_eq!((keys(&read.table), read.table.len), (vec!["Region", "year", "value"], 9));
    assert_eq!(marks(&read.table, "value"), ["p", "", "e", "", "under r", "c", "", "", "p"]);
    assert_eq!(figures(&read.table, "value")[3..6], [Some(2.5), Some(0.5), None]);
}

#[test]
fn words_names_of_two_rows_and_columns_without_a_name_do_too() {
    let words = read("flags-words.csv");
    assert_eq!(keys(&words.table), ["地区", "年份", "数值"]);
    assert_eq!(marks(&words.table, "数值")[..6], ["", "初步", "初步", "", "", "修订"]);
    let nameless = read("flags-nameless.csv");
    assert_eq!(keys(&nameless.table), ["geo", "year", "value"]);
    assert_eq!(marks(&nameless.table, "value"), ["p", "", "", "", "c", "b", "", "e", ""]);
    assert_eq!(figures(&nameless.table, "value")[0], Some(1.5));
    let rows = read("flags-two-rows.csv");
    assert_eq!((keys(&rows.table), rows.table.len), (vec!["Region", "year", "Value"], 4));
    assert_eq!(marks(&rows.table, "Value"), ["", "e", "p", ""]);
    let noted = text("place,2019,2019 [note],2020,2020 [note]\nX,1,prov.,2,\nY,3,,4,revised\n");
    assert_eq!(marks(&noted.table, "value"), ["prov.", "", "", "revised"]);
    let months = text("Year,Jan,Jan flag,Feb,Feb flag\n2019,1,,2,p\n2020,3,e,4,\n");
    assert_eq!(
        (months.table.len, marks(&months.table, "value")),
        (4, vec!["".into(), "p".into(), "e".into(), String::new()])
    );
}

#[test]
fn a_unit_beside_each_year_is_a_column_of_units() {
    let read = text("place,Y2019,Y2019U,Y2019F,Y2020,Y2020U,Y2020F\nX,1,t,,2,kg,E\nY,3,t,A,4,t,\n");
    assert_eq!(keys(&read.table), ["place", "year", "value", "unit"]);
    let rows = cells(&read.table);
    assert_eq!(marks(&read.table, "value"), ["", "E", "A", ""], "{rows:?}");
    let unit = keys(&read.table).len() - 1;
    let at = read.table.columns.iter().position(|c| c.key == keys(&read.table)[unit]).unwrap();
    assert_eq!(rows.iter().map(|row| row[at].as_str()).collect::<Vec<_>>(), ["t", "kg", "t", "t"]);
}

#[test]
fn figures_behind_a_year_are_figures() {
    // Years with a letter before them, figures of females, one status of the whole row.
    let read = text("Country,F1990,F1991,F1992\nX,1,2,3\nY,4,5,6\n");
    assert_eq!((read.table.len, keys(&read.table)), (6, vec!["Country", "year", "value"]));
    assert_eq!(read.plan.layout.wide.unwrap().marks, 0);
    let read = text("place,Y2019M,Y2019F,Y2020M,Y2020F\nX,1,2,3,4\nY,5,6,7,8\n");
    assert_eq!(keys(&read.table), ["place", "Y2019M", "Y2019F", "Y2020M", "Y2020F"]);
    let read = text("place,Y2019,Y2019F,Y2020,Y2020F\nX,5,2,7,4\nY,9,6,9,8\n");
    assert!(read.table.marks_of("value").is_none());
    assert_eq!(read.plan.layout.wide.map_or(0, |wide| wide.marks), 0);
    let read = text("place,2019,2020,Status\nX,1,2,open\nY,3,4,shut\n");
    assert_eq!(keys(&read.table), ["place", "Status", "year", "value"]);
    assert_eq!((read.table.len, read.plan.layout.wide.unwrap().marks), (4, 0));
    let read = text("place,2019,Status share,2020\nX,1,2,3\nY,3,4,5\n");
    assert_eq!(read.plan.layout.wide.unwrap().marks, 0);
}

#[test]
fn columns_of_flags_stay_where_the_table_does() {
    let mut plan = Plan::default();
    plan.wanted.long = true;
    let options = Options { plan: Some(plan), ..Options::default() };
    let bytes = fs::read(root().join("tests/fixtures/readers/flags-words.csv")).unwrap();
    let read = open("t.csv", &bytes, 7, &options).unwrap();
    assert_eq!((read.table.len, keys(&read.table).len()), (3, 7));
}
