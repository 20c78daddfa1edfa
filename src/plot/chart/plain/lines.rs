//! What groups come to, period by period: the mean or the sum of a measure, or the number of rows.

use std::collections::BTreeMap;

use super::line_words::{heading, listing, notes, size};
use super::tracks::{Line, Lines, MOST, MOST_BEHIND, MOST_STEPS, Shown};
use crate::chart::palette::NEUTRAL;
use crate::chart::{ChartSpec, Datum, MarkKind, Series, ValueAxis};
use crate::column::Table;
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::amount::Amount;
use crate::plot::chart::choice::Choice;
use crate::plot::chart::crossing::FLATTENING;
use crate::plot::chart::meant::{Meant, meant};
use crate::plot::chart::side::{Side, code_of};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{PREFIX, Plan};
use crate::plot::steps::Steps;
use crate::plot::tally::measured;
use crate::query::Groups;
use crate::state::{Action, Measure};
use crate::words::{listed, told_of};

pub(super) fn plan(s: &mut Subject, choice: &Choice, shown: &Shown) -> Option<Plan> {
    let steps = Steps::of(s.engine, MOST_STEPS)?;
    let table = s.table.clone();
    let drawn = lines(s, &table, choice, &steps)?;
    let Lines { side, lines, is_single, .. } = &drawn;
    let side = side.as_ref();
    let last = shown.step.unwrap_or(usize::MAX).min(steps.len().saturating_sub(1));
    let all = || lines.iter().flat_map(|line| line.values.iter().flatten().copied());
    let domain = all().map(|v| (v, v)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)));
    let zero = choice.measure != Measure::Mean
        || domain.is_some_and(|(low, high)| low >= 0.0 && low < high / 2.0);
    let mut spec = ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: MarkKind::Line,
        series: lines.iter().map(|line| series(s, side, line.code)).collect(),
        value: ValueAxis {
            log: choice.log,
            zero: zero && !choice.log,
            whole: choice.measure == Measure::Count,
            domain: domain.filter(|_| shown.still),
            ..ValueAxis::default()
        },
        foremost: drawn.has_grey().then(|| u32::try_from(drawn.foremost()).unwrap_or(u32::MAX)),
        ..ChartSpec::default()
    };
    let mut targets = Vec::new();
    for (at, line) in (0..).zip(lines) {
        let points = line.values.iter().enumerate().take(last + 1);
        for (step, value) in points.filter_map(|(step, value)| Some((step, (*value)?))) {
            let name = side.map(|side| side.name(line.code, s.lang));
            let gap = line.gaps.get(step) == Some(&true);
            let (extent, label) = line.told(step, value, s.lang);
            let flags = line.meant(step).map_or("", |meant| meant.flags(s.lang));
            let tip = tip(s, choice, name, [&label, &steps.name(step, s.lang), flags]);
            spec.data.push(Datum {
                series: at,
                extent,
                time: steps.spans.get(step).copied(),
                gap,
                hue: line.hue,
                tip,
                label,
                ..Datum::default()
            });
            let clause = side.and_then(|side| side.clause(line.code));
            targets.push(clause.map(|clause| Action::Narrow(vec![clause])));
        }
    }
    (0..).zip(&mut spec.data).for_each(|(id, datum)| datum.id = id);
    if spec.data.is_empty() {
        return None;
    }
    let span = if shown.still { Some(steps.name(last, s.lang)) } else { None };
    Some(Plan {
        headings: heading(s, choice, side, *is_single, span),
        notes: notes(s, choice, &drawn, &steps, shown),
        listing: listing(s, choice, side, &drawn.all(), &steps),
        targets,
        offers: super::settle::offers(s, choice),
        is_mean: choice.measure == Measure::Mean && !is_single,
        spec,
        ..Plan::default()
    })
}

/// Gives each line a hue: its group's own, else one by which value it is of all the column's, so that it keeps it
/// whatever other lines there are. Only where another line has that hue already does it take the next free one.
fn give_hues(lines: &mut [Line], side: Option<&Side>) {
    let mut taken = [false; NEUTRAL as usize];
    for line in lines {
        if let Some(own) = side.and_then(|side| side.hue(line.code)) {
            line.hue = own;
        } else {
            let first = line.code as usize % taken.len();
            let mut turns = (0..taken.len()).map(|turn| (first + turn) % taken.len());
            line.hue = turns.find(|&hue| !taken[hue]).unwrap_or(first) as u8;
        }
        if let Some(own) = taken.get_mut(usize::from(line.hue)) {
            *own = true;
        }
    }
}

fn series(s: &Subject, side: Option<&Side>, code: u32) -> Series {
    match side {
        Some(side) => Series { name: s.told(side, code), hue: None },
        None => Series::default(),
    }
}

/// The lines of the greatest groups, and those of the others behind them as far as they are few enough.
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
        let mut told = meant(s.engine, value, &[&steps.column], |row| {
            Some(vec![0, step_of(table, steps, row)?])
        });
        give_meant(&mut amounts, 0, &mut told);
        let mut lines = vec![Line::new(0, &amounts, choice.measure, steps)];
        give_hues(&mut lines, None);
        return Some(Lines { side: None, lines, apart: Vec::new(), is_single });
    };
    let drawn = by_group(s, table, choice, key, (steps, &[]))?;
    let apart = if choice.log { Vec::new() } else { flattening(s, key, &drawn.lines) };
    if apart.is_empty() {
        return Some(drawn);
    }
    let is_apart = |line: &Line| apart.contains(&line.code);
    let told: Vec<Line> = drawn.lines.into_iter().filter(is_apart).collect();
    // Their places are free for others.
    let parts = by_group(s, table, choice, key, (steps, &apart))?;
    Some(Lines { apart: told, ..parts })
}

