//! The poster of a reader's own table: the figures that its picture shows first, then what else the overview says of it.

use super::{Draft, written};
use crate::base::lang::Lang;
use crate::chart::{ChartSpec, PosterChart, PosterPoint};
use crate::i18n::catalog::poster as m;
use crate::plot::overview;
use crate::query::Engine;
use crate::words::FigureText;

pub(super) fn draft(engine: &mut Engine, lang: Lang) -> Draft {
    let tellings = overview::tellings_of_rows(engine, lang);
    let overview = overview::of_rows(engine, lang);
    let has_measure = engine.table().measures().next().is_some();
    // Figures of what is measured say more than means, and these more than what the table covers; how many rows there are is
    // no news where anything is measured.
    let (told, counts): (Vec<_>, Vec<_>) =
        overview.facts.into_iter().partition(|fact| fact.is_figure);
    let figures = tellings.into_iter().map(|own| (own.name, own.figure, own.beside));
    let fact = |fact: overview::Fact| (fact.name, FigureText::of(fact.value), fact.note);
    let facts = told.into_iter().map(fact);
    let counts = counts.into_iter().filter(|_| !has_measure).map(fact);
    let point = |(at, (name, figure, beside)): (usize, (String, FigureText, String))| PosterPoint {
        id: format!("fact-{at}"),
        name,
        beside,
        ..written(&figure)
    };
    let mut points = figures.chain(facts).chain(counts).enumerate().map(point);
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
