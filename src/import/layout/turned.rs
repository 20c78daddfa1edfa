//! Tables whose records lie across: the first column has the names of what elsewhere are columns.

use std::collections::BTreeSet;

use super::super::cell::{Number, number};
use super::super::lexicon::{self, Hint};
use super::areas::Areas;
use super::figure::{Look, look};
use super::head::{self, are_periods};
use super::{names, without_notes};
use crate::import::options::Header;
use crate::import::sample::{Row, Sample};

/// The most rows that become columns.
const MOST: usize = 200;
/// The fewest records, and the fewest columns that they have beside the one that names them.
const RECORDS: usize = 2;

/// A row that is to be a column: what its name says, and its cells.
struct Field {
    name: String,
    cells: Vec<String>,
}

/// The same rows with the table turned, where its records lie across; `None` of any other. All rows of the file are needed.
pub(in crate::import) fn turned(rows: &[Row<'_>], header: Header) -> Option<Sample> {
    let head = head::find(rows, header);
    if head.header != 1 || head.under > 0 || head.codes > 0 || head.width <= RECORDS {
        return None;
    }
    let (above, rest) = rows.split_at(head.above.min(rows.len()));
    let figures = super::figure::columns(rest.get(1..)?, head.width);
    let body = without_notes(rest, &figures);
    let below = &rest[body.len()..];
    if !(RECORDS..=MOST).contains(&body.len().saturating_sub(1)) {
        return None;
    }
    let fields: Vec<Field> = body.iter().map(|row| Field::new(row, head.width)).collect();
    if !lies_across(&fields) {
        return None;
    }
    let mut sample = Sample::default();
    above.iter().for_each(|row| sample.push_cells(row.line, row.cells.iter().copied()));
    let line = body.first().map_or(0, |row| row.line);
    for at in 0..head.width {
        let cells = body.iter().map(|row| row.cells.get(at).copied().unwrap_or_default());
        sample.push_cells(line, cells);
    }
    below.iter().for_each(|row| sample.push_cells(row.line, row.cells.iter().copied()));
    Some(sample)
}

impl Field {
    fn new(row: &Row<'_>, width: usize) -> Self {
        let cell = |at: usize| row.cells.get(at).map(|cell| names::text(cell)).unwrap_or_default();
        Self { name: cell(0), cells: (1..width).map(cell).collect() }
    }

    fn hint(&self) -> Option<Hint> {
        lexicon::hint(&self.name).map(|(hint, _)| hint)
    }

    fn are_periods(&self) -> bool {
        self.cells.iter().all(|cell| !cell.is_empty()) && are_periods(&self.cells)
    }

    fn are(&self, looks: &[Look]) -> bool {
        self.cells.iter().all(|cell| looks.contains(&look(cell.as_bytes())))
    }

    /// Whether the cells are what the name says of all of them, and no figures.
    fn says_what_it_holds(&self) -> bool {
        match self.hint() {
            Some(Hint::Time) => self.are_periods(),
            Some(Hint::Area | Hint::Region | Hint::Topic | Hint::Text | Hint::Name) => {
                self.are(&[Look::Text])
            }
            _ => false,
        }
    }

    fn is_of_figures(&self) -> bool {
        let is_figure = |cell: &String| matches!(number(cell.as_bytes()), Number::Is(_));
        self.cells.iter().any(is_figure) && self.are(&[Look::Figure, Look::Missing, Look::Blank])
    }
}

/// Whether the first row names records, and each row below is one thing said of them: the first cell says what lies across
/// and it does, or a row below is of times or places by its name, between rows of figures.
fn lies_across(fields: &[Field]) -> bool {
    let Some((first, rest)) = fields.split_first() else { return false };
    let names: BTreeSet<&str> = rest.iter().map(|field| field.name.as_str()).collect();
    let are_names = |text: &&str| {
        look(text.as_bytes()) == Look::Text
            && !lexicon::is_place(text)
            && !are_periods(&[(*text).to_owned()])
    };
    if names.len() < rest.len() || !names.iter().all(are_names) {
        return false;
    }
    let heads: BTreeSet<&String> = first.cells.iter().collect();
    let figures = rest.iter().filter(|field| field.is_of_figures()).count();
    let told = rest.iter().filter(|field| field.says_what_it_holds()).count();
    if heads.len() < first.cells.len() || figures == 0 || figures + told < rest.len() {
        return false;
    }
    // `geo\\time` says of both what they are.
    let across = match first.hint().filter(|_| !first.name.contains(['\\', ','])) {
        Some(Hint::Time) => first.are_periods(),
        Some(Hint::Area) => {
            let areas = Areas::new();
            first.cells.len() > 2 && first.cells.iter().all(|cell| areas.is_name(cell))
        }
        _ => false,
    };
    across || (told > 0 && first.are(&[Look::Text]))
}
