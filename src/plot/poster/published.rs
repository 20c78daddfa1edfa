//! Blocks of figures published in releases.

use std::collections::BTreeSet;

use super::figures::{Figures, said_once};
use super::{Draft, Drafted, draft as empty};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{ChartSpec, PosterBlock, PosterContent, PosterFigure, PosterRing};
use crate::column::{Role, Table};
use crate::i18n::Message;
use crate::i18n::catalog::detail::UNKNOWN_DATE;
use crate::i18n::catalog::poster as m;
use crate::i18n::catalog::words::SEMICOLON;
use crate::model::{Dataset, Pair, Source, Stage};
use crate::plot::ledger::hinders;
use crate::plot::overview::{Card, cards, largest, telling};
use crate::query::Engine;
use crate::state::PosterFormat;
use crate::words::{
    Summary, entry_name, observation_name, publication_date, summarize, summary_sentence, unbroken,
};

/// The most that any paper shows.
const KEYS: usize = 9;
/// As many as are surely among the key figures.
const LARGE: usize = 4;
const RINGS: usize = 9;
const LINES: usize = 8;

pub(super) fn draft(
    engine: &mut Engine,
    data: &Dataset,
    format: PosterFormat,
    lang: Lang,
) -> Draft {
    let table = engine.table().clone();
    let rows = engine.rows();
    let summary = summarize(data, &table, rows);
    let selected: BTreeSet<usize> = rows.iter().collect();
    let figures = Figures { data, lang, name_places: summary.areas.len() > 1 };
    let block = |id: &str, title: Message, content: PosterContent| PosterBlock {
        id: id.to_owned(),
        title: title.get(lang).to_owned(),
        content,
        ..PosterBlock::default()
    };
    let caption = summary_sentence(data, &table, &summary, lang);
    let mut draft = empty(title(&table, &summary, lang), caption, lang);

    let lead = PosterContent::Words(unbroken(&draft.caption));
    let lead = Drafted::untitled("lead", m::LEAD, lead, lang);
    let on_demand = format == PosterFormat::Slide;
    draft.blocks.push(Drafted { on_demand, ..lead });

    let cards = cards(&table, rows, lang);
    let mut topics: Vec<&Card> = cards.iter().collect();
    topics.order_by_key(|card| std::cmp::Reverse(card.count));
    let of_row = |row: usize| data.observations.at(row).map(|o| figures.figure(o));
    // The first figure of each topic, then the second of each, and so on.
    let mut keys: Vec<PosterFigure> = Vec::new();
    for nth in 0..KEYS {
        keys.extend(topics.iter().filter_map(|card| of_row(*card.leads.get(nth)?)));
    }
    keys.truncate(KEYS);
    let set_large: BTreeSet<String> =
        keys.iter().take(LARGE).filter_map(|figure| figure.key.clone()).collect();
    draft.blocks.push(Drafted::untitled("key", m::KEY, PosterContent::Key(keys), lang));

    let rings = data
        .pairs()
        .into_iter()
        .filter(|pair| [pair.target, pair.actual].iter().all(|id| selected.contains(&id.index())))
        .filter(|pair| may_be_set_together(data, *pair))
        // What is begun is no part of a target reached.
        .filter(|pair| is_done(data, *pair))
        .filter_map(|pair| figures.of_target(pair))
        .take(RINGS)
        .collect::<Vec<PosterRing>>();
    if !rings.is_empty() {
        let mut targets = block("targets", m::TARGETS, PosterContent::Rings(rings));
        targets.note = m::TARGETS_NOTE.get(lang).to_owned();
        draft.blocks.push(Drafted::new(targets));
    }
    let observations = selected.iter().filter_map(|&row| data.observations.at(row));
    let mut shares: Vec<PosterRing> =
        observations.filter_map(|o| figures.share(o)).take(RINGS).collect();
    if !shares.is_empty() {
        let note = said_once(shares.iter_mut().map(|ring| &mut ring.beside), lang);
        let shares = block("shares", m::SHARES, PosterContent::Rings(shares));
        draft.blocks.push(Drafted::new(PosterBlock { note, ..shares }));
    }
    if let Some((spec, notes)) = sums(&table, data, engine, &figures) {
        let mut largest = block("largest", m::LARGEST, PosterContent::Chart(Box::new(spec)));
        largest.note = notes.join(SEMICOLON.get(lang));
        draft.blocks.push(Drafted::new(largest));
    }
    for card in cards {
        let lines = telling(&table, &card.rows, LINES).into_iter();
        let mut lines: Vec<PosterFigure> = lines.filter_map(of_row).collect();
        // What stands large at the top says more there.
        lines.order_by_key(|line| line.key.as_ref().is_some_and(|key| set_large.contains(key)));
        let note = said_once(lines.iter_mut().map(|line| &mut line.beside), lang);
        draft.blocks.push(Drafted::new(PosterBlock {
            id: format!("topic-{}", card.id),
            title: card.name,
            topic: card.id,
            hue: card.hue,
            note,
            content: PosterContent::Lines(lines),
        }));
    }
    draft.sources = sources(data, &selected, lang);
    draft
}

/// Whether a result may be drawn as a share of its target: a release prints both, of the whole and alike.
fn may_be_set_together(data: &Dataset, pair: Pair) -> bool {
    hinders(data, &data.observations[pair.target], &data.observations[pair.actual]).is_none()
}

fn is_done(data: &Dataset, pair: Pair) -> bool {
    data.told_stage(&data.observations[pair.actual]) == Stage::Completed
}

fn title(table: &Table, summary: &Summary, lang: Lang) -> String {
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

/// The chart of the largest sums and what is said under it, places named only where there are several; `None` where there
/// is nothing to set beside another.
fn sums(
    table: &Table,
    data: &Dataset,
    engine: &mut Engine,
    figures: &Figures<'_>,
) -> Option<(ChartSpec, Vec<String>)> {
    let (plan, observations) = largest(table, data, engine.rows(), figures.lang)?;
    let mut spec = ChartSpec { prefix: "poster-largest".into(), ..plan.spec };
    for (category, o) in spec.categories.iter_mut().zip(observations) {
        category.name = observation_name(data, o, figures.lang);
        category.note = figures.beside(o);
    }
    (spec.data.len() > 1).then_some((spec, plan.notes))
}

/// The releases that the selection comes from, a line each, and how figures are written.
fn sources(data: &Dataset, selected: &BTreeSet<usize>, lang: Lang) -> Vec<String> {
    let line = |source: &Source| {
        let date =
            publication_date(source, lang).unwrap_or_else(|| UNKNOWN_DATE.get(lang).to_owned());
        let values = [
            ("publisher", source.publisher.as_str()),
            ("title", source.title.get(lang)),
            ("date", &date),
        ];
        let unsigned = source.publisher.is_empty();
        let message = if unsigned { m::SOURCE_UNSIGNED } else { m::SOURCE_LINE };
        message.fill(lang, &values)
    };
    let releases = data.sources_of(selected.iter().copied()).into_iter();
    let mut lines: Vec<String> = releases.map(|(source, _)| line(source)).collect();
    lines.push(m::AS_PRINTED.get(lang).to_owned());
    lines
}
