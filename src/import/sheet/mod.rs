//! Spreadsheets (XLSX, XLSB, XLS, ODS): the fullest sheet of a workbook, or a named one, row by row.
//!
//! Of a sheet only cells that say something are kept, so that it costs what is in it, however far out a stray cell
//! stands. The library reads XLS and ODS into whole ranges all the same; what these would take is worked out before it is
//! asked.

mod cells;
mod compound;
mod ods;
mod xls;

use std::fmt::Display;
use std::io::Cursor;

use calamine::{Cell, Data, Reader, Sheets, XlsxError, open_workbook_auto_from_rs};

use super::guard::guarded;
use super::rows::Rows;
use crate::base::problem::{Problem, ProblemKind};
pub(super) use cells::Sheet;

/// A workbook in memory.
type Workbook = Sheets<Cursor<Vec<u8>>>;

impl Sheet {
    /// Opens a workbook; `content` is the text of an ODS.
    pub(super) fn open(
        bytes: Vec<u8>,
        content: Option<&str>,
        name: Option<&str>,
        rows: &Rows,
    ) -> Result<Self, Problem> {
        let broken = |found: &str| {
            let found = found.as_bytes();
            rows.findings.problem(ProblemKind::DamagedFile, None, None, found, "XLSX, XLS, ODS")
        };
        if is_locked(&bytes) {
            return Err(rows.findings.problem(ProblemKind::Locked, None, None, b"", ""));
        }
        if !bytes.starts_with(b"PK") {
            let stream = compound::workbook(&bytes).ok_or_else(|| broken("compound file"))?;
            rows.fits(xls::claimed(&stream).ok_or_else(|| broken("records"))?)?;
        } else if let Some(text) = content {
            rows.fits(ods::claimed(text.as_bytes()))?;
        }
        let read = || fullest(bytes, name).map_err(|error| broken(&error));
        let sheet = Self::new(guarded(read, || broken("damaged bytes"))?);
        rows.fits(sheet.least())?;
        Ok(sheet)
    }
}

/// The cells of the sheet of this name, or of the one that has most of them.
fn fullest(bytes: Vec<u8>, name: Option<&str>) -> Result<Vec<Cell<Data>>, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(text)?;
    let names = match name {
        Some(name) => vec![name.to_owned()],
        None => book.sheet_names(),
    };
    let mut fullest = Vec::new();
    for name in names {
        let cells = read(&mut book, &name)?;
        if cells.len() > fullest.len() {
            fullest = cells;
        }
    }
    Ok(fullest)
}

/// The cells of a sheet that say something.
fn read(book: &mut Workbook, name: &str) -> Result<Vec<Cell<Data>>, String> {
    let mut cells = Vec::new();
    let mut keep = |pos, value: Data| {
        if !matches!(&value, Data::Empty) && !matches!(&value, Data::String(s) if s.is_empty()) {
            cells.push(Cell::new(pos, value));
        }
    };
    match book {
        Sheets::Xlsx(book) => {
            let mut reader = match book.worksheet_cells_reader(name) {
                Err(XlsxError::NotAWorksheet(_)) => return Ok(cells),
                reader => reader.map_err(text)?,
            };
            while let Some(cell) = reader.next_cell().map_err(text)? {
                keep(cell.get_position(), cell.get_value().clone().into());
            }
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
    Ok(cells)
}

fn text(error: impl Display) -> String {
    error.to_string()
}

/// Whether a compound file holds a workbook that a password locks.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    !bytes.starts_with(b"PK") && bytes.windows(name.len()).any(|window| window == name)
}
