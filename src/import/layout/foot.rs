//! Notes below a table and among its rows: lines that say something about it are kept as such and are no rows.
//!
//! A file is read as it comes, so nobody knows which row is the last. Rows that may be notes are held back until it is
//! clear what they are: by a row of figures after them, or by the end.

use super::super::arrangement::{About, Note};
use super::super::sample::{Cells, Row};
use super::dated::{is_date, is_day};
use super::figure::{Look, is_clear, look};
use super::words::Maker;
use super::{count_said, names, words};

/// The most rows that are held back, notes that are kept, and bytes of one.
const HELD: usize = 200;
const NOTES: usize = 200;
const BYTES: usize = 4000;

/// Columns of a table beside which a line of two cells is none of its rows.
const WIDE: usize = 4;

/// Why a row may be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Doubt {
    /// It says nothing.
    Blank,
    /// It begins as notes do, and has no figure.
    Marked,
    /// Only its first cell says something.
    Alone,
    /// It has words where figures stand, and no figure.
    Wordy,
}

/// A row that is held back.
#[derive(Clone, Debug)]
pub(in crate::import) struct Held {
    pub(in crate::import) line: usize,
    pub(in crate::import) text: Vec<u8>,
    pub(in crate::import) places: Vec<(u32, u32)>,
    pub(in crate::import) cut: bool,
    doubt: Doubt,
}

/// What tells notes from rows while these come.
#[derive(Debug, Default)]
pub(in crate::import) struct Foot {
    width: usize,
    /// Which columns of the file hold figures.
    figures: Vec<bool>,
    /// Those of them behind the first: a figure there, behind a word, makes a row.
    amounts: Vec<usize>,
    /// Whether a number in the first column may be the mark of a note: names stand there, and figures elsewhere.
    is_marked_by_numbers: bool,
    /// Rows that look like notes are rows.
    keep: bool,
    held: Vec<Held>,
    notes: Vec<Note>,
}

impl Foot {
    /// Of a table whose columns in the file hold figures or not. One of a single column has no notes: any text may be a row of it.
    pub(in crate::import) fn new(figures: Vec<bool>, keep: bool) -> Self {
        let amounts: Vec<usize> = (1..figures.len()).filter(|&at| figures[at]).collect();
        let is_marked_by_numbers = figures.first() == Some(&false) && !amounts.is_empty();
        let width = figures.len();
        Self { width, figures, amounts, is_marked_by_numbers, keep, ..Self::default() }
    }

    /// Whether a row may be none, by a look that costs little: most rows fill their last column and begin with no mark, and
    /// most of the others have a figure.
    #[inline]
    pub(in crate::import) fn is_doubtful(&self, cells: Cells<'_>) -> bool {
        if self.width < 2 || !self.held.is_empty() {
            return self.width > 1;
        }
        let first = cells.get(0);
        let is_marked = words::may_be_note(first)
            || (self.is_marked_by_numbers && first.first().is_some_and(u8::is_ascii_digit));
        let (leads, ends) = (!first.is_empty(), !cells.get(self.width - 1).is_empty());
        // Of who made a table, a date may stand alone at the end of a line.
        let may_be_none = is_marked || !leads || !ends;
        may_be_none && (!(leads || ends) || !self.is_said(cells, is_marked))
    }

    /// Whether a row whose first cell says something is one beyond doubt: it has a figure, or, where no column has, a
    /// second word and no mark.
    fn is_said(&self, cells: Cells<'_>, is_marked: bool) -> bool {
        let is_word = |cell: &[u8]| cell.first().is_some_and(|&byte| byte > b' ');
        let is_worded =
            self.amounts.is_empty() && !is_marked && (0..2).all(|at| is_word(cells.get(at)));
        let has_figure = || self.amounts.iter().any(|&at| is_clear(cells.get(at)));
        is_worded || (has_figure() && !(is_marked && is_labelled(cells.get(0))))
    }

    /// Takes a doubtful row, if it may be none; whether it was taken. Where it is a row after all, what was held before it
    /// comes first: see [`Self::release`].
    #[cold]
    pub(in crate::import) fn hold(&mut self, line: usize, cells: Cells<'_>) -> bool {
        let doubt = if cells.cut { None } else { doubt(cells.iter(), &self.figures) };
        let Some(doubt) = doubt else { return false };
        if self.keep && doubt != Doubt::Blank {
            return false;
        }
        let (text, places) = (cells.iter().collect::<Vec<_>>().concat(), places_of(cells.iter()));
        self.held.push(Held { line, text, places, cut: cells.cut, doubt });
        true
    }

