//! The year of months that stand without one: a line above the table, or else the name of the sheet or of the file, may name a
//! single year.

use std::collections::BTreeSet;

use super::head::is_of_our_time;
use super::{dated, names, words};
use crate::column::DaySpan;
use crate::import::arrangement::{OwnYear, YearFrom};
use crate::import::cell::period;
use crate::import::form::TimeForm;
use crate::import::sample::Row;

/// Digits of a year.
const DIGITS: usize = 4;

/// What the sheet and the file are called.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::import) struct Called<'n> {
    /// The sheet, where there is one.
    pub(in crate::import) sheet: Option<&'n str>,
    /// The file.
    pub(in crate::import) file: &'n str,
}

/// The year that the reader gives, or that the lines above the table and else the names of sheet and file speak for. Notes
/// may have been written in any year.
pub(super) fn find(above: &[Row<'_>], called: Called<'_>, given: Option<i32>) -> Option<OwnYear> {
    let of = |from: YearFrom| move |year: i32| OwnYear { from, year };
    let text = |row: &Row<'_>| {
        let said = row.cells.iter().map(|cell| names::text(cell));
        said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = above
        .iter()
        .filter(|row| !dated::is_dated(row))
        .map(text)
        .filter(|text| !words::is_note(text))
        .collect();
    let named = [
        (YearFrom::Above, lines.iter().flat_map(|line| years(line)).collect()),
        (YearFrom::Sheet, called.sheet.map(years).unwrap_or_default()),
        (YearFrom::FileName, years(called.file)),
    ];
    given.map(of(YearFrom::Reader)).or_else(|| {
        // What names two years says that the table is of neither alone.
        let (from, years) =
            named.iter().find(|(_, years): &&(_, BTreeSet<i32>)| !years.is_empty())?;
        only(years).map(of(*from))
    })
}

/// The days of that year.
pub(super) fn span(own: OwnYear) -> Option<DaySpan> {
    period(own.year.to_string().as_bytes(), &TimeForm::default())
}

/// The years that a text names, as four digits that no others stand beside. One with the next in two digits behind it
/// (`2023/24`) is of both.
fn years(text: &str) -> BTreeSet<i32> {
    let mut found = BTreeSet::new();
    let is_digit = |c: char| c.is_ascii_digit();
    let mut rest = text;
    while let Some(from) = rest.find(is_digit) {
        let run = &rest[from..];
        let end = run.find(|c| !is_digit(c)).unwrap_or(run.len());
        let (digits, behind) = run.split_at(end);
        rest = behind;
        if digits.len() != DIGITS || !is_of_our_time(digits) {
            continue;
        }
        let Ok(year) = digits.parse::<i32>() else { continue };
        found.insert(year);
        let short = behind.strip_prefix(BETWEEN).map(|behind| {
            let end = behind.find(|c| !is_digit(c)).unwrap_or(behind.len());
            &behind[..end]
        });
        if short.is_some_and(|short| *short == format!("{:02}", (year + 1) % 100)) {
            found.insert(year + 1);
        }
    }
    found
}

/// What stands between a year and the end of the next.
const BETWEEN: [char; 4] = ['/', '-', '\u{2013}', '\u{2014}'];

fn only(years: &BTreeSet<i32>) -> Option<i32> {
    years.first().filter(|_| years.len() == 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(lines: &[&str], file: &str) -> Option<(YearFrom, i32)> {
        year_in(lines, Called { sheet: None, file })
    }

    fn year_in(lines: &[&str], called: Called<'_>) -> Option<(YearFrom, i32)> {
        let row = |line: &&'static str| Row { line: 1, cut: false, cells: vec![line.as_bytes()] };
        let leaked: Vec<&'static str> =
            lines.iter().map(|line| &*Box::leak((*line).to_owned().into_boxed_str())).collect();
        let rows: Vec<Row<'_>> = leaked.iter().map(row).collect();
        find(&rows, called, None).map(|own| (own.from, own.year))
    }

    #[test]
    fn a_single_year_is_that_of_the_months() {
        let (above, file) = (YearFrom::Above, YearFrom::FileName);
        for (lines, name, expected) in [
            (&["2021年各地区用电量"][..], "t.csv", Some((above, 2021))),
            (&["用电量", "单位：亿千瓦时  2021年"], "t.csv", Some((above, 2021))),
            (&["用电量"], "sales_2020.csv", Some((file, 2020))),
            (&["Sales 2019–2020"], "sales_2020.csv", None),
            (&[], "export-20240105.csv", None),
            (&[], "2019-2020.csv", None),
            (&["Last updated: 2024-01-05"], "t.csv", None),
            (&[], "t.csv", None),
            // Of two years of schools and offices a month may be of either.
            (&["Waiting times 2023/24"], "t.csv", None),
            (&["2023-24学年用电量"], "t.csv", None),
            (&["2023-12 用电量"], "t.csv", Some((above, 2023))),
        ] {
            assert_eq!(year(lines, name), expected, "{lines:?} {name}");
        }
        let called = Called { sheet: None, file: "2020.csv" };
        assert_eq!(find(&[], called, Some(2018)).map(|own| own.year), Some(2018));
        // The sheet is nearer than the file; a line above is nearer than both.
        let both = Called { sheet: Some("2019年"), file: "2018-2020.xlsx" };
        assert_eq!(year_in(&["用电量"], both), Some((YearFrom::Sheet, 2019)));
        assert_eq!(year_in(&["2020年用电量"], both), Some((above, 2020)));
        let unnamed = Called { sheet: Some("Sheet1"), file: "sales-2020.xlsx" };
        assert_eq!(year_in(&[], unnamed), Some((file, 2020)));
    }
}
