//! What is not sure of a reading and would change its figures: put to the reader with what each answer makes of the first
//! cells. Plain data; `asking` makes it.

use serde::{Deserialize, Serialize};

use super::arrangement::{Arrangement, TimeWay, Use};
use super::form::DecimalSign;
use crate::base::vocabulary::vocabulary;
use crate::column::Reason;

vocabulary! {
    /// What is asked.
    Doubt {
        /// Whether a comma or a point begins the decimals.
        Decimal = "decimal",
        /// Whether the day or the month comes first.
        DayOrder = "days",
        /// What two digits behind a year say.
        Pairs = "pairs",
        /// Whether the first row names the columns.
        Header = "header",
        /// Whether whole numbers are counted or name something.
        Number = "number",
        /// Whether whole numbers are years or amounts.
        Years = "years",
        /// Whether names are those of places.
        Area = "area",
        /// Whether the last row is the total of the others.
        Total = "total",
    }
}

/// Something that is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What it is about.
    pub doubt: Doubt,
    /// Key and name of the column; both empty where it is about all.
    pub column: (String, String),
    /// Some cells as they stand in the file.
    pub cells: Vec<String>,
    /// What can be answered, two or three; one of them is what is shown.
    pub answers: Vec<Answer>,
}

/// An answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// What it changes.
    pub change: Change,
    /// What the cells of the question become.
    pub becomes: Vec<Becomes>,
    /// Whether the table is shown so until it is answered.
    pub is_shown: bool,
}

/// What an answer changes of a reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Change {
    /// The sign before the decimals of the column.
    Decimal(DecimalSign),
    /// How the column's periods are written.
    Time(TimeWay),
    /// Rows above the header, and rows of it.
    Header(usize, usize),
    /// What the column is used for.
    Use(Use),
    /// Whether this value of the column is the total of the others.
    Total(String, bool),
}

impl Change {
    /// What is then wanted, besides what was.
    #[must_use]
    pub fn wanted(&self, before: &Arrangement, key: &str) -> Arrangement {
        match self {
            Self::Decimal(sign) => before.with_decimal(key, *sign),
            Self::Time(way) => before.with_time(key, *way),
            Self::Header(above, rows) => {
                Arrangement { header: Some((*above, *rows)), ..before.clone() }
            }
            Self::Use(as_what) => before.with_use(key, *as_what),
            Self::Total(value, is_total) => before.with_total(key, value, *is_total),
        }
    }
}

/// What a cell becomes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Becomes {
    /// A number, with a point before its decimals and nothing between its thousands.
    Number(String),
    /// A span of days, by the first and the last, counted as `base::date` does.
    Days(i32, i32),
    /// A name.
    Name(String),
    /// Nothing: it cannot be read so.
    Nothing,
}

/// A value that is taken for the total of others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ToldTotal {
    /// Key of its column.
    pub column: String,
    /// The value.
    pub value: String,
    /// Why.
    pub reason: Reason,
}

impl ToldTotal {
    /// A total of all others, because a reader says so.
    pub(super) fn by_reader(column: &str, value: &str) -> Self {
        Self { column: column.to_owned(), value: value.to_owned(), reason: Reason::Reader }
    }
}

/// The first lines of a file as they stand, each with its number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct First {
    /// Line, and its first cells, cut where they are long.
    pub lines: Vec<(usize, Vec<String>)>,
    /// Whether lines have more cells than are told.
    pub is_cut: bool,
}
