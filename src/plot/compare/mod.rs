//! Places beside one another: an indicator in every place that reports it, two places with all they share, and what
//! each release reports. Figures are compared only where [`guard`](super::guard) lets them, and what is worked out of them
//! keeps what is known of their ends ([`bounds`](super::guard::bounds)).

mod across;
mod any;
mod finding;
mod item;
mod likeness;
mod pair;
mod per;
mod quotient;
mod sections;
mod survey;
pub mod times;
mod types;

use crate::base::lang::Lang;
use crate::i18n::catalog::compare as m;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::plot::coverage;
use crate::query::Engine;
use crate::state::{CompareOptions, Comparison};
use survey::Survey;

pub(in crate::plot) use finding::rank;
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

/// What figures of one indicator come to, each with its time where times differ; `None` where that is not told in a
/// sentence: figures that are many and unlike, of unlike parts or in doubt.
pub(in crate::plot) fn finding(data: &Dataset, rows: &[usize], lang: Lang) -> Option<String> {
    let survey = Survey::new(data, rows.iter().copied(), lang);
    let [only] = survey.indicators()[..] else { return None };
    let (axis, items) = across::published(&survey, only.indicator);
    finding::timed(&survey, &axis, &items)
}

/// The indicators of some rows to choose from: shared ones by the number of their places, the others by field.
pub(in crate::plot) fn subjects(data: &Dataset, rows: &[usize], lang: Lang) -> Vec<Group> {
    Survey::new(data, rows.iter().copied(), lang).subjects()
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
