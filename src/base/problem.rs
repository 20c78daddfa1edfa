//! Problems found in data: typed, with a position, never a panic.

use std::fmt;

use serde::{Deserialize, Serialize};

/// Where in a package a problem lies.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// Table (file) name, such as `observations`.
    pub table: String,
    /// Line of the file, counted from 1, the header being line 1; `None` for the table as a whole.
    pub row: Option<usize>,
    /// Column name; `None` for the row as a whole.
    pub column: Option<String>,
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.table)?;
        if let Some(row) = self.row {
            write!(f, ", row {row}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column {column}")?;
        }
        Ok(())
    }
}

/// What is wrong. The words a reader sees for each kind stand in the i18n catalog.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum ProblemKind {
    /// A file could not be read as what it claims to be.
    Unreadable,
    /// A table of the package is missing.
    MissingTable,
    /// A table lacks a column.
    MissingColumn,
    /// A row has more or fewer cells than the header.
    RaggedRow,
    /// A required cell is empty.
    EmptyCell,
    /// An id stands in more than one row.
    DuplicateId,
    /// An id that no row of the other table has.
    UnknownReference,
    /// Not a finite decimal number.
    NotANumber,
    /// Not a date at year, month or day precision.
    BadDate,
    /// The start lies after the end.
    PeriodReversed,
    /// A word outside the column's vocabulary.
    OutsideVocabulary,
    /// A percentage outside 0 to 100.
    PercentOutOfRange,
    /// A unit that cannot be converted into the indicator's.
    UnitNotConvertible,
    /// A chain of parents that leads back to itself.
    TreeCycle,
    /// The printed figure does not contain the value.
    PrintedWithoutValue,
    /// The locator's offsets are not numbers, or its length is not the printed text's.
    BadLocator,
    /// Breakdown that is not `key=value` pairs separated by `;`.
    BadBreakdown,
    /// Bytes that are no text in the file's encoding.
    WrongEncoding,
    /// The file ends before it is complete.
    CutFile,
    /// A quote that is never closed: the rest of the file would be one cell.
    OpenQuote,
    /// A cell longer than is kept.
    CellTooLong,
    /// A word such as `NaN` or `inf`.
    NotFinite,
    /// A number beyond what a binary float holds, such as `1e400`.
    TooGreat,
    /// A row above the header, or one that holds no cells of the table.
    SkippedRow,
    /// A column name that an earlier column has.
    DuplicateHeader,
    /// A column without a name.
    EmptyHeader,
    /// The file holds no table.
    NoTable,
    /// The table would take more memory than there may be.
    TooLarge,
    /// A format that is not read.
    UnknownFormat,
    /// The server gives files whole instead of the parts that were asked for.
    WholeFile,
}

/// One thing that is wrong with the data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What is wrong.
    pub kind: ProblemKind,
    /// Where.
    pub at: Location,
    /// What stands there.
    pub found: String,
    /// What was expected there: a pattern, a list of allowed values or a name; no sentence.
    pub expected: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}, found `{}`", self.at, self.kind, self.found)?;
        if !self.expected.is_empty() {
            write!(f, ", expected {}", self.expected)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
