//! The tables of one sheet: parted by blank rows, where a header follows, and by blank columns.

use std::collections::BTreeSet;
use std::ops::Range;

use calamine::{Cell, Data};

use crate::base::order::Order;
use crate::import::cell::{Number, number};
use crate::import::sample::Row;
use crate::import::{layout, stack};

/// A table of a sheet.
pub(super) struct Part {
    /// The sheet's name, and for tables below its first and beside it what tells them apart.
    pub(super) name: String,
    /// Its place among those below each other, and among those side by side, from nought.
    pub(super) nth: usize,
    pub(super) side: usize,
    /// By row, then by column.
    pub(super) cells: Vec<Cell<Data>>,
}

/// Rows of more than one cell that tell a table of words alone: its names and two below them.
const WORDED: usize = 3;
/// Columns that are looked at for it.
const WIDEST: usize = 256;

/// Years that stand above columns.
const YEARS: std::ops::Range<f64> = 1900.0..2101.0;

impl Part {
    /// Whether it has two rows of two cells at least, and a figure that is not in the first column: a list of the
    /// other sheets and a sheet of notes have none.
    pub(super) fn is_good(&self) -> bool {
        let first = self.cells.iter().map(|cell| cell.get_position().1).min().unwrap_or(0);
        let has_figures = self.cells.iter().any(|c| c.get_position().1 > first && is_figure(c));
        has_figures && wide_rows(&self.cells) > 1
    }

    /// The names of its columns, about: the texts of the first row that has several.
    pub(super) fn header(&self) -> Vec<String> {
        let first = rows(&self.cells).find(|row| row.len() > 1).unwrap_or_default();
        first.iter().map(|cell| cell.get_value().to_string()).collect()
    }

    /// Rows below a header of one row, about.
    pub(super) fn below_header(&self) -> usize {
        let wide = wide_rows(&self.cells);
        let all = if wide > 0 { wide } else { rows(&self.cells).count() };
        all.saturating_sub(1)
    }
}

/// The tables of a sheet. One follows another where, after a blank row, there is a row of names alone (or of years
/// beside names) with figures below it; a blank row within a table is followed by figures.
pub(super) fn split(name: &str, mut cells: Vec<Cell<Data>>) -> Vec<Part> {
    if !cells.is_sorted_by(|a, b| a.get_position() <= b.get_position()) {
        cells.order_by_key(Cell::get_position);
    }
    let mut starts = vec![0];
    let mut at = 0;
    let mut last: Option<u32> = None;
    for row in rows(&cells) {
        let number = row[0].get_position().0;
        let is_after_gap = last.is_some_and(|last| number > last + 1);
        let so_far = &cells[starts.last().copied().unwrap_or(0)..at];
        let begins = || begins_table(&cells[at..]) && is_table(so_far);
        if is_after_gap && (begins() || begins_worded(so_far, &cells[at..])) {
            starts.push(at);
        }
        last = Some(number);
        at += row.len();
    }
    let mut parts = Vec::with_capacity(starts.len());
    for (nth, &from) in starts.iter().enumerate().rev() {
        let cells = cells.split_off(from);
        let name = part_name(name, nth, &cells);
        parts.extend(sides(Part { name, nth, side: 0, cells }).into_iter().rev());
    }
    parts.reverse();
    parts
}

