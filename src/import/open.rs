//! One way in for every format: bytes in, table out.

use super::delimited::Delimited;
use super::encoding::ToUtf8;
use super::findings::Findings;
use super::plan::Plan;
use super::rows::Rows;
use crate::base::problem::{Problem, ProblemKind};
use crate::column::Table;

/// Bytes that are worked on between two looks at the memory the table takes.
const SLICE: usize = 1 << 20;

/// Whether the first row holds the names of the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Header {
    /// Told from the first rows.
    #[default]
    Sniff,
    /// It does.
    Present,
    /// It is a row like the others.
    Absent,
}

/// How to read. What is left out is told from the name and the bytes.
#[derive(Clone, Debug)]
pub struct Options {
    /// Bytes of the whole input, where known: for the estimate of the table's size, and for progress.
    pub size: Option<u64>,
    /// Bytes that the finished table may take.
    pub memory: usize,
    /// Bytes that a row of text may take; a longer cell is left out.
    pub cell: usize,
    /// The byte between cells.
    pub separator: Option<u8>,
    /// WHATWG label of the encoding.
    pub encoding: Option<String>,
    /// Whether there is a header.
    pub header: Header,
    /// What the columns are read as; otherwise it is inferred.
    pub plan: Option<Plan>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            size: None,
            memory: 2 << 30,
            cell: 4 << 20,
            separator: None,
            encoding: None,
            header: Header::Sniff,
            plan: None,
        }
    }
}

/// How far a reading has come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Bytes of the input that have been read.
    pub done: u64,
    /// Bytes of the whole input, where known.
    pub total: Option<u64>,
    /// Rows so far.
    pub rows: usize,
}

/// What a file turned out to be.
#[derive(Clone, Debug)]
pub struct Imported {
    /// The table.
    pub table: Table,
    /// What its columns were read as.
    pub plan: Plan,
    /// What is wrong with the file.
    pub findings: Findings,
}

/// A file that is being read. Feed it, then finish it; drop it to stop.
#[derive(Debug)]
pub struct Import {
    rows: Rows,
    text: ToUtf8,
    reader: Delimited,
    done: u64,
    size: Option<u64>,
}

impl Import {
    /// Begins to read a file of this name.
    #[must_use]
    pub fn new(name: &str, options: &Options) -> Self {
        Self {
            rows: Rows::new(name, options),
            text: ToUtf8::new(options.encoding.as_deref()),
            reader: Delimited::new(options),
            done: 0,
            size: options.size,
        }
    }

    /// Takes the next bytes.
    ///
    /// # Errors
    /// A problem that ends the reading, such as a table that would not fit the memory.
    pub fn feed(&mut self, bytes: &[u8]) -> Result<(), Problem> {
        for slice in bytes.chunks(SLICE) {
            self.done += slice.len() as u64;
            self.rows.set_whole(self.size);
            self.reader.feed(self.text.feed(slice, false), &mut self.rows);
            self.rows.check()?;
        }
        Ok(())
    }

    /// How far it has come.
    #[must_use]
    pub const fn progress(&self) -> Progress {
        Progress { done: self.done, total: self.size, rows: self.rows.len() }
    }

    /// Takes the end of the input.
    ///
    /// # Errors
    /// A problem where there is no table, or not enough memory for it.
    pub fn finish(mut self) -> Result<Imported, Problem> {
        self.reader.feed(self.text.feed(&[], true), &mut self.rows);
        self.reader.finish(&mut self.rows);
        if self.text.spoilt {
            let name = self.text.name().unwrap_or_default();
            self.rows.findings.note(ProblemKind::WrongEncoding, None, None, b"", name);
        }
        let (table, plan, findings) = self.rows.finish()?;
        Ok(Imported { table, plan, findings })
    }
}

/// A number of bytes in the unit that people use.
pub(super) fn size_text(bytes: usize) -> String {
    let (mut size, mut unit) = (bytes as u128 * 10, "B");
    for next in ["kB", "MB", "GB", "TB"] {
        if size < 10_000 {
            break;
        }
        (size, unit) = (size / 1000, next);
    }
    if unit == "B" || size % 10 == 0 {
        format!("{} {unit}", size / 10)
    } else {
        format!("{}.{} {unit}", size / 10, size % 10)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_written_short() {
        for (bytes, text) in [
            (0, "0 B"),
            (999, "999 B"),
            (1500, "1.5 kB"),
            (4 << 20, "4.1 MB"),
            (2_000_000_000, "2 GB"),
        ] {
            assert_eq!(size_text(bytes), text);
        }
    }
}
