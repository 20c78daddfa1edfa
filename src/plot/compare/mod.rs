//! Places beside one another: an indicator in every place that reports it, two places with all they share, and what
//! each release reports. Figures are compared only where [`guard`](super::guard) lets them, and what is worked out of them
//! keeps what is known of their ends ([`bounds`](super::guard::bounds)).

mod across;
mod any;
mod item;
mod likeness;
mod pair;
mod per;
mod quotient;
mod sections;
mod survey;
mod types;

use crate::base::lang::Lang;
use crate::i18n::catalog::compare as m;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::plot::coverage;
use crate::query::Engine;
use crate::state::{CompareOptions, Comparison};
use survey::Survey;

pub use types::{ComparePlan, Group, LikeColumn, LikeTable, Menu, PairCell, PairRow, PairTable};

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
        Comparison::Coverage => covered(&survey, options),
    }
}

/// What each release reports.
fn covered(s: &Survey, options: &CompareOptions) -> ComparePlan {
    let mut plan = ComparePlan::new(Comparison::Coverage);
    m::COVERAGE.get(s.lang).clone_into(&mut plan.title);
    let figures = s.figures().iter().copied();
    let Some(covered) = coverage::of_figures(s.data, figures, options, s.lang) else {
        m::NOTHING.get(s.lang).clone_into(&mut plan.lead);
        return plan;
    };
    plan.fields = Menu::plain(covered.fields, covered.unfolded);
    plan.charts.push(covered.matrix);
    plan.coverage = Some(covered.table);
    plan
}
