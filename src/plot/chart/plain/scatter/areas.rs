//! A point an area, in one period.

use std::collections::{BTreeMap, BTreeSet};

use super::{Axes, Point, Shown, of_points};
use crate::base::order::Order;
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::Plan;
use crate::plot::chart::amount::Amount;
use crate::plot::chart::meant::{Meant, meant};
use crate::plot::chart::plain::MOST_STEPS;
use crate::plot::chart::side::value_label;
use crate::plot::chart::subject::Subject;
use crate::plot::steps::Steps;
use crate::query::{Groups, Take};
use crate::state::{Action, Measure};

/// Rows by area and period, measured three times.
struct Measured {
    steps: Option<Steps>,
    /// Codes of the areas that are totals of others and left out.
    totals: Vec<u32>,
    /// Upwards, to the right, size.
    groups: [Option<Groups>; 3],
}

impl Measured {
    fn of(s: &mut Subject, axes: &Axes, area: &str) -> Self {
        let steps = Steps::of(s.engine, MOST_STEPS);
        let mut columns = vec![area];
        columns.extend(steps.as_ref().map(|steps| steps.column.as_str()));
        let left_out = s.engine.left_out(&columns[1..]).into_iter();
        let totals = left_out.filter(|left| left.column == area && left.take == Take::Parts);
        let totals = totals.flat_map(|left| left.totals).collect();
        let keys = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
        let groups = keys.map(|key| Some(s.engine.group_every(&columns, key?)));
        Self { steps, totals, groups }
    }

    /// Whether a group is of an area that is a point.
    fn is_point(&self, groups: &Groups, at: usize) -> bool {
        !self.totals.contains(&groups.codes[0][at])
    }

    /// The step of a group; 0 where there is no time.
    fn step(&self, groups: &Groups, at: usize) -> Option<usize> {
        match &self.steps {
            Some(steps) => steps.at(groups.codes.get(1)?[at]),
            None => Some(0),
        }
    }

    /// The latest step in which at least half as many areas have both numbers as in the fullest one.
    fn latest(&self) -> usize {
        let mut full = vec![0_usize; self.steps.as_ref().map_or(1, Steps::len)];
        if let [Some(y), Some(x), _] = &self.groups {
            for at in 0..y.len().min(x.len()) {
                let is_whole = y.numbers[at] > 0 && x.numbers[at] > 0 && self.is_point(y, at);
                if let (true, Some(step)) = (is_whole, self.step(y, at)) {
                    full[step] += 1;
                }
            }
        }
        let most = full.iter().max().copied().unwrap_or_default();
        full.iter().rposition(|&n| n > 0 && 2 * n >= most).unwrap_or_default()
    }

    /// The mean of each area in a step, by code.
    fn means(&self, which: usize, step: usize, areas: usize) -> Vec<Option<f64>> {
        let mut amounts = vec![Amount::default(); areas];
        if let Some(groups) = &self.groups[which] {
            for at in 0..groups.len() {
                let place = groups.codes[0][at] as usize;
                let is_meant = self.is_point(groups, at) && self.step(groups, at) == Some(step);
                if place < areas && is_meant {
                    amounts[place].add(&Amount::of(groups, at));
                }
            }
        }
        amounts.iter().map(|own| own.known(Measure::Mean)).collect()
    }

    /// The areas that have one number alone in a step, by their codes.
    fn alone(&self, which: usize, step: usize) -> BTreeSet<u32> {
        let mut numbers: BTreeMap<u32, u32> = BTreeMap::new();
        if let Some(groups) = &self.groups[which] {
            for at in (0..groups.len()).filter(|&at| self.step(groups, at) == Some(step)) {
                *numbers.entry(groups.codes[0][at]).or_default() += groups.numbers[at];
            }
        }
        numbers.into_iter().filter(|(_, n)| *n == 1).map(|(area, _)| area).collect()
    }

