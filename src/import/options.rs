//! What a reader of files is told: what is known of a file, and the memory that its table may take.

use super::plan::{Hinted, Plan};
use super::source::JoinWanted;
use crate::base::lang::Lang;

/// Columns that a table may have: those of a spreadsheet's sheet.
pub(super) const COLUMNS: usize = 16_384;

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
    /// The reader's language, for bytes that may be text in several encodings.
    pub lang: Lang,
    /// Whether there is a header.
    pub header: Header,
    /// What the columns are read as; otherwise it is inferred.
    pub plan: Option<Plan>,
    /// What a description of the file says of its columns.
    pub fields: Vec<Hinted>,
    /// The sheet, or the table of a package or of a zip file; otherwise the first good one of a workbook, and else the largest.
    pub table: Option<String>,
    /// How another table of a zip file is joined to the first ones, where that is wanted.
    pub join: Option<JoinWanted>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            size: None,
            memory: 2 << 30,
            cell: 4 << 20,
            separator: None,
            encoding: None,
            lang: Lang::Zh,
            header: Header::Sniff,
            plan: None,
            fields: Vec::new(),
            table: None,
            join: None,
        }
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