/// The tables side by side of a part, from left to right.
fn sides(part: Part) -> Vec<Part> {
    let first: Vec<&[Cell<Data>]> = rows(&part.cells).take(layout::LOOKED_AT).collect();
    let columns: BTreeSet<u32> =
        first.iter().copied().flatten().map(|cell| cell.get_position().1).collect();
    let (Some(from), Some(last)) = (columns.first(), columns.last()) else { return vec![part] };
    let width = (last - from) as usize + 1;
    // Where no column is blank, there is one table.
    if width == columns.len() || width > WIDEST {
        return vec![part];
    }
    let from = *from;
    let texts = texts(&first, from);
    let told = told(&texts);
    let found = layout::sides(&told);
    if found.len() < 2 {
        return vec![part];
    }
    let side = |(side, columns): (usize, &Range<usize>)| {
        let title = layout::title_of_side(&told, columns);
        let name = stack::beside(&part.name, side, title.as_deref());
        Part { name, side, nth: part.nth, cells: Vec::new() }
    };
    let mut parts: Vec<Part> = found.iter().enumerate().map(side).collect();
    for cell in part.cells {
        let at = cell.get_position().1.saturating_sub(from) as usize;
        let side = found.iter().rposition(|columns| columns.start <= at).unwrap_or_default();
        parts[side].cells.push(cell);
    }
    parts
}

/// What cells say, row by row, from a column on.
fn texts(rows: &[&[Cell<Data>]], from: u32) -> Vec<Vec<String>> {
    let text = |row: &&[Cell<Data>]| {
        let place = |cell: &Cell<Data>| cell.get_position().1.saturating_sub(from) as usize;
        let width = row.last().map_or(0, |cell| place(cell) + 1).min(WIDEST);
        let mut texts = vec![String::new(); width];
        for cell in *row {
            if let Some(text) = texts.get_mut(place(cell)) {
                *text = cell.get_value().to_string();
            }
        }
        texts
    };
    rows.iter().map(text).collect()
}

fn told(texts: &[Vec<String>]) -> Vec<Row<'_>> {
    let cells = texts.iter().map(|row| row.iter().map(String::as_bytes).collect());
    cells.enumerate().map(|(line, cells)| Row { line, cut: false, cells }).collect()
}

fn part_name(sheet: &str, nth: usize, cells: &[Cell<Data>]) -> String {
    let title = rows(cells).next().filter(|row| row.len() == 1 && nth > 0);
    match title.map(|row| row[0].get_value()) {
        Some(Data::String(title)) => stack::named(sheet, nth, Some(title.trim())),
        _ => stack::named(sheet, nth, None),
    }
}

/// The cells of each row.
fn rows(cells: &[Cell<Data>]) -> impl Iterator<Item = &[Cell<Data>]> {
    cells.chunk_by(|a, b| a.get_position().0 == b.get_position().0)
}

fn wide_rows(cells: &[Cell<Data>]) -> usize {
    rows(cells).filter(|row| row.len() > 1).count()
}

fn is_table(cells: &[Cell<Data>]) -> bool {
    wide_rows(cells) > 1 && cells.iter().any(is_figure)
}

/// Whether a table begins here: titles of one cell, a header, and figures before the next blank row.
fn begins_table(cells: &[Cell<Data>]) -> bool {
    let mut header = false;
    let mut last: Option<u32> = None;
    for row in rows(cells) {
        let number = row[0].get_position().0;
        if last.is_some_and(|last| number > last + 1) {
            return false;
        }
        last = Some(number);
        if header {
            if row.iter().any(is_figure) {
                return true;
            }
        } else if row.len() > 1 {
            if !is_header(row) {
                return false;
            }
            header = true;
        }
    }
    false
}

/// Whether a table of words alone begins here, below another one.
fn begins_worded(so_far: &[Cell<Data>], next: &[Cell<Data>]) -> bool {
    let mut behind = Vec::new();
    let mut last: Option<u32> = None;
    let mut wide = 0;
    for row in rows(next) {
        let number = row[0].get_position().0;
        // A title may have a blank row below it.
        if last.is_some_and(|last| number > last + 1) && wide > 0 {
            return false;
        }
        (last, wide) = (Some(number), wide + usize::from(row.len() > 1));
        behind.push(row);
        if wide == WORDED {
            break;
        }
    }
    let next = texts(&behind, 0);
    if !layout::may_be_worded(&told(&next)) {
        return false;
    }
    let before: Vec<&[Cell<Data>]> = rows(so_far).take(layout::LOOKED_AT).collect();
    layout::begins_worded(&told(&texts(&before, 0)), &told(&next))
}

