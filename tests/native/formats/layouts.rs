//! How tables lie in their files: headers of several rows, notes, periods across the columns.

use std::fs;

use minsheng_explorer::base::date::civil;
use minsheng_explorer::column::{Data, Role, Table};
use minsheng_explorer::import::{Imported, Kind, Options, Plan};
use proptest::prelude::*;

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

/// How the same figures are written down.
#[derive(Clone, Debug)]
struct Writing {
    is_wide: bool,
    has_comma: bool,
    has_title: bool,
    has_unit: bool,
    has_notes: bool,
    has_total: bool,
    encoding: usize,
}

fn writing() -> impl Strategy<Value = Writing> {
    let two = || any::<bool>();
    (two(), two(), two(), two(), two(), two(), 0..6_usize).prop_map(
        |(is_wide, has_comma, has_title, has_unit, has_notes, has_total, encoding)| Writing {
            is_wide,
            has_comma,
            has_title,
            has_unit,
            has_notes,
            has_total,
            encoding,
        },
    )
}

const AREAS: [&str; 5] = ["青溪市", "白石市", "黄沙市", "绿湾市", "红丘市"];

/// Figures in tenths, a row an area and a column a year from 2015 on, as a file.
fn written(tenths: &[Vec<u16>], way: &Writing) -> Vec<u8> {
    let separator = if way.has_comma { ";" } else { "," };
    let sign = if way.has_comma { ',' } else { '.' };
    let number = |n: u32| format!("{}{sign}{}", n / 10, n % 10);
    let years = tenths[0].len();
    let mut rows: Vec<(&str, Vec<u32>)> = AREAS
        .into_iter()
        .zip(tenths)
        .map(|(area, row)| (area, row.iter().map(|&n| u32::from(n)).collect()))
        .collect();
    if way.has_total {
        let all = (0..years).map(|at| rows.iter().map(|(_, row)| row[at]).sum()).collect();
        rows.insert(0, ("合计", all));
    }
    let mut lines: Vec<Vec<String>> = Vec::new();
    if way.is_wide {
        let named = (0..years).map(|at| format!("{}年", 2015 + at));
        lines.push(std::iter::once("地区".to_owned()).chain(named).collect());
        for (area, row) in &rows {
            let cells = row.iter().map(|&n| number(n));
            lines.push(std::iter::once((*area).to_owned()).chain(cells).collect());
        }
    } else {
        lines.push(["地区", "年份", "数值"].map(str::to_owned).to_vec());
        for (area, row) in &rows {
            for (at, &n) in row.iter().enumerate() {
                lines.push(vec![(*area).to_owned(), (2015 + at).to_string(), number(n)]);
            }
        }
    }
    let mut text = String::new();
    if way.has_title {
        text += "各市产值\n";
    }
    if way.has_unit {
        text += "单位：亿元\n";
    }
    for line in lines {
        text += &(line.join(separator) + "\n");
    }
    if way.has_notes {
        text += "注：按当年价格计算\n数据来源：示例统计局\n";
    }
    encoded(&text, way.encoding)
}

fn encoded(text: &str, encoding: usize) -> Vec<u8> {
    let utf16 = |mark: &[u8], bytes: fn(u16) -> [u8; 2]| {
        let units = text.encode_utf16().flat_map(bytes);
        mark.iter().copied().chain(units).collect()
    };
    match encoding {
        0 => text.as_bytes().to_vec(),
        1 => [b"\xef\xbb\xbf", text.as_bytes()].concat(),
        2 => utf16(b"\xff\xfe", u16::to_le_bytes),
        3 => utf16(b"\xfe\xff", u16::to_be_bytes),
        4 => utf16(b"", u16::to_le_bytes),
        _ => encoding_rs::GB18030.encode(text).0.into_owned(),
    }
}

#[test]
fn a_table_of_words_that_all_begin_as_notes_do_has_rows() {
    let read = text("条目,内容\n注1,指常住人口\n注2,含兵团\n数据来源,统计局\n");
    assert_eq!((read.table.len, read.plan.notes.len()), (3, 0));
    let long: String = (0..450).map(|n| format!("注{n},说明{n}\n")).collect();
    let read = text(&format!("条目,内容\n{long}"));
    assert_eq!((read.table.len, read.plan.notes.len()), (450, 0));
    // Behind rows, they are notes as ever.
    let read = text("条目,数值\n甲,12\n乙,13\n注1,指常住人口\n数据来源,统计局\n");
    assert_eq!((read.table.len, read.plan.notes.len()), (2, 2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn however_a_table_is_written_it_reads_to_the_same_columns(
        tenths in (3..5_usize, 2..6_usize).prop_flat_map(|(areas, years)| {
            prop::collection::vec(prop::collection::vec(1..60_000_u16, years), areas)
        }),
        way in writing(),
    ) {
        let bytes = written(&tenths, &way);
        let read = open("t.csv", &bytes, 64, &Options::default()).unwrap();
        let table = &read.table;
        prop_assert_eq!(keys(table), ["地区", "年份", "数值"]);
        prop_assert_eq!(read.plan.columns.iter().map(|c| c.kind).collect::<Vec<_>>(), [Kind::Category, Kind::Time, Kind::Number]);
        let totals = if way.has_total { tenths[0].len() } else { 0 };
        prop_assert_eq!(table.len, tenths.len() * tenths[0].len() + totals);
        let mut found: Vec<(String, String, String)> = cells(table)
            .into_iter()
            .map(|row| (row[0].clone(), row[1].clone(), row[2].clone()))
            .filter(|(area, _, _)| area != "合计")
            .collect();
        found.sort_unstable();
        let mut expected: Vec<(String, String, String)> = Vec::new();
        for (area, row) in AREAS.into_iter().zip(&tenths) {
            for (at, &n) in row.iter().enumerate() {
                let value = f64::from(n) / 10.0;
                expected.push((area.to_owned(), format!("{}-12-31", 2015 + at), value.to_string()));
            }
        }
        expected.sort_unstable();
        prop_assert_eq!(found, expected);
        prop_assert_eq!(read.plan.layout.unit.as_deref(), way.has_unit.then_some("亿元"));
        let notes = read.plan.notes.iter().filter(|note| note.text.contains('：')).count();
        prop_assert_eq!(notes, usize::from(way.has_unit) + 2 * usize::from(way.has_notes));
    }
}

#[test]
fn rows_of_flags_below_rows_of_figures_are_their_marks() {
    let text = "Libellé;idBank;2022-T1;2022-T2;2022-T3\nTaux - Ensemble;001688527;7,4;7,2;7,1\n\
                Codes;;A;A;P\nTaux - Hommes;001688528;7,6;7,3;7,2\nCodes;;A;A;P\n";
    let read = open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap();
    let column = read.plan.columns.last().unwrap();
    assert_eq!((column.kind, read.table.len), (Kind::Number, 6));
    let marks = read.table.marks_of(&column.key).unwrap();
    let marks = read.table.category(&marks.key).unwrap();
    let said: Vec<Option<&str>> =
        (0..6).map(|row| marks.entry(row).map(|entry| entry.id.as_str())).collect();
    assert_eq!(said, [None, None, Some("p"), None, None, Some("p")]);
    // A row of codes among others is a row.
    let text = "Name,x,y\nOne,1,2\nCodes,A,B\nTwo,3,4\nThree,5,6\n";
    assert_eq!(open("t.csv", text.as_bytes(), 11, &Options::default()).unwrap().table.len, 4);
}
