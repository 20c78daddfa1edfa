//! What came of a promise, as one sentence of the release's own figures.

use super::judged::Judged;
use super::promise::{Promise, is_worked_out};
use super::ratio::{Aim, differs};
use super::row::{RowBuilder, by};
use super::status::due;
use super::types::Said;
use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::base::once::Once;
use crate::i18n::Message;
use crate::i18n::catalog::ledger as m;
use crate::i18n::catalog::words::SEPARATOR;
use crate::model::{Id, Observation, Qualifier, Record, Role, Stage};
use crate::words::{FigureText, breakdown_text, figure, observation_name, qualified};

/// Stands for a figure in words that are filled before the figure is set into them.
const HERE: &str = "\u{1}";
/// The kind of units of people, of whom it is not said that they are done.
const PEOPLE: &str = "people";
/// How many figures of a project without a target its sentence tells.
const FIGURES: usize = 3;

/// A sentence in the making.
pub(super) struct Sentence {
    lang: Lang,
    said: Vec<Said>,
    /// Words that no figure has followed yet.
    open: String,
}

impl Sentence {
    pub(super) const fn new(lang: Lang) -> Self {
        Self { lang, said: Vec::new(), open: String::new() }
    }

    /// Adds a clause without a figure of its own.
    pub(super) fn words(&mut self, words: &str) {
        if !self.said.is_empty() || !self.open.is_empty() {
            self.open.push_str(SEPARATOR.get(self.lang));
        }
        self.open.push_str(words);
    }

    /// Adds a clause with a figure.
    pub(super) fn figure(
        &mut self,
        (message, values): (Message, &[(&str, &str)]),
        (figure, key): (FigureText, &str),
        is_lead: bool,
    ) {
        let mut values = values.to_vec();
        values.push(("figure", HERE));
        let text = message.fill(self.lang, &values);
        let (before, after) = text.split_once(HERE).unwrap_or((&text, ""));
        self.words(before);
        let words = std::mem::replace(&mut self.open, after.to_owned());
        self.said.push(Said { words, figure: Some(figure), key: key.to_owned(), is_lead });
    }

    /// The sentence.
    pub(super) fn close(mut self) -> Vec<Said> {
        if !self.open.is_empty() {
            let words = std::mem::take(&mut self.open);
            self.said.push(Said { words, ..Said::default() });
        }
        if let Some(first) = self.said.first_mut() {
            first.words = begun(&first.words);
        }
        self.said
    }
}

/// Words as the beginning of a sentence; Chinese stays as it is.
fn begun(words: &str) -> String {
    let mut rest = words.chars();
    rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
}

