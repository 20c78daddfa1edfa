//! What the cells of a column may be.

use serde::{Deserialize, Serialize};

/// What a column's cells are read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Text values, each distinct one kept once.
    Category,
    /// Numbers.
    Number,
    /// Periods of time.
    Time,
    /// The ids of the rows, used in links.
    Key,
    /// Left out.
    Skip,
}
