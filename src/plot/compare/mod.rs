//! Places beside one another: an indicator in every place that reports it, two places with all they share, and what
//! each release reports. Figures are compared only where [`guard`] lets them, and what is worked out of them keeps what
//! is known of their ends ([`bounds`]).

mod across;
mod any;
pub mod bounds;
mod coverage;
mod facts;
pub mod guard;
mod item;
mod pair;
mod per;
mod quotient;
mod sections;
mod survey;
pub mod times;
mod types;
mod wording;

use crate::base::lang::Lang;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::query::Engine;
use crate::state::{CompareOptions, Comparison};
use survey::Survey;

pub use types::{
    ComparePlan, CoverageCell, CoverageTable, Group, Menu, PairCell, PairRow, PairTable,
};

/// The comparison of what an engine selects, under a reader's options: of published figures where the rows are such,
/// else of the table's areas and measures.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &CompareOptions,
    lang: Lang,
) -> ComparePlan {
    let Rows::Published(data) = rows else { return any::plan(engine, options, lang) };
    let survey = Survey::new(data, engine.rows().iter(), lang);
    match options.comparison {
        Comparison::Across => across::plan(&survey, options),
        Comparison::Pair => pair::plan(&survey, options),
        Comparison::Coverage => coverage::plan(&survey, options),
    }
}
