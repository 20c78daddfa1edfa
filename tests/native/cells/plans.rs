//! One table of inputs and the plans that are made of them: kind, role, whether numbers add up, unit, form.

use minsheng_explorer::column::Role::{self, Area, Category, Measure, Series, Text, Time};
use minsheng_explorer::import::DecimalSign::{self, Comma, Point};
use minsheng_explorer::import::Kind;
use minsheng_explorer::import::{Pairs, Sure};

use super::read;

/// A column of a table: its name and cells, and what it is to be.
type Line =
    (&'static str, &'static [&'static str], Kind, Role, bool, Option<&'static str>, DecimalSign);

const LINES: &[Line] = &[
    ("人口", &["1,234", "2,345,678", "900"], Kind::Number, Measure, true, None, Point),
    ("人口", &["１２３４", "５６", "7"], Kind::Number, Measure, true, None, Point),
    ("Umsatz", &["1.234,5", "12,25", "7"], Kind::Number, Measure, true, None, Comma),
    ("存款(亿元)", &["1.2", "3", "4"], Kind::Number, Measure, true, Some("亿元"), Point),
    ("pop (thousands)", &["1", "3", "4"], Kind::Number, Measure, true, Some("thousands"), Point),
    ("Rate, %", &["1", "3", "4"], Kind::Number, Measure, false, Some("%"), Point),
    ("share", &["1%", "3%", "4%"], Kind::Number, Measure, false, Some("%"), Point),
    ("投资", &["1.2万", "3亿", "4"], Kind::Number, Measure, true, None, Point),
    ("收入", &["¥1,200", "¥900", "¥80"], Kind::Number, Measure, true, Some("¥"), Point),
    ("loss", &["(1,234)", "12-", "5"], Kind::Number, Measure, true, None, Point),
    ("staff", &["12", "x", "[c]"], Kind::Number, Measure, true, None, Point),
    ("deaths", &["12 p", "13b", "15*"], Kind::Number, Measure, true, None, Point),
    ("cases", &["12", "<5", "约30"], Kind::Number, Measure, true, None, Point),
    ("age", &["<18", "18+", "65+"], Kind::Category, Category, false, None, Point),
    ("age group", &["0-14", "15-64", "65+"], Kind::Category, Category, true, None, Point),
    ("人均收入", &["1", "3", "4"], Kind::Number, Measure, false, None, Point),
    ("占比", &["1", "3", "4"], Kind::Number, Measure, false, None, Point),
    ("比重", &["1", "3", "4"], Kind::Number, Measure, false, None, Point),
    ("同比", &["1", "3", "4"], Kind::Number, Measure, false, None, Point),
    ("energy generated", &["1", "3", "4"], Kind::Number, Measure, true, None, Point),
    ("index", &["100.5", "101.5", "103"], Kind::Number, Measure, false, None, Point),
    ("index", &["0", "1", "2"], Kind::Key, Text, false, None, Point),
    ("invoice no", &["105", "102", "107"], Kind::Category, Category, true, None, Point),
    ("邮编", &["100000", "250000", "050021"], Kind::Category, Category, true, None, Point),
    ("adcode", &["110000", "120000", "110000"], Kind::Category, Category, true, None, Point),
    ("电话", &["13800138000", "13800138001", "1"], Kind::Category, Category, true, None, Point),
    (
        "account",
        &["900000200001", "900000200002", "900000200001"],
        Kind::Category,
        Category,
        true,
        None,
        Point,
    ),
    (
        "gdp",
        &["21433226000000", "14279937000000", "5057759000000"],
        Kind::Number,
        Measure,
        true,
        None,
        Point,
    ),
    ("code", &["A", "B", "A"], Kind::Category, Category, true, None, Point),
    ("Measure", &["rate", "count", "rate"], Kind::Category, Series, true, None, Point),
    ("指标", &["rate", "count", "rate"], Kind::Category, Series, true, None, Point),
    ("单位", &["元", "%", "元"], Kind::Category, Role::Kind, true, None, Point),
    ("地区", &["甲市", "乙市", "甲市"], Kind::Category, Area, true, None, Point),
    ("founded", &["1990", "1995", "2001"], Kind::Category, Category, true, None, Point),
    ("year", &["1990", "1995", "2001"], Kind::Time, Time, true, None, Point),
    ("date", &["44197", "44198", "44230"], Kind::Time, Time, true, None, Point),
    ("count", &["44197", "44198", "44230"], Kind::Number, Measure, true, None, Point),
    ("民國年度", &["109", "110", "111"], Kind::Time, Time, true, None, Point),
    ("week", &["2020W45", "2020W46", "2020-W47"], Kind::Time, Time, true, None, Point),
    (
        "Period",
        &["Jan to Mar 2020", "Feb to Apr 2020", "Mar to May 2020"],
        Kind::Time,
        Time,
        true,
        None,
        Point,
    ),
    ("Fiscal year", &["2016-17", "2017-18", "2018-19"], Kind::Time, Time, true, None, Point),
];

#[test]
fn a_column_is_what_its_name_and_its_cells_say() {
    for &(name, cells, kind, role, additive, unit, decimal) in LINES {
        // A second column, so that the first is no list.
        let mut text = format!("\"{name}\"\tother\n");
        for (cell, other) in cells.iter().zip(["x", "y", "y"]) {
            text.push_str(&format!("{cell}\t{other}\n"));
        }
        let plan = read(&text).plan;
        let column = &plan.columns[0];
        let found = (column.kind, column.role, column.unit.as_deref(), column.form.decimal);
        assert_eq!(found, (kind, role, unit, decimal), "{name}: {cells:?}");
        assert_eq!(column.additive, additive, "{name}: whether it adds up");
    }
}

#[test]
fn a_plan_says_how_sure_it_is_of_its_forms() {
    let plan = read("Ort;Quote;Wert\na;0,412;1.234\nb;1,305;5.678\n").plan;
    let sure = |at: usize| (plan.columns[at].form.decimal, plan.columns[at].form.sure);
    assert_eq!((sure(1), sure(2)), ((Comma, Sure::Certain), (Comma, Sure::Likely)));
    let plan = read("Year,v\n2000-02,1\n2003-05,2\n2006-08,3\n").plan;
    assert_eq!(
        (plan.columns[0].time.pairs, plan.columns[0].time.sure),
        (Pairs::Years, Sure::Likely)
    );
}
