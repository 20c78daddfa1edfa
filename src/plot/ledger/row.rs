//! One promise as a row: its figures, how it stands, and its strips.

use rust_decimal::Decimal;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};

use super::judged::{Judged, judged};
use super::plan::{Bar, Line, RowPlan};
use super::promise::{Promise, is_worked_out};
use super::ratio::{Aim, differs};
use super::status::{Status, Why};
use crate::base::date::PartialDate;
use crate::base::lang::Lang;
use crate::chart::{Extent, Fill, Pace as PaceLine, ProgressPart, ProgressSpec};
use crate::i18n::catalog::words::{COMMA, PARENTHESIS, SEPARATOR};
use crate::i18n::catalog::{data as d, ledger as m};
use crate::i18n::{self, Message};
use crate::model::{Dataset, Id, Observation, Project, Qualifier, Record, Role, Stage};
use crate::plot::{extent, stage_fill};
use crate::state::{Action, View};
use crate::words::{breakdown_text, figure, observation_name, qualified};

/// How many figures of a project without a target are told.
const FIGURES: usize = 4;

/// What a status is called.
#[must_use]
pub const fn status_name(status: Status, why: Option<Why>) -> Message {
    match (status, why) {
        (_, Some(Why::OverLimit)) => m::OVER_LIMIT,
        (Status::Exceeded, _) => m::EXCEEDED,
        (Status::Met, _) => m::MET,
        (Status::Ahead, _) => m::AHEAD,
        (Status::OnPace, _) => m::ON_PACE,
        (Status::Behind, _) => m::BEHIND,
        (Status::Open, _) => m::OPEN,
        (Status::NoTarget, _) => m::NO_TARGET,
    }
}

const fn reason(why: Why) -> Option<Message> {
    Some(match why {
        Why::NoActual => m::WHY_NO_ACTUAL,
        Why::NoStart => m::WHY_NO_START,
        Why::NoEnd => m::WHY_NO_END,
        Why::Release => m::WHY_RELEASE,
        Why::Level => m::WHY_LEVEL,
        Why::Words => m::WHY_WORDS,
        Why::Over => m::WHY_OVER,
        // Its name says it.
        Why::OverLimit => return None,
    })
}

/// What the row of a promise is made with.
pub(super) struct Maker<'a> {
    pub(super) data: &'a Dataset,
    pub(super) lang: Lang,
}

