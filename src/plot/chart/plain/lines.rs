//! What groups come to, period by period: the mean or the sum of a measure, or the number of rows.

use super::Axes;
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::palette::NEUTRAL;
use crate::chart::{ChartSpec, Datum, Extent, MarkKind, Series, ValueAxis};
use crate::column::Table;
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::amount::Amount;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::side::Side;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Headings, Listing, PREFIX, Plan, subtitle};
use crate::plot::measure::short;
use crate::plot::steps::Steps;
use crate::plot::tally::measured;
use crate::query::Groups;
use crate::state::{Action, Measure};
use crate::words::{listed, told_of};

/// Lines that can be told apart.
const MOST: usize = 8;
/// Periods that are points of their own; of more, calendar years are.
pub(crate) const MOST_STEPS: usize = 400;
/// Left-out groups that a note names.
const NAMED: usize = 5;

/// As far as which step a chart is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Shown {
    /// The last step shown; `None` for the chart's own choice.
    pub(crate) step: Option<usize>,
    /// Whether the axes hold every step, so that they do not move while time is played.
    pub(crate) still: bool,
}

/// A line: its group's code and its value by step.
struct Line {
    code: u32,
    values: Vec<Option<f64>>,
}

impl Line {
    fn new(code: u32, amounts: &[Amount], measure: Measure) -> Self {
        Self { code, values: amounts.iter().map(|own| own.known(measure)).collect() }
    }
}

/// What lines there are, and of what.
struct Lines<'t> {
    side: Option<Side<'t>>,
    lines: Vec<Line>,
    /// Whether each point is one number, so that no mean need be spoken of.
    is_single: bool,
}

pub(super) fn plan(s: &mut Subject, choice: &Choice, shown: &Shown) -> Option<Plan> {
    let steps = Steps::of(s.engine, MOST_STEPS)?;
    let table = s.table.clone();
    let Lines { side, lines, is_single } = lines(s, &table, choice, &steps)?;
    let last = shown.step.unwrap_or(usize::MAX).min(steps.len().saturating_sub(1));
    let all = || lines.iter().flat_map(|line| line.values.iter().flatten().copied());
    let domain = all().map(|v| (v, v)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let zero = choice.measure != Measure::Mean
        || domain.is_some_and(|(low, high)| low >= 0.0 && low < high / 2.0);
    let mut spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: MarkKind::Line,
        series: lines.iter().map(|line| series(s, side.as_ref(), line.code)).collect(),
        value: ValueAxis {
            log: choice.log,
            zero: zero && !choice.log,
            whole: choice.measure == Measure::Count,
            domain: domain.filter(|_| shown.still),
            ..ValueAxis::default()
        },
        ..ChartSpec::default()
    };
    let mut targets = Vec::new();
    for (at, line) in (0..).zip(&lines) {
        let points = line.values.iter().enumerate().take(last + 1);
        for (step, value) in points.filter_map(|(step, value)| Some((step, (*value)?))) {
            let name = side.as_ref().map(|side| side.name(line.code, s.lang));
            spec.data.push(datum(s, choice, &steps, (at, step, value), name));
            let clause = side.as_ref().and_then(|side| side.clause(line.code));
            targets.push(clause.map(|clause| Action::Narrow(vec![clause])));
        }
    }
    (0..).zip(&mut spec.data).for_each(|(id, datum)| datum.id = id);
    for datum in &mut spec.data {
        let line = lines.get(datum.series as usize);
        let hue = line.and_then(|l| side.as_ref()?.hue(l.code));
        datum.hue = hue.unwrap_or_else(|| turn(datum.series));
    }
    if spec.data.is_empty() {
        return None;
    }
    let span = if shown.still { Some(steps.name(last, s.lang)) } else { None };
    Some(Plan {
        headings: heading(s, choice, side.as_ref(), is_single, span),
        notes: notes(s, choice, side.as_ref(), is_single, shown),
        listing: listing(s, choice, side.as_ref(), &lines, &steps),
        targets,
        offers: super::settle::offers(s, choice),
        spec,
        ..Plan::default()
    })
}

