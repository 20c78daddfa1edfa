//! The poster of a reader's own table: what the overview says of it.

use super::{Draft, written};
use crate::base::lang::Lang;
use crate::chart::{ChartSpec, PosterChart, PosterPoint};
use crate::i18n::catalog::chart::MEASURE_ROWS;
use crate::i18n::catalog::poster as m;
use crate::plot::overview;
use crate::query::Engine;
use crate::words::FigureText;

pub(super) fn draft(engine: &mut Engine, lang: Lang) -> Draft {
    let overview = overview::of_rows(engine, lang);
    // Measures say more than what the table covers; how many rows that takes is no news beside them.
    let (told, mut counts): (Vec<_>, Vec<_>) =
        overview.facts.into_iter().partition(|fact| fact.is_figure);
    if !told.is_empty() {
        counts.retain(|fact| fact.name != MEASURE_ROWS.get(lang));
    }
    let point = |(at, fact): (usize, overview::Fact)| PosterPoint {
        id: format!("fact-{at}"),
        name: fact.name,
        beside: fact.note,
        ..written(&FigureText::of(fact.value))
    };
    let mut points = told.into_iter().chain(counts).enumerate().map(point);
    let kicker = m::TITLE_ROWS.get(lang).to_owned();
    let mut draft = Draft {
        lead: points.next().unwrap_or_default(),
        title: kicker.clone(),
        kicker,
        ..Draft::default()
    };
    draft.candidates = points.collect();
    if let Some(plan) = overview.chart {
        if !plan.headline().is_empty() {
            plan.headline().clone_into(&mut draft.title);
        }
        if !plan.finding.is_empty() {
            draft.kicker.clone_from(&plan.headings.title);
        }
        draft.when = plan.headings.subtitle;
        let prefix = "poster-chart".to_owned();
        draft.chart = PosterChart::Chart(Box::new(ChartSpec { prefix, ..plan.spec }));
    }
    draft
}
