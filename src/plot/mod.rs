//! What the views show, worked out from a selection: pure, without a DOM, tested natively. The views only wire it.
//! Columns are asked for by role.

pub mod chart;
mod fills;
mod format;
pub mod overview;
pub mod timeline;
pub mod table;

pub use fills::{extent, stage_fill};
pub use format::{ChartFormat, span_text};