    /// Least and greatest mean of any area in any period.
    fn ends(&self, which: usize) -> Option<(f64, f64)> {
        let groups = self.groups[which].as_ref()?;
        let mean = |at: usize| Amount::of(groups, at).known(Measure::Mean);
        let means = (0..groups.len()).filter(|&at| self.is_point(groups, at)).filter_map(mean);
        means.map(|n| (n, n)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

pub(super) fn plan(s: &mut Subject, axes: &Axes, area: &str, shown: &Shown) -> Option<Plan> {
    let measured = Measured::of(s, axes, area);
    let step = shown.step.unwrap_or_else(|| measured.latest());
    let (points, missing) = points(s, axes, &measured, (area, step))?;
    let period = measured.steps.as_ref().map(|steps| steps.name(step, s.lang));
    let period = period.unwrap_or_default();
    let mut plan = of_points(s, axes, s.name(area), period.clone(), points)?;
    if shown.still {
        plan.spec.value.domain = measured.ends(0);
        plan.spec.across.domain = measured.ends(1);
        plan.spec.size.greatest = measured.ends(2).map(|(_, greatest)| greatest);
    }
    if measured.steps.as_ref().is_some_and(|steps| steps.len() > 1) && !shown.still {
        plan.notes.push(m::ONE_PERIOD.fill(s.lang, &[("period", &period)]));
    }
    if missing > 0 {
        let column = s.name(area);
        plan.notes.push(m::WITHOUT_NUMBERS.count(s.lang, missing, &[("column", &column)]));
    }
    Some(plan)
}

/// The areas that have both numbers in a step, the greatest first; and how many of those with rows then have not.
fn points(
    s: &mut Subject,
    axes: &Axes,
    measured: &Measured,
    (area, step): (&str, usize),
) -> Option<(Vec<Point>, usize)> {
    let table = s.table.clone();
    let (column, category) = (table.column(area)?, table.category(area)?);
    let areas = category.dictionary.len();
    let [y, x, size] = [0, 1, 2].map(|which| measured.means(which, step, areas));
    let topics = topics_of(s, area, areas);
    let meant = meant_of(s, axes, measured, area, step);
    let point = |at: usize| {
        let code = u32::try_from(at).unwrap_or(u32::MAX);
        let id = category.dictionary.get(code).map(|entry| entry.id.clone());
        Point {
            name: value_label(column, code, s.lang),
            meant: [0, 1, 2].map(|which| meant[which].get(&vec![code]).cloned()),
            topic: topics.get(at).copied().flatten(),
            numbers: [y[at], x[at], size[at]],
            target: id.map(|id| Action::Narrow(vec![(area.to_owned(), id)])),
        }
    };
    let mut points: Vec<Point> =
        (0..areas).filter(|&code| y[code].is_some() && x[code].is_some()).map(point).collect();
    let greatness = |point: &Point| point.numbers[2].or(point.numbers[0]).unwrap_or_default();
    points.order_by(|a, b| greatness(b).total_cmp(&greatness(a)));
    let some = (0..areas).filter(|&code| y[code].is_some() || x[code].is_some()).count();
    let missing = some - points.len();
    Some((points, missing))
}

/// By measure and code of an area, how the number of a step is meant, where that is one alone.
fn meant_of(
    s: &mut Subject,
    axes: &Axes,
    measured: &Measured,
    area: &str,
    step: usize,
) -> [BTreeMap<Vec<u32>, Meant>; 3] {
    let table = s.table.clone();
    let areas = table.category(area);
    let is_then = |row: usize| match &measured.steps {
        Some(steps) => {
            table.time().and_then(|time| steps.at(time.codes().code(row)?)) == Some(step)
        }
        None => true,
    };
    let time = measured.steps.as_ref().map(|steps| steps.column.as_str());
    let columns: Vec<&str> = std::iter::once(area).chain(time).collect();
    let keys = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
    [0, 1, 2].map(|which| {
        let alone = measured.alone(which, step);
        meant(s.engine, keys[which].map(String::as_str), &columns, |row| {
            let code = areas?.code(row).filter(|code| is_then(row) && alone.contains(code))?;
            Some(vec![code])
        })
    })
}

/// By code of an area, the topic that most of its rows have.
fn topics_of(s: &mut Subject, area: &str, areas: usize) -> Vec<Option<u32>> {
    let Some(topic) = s.key(Role::Topic) else { return Vec::new() };
    let groups = s.engine.group_by(&[area, &topic], None);
    let mut found: Vec<Option<(u32, u32)>> = vec![None; areas];
    for at in 0..groups.len() {
        let (code, count) = (groups.codes[1][at], groups.count[at]);
        if let (Some(own), true) =
            (found.get_mut(groups.codes[0][at] as usize), code != Groups::NO_CODE)
            && own.is_none_or(|(_, most)| count > most)
        {
            *own = Some((code, count));
        }
    }
    found.into_iter().map(|own| own.map(|(code, _)| code)).collect()
}
