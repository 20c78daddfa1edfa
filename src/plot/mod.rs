//! What the views show, worked out from a selection: pure, without a DOM, tested natively. The views only wire it.
//! Columns are asked for by role.

pub mod chart;
mod fills;
mod format;
pub mod overview;
pub mod table;
pub mod timeline;

pub use fills::{extent, stage_fill};
pub use format::{ChartFormat, span_text};
