//! A promise on a calendar: when its figures are from, and when it is due.

use super::promise::Promise;
use super::row::RowBuilder;
use super::status::due;
use crate::base::date::{Day, PartialDate, day_number};
use crate::base::lang::Lang;
use crate::chart::{CalendarMark, CalendarSpec};
use crate::i18n::catalog::ledger as m;
use crate::i18n::catalog::words::SEMICOLON;
use crate::i18n::{self, Tick};
use crate::model::{Inferred, Observation, Period, Role, Stage};

/// The most years of which each has a tick.
const MOST_YEARS: i32 = 20;

/// What a calendar shows.
#[derive(Clone, Copy, Default)]
pub(super) struct Dates {
    /// When the figure is from.
    pub(super) told: Option<Period>,
    /// When the release was published, which is when the promise is told of at the latest.
    pub(super) published: Option<PartialDate>,
    /// When it is due.
    pub(super) due: Option<PartialDate>,
}

impl Dates {
    /// The calendar; `None` where it has neither a figure's time nor a deadline.
    pub(super) fn calendar(
        self,
        (prefix, title): (String, &str),
        hue: u8,
        lang: Lang,
    ) -> Option<CalendarSpec> {
        if self.told.is_none() && self.due.is_none() {
            return None;
        }
        let told = self.told.map_or(self.published, |period| Some(period.end));
        let years = [told, self.due].into_iter().flatten().map(PartialDate::year);
        let (first, last) = years.fold((i32::MAX, i32::MIN), |(a, b), y| (a.min(y), b.max(y)));
        let begin = day_number(first, 1, 1)?;
        let end = day_number(last.checked_add(1)?, 1, 1)?;
        let at = |day: Day| f64::from(day - begin) / f64::from(end - begin);
        let is_year = first == last;
        let label = |date: PartialDate| label(date, is_year, lang);
        let told = told.map(|date| {
            let is_vague = matches!(date, PartialDate::Year(_))
                && self.told.is_none_or(|period| period.start.is_none());
            if is_vague {
                // It may be of any day of its year.
                let middle = date.first_day() + (date.last_day() - date.first_day()) / 2;
                return CalendarMark { at: at(middle), label: i18n::date(date, lang) };
            }
            CalendarMark { at: at(date.last_day() + 1), label: label(date) }
        });
        let is_promise_only = self.told.is_none();
        let told = told.map(|mut mark| {
            if is_promise_only {
                mark.label = m::WRITTEN.fill(lang, &[("date", &mark.label)]);
            }
            mark
        });
        let due =
            self.due.map(|date| CalendarMark { at: at(date.last_day() + 1), label: label(date) });
        let description = described(self, lang);
        let ticks = if is_year { months(first, begin, end) } else { every_year(first, last, &at) };
        let span = if is_year { i18n::date(PartialDate::Year(first), lang) } else { String::new() };
        let title = m::CALENDAR.fill(lang, &[("name", title)]);
        Some(CalendarSpec {
            prefix,
            title,
            description,
            hue,
            ticks,
            span,
            told,
            is_promise_only,
            due,
        })
    }
}

fn months(year: i32, begin: Day, end: Day) -> Vec<f64> {
    let month = |month: u8| day_number(year, month, 1);
    let days = (1..=12).filter_map(month).chain(std::iter::once(end));
    days.map(|day| f64::from(day - begin) / f64::from(end - begin)).collect()
}

fn every_year(first: i32, last: i32, at: &dyn Fn(Day) -> f64) -> Vec<f64> {
    let step = (last - first) / MOST_YEARS + 1;
    let years = (0..=(last - first + 1) / step).map(|n| first + n * step);
    years.filter_map(|year| day_number(year, 1, 1)).map(at).collect()
}

/// A date as a mark of the axis: 9月底 within a year, else with its year.
fn label(date: PartialDate, is_year: bool, lang: Lang) -> String {
    let end_of = |text: &str| m::AT_END_OF.fill(lang, &[("date", text)]);
    match (date, is_year) {
        (PartialDate::Year(_), true) => m::YEAR_END.get(lang).to_owned(),
        (PartialDate::Month(..), true) => end_of(&i18n::tick(date.first_day(), Tick::Month, lang)),
        (PartialDate::Day(..), _) => i18n::date(date, lang),
        _ => end_of(&i18n::date(date, lang)),
    }
}

/// The same in words.
fn described(dates: Dates, lang: Lang) -> String {
    let told = dates.told.map(|period| {
        let date = i18n::period(period.start, period.end, lang);
        m::FIGURE_OF.fill(lang, &[("date", &date)])
    });
    let due = dates.due.map(|date| m::DUE_AT.fill(lang, &[("date", &super::row::by(date, lang))]));
    let parts: Vec<String> = told.into_iter().chain(due).collect();
    parts.join(SEMICOLON.get(lang))
}

impl RowBuilder<'_> {
    /// The calendar of a promise; of a project without a target none.
    pub(super) fn calendar(&self, promise: &Promise, title: &str) -> Option<CalendarSpec> {
        let target = self.o(promise.target?);
        let told = promise.actual.or(promise.begun).map(|id| self.o(id).period);
        let source = &self.data.sources[target.source];
        let published = source.published.filter(|_| !source.is_inferred(Inferred::Published));
        let dates = Dates { told, published, due: self.deadline(promise) };
        let hue = self.data.domains[promise.domain].hue();
        dates.calendar((format!("calendar-{}", target.id), title), hue, self.lang)
    }

    /// When a promise is due by what its release prints: of the target, of a step, or of the year's task.
    pub(super) fn deadline(&self, promise: &Promise) -> Option<PartialDate> {
        let target = self.o(promise.target?);
        if !target.is_derived() {
            return due(self.data, target);
        }
        let is_printed = |o: &&Observation| o.role == Role::Target && !o.is_derived();
        let steps = promise.parts.iter().map(|&id| self.o(id)).filter(is_printed);
        let step = steps.filter_map(|o| due(self.data, o)).max_by_key(|date| date.last_day());
        step.or_else(|| promise.rate.and_then(|_| due(self.data, target)))
    }

    /// What is not told, where it leaves the calendar's place empty. That there is no progress may be said only of what
    /// is planned and no more.
    pub(super) fn untold(&self, promise: &Promise, has_calendar: bool) -> String {
        if has_calendar || promise.target.is_none() {
            return String::new();
        }
        let stage = promise.project.map(|id| self.data.projects[id].stage);
        let is_planned = stage.is_none_or(|stage| stage == Stage::Planned);
        let message = if is_planned { m::UNTOLD } else { m::UNTOLD_RESULT };
        message.get(self.lang).to_owned()
    }
}
