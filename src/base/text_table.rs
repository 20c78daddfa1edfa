//! A table of text cells: what every reader of a file format hands on before anything is interpreted.

/// Named columns and rows of text. Every row has as many cells as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextTable {
    /// Table name, such as `observations`.
    pub name: String,
    /// Column names, in file order.
    pub columns: Vec<String>,
    /// Rows, in file order.
    pub rows: Vec<TextRow>,
}

/// A row of text cells with its place in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TextRow {
    /// Line of the file, counted from 1.
    pub line: usize,
    /// One cell a column.
    pub cells: Vec<String>,
}

impl TextTable {
    /// Position of a column.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|c| c == name)
    }
}
