//! The one place of truth for what a reader chose, the actions that change it, and its form in a link.
//!
//! Pure: creates no signals and knows no dataset; columns and values are named by their keys.

mod action;
mod app;
mod link;
mod migrate;
mod options;
mod own;

pub use action::Action;
pub use app::{AppState, StoryPlace, Theme, TypeSize, View};
pub use link::{LinkProblem, Names, amended, clause_problem, drop_unknown, read_link, write_link};
pub use options::{
    ChartOptions, ClassCount, Classing, CompareOptions, Comparison, Grouping, LedgerOptions,
    MapOptions, Maps, Mark, Measure, MoneySpan, Options, OverviewOptions, PosterFormat,
    PosterOptions, TableOptions, TimelineOptions,
};
pub use own::OwnTable;
