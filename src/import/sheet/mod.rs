//! Spreadsheets (XLSX, XLSB, XLS, ODS): the first sheet of a workbook with a table of figures, or a named one, row by row.
//!
//! Of a sheet only cells that say something are kept, so that it costs what is in it, however far out a stray cell
//! stands. The library reads XLS and ODS into whole ranges all the same; what these would take is worked out before it is
//! asked.

mod cells;
mod compound;
mod merged;
mod ods;
mod parts;
mod xls;

use std::fmt::Display;
use std::io::Cursor;

use calamine::{
    Cell, Data, Reader, SheetType, SheetVisible, Sheets, Style, XlsxError,
    open_workbook_auto_from_rs,
};

use super::guard::guarded;
use super::rows::Rows;
use super::source::{Offered, Told};
use super::stack;
use crate::base::problem::{Problem, ProblemKind};
pub(super) use cells::Sheet;
use cells::as_percent;
use parts::Part;

/// A workbook in memory.
type Workbook = Sheets<Cursor<Vec<u8>>>;

impl Sheet {
    /// Opens a workbook; `content` is the text of an ODS. Says which tables it has.
    pub(super) fn open(
        bytes: Vec<u8>,
        content: Option<&str>,
        name: Option<&str>,
        rows: &Rows,
        told: &mut Told,
    ) -> Result<Self, Problem> {
        let broken = |found: &str| {
            let found = found.as_bytes();
            rows.findings.problem(ProblemKind::DamagedFile, None, None, found, "XLSX, XLS, ODS")
        };
        if is_locked(&bytes) {
            return Err(rows.findings.problem(ProblemKind::Locked, None, None, b"", ""));
        }
        if !bytes.starts_with(b"PK") {
            if let Some(program) = compound::other(&bytes) {
                let (kind, found) = (ProblemKind::WordFile, program.as_bytes());
                return Err(rows.findings.problem(kind, None, None, found, ""));
            }
            let stream = compound::workbook(&bytes).ok_or_else(|| broken("compound file"))?;
            rows.fits(xls::claimed(&stream).ok_or_else(|| broken("records"))?)?;
        } else if let Some(text) = content {
            rows.fits(ods::claimed(text.as_bytes()))?;
        }
        told.format = if content.is_some() { "ODS" } else { "Excel" }.to_owned();
        let read = || parts(bytes, name).map_err(|error| broken(&error));
        let Parts { chosen, offered } = guarded(read, || broken("damaged bytes"))?;
        let is_one_of_many = offered.len() > 1;
        let Some(part) = chosen else {
            let names: Vec<&str> = offered.iter().map(|part| part.name.as_str()).collect();
            let (kind, found) = (ProblemKind::NoTable, names.join(", "));
            return Err(rows.findings.problem(kind, None, None, found.as_bytes(), ""));
        };
        if is_one_of_many {
            (told.table, told.tables) = (Some(part.name), offered);
        }
        let sheet = Self::new(part.cells);
        rows.fits(sheet.least())?;
        Ok(sheet)
    }
}

/// What a workbook holds: the table to be read, and the names of all.
struct Parts {
    chosen: Option<Part>,
    offered: Vec<Offered>,
}

/// The table of this name, or the first that has figures beside names, or else the fullest.
fn parts(bytes: Vec<u8>, name: Option<&str>) -> Result<Parts, String> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(text)?;
    let sheets = book.sheets_metadata().iter();
    let seen = sheets.clone().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let of_cells = |sheet: &&calamine::Sheet| sheet.typ == SheetType::WorkSheet;
    let mut names: Vec<String> = seen.filter(of_cells).map(|sheet| sheet.name.clone()).collect();
    if names.is_empty() {
        names = book.sheet_names();
    }
    let (mut chosen, mut best): (Option<Part>, usize) = (None, 0);
    let mut offered = Vec::new();
    for sheet in names {
        for (nth, part) in parts::split(&sheet, read(&mut book, &sheet)?).into_iter().enumerate() {
            let rank = if name == Some(part.name.as_str()) {
                usize::MAX
            } else if name.and_then(|name| stack::place(&sheet, name)) == Some(nth) {
                // Of a workbook like another the same part, whatever its title says.
                usize::MAX - 1
            } else if part.is_good() {
                usize::MAX - 2
            } else {
                part.cells.len()
            };
            if !part.cells.is_empty() {
                offered.push(Offered { name: part.name.clone(), rows: Some(part.below_header()) });
            }
            if rank > best || chosen.is_none() {
                (chosen, best) = (Some(part), rank);
            }
        }
    }
    Ok(Parts { chosen, offered })
}

/// The cells of a sheet that say something.
fn read(book: &mut Workbook, name: &str) -> Result<Vec<Cell<Data>>, String> {
    let mut cells = Vec::new();
    let mut keep = |pos, value: Data| {
        if !matches!(&value, Data::Empty) && !matches!(&value, Data::String(s) if s.is_empty()) {
            cells.push(Cell::new(pos, value));
        }
    };
    match &mut *book {
        Sheets::Xlsx(book) => {
            let mut reader = match book.worksheet_cells_reader(name) {
                Err(XlsxError::NotAWorksheet(_)) => return Ok(cells),
                reader => reader.map_err(text)?,
            };
            let percents = percents(reader.styles());
            while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(text)? {
                let is_percent = percents.get(style) == Some(&true);
                let value = cell.get_value().clone().into();
                keep(cell.get_position(), if is_percent { as_percent(value) } else { value });
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
    if cells.len() <= merged::MOST {
        let regions = match book {
            Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).ok(),
            Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).ok(),
            _ => None,
        };
        merged::fill(&mut cells, &regions.unwrap_or_default());
    }
    Ok(cells)
}

/// By number of the style, whether numbers are shown in percent: 0.5 as 50%.
fn percents(styles: &[Style]) -> Vec<bool> {
    let is_percent = |style: &Style| {
        let format = style.number_format.as_ref();
        format.is_some_and(|format| shows_percent(&format.format_code))
    };
    styles.iter().map(is_percent).collect()
}

/// Whether a code of a number format has the sign that multiplies: neither in quotes nor behind a stroke.
fn shows_percent(code: &str) -> bool {
    let (mut quoted, mut escaped) = (false, false);
    code.chars().any(|c| {
        let counts = !std::mem::take(&mut escaped) && !quoted;
        match c {
            '"' if counts || quoted => quoted = !quoted,
            '\\' if counts => escaped = true,
            _ => {}
        }
        counts && c == '%'
    })
}

fn text(error: impl Display) -> String {
    error.to_string()
}

/// Whether a compound file holds a workbook that a password locks.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    !bytes.starts_with(b"PK") && bytes.windows(name.len()).any(|window| window == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_of_percent_multiplies_unless_it_is_but_shown() {
        for code in ["0%", "0.00%", "#,##0.0%;[Red]-0.0%", "0.0\" 约\"%"] {
            assert!(shows_percent(code), "{code}");
        }
        for code in ["General", "0.0", "0.0\"%\"", "0\\%", "@", "yyyy-mm-dd", "0\" (%)\""] {
            assert!(!shows_percent(code), "{code}");
        }
    }
}
