//! The figure that a question asks for: what was understood of the question, the figures that answer it, and when none
//! may stand for the answer.

use std::cmp::Reverse;

use serde::{Deserialize, Serialize};

use super::Session;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::column::{Data, Role, Table};
use crate::i18n::catalog::filter as m;
use crate::i18n::catalog::words::COMMA;
use crate::model::{self, Dataset, Observation, Stage};
use crate::query::{Part, Reading, Scored, Searchable, Sense};
use crate::words::{column_name, entry_name, listed};

/// So many values of a part are named; of more, the word that was typed.
pub(super) const NAMED: usize = 3;
/// So many figures that hold all parts but one.
const NEAR: usize = 3;

/// A part of a question as it was understood, to be taken out again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Understood {
    /// What kind of thing it names: a place, an indicator.
    pub kind: String,
    /// What it names.
    pub name: String,
    /// The question without it.
    pub rest: String,
}

/// What a question comes to.
pub(super) struct Asked {
    pub(super) reading: Reading,
    /// Figures that hold every part, best first.
    pub(super) rows: Vec<Scored>,
    /// Figures that hold every part but one of stage, measure, time or place, best first.
    pub(super) near: Vec<Scored>,
    /// Whether the first figure is the answer.
    pub(super) is_answered: bool,
}

impl Asked {
    /// Asks; `None` where the rows are no published figures.
    pub(super) fn of(session: &mut Session, text: &str) -> Option<Self> {
        session.rows.as_ref().published()?;
        let reading = session.engine.read_question(text);
        let rows = session.engine.answering(&reading.parts, None);
        let table = session.engine.table();
        let has = |role| reading.parts.iter().any(|part| is_of(table, part, role));
        let is_open = reading.parts.len() > 1;
        let mut near = Vec::new();
        // What the place reports of it in another stage or measure, then of other times, then other places.
        let asked = [Role::Stage, Role::Kind, Role::Time, Role::Area].map(|role| (role, has(role)));
        for (role, _) in asked.into_iter().filter(|&(_, is_asked)| is_asked && is_open) {
            near.extend(session.engine.answering(&reading.parts, Some(role)));
        }
        near.retain(|near: &Scored| rows.iter().all(|known| known.row != near.row));
        let data = session.rows.as_ref().published()?;
        let mut asked = Self { reading, rows, near, is_answered: false };
        asked.rows.order_by_key(|scored| place_in_line(data, scored));
        asked.near.order_by_key(|scored| place_in_line(data, scored));
        asked.near.dedup_by_key(|near| near.row);
        asked.near.truncate(NEAR);
        asked.is_answered = asked.answers(session.engine.table(), data);
        Some(asked)
    }

    /// Whether figures are asked for: an indicator is named, or several things at once.
    pub(super) fn is_question(&self, table: &Table) -> bool {
        let parts = &self.reading.parts;
        parts.len() + self.reading.unknown.len() > 1
            || parts.iter().any(|part| is_of(table, part, Role::Series))
    }

    /// One figure is the answer where every word is understood, what is measured is named or no other figure holds all of
    /// it, and the nearest figures are of one indicator and one place. What a reader did not say is not guessed.
    fn answers(&self, table: &Table, data: &Dataset) -> bool {
        let is_named = self.reading.parts.iter().any(|part| is_of(table, part, Role::Series));
        let is_whole = self.reading.unknown.is_empty() && (is_named || self.rows.len() == 1);
        let inside = || self.rows.iter().filter(|scored| scored.is_inside);
        let Some(first) = inside().next().filter(|_| is_whole) else { return false };
        let Some(best) = observation(data, first.row) else { return false };
        let reach = reach(first.far);
        inside()
            .filter(|scored| scored.far <= reach)
            .filter_map(|scored| observation(data, scored.row))
            .all(|o| o.indicator == best.indicator && o.place == best.place)
    }

    /// The parts as they were understood.
    pub(super) fn understood(&self, table: &Table, data: &Dataset, lang: Lang) -> Vec<Understood> {
        let parts = self.reading.parts.iter().enumerate();
        let told = parts.map(|(n, part)| {
            let others = self.reading.parts.iter().enumerate().filter(|&(other, _)| other != n);
            let words = others.map(|(_, part)| part.text.as_str());
            let words: Vec<&str> =
                words.chain(self.reading.unknown.iter().map(String::as_str)).collect();
            let name = self.name(table, data, part, lang);
            let is_own = |scored: &Scored| part.own.get(scored.row).is_some_and(|&own| own > 1);
            let column = match &part.sense {
                Sense::Values(..) if name.is_none() && self.rows.first().is_some_and(is_own) => {
                    None
                }
                Sense::Values(at, _) | Sense::Time(at, _) => table.columns.get(*at),
                Sense::Rows => None,
            };
            let also = || m::ASKED_ALSO.get(lang).to_owned();
            let kind = column.map_or_else(also, |column| column_name(column, lang));
            let name = name.unwrap_or_else(|| part.text.clone());
            (Understood { kind, name, rest: words.join(" ") }, part)
        });
        let mut all: Vec<Understood> = Vec::new();
        for (mut told, part) in told {
            // Two words that lead to one indicator stand as two, each to be taken out.
            if all.iter().any(|known| known.kind == told.kind && known.name == told.name) {
                told.name.clone_from(&part.text);
            }
            all.push(told);
        }
        all
    }

