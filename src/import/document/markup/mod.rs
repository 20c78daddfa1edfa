//! Tables of web pages, and of the XML that Excel wrote in 2003: rows of cells between tags.
//!
//! What looks like a page is rarely a sound one, so nothing is asked of the tags but that cells stand in rows and rows in
//! tables. A table within a cell is a table of its own.

mod tags;

use tags::{Piece, Tag, pieces};

use super::{Form, RowWriter};
use crate::base::problem::{Problem, ProblemKind};
use crate::import::Options;
use crate::import::cell::{Number, number};
use crate::import::rows::Rows;
use crate::import::source::{Offered, Told};

/// Columns beyond which a page's word for how far a cell reaches is not believed.
const WIDEST: usize = 1000;
/// Cells that a table may have beyond those that are written out: cells reach over others, and places are passed over.
const SPREAD: usize = 1 << 20;
/// Years that stand before several rows.
const YEARS: std::ops::RangeInclusive<f64> = 1900.0..=2100.0;
/// Rows of a header at most, in which a cell that reaches down is not repeated.
const HEADER: usize = 4;

/// A cell under way or done.
#[derive(Debug, Default)]
struct Cell {
    text: String,
    across: usize,
    down: usize,
    is_header: bool,
}

/// A table under way or done.
#[derive(Debug, Default)]
struct Table {
    name: String,
    rows: Vec<Vec<String>>,
    /// Cells of earlier rows that reach down: how many rows more, and what stands there.
    reaching: Vec<(usize, String)>,
    row: Option<Vec<Cell>>,
    cell: Option<Cell>,
    in_caption: bool,
    /// Cells that have been added to those that are written out.
    spread: usize,
}

/// Reads the largest table of a text, or the one that the options name.
///
/// # Errors
/// There is none, or not enough memory for it.
pub(super) fn read(
    text: &str,
    options: &Options,
    rows: &mut Rows,
    told: &mut Told,
) -> Result<(), Problem> {
    let mut tables = tables(text);
    tables.retain(|table| table.said() > 1 && table.width() > 1);
    for (at, table) in (1..).zip(&mut tables) {
        if table.name.is_empty() {
            table.name = at.to_string();
        }
    }
    let named = options.table.as_deref();
    let named = named.and_then(|name| tables.iter().position(|table| table.name == name));
    let largest = || (0..tables.len()).rev().max_by_key(|&at| tables[at].said());
    let Some(at) = named.or_else(largest) else {
        let (kind, found) = (ProblemKind::NoTable, Form::Html.name().as_bytes());
        return Err(rows.findings.problem(kind, None, None, found, ""));
    };
    if tables.len() > 1 {
        told.table = Some(tables[at].name.clone());
        let offered = |table: &Table| Offered {
            name: table.name.clone(),
            rows: Some(table.rows.len().saturating_sub(1)),
        };
        told.tables = tables.iter().map(offered).collect();
    }
    let mut writer = RowWriter::default();
    for row in &tables[at].rows {
        writer.row(row, rows);
        rows.check()?;
    }
    Ok(())
}

/// The tables of a text, in the order in which they begin.
fn tables(text: &str) -> Vec<Table> {
    let (mut done, mut open): (Vec<Table>, Vec<usize>) = (Vec::new(), Vec::new());
    let mut sheet = String::new();
    for piece in pieces(text) {
        match piece {
            Piece::Tag(tag) if tag.name == "worksheet" => {
                sheet = tag.attribute("name").unwrap_or_default();
            }
            Piece::Tag(tag) if tag.name == "table" && !tag.closes => {
                done.push(Table { name: std::mem::take(&mut sheet), ..Table::default() });
                open.push(done.len() - 1);
            }
            Piece::Tag(tag) if tag.name == "table" => {
                if let Some(at) = open.pop() {
                    done[at].end_row();
                }
            }
            other => {
                if let Some(&at) = open.last() {
                    done[at].take(&other);
                }
            }
        }
    }
    done.iter_mut().for_each(Table::end_row);
    done
}

/// Whether a text is a number that is no year.
fn is_amount(text: &str) -> bool {
    match number(text.as_bytes()) {
        Number::Is(value) => !YEARS.contains(&value) || value.fract() != 0.0,
        _ => false,
    }
}

