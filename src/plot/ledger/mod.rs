//! The promise ledger: what was promised, what is reported of it, and when it is due; and the projects beside.
//!
//! [`promises`] says which figures are together one promise or one project; [`ratio`](ratio()) and [`Aim`] compare a result
//! with its target. [`judged`] says how a promise stands, and only where the release itself prints both, of the whole and
//! alike, and the target is due; everything else is laid out: promised, reported, due, in the release's own measure. A row says
//! it three times: as a sentence, as a picture, and on a calendar.

mod calendar;
mod fold;
mod groups;
mod judged;
mod picture;
mod plain;
mod plan;
mod promise;
mod ratio;
mod row;
mod said;
mod status;
mod types;
mod wording;

pub use judged::{Judged, judged};
pub use plain::tells_targets;
pub(in crate::plot) use plain::{NAMES, Standing, Standings, naming, standings};
pub use plan::plan;
pub use promise::{Promise, promises};
pub use ratio::{Aim, differs, ratio};
pub use status::{Case, Due, Status, Why, due, hinders, judge};
pub use types::{GroupPlan, LedgerPlan, Line, RowPlan, Said, Title};
pub use wording::RELEASE;
