//! The views, one folder each. A view never names another: what they share lives in `ui/components`.

// The component macro wraps each function, and rustc then takes the original for unreachable.
#![allow(unreachable_pub)]

mod chart;
mod compare;
mod ledger;
mod map;
mod overview;
mod poster;
mod table;
mod timeline;

pub use chart::ChartView;
pub use compare::CompareView;
pub use ledger::LedgerView;
pub use map::MapView;
pub use overview::OverviewView;
pub use poster::PosterView;
pub use table::TableView;
pub use timeline::TimelineView;
