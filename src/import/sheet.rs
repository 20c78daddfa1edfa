//! Spreadsheets (XLSX, XLSB, XLS, ODS): the largest sheet of a workbook, or a named one, row by row.

use std::io::Cursor;

use calamine::{Data, Range, Reader, open_workbook_auto_from_rs};

use super::rows::{Rows, Whole};
use super::sample::Cells;
use crate::base::problem::{Problem, ProblemKind};

/// Rows that are read in one step.
const STEP: usize = 20_000;

/// A sheet whose rows are being read.
pub(super) struct Sheet {
    range: Range<Data>,
    next: usize,
}

impl std::fmt::Debug for Sheet {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sheet").field("next", &self.next).finish_non_exhaustive()
    }
}

impl Sheet {
    /// Opens a workbook.
    pub(super) fn open(bytes: Vec<u8>, name: Option<&str>, rows: &Rows) -> Result<Self, Problem> {
        let broken = |found: String| {
            let found = found.as_bytes();
            rows.findings.problem(ProblemKind::DamagedFile, None, None, found, "XLSX, XLS, ODS")
        };
        if is_locked(&bytes) {
            return Err(rows.findings.problem(ProblemKind::Locked, None, None, b"", ""));
        }
        let mut book = open_workbook_auto_from_rs(Cursor::new(bytes))
            .map_err(|error| broken(error.to_string()))?;
        let names = match name {
            Some(name) => vec![name.to_owned()],
            None => book.sheet_names(),
        };
        let mut largest = Range::empty();
        for name in names {
            let range = book.worksheet_range(&name).map_err(|error| broken(error.to_string()))?;
            let cells = |range: &Range<Data>| range.get_size().0 * range.get_size().1;
            if cells(&range) > cells(&largest) {
                largest = range;
            }
        }
        Ok(Self { range: largest, next: 0 })
    }

    /// Hands on some rows; whether there are more.
    pub(super) fn step(&mut self, rows: &mut Rows) -> bool {
        let first = self.range.start().map_or(0, |(row, _)| row as usize);
        let (mut text, mut places) = (Vec::new(), Vec::new());
        let sheet = self.range.rows();
        rows.set_whole(Whole::Sure(self.range.height() as u64));
        for (at, cells) in sheet.enumerate().skip(self.next).take(STEP) {
            text.clear();
            places.clear();
            for cell in cells {
                let from = offset(text.len());
                push(&mut text, cell);
                places.push((from, offset(text.len())));
            }
            if !text.is_empty() {
                let line = first + at + 1;
                rows.row(line, Cells { text: &text, places: &places, cut: false }, 1);
            }
        }
        self.next += STEP;
        self.next < self.range.height()
    }
}

/// Whether a compound file holds a workbook that a password locks.
fn is_locked(bytes: &[u8]) -> bool {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    !bytes.starts_with(b"PK") && bytes.windows(name.len()).any(|window| window == name)
}

fn offset(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// Writes a cell as the text that a table would have for it.
fn push(text: &mut Vec<u8>, cell: &Data) {
    let written = match cell {
        Data::Empty => return,
        Data::String(string) | Data::DateTimeIso(string) | Data::DurationIso(string) => {
            text.extend_from_slice(string.as_bytes());
            return;
        }
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number.to_string(),
        Data::Bool(value) => value.to_string(),
        Data::DateTime(moment) if moment.is_datetime() => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            let time = if (hour, minute, second) == (0, 0, 0) {
                String::new()
            } else {
                format!("T{hour:02}:{minute:02}:{second:02}")
            };
            format!("{year:04}-{month:02}-{day:02}{time}")
        }
        Data::DateTime(moment) => moment.as_f64().to_string(),
        Data::Error(error) => error.to_string(),
    };
    text.extend_from_slice(written.as_bytes());
}