impl Table {
    fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Text(text) => {
                if self.in_caption {
                    self.name.push_str(text.trim());
                } else if let Some(cell) = &mut self.cell {
                    cell.text.push_str(text);
                }
            }
            Piece::Tag(tag) => match (tag.name.as_str(), tag.closes) {
                ("tr" | "row", false) => {
                    self.end_row();
                    self.row = Some(Vec::new());
                    if tag.is_empty {
                        self.end_row();
                    }
                }
                ("tr" | "row", true) => self.end_row(),
                ("td" | "th" | "cell", false) => self.begin_cell(tag),
                ("td" | "th" | "cell", true) => self.end_cell(),
                ("caption", closes) => self.in_caption = !closes,
                ("br" | "p" | "div" | "li", _) => {
                    if let Some(cell) = &mut self.cell {
                        cell.text.push(' ');
                    }
                }
                _ => {}
            },
        }
    }

    fn begin_cell(&mut self, tag: &Tag<'_>) {
        self.end_cell();
        let row = self.row.get_or_insert_default();
        let number = |name: &str| tag.attribute(name).and_then(|n| n.trim().parse().ok());
        // The XML says at which column a cell stands where cells before it are left out.
        if let Some(place) = number("index").filter(|&place: &usize| place <= WIDEST) {
            let so_far: usize = row.iter().map(|cell| cell.across).sum();
            let place = place.min(so_far + 1 + SPREAD.saturating_sub(self.spread));
            self.spread += place.saturating_sub(so_far + 1);
            let blank = || Cell { across: 1, ..Cell::default() };
            row.extend((so_far + 1..place).map(|_| blank()));
        }
        let merged = |name: &str| number(name).map(|more: usize| more.saturating_add(1));
        let across = number("colspan").or_else(|| merged("mergeacross")).unwrap_or(1);
        let down = number("rowspan").or_else(|| merged("mergedown")).unwrap_or(1);
        self.cell = Some(Cell {
            text: String::new(),
            across: across.clamp(1, WIDEST),
            down: down.max(1),
            is_header: tag.name == "th",
        });
        if tag.is_empty {
            self.end_cell();
        }
    }

    fn end_cell(&mut self) {
        if let (Some(cell), Some(row)) = (self.cell.take(), &mut self.row) {
            row.push(cell);
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        let Some(cells) = self.row.take() else { return };
        let is_head = self.rows.len() < HEADER && cells.iter().all(|cell| cell.is_header);
        let mut row: Vec<String> = Vec::with_capacity(cells.len());
        for cell in cells {
            self.reach(&mut row);
            let text = cell.text.split_whitespace().collect::<Vec<_>>().join(" ");
            // What stands over several rows of figures is said of each; of a header it is said once.
            // A number stands for all of its rows together, unless it names them.
            let is_said_once = is_head || (!row.is_empty() && is_amount(&text));
            let below = if is_said_once { String::new() } else { text.clone() };
            let across = cell.across.min(1 + SPREAD.saturating_sub(self.spread));
            self.spread += across - 1;
            for at in 0..across {
                if cell.down > 1 {
                    let place = row.len();
                    if self.reaching.len() <= place {
                        self.reaching.resize(place + 1, (0, String::new()));
                    }
                    let text = if at == 0 { below.clone() } else { String::new() };
                    self.reaching[place] = (cell.down, text);
                }
                row.push(if at == 0 { text.clone() } else { String::new() });
            }
        }
        self.reach(&mut row);
        for (down, _) in &mut self.reaching {
            *down = down.saturating_sub(1);
        }
        if row.iter().any(|cell| !cell.is_empty()) {
            self.rows.push(row);
        }
    }

    /// Puts cells that reach down into the row where it has come to their places.
    fn reach(&mut self, row: &mut Vec<String>) {
        while let Some((_, text)) = self.reaching.get(row.len()).filter(|(down, _)| *down > 0) {
            if self.spread >= SPREAD {
                return;
            }
            self.spread += 1;
            row.push(text.clone());
        }
    }

    /// Number of cells that say something.
    fn said(&self) -> usize {
        self.rows.iter().flatten().filter(|cell| !cell.is_empty()).count()
    }

    fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }
}
