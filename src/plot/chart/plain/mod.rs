//! Plain rows, of any table: by the roles of its columns. Groups are counted, averaged or added up by the engine, and only
//! single rows are looked at one by one.

mod axes;
mod finding;
mod gaps;
mod histogram;
mod line_words;
mod lines;
mod one;
mod rows;
mod scatter;
mod sentence;
mod settle;
mod several;
mod shares;
mod split;
mod telling;
mod tracks;

use super::amount::{Amount, Cell, Gauge, Tally};
use super::choice::{Asked, Choice, GROUP_BY};
use super::meant::{Meant, meant};
use super::sentence::Sentence;
use super::side::code_of;
use super::subject::{Reading, Subject};
use super::terms::Terms;
use super::{Headings, Offer, Plan, Refusal, with_totals};
use crate::base::lang::Lang;
use crate::chart::Extent;
use crate::column::{Column, Role, Table};
use crate::i18n::catalog::chart as m;
use crate::plot::measure::{is_nameless, short};
use crate::plot::tally::{measured, only};
use crate::query::Engine;
use crate::state::{Action, ChartOptions, Mark, Measure};
use crate::words::{column_name, entry_name};

pub(crate) use axes::Axes;
pub(in crate::plot::chart) use finding::finding;
use line_words::headings;
pub(in crate::plot::chart) use one::of_one;
pub(crate) use one::{One, limit, told as one_told};
pub(crate) use several::{chart as several_chart, tellings as several_tellings};
pub(crate) use split::{chart as split_chart, tellings as split_tellings};
pub(crate) use telling::Telling;
pub(in crate::plot::chart) use telling::tellings;
pub(crate) use tracks::MOST_STEPS;
use tracks::Shown;

/// The reading of plain rows.
pub(super) struct Plain;

const TERMS: Terms = Terms {
    measures: &[Measure::Mean, Measure::Sum, Measure::Count, Measure::Figure],
    marks: &[
        Mark::Bar,
        Mark::Dot,
        Mark::Line,
        Mark::Matrix,
        Mark::Treemap,
        Mark::Scatter,
        Mark::Histogram,
    ],
    group_by: &GROUP_BY,
    groups_times: true,
    means_rows: true,
    divides_rows: false,
    splits_sums: false,
    names_are_words: false,
    each: m::MEASURE_ROW,
    count: m::MEASURE_ROWS,
    offer_count: m::MEASURE_ROWS,
    unit: m::UNIT_ROWS,
    title: m::TITLE_ROWS,
    title_of_one: m::TITLE_ROWS,
    count_in: m::ROWS_IN,
    value_of: m::OF_ROWS,
    offer_value: m::OFFER_VALUE,
    one_group: m::ONE_VALUE,
    no_line: m::ONE_TIME,
    no_sum: m::NO_SUM_OF_RATES,
    needs_groups: m::GROUPS_NOT_ROWS,
};

impl<'a> Subject<'a> {
    /// The rows of any table.
    pub(crate) fn plain(engine: &'a mut Engine, options: &ChartOptions, lang: Lang) -> Self {
        let unit = one_of(engine, Role::Kind, lang);
        let has_nameless = has_nameless(engine.table(), lang);
        let series = if has_nameless { one_of(engine, Role::Series, lang) } else { None };
        let mut subject = Self::new(engine, options, lang, &Plain);
        (subject.unit, subject.series) = (unit, series);
        subject
    }
}

/// Whether a measure of a table is called by a word that says nothing.
fn has_nameless(table: &Table, lang: Lang) -> bool {
    table.measures().any(|(column, _)| is_nameless(&column_name(column, lang)))
}

/// The one value that a role's column has among the rows selected.
fn one_of(engine: &mut Engine, role: Role, lang: Lang) -> Option<String> {
    let table = engine.table().clone();
    let column = table.by_role(role)?;
    let values = table.category(&column.key)?;
    let entry = values.dictionary.get(only(engine, &column.key)?)?;
    Some(entry_name(&column.key, entry, lang))
}

