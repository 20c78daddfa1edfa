//! What belongs to one project, folded under its first promise: a part alone never stands for the whole.

use super::groups::Placed;
use super::promise::Promise;
use super::types::RowPlan;
use crate::base::lang::Lang;
use crate::i18n::catalog::ledger as m;
use crate::model::{Dataset, Id, Project};

/// The rows that stand by themselves, each with those of its project and of its project's parts.
pub(super) fn folded(
    data: &Dataset,
    promises: &[Promise],
    rows: Vec<Placed>,
    lang: Lang,
) -> Vec<Placed> {
    let is_promise: Vec<bool> = rows.iter().map(|placed| placed.row.is_told()).collect();
    let head = |at: usize| {
        let own = promises[at].project?;
        let around: Vec<Id<Project>> =
            std::iter::successors(Some(own), |id| data.projects[*id].parent).collect();
        let holds = |(other, promise): &(usize, &Promise)| {
            let level = promise.project.and_then(|p| around.iter().position(|id| *id == p));
            let is_over = level.is_some_and(|level| level > 0 || *other < at);
            is_over && (is_promise[*other] || !is_promise[at])
        };
        // Of several the one that is furthest out.
        let found = promises.iter().enumerate().filter(holds);
        let level = |promise: &Promise| around.iter().position(|id| Some(*id) == promise.project);
        found
            .map(|(other, promise)| (level(promise), other))
            .max_by_key(|(level, other)| (*level, std::cmp::Reverse(*other)))
    };
    let heads: Vec<Option<usize>> =
        (0..promises.len()).map(|at| head(at).map(|(_, other)| other)).collect();
    let root = |at: usize| {
        let mut root = at;
        while let Some(over) = heads[root] {
            root = over;
        }
        root
    };
    let roots: Vec<usize> = (0..promises.len()).map(root).collect();
    let mut parts: Vec<(usize, RowPlan)> = Vec::new();
    let mut found: Vec<(usize, Placed)> = Vec::new();
    for (at, placed) in rows.into_iter().enumerate() {
        if roots[at] == at {
            found.push((at, placed));
        } else {
            parts.push((roots[at], placed.row));
        }
    }
    for (at, row) in parts {
        if let Some((_, head)) = found.iter_mut().find(|(own, _)| *own == at) {
            head.row.parts.push(row);
        }
    }
    for (_, placed) in &mut found {
        placed.row.fold = placed.row.fold_text(lang);
    }
    found.into_iter().map(|(_, placed)| placed).collect()
}

impl RowPlan {
    /// What unfolds its figures, notes and parts; empty where it has none.
    pub(super) fn fold_text(&self, lang: Lang) -> String {
        match self.parts.len() {
            0 if self.lines.is_empty() && self.notes.is_empty() => String::new(),
            0 => m::FOLD.get(lang).to_owned(),
            n => m::FOLD_PARTS.count(lang, n, &[]),
        }
    }
}
