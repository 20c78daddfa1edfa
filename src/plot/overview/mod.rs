//! The overview: findings, a card a topic, where the money goes, what was promised; of any table what it comes to.

mod any;
mod finding;
mod headline;
mod money;
mod opening;
mod picture;
mod pictured;
mod plain;
mod plan;
mod promised;
mod reached;
mod topics;
mod types;

use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Bitmap, Role, Table};
use crate::words::entry_name;

pub(in crate::plot) use any::plan as of_rows;
pub(in crate::plot) use opening::tellings as tellings_of_rows;
pub use pictured::pictured;
pub(in crate::plot) use plain::{is_plain, short};
pub use plan::plan;
pub(in crate::plot) use topics::picture_of;
pub use types::{
    CardPlan, Fact, Finding, Lead, MoneyPlan, OverviewPlan, Picture, PlacePlan, Promised,
};

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
}

/// A card for each value of a column that has rows, in the values' order.
fn cards_by(table: &Table, column: &str, rows: &Bitmap, lang: Lang) -> Vec<Card> {
    let Some(topics) = table.category(column) else { return Vec::new() };
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
            name: entry_name(column, entry, lang),
            hue: entry.hue.unwrap_or_default(),
            count: rows.len(),
            leads: telling(table, &rows, LEADS),
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
