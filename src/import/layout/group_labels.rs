//! Labels that are written once for a group of rows and left blank below, as merged cells are: `华东 | 上海`, ` | 江苏`.

use std::collections::{BTreeMap, BTreeSet};

use super::super::lexicon::{self, Hint};
use super::head::are_periods;
use super::names::{Heading, joined, text};
use crate::import::sample::{Cells, Row};

/// Columns whose blanks say what the last label above them says.
#[derive(Clone, Debug, Default)]
pub(in crate::import) struct GroupLabels {
    /// Columns of the file, and what stood there last.
    columns: Vec<(usize, Vec<u8>)>,
    /// All columns of labels: a row that says nothing there lacks none.
    labels: Vec<usize>,
    text: Vec<u8>,
    places: Vec<(u32, u32)>,
}

/// The columns of labels that are written once for several rows. A label is said once in its group, more rows lack it than
/// have it, what lacks it says something in the next column, and together they are no row that is there already: what is
/// blank for a total begins its column, or stands beside labels that come again.
pub(super) fn find(
    heading: &Heading,
    body: &[Row<'_>],
    figures: &[bool],
) -> Option<(Vec<usize>, GroupLabels)> {
    let labels = Labels { heading, body, figures };
    let mut found: Vec<usize> = Vec::new();
    if !figures.contains(&true) {
        return None;
    }
    for at in 0..heading.columns.len().saturating_sub(1) {
        if labels.is_group(at, &found) {
            found.push(at);
        }
    }
    let columns = found.iter().map(|&column| (column, Vec::new())).collect();
    let labels = (0..heading.columns.len()).filter(|&at| labels.is_label(at)).collect();
    let groups = GroupLabels { columns, labels, ..GroupLabels::default() };
    (!found.is_empty()).then_some((found, groups))
}

struct Labels<'a, 'b> {
    heading: &'a Heading,
    body: &'a [Row<'b>],
    figures: &'a [bool],
}

impl Labels<'_, '_> {
    fn cell(&self, row: usize, at: usize) -> String {
        self.body[row].cells.get(at).map(|cell| text(cell)).unwrap_or_default()
    }

    /// Whether a column names what its rows are about: words, or times.
    fn is_label(&self, at: usize) -> bool {
        let name = joined(&self.heading.columns[at]);
        let is_time = || matches!(lexicon::hint(&name), Some((Hint::Time, _)));
        !self.figures.get(at).copied().unwrap_or_default() || is_time()
    }

    fn is_group(&self, at: usize, outer: &[usize]) -> bool {
        let rows = 0..self.body.len();
        let is_blank = |row: usize| self.cell(row, at).is_empty();
        let blanks = rows.clone().filter(|&row| is_blank(row)).count();
        let said = self.body.len() - blanks;
        if said < 2 || blanks < said || is_blank(0) || !self.is_label(at) || !self.is_label(at + 1)
        {
            return false;
        }
        if self.figures[at] {
            let texts: Vec<String> = rows.clone().map(|row| self.cell(row, at)).collect();
            let texts: Vec<String> = texts.into_iter().filter(|text| !text.is_empty()).collect();
            if !are_periods(&texts) {
                return false;
            }
        }
        let after: Vec<usize> =
            (at + 1..self.heading.columns.len()).filter(|&other| self.is_label(other)).collect();
        let mut group: BTreeMap<usize, String> = BTreeMap::new();
        let (mut labels, mut known) = (BTreeSet::new(), BTreeSet::new());
        for row in rows {
            for &other in outer {
                let own = self.cell(row, other);
                if !own.is_empty() {
                    group.insert(other, own);
                    group.remove(&at);
                }
            }
            let own = self.cell(row, at);
            let outside: Vec<String> =
                outer.iter().filter_map(|other| group.get(other).cloned()).collect();
            if own.is_empty() {
                // A blank without a label above it, or before nothing, is no part of a group.
                let is_followed = after.iter().any(|&other| !self.cell(row, other).is_empty());
                if !group.contains_key(&at) || !is_followed {
                    return false;
                }
            } else if labels.insert((outside, own.clone())) {
                group.insert(at, own);
            } else {
                return false;
            }
            let rest: Vec<String> = after.iter().map(|&other| self.cell(row, other)).collect();
            // Where the next label is blank too, it is told when its turn comes.
            let is_told = rest.first().is_some_and(|next| !next.is_empty());
            if is_told && !known.insert((group.clone(), rest)) {
                return false;
            }
        }
        true
    }
}

impl GroupLabels {
    /// The row with the labels that it lacks. Rows come in order.
    pub(in crate::import) fn filled<'a>(&'a mut self, cells: Cells<'a>) -> Cells<'a> {
        let mut lacks = false;
        for at in 0..self.columns.len() {
            let column = self.columns[at].0;
            let cell = cells.get(column);
            if !cell.trim_ascii().is_empty() {
                self.columns[at].1 = cell.to_vec();
                self.columns[at + 1..].iter_mut().for_each(|(_, label)| label.clear());
            } else if self.is_followed(cells, column) {
                lacks |= !self.columns[at].1.is_empty();
            }
        }
        if !lacks {
            return cells;
        }
        self.text.clear();
        self.places.clear();
        for (at, cell) in cells.iter().enumerate() {
            let label = self.columns.iter().find(|(column, _)| *column == at);
            let is_blank = cell.trim_ascii().is_empty();
            let cell = match label {
                Some((_, label)) if is_blank && self.is_followed(cells, at) => label.as_slice(),
                _ => cell,
            };
            let from = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
            self.text.extend_from_slice(cell);
            self.places.push((from, u32::try_from(self.text.len()).unwrap_or(u32::MAX)));
        }
        Cells { text: &self.text, places: &self.places, cut: cells.cut }
    }

    /// Whether a label stands behind a column.
    fn is_followed(&self, cells: Cells<'_>, column: usize) -> bool {
        let mut behind = self.labels.iter().filter(|label| **label > column);
        behind.any(|&label| !cells.get(label).trim_ascii().is_empty())
    }
}
