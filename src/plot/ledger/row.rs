//! One promise as a row: what is promised, its figures, and how it stands.

use rust_decimal::Decimal;

use super::groups::Finding;
use super::judged::Judged;
use super::promise::Promise;
use super::ratio::Aim;
use super::status::{Status, due};
use super::types::{Line, RowPlan};
use super::wording::RELEASE;
use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::i18n::catalog::words::{COMMA, PARENTHESIS, SEPARATOR};
use crate::i18n::catalog::{data as d, ledger as m};
use crate::i18n::{self, Message};
use crate::model::{Dataset, Id, Observation, Project, Qualifier, Record, Role, Stage};
use crate::plot::stage_fill;
use crate::state::{Action, View};
use crate::words::{
    amid, breakdown_text, figure, observation_name, qualified, stage_amid, stage_word,
    vocabulary_word,
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
    pub(super) fn o(&self, id: Id<Observation>) -> &Observation {
        &self.data.observations[id]
    }

    /// The row of a promise.
    pub(super) fn row(&self, promise: &Promise, judged: &Judged) -> RowPlan {
        let (data, lang) = (self.data, self.lang);
        let project = promise.project.map(|id| &data.projects[id]);
        let stage = project.map(|p| p.stage).or(promise.actual.map(|id| self.o(id).stage));
        let word = |stage: Stage| vocabulary_word("stage", stage.id(), lang);
        let (name, beside) = self.names(promise);
        let domain = &data.domains[promise.domain];
        let place = &data.places[promise.place];
        let open = promise.actual.or(promise.begun).or(promise.target);
        let open = open.or(promise.works.first().copied()).or(promise.figures.first().copied());
        let title = self.title(promise, &name);
        let said = self.said(promise, judged);
        let calendar = self.calendar(promise, &title);
        let (picture, keys) = self.picture(promise, judged);
        RowPlan {
            key: open.map_or_else(String::new, |id| self.o(id).id().to_owned()),
            name,
            beside,
            place: place.known_as().get(lang).to_owned(),
            year: self.year(promise),
            domain: domain.id.clone(),
            domain_name: domain.name.get(lang).to_owned(),
            hue: domain.hue(),
            period: self.period(promise),
            stage: stage.map(word).unwrap_or_default(),
            status: judged.status,
            standing: self.standing(promise, judged),
            ratio: self.ratio(promise, judged),
            due: self.due(promise),
            lines: self.lines(promise, judged),
            untold: self.untold(promise, calendar.is_some()),
            calendar,
            picture,
            keys,
            title,
            said,
            doubts: self.doubts(promise),
            notes: self.notes(promise),
            parts: Vec::new(),
            fold: String::new(),
            count: match promise.every().count() {
                0 => String::new(),
                n => m::SHOW.count(lang, n, &[]),
            },
            all: self.all(promise),
        }
    }

    /// What is promised, with how much of it as the release prints it; one that was worked out stands in the sentence.
    fn title(&self, promise: &Promise, name: &str) -> String {
        let printed = promise.target.map(|id| self.o(id)).filter(|o| !o.is_derived());
        printed.map_or_else(
            || name.to_owned(),
            |o| {
                let figure = self.amount(o, name);
                m::PROMISED.fill(self.lang, &[("name", name), ("figure", &figure)])
            },
        )
    }

    /// A figure behind what it counts: a unit that the name says already is not said again, as in "Hospital beds: 300 beds".
    fn amount(&self, o: &Observation, name: &str) -> String {
        let mut figure = figure(self.data, o, self.lang).unmarked();
        let unit = figure.unit.trim().to_lowercase();
        if self.lang == Lang::En && !unit.is_empty() && name.to_lowercase().contains(&unit) {
            figure.unit.clear();
        }
        figure.to_string().trim_end().to_owned()
    }

    /// The year of the release; empty where it is not known.
    fn year(&self, promise: &Promise) -> String {
        let source = promise.every().next().map(|id| &self.data.sources[self.o(id).source]);
        let published = source.and_then(|source| source.published);
        published
            .map_or_else(String::new, |date| i18n::date(PartialDate::Year(date.year()), self.lang))
    }

    /// The finding that a promise is, where it may be told as one: whole, alike, printed and in no doubt.
    pub(super) fn finding(&self, promise: &Promise, judged: &Judged) -> Option<Finding> {
        let ratio = judged.ratio?;
        let (target, actual) = (self.o(promise.target?), self.o(promise.actual?));
        let is_plain = super::status::hinders(self.data, target, actual).is_none();
        if !is_plain || judged.aim == Aim::Stay {
            return None;
        }
        let place = &self.data.places[promise.place];
        let told = |o: &Observation| figure(self.data, o, self.lang).to_string();
        // "12 of 15 projects".
        let mut done = figure(self.data, actual, self.lang);
        if self.lang == Lang::En && actual.unit == target.unit {
            done.unit.clear();
        }
        let done = done.to_string().trim_end().to_owned();
        let values = [
            ("place", place.known_as().get(self.lang)),
            ("name", &*self.names(promise).0),
            ("target", &*told(target)),
            ("done", Finding::DONE),
            ("date", &*self.until(actual)),
        ];
        Some(Finding::new(ratio, &m::FINDING.fill(self.lang, &values), &done))
    }

    /// Until when what is done was done: a month or a year that it was counted over is told by its end.
    fn until(&self, actual: &Observation) -> String {
        match (actual.period.start, actual.period.end) {
            (None, end @ PartialDate::Year(_)) => i18n::date(end, self.lang),
            (_, end) => by(end, self.lang),
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
    pub(super) fn due(&self, promise: &Promise) -> String {
        let target = promise.target.map(|id| self.o(id)).filter(|o| !o.is_derived());
        let date = target.and_then(|o| due(self.data, o));
        date.map_or_else(String::new, |date| by(date, self.lang))
    }

    /// Whether a step is what is left of the target without what is done.
    pub(super) fn is_rest(&self, promise: &Promise, step: &Observation) -> bool {
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

    pub(super) fn share(&self, ratio: Decimal, qualifier: Qualifier) -> String {
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
            let stage = stage_amid(self.data, self.o(id), lang);
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
        // What is told of many figures stands with each of them.
        let own = [promise.target, promise.actual, promise.begun].into_iter().flatten();
        let own = own.chain(promise.parts.iter().copied()).map(|id| self.o(id).note.get(lang));
        for note in own.filter(|note| !note.is_empty()) {
            if !notes.iter().any(|known| known == note) {
                notes.push(note.to_owned());
            }
        }
        notes
    }

    fn inner(&self, id: Id<Project>) -> String {
        let project = &self.data.projects[id];
        let stage = amid(&vocabulary_word("stage", project.stage.id(), self.lang), self.lang);
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
