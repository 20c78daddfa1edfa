//! Units that stand in the names of what is measured: `国民总收入(亿元)`.

use minsheng_explorer::column::{Entry, Role, Table};
use minsheng_explorer::import::{Imported, Options};

use super::open;

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().with_totals()
}

/// The unit of each row.
fn units(table: &Table) -> Option<Vec<&str>> {
    let units = table.category_by_role(Role::Kind)?;
    Some((0..table.len).map(|row| units.entry(row).map_or("", |entry| entry.id.as_str())).collect())
}

/// The names of a column's values as they are shown.
fn names<'a>(table: &'a Table, key: &str) -> Vec<&'a str> {
    let entries = table.category(key).unwrap().dictionary.iter();
    // Where a value has no other name, it is shown by its id.
    let shown =
        |entry: &'a Entry| if entry.name.zh.is_empty() { &entry.id } else { &entry.name.zh };
    entries.map(|(_, entry)| shown(entry).as_str()).collect()
}

#[test]
fn indicators_over_years_have_a_unit_a_row() {
    let read = read(
        "指标,2022年,2023年\n国民总收入(亿元),1197250.4,1251297.1\n年末总人口(万人),141175,140967\n\
         居民消费水平指数(上年=100),100.5,108.2\n人均国内生产总值(元),85310,89358\n",
    );
    let table = &read.table;
    let units = units(table).unwrap();
    assert_eq!(units, ["亿元", "亿元", "万人", "万人", "上年=100", "上年=100", "元", "元"]);
    assert_eq!(
        names(table, "指标"),
        ["国民总收入", "年末总人口", "居民消费水平指数", "人均国内生产总值"]
    );
    let ids = table.category("指标").unwrap().dictionary.iter();
    assert!(ids.map(|(_, entry)| &entry.id).any(|id| id == "国民总收入(亿元)"), "links keep");
    assert!(
        read.plan.columns.iter().any(|column| column.key == "指标" && column.names_units),
        "told"
    );
    let (_, figures) = table.measures().next().unwrap();
    let adds: Vec<bool> = (0..table.len)
        .map(|row| figures.additive.as_ref().is_none_or(|rows| rows.contains(row)))
        .collect();
    assert_eq!(adds[..4], [true; 4], "amounts and people");
    assert_eq!(adds[4..6], [false; 2], "an index is in no sum");
}

#[test]
fn one_unit_of_all_names_is_that_of_the_measure() {
    let read = read("项目,数值\n教育支出(万元),120\n卫生支出(万元),80\n文化支出（万元）,30\n");
    let (measure, _) = read.table.measures().next().unwrap();
    assert_eq!(measure.unit.as_deref(), Some("万元"));
    assert_eq!(units(&read.table), None);
    assert_eq!(names(&read.table, "项目"), ["教育支出", "卫生支出", "文化支出"]);
}

#[test]
fn names_that_only_their_units_tell_apart_stay_whole() {
    let read = read("指标,数值\n就业(万人),1.2\n就业(%),64.1\n失业(万人),0.3\n失业(%),4.9\n");
    assert_eq!(units(&read.table).unwrap(), ["万人", "%", "万人", "%"]);
    let names = names(&read.table, "指标");
    assert_eq!(names, ["就业(万人)", "就业(%)", "失业(万人)", "失业(%)"]);
}

#[test]
fn remarks_in_brackets_are_no_units_and_a_unit_of_its_own_comes_first() {
    let remarks = read("指标,数值\n就业(城镇),1\n就业(乡村),2\n失业(登记),3\n");
    assert_eq!(units(&remarks.table), None);
    assert_eq!(names(&remarks.table, "指标"), ["就业(城镇)", "就业(乡村)", "失业(登记)"]);
    let own = read("指标,数值（元）\n学费(次),1\n书费(次),2\n");
    assert_eq!(units(&own.table), None, "the header says it");
    let column = read("指标,单位,数值\n学费(次),元,1\n书费(次),元,2\n");
    assert_eq!(units(&column.table).unwrap(), ["元", "元"], "a column says it");
}
