//! Names of single figures: only what tells them apart, so that unlike periods are never ranked barely.

use std::collections::BTreeMap;

use super::Published;
use crate::column::Role;
use crate::i18n::catalog::words as m;
use crate::words::{
    amid, breakdown_text, in_brackets, listed, observation_name, period_text, role_word, stage_word,
};

/// A figure's name on its row: what it is, and smaller what else tells it apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Name {
    /// Series and breakdown where series differ, else the area or what else tells it apart.
    pub(super) text: String,
    /// The rest.
    pub(super) note: String,
}

/// Which parts of a figure's name differ among the figures shown.
pub(super) struct Naming {
    series: bool,
    area: bool,
    period: bool,
    role: bool,
}

impl Naming {
    /// What must be said of each of these rows; `apart` are the roles that rows are set apart by elsewhere.
    pub(super) fn of(s: &Published, rows: &[usize], apart: &[Role]) -> Self {
        let differs = |role| !apart.contains(&role) && s.codes(role, rows).len() > 1;
        Self {
            series: differs(Role::Series),
            area: differs(Role::Area) || rows.len() == 1 && !apart.contains(&Role::Area),
            period: !apart.contains(&Role::Time),
            role: true,
        }
    }

    /// What must be said of rows that figures of a split share: a figure's own role and period go with the figure.
    pub(super) fn shared(s: &Published, rows: &[usize], split: Role) -> Self {
        Self { role: false, ..Self::of(s, rows, &[split, Role::Time]) }
    }

    /// Names of rows, told apart by stage and then by project where they would be the same.
    pub(super) fn names(&self, s: &Published, rows: &[usize]) -> Vec<Name> {
        let mut names: Vec<Name> = rows.iter().map(|&row| self.name(s, row)).collect();
        for more in [stage as fn(&Published, usize) -> Option<String>, project] {
            let mut seen: BTreeMap<(String, String), usize> = BTreeMap::new();
            for name in &names {
                *seen.entry((name.text.clone(), name.note.clone())).or_default() += 1;
            }
            for (name, &row) in names.iter_mut().zip(rows) {
                let key = (name.text.clone(), name.note.clone());
                if let (Some(2..), Some(word)) = (seen.get(&key), more(s, row)) {
                    let word = if name.note.is_empty() { word } else { amid(&word, s.lang) };
                    name.note = join(s, [Some(std::mem::take(&mut name.note)), Some(word)]);
                }
            }
        }
        names
    }

    /// The name of one row.
    pub(super) fn name(&self, s: &Published, row: usize) -> Name {
        let o = s.observation(row);
        let what = if self.series {
            observation_name(s.data, o, s.lang)
        } else {
            breakdown_text(s.data, o, s.lang)
        };
        let area = if self.area { area(s, row) } else { String::new() };
        let period = if self.period { period_text(o, s.lang) } else { String::new() };
        let what = match role_word(o, s.lang).filter(|_| self.role) {
            Some(role) if !what.is_empty() => in_brackets(&what, &amid(&role, s.lang), s.lang),
            // Behind the period it stands amid a list.
            Some(role) if !period.is_empty() => amid(&role, s.lang),
            Some(role) => role,
            None => what,
        };
        // What names the row comes last; the rest is its note, the period first, as that must not be cut. Figures of one
        // indicator are named by their places.
        let mut parts =
            if self.series { vec![period, area, what] } else { vec![period, what, area] };
        parts.retain(|part| !part.is_empty());
        let text = parts.pop().unwrap_or_else(|| observation_name(s.data, o, s.lang));
        Name { text, note: parts.join(m::SEPARATOR.get(s.lang)) }
    }
}

/// Whether the rows are of unlike periods.
pub(super) fn periods_differ(s: &Published, rows: &[usize]) -> bool {
    let mut periods = rows.iter().map(|&row| s.observation(row).period);
    let first = periods.next();
    periods.any(|period| Some(period) != first)
}

/// The name of a row's area.
pub(super) fn area(s: &Published, row: usize) -> String {
    s.data.places[s.observation(row).place].known_as().get(s.lang).to_owned()
}

fn stage(s: &Published, row: usize) -> Option<String> {
    Some(stage_word(s.data, s.observation(row), s.lang)).filter(|word| !word.is_empty())
}

fn project(s: &Published, row: usize) -> Option<String> {
    let project = s.observation(row).project?;
    Some(s.data.projects[project].name.get(s.lang).to_owned())
}

pub(super) fn join<const N: usize>(s: &Published, parts: [Option<String>; N]) -> String {
    listed(parts.into_iter().flatten(), m::SEPARATOR, s.lang)
}
