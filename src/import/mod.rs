//! Bytes and texts → tables → dataset. Never a browser `File`, never a panic: a value and a list of problems.

mod csv;
mod package;

pub use csv::read_csv;
pub use package::{Manifest, read_manifest, read_package};
