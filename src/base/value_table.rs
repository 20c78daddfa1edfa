//! A table of values as it leaves the page: what every writer of a file format is handed.

use rust_decimal::Decimal;

/// Named columns and rows of values. Every row has as many values as there are columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueTable {
    /// What the table is called.
    pub name: String,
    /// Columns, in order.
    pub columns: Vec<ValueColumn>,
    /// Rows, in order.
    pub rows: Vec<Vec<Value>>,
}

/// A column under the two names it goes by.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueColumn {
    /// What programs call it, whatever the reader's language; unique within the table.
    pub key: String,
    /// What readers call it.
    pub name: String,
}

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Value {
    /// Nothing.
    #[default]
    Blank,
    /// Words.
    Text(String),
    /// An exact number.
    Number(Decimal),
}

impl Value {
    /// Words; nothing where they are empty.
    pub fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    /// A number; nothing where there is none.
    #[must_use]
    pub fn number(number: Option<Decimal>) -> Self {
        number.map_or(Self::Blank, Self::Number)
    }
}

/// As it is written in a file: a number plain, with a point and no exponent.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.normalize().fmt(f),
        }
    }
}

impl ValueTable {
    /// A table without rows.
    pub fn new(name: impl Into<String>, columns: &[(&str, &str)]) -> Self {
        let column =
            |&(key, name): &(&str, &str)| ValueColumn { key: key.into(), name: name.into() };
        Self { name: name.into(), columns: columns.iter().map(column).collect(), rows: Vec::new() }
    }

    /// Whether a column holds numbers and nothing else but blanks.
    #[must_use]
    pub fn is_numeric(&self, column: usize) -> bool {
        let values = || self.rows.iter().filter_map(|row| row.get(column));
        values().any(|value| matches!(value, Value::Number(_)))
            && !values().any(|value| matches!(value, Value::Text(_)))
    }
}
