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
    /// Whether its areas can be shown on a map.
    pub has_map: bool,
    /// Whether guided tours came with the data.
    pub has_tours: bool,
    /// What is wrong with the data: the first problems of each kind.
    pub problems: Vec<Problem>,
    /// How many more there are of a kind.
    pub more: Vec<(ProblemKind, usize)>,
}

impl Head {
    /// Whether the other head is of a table with as many rows, the same columns, and the same values in them, whatever
    /// they are called: what was chosen in the one means the same in the other.
    #[must_use]
    pub fn has_values_of(&self, other: &Self) -> bool {
        let values = |head: &Self| -> Vec<(String, Vec<String>)> {
            let ids = |key: &str| head.table.category(key).map(|c| c.dictionary.iter());
            let ids = |key| ids(key).into_iter().flatten().map(|(_, entry)| entry.id.clone());
            let columns = head.table.columns.iter();
            columns.map(|column| (column.key.clone(), ids(&column.key).collect())).collect()
        };
        self.len == other.len && values(self) == values(other)
    }
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
