//! The overview: a card a topic, the largest figures of one kind, and the stages of each topic.

mod any;
mod largest;
mod opening;
mod plan;
mod types;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{Extent, ProgressPart, ProgressSpec};
use crate::column::{Bitmap, Role, Table};
use crate::i18n::catalog::sentence as m;
use crate::words::entry_name;

use super::fills::stage_fill;

pub(in crate::plot) use any::plan as of_rows;
pub(in crate::plot) use largest::largest;
pub use plan::plan;
pub use types::{CardPlan, Fact, Lead, OverviewPlan};

/// How many figures lead a card.
const LEADS: usize = 3;

/// What a card of one topic shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::plot) struct Card {
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
pub(in crate::plot) fn cards(table: &Table, rows: &Bitmap, lang: Lang) -> Vec<Card> {
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
fn strip(table: &Table, card: &Card, prefix: &str, lang: Lang) -> ProgressSpec {
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
