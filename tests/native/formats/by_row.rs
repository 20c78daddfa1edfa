//! Columns whose cells each give a number with a unit of its own.

use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Imported, Kind, Options, Subject, Use, Why, decisions};

use super::open;

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap()
}

fn figures(table: &Table, key: &str) -> Vec<Option<f64>> {
    let Data::Measure(figures) = &table.column(key).unwrap().data else { panic!("{key}") };
    (0..table.len).map(|row| figures.float(row)).collect()
}

fn words(table: &Table, key: &str) -> Vec<String> {
    let category = table.category(key).unwrap();
    let word = |row| category.entry(row).map(|entry| entry.id.clone()).unwrap_or_default();
    (0..table.len).map(word).collect()
}

const DONE: &str = "项目,完成情况\n新建学校,5所\n服务人数,1.2万人\n覆盖率,86.3%\n\
    补贴标准,320元/月\n受益户,\"约1,200户\"\n改造学校,12所\n";

#[test]
fn each_row_says_its_own_unit() {
    let read = read(DONE).with_totals();
    let table = &read.table;
    let values = [5.0, 12_000.0, 86.3, 320.0, 1200.0, 12.0].map(Some);
    assert_eq!(figures(table, "完成情况"), values);
    assert_eq!(words(table, "完成情况#unit"), ["所", "人", "%", "元/月", "户", "所"]);
    assert_eq!(table.by_role(Role::Kind).unwrap().key, "完成情况#unit");
    assert_eq!(words(table, "完成情况#mark")[4], "about");
    // Rates are in no sum, whatever stands beside them.
    let Data::Measure(own) = &table.column("完成情况").unwrap().data else { panic!() };
    let adds = own.additive.as_ref().unwrap();
    let adds: Vec<bool> = (0..table.len).map(|row| adds.contains(row)).collect();
    assert_eq!(adds, [true, true, false, false, true, true]);
}

#[test]
fn it_is_told_and_can_be_undone() {
    let read = read(DONE);
    let told = decisions(&read.plan, &read.told, &Default::default());
    assert!(told.iter().any(|own| own.subject == Subject::ByRow && own.column == "完成情况"));
    let plan = read.plan.with_use("完成情况", Use::Topic);
    let options = Options { plan: Some(plan), ..Options::default() };
    let as_text = open("t.csv", DONE.as_bytes(), 11, &options).unwrap();
    assert_eq!(words(&as_text.table, "完成情况")[4], "约1,200户");
    assert!(as_text.table.column("完成情况#unit").is_none());
    // The plan of one reading gives the same reading again.
    let options = Options { plan: Some(read.plan.clone()), ..Options::default() };
    let again = open("t.csv", DONE.as_bytes(), 11, &options).unwrap();
    assert_eq!(words(&again.table, "完成情况#unit"), words(&read.table, "完成情况#unit"));
}

#[test]
fn most_cells_are_such_or_the_column_is_text_and_says_why() {
    let read = read("项目,进展\n学校,新建5所，改造3所\n道路,3.5公里\n医院,正在建设\n公园,2个\n");
    let column = &read.plan.columns[1];
    assert_eq!((column.kind, column.basis.why), (Kind::Category, Why::Units));
    assert_eq!(words(&read.table, "进展")[0], "新建5所，改造3所");
}

#[test]
fn a_cell_without_a_number_stays_as_it_is_beside_no_value() {
    let text = "Item,Result\nSchools,12 schools\nLibrary,1 school\nMoney,\u{a3}3.4m\nRoad,85 km\n\
                Park,under way\n";
    let table = read(text).table;
    let values = [Some(12.0), Some(1.0), Some(3_400_000.0), Some(85.0), None];
    assert_eq!(figures(&table, "Result"), values);
    assert_eq!(words(&table, "Result#unit"), ["schools", "schools", "\u{a3}", "km", ""]);
    assert_eq!(words(&table, "Result#mark")[4], "under\u{a0}way");
}

#[test]
fn one_unit_in_all_rows_is_that_of_the_column() {
    let read = read("品种,产量\n小麦,12 kg\n玉米,7 kg\n水稻,30 kg\n");
    assert_eq!(figures(&read.table, "产量"), [12.0, 7.0, 30.0].map(Some));
    assert_eq!(read.plan.columns[1].unit.as_deref(), Some("kg"));
    assert!(read.table.by_role(Role::Kind).is_none());
}

#[test]
fn columns_of_the_same_units_share_one_column_of_them_and_others_are_text() {
    let same = read("指标,目标值,完成值\n学校,120所,125所\n在校生,1.2万人,1.3万人\n入学率,99%,-\n");
    let keys: Vec<&str> = same.table.columns.iter().map(|column| column.key.as_str()).collect();
    assert_eq!(keys, ["指标", "目标值", "目标值#unit", "完成值"]);
    let other = read("指标,数量,其他\n学校,120所,3.2亿元\n人数,1.2万人,15%\n");
    let column = &other.plan.columns[2];
    assert_eq!((column.kind, column.basis.why), (Kind::Category, Why::OtherUnits));
    // Where a column says the units already, it speaks for the row.
    let told = read("指标,单位,数量\n学校,所,120所\n人数,人,1.2万人\n");
    assert_eq!(told.table.by_role(Role::Kind).unwrap().key, "单位");
    assert_eq!(told.plan.columns[2].kind, Kind::Category);
}

#[test]
fn years_across_have_units_by_row_too() {
    let table = read("指标,2022年,2023年\n学校数,120所,125所\n入学率,99.1%,99.3%\n").table;
    assert_eq!(words(&table, "数值#unit"), ["所", "所", "%", "%"]);
    assert_eq!(figures(&table, "数值"), [120.0, 125.0, 99.1, 99.3].map(Some));
}