impl Maker<'_> {
    fn o(&self, id: Id<Observation>) -> &Observation {
        &self.data.observations[id]
    }

    /// The row of a promise, and by how much it lies before its time. `at` numbers its strips.
    pub(super) fn row(&self, promise: &Promise, at: usize) -> (f64, RowPlan) {
        let (data, lang) = (self.data, self.lang);
        let judged = judged(data, promise);
        let project = promise.project.map(|id| &data.projects[id]);
        let stage = project.map(|p| p.stage).or(promise.actual.map(|id| self.o(id).stage));
        let word = |stage: Stage| i18n::word("stage", stage.id()).map_or("", |w| w.get(lang));
        let (name, beside) = self.names(promise);
        let domain = &data.domains[promise.domain];
        let open = promise.actual.or(promise.begun).or(promise.target);
        let open = open.or(promise.works.first().copied()).or(promise.figures.first().copied());
        let status = status_name(judged.status, judged.why).get(lang).to_owned();
        let (published, differs) = self.published(promise);
        let row = RowPlan {
            key: open.map_or_else(String::new, |id| self.o(id).id().to_owned()),
            name,
            beside,
            place: data.places[promise.place].name.get(lang).to_owned(),
            domain: domain.id.clone(),
            domain_name: domain.name.get(lang).to_owned(),
            hue: domain.order.saturating_sub(1),
            period: self.period(promise),
            stage: stage.map_or("", word).to_owned(),
            status: judged.status,
            is_done: judged.is_done(stage),
            standing: self.standing(promise, &judged, &status),
            status_name: status,
            ratio: self.ratio(promise, &judged),
            pace: self.pace_sentence(promise, &judged),
            passed: self.passed(&judged),
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
        };
        (judged.lead(), row)
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
            None => (project, String::new()),
        }
    }

    /// How it stands, and why; of works with several parts which of them stands so.
    fn standing(&self, promise: &Promise, judged: &Judged, status: &str) -> String {
        let parts = promise.works.iter().zip(&judged.works);
        let so = parts.filter(|(_, (_, part, _))| *part == judged.status);
        let so: Vec<String> =
            so.map(|(&id, _)| breakdown_text(self.data, self.o(id), self.lang)).collect();
        let is_some = !so.is_empty() && so.len() < promise.works.len();
        let why = match judged.why.and_then(reason) {
            _ if is_some => Some(so.join(COMMA.get(self.lang))),
            why => why.map(|message| message.get(self.lang).to_owned()),
        };
        why.map_or_else(
            || status.to_owned(),
            |why| m::STANDING.fill(self.lang, &[("status", status), ("why", &why)]),
        )
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

    fn share(&self, share: Decimal, qualifier: Qualifier) -> String {
        let percent = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
        qualified(qualifier, &i18n::percent(percent, 1), self.lang)
    }

    fn percent(share: f64) -> String {
        i18n::percent(Decimal::from_f64(share * 100.0).unwrap_or_default(), 0)
    }

    /// The share of the time that has passed; empty where it is not known.
    fn passed(&self, judged: &Judged) -> String {
        let Ok(pace) = &judged.pace else { return String::new() };
        let (low, high) = (Self::percent(pace.low), Self::percent(pace.high));
        if low == high {
            return high;
        }
        m::PACE_RANGE.fill(self.lang, &[("low", &low), ("high", &high)])
    }

    /// Whether the day of the release is known.
    fn is_dated(&self, judged: &Judged) -> bool {
        let source = judged.told.map(|told| self.o(told).source);
        let published = source.and_then(|source| self.data.sources[source].published);
        matches!(published, Some(PartialDate::Day(..)))
    }

    /// The time that has passed as a sentence; empty where it is not known or nothing is judged by it.
    fn pace_sentence(&self, promise: &Promise, judged: &Judged) -> String {
        let judges = judged.aim == Aim::Reach && !self.bars_of(promise).is_empty();
        let (Ok(pace), Some(told), true) = (&judged.pace, judged.told, judges) else {
            return String::new();
        };
        let o = self.o(told);
        let Some(published) = self.data.sources[o.source].published else { return String::new() };
        let (low, high) = (Self::percent(pace.low), Self::percent(pace.high));
        let date = i18n::date(published, self.lang);
        let as_of = i18n::date(o.period.end, self.lang);
        let message = if low == high {
            m::PACE_AT
        } else if self.is_dated(judged) {
            m::PACE_OLDER
        } else {
            m::PACE_VAGUE
        };
        let values = [("date", &*date), ("high", &high), ("low", &low), ("as_of", &as_of)];
        message.fill(self.lang, &values)
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
            // Begun and done of one thing are told apart by their stage.
            let own = name(id);
            let again = promise.figures.iter().any(|&other| other != id && name(other) == own);
            let stage = i18n::word("stage", self.o(id).stage.id()).map_or("", |w| w.get(lang));
            let label = if again { [&*own, stage].join(SEPARATOR.get(lang)) } else { own };
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
        if name.is_empty() && o.role == Role::Target && o.period.start.is_none() {
            return m::DUE.fill(lang, &[("date", &i18n::date(o.period.end, lang))]);
        }
        if name.is_empty() {
            name = i18n::word("stage", o.stage.id()).map_or("", |w| w.get(lang)).to_owned();
        }
        if o.role != Role::Target {
            return m::PART.fill(lang, &[("name", &name)]);
        }
        let period = crate::words::period_text(o, lang);
        m::STEP.fill(lang, &[("name", &name), ("period", &period)])
    }

    /// The figures that have a strip each.
    fn bars_of<'p>(&self, promise: &'p Promise) -> &'p [Id<Observation>] {
        match (promise.target, &promise.actual, &promise.begun) {
            (Some(_), Some(_), _) => promise.actual.as_slice(),
            (Some(_), None, Some(_)) => promise.begun.as_slice(),
            _ => &promise.works,
        }
    }

    fn bars(&self, promise: &Promise, judged: &Judged, at: usize) -> Vec<Bar> {
        let pace = judged.pace.as_ref().ok().map(|pace| PaceLine {
            from: pace.low * 100.0,
            to: pace.high * 100.0,
            open: !self.is_dated(judged),
            label: String::new(),
        });
        let hue = self.data.domains[promise.domain].order.saturating_sub(1);
        let spec = |n: usize, parts| ProgressSpec {
            prefix: format!("ledger-{at}-{n}"),
            parts,
            whole: Some(100.0),
            pace: pace.clone(),
            ..ProgressSpec::default()
        };
        if promise.target.is_none() {
            return promise
                .works
                .iter()
                .zip(&judged.works)
                .enumerate()
                .map(|(n, (&id, &(ratio, status, why)))| {
                    let o = self.o(id);
                    let name = breakdown_text(self.data, o, self.lang);
                    let ratio_text = self.share(ratio, o.quantity.qualifier);
                    let status_name = status_name(status, why).get(self.lang).to_owned();
                    let part = self.strip_part(&name, &ratio_text, &status_name);
                    let extent = extent(o.quantity.qualifier, percent(ratio));
                    let part = ProgressPart { extent, fill: Fill::Solid, hue, ..part };
                    Bar {
                        spec: spec(n, vec![part]),
                        keys: vec![o.id().to_owned()],
                        name,
                        ratio: ratio_text,
                        status,
                        status_name,
                    }
                })
                .collect();
        }
        let Some(ratio) = judged.ratio.filter(|_| judged.aim == Aim::Reach) else {
            return Vec::new();
        };
        let name = self.names(promise).0;
        let ratio_text = self.share(ratio, judged.qualifier);
        let status_name = status_name(judged.status, judged.why).get(self.lang).to_owned();
        let mut parts = Vec::new();
        let mut keys = Vec::new();
        let done = promise.actual.map_or(0.0, |_| percent(ratio));
        if let Some(actual) = promise.actual {
            let part = self.strip_part(&name, &ratio_text, &status_name);
            let extent = extent(judged.qualifier, done);
            parts.push(ProgressPart { extent, fill: Fill::Solid, hue, ..part });
            keys.push(self.o(actual).id().to_owned());
        }
        let rest = judged.begun.map_or(0.0, percent) - done;
        if let (Some(id), true) = (promise.begun, rest > 0.0) {
            let label = m::BEGUN.get(self.lang);
            let begun = figure(self.data, self.o(id), self.lang).to_string();
            let part = self.strip_part(&name, label, &begun);
            parts.push(ProgressPart {
                id: u32::try_from(keys.len()).unwrap_or_default(),
                extent: Extent::exact(rest),
                fill: Fill::Hatched,
                hue,
                ..part
            });
            keys.push(self.o(id).id().to_owned());
        }
        let bar = Bar {
            spec: spec(0, parts),
            keys,
            name: String::new(),
            ratio: ratio_text,
            status: judged.status,
            status_name,
        };
        vec![bar]
    }

    fn strip_part(&self, name: &str, ratio: &str, status: &str) -> ProgressPart {
        let values = [("name", name), ("ratio", ratio), ("status", status)];
        ProgressPart { tip: m::BAR.fill(self.lang, &values), ..ProgressPart::default() }
    }

    /// What is to be said of the published percentage, and whether it is at odds with the figures.
    fn published(&self, promise: &Promise) -> (String, bool) {
        let Some(rate) = promise.rate.map(|id| self.o(id)) else { return (String::new(), false) };
        let unit = |o: &Observation| &self.data.units[o.unit];
        let text = figure(self.data, rate, self.lang);
        let text = qualified(rate.quantity.qualifier, &format!("{}%", text.number), self.lang);
        let values = [("rate", text.as_str())];
        if is_worked_out(self.data, promise, rate) {
            let parts =
                [m::PUBLISHED.fill(self.lang, &values), m::CIRCULAR.get(self.lang).to_owned()];
            return (parts.join(SEPARATOR.get(self.lang)), false);
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
        // What is told of many figures stands with each of them.
        let own = [promise.target, promise.actual, promise.begun].into_iter().flatten();
        let told = own.chain(promise.parts.iter().copied()).map(|id| self.o(id).note.get(lang));
        for note in told.filter(|note| !note.is_empty()) {
            if !notes.iter().any(|known| known == note) {
                notes.push(note.to_owned());
            }
        }
        notes
    }

    fn inner(&self, id: Id<Project>) -> String {
        let project = &self.data.projects[id];
        let stage = i18n::word("stage", project.stage.id()).map_or("", |w| w.get(self.lang));
        let name = project.name.get(self.lang);
        match project.end {
            Some(end) => {
                let period = m::UNTIL.fill(self.lang, &[("date", &i18n::date(end, self.lang))]);
                let values = [("name", name), ("stage", stage), ("period", &period)];
                m::INNER_DUE.fill(self.lang, &values)
            }
            None => PARENTHESIS.fill(self.lang, &[("a", name), ("b", stage)]),
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
fn percent(share: Decimal) -> f64 {
    share.checked_mul(Decimal::ONE_HUNDRED).and_then(|p| p.to_f64()).unwrap_or_default()
}
