//! Bytes and texts → tables → dataset. Never a browser `File`, never a panic: a value and a list of problems.
//!
//! [`Import`] reads any table: bytes are fed in chunks, the columns are worked out from the first rows and built as the
//! rows come, and the caller may stop between chunks. [`read_package`] reads the data package that the explorer brings.

mod arrangement;
mod csv;
mod fit;
mod form;
mod formats;
mod manifest;
mod package;
#[cfg(feature = "parquet")]
pub mod parquet;
pub mod typed;

#[cfg(feature = "import-all")]
mod addressed;
#[cfg(feature = "import-all")]
mod aligned;
#[cfg(feature = "import-all")]
mod among;
#[cfg(feature = "import-all")]
mod archive;
#[cfg(feature = "import-all")]
mod asking;
#[cfg(feature = "import-all")]
mod bands;
#[cfg(feature = "import-all")]
mod body;
#[cfg(feature = "import-all")]
mod bounds;
#[cfg(feature = "import-all")]
mod building;
#[cfg(feature = "import-all")]
mod by_row;
#[cfg(feature = "import-all")]
mod calendar;
#[cfg(feature = "import-all")]
mod cell;
#[cfg(feature = "import-all")]
mod combine;
#[cfg(feature = "import-all")]
mod companion;
#[cfg(feature = "import-all")]
mod delimited;
#[cfg(feature = "import-all")]
mod described;
#[cfg(feature = "import-all")]
mod descriptor;
#[cfg(feature = "import-all")]
mod document;
#[cfg(feature = "import-all")]
mod encoding;
#[cfg(feature = "import-all")]
mod estimates;
#[cfg(feature = "import-all")]
mod euc_tw;
#[cfg(feature = "import-all")]
mod findings;
#[cfg(any(feature = "import-all", feature = "parquet"))]
mod guard;
#[cfg(feature = "import-all")]
mod header;
#[cfg(feature = "import-all")]
mod imported;
#[cfg(feature = "import-all")]
mod infer;
#[cfg(feature = "import-all")]
mod interval;
#[cfg(feature = "import-all")]
mod items;
#[cfg(feature = "import-all")]
mod join;
#[cfg(feature = "import-all")]
mod json;
mod kind;
#[cfg(feature = "import-all")]
mod layout;
#[cfg(feature = "import-all")]
mod lexicon;
#[cfg(feature = "import-all")]
mod look;
#[cfg(feature = "import-all")]
mod margins;
#[cfg(feature = "import-all")]
mod named_units;
#[cfg(feature = "import-all")]
mod open;
#[cfg(feature = "import-all")]
mod options;
#[cfg(feature = "import-all")]
mod own_row;
#[cfg(feature = "import-all")]
mod packed;
#[cfg(feature = "import-all")]
mod paired;
#[cfg(feature = "import-all")]
mod parts;
mod plan;
mod preview;
#[cfg(feature = "import-all")]
mod prose;
mod question;
#[cfg(test)]
mod random_texts;
mod reading;
#[cfg(feature = "import-all")]
mod resource_choice;
mod resources;
#[cfg(feature = "import-all")]
mod roles;
#[cfg(feature = "import-all")]
mod rows;
#[cfg(feature = "import-all")]
mod sample;
#[cfg(feature = "import-all")]
mod scale;
#[cfg(feature = "import-all")]
mod sdmx_csv;
#[cfg(feature = "import-all")]
mod several;
#[cfg(feature = "import-all")]
mod sheet;
#[cfg(feature = "import-all")]
mod signature;
mod source;
#[cfg(feature = "import-all")]
mod stack;
mod starts;
#[cfg(feature = "import-all")]
mod steps;
#[cfg(feature = "import-all")]
mod totals;
#[cfg(feature = "import-all")]
mod typed_table;
#[cfg(feature = "import-all")]
mod year_like;
#[cfg(feature = "import-all")]
mod year_sheets;

#[cfg(feature = "import-all")]
pub use addressed::{Addressed, Arriving, Part};
#[cfg(feature = "import-all")]
pub use among::own_table;
pub use arrangement::{
    About, Across, Arrangement, Layout, Note, OwnYear, TimeWay, Together, Use, Wide, YearFrom,
};
#[cfg(feature = "import-all")]
pub use combine::combine;
pub use csv::read_csv;
#[cfg(feature = "import-all")]
pub use descriptor::{Descriptor, TableEntry};
#[cfg(feature = "import-all")]
pub use findings::Findings;
pub use fit::changed;
pub use form::{Basis, DayOrder, DecimalSign, NumberForm, Pairs, Sure, TimeForm, Why};
pub use formats::{FORMATS, FileFormat, MAP_ENDINGS, accepted, format_names, is_map_name};
#[cfg(feature = "import-all")]
pub use imported::{Imported, Progress};
pub use kind::Kind;
pub use manifest::{Manifest, Resource, read_manifest};
#[cfg(feature = "import-all")]
pub use open::Import;
#[cfg(feature = "import-all")]
pub use options::{Header, Options};
pub use package::{read_described, read_package};
pub use plan::{ColumnPlan, Hinted, Plan};
pub use preview::{read_preview, write_preview};
pub use question::{Answer, Becomes, Change, Doubt, First, Question, ToldTotal};
pub use reading::{Decision, Subject, decisions};
pub use resources::Paths;
pub use source::{Choices, ENCODINGS, JoinOffer, JoinWanted, Offered, Remark, Told};
#[cfg(feature = "import-all")]
pub use typed_table::of_typed;

#[cfg(feature = "import-all")]
use options::size_text;

#[cfg(all(test, feature = "import-all"))]
mod tests;
