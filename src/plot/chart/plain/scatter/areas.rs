//! A point an area, in one period.

use super::{Axes, Shown, headings, spec, tip, topics};
use crate::base::order::Order;
use crate::chart::palette::NEUTRAL;
use crate::chart::{Datum, Extent};
use crate::column::Role;
use crate::i18n::catalog::chart as m;
use crate::plot::chart::amount::Amount;
use crate::plot::chart::plain::MOST_STEPS;
use crate::plot::chart::side::value_label;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Listing, Plan};
use crate::plot::measure::short;
use crate::plot::steps::Steps;
use crate::query::Groups;
use crate::state::{Action, Measure};

/// What an area comes to in the period shown.
struct Point {
    code: u32,
    topic: Option<u32>,
    /// Upwards, to the right, size.
    numbers: [Option<f64>; 3],
}

/// Rows by area and period, measured three times.
struct Measured {
    steps: Option<Steps>,
    /// Upwards, to the right, size.
    groups: [Option<Groups>; 3],
}

impl Measured {
    fn of(s: &mut Subject, axes: &Axes, area: &str) -> Self {
        let steps = Steps::of(s.engine, MOST_STEPS);
        let mut columns = vec![area];
        columns.extend(steps.as_ref().map(|steps| steps.column.as_str()));
        let keys = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
        let groups = keys.map(|key| Some(s.engine.group_every(&columns, key?)));
        Self { steps, groups }
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
                if let (true, true, Some(step)) =
                    (y.numbers[at] > 0, x.numbers[at] > 0, self.step(y, at))
                {
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
                if place < areas && self.step(groups, at) == Some(step) {
                    amounts[place].add(&Amount::of(groups, at));
                }
            }
        }
        amounts.iter().map(|own| own.known(Measure::Mean)).collect()
    }

    /// Least and greatest mean of any area in any period.
    fn ends(&self, which: usize) -> Option<(f64, f64)> {
        let groups = self.groups[which].as_ref()?;
        let mean = |at: usize| Amount::of(groups, at).known(Measure::Mean);
        let means = (0..groups.len()).filter_map(mean);
        means.map(|n| (n, n)).reduce(|a, b| (a.0.min(b.0), a.1.max(b.1)))
    }
}

pub(super) fn plan(s: &mut Subject, axes: &Axes, area: &str, shown: &Shown) -> Option<Plan> {
    let measured = Measured::of(s, axes, area);
    let step = shown.step.unwrap_or_else(|| measured.latest());
    let (points, missing) = points(s, &measured, area, step)?;
    let mut spec = spec(s, axes);
    let (series, order) = topics(s, points.iter().filter_map(|point| point.topic));
    spec.series = series;
    if shown.still {
        spec.value.domain = measured.ends(0);
        spec.across.domain = measured.ends(1);
        spec.size.greatest = measured.ends(2).map(|(_, greatest)| greatest);
    }
    let column = s.table.column(area)?;
    let name = |point: &Point| value_label(column, point.code, s.lang);
    let datum = |(id, point): (u32, &Point)| {
        let series = point.topic.and_then(|topic| order.binary_search(&topic).ok());
        let hue = series.and_then(|at| spec.series[at].hue).unwrap_or(NEUTRAL);
        Some(Datum {
            id,
            series: series.and_then(|at| u32::try_from(at).ok()).unwrap_or_default(),
            across: point.numbers[1]?,
            extent: Extent::exact(point.numbers[0]?),
            size: point.numbers[2],
            hue,
            label: name(point),
            tip: tip(s, axes, &name(point), point.numbers),
            ..Datum::default()
        })
    };
    let data: Vec<Datum> = (0..).zip(&points).filter_map(datum).collect();
    let target = |point: &Point| {
        let entry = s.table.category(area)?.dictionary.get(point.code)?;
        Some(Action::Narrow(vec![(area.to_owned(), entry.id.clone())]))
    };
    let targets = points.iter().map(target).collect();
    let period = measured.steps.as_ref().map(|steps| steps.name(step, s.lang));
    let mut notes = Vec::new();
    if measured.steps.as_ref().is_some_and(|steps| steps.len() > 1) && !shown.still {
        let period = period.clone().unwrap_or_default();
        notes.push(m::ONE_PERIOD.fill(s.lang, &[("period", &period)]));
    }
    if missing > 0 {
        let column = s.name(area);
        notes.push(m::WITHOUT_NUMBERS.count(s.lang, missing, &[("column", &column)]));
    }
    let listing = listing(s, axes, area, &points);
    spec.data = data;
    let headings = headings(s, axes, period.unwrap_or_default());
    Some(Plan { headings, notes, listing, targets, spec, ..Plan::default() })
}

/// The areas that have both numbers in a step, the greatest first; and how many of those with rows then have not.
fn points(
    s: &mut Subject,
    measured: &Measured,
    area: &str,
    step: usize,
) -> Option<(Vec<Point>, usize)> {
    let areas = s.table.category(area)?.dictionary.len();
    let [y, x, size] = [0, 1, 2].map(|which| measured.means(which, step, areas));
    let topics = topics_of(s, area, areas);
    let point = |code: usize| Point {
        code: u32::try_from(code).unwrap_or(u32::MAX),
        topic: topics.get(code).copied().flatten(),
        numbers: [y[code], x[code], size[code]],
    };
    let mut points: Vec<Point> =
        (0..areas).filter(|&code| y[code].is_some() && x[code].is_some()).map(point).collect();
    let greatness = |point: &Point| point.numbers[2].or(point.numbers[0]).unwrap_or_default();
    points.order_by(|a, b| greatness(b).total_cmp(&greatness(a)));
    let some = (0..areas).filter(|&code| y[code].is_some() || x[code].is_some()).count();
    let missing = some - points.len();
    (!points.is_empty()).then_some((points, missing))
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

fn listing(s: &Subject, axes: &Axes, area: &str, points: &[Point]) -> Listing {
    let topic = s.table.by_role(Role::Topic);
    let mut header = vec![s.name(area)];
    header.extend(topic.map(|column| s.name(&column.key)));
    let measures = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
    header.extend(measures.into_iter().flatten().map(|key| s.name(key)));
    let row = |point: &Point| {
        let mut row: Vec<String> = Vec::with_capacity(header.len());
        row.extend(s.table.column(area).map(|column| value_label(column, point.code, s.lang)));
        row.extend(topic.map(|column| {
            point.topic.map_or_else(String::new, |code| value_label(column, code, s.lang))
        }));
        let numbers = point.numbers.iter().zip(&measures).filter(|(_, key)| key.is_some());
        row.extend(
            numbers.map(|(number, _)| number.map_or_else(String::new, |n| short(n, s.lang))),
        );
        row
    };
    let rows = points.iter().map(row).collect();
    Listing { header, rows }
}
