//! A target of any table as a row of the ledger.

use super::claims::{Cell, Claim, Says, period};
use super::judged::Judged;
use super::reading::Reading;
use crate::chart::palette::NEUTRAL;
use crate::chart::{Fill, ProgressPart, ProgressSpec};
use crate::column::Role;
use crate::i18n::catalog::words::SEPARATOR;
use crate::i18n::catalog::{data as d, ledger as m};
use crate::plot::extent;
use crate::plot::ledger::groups::Placed;
use crate::plot::ledger::row::{by, percent, share};
use crate::plot::ledger::status::deadline;
use crate::plot::ledger::types::{Bar, Line, RowPlan};
use crate::plot::ledger::wording::TABLE;
use crate::words::column_name;

impl Reading<'_> {
    /// The row of a target, and what it stands under. `at` numbers its strip.
    pub(super) fn placed(&self, claim: &Claim, at: usize) -> Placed {
        let row = claim.target.row;
        let under = |role| {
            self.entry(role, row).map_or((usize::MAX, String::new()), |(_, code, entry)| {
                (code as usize, entry.id.clone())
            })
        };
        Placed { place: under(Role::Area), domain: under(Role::Topic), row: self.row(claim, at) }
    }

    fn row(&self, claim: &Claim, at: usize) -> RowPlan {
        let (lang, row) = (self.lang, claim.target.row);
        let judged = self.judged(claim);
        let topic = self.entry(Role::Topic, row);
        let (name, beside) = self.names(claim);
        let told = period(self.table, row).filter(|_| !self.is_row()).and_then(deadline);
        let due = told.map_or_else(String::new, |date| by(date, lang));
        let ratio = judged.ratio.map(|r| share(r, judged.qualifier, lang)).unwrap_or_default();
        let facts = [("ratio", ratio.as_str())];
        let key = claim.result.map_or(row, |result| result.row);
        RowPlan {
            key: self.key(key),
            beside,
            place: self.name(Role::Area, row),
            domain: topic.map_or_else(String::new, |(.., entry)| entry.id.clone()),
            domain_name: self.name(Role::Topic, row),
            hue: topic.and_then(|(.., entry)| entry.hue).unwrap_or(NEUTRAL),
            period: self.time(row),
            stage: String::new(),
            status: judged.status,
            standing: TABLE.standing((judged.status, judged.why), &due, lang),
            facts: match ratio.is_empty() {
                true => String::new(),
                false => m::DONE_OF_TARGET.fill(lang, &facts),
            },
            due,
            lines: self.lines(claim),
            bars: self.bar(claim, &judged, &name, at).into_iter().collect(),
            ratio,
            name,
            published: String::new(),
            differs: false,
            // A word that is no known qualifier, or may be either figure's, is told as it stands.
            notes: [Some(row), Some(key).filter(|key| *key != row)]
                .into_iter()
                .flatten()
                .filter(|&row| self.qualifier(row).is_none())
                .map(|row| self.name(Role::Qualifier, row))
                .collect(),
            count: String::new(),
            all: Vec::new(),
        }
    }

    /// What is measured, and what else tells the row from others.
    fn names(&self, claim: &Claim) -> (String, String) {
        let row = claim.target.row;
        let separator = SEPARATOR.get(self.lang);
        let beside = self.beside(row).join(separator);
        match self.name(Role::Series, row) {
            series if !series.is_empty() => (series, beside),
            _ if !beside.is_empty() => (beside, String::new()),
            _ => (column_name(claim.target.column, self.lang), String::new()),
        }
    }

    fn lines(&self, claim: &Claim) -> Vec<Line> {
        let line = |cell: &Cell| {
            let label = match cell.says {
                Says::Target => d::TARGET,
                Says::Ceiling => d::CEILING,
                Says::Done => d::COMPLETED,
                Says::Actual => d::ACTUAL,
            };
            let fill = if cell.says == Says::Target { Fill::Hollow } else { Fill::Solid };
            let (label, figure) = (label.get(self.lang).to_owned(), self.figure(cell));
            Line { label, figure, key: self.key(cell.row), fill }
        };
        std::iter::once(&claim.target).chain(&claim.result).map(line).collect()
    }

    fn bar(&self, claim: &Claim, judged: &Judged, name: &str, at: usize) -> Option<Bar> {
        let ratio = judged.ratio?;
        let told = share(ratio, judged.qualifier, self.lang);
        let topic = self.entry(Role::Topic, claim.target.row);
        let part = ProgressPart {
            extent: extent(judged.qualifier, percent(ratio)),
            fill: Fill::Solid,
            hue: topic.and_then(|(.., entry)| entry.hue).unwrap_or(NEUTRAL),
            tip: m::BAR.fill(self.lang, &[("name", name), ("ratio", &told)]),
            ..ProgressPart::default()
        };
        let (prefix, whole) = (format!("ledger-{at}-0"), Some(100.0));
        let spec = ProgressSpec { prefix, parts: vec![part], whole, ..ProgressSpec::default() };
        let keys = claim.result.iter().map(|result| self.key(result.row)).collect();
        Some(Bar { spec, keys, name: String::new(), ratio: told })
    }
}
