//! The rows of a ledger in groups.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use super::status::Status;
use super::types::{GroupPlan, RowPlan, Title};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::i18n::catalog::ledger as m;
use crate::state::Grouping;

/// The least share of a target that makes a promise nearly fulfilled.
const NEARLY: Decimal = Decimal::from_parts(75, 0, 0, false, 2);

/// What a row stands under: its place among those of its kind, and its id.
pub(super) type Under = (usize, String);

/// A row, and what it stands under by place and by field.
pub(super) struct Placed {
    pub(super) place: Under,
    pub(super) domain: Under,
    pub(super) row: RowPlan,
    /// What may be told of it as a finding.
    pub(super) finding: Option<Finding>,
}

/// A promise that is fulfilled, or nearly, as a sentence.
pub(super) struct Finding {
    /// The share of the target that is reached.
    pub(super) ratio: Decimal,
    pub(super) sentence: String,
    /// Where the sentence has what is done.
    pub(super) figure: (usize, usize),
}

impl Finding {
    /// Stands in a sentence for what is done, until it is known where that is.
    pub(super) const DONE: &str = "\u{fffc}";

    /// What is done takes the place that the sentence keeps for it.
    pub(super) fn new(ratio: Decimal, sentence: &str, done: &str) -> Self {
        let at = sentence.find(Self::DONE).unwrap_or_default();
        let sentence = sentence.replacen(Self::DONE, done, 1);
        Self { ratio, figure: (at, at + done.len()), sentence }
    }
}

/// The promise that is fulfilled most, or nearly fulfilled, as the title; the first of equals. Else what the view is about.
pub(super) fn titled(rows: &[Placed], usual: &str) -> Title {
    let mut found: Option<(&Finding, u8)> = None;
    let share = |finding: &Finding| finding.ratio.min(Decimal::ONE);
    for placed in rows {
        let Some(own) = placed.finding.as_ref().filter(|own| own.ratio >= NEARLY) else { continue };
        if found.is_none_or(|(most, _)| share(own) > share(most)) {
            found = Some((own, placed.row.hue));
        }
    }
    match found {
        Some((own, hue)) => Title { text: own.sentence.clone(), figure: own.figure, hue },
        None => Title { text: usual.to_owned(), ..Title::default() },
    }
}

/// The rows in groups, those first that tell most of what came of it, else in the order of what they stand under.
pub(super) fn grouped(rows: &[Placed], by: Grouping, lang: Lang) -> Vec<GroupPlan> {
    let mut groups: Vec<(usize, GroupPlan)> = Vec::new();
    for Placed { place, domain, row, .. } in rows {
        let ((order, id), name) = match by {
            Grouping::Place => (place, &row.place),
            Grouping::Domain => (domain, &row.domain_name),
        };
        let at = groups.iter().position(|(_, group)| group.id == *id).unwrap_or_else(|| {
            let name = if name.is_empty() { m::UNGROUPED.get(lang) } else { name };
            let (id, name) = (id.clone(), name.to_owned());
            groups.push((*order, GroupPlan { id, name, ..GroupPlan::default() }));
            groups.len() - 1
        });
        let group = &mut groups[at].1;
        if row.is_told() {
            group.rows.push(row.clone());
        } else {
            group.rest.push(named(row));
        }
    }
    groups.order_by_key(|(order, group)| (Reverse(telling(&group.rows)), *order));
    let mut groups: Vec<GroupPlan> = groups.into_iter().map(|(_, group)| group).collect();
    for group in &mut groups {
        group.rows.order_by_key(rank);
        if by == Grouping::Place {
            group.year = year(group);
        }
        let (n, is_alone) = (group.rest.len(), group.rows.is_empty());
        if n > 0 {
            let message = if is_alone { m::PROJECTS } else { m::REST };
            group.beside = message.count(lang, n, &[]);
        }
    }
    groups
}

/// What is told of a project in the line of those without a target: its name, and the steps that show its figures.
fn named(row: &RowPlan) -> RowPlan {
    let RowPlan { key, name, place, year, all, .. } = row.clone();
    RowPlan { key, name, place, year, all, ..RowPlan::default() }
}

/// The one year that all rows are of; empty where there are several, so that each row tells its own.
fn year(group: &GroupPlan) -> String {
    let rows = group.rows.iter().chain(&group.rest);
    let mut years = rows.map(|row| &row.year).filter(|year| !year.is_empty());
    let first = years.next();
    first.filter(|first| years.all(|year| year == *first)).cloned().unwrap_or_default()
}

/// What was due and not met first, then what is told of most certainly.
fn rank(row: &RowPlan) -> (bool, bool, bool, Status) {
    let is_late = row.status == Status::Behind;
    (!is_late, !row.tells_result(), !row.status.is_judged(), row.status)
}

fn telling(rows: &[RowPlan]) -> usize {
    rows.iter().filter(|row| row.tells_result()).count()
}