fn is_header(row: &[Cell<Data>]) -> bool {
    let is_name = |cell: &Cell<Data>| !is_figure(cell);
    let is_year = |cell: &Cell<Data>| match cell.get_value() {
        Data::Float(year) => YEARS.contains(year) && year.fract() == 0.0,
        Data::Int(year) => (1900..2101).contains(year),
        Data::String(text) => {
            matches!(number(text.as_bytes()), Number::Is(n) if YEARS.contains(&n))
        }
        _ => false,
    };
    row.iter().any(is_name) && row.iter().all(|cell| is_name(cell) || is_year(cell))
}

fn is_figure(cell: &Cell<Data>) -> bool {
    match cell.get_value() {
        Data::Int(_) | Data::Float(_) | Data::DateTime(_) | Data::DateTimeIso(_) => true,
        Data::String(text) => matches!(number(text.as_bytes()), Number::Is(_)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sheet of rows of cells parted by blanks; `.` is a blank cell.
    fn sheet(text: &str) -> Vec<Cell<Data>> {
        let value =
            |word: &str| word.parse().map_or_else(|_| Data::String(word.to_owned()), Data::Float);
        let row = |(row, line): (u32, &str)| {
            let words = (0..).zip(line.split(' ')).filter(|(_, word)| !matches!(*word, "." | ""));
            words.map(|(at, word)| Cell::new((row, at), value(word))).collect::<Vec<_>>()
        };
        (0..).zip(text.lines()).flat_map(row).collect()
    }

    fn names(text: &str) -> Vec<(String, usize)> {
        split("S", sheet(text))
            .iter()
            .map(|part| (part.name.clone(), part.below_header()))
            .collect()
    }

    #[test]
    fn a_header_after_a_blank_row_begins_a_table() {
        let two = "place n\nx 1\ny 2\n\nSecond\nname 2019 2020\np 3 4\n";
        assert_eq!(names(two), [("S".into(), 2), ("S (2): Second".into(), 1)]);
        let words = "name job\na cook\nb smith\n\nPlaces\n\nplace keeper\nhall a\nyard b\nloft a\n";
        assert_eq!(names(words), [("S".into(), 2), ("S (2): Places".into(), 3)]);
        for one in [
            "place n\nx 1\n\ny 2\n\nz 3\n",
            "Title\n\nplace n\nx 1\ny 2\n",
            "place n\nx 1\n\nGroup\ny 2\n",
            "place n\nx 1\ny 2\n\nSource: office\nnote a b\n",
            "",
            "name job\na cook\nb smith\n\nGroup\nc baker\nd guard\ne nurse\n",
        ] {
            assert_eq!(names(one).len(), 1, "{one}");
        }
    }

    #[test]
    fn tables_side_by_side_are_parts_and_a_blank_column_within_one_is_none() {
        let two = ". Title\n. place n . place m\n. x 1 . x 3\n. y 2 . z 4\n";
        assert_eq!(names(two), [("S".into(), 2), ("S [2]: m".into(), 2)]);
        let cells = |text: &str| -> Vec<usize> {
            split("S", sheet(text)).iter().map(|part| part.cells.len()).collect()
        };
        assert_eq!(cells(two), [7, 6]);
        assert_eq!(cells("place n . m k\nx 1 . 3 4\ny 2 . 4 5\n"), [12]);
    }

    #[test]
    fn a_sheet_of_notes_or_contents_is_no_good_table() {
        let is_good = |text: &str| split("S", sheet(text))[0].is_good();
        assert!(is_good("place n\nx 1"));
        assert!(!is_good("Table Title\n1 Births\n2 Deaths"));
        assert!(!is_good("Notes\nof\n2020"));
        assert!(!is_good("a 1"));
    }
}
