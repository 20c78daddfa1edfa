//! How tables lie in their files: headers of several rows, notes, periods across the columns.

use std::fs;

use minsheng_explorer::base::date::civil;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Imported, Kind, Options, Plan};

use super::{cells, open};
use crate::packages::root;

pub(super) fn case(name: &str) -> Imported {
    read(name, &Options::default())
}

fn read(name: &str, options: &Options) -> Imported {
    let bytes = fs::read(root().join("tests/fixtures/cases").join(name)).unwrap();
    open(name, &bytes, 7, options).unwrap()
}

fn text(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap()
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

/// The figures of the only measure of that key.
fn figures(table: &Table, key: &str) -> Vec<Option<f64>> {
    let Data::Measure(figures) = &table.column(key).unwrap().data else {
        panic!("{key} is no measure")
    };
    (0..table.len).map(|row| figures.float(row)).collect()
}

fn sum(figures: &[Option<f64>]) -> f64 {
    figures.iter().flatten().sum()
}

/// First and last day of each row's time, as `year-month` of both.
fn months(table: &Table) -> Vec<String> {
    let Some(Data::Time(times)) =
        table.columns.iter().map(|c| &c.data).find(|data| matches!(data, Data::Time(_)))
    else {
        panic!("there is no time")
    };
    let month = |day| {
        let (year, month, _) = civil(day);
        format!("{year:04}-{month:02}")
    };
    (0..table.len)
        .map(|row| {
            times
                .get(row)
                .map(|span| format!("{}..{}", month(span.first), month(span.last)))
                .unwrap_or_default()
        })
        .collect()
}

#[test]
fn years_across_the_columns_are_a_time() {
    let table = case("wide-years.csv").table;
    assert_eq!((keys(&table), table.len), (vec!["地区", "年份", "数值"], 32));
    assert_eq!(table.column("地区").unwrap().role, Role::Area);
    let (values, times) = (figures(&table, "数值"), months(&table));
    let of_2024: Vec<Option<f64>> = values
        .iter()
        .zip(&times)
        .filter(|(_, time)| *time == "2024-01..2024-12")
        .map(|(value, _)| *value)
        .collect();
    assert_eq!(sum(&of_2024), 2305.0);
    assert_eq!(times.iter().collect::<std::collections::BTreeSet<_>>().len(), 8);
}

#[test]
fn codes_and_names_beside_the_years_stay() {
    let table = case("wide-years-codes.csv").table;
    assert_eq!(
        (table.len, keys(&table)),
        (16, vec!["Country Name", "Country Code", "Indicator Name", "year", "value"])
    );
    let values = figures(&table, "value");
    assert_eq!(values.iter().flatten().count(), 14);
}

#[test]
fn weeks_across_the_columns_and_several_columns_in_one() {
    let table = case("wide-weeks.tsv").table;
    assert_eq!(keys(&table)[..4], ["sex", "unit", "geo", "time"]);
    let values = figures(&table, "value");
    assert_eq!((table.len, values.iter().flatten().count(), values[0]), (9, 6, Some(412.0)));
}

#[test]
fn a_wide_table_stays_as_it_is_where_that_is_asked() {
    let mut plan = Plan::default();
    plan.wanted.long = true;
    let read = read("wide-years.csv", &Options { plan: Some(plan), ..Options::default() });
    assert_eq!((read.table.len, read.table.columns.len()), (4, 9));
    let wide = read.plan.layout.wide.unwrap();
    assert!(!wide.used && wide.labels == 8, "{wide:?}");
}

#[test]
fn notes_below_are_no_rows() {
    let read = case("foot-notes.csv");
    assert_eq!((read.table.len, sum(&figures(&read.table, "产值"))), (6, 355.0));
    assert_eq!(read.plan.layout.unit.as_deref(), Some("亿元"));
    let notes: Vec<&str> = read.plan.notes.iter().map(|note| note.text.as_str()).collect();
    assert_eq!(
        notes[2..],
        ["注：按当年价格计算，绿湾市自2020年起并入白石市。", "数据来源：示例统计局"]
    );
    let read = case("foot-notes.xlsx");
    let Data::Category(places) = &read.table.columns[0].data else { panic!() };
    assert_eq!(places.dictionary.len(), 2);
    assert!(!read.plan.notes.is_empty());
}

#[test]
fn notes_are_told_from_rows_by_what_follows_them() {
    // A place without figures is a row, in the middle and at the end; a sentence at the end is none.
    let read = text("place,a,b\nX,1,2\nY,,\nZ,3,4\nW,,\n");
    assert_eq!((read.table.len, read.plan.notes.len()), (4, 0));
    let read =
        text("place,a,b\nX,1,2\nZ,3,4\n,,\nExcludes the northern islands,,\nCount 0, see above,\n");
    assert_eq!(read.table.len, 2, "{:?}", cells(&read.table));
    let read = text("place,a,b\nNote,1,2\nSource,3,4\n");
    assert_eq!(read.table.len, 2);
    let long: String = (0..6000).map(|n| format!("P{n},{n},1\n")).collect();
    let read = text(&format!("place,a,b\n{long}Note: x, y\n"));
    assert_eq!((read.table.len, read.plan.notes.len()), (6000, 1));
}

#[test]
fn rows_of_names_make_names() {
    let read = case("three-row-header.csv");
    let table = read.table;
    assert_eq!((table.len, read.plan.columns[0].kind), (24, Kind::Key));
    assert_eq!(
        keys(&table)[1..],
        [
            "Voters / First vote / Now",
            "Voters / First vote / Before",
            "Voters / Second vote / Now",
            "Voters / Second vote / Before"
        ]
    );
    let read = case("code-row.csv");
    assert_eq!(read.table.len, 10);
    assert!(read.plan.notes.iter().any(|note| note.text.contains("ABC1")), "{:?}", read.plan.notes);
    assert_eq!(read.plan.columns.iter().filter(|c| c.kind == Kind::Time).count(), 1);
    let read = case("two-row-header.xlsx");
    assert_eq!((read.table.len, keys(&read.table)), (6, vec!["地区", "年份", "产值"]));
    assert_eq!(read.plan.layout.title.as_deref().map(|title| !title.is_empty()), Some(true));
}

#[test]
fn a_year_against_the_year_before_is_no_period() {
    let read = case("unit-row-first.csv");
    assert_eq!(keys(&read.table)[0], "地区");
    assert_eq!(read.plan.layout.unit.as_deref(), Some("亿元"));
    let Data::Category(places) = &read.table.columns[0].data else { panic!() };
    let ids: Vec<&str> = places.dictionary.iter().map(|(_, entry)| entry.id.as_str()).collect();
    assert!(ids.contains(&"青溪市"), "{ids:?}");
}
