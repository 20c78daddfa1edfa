//! Places beside one another: an indicator in every place that reports it, two places with all they share, and what
//! each release reports. Figures are compared only where [`guard`](super::guard) lets them, and what is worked out of them
//! keeps what is known of their ends ([`bounds`](super::guard::bounds)).

mod across;
mod any;
mod item;
mod likeness;
mod mirror;
mod pair;
mod per;
mod quotient;
mod sections;
mod survey;
mod types;

use crate::base::lang::Lang;
use crate::column::Role;
use crate::i18n::catalog::compare as m;
use crate::model::Dataset;
use crate::plot::Rows;
use crate::plot::{coverage, empty};
use crate::query::Engine;
use crate::state::{CompareOptions, Comparison};
use survey::Survey;

pub use super::reported::Group;
pub use types::{ComparePlan, LikeCell, LikeRow, LikeTable, Menu, PairCell, PairRow, PairTable};

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
    let survey = survey(engine, data, lang);
    let places = survey.releasing().len();
    let mut plan = match options.comparison {
        Comparison::Across => across::plan(&survey, options),
        Comparison::Pair => pair::plan(&survey, options),
        Comparison::Coverage => covered(&survey, options),
    };
    if places < 2 {
        let helps = |engine: &mut Engine| {
            Survey::new(data, engine.rows().iter(), lang).releasing().len() > 1
        };
        plan.offers = empty::lifting(engine, lang, helps);
    }
    plan
}

/// The figures to compare. A place that the reader has chosen alone, with what lies in it, is compared with all others: its
/// clause does not hold here.
fn survey<'a>(engine: &mut Engine, data: &'a Dataset, lang: Lang) -> Survey<'a> {
    let selected = Survey::new(data, engine.rows().iter(), lang);
    let place = engine.table().by_role(Role::Area).map(|column| column.key.clone());
    let place = place.filter(|place| engine.filter().get(place).is_some());
    match (selected.releasing().as_slice(), place) {
        (&[home], Some(place)) => {
            Survey::new(data, engine.rows_except(&place).iter(), lang).at_home(home)
        }
        _ => selected,
    }
}

/// What each release reports.
fn covered(s: &Survey, options: &CompareOptions) -> ComparePlan {
    let mut plan = ComparePlan::new(Comparison::Coverage);
    let figures = s.figures().iter().copied();
    let Some(covered) = coverage::of_figures(s.data, figures, options, s.lang) else {
        m::NOTHING.get(s.lang).clone_into(&mut plan.lead);
        return plan;
    };
    plan.fields = Menu::plain(covered.fields, covered.unfolded);
    plan.title = covered.title;
    m::BY_WHOM.get(s.lang).clone_into(&mut plan.behind);
    plan.charts.push(covered.grid);
    plan
}
