//! One promise as a row: its figures, how it stands, and its strips.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::judged::{Judged, judged};
use super::promise::{Promise, is_worked_out};
use super::ratio::{Aim, differs};
use super::status::{Status, due};
use super::types::{Bar, Line, RowPlan};
use super::wording::RELEASE;
use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::chart::{Extent, Fill, ProgressPart, ProgressSpec};
use crate::i18n::catalog::words::{COMMA, PARENTHESIS, SEPARATOR};
use crate::i18n::catalog::{data as d, ledger as m};
use crate::i18n::{self, Message};
use crate::model::{Dataset, Id, Observation, Project, Qualifier, Record, Role, Stage};
use crate::plot::{extent, stage_fill};
use crate::state::{Action, View};
use crate::words::{
    breakdown_text, figure, observation_name, qualified, stage_word, vocabulary_word,
};

/// How many figures of a project without a target are told.
const FIGURES: usize = 4;

/// The end of a time as a deadline: 2024年10月底.
pub(super) fn by(date: PartialDate, lang: Lang) -> String {
    let text = i18n::date(date, lang);
    match date {
        PartialDate::Day(..) => text,
        _ => m::END_OF.fill(lang, &[("date", &text)]),
    }
}

/// A share of a target in words.
pub(super) fn share(share: Decimal, qualifier: Qualifier, lang: Lang) -> String {
    let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    qualified(qualifier, &i18n::percent(percent, 1), lang)
}

/// Makes the rows of promises: with what is known of their figures, in a reader's language.
pub(super) struct RowBuilder<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
}

