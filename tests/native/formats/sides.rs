//! Tables side by side in one sheet or text, and blank columns that but space out one table.

use minsheng_explorer::column::{Role, Table};
use minsheng_explorer::import::{Imported, Offered, Options};

use super::{cells, open, stored};

fn read_in(name: &str, text: &str, size: usize, table: Option<&str>) -> Imported {
    let options = Options { table: table.map(str::to_owned), ..Options::default() };
    open(name, text.as_bytes(), size, &options).unwrap()
}

fn read(text: &str) -> Imported {
    read_in("t.csv", text, 11, None)
}

fn keys(table: &Table) -> Vec<&str> {
    table.columns.iter().map(|column| column.key.as_str()).collect()
}

fn tables(read: &Imported) -> Vec<(&str, Option<usize>)> {
    read.told.tables.iter().map(|Offered { name, rows }| (name.as_str(), *rows)).collect()
}

const TITLED: &str = "表1 人口,,,表2 产值,,\n单位：万人,,,单位：亿元,,\n地区,2022年,,地区,2021年,2022年\n\
    甲市,120,,甲市,300,310\n乙市,98,,乙市,250,260\n,,,丙市,199,200\n";

#[test]
fn the_first_of_tables_side_by_side_is_shown_and_each_can_be() {
    for size in [1, 7, 4096] {
        let first = read_in("t.csv", TITLED, size, None);
        let expected = [("t.csv", Some(2)), ("t.csv [2]: 表2 产值", Some(3))];
        assert_eq!(
            (tables(&first), first.told.table.as_deref()),
            (expected.to_vec(), Some("t.csv"))
        );
        assert_eq!((first.table.len, keys(&first.table)), (2, vec!["地区", "2022年"]));
        assert_eq!(first.plan.columns[1].unit.as_deref(), Some("万人"));
        assert!(first.findings.kept().is_empty(), "{:?}", first.findings.kept());
        let second = read_in("t.csv", TITLED, size, Some(expected[1].0));
        assert_eq!(
            (tables(&second), second.told.table.as_deref()),
            (expected.to_vec(), Some(expected[1].0))
        );
        assert_eq!((second.table.len, keys(&second.table)), (6, vec!["地区", "年份", "数值"]));
        assert_eq!(second.plan.layout.unit.as_deref(), Some("亿元"));
        assert_eq!(second.plan.layout.title.as_deref(), Some("表2 产值"));
    }
}

#[test]
fn rows_far_down_belong_to_the_table_that_is_shown() {
    let rows: String = (0..9000).map(|n| format!("p{n},{n},,q{n},{}\n", n * 2)).collect();
    let text = format!("place,n,,place,m\n{rows},,,q,7\n,,,r,8\n");
    let first = read_in("t.csv", &text, 64 << 10, None);
    assert_eq!((first.table.len, keys(&first.table)), (9000, vec!["place", "n"]));
    let names: Vec<&str> = tables(&first).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["t.csv", "t.csv [2]: m"]);
    let second = read_in("t.csv", &text, 64 << 10, Some("t.csv [2]: m"));
    assert_eq!((second.table.len, keys(&second.table)), (9002, vec!["place", "m"]));
    assert_eq!(cells(&second.table)[8999], ["q8999", "17998"]);
}

#[test]
fn tables_below_and_beside_each_other_are_all_offered() {
    let text = "年份,人口,,年份,产值\n2021,5,,2021,7\n2022,6,,2022,8\n\n表3 学校\n地区,学校,教师\n甲市,1,2\n乙市,3,4\n";
    let first = read(text);
    assert_eq!(
        tables(&first),
        [("t.csv", Some(2)), ("t.csv [2]: 产值", Some(2)), ("t.csv (2): 表3 学校", Some(2))]
    );
    for (name, expected) in [
        ("t.csv", vec!["年份", "人口"]),
        ("t.csv [2]: 产值", vec!["年份", "产值"]),
        ("t.csv (2): 表3 学校", vec!["地区", "学校", "教师"]),
    ] {
        let read = read_in("t.csv", text, 9, Some(name));
        assert_eq!((keys(&read.table), read.told.table.as_deref()), (expected, Some(name)));
    }
}

