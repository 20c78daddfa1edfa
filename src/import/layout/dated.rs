//! Days of which a table says that it was made on them.

use super::super::cell::periods;
use super::super::sample::Row;
use super::figure::{Look, look};
use super::{names, words};

/// Whether a row says but when its table was made: a word for it, and a day: `Last updated`, `2024-03-01`.
pub(super) fn is_dated(row: &Row<'_>) -> bool {
    let mut said = row.cells.iter().filter(|cell| look(cell) != Look::Blank);
    let (Some(word), Some(day), None) = (said.next(), said.next(), said.next()) else {
        return false;
    };
    words::tells_when(&names::text(word)) && is_date(day)
}

/// Whether a cell is a day or a month of a year.
pub(super) fn is_date(cell: &[u8]) -> bool {
    const MONTH: i32 = 31;
    let (spans, _) = periods(&[names::text(cell).as_str()]);
    let span = spans.first().copied().flatten();
    span.is_some_and(|span| span.last - span.first < MONTH)
}

/// Whether a cell is a day of a year: `2023.10.8`, `2023年10月8日`, `8 Oct 2023`.
pub(super) fn is_day(cell: &[u8]) -> bool {
    let text = names::text(cell);
    let (spans, _) = periods(&[text.as_str()]);
    let is_one = spans.first().copied().flatten().is_some_and(|span| span.first == span.last);
    is_one && text.split(|c: char| !c.is_alphanumeric() && c.is_ascii()).count() < 4
}
