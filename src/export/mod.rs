//! What a reader takes away, as bytes.

mod csv;

pub use csv::write_csv;