    /// The values that a part means, where they are few: of a tree the one around the others, else those of the figures
    /// within reach. `None` where the figures' own words are meant.
    fn name(&self, table: &Table, data: &Dataset, part: &Part, lang: Lang) -> Option<String> {
        let Sense::Values(at, codes) = &part.sense else { return None };
        // Kinds of units are asked for in everyday words, which say more than their names.
        let column = table.columns.get(*at).filter(|column| column.role != Role::Kind)?;
        let Data::Category(category) = &column.data else { return None };
        let dictionary = &category.dictionary;
        let named = |code: u32| {
            let entry = dictionary.get(code)?;
            let place = data.places.find(&entry.id).filter(|_| column.role == Role::Area);
            Some(match place {
                Some(id) => data.places[id].known_as().get(lang).to_owned(),
                None => entry_name(&column.key, entry, lang),
            })
        };
        let around = |up: u32| codes.iter().all(|c| dictionary.ancestors(c.0).any(|a| a == up));
        let up = codes.iter().map(|c| c.0).find(|&code| around(code));
        if let Some(up) = up.filter(|_| column.role == Role::Area) {
            return named(up);
        }
        // The value of a figure, and how far it is from the word.
        let of = |row: usize| {
            let mut ups = dictionary.ancestors(category.code(row)?);
            ups.find_map(|up| codes.iter().find(|(code, _)| *code == up).copied())
        };
        let mut met: Vec<(u32, u8)> = self.rows.iter().filter_map(|s| of(s.row)).collect();
        if met.is_empty() && !self.rows.is_empty() {
            return None;
        }
        if met.is_empty() {
            met.clone_from(codes);
        }
        met.order_by_key(|&(code, rank)| (rank, code));
        met.dedup();
        let reach = reach(met.first()?.1);
        let names = met.iter().take_while(|(_, rank)| *rank <= reach);
        let mut names: Vec<String> = names.filter_map(|&(code, _)| named(code)).collect();
        names.dedup();
        (names.len() <= NAMED).then(|| listed(&names, COMMA, lang))
    }

    /// Whether more than a place and a time is asked for, so that figures may be listed.
    pub(super) fn has_subject(&self, table: &Table) -> bool {
        let is_subject =
            |part: &Part| !is_of(table, part, Role::Area) && !is_of(table, part, Role::Time);
        let is_plain = self.reading.unknown.is_empty() && self.reading.parts.len() > 1;
        is_plain || self.reading.parts.iter().any(is_subject)
    }

    /// What keeps the question from being answered; empty where nothing does.
    pub(super) fn remark(&self, lang: Lang) -> String {
        match self.reading.unknown.as_slice() {
            [] if self.rows.is_empty() && !self.reading.parts.is_empty() => {
                m::ASKED_UNMET.get(lang).to_owned()
            }
            [] => String::new(),
            unknown if self.reading.parts.is_empty() => {
                m::SEARCH_NONE.fill(lang, &[("query", &unknown.join(" "))])
            }
            [time] if is_relative(time) => m::ASKED_RELATIVE.fill(lang, &[("words", time)]),
            unknown => m::ASKED_UNKNOWN.fill(lang, &[("words", &unknown.join(" "))]),
        }
    }

    /// The values that the parts name, indicators first, places after them.
    pub(super) fn values(&self, table: &Table, limit: usize) -> Vec<Searchable> {
        let mut values = Vec::new();
        for role in [Role::Series, Role::Area] {
            for part in self.reading.parts.iter().filter(|part| is_of(table, part, role)) {
                let Sense::Values(at, codes) = &part.sense else { continue };
                let Some(column) = table.columns.get(*at) else { continue };
                let Data::Category(category) = &column.data else { continue };
                let mut codes = codes.clone();
                codes.order_by_key(|&(code, rank)| (rank, code));
                let ids = codes.iter().filter_map(|&(code, _)| category.dictionary.get(code));
                values.extend(ids.take(limit).map(|entry| Searchable::Value {
                    column: column.key.clone(),
                    id: entry.id.clone(),
                }));
            }
        }
        values
    }
}

/// The figure of a row of the table that was made of a dataset.
pub(super) fn observation(data: &Dataset, row: usize) -> Option<&Observation> {
    data.observations.iter().nth(row).map(|(_, o)| o)
}

/// How far what is meant may be from a word that the nearest is so far from: an everyday word means all that it leads
/// to, a name what is called so.
fn reach(nearest: u8) -> u8 {
    if nearest == 0 { 0 } else { nearest.max(2) }
}

/// Whether a word counts from the reader's day: no release says which year is the last one.
fn is_relative(word: &str) -> bool {
    Lang::ALL.iter().any(|&lang| m::RELATIVE.get(lang).split(',').any(|known| known == word))
}

fn is_of(table: &Table, part: &Part, role: Role) -> bool {
    match &part.sense {
        Sense::Values(at, _) | Sense::Time(at, _) => {
            table.columns.get(*at).is_some_and(|c| c.role == role)
        }
        Sense::Rows => false,
    }
}

/// What was reached stands before what is aimed at, what is done before what is under way, a whole before its parts, the
/// latest before the earlier.
fn place_in_line(data: &Dataset, scored: &Scored) -> (u8, u8, u8, bool, Reverse<i64>, usize) {
    let Some(o) = observation(data, scored.row) else {
        return (u8::MAX, 0, 0, false, Reverse(0), scored.row);
    };
    let role = match o.role {
        model::Role::Actual => 0,
        model::Role::Share => 1,
        _ => 2,
    };
    let stage = match data.told_stage(o) {
        Stage::Completed | Stage::Standing => 0,
        Stage::InProgress => 1,
        Stage::Planned => 2,
    };
    let last = i64::from(o.period.end.last_day());
    (scored.far, role, stage, o.part_of.is_some(), Reverse(last), scored.row)
}