#[test]
fn tables_side_by_side_of_a_file_in_a_zip_are_offered_too() {
    let zip = stored(&[("a.csv", "id,x,y\na,1,2\nb,3,4\n"), ("sides.csv", TITLED)]);
    let open = |table: Option<&str>| {
        let options = Options { table: table.map(str::to_owned), ..Options::default() };
        open("both.zip", &zip, 64, &options).unwrap()
    };
    let names: Vec<String> = open(None).told.tables.into_iter().map(|own| own.name).collect();
    assert!(names.contains(&"sides.csv [2]: 表2 产值".to_owned()), "{names:?}");
    let second = open(Some("sides.csv [2]: 表2 产值"));
    assert_eq!((second.table.len, keys(&second.table)), (6, vec!["地区", "年份", "数值"]));
}

#[test]
fn a_blank_column_within_a_table_is_neither_a_column_nor_an_end() {
    for (text, expected) in [
        (
            "Region,Births,Deaths,,Marriages\nNorth,120,100,,50\nSouth,98,90,,41\n",
            vec!["Region", "Births", "Deaths", "Marriages"],
        ),
        // Between groups of columns, and twice.
        (
            "地区,,人口,,,产值,\n,,男,女,,一产,二产\n甲市,,1,2,,3,4\n乙市,,5,6,,7,8\n",
            vec!["地区", "人口 / 男", "人口 / 女", "产值 / 一产", "产值 / 二产"],
        ),
        // A group of rows stands alone below the names.
        ("place,n,,m\nEast,,,\nx,1,,2\ny,3,,4\n", vec!["place", "n", "m"]),
        ("A;;B\n1;;2\n3;;4\n", vec!["A", "B"]),
    ] {
        let read = read(text);
        assert_eq!(keys(&read.table), expected, "{text}");
        assert!(read.told.tables.is_empty(), "{text}: {:?}", read.told.tables);
        assert!(read.findings.kept().is_empty(), "{text}: {:?}", read.findings.kept());
    }
    let wide = read("地区,2021,,2022\n甲市,1,,2\n乙市,3,,4\n");
    assert_eq!((wide.table.len, keys(&wide.table)), (4, vec!["地区", "年份", "数值"]));
    let towns = read("name,,n\n甲市,,1\n乙县,,2\n丙区,,3\n");
    assert_eq!(towns.table.by_role(Role::Area).map(|own| own.key.as_str()), Some("name"));
}

#[test]
fn a_name_that_begins_with_a_year_is_no_figure() {
    let read = read(
        "主要目标任务分解表,,,,\n序号,指标名称,单位,2023年目标,1-9月完成\n1,城镇新增就业,万人,12,10.3\n\
         2,新建幼儿园,所,20,17\n3,粮食产量,万吨,210,215.2\n",
    );
    assert_eq!(keys(&read.table)[..2], ["指标名称", "单位"]);
    assert_eq!((read.plan.layout.above, read.plan.layout.header, read.table.len), (1, 1, 3));
    // Years and their ends are periods as before.
    for text in
        ["地区,2021年,2022年\n甲市,1,2\n乙市,3,4\n", "地区,2021年末,2022年末\n甲市,1,2\n乙市,3,4\n"]
    {
        assert_eq!(self::read(text).table.len, 4, "{text}");
    }
}

#[test]
fn a_column_that_has_a_name_or_a_value_stays() {
    let named = read("place,note,n\nx,,1\ny,,2\n");
    assert_eq!(keys(&named.table), ["place", "note", "n"]);
    // Far down it says something.
    let rows: String = (0..6000).map(|n| format!("p{n},,{n}\n")).collect();
    let late = read_in("t.csv", &format!("place,,n\n{rows}q,late,1\n"), 64 << 10, None);
    assert_eq!(keys(&late.table), ["place", "B", "n"]);
    assert_eq!(cells(&late.table)[6000], ["q", "late", "1"]);
}
