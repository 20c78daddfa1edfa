//! Whatever a file holds, reading it gives a dataset and a list of problems.

use minsheng_explorer::import::{read_csv, read_package};
use minsheng_explorer::model::schema::{LABELS, TABLES};
use minsheng_explorer::model::validate;
use proptest::prelude::*;

use super::nothing_is_lost;
use crate::packages;

/// Cells that are right somewhere, nearly right, or at the edge of what a type holds.
const WORDS: &[&str] = &[
    "",
    "yuan",
    "wan_yuan",
    "people",
    "percent",
    "education",
    "shandong",
    "dezhou",
    "dezhou2021",
    "schools",
    "investment",
    "1",
    "17",
    "-4",
    "0",
    "1e5",
    "1e-400",
    "1e99999999999",
    "-1e28",
    ".",
    "79228162514264337593543950335",
    "0.00000000000000000000000000001",
    "1_000",
    "+5",
    "NaN",
    "∞",
    "2021",
    "2021-09",
    "2024-02-30",
    "9999",
    "0000",
    "2021-12-31",
    "eq",
    "about",
    "actual",
    "growth",
    "share",
    "completed",
    "standing",
    "higher",
    "province",
    "money",
    "length",
    "residence=urban",
    "=",
    ";;",
    "a=b;c",
    "近17亿元",
    "万余人",
    "半",
    "千千千千",
    "十万百亿",
    "18446744073709551615",
    "\"",
    "\"\"",
    ",",
    "\r",
    "\n",
    "\u{feff}",
    "\0",
    "👩‍👩‍👧",
    "a\u{301}",
];

/// A cell that may be right, nearly right or nonsense.
fn cell() -> impl Strategy<Value = String> {
    prop_oneof![8 => proptest::sample::select(WORDS).prop_map(str::to_owned), 1 => any::<String>()]
}

/// The text of a table: mostly its real header, cells of every sort, sometimes quoted.
fn table_text(columns: &'static [&'static str]) -> impl Strategy<Value = String> {
    let row = proptest::collection::vec((cell(), any::<bool>()), 0..columns.len() + 2);
    (any::<bool>(), proptest::collection::vec(row, 0..6), 0..columns.len() * 8).prop_map(
        move |(crlf, rows, gap)| {
            let mut header = columns.to_vec();
            if gap < header.len() {
                header.remove(gap);
            }
            let end = if crlf { "\r\n" } else { "\n" };
            let mut text = header.join(",") + end;
            for row in rows {
                let write = |(cell, quoted): &(String, bool)| match quoted {
                    true => format!("\"{}\"", cell.replace('"', "\"\"")),
                    false => cell.clone(),
                };
                text.push_str(&row.iter().map(write).collect::<Vec<_>>().join(","));
                text.push_str(end);
            }
            text
        },
    )
}

/// A package of such tables; some tables are as they should be, some are missing.
fn package() -> impl Strategy<Value = Vec<(String, String)>> {
    let tables: Vec<_> = TABLES
        .iter()
        .chain([&LABELS])
        .zip(packages::valid())
        .map(|(schema, (name, sound))| {
            let text = prop_oneof![
                3 => Just(Some(sound)),
                6 => table_text(schema.columns).prop_map(Some),
                1 => any::<String>().prop_map(Some),
                1 => Just(None),
            ];
            text.prop_map(move |text| text.map(|text| (name.clone(), text)))
        })
        .collect();
    tables.prop_map(|tables| tables.into_iter().flatten().collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn garbage_is_described_and_never_panics(tables in package()) {
        let (data, problems) = read_package(&tables);
        nothing_is_lost(&tables, &data, &problems);
        for (_, o) in data.observations.iter() {
            prop_assert!(o.base_value(&data.units[o.unit]).is_some(), "{} has no base value", o.id);
            prop_assert!(o.period.days().0 <= o.period.days().1, "{} ends before it starts", o.id);
        }
        for (_, unit) in data.units.iter() {
            let base = &data.units[unit.base];
            prop_assert_eq!(&base.kind, &unit.kind);
            prop_assert_eq!(base.factor.to_string(), "1");
        }
        prop_assert!(data.pairs().len() <= data.observations.len().pow(2));
        // Once more over what was read: nothing depends on the text itself.
        let read: Vec<_> = tables.iter().map(|(name, text)| read_csv(name, text).0).collect();
        prop_assert_eq!(validate(&read).0.observations.len(), data.observations.len());
    }

    #[test]
    fn any_text_is_a_table_or_a_problem(text in any::<String>(), csv in "[a,\"\r\n 一]{0,40}") {
        for text in [text, csv] {
            let (table, problems) = read_csv("t", &text);
            prop_assert!(!table.columns.is_empty() || !problems.is_empty());
            for row in &table.rows {
                prop_assert_eq!(row.cells.len(), table.columns.len());
            }
        }
    }
}
