//! Spreadsheets (XLSX, XLSB, XLS, ODS): the first sheet of a workbook with a table of figures, or a named one, row by row.
//!
//! Of a sheet only cells that say something are kept, so that it costs what is in it, however far out a stray cell
//! stands. The library reads XLS and ODS into whole ranges all the same; what these would take is worked out before it is
//! asked.

mod aside;
mod cells;
mod compound;
mod marked;
mod merged;
mod ods;
mod parts;
mod raised;
mod shown;
mod wrapping;
mod written;
mod xls;
mod xlsb;
mod xml;

use std::fmt::Display;
use std::io::Cursor;
use std::rc::Rc;

use calamine::{
    Cell, Data, Reader, SheetType, SheetVisible, Sheets, XlsxError, open_workbook_auto_from_rs,
};

use super::arrangement::Note;
use super::guard::guarded;
use super::rows::Rows;
use super::source::{Offered, Remark, Told};
use super::{stack, year_sheets};
use crate::base::problem::{Problem, ProblemKind};
pub(super) use cells::Sheet;
use marked::Marks;
use parts::Part;
use shown::Shown;
use wrapping::Wrapping;

/// A workbook in memory.
type Workbook<'b> = Sheets<Cursor<&'b [u8]>>;

/// A sheet that is to be read, what it is called, and what was remarked on its cells.
pub(super) struct Opened {
    pub(super) sheet: Sheet,
    pub(super) name: String,
    pub(super) notes: Vec<Note>,
}

impl Sheet {
    /// Opens a workbook; `content` is the text of an ODS. Says which tables it has.
    pub(super) fn open(
        bytes: &[u8],
        content: Option<&str>,
        name: Option<&str>,
        rows: &Rows,
        told: &mut Told,
    ) -> Result<Opened, Problem> {
        let broken = |found: &str| {
            let found = found.as_bytes();
            rows.findings.problem(ProblemKind::DamagedFile, None, None, found, "XLSX, XLS, ODS")
        };
        let locked = || rows.findings.problem(ProblemKind::Locked, None, None, b"", "");
        if is_locked(bytes) {
            return Err(locked());
        }
        let mut stream = None;
        if !bytes.starts_with(b"PK") {
            if let Some(program) = compound::other(bytes) {
                let (kind, found) = (ProblemKind::WordFile, program.as_bytes());
                return Err(rows.findings.problem(kind, None, None, found, ""));
            }
            let book = compound::workbook(bytes).ok_or_else(|| broken("compound file"))?;
            if xls::is_locked(&book) {
                return Err(locked());
            }
            rows.fits(xls::claimed(&book).ok_or_else(|| broken("records"))?)?;
            stream = Some(book);
        } else if let Some(text) = content {
            rows.fits(ods::claimed(text.as_bytes()))?;
        }
        told.format = if content.is_some() { "ODS" } else { "Excel" }.to_owned();
        let read = || {
            let mut parts = parts(bytes, name).map_err(|error| match error {
                Halt::Locked => locked(),
                Halt::Broken(error) => broken(&error),
            })?;
            if let Some(chosen) = &mut parts.chosen {
                let book = stream.as_deref().or(content.map(str::as_bytes));
                chosen.look_beside(Wrapping { bytes, book, rows });
            }
            Ok(parts)
        };
        let Parts { chosen, offered, hidden } = guarded(read, || broken("damaged bytes"))?;
        let is_one_of_many = offered.len() > 1;
        let Some(mut chosen) = chosen else {
            let names: Vec<&str> = offered.iter().map(|part| part.name.as_str()).collect();
            let (kind, found) = (ProblemKind::NoTable, names.join(", "));
            return Err(rows.findings.problem(kind, None, None, found.as_bytes(), ""));
        };
        if is_one_of_many {
            (told.table, told.tables) = (Some(chosen.part.name), offered);
        }
        told.remarks.append(&mut chosen.remarks);
        if !hidden.is_empty() {
            told.remarks.push(Remark::HiddenSheets(hidden));
        }
        let sheet = Self::new(chosen.part.cells, chosen.marks);
        rows.fits(sheet.least())?;
        Ok(Opened { sheet, name: chosen.sheet.1, notes: chosen.notes })
    }
}

