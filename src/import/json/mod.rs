//! JSON rows: an array of objects (or of arrays), such an array within objects, or one object a line (NDJSON).
//!
//! Where each row ends is found as the bytes come, so that only one row is held; the row itself is read by `serde_json`,
//! with its numbers as they are written.

mod row;
mod shape;

pub(super) use row::RowReader;
use shape::Shape;

use super::Options;
use super::rows::Rows;
use crate::base::problem::ProblemKind;

/// Bytes that the shape is told from.
const HEAD: usize = 64 << 10;

/// Bytes that a feature of a map may take.
const OUTLINE: usize = 128 << 20;

/// A reader under way.
#[derive(Debug)]
pub(super) struct Json {
    /// Where rows lie, once it is known.
    shape: Option<Shape>,
    /// The bytes so far while it is not, then the row that is under way.
    held: Vec<u8>,
    scan: Scan,
    /// Whether the array of rows is under way, whether a row is, and arrays at its depth so far.
    in_rows: bool,
    in_row: bool,
    arrays: usize,
    /// Line on which the row began.
    row_line: usize,
    limit: usize,
    /// Whether the row is too long to be held.
    too_long: bool,
    reader: RowReader,
}

/// Where in the text a byte stands.
#[derive(Clone, Debug)]
struct Scan {
    depth: usize,
    in_text: bool,
    escaped: bool,
    line: usize,
}

impl Scan {
    const fn new() -> Self {
        Self { depth: 0, in_text: false, escaped: false, line: 1 }
    }

    /// Takes a byte; gives the depth of a value that begins or ends with it.
    const fn take(&mut self, byte: u8) -> Edge {
        if self.in_text {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => self.in_text = false,
                b'\n' => self.line += 1,
                _ => {}
            }
            return Edge::None;
        }
        match byte {
            b'"' => self.in_text = true,
            b'\n' => self.line += 1,
            b'{' | b'[' => {
                self.depth += 1;
                return Edge::Begins(self.depth - 1);
            }
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return Edge::Ends(self.depth);
            }
            _ => {}
        }
        Edge::None
    }
}

enum Edge {
    Begins(usize),
    Ends(usize),
    None,
}

impl Json {
    pub(super) fn new(options: &Options) -> Self {
        Self {
            shape: None,
            held: Vec::new(),
            scan: Scan::new(),
            in_rows: false,
            in_row: false,
            arrays: 0,
            row_line: 1,
            limit: options.cell,
            too_long: false,
            reader: RowReader::default(),
        }
    }

    /// Takes a chunk of UTF-8 text.
    pub(super) fn feed(&mut self, chunk: &[u8], rows: &mut Rows) {
        if self.shape.is_none() {
            self.held.extend_from_slice(chunk);
            if self.held.len() < HEAD {
                return;
            }
            let head = std::mem::take(&mut self.held);
            self.settle(&head, rows);
            self.read(&head, rows);
            return;
        }
        self.read(chunk, rows);
    }

    /// Takes the end of the text.
    pub(super) fn finish(&mut self, rows: &mut Rows) {
        if self.shape.is_none() {
            let head = std::mem::take(&mut self.held);
            self.settle(&head, rows);
            self.read(&head, rows);
        }
        if self.scan.depth > 0 || self.scan.in_text {
            let held = std::mem::take(&mut self.held);
            rows.findings.note(ProblemKind::CutFile, Some(self.scan.line), None, &held, "");
        }
    }

    /// What people call the format.
    pub(super) const fn name(&self) -> &'static str {
        if self.reader.is_geographic { "GeoJSON" } else { "JSON" }
    }

    fn settle(&mut self, head: &[u8], rows: &mut Rows) {
        self.shape = Some(Shape::of(head));
        self.reader.is_geographic = shape::is_geographic(head);
        if self.reader.is_geographic {
            // The outline of a country with all its islands is longer than any cell.
            self.limit = self.limit.max(OUTLINE);
            if !shape::is_collection(head) {
                self.shape = Some(Shape::default());
            }
            rows.shapes.referred(&shape::reference(head));
        }
    }

    fn read(&mut self, chunk: &[u8], rows: &mut Rows) {
        let Shape { level, nth } = self.shape.unwrap_or_default();
        let mut start = if self.in_row { Some(0) } else { None };
        for (at, &byte) in chunk.iter().enumerate() {
            match self.scan.take(byte) {
                Edge::Begins(depth) if depth == level && (level == 0 || self.in_rows) => {
                    (start, self.row_line, self.in_row) = (Some(at), self.scan.line, true);
                }
                Edge::Begins(depth) if depth + 1 == level => {
                    self.in_rows = byte == b'[' && self.arrays == nth;
                    self.arrays += usize::from(byte == b'[');
                }
                Edge::Ends(depth) if depth == level => {
                    if let Some(from) = start.take() {
                        self.end_row(&chunk[from..=at], rows);
                        self.in_row = false;
                    }
                }
                Edge::Ends(depth) if depth + 1 == level => self.in_rows = false,
                _ => {}
            }
        }
        if let Some(from) = start {
            self.hold(&chunk[from..], rows);
        }
    }

    fn hold(&mut self, piece: &[u8], rows: &mut Rows) {
        if self.too_long {
            return;
        }
        if self.held.len() + piece.len() > self.limit {
            let limit = super::size_text(self.limit);
            let (kind, line) = (ProblemKind::CellTooLong, Some(self.row_line));
            rows.findings.note(kind, line, None, &self.held, &limit);
            self.held = Vec::new();
            self.too_long = true;
            return;
        }
        self.held.extend_from_slice(piece);
    }

    fn end_row(&mut self, last: &[u8], rows: &mut Rows) {
        if !self.held.is_empty() || self.too_long || last.len() > self.limit {
            self.hold(last, rows);
            let row = std::mem::take(&mut self.held);
            if !std::mem::take(&mut self.too_long) {
                self.reader.read(&row, self.row_line, rows);
            }
            return;
        }
        self.reader.read(last, self.row_line, rows);
    }
}

#[cfg(test)]
mod tests;
