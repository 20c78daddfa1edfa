//! The promise ledger: what was promised, what became of it, and whether that is in time.
//!
//! [`promises`] says which figures are together one promise; [`ratio`](ratio()) and [`Aim`] compare a result with its target;
//! [`pace()`] says how much of the time has passed; [`judge`] puts the two together. Where the releases lack what is
//! needed to tell, that is what is said.

mod judged;
mod pace;
mod plan;
mod promise;
mod ratio;
mod row;
mod status;

pub use judged::{Judged, judged};
pub use pace::{NoPace, Pace, appeared, pace, passed, time};
pub use plan::{Bar, Counts, GroupPlan, LedgerPlan, Line, RowPlan, plan, tally};
pub use promise::{Promise, promises};
pub(in crate::plot) use ratio::ratio_qualifier;
pub use ratio::{Aim, differs, ratio};
pub use row::status_name;
pub use status::{Case, Status, Why, judge};
