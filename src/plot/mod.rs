//! From a selection to what is drawn: pure derivations, one file a view. Columns are asked for by role.

mod fills;
mod format;
pub mod overview;

pub use fills::{extent, stage_fill};
pub use format::ChartFormat;