    /// Whether rows are held back.
    #[inline]
    pub(in crate::import) fn is_holding(&self) -> bool {
        !self.held.is_empty()
    }

    /// Whether no more can be held back.
    pub(in crate::import) fn is_full(&self) -> bool {
        self.held.len() >= HELD
    }

    /// The rows among those held back, where a row follows them, or no more can be held; `any_row` says whether there was one
    /// before.
    #[cold]
    pub(in crate::import) fn release(&mut self, any_row: bool) -> Vec<Held> {
        let held = std::mem::take(&mut self.held);
        if !any_row && self.are_rows(&held) {
            self.keep = true;
            return held.into_iter().filter(|row| row.doubt != Doubt::Blank).collect();
        }
        held.into_iter().filter_map(|row| self.judge(row, false)).collect()
    }

    /// The rows among those held back, where none follows: a lone sentence is a note then, and so is what stands below one.
    pub(in crate::import) fn end(&mut self, any_row: bool) -> Vec<Held> {
        let mut is_below = false;
        let held = std::mem::take(&mut self.held);
        if !any_row && self.are_rows(&held) {
            return held.into_iter().filter(|row| row.doubt != Doubt::Blank).collect();
        }
        let mut rows = Vec::new();
        for row in held {
            let is_sentence = row.doubt == Doubt::Alone && is_remark(row.cells().get(0));
            let is_note = is_below || is_sentence || self.is_of_another_table(&row);
            is_below |= is_note || matches!(row.doubt, Doubt::Blank | Doubt::Marked);
            rows.extend(self.judge(row, is_note));
        }
        rows
    }

    /// Whether a line at the end has words in its first two cells alone, where a wide table has figures in the second or
    /// further right: numbers of notes, and the notes.
    fn is_of_another_table(&self, row: &Held) -> bool {
        let cells = row.cells();
        let first = (0..2).all(|at| look(cells.get(at)) != Look::Blank);
        row.doubt == Doubt::Wordy
            && self.width >= WIDE
            && first
            && count_said(cells.iter()) == 2
            && row.places.len() < self.width
    }

    /// Whether lines of several cells that all begin as notes do are the rows of a table of words, before which there is none.
    fn are_rows(&self, held: &[Held]) -> bool {
        let mut said = held.iter().filter(|row| row.doubt != Doubt::Blank);
        let is_row = |row: &Held| row.doubt == Doubt::Marked && count_said(row.cells().iter()) > 1;
        !self.figures.contains(&true) && said.clone().count() > 1 && said.all(is_row)
    }

    fn judge(&mut self, row: Held, lone_is_note: bool) -> Option<Held> {
        match row.doubt {
            Doubt::Blank => None,
            Doubt::Alone | Doubt::Wordy if !lone_is_note => Some(row),
            _ => {
                if self.notes.len() < NOTES {
                    self.notes.push(Note { line: row.line, about: About::Table, text: row.said() });
                }
                None
            }
        }
    }

    /// Which columns of the file hold figures.
    pub(in crate::import) fn figures(&self) -> &[bool] {
        &self.figures
    }

    /// The notes so far.
    pub(in crate::import) fn take_notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }
}

impl Held {
    /// The row's cells.
    pub(in crate::import) fn cells(&self) -> Cells<'_> {
        Cells { text: &self.text, places: &self.places, cut: self.cut }
    }

    fn said(&self) -> String {
        let cells = self.cells();
        let said = cells.iter().map(|cell| names::text(&cell[..cell.len().min(BYTES)]));
        said.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(", ")
    }
}

fn places_of<'a>(cells: impl Iterator<Item = &'a [u8]>) -> Vec<(u32, u32)> {
    let mut end = 0;
    let place = |cell: &[u8]| {
        let start = end;
        end += u32::try_from(cell.len()).unwrap_or_default();
        (start, end)
    };
    cells.map(place).collect()
}