impl RowBuilder<'_> {
    /// What the release tells of a promise; of a project without a target its first figures.
    pub(super) fn said(&self, promise: &Promise, judged: &Judged) -> Vec<Said> {
        let mut told = Sentence::new(self.lang);
        match promise.target {
            Some(target) => self.of_target(&mut told, promise, judged, self.o(target)),
            None => self.of_project(&mut told, promise),
        }
        told.close()
    }

    fn add(
        &self,
        told: &mut Sentence,
        (message, name): (Message, &str),
        id: Id<Observation>,
        is_lead: bool,
    ) {
        let o = self.o(id);
        let figure = figure(self.data, o, self.lang);
        told.figure((message, &[("name", name)]), (figure, o.id()), is_lead);
    }

    fn of_target(
        &self,
        told: &mut Sentence,
        promise: &Promise,
        judged: &Judged,
        target: &Observation,
    ) {
        if let Some(begun) = promise.begun {
            if is_all(target, self.o(begun)) {
                told.words(m::ALL_BEGUN.get(self.lang));
            } else {
                self.add(told, (m::HAS_BEGUN, ""), begun, promise.actual.is_none());
            }
        }
        match promise.actual {
            Some(actual) => {
                let is_done = self.o(actual).stage == Stage::Completed && judged.aim == Aim::Reach;
                let is_people = self.data.units[self.o(actual).unit].kind == PEOPLE;
                let message = match (is_done, is_people) {
                    (true, true) => m::DONE_PEOPLE,
                    (true, false) => m::DONE,
                    (false, _) => m::IN_FACT,
                };
                self.add(told, (message, ""), actual, true);
            }
            // Of what has no deadline either it is said in the calendar's place.
            None if promise.begun.is_none() && self.deadline(promise).is_none() => {}
            None => told.words(m::NO_RESULT.get(self.lang)),
        }
        self.steps(told, promise);
        if let Some(rate) = promise.rate {
            let (text, is_odd) = self.published(promise, self.o(rate));
            if !is_odd {
                told.words(&text);
            }
        }
        let ours = promise.target.filter(|_| target.is_derived() && promise.is_printed(self.data));
        if let Some(ours) = ours {
            self.add(told, (m::TARGET_OURS, ""), ours, false);
        }
        for &id in promise.figures.iter().take(1) {
            self.add(told, (m::BUDGET, ""), id, false);
        }
    }

    /// What is left of the target, and phases of what is begun and done; what has no name of its own, or is of another
    /// project, is folded.
    fn steps(&self, told: &mut Sentence, promise: &Promise) {
        for &id in &promise.parts {
            let step = self.o(id);
            let date = due(self.data, step).filter(|_| self.is_rest(promise, step));
            if let Some(date) = date {
                let (figure, date) = (figure(self.data, step, self.lang), by(date, self.lang));
                told.figure((m::REST_DUE, &[("date", &date)]), (figure, step.id()), false);
                continue;
            }
            let name = breakdown_text(self.data, step, self.lang);
            let is_own = step.project == promise.project && step.role != Role::Target;
            if name.is_empty() || !is_own {
                continue;
            }
            let is_of_result = promise.actual.is_some() && step.part_of == promise.actual;
            let message = if is_of_result { m::PART_OF } else { m::NAMED };
            self.add(told, (message, &name), id, false);
        }
    }

    fn of_project(&self, told: &mut Sentence, promise: &Promise) {
        for &id in promise.works.iter().chain(&promise.figures).take(FIGURES) {
            let o = self.o(id);
            let mut name = breakdown_text(self.data, o, self.lang);
            if name.is_empty() || !promise.works.contains(&id) {
                name = observation_name(self.data, o, self.lang);
            }
            self.add(told, (m::NAMED, &name), id, false);
        }
    }

    /// The published percentage in words, and whether it is at odds with the figures.
    fn published(&self, promise: &Promise, rate: &Observation) -> (String, bool) {
        let unit = |o: &Observation| &self.data.units[o.unit];
        let text = figure(self.data, rate, self.lang);
        let text = qualified(rate.quantity.qualifier, &format!("{}%", text.number), self.lang);
        let values = [("rate", text.as_str())];
        if !promise.is_printed(self.data) {
            // The release's own words, and nothing to hold against them.
            let is_yearly = promise
                .target
                .is_some_and(|target| matches!(self.o(target).period.end, PartialDate::Year(_)));
            let message = if is_yearly { m::OF_THE_YEAR } else { m::OF_THE_TARGET };
            return (message.fill(self.lang, &values), false);
        }
        let both = promise.target.zip(promise.actual);
        let both = both.filter(|_| !is_worked_out(self.data, promise, rate));
        let odd = both.is_some_and(|(target, actual)| {
            let (target, actual) = (self.o(target), self.o(actual));
            differs((rate, unit(rate)), (target, unit(target)), (actual, unit(actual)))
        });
        let message = if odd { m::DIFFERS } else { m::PUBLISHED };
        (message.fill(self.lang, &values), odd)
    }

    /// Where the release is unclear about a figure of the promise, or contradicts itself.
    pub(super) fn doubts(&self, promise: &Promise) -> Vec<String> {
        let own = promise.every().filter_map(|id| self.o(id).doubt);
        let mut texts: Vec<String> = Vec::new();
        let rate = promise.rate.map(|id| self.published(promise, self.o(id)));
        let odd = rate.filter(|(_, is_odd)| *is_odd).map(|(text, _)| text);
        let told = own.map(|doubt| {
            let text = self.data.doubts[doubt].text.get(self.lang);
            m::IN_DOUBT.fill(self.lang, &[("text", text)])
        });
        texts.add_once(told.chain(odd));
        texts
    }
}

/// Whether what is begun is just what was promised, by the release's own two figures.
fn is_all(target: &Observation, begun: &Observation) -> bool {
    let is_exact = |o: &Observation| o.quantity.qualifier == Qualifier::Eq && !o.is_derived();
    is_exact(target)
        && is_exact(begun)
        && target.unit == begun.unit
        && target.quantity.value == begun.quantity.value
}