impl Reading for Plain {
    fn terms(&self) -> &'static Terms {
        &TERMS
    }

    fn matching(&self, engine: &mut Engine) -> usize {
        engine.matching()
    }

    fn present(&self, engine: &mut Engine, column: &str) -> Vec<u32> {
        engine.group_by(&[column], None).codes.pop().unwrap_or_default()
    }

    fn sentence(&self, s: &mut Subject, settled: Option<&Choice>) -> Sentence {
        sentence::sentence(s, settled)
    }

    fn settle(&self, s: &mut Subject) -> Result<Asked, Refusal> {
        settle::settle(s)
    }

    fn mark_of_each(&self) -> Mark {
        Mark::Bar
    }

    fn shares(&self, s: &mut Subject, value: Option<&str>) -> Option<(String, String)> {
        shares::shares(s, value?)
    }

    fn fills_panels(&self, _: &mut Subject, _: Mark, _: &str) -> bool {
        false
    }

    fn draw(&self, s: &mut Subject, choice: &Choice) -> Option<Plan> {
        match choice.mark {
            Mark::Scatter => scatter::plan(s, &Shown::default()),
            Mark::Histogram => histogram::plan(s, choice),
            Mark::Line => lines::plan(s, choice, &Shown::default()),
            _ => rows::plan(s, choice),
        }
    }

    fn gauge(&self, choice: &Choice) -> Gauge {
        Gauge { measure: choice.measure, unit: None }
    }

    fn tally(&self, engine: &mut Engine, choice: &Choice, columns: &[&str]) -> Tally {
        let groups = measured(engine, columns, choice.measure, choice.value.as_deref());
        let mut amounts: Vec<Amount> =
            (0..groups.len()).map(|at| Amount::of(&groups, at)).collect();
        let table = engine.table().clone();
        let grouped: Option<Vec<&Column>> = columns.iter().map(|key| table.column(key)).collect();
        let key = |row: usize| {
            let grouped = grouped.as_ref()?;
            Some(grouped.iter().map(|column| code_of(column, row)).collect())
        };
        let mut meant = meant(engine, choice.value.as_deref(), columns, key);
        for (at, amount) in amounts.iter_mut().enumerate().filter(|(_, own)| own.numbers == 1) {
            let codes: Vec<u32> = groups.codes.iter().map(|codes| codes[at]).collect();
            amount.meant = meant.remove(&codes);
        }
        Tally { amounts, codes: groups.codes }
    }

    fn value(&self, gauge: &Gauge, amount: &Amount, lang: Lang) -> (Extent, String) {
        let value = amount.value(gauge.measure);
        let is_own = matches!(gauge.measure, Measure::Sum | Measure::Mean) && amount.numbers == 1;
        if let Some(meant) = amount.meant.as_ref().filter(|_| is_own) {
            return Meant::told(Some(meant), value, lang);
        }
        let text = match gauge.measure {
            Measure::Count => crate::i18n::grouped(&amount.rows.to_string()),
            _ if value.is_finite() => short(value, lang),
            _ => m::NO_FIGURE.get(lang).to_owned(),
        };
        (Extent::exact(value), text)
    }

    fn hue(&self, _: &Amount) -> Option<u8> {
        None
    }

    fn open(&self, _: &Amount) -> Option<Action> {
        None
    }

    fn what(&self, s: &Subject, choice: &Choice) -> String {
        choice.value.as_deref().map(|key| s.name(key)).unwrap_or_default()
    }

    fn titled(&self, s: &Subject, choice: &Choice) -> String {
        choice.value.as_deref().map(|key| s.titled(key)).unwrap_or_default()
    }

    fn headings(&self, s: &mut Subject, choice: &Choice, _: &Gauge, title: String) -> Headings {
        let unit = match choice.value.as_deref() {
            Some(key) => s.unit(key),
            None => Some(s.says(TERMS.unit)),
        };
        headings(s, title, unit, None)
    }

    fn notes(&self, s: &Subject, choice: &Choice, _: &[Cell]) -> Vec<String> {
        if choice.measure == Measure::Sum { vec![s.says(m::SUM_ASKED)] } else { Vec::new() }
    }

    fn is_apart(&self, _: &Choice) -> bool {
        false
    }

    fn offers(&self, s: &mut Subject, choice: &Choice) -> Vec<Offer> {
        settle::offers(s, choice)
    }
}

/// The chart that shows a selection over time, as far as a step: a scatter of the step or lines up to it, on axes that
/// stay still. `None` without a time.
pub(crate) fn frame(
    engine: &mut Engine,
    options: &ChartOptions,
    lang: Lang,
    step: usize,
) -> Option<Plan> {
    let (plan, ones) = of_one(engine, options, lang, |engine| {
        let mut subject = Subject::plain(engine, options, lang);
        let shown = Shown { step: Some(step), still: true };
        if options.group.is_empty() && settle::moves(&mut subject) {
            let plan = scatter::plan(&mut subject, &shown)?;
            let choice = Choice::of(Mark::Scatter, Measure::Figure, None);
            return Some(with_totals(&mut subject, &choice, plan));
        }
        let choice = settle::over_time(&mut subject);
        lines::plan(&mut subject, &choice, &shown)
    });
    plan.map(|plan| one_told(plan, engine, ones, lang))
}
