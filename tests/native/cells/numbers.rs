//! The same numbers, however they are written.

use minsheng_explorer::import::Options;
use proptest::prelude::*;

use super::numbers;
use crate::formats::open;

/// How numbers are written.
#[derive(Clone, Copy, Debug)]
struct Way {
    comma: bool,
    /// What stands between thousands.
    group: &'static str,
    lakh: bool,
    full_width: bool,
}

fn ways() -> impl Strategy<Value = Way> {
    let groups = prop_oneof![
        Just(""),
        Just(" "),
        Just("'"),
        Just("\u{2019}"),
        Just("\u{a0}"),
        Just("\u{2009}"),
        Just("\u{202f}"),
        Just("other"),
    ];
    (any::<bool>(), groups, any::<bool>(), any::<bool>()).prop_map(
        |(comma, group, lakh, full_width)| {
            let group = match group {
                "other" if comma => ".",
                "other" => ",",
                group => group,
            };
            Way { comma, group, lakh, full_width }
        },
    )
}

/// A number of hundredths as the way has it.
fn written(hundredths: i64, way: Way) -> String {
    let digits = (hundredths.abs() / 100).to_string();
    let mut groups = Vec::new();
    let mut rest = digits.as_str();
    let mut size = 3;
    while rest.len() > size {
        let (before, group) = rest.split_at(rest.len() - size);
        groups.insert(0, group);
        rest = before;
        size = if way.lakh { 2 } else { 3 };
    }
    groups.insert(0, rest);
    let sign = if hundredths < 0 { "-" } else { "" };
    let point = if way.comma { "," } else { "." };
    let text = format!("{sign}{}{point}{:02}", groups.join(way.group), (hundredths % 100).abs());
    let wide = |c: char| match c {
        '0'..='9' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
        c => c,
    };
    if way.full_width { text.chars().map(wide).collect() } else { text }
}

proptest! {
    #[test]
    fn a_column_of_numbers_is_the_same_however_it_is_written(
        values in prop::collection::vec(-99_999_999_999_i64..99_999_999_999, 1..30),
        way in ways(),
    ) {
        let mut text = String::from("name\tvalue\n");
        for &value in &values {
            text.push_str(&format!("x\t{}\n", written(value, way)));
        }
        let table = open("own.tsv", text.as_bytes(), 1000, &Options::default()).unwrap().table;
        let expected: Vec<Option<f64>> =
            values.iter().map(|&value| format!("{value}e-2").parse().ok()).collect();
        prop_assert_eq!(numbers(&table, "value"), expected, "{}", text);
    }
}
