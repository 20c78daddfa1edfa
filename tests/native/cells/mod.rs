//! What a cell says and what a column is: small tables with their right values, by the rule that each stands for.

mod numbers;
mod plans;

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::{Column, Data, Role, Table};
use minsheng_explorer::import::{Imported, Options};
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::overview::{self, OverviewPlan};
use minsheng_explorer::query::Engine;
use minsheng_explorer::state::OverviewOptions;

use crate::formats::open;
use crate::packages::root;

fn read(text: &str) -> Imported {
    open("own.csv", text.as_bytes(), text.len(), &Options::default()).unwrap()
}

fn case(name: &str) -> Table {
    let bytes = std::fs::read(root().join("tests/fixtures/cases").join(name)).unwrap();
    open(name, &bytes, bytes.len(), &Options::default()).unwrap().table
}

/// The numbers of a column; `None` where a row has none.
fn numbers(table: &Table, key: &str) -> Vec<Option<f64>> {
    let Some(Data::Measure(figures)) = table.column(key).map(|c| &c.data) else {
        panic!("{key} is no column of numbers");
    };
    (0..table.len).map(|row| figures.float(row)).collect()
}

fn sum(table: &Table, key: &str) -> f64 {
    numbers(table, key).into_iter().flatten().sum()
}

/// The texts of a column; empty where a row has none.
fn texts(table: &Table, key: &str) -> Vec<String> {
    let category = table.category(key).unwrap_or_else(|| panic!("{key} is no column of texts"));
    let text = |row| category.entry(row).map(|entry| entry.id.clone()).unwrap_or_default();
    (0..table.len).map(text).collect()
}

fn role(table: &Table, key: &str) -> Option<Role> {
    table.column(key).map(|column| column.role)
}

fn overview(table: Table, lang: Lang) -> OverviewPlan {
    let mut engine = Engine::new(std::sync::Arc::new(table));
    overview::plan(&mut engine, Rows::Plain, &OverviewOptions::default(), lang)
}

/// Whether two sums are the same but for the rounding of floats.
fn near(a: f64, b: f64) -> bool {
    (a - b).abs() < 1e-9
}

#[test]
fn a_decimal_comma_is_told_by_what_is_no_thousand_and_by_the_separator() {
    let one = case("decimal-comma-one.csv");
    assert!(near(sum(&one, "Wert"), 149.44), "{:?}", numbers(&one, "Wert"));
    let three = case("decimal-comma-three.csv");
    assert!(near(sum(&three, "Quote") / 4.0, 6.784), "{:?}", numbers(&three, "Quote"));
}

#[test]
fn marks_of_missing_and_flags_leave_a_column_of_numbers() {
    let flags = case("flags.csv");
    assert!(near(sum(&flags, "deaths"), 802.0));
    assert_eq!(numbers(&flags, "deaths").iter().filter(|n| n.is_none()).count(), 2);
    let marks = flags.marks_of("deaths").map(|column| column.key.clone()).unwrap();
    assert_eq!(texts(&flags, &marks), ["p", "", "", "e", "c"]);
    let column = flags.column(&marks).unwrap();
    assert_eq!(column.role, Role::Qualifier);
    assert_eq!(
        (column.name.zh.as_str(), column.name.en.as_str()),
        ("deaths：标记", "deaths: marks")
    );

    let half = case("suppressed.csv");
    assert_eq!((sum(&half, "staff"), sum(&half, "total")), (65.0, 180.0));
    let given = |key| numbers(&half, key).iter().flatten().count();
    assert_eq!((given("staff"), given("total")), (4, 3));
    let imported = read("area,staff\na,10\nb,[c]\nc,[c]\nd,3\n");
    assert!(imported.findings.kept().is_empty(), "nothing is wrong with them");
}

#[test]
fn ids_and_codes_keep_every_digit() {
    let ids = case("long-ids.csv");
    for key in ["单据号", "户名编码", "账户"] {
        let mut values = texts(&ids, key);
        values.dedup();
        assert_eq!(values.len(), 3, "{key}");
        assert!(values.iter().all(|value| value.len() >= 18), "{key}");
    }
    assert_eq!(sum(&ids, "金额"), 2950.0);
    let codes = case("codes.csv");
    assert_eq!(texts(&codes, "adcode")[0], "110000");
    assert_eq!(texts(&codes, "parent adcode")[0], "100000");
    assert_eq!(sum(&codes, "children"), 48.0);
    let measures: Vec<&str> = codes.measures().map(|(column, _)| column.key.as_str()).collect();
    assert_eq!(measures, ["children"]);
}

#[test]
fn coordinates_are_no_measures() {
    let table = case("coordinates.csv");
    let measures: Vec<&str> = table.measures().map(|(column, _)| column.key.as_str()).collect();
    assert_eq!(measures, ["cases"]);
    assert_eq!(texts(&table, "Lat")[0], "51.5");
    // One of the two alone is a number like any other.
    let alone = read("site,lat\na,5.5\nb,6.5\n").table;
    assert_eq!(alone.measures().count(), 1);
}

