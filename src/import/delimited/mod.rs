//! Text with separators between cells (CSV, TSV), fed in chunks of any size.
//!
//! Rows without a quoted cell, nearly all of most files, are cut at the marks that [`scan`] finds, and their cells are
//! handed on where they lie. A row with a quoted cell goes through the `csv-core` library. Lines may end in LF, CRLF or
//! CR; blank lines are passed over.

mod dialect;
mod quoted;
mod scan;

pub(super) use dialect::{divides, is_even};
use quoted::{Quoted, State};
use scan::{BLOCK, marks};

use super::Options;
use super::rows::Rows;
use super::sample::Cells;
use crate::base::problem::ProblemKind;

/// Bytes that the separator is told from.
const HEAD: usize = 64 << 10;

/// A reader under way.
#[derive(Debug)]
pub(super) struct Delimited {
    separator: Option<u8>,
    /// Longest row that is kept.
    limit: usize,
    /// What is left of the chunks so far: the head while the separator is not known, then the row that is not whole.
    rest: Vec<u8>,
    places: Vec<(u32, u32)>,
    quoted: Option<Quoted>,
    /// Whether [`Self::quoted`] has begun a row.
    in_quoted: bool,
    /// Line of the row that comes next, from 1.
    line: usize,
    /// Whether the line before ended in CR, so that an LF belongs to it.
    after_return: bool,
}

/// Why the scan of plain rows stopped, and where the row that it stopped in begins.
enum Stop {
    /// The chunk is at an end.
    End(usize),
    /// The row has a quoted cell.
    Quote(usize),
}

