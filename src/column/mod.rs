//! Immutable tables of typed columns. Views ask a table for columns by role, never by a dataset's names.
//!
//! Everything that is counted or filtered by is codes into a dictionary, in the narrowest width: categories, and time
//! periods too. A row of place, year, field, indicator, stage, unit and value takes about 20 bytes.

mod bitmap;
pub(crate) mod builder;
mod codes;
mod dataset;
mod dictionary;
mod meaning;
mod numbers;
mod periods;
mod places;
mod table;
mod totals;

pub use bitmap::Bitmap;
pub use codes::Codes;
pub(crate) use codes::each_width;
pub use dataset::from_dataset;
pub use dictionary::{Dictionary, Entry};
pub use meaning::{Ends, Meaning};
pub use numbers::{Floats, Numbers};
pub use periods::{DaySpan, Periods};
pub use places::{Places, is_code};
pub use table::{Category, Column, Data, Figures, Keys, Role, Table};
pub use totals::{Reach, Reason, Total};

/// Rows that a function goes over before it is called again: a browser first compiles a function soon, then well, and
/// takes the better code at the next call.
pub(crate) const STRETCH: usize = 1 << 12;
