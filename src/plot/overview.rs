//! The overview: a card a topic, the largest figures of one kind, and the stages of each topic.

mod any;
mod plan;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, Extent, MarkKind, ProgressPart, ProgressSpec};
use crate::column::{Bitmap, Role, Table};
use crate::i18n::catalog::{sentence as m, words};
use crate::model::Dataset;
use crate::words::{entry_name, figure, observation_name, period_text};

use super::fills::{extent, stage_fill};

pub use plan::{CardPlan, Fact, Lead, OverviewPlan, plan};

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
            stages: stages(table, &rows),
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

fn stages(table: &Table, rows: &[usize]) -> Vec<(u32, usize)> {
    let Some(stages) = table.category_by_role(Role::Stage) else { return Vec::new() };
    let mut counts = vec![0; stages.dictionary.len()];
    for code in rows.iter().filter_map(|&row| stages.code(row)) {
        counts[code as usize] += 1;
    }
    (0..).zip(counts).filter(|(_, n)| *n > 0).collect()
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

/// The largest figures of the table's first kind that the selection has; `None` where it has none. Not summed:
/// amounts of different indicators may contain one another. Gives the kind's code too.
#[must_use]
pub fn largest(table: &Table, data: &Dataset, rows: &Bitmap, lang: Lang) -> Option<ChartSpec> {
    let figures = table.measure()?;
    let kinds = table.category_by_role(Role::Kind)?;
    let (kind, entry) = kinds.dictionary.iter().next()?;
    let hues = table.category_by_role(Role::Topic);
    let column = table.by_role(Role::Kind)?;
    let kind_name = match lang {
        Lang::Zh => entry_name(&column.key, entry, lang),
        Lang::En => entry_name(&column.key, entry, lang).to_ascii_lowercase(),
    };
    let mut found: Vec<usize> = rows
        .iter()
        .filter(|&row| kinds.code(row) == Some(kind))
        .filter(|&row| figures.is_additive(row) && figures.whole(row).is_none())
        .collect();
    found.order_by(|&a, &b| figures.exact(b).cmp(&figures.exact(a)));
    found.truncate(LARGEST);
    let category = |&row: &usize| {
        let o = data.observations.at(row)?;
        let place = data.places[o.place].name.get(lang);
        let hue = hues.and_then(|c| c.dictionary.get(c.code(row)?)?.hue);
        let name = observation_name(data, o, lang);
        let name = words::AT_PLACE.fill(lang, &[("place", place), ("name", &name)]);
        Some(Category { name, hue, ..Category::default() })
    };
    let stages = table.category_by_role(Role::Stage);
    let datum = |(at, &row): (u32, &usize)| {
        let o = data.observations.at(row)?;
        let hue = hues.and_then(|c| c.dictionary.get(c.code(row)?)?.hue).unwrap_or_default();
        let stage = stages.and_then(|c| c.dictionary.get(c.code(row)?));
        let label = figure(data, o, lang).to_string();
        let name = observation_name(data, o, lang);
        let place = data.places[o.place].name.get(lang);
        let period = period_text(o, lang);
        let tip = [name.as_str(), &label, place, &period].join(words::COMMA.get(lang));
        Some(Datum {
            id: u32::try_from(row).ok()?,
            category: at,
            extent: extent(o.quantity.qualifier, figures.float(row)?),
            fill: stage.map_or_else(Default::default, |e| stage_fill(&e.id)),
            hue,
            label,
            tip,
            ..Datum::default()
        })
    };
    let data = (0..).zip(&found).filter_map(datum).collect::<Vec<_>>();
    (!data.is_empty()).then(|| ChartSpec {
        prefix: "largest".into(),
        mark: MarkKind::Bar,
        title: m::LARGEST.fill(lang, &[("kind", &kind_name)]),
        categories: found.iter().filter_map(category).collect(),
        data,
        ..ChartSpec::default()
    })
}
