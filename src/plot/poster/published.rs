//! The poster of figures published in releases: the overview's first finding leads it.

use super::points::{OTHERS, Points, reach};
use super::{Draft, written};
use crate::base::lang::Lang;
use crate::chart::{ChartSpec, PosterChart, PosterPoint};
use crate::column::{Role, Table};
use crate::i18n::catalog::detail::UNKNOWN_DATE;
use crate::i18n::catalog::poster as m;
use crate::i18n::catalog::words::{SEMICOLON, SEPARATOR};
use crate::model::{Dataset, Observation, Source, Stage};
use crate::plot::overview::{self, Finding};
use crate::plot::{Rows, chart};
use crate::query::Engine;
use crate::state::{ChartOptions, OverviewOptions};
use crate::words::{
    Summary, entry_name, figure, listed, observation_name, publication_date, stage_amid, summarize,
};

pub(super) fn draft(engine: &mut Engine, data: &Dataset, lang: Lang) -> Draft {
    let table = engine.table().clone();
    let summary = summarize(data, &table, engine.rows());
    let rows: Vec<usize> = engine.rows().iter().collect();
    let overview = overview::plan(engine, Rows::Published(data), &OverviewOptions::default(), lang);
    let points = Points { data, lang, name_places: overview.place.is_none() };
    let mut draft = Draft { kicker: subject(&table, &summary, lang), ..Draft::default() };
    let finding = overview.findings.into_iter().next();
    let told = finding.as_ref().and_then(|finding| data.observations.find(&finding.key));
    let first = || rows.iter().find_map(|&row| data.observations.at(row));
    let lead = told.map(|id| &data.observations[id]).or_else(first);
    if let Some(o) = lead {
        draft.when = points.beside(o);
        draft.lead = lead_of(data, o, lang);
        draft.title = format!("{} {}", draft.lead.name, draft.lead.text);
    }
    if let Some(finding) = finding {
        told_by(&mut draft, finding);
    }
    if matches!(draft.chart, PosterChart::None) {
        draft.chart = of_selection(engine, data, lang);
    }
    draft.candidates = points.candidates(&rows, lead);
    draft.sources = sources(data, &rows, lang);
    draft
}

/// The figure that a poster is about, its stage said where it counts what is built or done.
fn lead_of(data: &Dataset, o: &Observation, lang: Lang) -> PosterPoint {
    // Of people and of money it is not said that they are done.
    let is_told = match data.told_stage(o) {
        Stage::Standing => false,
        Stage::Completed => reach(&data.units[o.unit].kind) == OTHERS,
        Stage::Planned | Stage::InProgress => true,
    };
    let stage = if is_told { stage_amid(data, o, lang) } else { String::new() };
    PosterPoint {
        key: Some(o.id.clone()),
        hue: data.domain(o).hue(),
        name: listed([observation_name(data, o, lang), stage], SEPARATOR, lang),
        ..written(&figure(data, o, lang))
    }
}

/// A finding's sentence is the title; what else it tells stands under the figure, and its picture is the chart.
fn told_by(draft: &mut Draft, finding: Finding) {
    draft.title = format!("{}{}{}", finding.before, finding.figure, finding.after);
    let own = written(&finding.figure);
    let lead = std::mem::take(&mut draft.lead);
    draft.lead = PosterPoint {
        key: lead.key,
        hue: lead.hue,
        name: lead.name,
        beside: finding.more,
        unit: if own.unit.is_empty() { lead.unit } else { own.unit.clone() },
        text: lead.text,
        ..own
    };
    if let Some(picture) = finding.picture {
        draft.chart = PosterChart::Quantity(Box::new(picture.spec));
    }
}

/// The chart that the chart view opens on, with its words.
fn of_selection(engine: &mut Engine, data: &Dataset, lang: Lang) -> PosterChart {
    match chart::plan(engine, Rows::Published(data), &ChartOptions::default(), lang) {
        Ok(plan) => PosterChart::Chart(Box::new(ChartSpec {
            prefix: "poster-chart".to_owned(),
            title: plan.headings.title,
            subtitle: plan.headings.subtitle,
            source: plan.notes.join(SEMICOLON.get(lang)),
            ..plan.spec
        })),
        Err(_) => PosterChart::None,
    }
}

/// What the poster is of: the one place, the one topic, or both.
fn subject(table: &Table, summary: &Summary, lang: Lang) -> String {
    let name = |role, code: u32| {
        let column = table.by_role(role)?;
        let entry = table.category(&column.key)?.dictionary.get(code)?;
        Some(entry_name(&column.key, entry, lang))
    };
    let place = match summary.areas.as_slice() {
        [one] => name(Role::Area, *one),
        _ => None,
    };
    let topic = match summary.topics.as_slice() {
        [(one, _)] => name(Role::Topic, *one),
        _ => None,
    };
    match (place, topic) {
        (Some(place), Some(topic)) => {
            let topic = if lang == Lang::En { topic.to_lowercase() } else { topic };
            m::TITLE_BOTH.fill(lang, &[("place", &place), ("topic", &topic)])
        }
        (Some(place), None) => m::TITLE_PLACE.fill(lang, &[("place", &place)]),
        (None, Some(topic)) => m::TITLE_TOPIC.fill(lang, &[("topic", &topic)]),
        (None, None) => m::TITLE_ALL.get(lang).to_owned(),
    }
}

/// The releases that the selection comes from, a line each, and how figures are written.
fn sources(data: &Dataset, selected: &[usize], lang: Lang) -> Vec<String> {
    let line = |source: &Source| {
        let date =
            publication_date(source, lang).unwrap_or_else(|| UNKNOWN_DATE.get(lang).to_owned());
        let values = [
            ("publisher", source.publisher.as_str()),
            ("title", source.title.get(lang)),
            ("date", &date),
        ];
        // A publisher has one name; a reader of English is not given one in Chinese.
        let unsigned =
            source.publisher.is_empty() || lang == Lang::En && !source.publisher.is_ascii();
        let message = if unsigned { m::SOURCE_UNSIGNED } else { m::SOURCE_LINE };
        message.fill(lang, &values)
    };
    let releases = data.sources_of(selected.iter().copied()).into_iter();
    let mut lines: Vec<String> = releases.map(|(source, _)| line(source)).collect();
    lines.push(m::AS_PRINTED.get(lang).to_owned());
    lines
}
