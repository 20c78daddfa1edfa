//! What the views show, worked out from a selection: pure, without a DOM, tested natively. The views only wire it.

pub mod chart;
mod format;
pub mod timeline;

pub use format::{ChartFormat, span_text};