/// What a workbook holds: the table to be read, the names of all, and those of the sheets that it hides.
struct Parts {
    chosen: Option<Chosen>,
    offered: Vec<Offered>,
    hidden: Vec<String>,
}

/// The table to be read.
struct Chosen {
    part: Part,
    /// The place of its sheet among all, and its name.
    sheet: (usize, String),
    marks: Marks,
    remarks: Vec<Remark>,
    notes: Vec<Note>,
}

impl Chosen {
    /// Looks at what the workbook says of its cells beside their values.
    fn look_beside(&mut self, wrapping: Wrapping<'_>) {
        let (styles, aside) = wrapping.of_sheet(self.sheet.0, &self.sheet.1);
        if let Some(styles) = styles {
            self.marks = Marks::new(Rc::new(styles), aside.places.clone());
        }
        let bare = wrapping.without_raised();
        for cell in &mut self.part.cells {
            if let Data::String(text) = cell.get_value()
                && let Some(bare) = bare.get(text)
            {
                *cell = Cell::new(cell.get_position(), Data::String(bare.clone()));
            }
        }
        self.remarks.extend(self.marks.settle(&mut self.part.cells));
        let places = || self.part.cells.iter().map(Cell::get_position);
        let mut columns: Vec<u32> = places().map(|(_, column)| column).collect();
        columns.sort_unstable();
        columns.dedup();
        let (rows, columns) = (aside.hidden_rows, aside.hidden(columns.into_iter()));
        if rows + columns > 0 {
            self.remarks.push(Remark::Hidden { rows, columns });
        }
        if aside.lacking > 0 {
            self.remarks.push(Remark::NoResults(aside.lacking));
        }
        let (first, last) = (places().next(), places().next_back());
        let lines =
            first.map_or(0, |own| own.0 as usize + 1)..=last.map_or(0, |own| own.0 as usize + 1);
        self.notes = aside.notes.into_iter().filter(|note| lines.contains(&note.line)).collect();
    }
}

/// Why a workbook is not read.
enum Halt {
    Locked,
    Broken(String),
}

impl From<String> for Halt {
    fn from(error: String) -> Self {
        Self::Broken(error)
    }
}

/// The table of this name, or the first that has figures beside names, or else the fullest.
fn parts(bytes: &[u8], name: Option<&str>) -> Result<Parts, Halt> {
    let opened = open_workbook_auto_from_rs(Cursor::new(bytes));
    let mut book = opened.map_err(|error| match error {
        calamine::Error::Ods(calamine::OdsError::Password)
        | calamine::Error::Xls(calamine::XlsError::Password)
        | calamine::Error::Xlsx(XlsxError::Password) => Halt::Locked,
        other => Halt::Broken(text(other)),
    })?;
    let all: Vec<String> = book.sheets_metadata().iter().map(|sheet| sheet.name.clone()).collect();
    let of_cells = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let (seen, unseen): (Vec<_>, Vec<_>) =
        of_cells.partition(|sheet| sheet.visible == SheetVisible::Visible);
    let named = |sheets: Vec<&calamine::Sheet>| -> Vec<String> {
        sheets.into_iter().map(|sheet| sheet.name.clone()).collect()
    };
    let (mut names, mut hidden) = (named(seen), named(unseen));
    if names.is_empty() {
        (names, hidden) = (book.sheet_names(), Vec::new());
    }
    let (mut chosen, mut best): (Option<Chosen>, usize) = (None, 0);
    let mut offered = Vec::new();
    let (mut years, mut headers) = (Vec::new(), Vec::new());
    for sheet in names {
        let (cells, marks) = read(&mut book, &sheet)?;
        for part in parts::split(&sheet, cells) {
            let nth = part.nth;
            let rank = if name == Some(part.name.as_str()) {
                usize::MAX
            } else if part.side == 0
                && name.and_then(|name| stack::place(&sheet, name)) == Some(nth)
            {
                // Of a workbook like another the same part, whatever its title says.
                usize::MAX - 1
            } else if part.is_good() {
                usize::MAX - 2
            } else {
                part.cells.len()
            };
            if nth == 0 && part.side == 0 && part.is_good() && year_sheets::is_year(&sheet) {
                years.push((sheet.clone(), part.below_header()));
                headers.push(part.header());
            }
            if !part.cells.is_empty() {
                offered.push(Offered { name: part.name.clone(), rows: Some(part.below_header()) });
            }
            if rank > best || chosen.is_none() {
                let place = all.iter().position(|own| *own == sheet).unwrap_or_default();
                let (sheet, marks) = ((place, sheet.clone()), marks.clone());
                let (remarks, notes) = (Vec::new(), Vec::new());
                (chosen, best) = (Some(Chosen { part, sheet, marks, remarks, notes }), rank);
            }
        }
    }
    // Sheets of years with the same columns are one table, too.
    if headers.iter().all(|header| *header == headers[0]) {
        offered.extend(year_sheets::together(&years));
    }
    Ok(Parts { chosen, offered, hidden })
}