impl RowBuilder<'_> {
    fn o(&self, id: Id<Observation>) -> &Observation {
        &self.data.observations[id]
    }

    /// The row of a promise. `at` numbers its strips.
    pub(super) fn row(&self, promise: &Promise, at: usize) -> RowPlan {
        let (data, lang) = (self.data, self.lang);
        let judged = judged(data, promise);
        let project = promise.project.map(|id| &data.projects[id]);
        let stage = project.map(|p| p.stage).or(promise.actual.map(|id| self.o(id).stage));
        let word = |stage: Stage| vocabulary_word("stage", stage.id(), lang);
        let (name, beside) = self.names(promise);
        let domain = &data.domains[promise.domain];
        let open = promise.actual.or(promise.begun).or(promise.target);
        let open = open.or(promise.works.first().copied()).or(promise.figures.first().copied());
        let (published, differs) = self.published(promise);
        RowPlan {
            key: open.map_or_else(String::new, |id| self.o(id).id().to_owned()),
            name,
            beside,
            place: data.places[promise.place].name.get(lang).to_owned(),
            domain: domain.id.clone(),
            domain_name: domain.name.get(lang).to_owned(),
            hue: domain.hue(),
            period: self.period(promise),
            stage: stage.map(word).unwrap_or_default(),
            status: judged.status,
            standing: self.standing(promise, &judged),
            facts: self.facts(promise, &judged),
            ratio: self.ratio(promise, &judged),
            due: self.due(promise),
            lines: self.lines(promise, &judged),
            bars: self.bars(promise, &judged, at),
            published,
            differs,
            notes: self.notes(promise),
            count: match promise.every().count() {
                0 => String::new(),
                n => m::SHOW.count(lang, n, &[]),
            },
            all: self.all(promise),
        }
    }

    /// What is promised, and the project it belongs to where that is named otherwise.
    fn names(&self, promise: &Promise) -> (String, String) {
        let project = promise.project.map(|id| self.data.projects[id].name.get(self.lang));
        let project = project.unwrap_or_default().to_owned();
        match promise.target {
            Some(target) => {
                let name = observation_name(self.data, self.o(target), self.lang);
                let beside = if project == name { String::new() } else { project };
                (name, beside)
            }
            // A budget of no project.
            None if promise.project.is_none() => {
                let first = promise.figures.first().map(|&id| self.o(id));
                (
                    first.map_or(project, |o| observation_name(self.data, o, self.lang)),
                    String::new(),
                )
            }
            None => (project, String::new()),
        }
    }

    /// How it stands, and why or until when; of a project nothing.
    fn standing(&self, promise: &Promise, judged: &Judged) -> String {
        if judged.status == Status::Project {
            return String::new();
        }
        RELEASE.standing((judged.status, judged.why), &self.due(promise), self.lang)
    }

    /// When the target is due; empty where that is not published or worked out.
    fn due(&self, promise: &Promise) -> String {
        let target = promise.target.map(|id| self.o(id)).filter(|o| !o.is_derived());
        let date = target.and_then(|o| due(self.data, o));
        date.map_or_else(String::new, |date| by(date, self.lang))
    }

    /// What the release reports of the target and what it says is left, in its own measure.
    fn facts(&self, promise: &Promise, judged: &Judged) -> String {
        let Some(target) = promise.target.map(|id| self.o(id)) else { return String::new() };
        let lang = self.lang;
        let mut facts = Vec::new();
        if let Some(ratio) = judged.ratio {
            let share = self.share(ratio, judged.qualifier);
            let message = if target.is_derived() { m::DONE_OF_OURS } else { m::DONE_THEN };
            facts.push(message.fill(lang, &[("ratio", &share)]));
        }
        for step in promise.parts.iter().map(|&id| self.o(id)) {
            if let Some(date) = due(self.data, step).filter(|_| self.is_rest(promise, step)) {
                let figure = figure(self.data, step, lang).to_string();
                facts.push(
                    m::REST_DUE.fill(lang, &[("figure", &figure), ("date", &by(date, self.lang))]),
                );
            }
        }
        let is_told = matches!(judged.status, Status::NotDue | Status::Behind | Status::Project);
        let date = self.due(promise);
        if !is_told && !date.is_empty() {
            facts.push(m::DUE_AT.fill(lang, &[("date", &date)]));
        }
        facts.join(if lang == Lang::En { "; " } else { SEPARATOR.get(lang) })
    }

    /// Whether a step is what is left of the target without what is done.
    fn is_rest(&self, promise: &Promise, step: &Observation) -> bool {
        let base = |o: &Observation| o.base_value(&self.data.units[o.unit]);
        let (Some(target), Some(actual)) = (promise.target, promise.actual) else { return false };
        let left = base(self.o(target)).zip(base(self.o(actual)));
        let left = left.and_then(|(target, actual)| target.checked_sub(actual));
        step.role == Role::Target && left.is_some() && left == base(step)
    }

    /// From when until when.
    fn period(&self, promise: &Promise) -> String {
        let Some(project) = promise.project else {
            let target = promise.target.map(|id| self.o(id).period);
            let own = target.filter(|period| period.start.is_some());
            return own.map_or_else(
                || m::NO_TIME.get(self.lang).to_owned(),
                |period| i18n::period(period.start, period.end, self.lang),
            );
        };
        let around = || std::iter::successors(Some(project), |id| self.data.projects[*id].parent);
        let start = around().find_map(|id| self.data.projects[id].start);
        let end = around().find_map(|id| self.data.projects[id].end);
        self.span(start, end)
    }

    fn span(&self, start: Option<PartialDate>, end: Option<PartialDate>) -> String {
        let date = |date| i18n::date(date, self.lang);
        match (start, end) {
            (start @ Some(_), Some(end)) => i18n::period(start, end, self.lang),
            (None, Some(end)) => m::UNTIL.fill(self.lang, &[("date", &date(end))]),
            (Some(start), None) => m::SINCE.fill(self.lang, &[("date", &date(start))]),
            (None, None) => m::NO_TIME.get(self.lang).to_owned(),
        }
    }

    fn ratio(&self, promise: &Promise, judged: &Judged) -> String {
        // Several parts have a percentage each and none together.
        let one = promise.works.len() < 2;
        judged.ratio.filter(|_| one).map_or_else(String::new, |r| self.share(r, judged.qualifier))
    }

    fn share(&self, ratio: Decimal, qualifier: Qualifier) -> String {
        share(ratio, qualifier, self.lang)
    }

    fn line(&self, label: String, id: Id<Observation>) -> Line {
        let o = self.o(id);
        let figure = figure(self.data, o, self.lang);
        Line { label, figure, key: o.id().to_owned(), fill: stage_fill(o.stage.id()) }
    }

    /// Target, what is begun and done, and their parts; of a project without a target its figures.
    fn lines(&self, promise: &Promise, judged: &Judged) -> Vec<Line> {
        let lang = self.lang;
        let stays = judged.aim == Aim::Stay;
        let named = |label: Message, id: Option<Id<Observation>>| {
            id.map(|id| self.line(label.get(lang).to_owned(), id))
        };
        let done = match promise.actual.map(|id| self.o(id).stage) {
            Some(Stage::Completed) if !stays => d::COMPLETED,
            _ => d::ACTUAL,
        };
        let single = [
            named(if stays { d::CEILING } else { d::TARGET }, promise.target),
            named(m::BEGUN, promise.begun),
            named(done, promise.actual),
        ];
        let parts = promise.parts.iter().map(|&id| self.line(self.part(promise, id), id));
        let name = |id: Id<Observation>| observation_name(self.data, self.o(id), lang);
        let own = |&id: &Id<Observation>| {
            // Begun and done of one thing are told apart by their stage; what is only planned says so.
            let own = name(id);
            let again = promise.figures.iter().any(|&other| other != id && name(other) == own)
                || self.o(id).stage == Stage::Planned;
            let stage = stage_word(self.data, self.o(id), lang);
            let label = if again && !stage.is_empty() {
                [&*own, &*stage].join(SEPARATOR.get(lang))
            } else {
                own
            };
            self.line(label, id)
        };
        let figures = promise.figures.iter().take(FIGURES).map(own);
        single.into_iter().flatten().chain(parts).chain(figures).collect()
    }

    /// What a part is called: what divides it from the whole, else its own project, else its stage.
    fn part(&self, promise: &Promise, id: Id<Observation>) -> String {
        let (o, lang) = (self.o(id), self.lang);
        let project = o.project.filter(|own| Some(*own) != promise.project);
        let mut name = breakdown_text(self.data, o, lang);
        if let (true, Some(project)) = (name.is_empty(), project) {
            self.data.projects[project].name.get(lang).clone_into(&mut name);
        }
        let date =
            due(self.data, o).filter(|_| o.role == Role::Target).map(|date| by(date, self.lang));
        let is_rest = self.is_rest(promise, o);
        if let Some(date) = date.filter(|_| name.is_empty() || is_rest) {
            let message = if is_rest { m::LEFT } else { m::DUE };
            return message.fill(lang, &[("date", &date)]);
        }
        if name.is_empty() {
            name = stage_word(self.data, o, lang);
        }
        if o.role != Role::Target {
            return m::PART.fill(lang, &[("name", &name)]);
        }
        let period = crate::words::period_text(o, lang);
        m::STEP.fill(lang, &[("name", &name), ("period", &period)])
    }

    fn bars(&self, promise: &Promise, judged: &Judged, at: usize) -> Vec<Bar> {
        let hue = self.data.domains[promise.domain].hue();
        let bar = |n: usize, name: String, ratio: String, parts, keys| {
            let prefix = format!("ledger-{at}-{n}");
            let whole = Some(100.0);
            let spec = ProgressSpec { prefix, parts, whole, ..ProgressSpec::default() };
            Bar { spec, keys, name, ratio }
        };
        let part = |name: &str, told: &str, id: usize, extent: Extent, fill: Fill| ProgressPart {
            id: u32::try_from(id).unwrap_or_default(),
            extent,
            fill,
            hue,
            tip: m::BAR.fill(self.lang, &[("name", name), ("ratio", told)]),
            ..ProgressPart::default()
        };
        if promise.target.is_none() {
            let works = promise.works.iter().zip(&judged.works).enumerate();
            let works = works.map(|(n, (&id, &share))| {
                let o = self.o(id);
                let name = breakdown_text(self.data, o, self.lang);
                let ratio = self.share(share, o.quantity.qualifier);
                let extent = extent(o.quantity.qualifier, percent(share));
                let part = part(&name, &ratio, 0, extent, Fill::Solid);
                bar(n, name, ratio, vec![part], vec![o.id().to_owned()])
            });
            return works.collect();
        }
        let name = self.names(promise).0;
        let (mut parts, mut keys) = (Vec::new(), Vec::new());
        let mut told = String::new();
        let done = match (promise.actual, judged.ratio) {
            // Nothing is done yet of what is begun.
            (None, _) => 0.0,
            (Some(_), None) => return Vec::new(),
            (Some(actual), Some(ratio)) => {
                told = self.share(ratio, judged.qualifier);
                let extent = extent(judged.qualifier, percent(ratio));
                parts.push(part(&name, &told, 0, extent, Fill::Solid));
                keys.push(self.o(actual).id().to_owned());
                percent(ratio)
            }
        };
        let rest = judged.begun.map_or(0.0, percent) - done;
        if let (Some(id), true) = (promise.begun, rest > 0.0) {
            let begun = figure(self.data, self.o(id), self.lang).to_string();
            let begun = [m::BEGUN.get(self.lang), &*begun].join(if self.lang == Lang::En {
                " "
            } else {
                ""
            });
            parts.push(part(&name, &begun, keys.len(), Extent::exact(rest), Fill::Hatched));
            keys.push(self.o(id).id().to_owned());
        }
        if parts.is_empty() { Vec::new() } else { vec![bar(0, String::new(), told, parts, keys)] }
    }

    /// What is to be said of the published percentage, and whether it is at odds with the figures.
    fn published(&self, promise: &Promise) -> (String, bool) {
        let Some(rate) = promise.rate.map(|id| self.o(id)) else { return (String::new(), false) };
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
        if is_worked_out(self.data, promise, rate) {
            return (m::PUBLISHED.fill(self.lang, &values), false);
        }
        let both = promise.target.zip(promise.actual);
        let odd = both.is_some_and(|(target, actual)| {
            let (target, actual) = (self.o(target), self.o(actual));
            differs((rate, unit(rate)), (target, unit(target)), (actual, unit(actual)))
        });
        let message = if odd { m::DIFFERS } else { m::PUBLISHED };
        (message.fill(self.lang, &values), odd)
    }

    fn notes(&self, promise: &Promise) -> Vec<String> {
        let lang = self.lang;
        let mut notes = Vec::new();
        if promise.works.len() > 1 {
            notes.push(m::NO_WEIGHTS.get(lang).to_owned());
        }
        if !promise.inner.is_empty() {
            let list: Vec<String> = promise.inner.iter().map(|&id| self.inner(id)).collect();
            notes.push(m::INNER_LIST.fill(lang, &[("list", &list.join(COMMA.get(lang)))]));
        }
        let more = promise.figures.len().saturating_sub(FIGURES);
        if more > 0 {
            notes.push(m::MORE.count(lang, more, &[]));
        }
        // What is told of many figures stands with each of them; what is in doubt is told here too.
        let own = [promise.target, promise.actual, promise.begun].into_iter().flatten();
        let own = own.chain(promise.parts.iter().copied()).map(|id| self.o(id).note.get(lang));
        let doubts = promise.every().filter_map(|id| self.o(id).doubt);
        let doubts = doubts.map(|doubt| self.data.doubts[doubt].text.get(lang));
        for note in own.chain(doubts).filter(|note| !note.is_empty()) {
            if !notes.iter().any(|known| known == note) {
                notes.push(note.to_owned());
            }
        }
        notes
    }

    fn inner(&self, id: Id<Project>) -> String {
        let project = &self.data.projects[id];
        let stage = vocabulary_word("stage", project.stage.id(), self.lang);
        let name = project.name.get(self.lang);
        match project.end {
            Some(end) => {
                let period = m::UNTIL.fill(self.lang, &[("date", &i18n::date(end, self.lang))]);
                let values = [("name", name), ("stage", &*stage), ("period", &*period)];
                m::INNER_DUE.fill(self.lang, &values)
            }
            None => PARENTHESIS.fill(self.lang, &[("a", name), ("b", &stage)]),
        }
    }

    /// The steps that show every figure of the promise in the table.
    fn all(&self, promise: &Promise) -> Vec<Action> {
        let narrow = match promise.project {
            Some(project) => ("project", self.data.projects[project].id.clone()),
            None => {
                let target = promise.target.map(|id| self.o(id).indicator);
                let id = target.map(|id| self.data.indicators[id].id.clone());
                ("indicator", id.unwrap_or_default())
            }
        };
        vec![Action::Choose(narrow.0.to_owned(), narrow.1), Action::Show(View::Table)]
    }
}

/// A share as per cent for a strip.
pub(super) fn percent(share: Decimal) -> f64 {
    share.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.to_f64()).unwrap_or_default()
}
