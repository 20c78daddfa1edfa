//! Whether rows behind a blank line begin another table, and whether those before it are one.

use std::collections::BTreeSet;

use super::super::Header;
use super::super::sample::Row;
use super::figure::{self, Look, look};
use super::head::{self, are_periods};
use super::{names, words};

/// The most lines above the names of a table, and rows of names.
const TITLES: usize = 12;
const NAMES: usize = 4;
/// Rows of a table that are looked at to tell whether it is one.
pub(in crate::import) const LOOKED_AT: usize = 400;
/// Cells of a row of a word and what it stands for.
const PAIR: usize = 2;

/// What rows behind a blank line turn out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::import) enum Verdict {
    /// Nobody knows as yet.
    Open,
    /// Rows of the table before.
    Same,
    /// The beginning of another table.
    Begins,
}

/// Judges the rows behind a blank line, as far as they have come: another table begins with names over all its columns of
/// figures, below any number of lines, and has figures below these. What follows a blank line within a table has figures
/// at once; what is a note has none.
pub(in crate::import) fn verdict(rows: &[Row<'_>]) -> Verdict {
    let mut titles = 0;
    let mut heads: Vec<&Row<'_>> = Vec::new();
    for row in rows {
        let said = said(row);
        let Some(&first) = said.first() else { continue };
        if heads.is_empty() {
            if said.len() == 1 || words::is_note(&names::text(row.cells[first])) {
                titles += 1;
                if titles > TITLES {
                    return Verdict::Same;
                }
            } else if is_names(row) {
                heads.push(row);
            } else {
                return Verdict::Same;
            }
            continue;
        }
        let is_figure = |at: &&usize| look(row.cells[**at]) == Look::Figure;
        let figures: Vec<usize> = said.iter().filter(is_figure).copied().collect();
        if !figures.is_empty() && figures.iter().all(|&at| is_named(&heads, at)) {
            return Verdict::Begins;
        }
        if heads.len() == NAMES || (!figures.is_empty() && !is_names(row)) {
            return Verdict::Same;
        }
        heads.push(row);
    }
    Verdict::Open
}

/// Whether rows are nothing but lines so far, and whether one of them is a note.
pub(in crate::import) fn are_titles(rows: &[Row<'_>]) -> (bool, bool) {
    let is_line = |row: &Row<'_>| said(row).len() < 2;
    let is_note = |row: &Row<'_>| {
        let first = said(row).first().map(|&at| names::text(row.cells[at]));
        first.is_some_and(|text| words::is_note(&text) || words::is_sentence(&text))
    };
    (rows.iter().all(is_line), rows.iter().any(is_note))
}

/// Columns in which a row says something.
fn said(row: &Row<'_>) -> Vec<usize> {
    let says = |at: &usize| look(row.cells[*at]) != Look::Blank;
    (0..row.cells.len()).filter(says).collect()
}

/// Cells of a row that say something.
pub(in crate::import) fn count_said<'a>(cells: impl Iterator<Item = &'a [u8]>) -> usize {
    cells.filter(|cell| !cell.iter().all(u8::is_ascii_whitespace)).count()
}

/// Whether a row may name columns: words alone, or periods beside words or behind a blank.
fn is_names(row: &Row<'_>) -> bool {
    let (mut words, mut periods) = (0, 0);
    for cell in &row.cells {
        match look(cell) {
            Look::Blank => {}
            Look::Text => words += 1,
            Look::Figure if are_periods(&[names::text(cell)]) => periods += 1,
            Look::Figure | Look::Missing => return false,
        }
    }
    let leads = row.cells.first().is_some_and(|cell| look(cell) != Look::Blank);
    words + periods > 1 && (words > 0 || !leads)
}

fn is_named(heads: &[&Row<'_>], at: usize) -> bool {
    heads.iter().any(|row| row.cells.get(at).is_some_and(|cell| look(cell) != Look::Blank))
}

/// What rows before a blank line are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(in crate::import) struct Before {
    /// Whether they are a table that another may follow: lines of a word and what it stands for are none.
    pub(in crate::import) is_table: bool,
    /// Whether it has figures beside its names: a list of the other tables has none.
    pub(in crate::import) is_good: bool,
}

