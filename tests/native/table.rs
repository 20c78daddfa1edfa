//! The table view over the bundled dataset.

use minsheng_explorer::base::lang::Lang;
use minsheng_explorer::column::{Bitmap, Table, from_dataset};
use minsheng_explorer::export::{Reader, write_csv};
use minsheng_explorer::import::{read_csv, read_package};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::plot::table::{Cell, Sheet};
use minsheng_explorer::query::SortKey;

use crate::packages;

fn bundled() -> (Dataset, Table) {
    let (data, _) = read_package(&packages::bundled());
    let table = from_dataset(&data);
    (data, table)
}

fn owned(keys: &[&str]) -> Vec<String> {
    keys.iter().map(|&k| k.to_owned()).collect()
}

#[test]
fn a_figure_row_by_row() {
    let (data, table) = bundled();
    let row = table.row("dezhou2021-school-building-investment").unwrap();
    for (lang, expected) in [
        (
            Lang::Zh,
            ["近17亿元", "近1,700,000,000元", "", "17亿元", "亿元", "近17亿元", "原文第317—321字"],
        ),
        (
            Lang::En,
            [
                "nearly ¥1.7\u{a0}billion",
                "nearly ¥1,700,000,000",
                "",
                "¥1.7\u{a0}billion",
                "100 million yuan",
                "近17亿元",
                "characters 317–321 of the release",
            ],
        ),
    ] {
        let sheet = Sheet::new(&data, &table, lang);
        let keys = ["value", "base", "lower", "upper", "unit", "printed", "locator"];
        let texts = sheet
            .chosen(&owned(&keys))
            .iter()
            .map(|f| sheet.cell(row, f).text())
            .collect::<Vec<_>>();
        assert_eq!(texts, expected);
    }
}

#[test]
fn the_usual_columns_of_every_row_are_filled() {
    let (data, table) = bundled();
    for lang in Lang::ALL {
        let sheet = Sheet::new(&data, &table, lang);
        let fields = sheet.chosen(&[]);
        let keys: Vec<&str> = fields.iter().map(|f| f.key.as_str()).collect();
        assert_eq!(keys, ["indicator", "value", "place", "time", "stage", "domain"]);
        for row in 0..table.len {
            for field in &fields {
                assert_ne!(
                    sheet.cell(row, field),
                    Cell::Blank,
                    "{} {}",
                    table.key(row).unwrap(),
                    field.key
                );
            }
        }
    }
}

#[test]
fn every_column_sorts_both_ways_and_loses_no_row() {
    let (data, table) = bundled();
    let sheet = Sheet::new(&data, &table, Lang::Zh);
    let all = Bitmap::all(table.len);
    for field in sheet.fields() {
        for descending in [false, true] {
            let key = SortKey { column: field.key.clone(), descending };
            let mut order = sheet.order(&all, Some(&key));
            let texts: Vec<Cell> = order.iter().map(|&row| sheet.cell(row, &field)).collect();
            let filled = texts.iter().take_while(|cell| **cell != Cell::Blank).count();
            assert!(
                texts[filled..].iter().all(|c| *c == Cell::Blank),
                "{}: blanks come last",
                field.key
            );
            order.sort_unstable();
            assert!(order.into_iter().eq(0..table.len), "{}", field.key);
        }
    }
}

#[test]
fn the_file_says_what_is_shown_and_can_be_calculated_with() {
    let (data, table) = bundled();
    for lang in Lang::ALL {
        let sheet = Sheet::new(&data, &table, lang);
        let order = sheet.order(&Bitmap::all(table.len), None);
        let fields = sheet.chosen(&[]);
        let bytes = write_csv(&sheet.export(&fields, &order), Reader::Spreadsheet);
        let (file, problems) = read_csv("file", std::str::from_utf8(&bytes).unwrap());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(file.rows.len(), table.len);
        let shown: Vec<String> = fields.iter().map(|f| sheet.name(f)).collect();
        let at: Vec<usize> = shown.iter().map(|name| file.column(name).unwrap()).collect();
        assert!(at.is_sorted(), "the columns keep their order: {:?}", file.columns);
        assert_eq!(file.columns.len(), fields.len() + 7);
        for (line, &row) in order.iter().enumerate() {
            let id = data.observations.find(&table.key(row).unwrap()).unwrap();
            let o = &data.observations[id];
            let cells = &file.rows[line].cells;
            assert_eq!(cells[at[1]].parse::<f64>().unwrap().to_string(), {
                let published: f64 = o.quantity.value.to_string().parse().unwrap();
                published.to_string()
            });
            assert_eq!(cells[at[1] + 1], data.units[o.unit].name.get(lang));
            assert_eq!(cells[cells.len() - 3], data.sources[o.source].title.get(lang));
            assert_eq!(cells[cells.len() - 2].is_empty(), o.locator.end == 0);
            // What was worked out here is marked, and nothing else is.
            assert_eq!(cells[cells.len() - 1].is_empty(), o.derived.is_empty());
            assert_eq!(cells[at[0]], sheet.cell(row, &fields[0]).text());
        }
    }
}

#[test]
fn a_column_chosen_by_hand_is_not_exported_twice() {
    let (data, table) = bundled();
    let sheet = Sheet::new(&data, &table, Lang::Zh);
    let keys = owned(&["locator", "unit", "qualifier", "source", "value", "base", "id"]);
    let file = sheet.export(&sheet.chosen(&keys), &[0]);
    let expected = [
        "原文位置",
        "单位",
        "数值限定",
        "来源",
        "数值",
        "下限",
        "上限",
        "写全的数",
        "写全的数的单位",
        "编号",
        "本站推算",
    ];
    let names: Vec<&str> = file.columns.iter().map(|c| c.name.as_str()).collect();
    assert_eq!(names, expected);
    let cells: Vec<String> = file.rows[0].iter().map(ToString::to_string).collect();
    assert_eq!(cells[1], "亿元");
    assert_eq!(cells[4..9], ["17", "", "17", "1700000000", "元"]);
}