/// The same of the groups of a column `without` some.
fn by_group<'t>(
    s: &mut Subject,
    table: &'t Table,
    choice: &Choice,
    key: &str,
    (steps, without): (&Steps, &[u32]),
) -> Option<Lines<'t>> {
    let value = choice.value.as_deref();
    let (side, drawn) = greatest(s, table, choice, key, (steps, without))?;
    let groups = measured(s.engine, &[key, &steps.column], choice.measure, value);
    let mut amounts = vec![vec![Amount::default(); steps.len()]; drawn.codes.len()];
    for at in 0..groups.len() {
        if let Some(place) = drawn.place(groups.codes[0][at]) {
            add(&mut amounts[place], steps, &groups, (1, at));
        }
    }
    let is_single = amounts.iter().flatten().all(|own| own.numbers <= 1);
    let mut told = meant(s.engine, value, &[key, &steps.column], |row| {
        Some(vec![side.group_of(code_of(side.column, row)), step_of(table, steps, row)?])
    });
    for (&code, own) in drawn.codes.iter().zip(&mut amounts) {
        give_meant(own, code, &mut told);
    }
    let lines = drawn.codes.iter().zip(&amounts);
    let mut lines: Vec<Line> =
        lines.map(|(&code, own)| Line::new(code, own, choice.measure, steps)).collect();
    let foremost = side.codes.len().min(lines.len());
    give_hues(&mut lines[..foremost], Some(&side));
    Some(Lines { side: Some(side), lines, apart: Vec::new(), is_single })
}

/// The totals beside which the lines of their parts, several, would all lie flat at the bottom.
fn flattening(s: &Subject, key: &str, lines: &[Line]) -> Vec<u32> {
    let greatest = |line: &Line| {
        line.values.iter().flatten().fold(f64::NEG_INFINITY, |most, own| most.max(own.abs()))
    };
    let (totals, parts): (Vec<&Line>, Vec<&Line>) =
        lines.iter().partition(|line| s.engine.is_total(key, line.code));
    let of_parts = parts.iter().map(|line| greatest(line)).fold(f64::NEG_INFINITY, f64::max);
    let is_flat = |line: &&&Line| parts.len() > 1 && greatest(line) > FLATTENING * of_parts;
    totals.iter().filter(is_flat).map(|line| line.code).collect()
}

/// The groups whose lines have a colour, and these with the ones that stand grey behind them.
fn greatest<'t>(
    s: &mut Subject,
    table: &'t Table,
    choice: &Choice,
    key: &str,
    (steps, without): (&Steps, &[u32]),
) -> Option<(Side<'t>, Side<'t>)> {
    let by = size(s, choice);
    let is_level = by == choice.value && choice.measure == Measure::Mean;
    let by_group = match &by {
        Some(by) if is_level => s.engine.group_every(&[key], by),
        by => s.engine.group_by(&[key], by.as_deref()),
    };
    let mut side = Side::of(table.column(key)?, by_group.codes.first()?)?;
    side.codes.retain(|&code| code != Groups::NO_CODE && !without.contains(&code));
    let size = |own: &Amount| match &by {
        Some(_) if is_level => own.value(Measure::Mean),
        Some(_) => own.sum,
        None => f64::from(own.rows),
    };
    let sizes: Vec<f64> = side.amounts(&by_group).iter().map(size).collect();
    let mut drawn = side.clone();
    side.keep(&sizes, false, MOST);
    let is_foremost = |code: &u32| side.codes.contains(code);
    let behind: Vec<u32> = drawn.codes.iter().copied().filter(|c| !is_foremost(c)).collect();
    drawn.codes.clone_from(&side.codes);
    if behind.len() * steps.len() <= MOST_BEHIND {
        drawn.codes.extend(behind);
    }
    Some((side, drawn))
}

/// A group of rows, added to the step of its time, which stands in a `column` of the groups.
fn add(amounts: &mut [Amount], steps: &Steps, groups: &Groups, (column, at): (usize, usize)) {
    let own = steps.at(groups.codes[column][at]).and_then(|step| amounts.get_mut(step));
    if let Some(own) = own {
        own.add(&Amount::of(groups, at));
    }
}

/// The step of a row's time.
fn step_of(table: &Table, steps: &Steps, row: usize) -> Option<u32> {
    steps.at(table.time()?.codes().code(row)?).and_then(|step| u32::try_from(step).ok())
}

/// Tells the steps of a line how their numbers are meant, by code and step.
fn give_meant(amounts: &mut [Amount], code: u32, told: &mut BTreeMap<Vec<u32>, Meant>) {
    for (step, own) in (0..).zip(amounts) {
        own.meant = told.remove(&vec![code, step]);
    }
}

fn tip(s: &Subject, choice: &Choice, name: Option<String>, told: [&str; 3]) -> String {
    let what = choice.value.as_deref().map(|key| s.name(key));
    let what = what.unwrap_or_else(|| m::MEASURE_ROWS.get(s.lang).to_owned());
    let name = listed(name.into_iter().chain([what]), w::SEPARATOR, s.lang);
    told_of(&name, told.into_iter().filter(|part| !part.is_empty()), s.lang)
}
