//! The overview of a selection of published figures: findings, topics, money, promises; of one place also where they come
//! from and what they leave out.

use super::any;
use super::finding;
use super::headline;
use super::money::money;
use super::plain::{is_within, short};
use super::promised::promised;
use super::topics::{silent, topics};
use super::types::{OverviewPlan, PlacePlan};
use crate::base::lang::Lang;
use crate::i18n::catalog::overview as m;
use crate::model::{Dataset, Id, Place};
use crate::plot::Rows;
use crate::query::Engine;
use crate::state::OverviewOptions;
use crate::words::publication_date;

/// The overview of what an engine selects.
#[must_use]
pub fn plan(
    engine: &mut Engine,
    rows: Rows<&Dataset>,
    options: &OverviewOptions,
    lang: Lang,
) -> OverviewPlan {
    let Rows::Published(data) = rows else { return any::plan(engine, lang) };
    let table = engine.table().clone();
    let bitmap = engine.rows();
    let rows: Vec<usize> = bitmap.iter().collect();
    let place = one_place(data, &rows);
    let mut findings = headline::findings(data, &rows, place, lang);
    if findings.is_empty() {
        findings = finding::findings(&table, data, &rows, place, lang);
    }
    OverviewPlan {
        place: place.map(|id| {
            Box::new(PlacePlan {
                name: short(data, id, lang),
                releases: releases(data, &rows, lang),
                tour: tour(data, &rows),
                silent: silent(&table, data, id, lang),
            })
        }),
        findings,
        by: m::BY_TOPIC.get(lang).to_owned(),
        cards: topics(&table, data, bitmap, place, lang),
        money: money(data, bitmap, options.money, place, lang).map(Box::new),
        promised: promised(data, &rows, place, lang),
        ..OverviewPlan::default()
    }
}

/// The place that all rows are of or lie in, where one of them is of it.
fn one_place(data: &Dataset, rows: &[usize]) -> Option<Id<Place>> {
    let places = || rows.iter().filter_map(|&row| Some(data.observations.at(row)?.place));
    let mut outermost = places().next()?;
    for place in places() {
        if is_within(data, outermost, place) {
            outermost = place;
        }
    }
    places().all(|place| is_within(data, place, outermost)).then_some(outermost)
}

fn releases(data: &Dataset, rows: &[usize], lang: Lang) -> Vec<String> {
    let sources = data.sources_of(rows.iter().copied()).into_iter();
    let line = |(source, _): (&crate::model::Source, usize)| {
        let title = source.title.get(lang);
        match publication_date(source, lang) {
            Some(date) => m::FROM_RELEASE.fill(lang, &[("title", title), ("date", &date)]),
            None => m::FROM_UNDATED.fill(lang, &[("title", title)]),
        }
    };
    sources.map(line).collect()
}

/// The release that most of the rows are of.
fn tour(data: &Dataset, rows: &[usize]) -> String {
    let sources = data.sources_of(rows.iter().copied()).into_iter();
    sources.max_by_key(|(_, count)| *count).map(|(s, _)| s.id.clone()).unwrap_or_default()
}
