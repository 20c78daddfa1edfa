//! What the page says: figures, names, sentences, citations and problems as readers read them.
//!
//! Deterministic and pure: the same selection always gives the same words, so they can be tested against the table.

mod citation;
mod clause;
mod figure;
mod names;
mod problem;
mod sentence;
mod title;
mod view;

pub use citation::{Style, cite, source_line};
pub use clause::{clause_text, during_text, filter_texts, number_text, value_name};
pub use figure::{FigureText, amount, base_amount, figure, indicator_value, qualified};
pub use names::{breakdown_text, column_name, entry_name, observation_name, period_text};
pub use problem::{describe, describe_more};
pub use sentence::{Summary, summarize, summary_sentence, unbroken};
pub use title::{page_title, selection_title};
pub use view::{
    ChartTold, ColumnTold, LanesTold, NAMED, chart_sentence, lanes_sentence, matching_text,
    rows_sentence, sentences,
};
