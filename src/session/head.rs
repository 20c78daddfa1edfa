//! What is known of a table before anything is asked.

use serde::{Deserialize, Serialize};

use crate::base::problem::{Problem, ProblemKind};
use crate::column::Table;
use crate::plot::Rows;

/// What is known of a table before anything is asked: enough to draw names, filters and links.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Head {
    /// The table's columns with their dictionaries, and no row.
    pub table: Table,
    /// Number of rows.
    pub len: usize,
    /// What its rows are; of published figures, from how many releases they come.
    pub rows: Rows<usize>,
    /// Whether guided tours came with the data.
    pub has_tours: bool,
    /// What is wrong with the data: the first problems of each kind.
    pub problems: Vec<Problem>,
    /// How many more there are of a kind.
    pub more: Vec<(ProblemKind, usize)>,
}

/// A head as bytes.
///
/// # Errors
/// Where memory is short, in the words of the encoder.
pub fn write_head(head: &Head) -> Result<Vec<u8>, String> {
    postcard::to_allocvec(head).map_err(|e| e.to_string())
}

/// A head from its bytes.
///
/// # Errors
/// Where the bytes are none of [`write_head`].
pub fn read_head(bytes: &[u8]) -> Result<Head, String> {
    postcard::from_bytes(bytes).map_err(|e| e.to_string())
}
