//! Lines of who made a table and when, and parts of which the word for them stands before the first alone.

use minsheng_explorer::column::Data;
use minsheng_explorer::import::{Imported, Options};

use super::{cells, open};

fn read(text: &str) -> Imported {
    open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().with_totals()
}

fn totals(read: &Imported, key: &str) -> Vec<String> {
    let Data::Category(category) = &read.table.column(key).expect(key).data else {
        panic!("{key}")
    };
    let dictionary = &category.dictionary;
    dictionary.totals().iter().map(|t| dictionary.get(t.code).unwrap().id.clone()).collect()
}

#[test]
fn who_made_a_table_and_when_is_a_note() {
    let table = "地区,人数,金额\n甲县,12,340\n乙县,15,420\n丙县,9,210\n";
    for foot in [
        "制表人：王某  审核：李某  2023.10.8,,\n",
        "制表人：王某,审核：李某,2023.10.8\n",
        "制表人：王某,,2023年10月8日\n",
        "填表日期：,2023-10-08,\n",
        "填表日期,2023年10月8日,\n",
        "制表时间：,2023.10,\n",
        "联系电话：,65432100,\n",
        ",,填表日期：2023年10月8日\n",
        "制表人：王某,,\n,,2023年10月8日\n",
        "\"Prepared by the Office, 8 Oct 2023\",,\n",
        "Prepared by the Office, 8 Oct 2023,\n",
        "Printed on: 2023-10-08,,\n",
        "Reviewed by A. Person,,2023-10-08\n",
    ] {
        let found = read(&format!("{table}{foot}"));
        assert_eq!(found.table.len, 3, "{foot}");
        assert!(!found.plan.notes.is_empty(), "{foot}");
        assert_eq!(cells(&found.table)[2], ["丙县", "9", "210"], "{foot}");
    }
    // Rows that only begin so.
    let table = "环节,件数,金额\n受理,12,340\n审核,15,420\n打印,9,210\n";
    assert_eq!(read(table).table.len, 3);
    let table = "Stage,Count,Amount\nReceived,12,340\nApproved,15,420\nPrinted by hand,9,210\n";
    assert_eq!(read(table).table.len, 3);
}

#[test]
fn when_a_table_was_made_is_neither_a_row_nor_its_names() {
    let tables = ["地区,人数\n甲县,12\n乙县,15\n丙县,9\n", "a,n,m\nx,1,2\ny,3,4\nz,5,6\n"];
    for said in [
        "更新日期,2024-03-01",
        "Last updated,2024-03-01",
        "Last Updated Date,28 Mar 2024",
        "发布日期：,2024年3月1日",
        "数据更新时间,2024年3月",
        "Date of publication:,2024-03-01",
    ] {
        for table in tables {
            let commas = if table.contains(",m") { "," } else { "" };
            let line = format!("{said}{commas}\n");
            for text in
                [format!("{line}{table}"), format!("{table}{line}"), format!("{line}\n{table}")]
            {
                let found = read(&text);
                assert_eq!(found.table.len, 3, "{text}");
                let names: Vec<&str> = table.lines().next().unwrap().split(',').collect();
                let keys: Vec<&str> = found.table.columns.iter().map(|c| c.key.as_str()).collect();
                assert_eq!(keys, names, "{text}");
                let word = said.split(',').next().unwrap();
                assert!(found.plan.notes.iter().any(|note| note.text.contains(word)), "{text}");
            }
        }
    }
    // Such a line is no title, and its year is not that of the months below.
    let months = read("更新日期,2024-03-01,,\n地区,1月,2月,3月\n甲县,1,2,3\n乙县,4,5,6\n");
    assert_eq!(months.plan.layout.title, None);
    assert_eq!(months.plan.layout.year.map(|own| own.year), Some(0));
    // Steps of a work have days too, and a place may be called so.
    let steps = read("Step,Day\nReceived,2024-01-02\nApproved,2024-02-03\nReviewed,2024-03-01\n");
    assert_eq!(steps.table.len, 3);
    let names = read("Last updated,Place,n\n2024-03-01,x,1\n2024-03-02,y,2\n");
    assert_eq!((names.table.len, names.table.columns.len()), (2, 3));
}

#[test]
fn parts_behind_the_first_of_which_are_parts() {
    for (text, parts) in [
        // They add up to the one above.
        ("项目,人数\n党员,100\n其中：男,60\n女,40\n团员,35\n", &["其中：男", "女"][..]),
        // They stand as deep.
        (
            "项目,人数\n在校生,500\n　其中：女,200\n　　　　住校,150\n教职工,60\n",
            &["其中：女", "住校"],
        ),
        // No more than heads the list is in all the rest.
        (
            "类别,人数\n从业人员,500\n其中：女性,200\n研究生,50\n本科,180\n",
            &["其中：女性", "研究生", "本科"],
        ),
        // Each has its sign.
        ("行业,产值\n第二产业,900\n#工业,700\n第三产业,800\n# 金融业,90\n", &["#工业", "# 金融业"]),
        (
            "Item,Amount\nTaxes,100\nof which: VAT,60\nIncome tax,40\nFees,35\n",
            &["of which: VAT", "Income tax"],
        ),
        // What follows is no part, as far as anything tells.
        ("项目,金额\n支出,100\n其中：教育,20\n投资,150\n", &["其中：教育"]),
    ] {
        let found = read(text);
        let key = found.table.columns[0].key.clone();
        let told: Vec<String> =
            totals(&found, &key).iter().map(|name| name.trim().to_owned()).collect();
        assert_eq!(told, parts, "{text}");
    }
}

#[test]
fn prices_changes_and_degrees_are_not_added_up() {
    let found = read(
        "品名,上周价,本周价,涨跌,涨跌幅,满意度,数量\n白菜,2.1,2.3,0.2,9.5,88,120\n萝卜,1.5,1.4,-0.1,-6.7,92,80\n",
    );
    let adds = |key: &str| found.plan.columns.iter().find(|c| c.key == key).unwrap().additive;
    for key in ["上周价", "本周价", "涨跌", "涨跌幅", "满意度"] {
        assert!(!adds(key), "{key}");
    }
    assert!(adds("数量"));
}

#[test]
fn a_header_without_words_is_named_in_the_language_of_the_rows() {
    for (text, names) in [
        (",2019,2020\n德州市,1,2\n聊城市,3,4\n", ["", "年份", "数值"]),
        (",2019,2020\nDezhou,1,2\nLiaocheng,3,4\n", ["", "year", "value"]),
        ("City,2019,2020\n德州市,1,2\n聊城市,3,4\n", ["City", "year", "value"]),
    ] {
        let read = read(text);
        let columns = read.table.columns.iter().map(|column| column.name.zh.as_str());
        assert_eq!(columns.collect::<Vec<_>>(), names, "{text}");
    }
}
