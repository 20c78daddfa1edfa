//! What the page says: figures, names, sentences, citations, problems and failures as readers read them.
//!
//! Deterministic and pure: the same selection always gives the same words, so they can be tested against the table.

mod citation;
mod claim;
mod clause;
mod failure;
mod figure;
mod fit;
mod lines;
mod names;
mod problem;
mod sentence;
mod share;
mod title;
mod view;

pub use citation::{Style, cite, publication_date, source_line};
pub use claim::{claim, derivation, full_name, role_word, stage_amid, stage_word, told, with_role};
pub use clause::{clause_text, during_text, filter_texts, number_text, value_name};
pub use failure::failed;
pub use figure::{
    FigureText, amount, base_amount, exactly, figure, qualified, qualifier_word, written_in,
};
pub use fit::misfit_text;
pub use lines::{before_numerals, behind_figure};
pub use names::{
    before_figure, breakdown_text, column_amid, column_name, entry_name, enumerated, in_brackets,
    listed, listed_of, observation_name, period_text, told_of, vocabulary_word, within_sentence,
};
pub use problem::{describe, describe_more, refusal};
pub use sentence::{
    Summary, is_cumulative, is_told_by_year, span_of_sum, spent, summarize, summary_line,
    summary_sentence, unbroken,
};
pub use share::passed_on;
pub use title::{page_title, selection_title};
pub use view::{
    ChartTold, ColumnTold, LanesTold, NAMED, amid, chart_sentence, lanes_sentence, matching_text,
    rows_sentence, sentences,
};
