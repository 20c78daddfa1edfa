//! Bytes and texts → tables → dataset. Never a browser `File`, never a panic: a value and a list of problems.
//!
//! [`Import`] reads any table: bytes are fed in chunks, the columns are worked out from the first rows and built as the
//! rows come, and the caller may stop between chunks. [`read_package`] reads the data package that the explorer brings.

mod csv;
mod package;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod typed;

#[cfg(feature = "import-text")]
mod cell;
#[cfg(feature = "import-text")]
mod delimited;
#[cfg(feature = "import-text")]
mod encoding;
#[cfg(feature = "import-text")]
mod findings;
#[cfg(feature = "import-text")]
mod header;
#[cfg(feature = "import-text")]
mod infer;
#[cfg(feature = "import-text")]
mod lexicon;
#[cfg(feature = "import-text")]
mod open;
#[cfg(feature = "import-text")]
mod plan;
#[cfg(feature = "import-text")]
mod rows;
#[cfg(feature = "import-text")]
mod sample;

pub use csv::read_csv;
#[cfg(feature = "import-text")]
pub use findings::Findings;
#[cfg(feature = "import-text")]
pub use open::{Header, Import, Imported, Options, Progress};
pub use package::{Manifest, read_manifest, read_package};
#[cfg(feature = "import-text")]
pub use plan::{ColumnPlan, Kind, Plan, apply_roles};

#[cfg(feature = "import-text")]
use open::size_text;

#[cfg(all(test, feature = "import-text"))]
mod tests;
