//! Names of single figures: only what tells them apart, so that unlike periods are never ranked barely.

use std::collections::BTreeMap;

use super::selection::Selection;
use crate::column::Role;
use crate::i18n::catalog::words as m;
use crate::i18n::{self};
use crate::model::{self, Observation};
use crate::words::{breakdown_text, observation_name, period_text};

/// Which parts of a figure's name differ among the figures shown.
pub(super) struct Naming {
    series: bool,
    area: bool,
    period: bool,
    area_first: bool,
}

impl Naming {
    /// What must be said of each of these rows; `apart` are the roles that rows are set apart by elsewhere.
    pub(super) fn of(s: &Selection, rows: &[usize], apart: &[Role]) -> Self {
        let differs = |role| s.codes(role, rows).len() > 1;
        let first = rows.first().map(|&row| s.observation(row).period);
        let period = rows.iter().any(|&row| Some(s.observation(row).period) != first);
        Self {
            series: differs(Role::Series) && !apart.contains(&Role::Series),
            area: differs(Role::Area) && !apart.contains(&Role::Area),
            period: period && !apart.contains(&Role::Time),
            area_first: false,
        }
    }

    /// The same with the area before the name.
    pub(super) const fn area_first(self) -> Self {
        Self { area_first: true, ..self }
    }

    /// Whether the figures are of unlike periods.
    pub(super) const fn tells_period(&self) -> bool {
        self.period
    }

    /// Names of rows, told apart by stage and then by project where they would be the same.
    pub(super) fn names(&self, s: &Selection, rows: &[usize]) -> Vec<String> {
        let mut names: Vec<String> = rows.iter().map(|&row| self.name(s, row)).collect();
        for more in [stage as fn(&Selection, usize) -> Option<String>, project] {
            let mut seen: BTreeMap<String, usize> = BTreeMap::new();
            for name in &names {
                *seen.entry(name.clone()).or_default() += 1;
            }
            for (name, &row) in names.iter_mut().zip(rows) {
                if let (Some(2..), Some(word)) = (seen.get(name), more(s, row)) {
                    *name = join(s, [Some(std::mem::take(name)), Some(word)]);
                }
            }
        }
        names
    }

    /// The name of one row.
    pub(super) fn name(&self, s: &Selection, row: usize) -> String {
        let o = s.observation(row);
        let area = self.area.then(|| area(s, row));
        let what = self.what(s, o);
        let period = self.period.then(|| period_text(o, s.lang));
        let name = if self.area_first {
            join(s, [area, what, period])
        } else {
            join(s, [what, area, period])
        };
        let name = if name.is_empty() { observation_name(s.data, o, s.lang) } else { name };
        with_role(s, o, name)
    }

    fn what(&self, s: &Selection, o: &Observation) -> Option<String> {
        let what = if self.series {
            observation_name(s.data, o, s.lang)
        } else {
            breakdown_text(s.data, o, s.lang)
        };
        (!what.is_empty()).then_some(what)
    }
}

/// Everything a reader hears of a figure: name, figure, place and period.
pub(super) fn tip(s: &Selection, row: usize, figure: &str) -> String {
    let o = s.observation(row);
    let name = full_name(s, row);
    let parts = [Some(area(s, row)), Some(period_text(o, s.lang)), stage(s, row), project(s, row)];
    let rest = join(s, parts);
    format!("{name}{}{figure}{}{rest}", m::COLON.get(s.lang), comma(s))
}

/// The series' name with breakdown and, where it is no plain fact, its role.
pub(super) fn full_name(s: &Selection, row: usize) -> String {
    let o = s.observation(row);
    with_role(s, o, observation_name(s.data, o, s.lang))
}

/// The name of a row's area.
pub(super) fn area(s: &Selection, row: usize) -> String {
    let code = s.table.category_by_role(Role::Area).and_then(|areas| areas.code(row));
    code.map(|code| s.name(Role::Area, code)).unwrap_or_default()
}

/// The name of a row's stage.
pub(super) fn stage(s: &Selection, row: usize) -> Option<String> {
    let code = s.table.category_by_role(Role::Stage).and_then(|stages| stages.code(row))?;
    Some(s.name(Role::Stage, code))
}

fn project(s: &Selection, row: usize) -> Option<String> {
    let project = s.observation(row).project?;
    Some(s.data.projects[project].name.get(s.lang).to_owned())
}

/// A target, a ceiling, a part or a change says so in its name.
fn with_role(s: &Selection, o: &Observation, name: String) -> String {
    match i18n::word("role", o.role.id()) {
        Some(word) if o.role != model::Role::Actual => {
            m::PARENTHESIS.fill(s.lang, &[("a", &name), ("b", word.get(s.lang))])
        }
        _ => name,
    }
}

fn comma(s: &Selection) -> &'static str {
    crate::i18n::catalog::chart::COMMA.get(s.lang)
}

pub(super) fn join<const N: usize>(s: &Selection, parts: [Option<String>; N]) -> String {
    let parts: Vec<String> = parts.into_iter().flatten().filter(|p| !p.is_empty()).collect();
    parts.join(comma(s))
}