/// The hue of a line whose group has none: its turn.
fn turn(at: u32) -> u8 {
    (at % u32::from(NEUTRAL)) as u8
}

fn series(s: &Subject, side: Option<&Side>, code: u32) -> Series {
    match side {
        Some(side) => Series { name: side.name(code, s.lang), hue: None },
        None => Series::default(),
    }
}

/// The lines of the greatest groups: by the measure that tells sizes where the table has one, else by rows.
fn lines<'t>(
    s: &mut Subject,
    table: &'t Table,
    choice: &Choice,
    steps: &Steps,
) -> Option<Lines<'t>> {
    let value = choice.value.as_deref();
    let Some(key) = choice.group.as_deref() else {
        let groups = measured(s.engine, &[&steps.column], choice.measure, value);
        let mut amounts = vec![Amount::default(); steps.len()];
        for at in 0..groups.len() {
            add(&mut amounts, steps, &groups, (0, at));
        }
        let is_single = amounts.iter().all(|own| own.numbers <= 1);
        let lines = vec![Line::new(0, &amounts, choice.measure)];
        return Some(Lines { side: None, lines, is_single });
    };
    let size = Axes::of(s).and_then(|axes| axes.size);
    let by_group = s.engine.group_by(&[key], size.as_deref());
    let mut side = Side::of(table.column(key)?, by_group.codes.first()?)?;
    side.codes.retain(|&code| code != Groups::NO_CODE);
    let size = |own: &Amount| if size.is_some() { own.sum } else { f64::from(own.rows) };
    let sizes: Vec<f64> = side.amounts(&by_group).iter().map(size).collect();
    side.keep(&sizes, false, MOST);
    let groups = measured(s.engine, &[key, &steps.column], choice.measure, value);
    let mut amounts = vec![vec![Amount::default(); steps.len()]; side.codes.len()];
    for at in 0..groups.len() {
        if let Some(place) = side.place(groups.codes[0][at]) {
            add(&mut amounts[place], steps, &groups, (1, at));
        }
    }
    let is_single = amounts.iter().flatten().all(|own| own.numbers <= 1);
    let lines = side.codes.iter().zip(&amounts);
    let lines = lines.map(|(&code, own)| Line::new(code, own, choice.measure)).collect();
    Some(Lines { side: Some(side), lines, is_single })
}

/// A group of rows, added to the step of its time, which stands in a `column` of the groups.
fn add(amounts: &mut [Amount], steps: &Steps, groups: &Groups, (column, at): (usize, usize)) {
    let own = steps.at(groups.codes[column][at]).and_then(|step| amounts.get_mut(step));
    if let Some(own) = own {
        own.add(&Amount::of(groups, at));
    }
}

fn datum(
    s: &Subject,
    choice: &Choice,
    steps: &Steps,
    (series, step, value): (u32, usize, f64),
    name: Option<String>,
) -> Datum {
    let label = short(value, s.lang);
    let what = choice.value.as_deref().map(|key| s.name(key));
    let what = what.unwrap_or_else(|| m::MEASURE_ROWS.get(s.lang).to_owned());
    let name = listed(name.into_iter().chain([what]), w::SEPARATOR, s.lang);
    Datum {
        series,
        extent: Extent::exact(value),
        time: steps.spans.get(step).copied(),
        tip: told_of(&name, [&label, &steps.name(step, s.lang)], s.lang),
        label,
        ..Datum::default()
    }
}

