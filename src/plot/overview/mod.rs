//! The overview: a card a topic, the largest figures of one kind, and the stages of each topic.

mod any;
mod opening;
mod plan;
mod types;

use rust_decimal::prelude::ToPrimitive;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, Extent, MarkKind, ProgressPart, ProgressSpec};
use crate::column::{Bitmap, Role, Table};
use crate::i18n::catalog::{sentence as m, words};
use crate::model::{Dataset, Observation};
use crate::words::{
    entry_name, figure, is_cumulative, observation_name, period_text, span_of_sum, spent,
};

use super::fills::{mark, stage_fill};

pub(in crate::plot) use any::plan as of_rows;
pub(in crate::plot) use plan::largest_notes;
pub use plan::plan;
pub use types::{CardPlan, Fact, Lead, OverviewPlan};

/// How many figures lead a card.
const LEADS: usize = 3;
/// How many bars the chart of the largest figures has.
const LARGEST: usize = 8;

/// What a card of one topic shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// Id of the topic.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Its hue.
    pub hue: u8,
    /// How many rows it has.
    pub count: usize,
    /// The rows, in the table's order.
    pub rows: Vec<usize>,
    /// The rows that lead it, the most telling first.
    pub leads: Vec<usize>,
    /// Rows by stage: code and count.
    pub stages: Vec<(u32, usize)>,
}

/// A card for each topic that has rows, in the topics' order.
#[must_use]
pub fn cards(table: &Table, rows: &Bitmap, lang: Lang) -> Vec<Card> {
    let Some(column) = table.by_role(Role::Topic) else { return Vec::new() };
    let Some(topics) = table.category(&column.key) else { return Vec::new() };
    let stages = table.category_by_role(Role::Stage);
    let mut by_topic: Vec<Vec<usize>> = vec![Vec::new(); topics.dictionary.len()];
    for row in rows.iter() {
        if let Some(code) = topics.code(row) {
            by_topic[code as usize].push(row);
        }
    }
    topics
        .dictionary
        .iter()
        .zip(by_topic)
        .filter(|(_, rows)| !rows.is_empty())
        .map(|((_, entry), rows)| Card {
            id: entry.id.clone(),
            name: entry_name(&column.key, entry, lang),
            hue: entry.hue.unwrap_or_default(),
            count: rows.len(),
            leads: telling(table, &rows, LEADS),
            stages: stages.map(|s| s.counts(rows.iter().copied())).unwrap_or_default(),
            rows,
        })
        .collect()
}

/// The largest whole figure of each kind, kinds in the table's order; then what is left, in the table's order.
pub(in crate::plot) fn telling(table: &Table, rows: &[usize], most: usize) -> Vec<usize> {
    let (Some(figures), kinds) = (table.measure(), table.category_by_role(Role::Kind)) else {
        return rows.iter().copied().take(most).collect();
    };
    let kind = |row: usize| kinds.and_then(|k| k.code(row));
    let mut whole: Vec<usize> = rows
        .iter()
        .copied()
        .filter(|&row| figures.is_additive(row) && figures.whole(row).is_none())
        .collect();
    whole.order_by(|&a, &b| {
        kind(a).cmp(&kind(b)).then_with(|| figures.exact(b).cmp(&figures.exact(a)))
    });
    let mut leads: Vec<usize> = Vec::new();
    for &row in &whole {
        if leads.iter().all(|&lead| kind(lead) != kind(row)) {
            leads.push(row);
        }
    }
    for &row in whole.iter().chain(rows) {
        if leads.len() < most && !leads.contains(&row) {
            leads.push(row);
        }
    }
    leads.truncate(most);
    leads
}

/// The card's strip: how many of its figures are planned, under way, done, or standards in force.
#[must_use]
pub fn strip(table: &Table, card: &Card, prefix: &str, lang: Lang) -> ProgressSpec {
    let column = table.by_role(Role::Stage);
    let part = |&(code, count): &(u32, usize)| {
        let entry = column.and_then(|c| table.category(&c.key)?.dictionary.get(code));
        let name = column.zip(entry).map(|(c, e)| entry_name(&c.key, e, lang));
        let number = count.to_string();
        #[allow(clippy::cast_precision_loss)] // Row counts are far below 2^52.
        ProgressPart {
            id: code,
            extent: Extent::exact(count as f64),
            fill: entry.map_or_else(Default::default, |e| stage_fill(&e.id)),
            hue: card.hue,
            label: String::new(),
            tip: m::STAGE_COUNT.fill(lang, &[("stage", &name.unwrap_or_default()), ("n", &number)]),
        }
    };
    ProgressSpec {
        prefix: format!("{prefix}-{}", card.id),
        parts: card.stages.iter().map(part).collect(),
        ..ProgressSpec::default()
    }
}

/// The largest sums spent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Largest {
    /// Those of a year or less, or of a day that is told; drawn side by side.
    pub chart: ChartSpec,
    /// Those over several years, a line each: no bar beside bars of one year.
    pub apart: Vec<String>,
}

/// The largest sums spent that the selection has; `None` where it has none to draw. Not summed: amounts of different
/// indicators may contain one another.
#[must_use]
pub fn largest(data: &Dataset, rows: &Bitmap, lang: Lang) -> Option<Largest> {
    let is_whole = |row: &usize| data.observations.at(*row).is_some_and(|o| o.part_of.is_none());
    let found = spent(data, rows).into_iter().filter(is_whole);
    let (apart, mut beside): (Vec<usize>, Vec<usize>) =
        found.partition(|&row| data.observations.at(row).is_some_and(is_cumulative));
    beside.truncate(LARGEST);
    if beside.is_empty() {
        return None;
    }
    let named = |o: &Observation| {
        let (place, name) = (data.places[o.place].name.get(lang), observation_name(data, o, lang));
        words::AT_PLACE.fill(lang, &[("place", place), ("name", &name)])
    };
    let category = |&row: &usize| {
        let o = data.observations.at(row)?;
        let note = period_text(o, lang);
        Some(Category { name: named(o), note, hue: Some(data.domain(o).hue()) })
    };
    let datum = |(at, &row): (u32, &usize)| {
        let o = data.observations.at(row)?;
        let value = o.base_value(&data.units[o.unit])?.to_f64()?;
        let id = u32::try_from(row).ok()?;
        Some(Datum { id, category: at, ..mark(data, o, value, lang) })
    };
    let line = |row: usize| {
        let o = data.observations.at(row)?;
        let (period, value) = (span_of_sum(o, lang), figure(data, o, lang).to_string());
        let values = [("name", named(o)), ("period", period), ("value", value)];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        Some(m::LARGEST_ITEM.fill(lang, &values))
    };
    Some(Largest {
        chart: ChartSpec {
            prefix: "largest".into(),
            mark: MarkKind::Bar,
            title: m::LARGEST.get(lang).to_owned(),
            categories: beside.iter().filter_map(category).collect(),
            data: (0..).zip(&beside).filter_map(datum).collect(),
            ..ChartSpec::default()
        },
        apart: apart.into_iter().take(LARGEST).filter_map(line).collect(),
    })
}
