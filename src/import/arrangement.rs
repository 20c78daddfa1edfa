//! How a table lay in its file, and what a reader wants otherwise: told beside the table, and kept in its link.

use serde::{Deserialize, Serialize};

/// What a reader wants otherwise than it would be read. The default wants nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Arrangement {
    /// Columns stay as they stand, though they are periods or places.
    pub long: bool,
    /// Rows above the header, and rows of the header.
    pub header: Option<(usize, usize)>,
    /// Rows that look like notes are rows.
    pub keep_notes: bool,
}

/// How a table lay in its file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// Rows above the header.
    pub above: usize,
    /// Rows of the header.
    pub header: usize,
    /// Rows of codes or units between header and figures.
    pub under: usize,
    /// What the lines above call the table.
    pub title: Option<String>,
    /// The unit of measure that a line above gives to all figures.
    pub unit: Option<String>,
    /// What a line above says that is measured.
    pub measure: Option<String>,
    /// One column that is spread over many, where there is one.
    pub wide: Option<Wide>,
}

/// What stands across the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Across {
    /// Periods of time.
    #[default]
    Time,
    /// Reference areas.
    Area,
}

/// A column that is spread over many.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Wide {
    /// What they are.
    pub across: Across,
    /// The first and the last of them, as they stand.
    pub ends: (String, String),
    /// How many there are.
    pub labels: usize,
    /// Whether rows were made of them.
    pub used: bool,
}

/// What a note is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum About {
    /// The table.
    Table,
    /// The column of this name.
    Column(String),
}

/// What a file says beside its table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// Its line in the file.
    pub line: usize,
    /// What it is about.
    pub about: About,
    /// What it says.
    pub text: String,
}
