//! The rows of a ledger in groups, and how they are counted.

use std::cmp::Reverse;

use super::row::status_name;
use super::status::Status;
use super::types::{Bar, GroupPlan, RowPlan};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::ledger as m;
use crate::i18n::catalog::words::COMMA;
use crate::state::Grouping;

/// What a row stands under: its place among those of its kind, and its id.
pub(super) type Under = (usize, String);

/// A row, and what it stands under by place and by field.
pub(super) struct Placed {
    pub(super) place: Under,
    pub(super) domain: Under,
    pub(super) row: RowPlan,
}

/// How many rows there are of each status: of promises that releases print, or of targets of any table.
#[derive(Clone, Copy)]
pub(super) struct Counted(pub(super) Message);

/// The rows in groups, those of most that is behind first, else in the order of what they stand under.
pub(super) fn grouped(
    rows: &[Placed],
    by: Grouping,
    counted: Counted,
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
        let list = if is_promise(row) { &mut group.rows } else { &mut group.projects };
        list.push(row.clone());
    }
    groups.order_by_key(|(order, group)| (Reverse(behind(&group.rows)), *order));
    let mut groups: Vec<GroupPlan> = groups.into_iter().map(|(_, group)| group).collect();
    for group in &mut groups {
        group.told = counted.of(&group.rows, lang);
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

/// Whether a row is a promise; else it is a project without a printed target.
pub(super) fn is_promise(row: &RowPlan) -> bool {
    row.status != Status::Project
}

fn behind(rows: &[RowPlan]) -> usize {
    rows.iter().filter(|row| row.status == Status::Behind).count()
}

/// The statuses of promises.
fn own() -> impl Iterator<Item = Status> {
    Status::ALL.into_iter().filter(|status| *status != Status::Project)
}

impl Counted {
    /// In words; empty where there are none.
    pub(super) fn of(self, rows: &[RowPlan], lang: Lang) -> String {
        let promises = rows.iter().filter(|row| is_promise(row)).count();
        if promises == 0 {
            return String::new();
        }
        let part = |status: Status| {
            let n = rows.iter().filter(|row| row.status == status).count();
            let name = status_name(status, None).get(lang);
            let name = if lang == Lang::En { name.to_lowercase() } else { name.to_owned() };
            (n > 0).then(|| m::COUNTED.count(lang, n, &[("status", &name)]))
        };
        let list: Vec<String> = own().filter_map(part).collect();
        self.0.count(lang, promises, &[("list", &list.join(COMMA.get(lang)))])
    }
}

/// The statuses that rows have, with their names.
pub(super) fn statuses(rows: &[RowPlan], lang: Lang) -> Vec<(Status, String)> {
    let occurs = |status: &Status| rows.iter().any(|row| row.status == *status);
    let name = |status: Status| (status, status_name(status, None).get(lang).to_owned());
    own().filter(occurs).map(name).collect()
}