/// Tells what rows before a blank line are, where `next` are those that would begin another table.
pub(in crate::import) fn before(rows: &[Row<'_>], next: &[Row<'_>]) -> Before {
    let rows = &rows[..rows.len().min(LOOKED_AT)];
    let rows: Vec<Row<'_>> = rows.iter().filter(|row| !said(row).is_empty()).cloned().collect();
    let head = head::find(&rows, Header::Sniff);
    let from = (head.above + head.codes + head.header + head.under).min(rows.len());
    let is_row = |row: &&Row<'_>| {
        let said = said(row);
        said.len() > 1 && !words::is_note(&names::text(row.cells[said[0]]))
    };
    let body: Vec<Row<'_>> = rows[from..].iter().filter(is_row).cloned().collect();
    let width = body.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    let figures = figure::columns(&body, width);
    let is_clear = |at: &usize| {
        let of = |wanted: Look| {
            body.iter().filter_map(|row| row.cells.get(*at)).filter(|c| look(c) == wanted).count()
        };
        figures[*at] && of(Look::Figure) > of(Look::Text)
    };
    let clear: Vec<usize> = (0..width).filter(is_clear).collect();
    let widest = |rows: &[Row<'_>]| rows.iter().map(|row| said(row).len()).max().unwrap_or(0);
    let is_pair = body.len() < 2 && widest(&body) <= PAIR && widest(next) > PAIR;
    let is_table = !clear.is_empty() && !is_pair && !goes_on(&body, next);
    Before { is_table, is_good: is_table && clear.iter().any(|&at| at > 0) }
}

/// Whether what would name the columns of another table is a row like those before: one of its words stands in their
/// column already.
fn goes_on(body: &[Row<'_>], next: &[Row<'_>]) -> bool {
    let Some(names) = next.iter().find(|row| said(row).len() > 1) else { return false };
    let is_text = |cell: &[u8]| look(cell) == Look::Text;
    names.cells.iter().enumerate().filter(|(_, cell)| is_text(cell)).any(|(at, cell)| {
        let known: BTreeSet<&[u8]> =
            body.iter().filter_map(|row| row.cells.get(at).copied()).collect();
        known.contains(cell)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of cells parted by commas.
    fn rows(text: &str) -> Vec<Row<'_>> {
        let cells = |line: &'static str| line.as_bytes().split(|b| *b == b',').collect();
        let line = |(at, line): (usize, &str)| {
            let line: &'static str = Box::leak(line.to_owned().into_boxed_str());
            Row { line: at, cut: false, cells: cells(line) }
        };
        text.lines().enumerate().map(line).collect()
    }

    #[test]
    fn names_over_figures_begin_a_table() {
        for text in [
            "place,n\nx,1",
            "表2 产值\n单位：亿元\n地区,2019,2020\n甲市,1,2",
            ",2019,2020\nx,1,2",
            "Table 2,,\n,产值,,人口,\n地区,2019,2020,2019,2020\n甲市,1,2,3,4",
            "name,founded\nx,2019",
            "place,n\n,thousands\nx,1",
        ] {
            assert_eq!(verdict(&rows(text)), Verdict::Begins, "{text}");
        }
    }

    #[test]
    fn rows_notes_and_groups_do_not() {
        for text in [
            "x,1",
            "x,1,2\ny,2,3",
            "华南,小计\n广州,3,4",
            "b,bar,\nc,baz,3",
            "b,bar,-\nc,baz,3",
            "1,Excludes the islands\n2,As of 2020",
        ] {
            assert_eq!(verdict(&rows(text)), Verdict::Same, "{text}");
        }
        for text in ["Note: x, y", "Group A", "place,n", "Source: Office, 2020\nSee also, page"] {
            assert_eq!(verdict(&rows(text)), Verdict::Open, "{text}");
        }
    }

    #[test]
    fn lines_of_words_and_what_they_stand_for_are_no_table() {
        let next = rows("year,a,b\n2019,1,2");
        for (text, is_table) in [
            ("place,n\nx,1\ny,2", true),
            ("Title\nplace,a,b\nx,1,2", true),
            ("x,1,2\ny,2,3", true),
            ("Dataset,Population\nUnit,Persons\nUpdated,2024", false),
            ("Updated,2024", false),
            ("Title\nSecond line", false),
            ("place,note\nx,dry\ny,wet", false),
        ] {
            assert_eq!(before(&rows(text), &next).is_table, is_table, "{text}");
        }
        let list = before(&rows("Table,Title\n1,Births\n2,Deaths"), &next);
        assert!(list.is_table && !list.is_good);
        // A name that stands in the column already is one of a row.
        let text = rows("name,job,age\na,cook,30\nb,smith,40");
        assert!(!before(&text, &rows("c,cook,unknown\nd,smith,31")).is_table);
    }
}
