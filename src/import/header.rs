//! Which row holds the names of the columns, and names for columns that have none of their own.

use std::collections::BTreeMap;

use super::Header;
use super::cell::{Number, number};
use super::findings::Findings;
use super::sample::Row;
use crate::base::problem::ProblemKind;

/// How far down a header may stand, below titles and notes.
const PREAMBLE: usize = 30;

/// Where the rows begin, and the names as they stand above them.
pub(super) struct Found {
    pub(super) first_row: usize,
    pub(super) names: Vec<String>,
}

/// Finds the header among the first rows. Rows above it that are narrower than the table are titles and notes.
pub(super) fn find(rows: &[Row<'_>], header: Header) -> Found {
    let width = usual_width(rows);
    let said = |row: &Row<'_>| row.cells.iter().filter(|cell| !blank(cell)).count();
    let is_title = |row: &&Row<'_>| row.cells.len() < width || (width > 2 && said(row) < 2);
    let above = rows.iter().take(PREAMBLE).take_while(is_title).count();
    let all = above == rows.len() || above == PREAMBLE;
    let above = if all || header == Header::Present { 0 } else { above };
    let Some(Row { cells, .. }) = rows.get(above) else {
        return Found { first_row: 0, names: Vec::new() };
    };
    let named = match header {
        Header::Present => true,
        Header::Absent => false,
        Header::Sniff => is_header(cells, &rows[above + 1..]),
    };
    if named {
        let name = |cell: &&[u8]| String::from_utf8_lossy(cell).trim().to_owned();
        Found { first_row: above + 1, names: cells.iter().map(name).collect() }
    } else {
        Found { first_row: above, names: vec![String::new(); cells.len()] }
    }
}

/// The number of cells that most rows have.
fn usual_width(rows: &[Row<'_>]) -> usize {
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for row in rows {
        let width = row.cells.len();
        match counts.iter_mut().find(|(w, _)| *w == width) {
            Some((_, count)) => *count += 1,
            None => counts.push((width, 1)),
        }
    }
    // Of several, the one that came first.
    counts.iter().rev().max_by_key(|(_, count)| *count).map_or(0, |&(width, _)| width)
}

fn blank(cell: &[u8]) -> bool {
    cell.iter().all(u8::is_ascii_whitespace)
}

/// A first row is no header where it holds a number in a column of numbers, except for years over the columns of a wide
/// table beside names of others.
fn is_header(first: &[&[u8]], rows: &[Row<'_>]) -> bool {
    let is_number = |cell: &[u8]| matches!(number(cell), Number::Is(_));
    let is_year =
        |cell: &[u8]| cell.len() == 4 && matches!(number(cell), Number::Is(1000.0..3000.0));
    let numeric = |at: usize| {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at)).filter(|c| !blank(c));
        let any = cells.clone().next().is_some();
        any && cells.all(|cell| is_number(cell))
    };
    let named = first.iter().any(|cell| !blank(cell) && !is_number(cell));
    let figures = |(at, cell): (usize, &&[u8])| {
        is_number(cell) && !(named && is_year(cell)) && (numeric(at) || rows.is_empty())
    };
    named && !first.iter().enumerate().any(figures)
}

/// A key and a name for each column: an empty name gives way to the column's letter, one that is taken gets a number.
pub(super) fn name(
    names: &[String],
    line: Option<usize>,
    findings: &mut Findings,
) -> Vec<(String, String)> {
    let mut keys = Keys::default();
    let mut keyed: Vec<(String, String)> = Vec::with_capacity(names.len());
    for (at, name) in names.iter().enumerate() {
        let wanted = if name.is_empty() { letters(at) } else { name.clone() };
        let key = keys.take(&wanted);
        if key != wanted {
            let column = Some(name.as_str());
            findings.note(ProblemKind::DuplicateHeader, line, column, name.as_bytes(), &key);
        } else if name.is_empty() && line.is_some() {
            findings.note(ProblemKind::EmptyHeader, line, Some(&key), b"", &key);
        }
        let shown = if name.is_empty() { String::new() } else { key.clone() };
        keyed.push((key, shown));
    }
    keyed
}

/// Keys that are taken, each with the number that its next namesake tries first, so that a thousand equal names cost a
/// thousand steps.
#[derive(Debug, Default)]
pub(super) struct Keys(BTreeMap<String, usize>);

impl Keys {
    /// Takes the name as a key, or the name with the first number that makes it free.
    pub(super) fn take(&mut self, name: &str) -> String {
        let Some(&first) = self.0.get(name) else {
            self.0.insert(name.to_owned(), 2);
            return name.to_owned();
        };
        let mut number = first;
        let mut key = format!("{name} ({number})");
        while self.0.contains_key(&key) {
            number += 1;
            key = format!("{name} ({number})");
        }
        self.0.insert(name.to_owned(), number + 1);
        self.0.insert(key.clone(), 2);
        key
    }
}

/// The name of a column in a spreadsheet: A to Z, AA and on.
fn letters(mut at: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(b'A' + u8::try_from(at % 26).unwrap_or_default());
        match (at / 26).checked_sub(1) {
            Some(next) => at = next,
            None => break,
        }
    }
    letters.iter().rev().map(|&b| char::from(b)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(text: &str) -> Vec<Row<'_>> {
        let cells = |line| str::split(line, ',').map(str::as_bytes).collect();
        (1..)
            .zip(text.lines())
            .map(|(line, text)| Row { line, cut: false, cells: cells(text) })
            .collect()
    }

    fn found(text: &str) -> (usize, Vec<String>) {
        let found = find(&rows(text), Header::Sniff);
        (found.first_row, found.names)
    }

    /// The first number that makes a name free, by trying each.
    fn plainly(names: &[String]) -> Vec<String> {
        let mut taken: Vec<String> = Vec::new();
        for name in names {
            let mut key = name.clone();
            for number in 2.. {
                if !taken.contains(&key) {
                    break;
                }
                key = format!("{name} ({number})");
            }
            taken.push(key);
        }
        taken
    }

    proptest! {
        #[test]
        fn a_name_that_is_taken_gets_the_first_free_number(
            names in prop::collection::vec("[ab]( \\([1-4]\\)){0,3}", 0..60)
        ) {
            let mut keys = Keys::default();
            let found: Vec<String> = names.iter().map(|name| keys.take(name)).collect();
            prop_assert_eq!(found, plainly(&names));
        }
    }

    #[test]
    fn headers_are_told_from_rows() {
        assert_eq!(found("a,b\nx,1"), (1, vec!["a".into(), "b".into()]));
        assert_eq!(found("x,1\ny,2"), (0, vec![String::new(), String::new()]));
        assert_eq!(found("a,b\nx,y").0, 1);
        assert_eq!(found("country,1990,1991\nx,5,6").0, 1);
        assert_eq!(found("1,2\n3,4").0, 0);
        assert_eq!(found("a,b").0, 1);
        assert!(found("").1.is_empty());
    }

    #[test]
    fn titles_above_the_header_are_passed_over() {
        let (first, names) = found("Statistics\n,,\nsource:,x\na,b,c\nx,1,2\ny,2,3\nz,3,4");
        assert_eq!((first, names.len()), (4, 3));
    }

    #[test]
    fn names_are_made_unique_and_said_so() {
        let mut findings = Findings::new("t");
        let names = ["a", "", "a", "B", "a"].map(str::to_owned);
        let keys: Vec<String> =
            name(&names, Some(1), &mut findings).into_iter().map(|(key, _)| key).collect();
        assert_eq!(keys, ["a", "B", "a (2)", "B (2)", "a (3)"]);
        assert_eq!(findings.count_of(ProblemKind::DuplicateHeader), 3);
        assert_eq!(findings.count_of(ProblemKind::EmptyHeader), 1);
        assert_eq!([0, 25, 26, 701, 702].map(letters), ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
