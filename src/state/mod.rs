//! The one place of truth for what a reader chose, the actions that change it, and its form in a link.
//!
//! Pure: creates no signals and knows no dataset; columns and values are named by their keys.

mod action;
mod app;
mod link;
mod migrate;
mod own;

pub use action::Action;
pub use app::{
    AppState, Comparison, Grouping, Mark, Measure, Options, PosterFormat, PosterOptions,
    StoryPlace, Theme, View,
};
pub use link::{LinkProblem, clause_problem, read_link, write_link};
pub use own::OwnTable;
