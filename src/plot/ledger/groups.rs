//! The rows of a ledger in groups, and how they are counted.

use std::cmp::Reverse;

use super::status::Status;
use super::types::{Bar, GroupPlan, RowPlan};
use super::wording::Wording;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::i18n::catalog::ledger as m;
use crate::state::Grouping;

/// What a row stands under: its place among those of its kind, and its id.
pub(super) type Under = (usize, String);

/// A row, and what it stands under by place and by field.
pub(super) struct Placed {
    pub(super) place: Under,
    pub(super) domain: Under,
    pub(super) row: RowPlan,
}

/// The rows in groups, those of most that is behind first, else in the order of what they stand under.
pub(super) fn grouped(
    rows: &[Placed],
    by: Grouping,
    wording: &Wording,
    lang: Lang,
) -> Vec<GroupPlan> {
    let mut groups: Vec<(usize, GroupPlan)> = Vec::new();
    for Placed { place, domain, row } in rows {
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
        let list = if row.is_promise() { &mut group.rows } else { &mut group.projects };
        list.push(row.clone());
    }
    groups.order_by_key(|(order, group)| (Reverse(behind(&group.rows)), *order));
    let mut groups: Vec<GroupPlan> = groups.into_iter().map(|(_, group)| group).collect();
    for group in &mut groups {
        group.told = wording.counted(&group.rows, lang);
        if !group.projects.is_empty() {
            group.beside = m::PROJECTS.count(lang, group.projects.len(), &[]);
        }
    }
    groups
}

/// Gives all strips one scale, so that they can be compared.
pub(super) fn scale(rows: &mut [Placed]) {
    let bars = rows.iter().flat_map(|placed| &placed.row.bars);
    let scale = bars.map(reach).fold(100.0, f64::max);
    for bar in rows.iter_mut().flat_map(|placed| &mut placed.row.bars) {
        bar.spec.end = Some(scale);
    }
}

/// How far a strip reaches, in per cent.
fn reach(bar: &Bar) -> f64 {
    bar.spec.parts.iter().map(|part| part.extent.mid).sum()
}

fn behind(rows: &[RowPlan]) -> usize {
    rows.iter().filter(|row| row.status == Status::Behind).count()
}
