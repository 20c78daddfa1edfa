//! What the views show, worked out from a selection: pure, without a DOM, tested natively. The views only wire it.
//! Columns are asked for by role.

pub mod chart;
pub mod compare;
pub mod coverage;
pub mod detail;
pub mod empty;
pub mod excerpt;
pub mod facet;
mod fills;
pub mod finding;
mod format;
pub mod guard;
mod known;
pub mod ledger;
pub mod map;
mod measure;
pub mod overview;
pub mod picture;
pub mod poster;
pub mod rail;
mod reported;
mod rows;
mod steps;
pub mod summary;
pub mod table;
mod tally;
pub mod timeline;
pub mod told;

pub use fills::{extent, stage_fill};
pub use format::{ChartFormat, span_text, told_span};
pub use rows::Rows;
