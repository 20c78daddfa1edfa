//! Blank columns among others: those that part tables side by side, and those that but space one out.

use std::collections::BTreeSet;
use std::ops::Range;

use super::super::Header;
use super::super::lexicon::{self, Hint};
use super::super::sample::Row;
use super::figure::{self, Look, look};
use super::stacked::LOOKED_AT;
use super::{head, names, words};

/// Columns that two tables and what lies between them have at least, and that are looked at.
const FEWEST: usize = 5;
const WIDEST: usize = 1024;
/// Rows below its names that a table beside another has at least.
const ROWS: usize = 2;
/// Names that a column without one of its own shares with the first of the table before.
const SHARED: usize = 2;

/// The columns of each table of some rows, from left to right: one range of all where no blank column parts two. What lies
/// behind a blank column is a table by itself where it has names and figures, and its first column is once more that of the
/// rows: by its name, by what it is called after, or by its values.
pub(in crate::import) fn sides(rows: &[Row<'_>]) -> Vec<Range<usize>> {
    let rows = &rows[..rows.len().min(LOOKED_AT)];
    let said = said(rows);
    let all = 0..said.len();
    let blank = said.iter().skip_while(|said| !**said).any(|said| !said);
    if !(FEWEST..=WIDEST).contains(&said.len()) || !blank {
        return vec![all];
    }
    let mut found: Vec<Range<usize>> = Vec::new();
    for run in runs(&said) {
        let begins = |before: &Range<usize>| {
            Side::of(rows, before).zip(Side::of(rows, &run)).is_some_and(|(a, b)| b.is_beside(&a))
        };
        match found.last_mut() {
            Some(before) if !begins(before) => before.end = run.end,
            _ => found.push(run),
        }
    }
    if found.len() < 2 { vec![all] } else { found }
}

/// Blank columns before the last that says something.
pub(super) fn spacers(rows: &[Row<'_>]) -> Vec<usize> {
    let said = said(rows);
    let last = said.iter().rposition(|said| *said).unwrap_or_default();
    (0..last).filter(|&at| !said[at]).collect()
}

/// The rows without some of their columns.
pub(super) fn without<'a>(rows: &[Row<'a>], columns: &[usize]) -> Vec<Row<'a>> {
    let cells = |row: &Row<'a>| {
        let kept = row.cells.iter().enumerate().filter(|(at, _)| !columns.contains(at));
        kept.map(|(_, cell)| *cell).collect()
    };
    rows.iter().map(|row| Row { cells: cells(row), ..*row }).collect()
}

/// The rows as far as they say something in some columns that follow each other, each cut to these.
pub(in crate::import) fn within<'a>(rows: &[Row<'a>], columns: &Range<usize>) -> Vec<Row<'a>> {
    let cut = |row: &Row<'a>| {
        let end = columns.end.min(row.cells.len());
        let cells = row.cells.get(columns.start.min(end)..end).unwrap_or_default().to_vec();
        Row { cells, ..*row }
    };
    let says = |row: &Row<'_>| row.cells.iter().any(|cell| look(cell) != Look::Blank);
    rows.iter().map(cut).filter(says).collect()
}

/// What one of several tables side by side is called by: the line above its names, or else the name of its first figures.
pub(in crate::import) fn title(rows: &[Row<'_>], columns: &Range<usize>) -> Option<String> {
    let side = Side::of(rows, columns)?;
    let line = |row: &Row<'_>| {
        let mut said = row.cells.iter().filter(|cell| look(cell) != Look::Blank);
        said.next().filter(|_| said.next().is_none()).map(|cell| names::text(cell))
    };
    let mut lines = side.above.iter().filter_map(line);
    let titled = lines.find(|text| !words::is_note(text));
    titled.or(side.measure).filter(|text| !text.is_empty())
}

