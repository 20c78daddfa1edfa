//! A target of any table as a row of the ledger.

use super::claims::{Cell, Claim, Says, period};
use super::judged::Judged;
use super::reading::Reading;
use crate::base::date::PartialDate;
use crate::chart::palette::NEUTRAL;
use crate::chart::{Fill, QuantitySpec};
use crate::column::Role;
use crate::i18n::catalog::words::{OF_PLACE, PARENTHESIS, SEPARATOR};
use crate::i18n::catalog::{data as d, ledger as m};
use crate::plot::ledger::calendar::Dates;
use crate::plot::ledger::groups::{Finding, Placed};
use crate::plot::ledger::picture::{Drawn, Measured};
use crate::plot::ledger::row::{by, share};
use crate::plot::ledger::said::Sentence;
use crate::plot::ledger::status::deadline;
use crate::plot::ledger::types::{Line, RowPlan, Said};
use crate::plot::ledger::wording::TABLE;
use crate::words::{column_name, told_of};

impl Reading<'_> {
    /// The row of a target, and what it stands under.
    pub(super) fn placed(&self, claim: &Claim) -> Placed {
        let row = claim.target.row;
        let under = |role| {
            self.entry(role, row).map_or((usize::MAX, String::new()), |(_, code, entry)| {
                (code as usize, entry.id.clone())
            })
        };
        let (place, domain) = (under(Role::Area), under(Role::Topic));
        let judged = self.judged(claim);
        let finding = self.finding(claim, &judged);
        Placed { place, domain, row: self.row(claim, &judged), finding }
    }

    fn row(&self, claim: &Claim, judged: &Judged) -> RowPlan {
        let (lang, row) = (self.lang, claim.target.row);
        let topic = self.entry(Role::Topic, row);
        let (name, beside) = self.names(claim);
        let told = self.told_due(claim);
        let due = told.map_or_else(String::new, |date| by(date, lang));
        let key = claim.result.map_or(row, |result| result.row);
        let figure = self.figure(&claim.target).to_string();
        let title = m::PROMISED.fill(lang, &[("name", &name), ("figure", &figure)]);
        let hue = topic.and_then(|(.., entry)| entry.hue).unwrap_or(NEUTRAL);
        let result = claim.result.and_then(|cell| period(self.table, cell.row));
        let dates = Dates { told: result.filter(|_| !self.is_row()), published: None, due: told };
        let calendar = dates.calendar((format!("calendar-{row}"), &title), hue, lang);
        let standing = TABLE.standing((judged.status, judged.why), &due, lang);
        let (picture, keys) = self.picture(claim, judged, hue);
        // What the calendar or the judgement says is not said again.
        let is_said = calendar.is_some() || judged.status.is_judged();
        let mut found = RowPlan {
            key: self.key(key),
            beside,
            place: self.name(Role::Area, row),
            domain: topic.map_or_else(String::new, |(.., entry)| entry.id.clone()),
            domain_name: self.name(Role::Topic, row),
            hue,
            period: self.time(row),
            status: judged.status,
            untold: if is_said { String::new() } else { standing.clone() },
            standing,
            said: self.said(claim),
            due,
            lines: self.lines(claim),
            picture,
            keys,
            calendar,
            ratio: judged.ratio.map(|r| share(r, judged.qualifier, lang)).unwrap_or_default(),
            name,
            title,
            // A word that is no known qualifier, or may be either figure's, is told as it stands.
            notes: [Some(row), Some(key).filter(|key| *key != row)]
                .into_iter()
                .flatten()
                .filter(|&row| self.qualifier(row).is_none())
                .map(|row| self.name(Role::Qualifier, row))
                .collect(),
            ..RowPlan::default()
        };
        found.fold = found.fold_text(lang);
        found
    }

    /// When the target is due, where its row's time can only be that.
    fn told_due(&self, claim: &Claim) -> Option<PartialDate> {
        period(self.table, claim.target.row).filter(|_| !self.is_row()).and_then(deadline)
    }

    fn said(&self, claim: &Claim) -> Vec<Said> {
        let mut told = Sentence::new(self.lang);
        match &claim.result {
            Some(result) => {
                let message = if result.says == Says::Done { m::DONE } else { m::IN_FACT };
                told.figure((message, &[]), (self.figure(result), &self.key(result.row)), true);
            }
            None => told.words(m::NO_RESULT_ROWS.get(self.lang)),
        }
        told.close()
    }

    /// What may be told as a finding: a target that is to be reached, and how much of it is.
    fn finding(&self, claim: &Claim, judged: &Judged) -> Option<Finding> {
        let (ratio, result) = (judged.ratio?, claim.result?);
        let mut name = self.names(claim).0;
        let place = self.name(Role::Area, claim.target.row);
        if !place.is_empty() {
            name = OF_PLACE.fill(self.lang, &[("place", &place), ("name", &name)]);
        }
        let told = |cell: &Cell| self.figure(cell).to_string();
        let (target, done) = (told(&claim.target), told(&result));
        let values = [("name", &*name), ("target", &*target), ("done", Finding::DONE)];
        let finding = m::FINDING_ROWS.fill(self.lang, &values);
        let time = self.time(result.row);
        let sentence = match time.is_empty() {
            true => finding,
            false => PARENTHESIS.fill(self.lang, &[("a", &finding), ("b", &time)]),
        };
        Some(Finding::new(ratio, &sentence, &done))
    }

    /// What is measured, and what else tells the row from others.
    pub(super) fn names(&self, claim: &Claim) -> (String, String) {
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

    fn picture(
        &self,
        claim: &Claim,
        judged: &Judged,
        hue: u8,
    ) -> (Option<QuantitySpec>, Vec<String>) {
        let both = claim.result.filter(|_| judged.ratio.is_some());
        let target = self.quantity(&claim.target);
        let Some((result, target)) = both.zip(target) else { return (None, Vec::new()) };
        let done = self.quantity(&result).map(|done| Measured {
            value: done.value,
            qualifier: done.qualifier,
            tip: told_of(
                &self.names(claim).0,
                [self.figure(&result).to_string(), self.name(Role::Area, result.row)],
                self.lang,
            ),
            key: self.key(result.row),
        });
        let prefix = format!("ledger-{}", claim.target.row);
        Drawn { target: target.value, done, begun: None, hue, prefix }.picture()
    }
}
