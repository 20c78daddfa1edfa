//! What a file turned out to be, told to the reader beside the table: its format, how its text was read, and what else
//! it holds.

use serde::{Deserialize, Serialize};

/// A table of a file that holds several: a sheet, a part of one, a file in a zip file, a table of a page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Offered {
    /// What it is called, which [`super::Options::table`] takes.
    pub name: String,
    /// Rows below its header; `None` where nobody has counted them.
    pub rows: Option<usize>,
}

/// How a file was read. What is empty is not known, or does not apply.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Told {
    /// What people call its format: `CSV`, `Excel`, `JSON-stat`.
    pub format: String,
    /// The encoding of its text, by its WHATWG name.
    pub encoding: Option<String>,
    /// Whether the encoding is a guess: neither a mark, nor the bytes by themselves, nor the reader tells it.
    pub guessed: bool,
    /// What stands between cells.
    pub separator: Option<char>,
    /// The table that is read, where the file holds several.
    pub table: Option<String>,
    /// All tables in the file's order, the one that is read among them; none where there is only one.
    pub tables: Vec<Offered>,
}

/// How a reader, or whoever opens a table for one, wants a file read. What is empty is told from the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Choices {
    /// The encoding of its text, by a WHATWG label.
    pub encoding: Option<String>,
    /// The table of it, by the name that is offered.
    pub table: Option<String>,
    /// The reader's language: `zh` or `en`.
    pub lang: String,
}

/// The encodings that a reader is offered where one had to be guessed, by their WHATWG names.
pub const ENCODINGS: [&str; 15] = [
    "UTF-8",
    "GB18030",
    "Big5",
    "Shift_JIS",
    "EUC-JP",
    "EUC-KR",
    "windows-1252",
    "windows-1250",
    "windows-1251",
    "windows-1253",
    "windows-1254",
    "windows-1256",
    "windows-874",
    "UTF-16LE",
    "UTF-16BE",
];