/// Which columns say something in some row.
fn said(rows: &[Row<'_>]) -> Vec<bool> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let mut said = vec![false; width];
    for row in rows {
        for (said, cell) in said.iter_mut().zip(&row.cells) {
            *said |= !cell.iter().all(u8::is_ascii_whitespace);
        }
    }
    said
}

/// Columns that say something, as far as they follow each other.
fn runs(said: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for at in (0..said.len()).filter(|&at| said[at]) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

/// Columns that may be a table by themselves.
struct Side<'a> {
    /// The lines above its names.
    above: Vec<Row<'a>>,
    /// The name of its first column, and of the first that has figures behind it.
    key: String,
    measure: Option<String>,
    /// Whether the first column has figures, and what it says.
    is_of_figures: bool,
    values: BTreeSet<String>,
}

impl<'a> Side<'a> {
    /// `None` where the columns have no names, or no figures behind the first.
    fn of(rows: &[Row<'a>], columns: &Range<usize>) -> Option<Self> {
        let rows = within(rows, columns);
        let bare = without(&rows, &spacers(&rows));
        let head = head::find(&bare, Header::Sniff);
        let from = head.above + head.codes;
        let heading = bare.get(from..from + head.header)?;
        let body = bare.get(from + head.header + head.under..)?;
        let figures = figure::columns(body, head.width);
        let measure = (1..head.width).find(|&at| figures[at])?;
        if heading.is_empty() || body.len() < ROWS {
            return None;
        }
        let cell = |row: &Row<'_>, at: usize| {
            row.cells.get(at).map(|cell| names::text(cell)).unwrap_or_default()
        };
        let name =
            |at: usize| heading.iter().rev().map(|row| cell(row, at)).find(|text| !text.is_empty());
        Some(Self {
            above: bare[..head.above.min(bare.len())].to_vec(),
            key: name(0)?,
            measure: name(measure),
            is_of_figures: figures[0],
            values: body.iter().map(|row| cell(row, 0)).filter(|text| !text.is_empty()).collect(),
        })
    }

    /// Whether this is a table of its own behind another.
    fn is_beside(&self, before: &Self) -> bool {
        let hint = |side: &Self| match lexicon::hint(&side.key) {
            Some((hint @ (Hint::Time | Hint::Area | Hint::Region | Hint::Series), true)) => {
                Some(hint)
            }
            _ => None,
        };
        let is_same = self.key.to_lowercase() == before.key.to_lowercase();
        let is_alike = hint(self).is_some() && hint(self) == hint(before);
        let shared = self.values.intersection(&before.values).count();
        let is_shared = !self.is_of_figures && shared >= SHARED && shared * 2 >= self.values.len();
        is_same || is_alike || is_shared
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of cells parted by commas.
    fn rows(text: &'static str) -> Vec<Row<'static>> {
        let row = |(line, text): (usize, &'static str)| Row {
            line,
            cut: false,
            cells: text.as_bytes().split(|b| *b == b',').collect(),
        };
        text.lines().enumerate().map(row).collect()
    }

    #[test]
    fn tables_side_by_side_have_names_figures_and_the_first_column_once_more() {
        for (text, expected) in [
            ("place,n,,place,m\nx,1,,x,3\ny,2,,y,4", vec![0..2, 3..5]),
            ("Year,Births,,Year,Deaths\n2019,10,,2019,8\n2020,11,,2020,9", vec![0..2, 3..5]),
            (
                "表1 人口,,,,表2 产值,\n地区,2019,2020,,城市,2020\n甲市,1,2,,甲市,5\n乙市,3,4,,丙市,6",
                vec![0..3, 4..6],
            ),
            // The values are the same, whatever the columns are called.
            ("who,n,,team,m\nred,1,,red,3\nblue,2,,blue,4", vec![0..2, 3..5]),
            // One is longer than the other.
            ("a,n,,a,m\nx,1,,x,3\ny,2,,y,4\nz,5,,,\nw,6,,,", vec![0..2, 3..5]),
        ] {
            assert_eq!(sides(&rows(text)), expected, "{text}");
        }
    }

    #[test]
    fn a_blank_column_within_a_table_parts_nothing() {
        for text in [
            "place,n,,m,k\nx,1,,3,5\ny,2,,4,6",
            "place,n,,note,m\nx,1,,dry,5\ny,2,,wet,6",
            "place,2019,2020,,place\nx,1,2,,x\ny,2,3,,y",
            "place,n,,place of birth,born in\nx,1,,a,b\ny,2,,c,d",
            "place,n,k,m,l\nx,1,2,3,4\ny,2,3,4,5",
            "place,n,,2019,2020\nx,1,,3,4\ny,2,,4,5",
            ",,place,n,m\n,,x,1,3\n,,y,2,4",
        ] {
            let rows = rows(text);
            assert_eq!(sides(&rows), std::slice::from_ref(&(0..rows[0].cells.len())), "{text}");
        }
        assert_eq!(spacers(&rows("a,,b,,\n1,,2,,")), [1]);
    }
}
