//! Problems found in data: typed, with a position, never a panic.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::vocabulary::vocabulary;

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

vocabulary! {
    /// What is wrong, by the word that scripts know it by. What a reader is told of each kind stands in the i18n catalog.
    ProblemKind {
        /// A file could not be read as what it claims to be.
        Unreadable = "Unreadable",
        /// A table of the package is missing.
        MissingTable = "MissingTable",
        /// A table lacks a column.
        MissingColumn = "MissingColumn",
        /// A row has more or fewer cells than the header.
        RaggedRow = "RaggedRow",
        /// A required cell is empty.
        EmptyCell = "EmptyCell",
        /// An id stands in more than one row.
        DuplicateId = "DuplicateId",
        /// An id that no row of the other table has.
        UnknownReference = "UnknownReference",
        /// Not a finite decimal number.
        NotANumber = "NotANumber",
        /// Not a date at year, month or day precision.
        BadDate = "BadDate",
        /// The start lies after the end.
        PeriodReversed = "PeriodReversed",
        /// A word outside the column's vocabulary.
        OutsideVocabulary = "OutsideVocabulary",
        /// A percentage outside 0 to 100.
        PercentOutOfRange = "PercentOutOfRange",
        /// A unit that cannot be converted into the indicator's.
        UnitNotConvertible = "UnitNotConvertible",
        /// A chain of parents that leads back to itself.
        TreeCycle = "TreeCycle",
        /// The printed figure does not contain the value.
        PrintedWithoutValue = "PrintedWithoutValue",
        /// The locator's offsets are not numbers, or its length is not the printed text's.
        BadLocator = "BadLocator",
        /// Breakdown that is not `key=value` pairs separated by `;`.
        BadBreakdown = "BadBreakdown",
        /// Bytes that are no text in the file's encoding.
        WrongEncoding = "WrongEncoding",
        /// The file ends before it is complete.
        CutFile = "CutFile",
        /// A quote that is never closed: the rest of the file would be one cell.
        OpenQuote = "OpenQuote",
        /// A cell longer than is kept.
        CellTooLong = "CellTooLong",
        /// A word such as `NaN` or `inf`.
        NotFinite = "NotFinite",
        /// A number beyond what a binary float holds, such as `1e400`.
        TooGreat = "TooGreat",
        /// A row above the header, or one that holds no cells of the table.
        SkippedRow = "SkippedRow",
        /// A column name that an earlier column has.
        DuplicateHeader = "DuplicateHeader",
        /// A column without a name.
        EmptyHeader = "EmptyHeader",
        /// The file holds no table.
        NoTable = "NoTable",
        /// The table would take more memory than there may be.
        TooLarge = "TooLarge",
        /// The table has more columns than one may have.
        TooWide = "TooWide",
        /// A format that is not read.
        UnknownFormat = "UnknownFormat",
        /// The server gives files whole instead of the parts that were asked for.
        WholeFile = "WholeFile",
        /// The bytes are not what the format has: cut off or damaged. What was found there is for the console alone.
        DamagedFile = "DamagedFile",
        /// The file is locked by a password.
        Locked = "Locked",
        /// The file has a header and no rows.
        NoRows = "NoRows",
        /// A column whose cells are no single numbers, texts or dates.
        UnsupportedColumn = "UnsupportedColumn",
        /// A column that is of one type in one part of the file and of another in the next.
        MixedTypes = "MixedTypes",
        /// A text in an encoding that nothing here reads.
        UnreadEncoding = "UnreadEncoding",
        /// A picture.
        Picture = "Picture",
        /// A PDF.
        Pdf = "Pdf",
        /// A text or slides of an office program.
        WordFile = "WordFile",
        /// Sound or film.
        Recording = "Recording",
        /// Files packed in a way that is not read.
        Packed = "Packed",
        /// Sentences, and no table.
        Prose = "Prose",
        /// A file, of several that were opened at once, that has other columns than the others.
        OtherColumns = "OtherColumns",
        /// A file that was to be a map and has no shapes.
        NoShapes = "NoShapes",
        /// A map that has other areas than the table.
        OtherAreas = "OtherAreas",
        /// A map of more areas or positions than one may have: the table is there, the map is not.
        MapTooLarge = "MapTooLarge",
        /// A file of a package that is not the one that its descriptor speaks of.
        OtherThanDescribed = "OtherThanDescribed",
        /// A file of a package that nobody gave: the table is there, what the file was to bring is not.
        NotBrought = "NotBrought",
        /// A path that leads out of the package.
        OutsidePackage = "OutsidePackage",
    }
}

impl ProblemKind {
    /// Whether what is shown is then a part of the file, or a part of it stands where it does not belong.
    #[must_use]
    pub const fn is_of_a_part(self) -> bool {
        matches!(self, Self::CutFile | Self::OpenQuote)
    }
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

/// For the console and for whoever writes programs; readers are told by `words::describe`.
impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.at)?;
        for (at, letter) in self.kind.id().char_indices() {
            let space = if at > 0 && letter.is_uppercase() { " " } else { "" };
            write!(f, "{space}{}", letter.to_ascii_lowercase())?;
        }
        if !self.found.is_empty() {
            write!(f, ", found “{}”", self.found)?;
        }
        if !self.expected.is_empty() {
            write!(f, ", expected {}", self.expected)?;
        }
        Ok(())
    }
}

impl std::error::Error for Problem {}
