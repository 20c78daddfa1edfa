//! The views, one folder each. A view never names another: what they share lives in `ui/components`.

// The component macro wraps each function, and rustc then takes the original for unreachable.
#![allow(unreachable_pub)]

mod chart;
mod overview;
mod table;
mod timeline;

pub use chart::ChartView;
pub use overview::OverviewView;
pub use table::TableView;
pub use timeline::TimelineView;