fn heading(
    s: &mut Subject,
    choice: &Choice,
    side: Option<&Side>,
    is_single: bool,
    span: Option<String>,
) -> Headings {
    let value = choice.value.as_deref();
    let by = side.map(|side| s.within(&side.column.key));
    let (value, message) = match (choice.measure, &by) {
        (Measure::Mean, Some(_)) if is_single => (value, m::TITLE_BY_OVER_TIME),
        (Measure::Mean, None) if is_single => (value, m::TITLE_OVER_TIME),
        (Measure::Mean, Some(_)) => (value, m::TITLE_MEANS_OVER_TIME),
        (Measure::Mean, None) => (value, m::TITLE_MEAN_OVER_TIME),
        (Measure::Sum, Some(_)) => (value, m::TITLE_SUMS_OVER_TIME),
        (Measure::Sum, None) => (value, m::TITLE_SUM_OVER_TIME),
        (_, Some(_)) => (None, m::TITLE_ROWS_BY_OVER_TIME),
        (_, None) => (None, m::TITLE_ROWS_OVER_TIME),
    };
    let what = value.map(|key| s.name(key)).unwrap_or_default();
    let title = message.fill(s.lang, &[("value", &what), ("group", &by.unwrap_or_default())]);
    let unit = match value {
        Some(key) => s.unit(key),
        None => Some(m::UNIT_ROWS.get(s.lang).to_owned()),
    };
    headings(s, title, unit, span)
}

/// A title, the unit where it is known, and the period: the one given, else that of the selection.
pub(super) fn headings(
    s: &mut Subject,
    title: String,
    unit: Option<String>,
    span: Option<String>,
) -> Headings {
    let period = span.or_else(|| Some(Steps::of(s.engine, MOST_STEPS)?.whole(s.lang)));
    let unit = unit.map(|unit| m::UNIT_LINE.fill(s.lang, &[("unit", &unit)]));
    let subtitle = subtitle(unit.unwrap_or_default(), period.unwrap_or_default(), s.lang);
    Headings { title, subtitle, source: String::new() }
}

fn notes(
    s: &mut Subject,
    choice: &Choice,
    side: Option<&Side>,
    is_single: bool,
    shown: &Shown,
) -> Vec<String> {
    let mut notes = Vec::new();
    if let Some(side) = side.filter(|side| side.left_out > 0 && !shown.still) {
        notes.push(others(s, side));
    }
    if choice.measure == Measure::Mean && !is_single {
        notes.push(m::MEAN_OF_ROWS.get(s.lang).to_owned());
    }
    notes
}

/// Names the groups that have no line, those with the most rows first, and says by what the others are greater.
fn others(s: &mut Subject, side: &Side) -> String {
    let tally = crate::plot::tally::tally(s.engine, &side.column.key);
    let mut others: Vec<(u32, u32)> =
        (0..).zip(tally).filter(|&(code, n)| n > 0 && side.place(code).is_none()).collect();
    others.order_by_key(|&(_, n)| std::cmp::Reverse(n));
    let names: Vec<String> =
        others.iter().take(NAMED).map(|&(code, _)| side.name(code, s.lang)).collect();
    let list = names.join(w::COMMA.get(s.lang));
    let size = Axes::of(s).and_then(|axes| axes.size).map(|key| s.name(&key));
    let size = size.unwrap_or_else(|| m::MEASURE_ROWS.get(s.lang).to_owned());
    let message = if side.left_out > names.len() { m::OTHER_LINES_MORE } else { m::OTHER_LINES };
    let lines = MOST.to_string();
    message.count(s.lang, side.left_out, &[("list", &list), ("lines", &lines), ("size", &size)])
}

/// A row a period, a column a line.
fn listing(
    s: &Subject,
    choice: &Choice,
    side: Option<&Side>,
    lines: &[Line],
    steps: &Steps,
) -> Listing {
    let mut header = vec![s.name(&steps.column)];
    let what = choice.value.as_deref().map(|key| s.name(key));
    header.extend(lines.iter().map(|line| match side {
        Some(side) => side.name(line.code, s.lang),
        None => what.clone().unwrap_or_else(|| m::MEASURE_ROWS.get(s.lang).to_owned()),
    }));
    let text = |value: Option<f64>, lang: Lang| value.map_or_else(String::new, |v| short(v, lang));
    let row = |step: usize| {
        let mut row = vec![steps.name(step, s.lang)];
        row.extend(lines.iter().map(|line| text(line.values[step], s.lang)));
        row
    };
    Listing { header, rows: (0..steps.len()).map(row).collect() }
}