/// The cells of a sheet that say something, and how they are shown where the library tells.
fn read(book: &mut Workbook<'_>, name: &str) -> Result<(Vec<Cell<Data>>, Marks), String> {
    let (mut cells, mut marks) = (Vec::new(), Marks::default());
    let mut keep = |pos, value: Data| {
        if !matches!(&value, Data::Empty) && !matches!(&value, Data::String(s) if s.is_empty()) {
            cells.push(Cell::new(pos, value));
        }
    };
    match &mut *book {
        Sheets::Xlsx(book) => {
            let mut reader = match book.worksheet_cells_reader(name) {
                Err(XlsxError::NotAWorksheet(_)) => return Ok((cells, marks)),
                reader => reader.map_err(text)?,
            };
            let code =
                |style: &calamine::Style| Shown::of(&style.number_format.as_ref()?.format_code);
            let styles: Vec<Option<Shown>> = reader.styles().iter().map(code).collect();
            let mut places = Vec::new();
            loop {
                let (cell, style) = match reader.next_cell_with_style_id() {
                    Ok(Some(cell)) => cell,
                    Ok(None) => break,
                    // An error of a formula that is newer than the library.
                    Err(XlsxError::CellError(_)) => continue,
                    Err(error) => return Err(text(error)),
                };
                if styles.get(style).is_some_and(Option::is_some) {
                    places.push((cell.get_position(), u32::try_from(style).unwrap_or(u32::MAX)));
                }
                keep(cell.get_position(), cell.get_value().clone().into());
            }
            marks = Marks::new(Rc::new(styles), places);
        }
        Sheets::Xlsb(book) => {
            let mut reader = book.worksheet_cells_reader(name).map_err(text)?;
            while let Some(cell) = reader.next_cell().map_err(text)? {
                keep(cell.get_position(), cell.get_value().clone().into());
            }
        }
        other => {
            let range = other.worksheet_range(name).map_err(text)?;
            let (top, left) = range.start().unwrap_or_default();
            for (row, column, value) in range.used_cells() {
                let far =
                    |from: u32, by| from.saturating_add(u32::try_from(by).unwrap_or(u32::MAX));
                keep((far(top, row), far(left, column)), value.clone());
            }
        }
    }
    if cells.len() <= merged::MOST {
        let regions = match book {
            Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).ok(),
            Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).ok(),
            _ => None,
        };
        merged::fill(&mut cells, &regions.unwrap_or_default());
    }
    Ok((cells, marks))
}

fn text(error: impl Display) -> String {
    error.to_string()
}

/// Whether a compound file holds a workbook that a password locks.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    !bytes.starts_with(b"PK") && bytes.windows(name.len()).any(|window| window == name)
}
