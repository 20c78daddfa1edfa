//! The timeline: which days it shows, what stands on which lane, how time is played, and the same in words.

mod lanes;
mod plan;
mod play;
mod telling;
mod window;
mod words;

pub use lanes::{
    LaneRows, foremost, goes_beyond, in_parts, lane_column, lane_columns, lanes, spec,
    untold_topics,
};
pub use plan::{Picture, Step, TimelinePlan, frame, plan};
pub use play::{Run, Speed};
pub use telling::{YearLine, YearTold, told_rows, years};
pub use window::{Window, Windows};
pub use words::{cells, header, reading, sentence};