impl Delimited {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            separator: options.separator,
            limit: options.cell,
            rest: Vec::new(),
            places: Vec::new(),
            quoted: None,
            in_quoted: false,
            line: 1,
            after_return: false,
        }
    }

    /// The byte between cells, once it is known.
    pub(super) fn separator(&self) -> u8 {
        self.separator.unwrap_or(b',')
    }

    /// Takes a chunk of UTF-8 text.
    pub(super) fn feed(&mut self, chunk: &[u8], rows: &mut Rows) {
        if self.separator.is_none() {
            self.rest.extend_from_slice(chunk);
            if self.rest.len() < HEAD {
                return;
            }
            self.settle(false, rows);
            let head = std::mem::take(&mut self.rest);
            self.read(&head, rows);
            return;
        }
        let mut chunk = chunk;
        if !self.rest.is_empty() {
            // The row that lies across the chunks, up to the first end of a line, is the only one that is copied.
            let end = chunk.iter().position(|b| matches!(b, b'\n' | b'\r'));
            let (first, others) = chunk.split_at(end.map_or(chunk.len(), |end| end + 1));
            let mut joined = std::mem::take(&mut self.rest);
            joined.extend_from_slice(first);
            if end.is_none() && joined.len() <= self.limit {
                self.rest = joined;
                return;
            }
            self.read(&joined, rows);
            chunk = others;
        }
        self.read(chunk, rows);
    }

    /// Takes the end of the text.
    pub(super) fn finish(&mut self, rows: &mut Rows) {
        if self.separator.is_none() {
            self.settle(true, rows);
        }
        let mut rest = std::mem::take(&mut self.rest);
        if !rest.is_empty() {
            rest.push(b'\n');
            self.read(&rest, rows);
        }
        if self.in_quoted {
            self.finish_quoted(rows);
        }
    }

    /// The last row of the file, which no end of line has ended.
    fn finish_quoted(&mut self, rows: &mut Rows) {
        let Some(quoted) = &mut self.quoted else { return };
        let start = quoted.rest().to_vec();
        // The end of the line ends the row, unless it falls within quotes.
        let open = quoted.feed(b"\n", usize::MAX).0 == State::UnderWay;
        if open {
            let (line, kind) = (Some(quoted.line), ProblemKind::OpenQuote);
            rows.findings.note(kind, line, None, &start, "\"");
            quoted.feed(b"\"\n", usize::MAX);
        }
        quoted.places(&mut self.places);
        if open && let Some(cut) = self.places.last_mut() {
            cut.1 = cut.0;
        }
        let cells = Cells { text: &quoted.text, places: &self.places, cut: open };
        rows.row(quoted.line, cells, quoted.taken);
        self.in_quoted = false;
    }

    fn settle(&mut self, whole: bool, rows: &mut Rows) {
        let separator = dialect::separator(&self.rest[..self.rest.len().min(HEAD)], whole);
        self.separator = Some(separator);
        rows.set_separator(separator);
    }

    /// Reads every whole row of the bytes, and keeps what is left.
    fn read(&mut self, bytes: &[u8], rows: &mut Rows) {
        let mut at = 0;
        while at < bytes.len() {
            if self.after_return && bytes[at] == b'\n' {
                at += 1;
            }
            self.after_return = false;
            if self.in_quoted {
                at += self.read_quoted(&bytes[at..], rows);
                continue;
            }
            match self.read_plain(bytes, at, rows) {
                Stop::Quote(row) => {
                    self.begin_quoted();
                    at = row;
                }
                Stop::End(row) if bytes.len() - row > self.limit => {
                    self.begin_quoted();
                    at = row;
                }
                Stop::End(row) => {
                    self.rest.extend_from_slice(&bytes[row..]);
                    return;
                }
            }
        }
    }

    fn begin_quoted(&mut self) {
        let (separator, line) = (self.separator.unwrap_or(b','), self.line);
        self.quoted.get_or_insert_with(|| Quoted::new(separator, line)).restart(line);
        self.in_quoted = true;
    }

    /// Takes bytes for the row with quotes; gives how many.
    fn read_quoted(&mut self, bytes: &[u8], rows: &mut Rows) -> usize {
        let Some(quoted) = &mut self.quoted else { return bytes.len() };
        let (state, taken) = quoted.feed(bytes, self.limit);
        let passed = &bytes[..taken];
        let pairs = passed.windows(2).filter(|pair| pair == b"\r\n").count();
        self.line += passed.iter().filter(|b| matches!(b, b'\n' | b'\r')).count() - pairs;
        if state == State::Whole {
            quoted.places(&mut self.places);
            if let Some(cell) = quoted.too_long() {
                let limit = super::size_text(self.limit);
                let place = (cell + 1).to_string();
                let (kind, line) = (ProblemKind::CellTooLong, Some(quoted.line));
                rows.findings.note(kind, line, Some(&place), b"", &limit);
            }
            let cut = quoted.too_long().is_some();
            let cells = Cells { text: &quoted.text, places: &self.places, cut };
            rows.row(quoted.line, cells, quoted.taken);
            self.in_quoted = false;
            self.after_return = passed.last() == Some(&b'\r');
        }
        taken
    }

    /// Hands on the rows from `start` as long as no cell of theirs begins with a quote.
    fn read_plain(&mut self, bytes: &[u8], start: usize, rows: &mut Rows) -> Stop {
        let separator = self.separator.unwrap_or(b',');
        let (mut row, mut cell) = (start, start);
        self.places.clear();
        let mut base = start;
        while base < bytes.len() {
            let block = bytes[base..].first_chunk::<BLOCK>();
            let mut found = block.map_or_else(
                || {
                    let mut last = [0; BLOCK];
                    last[..bytes.len() - base].copy_from_slice(&bytes[base..]);
                    marks(&last, separator)
                },
                |block| marks(block, separator),
            );
            while found != 0 {
                let at = base + found.trailing_zeros() as usize;
                found &= found - 1;
                let byte = bytes.get(at).copied().unwrap_or_default();
                if byte == separator {
                    self.places.push((offset(cell), offset(at)));
                    cell = at + 1;
                } else if byte == b'"' {
                    if at == cell {
                        return Stop::Quote(row);
                    }
                } else {
                    // The LF of a CRLF, or a blank line.
                    let blank = self.places.is_empty() && at == cell;
                    let pair = byte == b'\n' && at > 0 && at == row && bytes[at - 1] == b'\r';
                    if !blank {
                        self.places.push((offset(cell), offset(at)));
                        let cells = Cells { text: bytes, places: &self.places, cut: false };
                        rows.row(self.line, cells, at + 1 - row);
                        self.places.clear();
                    } else if !pair {
                        rows.gap();
                    }
                    self.line += usize::from(!(blank && pair && at > start));
                    (row, cell) = (at + 1, at + 1);
                    self.after_return = byte == b'\r' && row == bytes.len();
                }
            }
            base += BLOCK;
        }
        Stop::End(row)
    }
}

/// Chunks are far below 4 GiB.
#[inline]
const fn offset(at: usize) -> u32 {
    #[allow(clippy::cast_possible_truncation)]
    let offset = at as u32;
    offset
}

#[cfg(test)]
mod tests;
