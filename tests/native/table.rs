//! The table view over the bundled dataset, and the order of the rows of any table.

use std::sync::Arc;

use minsheng_explorer::base::lang::{Bilingual, Lang};
use minsheng_explorer::column::{
    Bitmap, Category, Codes, Column, Data, DaySpan, Dictionary, Entry, Figures, Keys, Numbers,
    Periods, Role, Table, from_dataset,
};
use minsheng_explorer::export::{Reader, write_csv};
use minsheng_explorer::import::{read_csv, read_package};
use minsheng_explorer::model::Dataset;
use minsheng_explorer::plot::Rows;
use minsheng_explorer::plot::table::{self, Card, CellContent, Field, Sheet};
use minsheng_explorer::query::{Clause, Engine, SortKey};
use minsheng_explorer::state::TableOptions;
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

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
        let sheet = Sheet::new(Rows::Published(&data), &table, lang);
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
        let sheet = Sheet::new(Rows::Published(&data), &table, lang);
        let fields = sheet.chosen(&[]);
        let keys: Vec<&str> = fields.iter().map(|f| f.key.as_str()).collect();
        assert_eq!(
            keys,
            ["indicator", "value", "printed", "place", "time", "stage", "source", "domain"]
        );
        for row in 0..table.len {
            for field in &fields {
                assert_ne!(
                    sheet.cell(row, field),
                    CellContent::Blank,
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
    let sheet = Sheet::new(Rows::Published(&data), &table, Lang::Zh);
    let all = Bitmap::all(table.len);
    for field in sheet.fields() {
        for descending in [false, true] {
            let key = SortKey { column: field.key.clone(), descending };
            let mut order = sheet.order(&all, Some(&key));
            let texts: Vec<CellContent> =
                order.iter().map(|&row| sheet.cell(row, &field)).collect();
            let filled = texts.iter().take_while(|cell| **cell != CellContent::Blank).count();
            assert!(
                texts[filled..].iter().all(|c| *c == CellContent::Blank),
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
        let sheet = Sheet::new(Rows::Published(&data), &table, lang);
        let order = sheet.order(&Bitmap::all(table.len), None);
        let fields = sheet.chosen(&[]);
        let bytes = write_csv(&sheet.export(&fields, &order), Reader::Spreadsheet);
        let (file, problems) = read_csv("file", std::str::from_utf8(&bytes).unwrap());
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(file.rows.len(), table.len);
        let shown: Vec<String> = fields.iter().map(|f| sheet.name(f)).collect();
        let at: Vec<usize> = shown.iter().map(|name| file.column(name).unwrap()).collect();
        assert!(at.is_sorted(), "the columns keep their order: {:?}", file.columns);
        assert_eq!(file.columns.len(), fields.len() + 6, "the release is among those shown");
        for (line, &row) in order.iter().enumerate() {
            let id = data.observations.find(&table.key(row).unwrap()).unwrap();
            let o = &data.observations[id];
            let cells = &file.rows[line].cells;
            assert_eq!(cells[at[1]].parse::<f64>().unwrap().to_string(), {
                let published: f64 = o.quantity.value.to_string().parse().unwrap();
                published.to_string()
            });
            assert_eq!(cells[at[1] + 1], data.units[o.unit].name.get(lang));
            assert_eq!(cells[at[6]], data.sources[o.source].title.get(lang));
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
    let sheet = Sheet::new(Rows::Published(&data), &table, Lang::Zh);
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

/// A row of a table whose rows are ordered: a number, a kind, a period and a value, each of which it may lack.
type Row = (Option<f64>, Option<u32>, Option<u32>, Option<u32>);

fn row() -> impl Strategy<Value = Row> {
    let number = prop_oneof![
        Just(None),
        select(&[-0.0, 0.0, 1.0, -1.0, f64::NAN, f64::INFINITY][..]).prop_map(Some),
        (-1e9..1e9_f64).prop_map(Some),
    ];
    (number, option::of(0..2_u32), option::of(0..5_u32), option::of(0..3_u32))
}

fn ordered_table(rows: &[Row], kinds: bool, numbered: bool) -> Table {
    let category = |key: &str, role, codes: &dyn Fn(&Row) -> Option<u32>| {
        let mut dictionary = Dictionary::default();
        for id in ["c", "b", "a"] {
            let name = Bilingual::same(id);
            dictionary.intern(Entry { id: id.into(), name, parent: None, hue: None });
        }
        let codes = Codes::pack(rows.iter().map(codes), dictionary.len());
        Column::new(key, role, Data::Category(Category { codes, dictionary }))
    };
    // The second and the third are the same days, once as of the last.
    let span =
        |n: u32| DaySpan { first: 0, last: n.div_ceil(2) as i32, as_of: n.is_multiple_of(2) };
    let spans: Vec<_> = rows.iter().map(|row| row.2.map(span)).collect();
    let values = Numbers::from_options(rows.iter().map(|row| row.0));
    let figures = Figures { values, ..Figures::default() };
    let mut columns = vec![
        Column::new("number", Role::Measure, Data::Measure(figures)),
        Column::new("when", Role::Time, Data::Time(Periods::new(&spans))),
        category("value", Role::Category, &|row| row.3),
    ];
    if kinds {
        columns.push(category("kind", Role::Kind, &|row| row.1));
    }
    // Keys in an order of their own, not that of the rows.
    let key = |row: usize| format!("{}-{row}", row * 7 % 10);
    let given = || Keys::Given((0..rows.len()).map(key).collect());
    Table { len: rows.len(), columns, keys: if numbered { Keys::Numbered } else { given() } }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn pages_places_and_the_whole_order_agree(
        rows in vec(row(), 1..60),
        (kinds, numbered, descending) in any::<(bool, bool, bool)>(),
        column in select(&["number", "when", "value", "kind", "id", "nowhere"][..]),
        filtered in any::<bool>(),
        from in 0..60_usize,
    ) {
        let table = Arc::new(ordered_table(&rows, kinds, numbered));
        let data = Dataset::default();
        let mut engine = Engine::new(table.clone());
        if filtered {
            engine.set("value", Clause::AnyOf(["a", "b"].map(Into::into).into()));
        }
        let sort = SortKey { column: column.into(), descending };
        let options = TableOptions { sort: Some(sort.clone()), ..TableOptions::default() };
        let all = engine.rows().clone();
        let order = Sheet::new(Rows::Published(&data), &table, Lang::En).order(&all, Some(&sort));
        let len = order.len();
        prop_assert_eq!(&table::rows(&mut engine, Rows::Published(&data), &options, 0..len), &order);
        let range = from.min(len)..(from + 7).min(len);
        prop_assert_eq!(&table::rows(&mut engine, Rows::Published(&data), &options, range.clone()), &order[range]);
        for (place, &row) in order.iter().enumerate() {
            let key = table.key(row).unwrap();
            prop_assert_eq!(table::place(&mut engine, Rows::Published(&data), &options, &key), Some(place));
        }
        // Against the definition: kinds apart, values the way asked for, then blanks, ties in the
        // table's order.
        if column == "number" {
            let kind = |row: usize| rows[row].1.filter(|_| kinds).map_or(0, |kind| kind + 1);
            let mut expected: Vec<usize> = all.iter().collect();
            expected.sort_by(|&a, &b| {
                kind(a).cmp(&kind(b)).then(
                    match [a, b].map(|row| rows[row].0.filter(|n| n.is_finite())) {
                        [Some(x), Some(y)] if descending => y.partial_cmp(&x).unwrap(),
                        [Some(x), Some(y)] => x.partial_cmp(&y).unwrap(),
                        [x, y] => y.is_some().cmp(&x.is_some()),
                    },
                )
            });
            prop_assert_eq!(order, expected);
        }
    }
}

/// The card of a row of the bundled figures, with these columns shown.
fn card(key: &str, columns: &[&str], lang: Lang) -> Card {
    let (data, table) = bundled();
    let sheet = Sheet::new(Rows::Published(&data), &table, lang);
    let fields = sheet.chosen(&owned(columns));
    let row = table.row(key).unwrap();
    of_row(&sheet, &fields, row)
}

fn of_row(sheet: &Sheet, fields: &[Field], row: usize) -> Card {
    let cells: Vec<CellContent> = fields.iter().map(|field| sheet.cell(row, field)).collect();
    let named: Vec<(Field, String)> =
        fields.iter().map(|field| (field.clone(), sheet.name(field))).collect();
    Card::new(&named, &cells)
}

#[test]
fn a_card_goes_by_a_name_before_a_code_and_says_what_its_other_numbers_are() {
    let text = "科目编码,科目名称,年份,决算数,比上年增长（%）\n205,教育支出,2023,500,6.2\n206,科学技术支出,2023,120,-1\n";
    let imported = crate::formats::open(
        "own.csv",
        text.as_bytes(),
        text.len(),
        &minsheng_explorer::import::Options::default(),
    );
    let table = imported.unwrap().table;
    let sheet = Sheet::new(Rows::Plain, &table, Lang::Zh);
    let card = of_row(&sheet, &sheet.chosen(&[]), 0);
    assert_eq!(card.name, "教育支出");
    assert_eq!(card.figure.as_ref().map(ToString::to_string).as_deref(), Some("500"));
    assert!(card.beside.contains(&"比上年增长（%） 6.2".to_owned()), "{:?}", card.beside);
}

#[test]
fn a_card_that_is_called_by_a_place_says_what_its_figure_is_and_in_what_unit() {
    let text = "地区,年份,存款（亿元）,失业率（%）\n青溪市,2021,90,4\n白石市,2021,64,4.6\n";
    let options = minsheng_explorer::import::Options::default();
    let table =
        crate::formats::open("own.csv", text.as_bytes(), text.len(), &options).unwrap().table;
    let sheet = Sheet::new(Rows::Plain, &table, Lang::Zh);
    let card = of_row(&sheet, &sheet.chosen(&[]), 0);
    assert_eq!(card.name, "青溪市");
    assert_eq!(card.figure.as_ref().map(ToString::to_string).as_deref(), Some("90亿元"));
    assert_eq!(card.beside, ["存款", "2021年", "失业率（%） 4"]);
    assert!(card.lines(358.0, 1).beside.starts_with("存款 · 2021年"));
}

#[test]
fn only_published_figures_show_what_is_printed() {
    let (_, table) = bundled();
    let plain = Sheet::new(Rows::Plain, &table, Lang::Zh);
    assert!(plain.chosen(&[]).iter().all(|field| field.key != "printed"));
}

#[test]
fn a_card_says_what_it_is_and_how_much_then_where_when_and_how_far() {
    let key = "dezhou2021-school-building-investment";
    let card = card(key, &[], Lang::Zh);
    assert_eq!(card.name, "学校、幼儿园建设投资（中小学）");
    assert_eq!(card.figure.as_ref().map(ToString::to_string).as_deref(), Some("近17亿元"));
    assert_eq!(card.beside[..3], ["德州经开区", "截至2021年", "进行中"]);
    let lines = card.lines(340.0, 1);
    assert!(lines.beside.starts_with("德州经开区 · 截至2021年 · 进行中"), "{lines:?}");
    for word in ["近17亿元", "德州经开区", "截至2021年"] {
        assert!(card.spoken().contains(word), "{word}");
    }
}

#[test]
fn a_card_is_cut_between_words_and_leaves_out_whole_values() {
    let card = card("dezhou2021-school-building-investment", &[], Lang::En);
    let whole = card.lines(2000.0, 1);
    assert_eq!(whole.name, card.name);
    for room in [300.0, 342.0, 380.0, 420.0] {
        let lines = card.lines(room, 1);
        let kept = lines.name.trim_end_matches('…');
        let rest = card.name.strip_prefix(kept).unwrap();
        assert!(rest.is_empty() || rest.starts_with([' ', ',', '(', '（']), "{}", lines.name);
        assert!(lines.name.chars().count() > 30, "{}: as much as tells rows apart", lines.name);
        let parts: Vec<&str> = lines.beside.split(" · ").collect();
        assert!(parts.iter().zip(&card.beside).all(|(part, value)| part == value), "{lines:?}");
    }
}

/// What tells parts of one thing apart stands at the end of their names.
#[test]
fn no_english_name_on_a_card_is_cut_on_a_phone() {
    let (data, table) = bundled();
    let sheet = Sheet::new(Rows::Published(&data), &table, Lang::En);
    let fields = sheet.chosen(&[]);
    for row in 0..table.len {
        let name = of_row(&sheet, &fields, row).lines(350.0, 3).name;
        assert!(!name.contains('…') && name.lines().count() <= 3, "{name}");
    }
}

/// No figure stands without its place, its time and how far it is: what has no room beside it stands below.
#[test]
fn every_card_says_where_when_and_how_far() {
    let (data, table) = bundled();
    for (lang, most) in [(Lang::Zh, 1), (Lang::Zh, 2), (Lang::En, 3)] {
        let sheet = Sheet::new(Rows::Published(&data), &table, lang);
        let fields = sheet.chosen(&[]);
        // Phones of 390 and 320 px, and the former in care mode, where type is half as large again.
        for room in [342.0, 272.0, 214.0] {
            for row in 0..table.len {
                let card = of_row(&sheet, &fields, row);
                let lines = card.lines(room, most);
                let unspaced = |text: &str| text.split_whitespace().collect::<String>();
                let told = unspaced(&format!("{} · {}", lines.beside, lines.below));
                assert_eq!(card.needed, 3, "{card:?}");
                for value in &card.beside[..card.needed] {
                    let is_told = told.contains(&unspaced(value));
                    assert!(is_told, "{value} in {room}: {lines:?}");
                }
            }
        }
    }
}
