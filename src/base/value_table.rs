//! A table of values as it leaves the page: what every writer of a file format is handed.

use rust_decimal::Decimal;

use super::date::{Day, iso_period};

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
    /// A day.
    Day(Day),
    /// A year.
    Year(i32),
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

/// As it is written in a file: a number plain, with a point and no exponent; times in ISO 8601.
impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Blank => Ok(()),
            Self::Text(text) => f.write_str(text),
            Self::Number(number) => number.normalize().fmt(f),
            Self::Day(day) => f.write_str(&iso_period(*day, *day)),
            Self::Year(year) => write!(f, "{year:04}"),
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

    /// What a column holds beside blanks, where that is values of one sort; by a value of it.
    #[must_use]
    pub fn sort(&self, column: usize) -> Option<&Value> {
        let cells = self.rows.iter().filter_map(|row| row.get(column));
        let mut values = cells.filter(|&value| *value != Value::Blank);
        let first = values.next()?;
        let sort = std::mem::discriminant(first);
        values.all(|value| std::mem::discriminant(value) == sort).then_some(first)
    }
}
