//! The year of months that stand without one: a line above the table, or else the file's name, may name a single year.

use std::collections::BTreeSet;

use super::head::is_of_our_time;
use super::{names, words};
use crate::column::DaySpan;
use crate::import::arrangement::{OwnYear, YearFrom};
use crate::import::cell::period;
use crate::import::form::TimeForm;
use crate::import::sample::Row;

/// Digits of a year.
const DIGITS: usize = 4;

/// The year that the reader gives, or that the lines above the table and else the file's name speak for. Notes may have
/// been written in any year.
pub(super) fn find(above: &[Row<'_>], file: &str, given: Option<i32>) -> Option<OwnYear> {
    let of = |from: YearFrom| move |year: i32| OwnYear { from, year };
    let text = |row: &Row<'_>| {
        let said = row.cells.iter().map(|cell| names::text(cell));
        said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    };
    let lines: Vec<String> = above.iter().map(text).filter(|text| !words::is_note(text)).collect();
    // A line that names two years says that the table is of neither alone.
    let lines: BTreeSet<i32> = lines.iter().flat_map(|line| years(line)).collect();
    given.map(of(YearFrom::Reader)).or_else(|| {
        if lines.is_empty() {
            only(&years(file)).map(of(YearFrom::FileName))
        } else {
            only(&lines).map(of(YearFrom::Above))
        }
    })
}

/// The days of that year.
pub(super) fn span(own: OwnYear) -> Option<DaySpan> {
    period(own.year.to_string().as_bytes(), &TimeForm::default())
}

/// The years that a text names, as four digits that no others stand beside.
fn years(text: &str) -> BTreeSet<i32> {
    let runs = text.split(|c: char| !c.is_ascii_digit());
    let runs = runs.filter(|run| run.len() == DIGITS && is_of_our_time(run));
    runs.filter_map(|run| run.parse().ok()).collect()
}

fn only(years: &BTreeSet<i32>) -> Option<i32> {
    years.first().filter(|_| years.len() == 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(lines: &[&str], file: &str) -> Option<(YearFrom, i32)> {
        let row = |line: &&'static str| Row { line: 1, cut: false, cells: vec![line.as_bytes()] };
        let leaked: Vec<&'static str> =
            lines.iter().map(|line| &*Box::leak((*line).to_owned().into_boxed_str())).collect();
        let rows: Vec<Row<'_>> = leaked.iter().map(row).collect();
        find(&rows, file, None).map(|own| (own.from, own.year))
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
        ] {
            assert_eq!(year(lines, name), expected, "{lines:?} {name}");
        }
        assert_eq!(find(&[], "2020.csv", Some(2018)).map(|own| own.year), Some(2018));
    }
}
