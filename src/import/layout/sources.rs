//! Columns of the file, of which one may hold several.

use super::names::{Heading, joined};
use crate::import::sample::{Cells, Row};

/// Where a column's cells come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Source {
    /// The column of the file.
    pub(super) column: usize,
    /// What of its cells it is.
    pub(super) part: Part,
}

/// What of a cell a column takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Whole,
    /// The part between commas of this number, where one column holds several.
    Nth(usize),
    /// The period that this cell and others together tell.
    Time,
}

impl Source {
    /// What stands there in a row.
    #[inline]
    pub(super) fn cell(self, cells: Cells<'_>) -> &[u8] {
        let cell = cells.get(self.column);
        match self.part {
            Part::Whole | Part::Time => cell,
            Part::Nth(part) => {
                cell.split(|b| *b == b',').nth(part).unwrap_or_default().trim_ascii()
            }
        }
    }
}

/// Columns of the file, where one may hold several: `sex,unit,geo\time`.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Names of the parts of the first column, where it has several.
    parts: Vec<String>,
    /// What the labels of the other columns are, where the first column's name says so.
    pub(super) across: Option<String>,
}

/// Reads the name of the first column, which may say what stands across, and what several columns it holds.
pub(super) fn sources(heading: &Heading, body: &[Row<'_>]) -> Sources {
    let first = heading.columns.first().map(|pieces| joined(pieces)).unwrap_or_default();
    let Some((own, across)) = first.split_once('\\') else { return Sources::default() };
    let names: Vec<String> = own.split(',').map(|name| name.trim().to_owned()).collect();
    let alike = |row: &Row<'_>| {
        row.cells.first().is_some_and(|cell| cell.split(|b| *b == b',').count() == names.len())
    };
    let parts = if names.len() > 1 && !body.iter().all(alike) { Vec::new() } else { names };
    Sources { parts, across: Some(across.trim().to_owned()).filter(|name| !name.is_empty()) }
}

impl Sources {
    /// All columns, with their names.
    pub(super) fn of(&self, heading: &Heading) -> Vec<(String, Source)> {
        let names = heading.joined();
        let mut columns: Vec<(String, Source)> = Vec::with_capacity(names.len());
        for (column, name) in names.into_iter().enumerate() {
            if column == 0 && !self.parts.is_empty() {
                let several = self.parts.len() > 1;
                let part = |(part, name): (usize, &String)| {
                    let part = if several { Part::Nth(part) } else { Part::Whole };
                    (name.clone(), Source { column: 0, part })
                };
                columns.extend(self.parts.iter().enumerate().map(part));
            } else {
                columns.push((name, Source { column, part: Part::Whole }));
            }
        }
        columns
    }
}
