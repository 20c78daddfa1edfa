//! What is typed, made into words; the texts it is compared with; and what is found.
//!
//! Everything that is searched is a value of a dictionary, or a text a row where there are few: the cost of a search is
//! that of the distinct texts, not of the rows.

mod names;
mod question;
mod terms;
mod texts;
mod word;

use serde::{Deserialize, Serialize};

pub use question::{Named, Part, Reading, Sense};
pub use terms::{Also, Asking, Terms};
pub(super) use texts::{ColumnTexts, Texts, Told, is_listed};
pub use word::{Query, Word};

/// What a search finds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Searchable {
    /// A value of a category column: its key and the value's id.
    Value {
        /// Key of the column.
        column: String,
        /// Id of the value.
        id: String,
    },
    /// A row, by its key.
    Row(String),
}

/// One result.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// What was found.
    pub target: Searchable,
    /// Whether any row under the clauses in force has it.
    pub is_inside: bool,
}

/// What a search comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The words that were looked for, in the pieces in which they were found.
    pub words: Vec<Word>,
    /// The results: first those that rows under the clauses in force have, then the others; the best first.
    pub hits: Vec<Hit>,
    /// Rows that hold every word, under the clauses in force.
    pub inside: usize,
    /// Rows that hold every word, but are not under the clauses in force.
    pub outside: usize,
}