/// Why a row may be none.
fn doubt<'a>(mut cells: impl Iterator<Item = &'a [u8]>, figures: &[bool]) -> Option<Doubt> {
    let mut first = None;
    let (mut at, mut said, mut is_wordy, mut bytes, mut is_explained) =
        (0, 0_usize, false, 0, false);
    let (mut maker, mut tells_when) = (None, false);
    for cell in &mut cells {
        bytes += cell.len();
        match look(cell) {
            Look::Blank => {}
            // A note has words in all its cells: a figure makes a row, but for when and by whom a table was made.
            Look::Figure if said > 0 => match maker {
                Some(Maker::Labelled) => said += 1,
                Some(Maker::Named) if is_day(cell) => said += 1,
                _ if tells_when && is_date(cell) => said += 1,
                _ => return None,
            },
            Look::Missing if said > 0 => {
                // A sign and what it stands for: `:`, `not available`.
                is_explained = said == 1 && first.is_some_and(is_sign) && is_phrase(cell);
                if !is_explained {
                    return None;
                }
                said += 1;
            }
            look => {
                is_explained = false;
                if first.is_none() && look == Look::Text {
                    let text = names::text(cell);
                    (maker, tells_when) = (words::maker(&text), words::tells_when(&text));
                }
                first = first.or(Some((at, cell, look)));
                is_wordy |= look == Look::Text && figures.get(at).copied().unwrap_or(true);
                said += 1;
            }
        }
        at += 1;
    }
    let Some((at, cell, look)) = first else { return (bytes == 0).then_some(Doubt::Blank) };
    if is_explained && figures.contains(&true) {
        return Some(Doubt::Marked);
    }
    if said == 1 && is_rule(cell) {
        return Some(Doubt::Blank);
    }
    // A word for it and a day alone say when the table was made.
    if words::is_note(&names::text(cell)) || (tells_when && said == 2) {
        return Some(Doubt::Marked);
    }
    if said == 1 && at == 0 && look == Look::Text {
        return Some(Doubt::Alone);
    }
    // A day alone behind the names says when the table was made, where it stands among notes.
    if said == 1 && at > 0 && is_day(cell) {
        return Some(Doubt::Wordy);
    }
    // A number where names stand is the mark of a note.
    let is_mark = look == Look::Figure && at == 0 && figures.first() == Some(&false);
    (is_wordy && (look == Look::Text || is_mark) && figures.contains(&true)).then_some(Doubt::Wordy)
}

/// Whether a cell labels who made a table, or when.
fn is_labelled(cell: &[u8]) -> bool {
    words::maker(&names::text(cell)) == Some(Maker::Labelled)
}

/// Whether a lone first cell at the end of a table says something of it: a sentence, what a sign stands for, or what comes
/// below.
fn is_remark(cell: &[u8]) -> bool {
    let text = names::text(cell);
    words::is_sentence(&text)
        || text.ends_with([':', '\u{ff1a}'])
        || std::str::from_utf8(cell).is_ok_and(|own| words::is_explained(own.trim()))
}

/// Whether a first cell is a sign or a letter that stands for something.
fn is_sign((at, cell, look): (usize, &[u8], Look)) -> bool {
    at == 0 && look != Look::Figure && names::text(cell).chars().count() < 3
}

/// Whether a cell has several words.
fn is_phrase(cell: &[u8]) -> bool {
    cell.trim_ascii().contains(&b' ')
}

/// Whether a cell is a line drawn of signs.
fn is_rule(cell: &[u8]) -> bool {
    cell.len() > 2 && cell.iter().all(|b| matches!(b, b'_' | b'=' | b'-'))
}

/// The rows without the notes at their end, for a look at the columns.
pub(in crate::import) fn without_notes<'a, 'b>(
    rows: &'a [Row<'b>],
    figures: &[bool],
) -> &'a [Row<'b>] {
    let is_note = |row: &Row<'_>| match doubt(row.cells.iter().copied(), figures) {
        Some(Doubt::Blank | Doubt::Marked | Doubt::Wordy) => true,
        Some(Doubt::Alone) => row.cells.first().is_some_and(|cell| is_remark(cell)),
        None => false,
    };
    // What stands below a note is one, too.
    let is_doubtful = |row: &&Row<'_>| doubt(row.cells.iter().copied(), figures).is_some();
    let width =
        rows.iter().take(ROWS_OF_WIDTH).map(|row| row.cells.len()).max().unwrap_or_default();
    let notes = if width > 1 { rows.iter().rev().take_while(is_doubtful).count() } else { 0 };
    let below = &rows[rows.len() - notes..];
    let notes = below.iter().position(is_note).map_or(0, |at| notes - at);
    let said = |row: &Row<'_>| count_said(row.cells.iter().copied());
    // Of a table of words all of whose lines begin as notes do, these are the rows.
    let is_all = notes == rows.len() && !figures.contains(&true) && notes > 1;
    if is_all && rows.iter().all(|row| said(row) > 1) {
        return rows;
    }
    &rows[..rows.len() - notes]
}

/// Rows that tell whether there is more than one column.
const ROWS_OF_WIDTH: usize = 20;
