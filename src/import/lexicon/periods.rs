//! Names of columns of months, quarters and days, which tell what a bare number in them is.

use super::{is_named, words};

/// Names of columns of months and of quarters, by which bare numbers are known as such.
const MONTHS: &[&str] = &[
    "month", "months", "mon", "mth", "mm", "monat", "mois", "mes", "mês", "mese", "maand", "月",
    "月份", "月別", "月别",
];
const QUARTERS: &[&str] =
    &["quarter", "quarters", "qtr", "quartal", "trimestre", "季度", "季", "季別"];

/// How many months a bare number of a column counts that is called after months or quarters.
pub(in crate::import) fn months_counted(name: &str) -> Option<u8> {
    let words = words(name);
    let last = words.last()?.as_str();
    let of = |list: &[&str]| list.contains(&last);
    of(MONTHS).then_some(1).or_else(|| of(QUARTERS).then_some(3))
}

/// Whether a column is called after days, so that a bare number in it is one of a month.
pub(in crate::import) fn names_days(name: &str) -> bool {
    is_named(name, &["day", "days", "dayofmonth", "tag", "jour", "日", "日期"])
}
