//! Immutable tables of typed columns. Views ask a table for columns by role, never by a dataset's names.

mod bitmap;
mod dataset;
mod dictionary;
mod table;

pub use bitmap::Bitmap;
pub use dataset::from_dataset;
pub use dictionary::{Dictionary, Entry};
pub use table::{Category, Column, Data, Figures, Periods, Role, Table};
