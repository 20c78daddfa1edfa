//! What a reader takes away, as bytes.
//!
//! What leaves is a [`ValueTable`](crate::base::value_table::ValueTable) of what is on screen, with [`About`] what it is
//! and where its figures come from; or, of published figures, the part of the data package that they need to stand on
//! their own.

mod about;
mod csv;
mod csvw;
mod descriptor;
mod embed;
mod format;
mod json;
mod package;
mod subset;
mod workbook;
mod zip;

pub use about::{About, Imprint, notes, program_sources, sources};
pub use csv::{Reader, write_csv};
pub use csvw::csvw;
pub use descriptor::licence;
pub use embed::{Embedding, FALLBACK_HEIGHT};
pub use format::Format;
pub use json::write_json;
pub use package::{write_described, write_package, write_rows};
pub use workbook::{MOST_ROWS, write_workbook};
