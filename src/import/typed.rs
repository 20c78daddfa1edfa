//! Columns whose types their file states, as readers of such files hand them over.

use crate::column::{Codes, Floats};

/// A column of a file, typed and coded.
#[derive(Clone, Debug, PartialEq)]
pub struct TypedColumn {
    /// Its name in the file.
    pub name: String,
    /// One cell a row.
    pub cells: TypedCells,
}

/// Cells of one type.
#[derive(Clone, Debug, PartialEq)]
pub enum TypedCells {
    /// Words: a code a row into the distinct texts, in the order of their first row. Booleans are `true` and `false`.
    Text {
        /// One code a row.
        codes: Codes,
        /// The distinct texts.
        values: Vec<String>,
    },
    /// Days: a code a row into the distinct ones as `YYYY-MM-DD`, ascending. Times of day are left out.
    Dates {
        /// One code a row.
        codes: Codes,
        /// The distinct days.
        values: Vec<String>,
    },
    /// Numbers: whole, decimal or float; not a number where a row has none. Four bytes where these hold every one exactly.
    Numbers(Floats),
}

impl TypedColumn {
    /// Number of rows.
    #[must_use]
    pub const fn len(&self) -> usize {
        match &self.cells {
            TypedCells::Text { codes, .. } | TypedCells::Dates { codes, .. } => codes.len(),
            TypedCells::Numbers(floats) => floats.len(),
        }
    }

    /// Whether there are no rows.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The row's cell as text; empty where it has none. Numbers are written at their shortest.
    #[must_use]
    pub fn text(&self, row: usize) -> String {
        let number = |float: f64, text: String| if float.is_nan() { String::new() } else { text };
        match &self.cells {
            TypedCells::Text { codes, values } | TypedCells::Dates { codes, values } => {
                codes.code(row).and_then(|c| values.get(c as usize)).cloned().unwrap_or_default()
            }
            TypedCells::Numbers(Floats::F64(floats)) => {
                floats.get(row).map_or_else(String::new, |&f| number(f, f.to_string()))
            }
            TypedCells::Numbers(Floats::F32(floats)) => {
                floats.get(row).map_or_else(String::new, |&f| number(f.into(), f.to_string()))
            }
        }
    }
}