#[test]
fn a_price_index_is_a_measure_and_adds_nothing_up() {
    let table = case("price-index.csv");
    let (column, figures) = table.measures().next().unwrap();
    assert_eq!(column.key, "index");
    assert!(!figures.is_additive(0));
    let values: Vec<f64> = numbers(&table, "index").into_iter().flatten().collect();
    assert_eq!((values[0], *values.last().unwrap()), (100.3, 103.6));
    assert!(near(values.iter().sum::<f64>() / 12.0, 101.95));
}

#[test]
fn the_year_of_an_estimate_is_not_the_time_of_the_rows() {
    let table = case("estimates-after.csv");
    assert_eq!(role(&table, "Estimates Start After"), Some(Role::Category));
}

#[test]
fn a_column_called_measure_says_what_is_measured() {
    let table = case("measure-column.csv");
    assert_eq!(role(&table, "Measure"), Some(Role::Series));
    let plan = overview(table, Lang::En);
    assert!(plan.facts.iter().all(|fact| !fact.name.contains("Value")), "no mean over both");
}

#[test]
fn fiscal_years_are_told_as_they_are_written() {
    let table = case("fiscal-dash.csv");
    let time = table.time().unwrap();
    assert_eq!((time.spans().len(), time.year_begins()), (7, Some(4)));
    let plan = overview(table, Lang::En);
    let fact = plan.facts.iter().find(|fact| fact.name == "Financial year").unwrap();
    assert_eq!(fact.value, "2005-06–2011-12");
    let told = format!("{plan:?}");
    assert!(!told.contains("June 2005") && !told.contains("December 2011"), "{told}");
}

#[test]
fn spans_of_years_are_no_months() {
    let table = case("three-year-spans.csv");
    let time = table.time().unwrap();
    let years = |at: usize| {
        use minsheng_explorer::base::date::civil;
        (civil(time.spans()[at].first).0, civil(time.spans()[at].last).0)
    };
    assert_eq!(time.spans().len(), 6);
    assert_eq!((years(0), years(2), years(5)), ((1985, 1987), (2003, 2005), (2018, 2020)));
}

#[test]
fn periods_of_unlike_lengths_are_told_apart_and_one_is_shown() {
    let text = "time,geo,n\n2020,A,120\n2020Q1,A,30\n2020Q2,A,31\n2020Q3,A,29\n2020Q4,A,30\n\
                2021,A,130\n2021Q1,A,33\n2021Q2,A,32\n";
    let table = read(text).table;
    let grain = table.by_role(Role::Grain).map(|column: &Column| column.key.clone()).unwrap();
    assert_eq!(texts(&table, &grain)[..3], ["year", "quarter", "quarter"]);
    let chart = overview(table, Lang::En).chart.unwrap();
    assert_eq!(chart.spec.data.len(), 6, "the quarters");
    assert!(chart.notes.iter().any(|note| note.contains("quarters")), "{:?}", chart.notes);
    // Months of a year from its first on are of one kind, however many they are.
    let to_date = read("time,n\n2021年1-2月,5\n2021年1-3月,7\n2021年1-4月,9\n").table;
    assert!(to_date.by_role(Role::Grain).is_none());
}

#[test]
fn a_drawn_number_says_how_it_is_meant() {
    let table = read("city,jobs\nA,12\nB,<5\nC,约3000\nD,8千-1.2万\nE,14\n").table;
    assert_eq!(
        numbers(&table, "jobs"),
        [Some(12.0), Some(5.0), Some(3000.0), Some(10_000.0), Some(14.0)]
    );
    let marks = table.marks_of("jobs").unwrap().key.clone();
    assert_eq!(texts(&table, &marks), ["", "under", "about", "between:8000:12000", ""]);
    let chart = overview(table, Lang::En).chart.unwrap();
    let note = chart.notes.iter().find(|note| note.contains("marks")).unwrap();
    assert!(note.contains("under: 1") && note.contains("about: 1"), "{note}");
}

#[test]
fn units_come_from_header_cells_and_columns() {
    let table = case("unit-in-header.csv");
    let unit = |key: &str| table.column(key).and_then(|column| column.unit.clone());
    assert_eq!(unit("存款(亿元)").as_deref(), Some("亿元"));
    assert_eq!(unit("就业 (thousands)").as_deref(), Some("thousands"));
    let table = read("area,\"Rate, %\",share,pop\na,4.5,12%,3\nb,4.1,13%,5\n").table;
    let unit = |key: &str| table.column(key).and_then(|column| column.unit.clone());
    assert_eq!(unit("Rate, %").as_deref(), Some("%"));
    assert_eq!((unit("share").as_deref(), unit("pop")), (Some("%"), None));
}
