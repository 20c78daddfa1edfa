//! The forms in which data leaves.

use crate::base::lang::Lang;
use crate::base::vocabulary::vocabulary;
use crate::i18n::catalog::export as m;

vocabulary! {
    /// A form in which data leaves, the commonest first.
    Format {
        /// A workbook with sheets of figures, sources and notes.
        Workbook = "xlsx",
        /// CSV that spreadsheets open as it is meant.
        Csv = "csv",
        /// CSV for programs.
        PlainCsv = "csv-plain",
        /// JSON.
        Json = "json",
        /// CSV for programs, and beside it what its columns are (CSV on the Web), zipped.
        Csvw = "csvw",
        /// A Frictionless Data Package, zipped.
        Package = "datapackage",
    }
}

impl Format {
    /// The name of a file of this form. What programs read has a plain name in any language.
    #[must_use]
    pub const fn file_name(self, lang: Lang) -> &'static str {
        match self {
            Self::Workbook => m::FILE_WORKBOOK.get(lang),
            Self::Csv => m::FILE_CSV.get(lang),
            Self::PlainCsv => "minsheng.csv",
            Self::Json => "minsheng.json",
            Self::Csvw => "minsheng-csvw.zip",
            Self::Package => "minsheng-datapackage.zip",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Workbook => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv | Self::PlainCsv => "text/csv;charset=utf-8",
            Self::Json => "application/json",
            Self::Csvw | Self::Package => "application/zip",
        }
    }
}
