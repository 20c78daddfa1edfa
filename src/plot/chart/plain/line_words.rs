//! The words around lines: title, unit and period, what is left out, and the same as text.

use super::Axes;
use super::tracks::{Line, Lines, MOST, MOST_STEPS, Shown};
use crate::base::order::Order;
use crate::base::unit_name::without_unit;
use crate::i18n::catalog::{chart as m, finding as found, words as w};
use crate::i18n::with_unit;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::side::Side;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Headings, Listing, subtitle};
use crate::plot::steps::{Grain, Steps};
use crate::state::Measure;
use crate::words::listed_of;

/// Lines whose gaps are named, and gaps of one line.
const BROKEN: usize = 3;
const RUNS: usize = 2;
/// Left-out groups that a note names.
const NAMED: usize = 5;

pub(super) fn heading(
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
    let what = value.map(|key| s.titled(key)).unwrap_or_default();
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

/// What must be known of lines.
pub(super) fn notes(
    s: &mut Subject,
    choice: &Choice,
    drawn: &Lines,
    steps: &Steps,
    shown: &Shown,
) -> Vec<String> {
    let mut notes = Vec::new();
    let side = drawn.side.as_ref();
    if let Some(side) = side.filter(|side| side.left_out > 0 && !shown.still) {
        notes.push(others(s, choice, drawn, side));
    }
    let grain = match steps.grain {
        Grain::Each => None,
        Grain::Week => Some(m::GRAIN_WEEK),
        Grain::Month => Some(m::GRAIN_MONTH),
        Grain::Year => Some(m::GRAIN_YEAR),
    };
    if let Some(grain) = grain {
        let values = [("grain", grain.get(s.lang))];
        notes.push(m::COARSER_STEPS.count(s.lang, steps.periods, &values));
    }
    notes.extend(apart(s, choice, drawn, steps));
    notes.extend(missing(s, choice, drawn, steps));
    if choice.measure == Measure::Mean && !drawn.is_single {
        notes.push(m::MEAN_OF_ROWS.get(s.lang).to_owned());
    }
    notes
}

/// The totals that are not drawn, each with what it came to at last.
fn apart(s: &Subject, choice: &Choice, drawn: &Lines, steps: &Steps) -> Option<String> {
    let side = drawn.side.as_ref()?;
    let unit = choice.value.as_deref().and_then(|key| s.unit(key));
    let told = |line: &Line| {
        let step = line.values.iter().rposition(Option::is_some)?;
        let number = line.told(step, line.values[step]?, s.lang).1;
        let value = unit.as_deref().map_or_else(|| number.clone(), |u| with_unit(&number, u));
        let name = side.name(line.code, s.lang);
        let told = m::NAME_VALUE.fill(s.lang, &[("name", &name), ("value", &value)]);
        Some(w::PARENTHESIS.fill(s.lang, &[("a", &told), ("b", &steps.name(step, s.lang))]))
    };
    let some: Vec<String> = drawn.apart.iter().filter_map(told).take(NAMED).collect();
    let list = listed_of(&some, drawn.apart.len(), s.lang);
    (!some.is_empty()).then(|| m::TOTALS_NO_LINE.fill(s.lang, &[("list", &list)]))
}

/// Names the periods in which lines in colour break or end before the others.
fn missing(s: &Subject, choice: &Choice, drawn: &Lines, steps: &Steps) -> Option<String> {
    let what = choice.value.as_deref().map(|key| s.name(key))?;
    let told = |line: &Line| {
        let runs = missing_steps(line);
        let runs = runs.iter().take(RUNS).map(|&run| steps.between(run, s.lang));
        let list = runs.collect::<Vec<_>>().join(w::COMMA.get(s.lang));
        let name = match &drawn.side {
            Some(side) => side.name(line.code, s.lang),
            None => without_unit(&what).to_owned(),
        };
        (!list.is_empty()).then(|| found::MISSING.fill(s.lang, &[("name", &name), ("list", &list)]))
    };
    let lines: Vec<String> = drawn.lines.iter().take(drawn.foremost()).filter_map(told).collect();
    let list = lines.iter().take(BROKEN).cloned().collect::<Vec<_>>();
    let list = list.join(w::SEMICOLON.get(s.lang));
    let more = lines.len().saturating_sub(BROKEN);
    let told = match more {
        0 => list,
        more => found::MISSING_MORE.count(s.lang, more, &[("list", &list)]),
    };
    (!told.is_empty()).then(|| m::SENTENCE_END.fill(s.lang, &[("a", &told)]))
}

/// First and last step of each run in which a line has no figure where one was due: within it, or up to the last period.
fn missing_steps(line: &Line) -> Vec<(usize, usize)> {
    let own: Vec<usize> =
        (0..line.values.len()).filter(|&step| line.values[step].is_some()).collect();
    let mut runs: Vec<(usize, usize)> = own
        .windows(2)
        .filter(|pair| pair[1] > pair[0] + 1 && line.gaps.get(pair[1]) == Some(&true))
        .map(|pair| (pair[0] + 1, pair[1] - 1))
        .collect();
    let end = line.values.len().saturating_sub(1);
    runs.extend(own.last().filter(|&&last| last < end).map(|&last| (last + 1, end)));
    runs
}

/// Names the groups whose lines have no colour, those with the most rows first, and says by what the others are greater.
fn others(s: &mut Subject, choice: &Choice, drawn: &Lines, side: &Side) -> String {
    let are_grey = drawn.has_grey();
    let tally = crate::plot::tally::tally(s.engine, &side.column.key);
    let mut others: Vec<(u32, u32)> = (0..)
        .zip(tally)
        .filter(|&(code, n)| n > 0 && side.place(code).is_none() && !drawn.is_apart(code))
        .collect();
    others.order_by_key(|&(_, n)| std::cmp::Reverse(n));
    let names: Vec<String> =
        others.iter().take(NAMED).map(|&(code, _)| side.name(code, s.lang)).collect();
    let list = names.join(w::COMMA.get(s.lang));
    let size = size(s, choice).map(|key| s.name(&key));
    let size = size.unwrap_or_else(|| m::MEASURE_ROWS.get(s.lang).to_owned());
    let message = match (side.left_out > names.len(), are_grey) {
        (false, false) => m::OTHER_LINES,
        (true, false) => m::OTHER_LINES_MORE,
        (false, true) => m::GREY_LINES,
        (true, true) => m::GREY_LINES_MORE,
    };
    let lines = MOST.to_string();
    message.count(s.lang, side.left_out, &[("list", &list), ("lines", &lines), ("size", &size)])
}

/// The measure by which lines are the greatest: the one that tells sizes where the table has one, else the one shown; none
/// where rows are counted.
pub(super) fn size(s: &mut Subject, choice: &Choice) -> Option<String> {
    Axes::of(s).and_then(|axes| axes.size).or_else(|| choice.value.clone())
}

/// A row a period, a column a line.
pub(super) fn listing(
    s: &Subject,
    choice: &Choice,
    side: Option<&Side>,
    lines: &[&Line],
    steps: &Steps,
) -> Listing {
    let mut header = vec![s.name(&steps.column)];
    let what = choice.value.as_deref().map(|key| s.name(key));
    header.extend(lines.iter().map(|line| match side {
        Some(side) => side.name(line.code, s.lang),
        None => what.clone().unwrap_or_else(|| m::MEASURE_ROWS.get(s.lang).to_owned()),
    }));
    let text = |line: &Line, step: usize| {
        let value = line.values.get(step).copied().flatten();
        value.map_or_else(String::new, |value| line.told(step, value, s.lang).1)
    };
    let row = |step: usize| {
        let mut row = vec![steps.name(step, s.lang)];
        row.extend(lines.iter().map(|line| text(line, step)));
        row
    };
    Listing { header, rows: (0..steps.len()).map(row).collect() }
}
