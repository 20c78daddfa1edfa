//! Two measures against one another: a point an area in one period, a point a row, or bins where rows are many.

mod areas;
mod dense;
mod points;

use super::{Axes, Shown};
use crate::base::lang::Lang;
use crate::chart::palette::NEUTRAL;
use crate::chart::{ChartSpec, Datum, Extent, MarkKind, Series, SizeAxis, ValueAxis};
use crate::column::Role;
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::choice::Choice;
use crate::plot::chart::meant::Meant;
use crate::plot::chart::side::{hue_of, value_label};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Headings, Listing, PREFIX, Plan};
use crate::plot::measure::is_log;
use crate::state::{Action, Mark, Measure};
use crate::words::{listed, told_of};

/// Points that are handed over one by one.
const MOST: usize = 10_000;

pub(super) fn plan(s: &mut Subject, shown: &Shown) -> Option<Plan> {
    let axes = Axes::of(s)?;
    let area = s.key(Role::Area);
    let areas = area.as_deref().map_or(0, |key| s.distinct(key));
    let mut plan = match area {
        Some(area) if areas > 1 && areas <= MOST => areas::plan(s, &axes, &area, shown)?,
        _ if s.engine.matching() <= MOST => points::plan(s, &axes)?,
        _ => dense::plan(s, &axes)?,
    };
    plan.offers = super::settle::offers(s, &Choice::of(Mark::Scatter, Measure::Figure, None));
    Some(plan)
}

/// A scatter without its points: axes named by their measures, log where their numbers differ widely.
fn spec(s: &mut Subject, axes: &Axes) -> ChartSpec {
    let axis = |s: &mut Subject, key: &str| ValueAxis {
        label: s.name(key),
        log: is_log(s.engine, key),
        ..ValueAxis::default()
    };
    let size = axes.size.as_deref().map(|key| s.name(key)).unwrap_or_default();
    ChartSpec {
        prefix: PREFIX.to_owned(),
        mark: MarkKind::Scatter,
        value: axis(s, &axes.y),
        across: axis(s, &axes.x),
        size: SizeAxis { label: size, greatest: None },
        ..ChartSpec::default()
    }
}

fn headings(s: &Subject, axes: &Axes, period: String) -> Headings {
    // The axes name the units.
    let (x, y) = (s.titled(&axes.x), s.titled(&axes.y));
    let title = m::TITLE_AGAINST.fill(s.lang, &[("x", &x), ("y", &y)]);
    Headings { title, subtitle: period, source: String::new() }
}

/// A point in words: its name, then each measure with its number.
fn tip(s: &Subject, axes: &Axes, point: &Point) -> String {
    let keys = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
    let part = |(which, key): (usize, Option<&String>)| {
        let (name, (_, value)) = (s.name(key?), point.told(which, s.lang)?);
        let told = m::NAME_VALUE.fill(s.lang, &[("name", &name), ("value", &value)]);
        let flags = point.meant[which].as_ref().map_or("", |meant| meant.flags(s.lang));
        Some(listed([told.as_str(), flags], w::SEPARATOR, s.lang))
    };
    told_of(&point.name, keys.into_iter().enumerate().filter_map(part), s.lang)
}

/// What stands somewhere between the axes: an area, or a row.
struct Point {
    /// What it is called; may be empty.
    name: String,
    /// The code of its topic.
    topic: Option<u32>,
    /// Upwards, to the right, size.
    numbers: [Option<f64>; 3],
    /// How each of these is meant, where anything is said.
    meant: [Option<Meant>; 3],
    /// What opening it does.
    target: Option<Action>,
}

impl Point {
    /// One of its numbers as it is drawn, and in words.
    fn told(&self, which: usize, lang: Lang) -> Option<(Extent, String)> {
        let value = self.numbers[which]?;
        Some(Meant::told(self.meant[which].as_ref(), value, lang))
    }
}

/// The scatter of some points, whose names are those of a column. `None` without a point.
fn of_points(
    s: &mut Subject,
    axes: &Axes,
    column: String,
    period: String,
    points: Vec<Point>,
) -> Option<Plan> {
    if points.is_empty() {
        return None;
    }
    let mut spec = spec(s, axes);
    let (series, order) = topics(s, points.iter().filter_map(|point| point.topic));
    let datum = |(id, point): (u32, &Point)| {
        let topic = point.topic.and_then(|topic| order.binary_search(&topic).ok());
        Some(Datum {
            id,
            series: topic.and_then(|at| u32::try_from(at).ok()).unwrap_or_default(),
            across: point.numbers[1]?,
            extent: point.told(0, s.lang)?.0,
            size: point.numbers[2],
            hue: topic.and_then(|at| series[at].hue).unwrap_or(NEUTRAL),
            label: point.name.clone(),
            tip: tip(s, axes, point),
            ..Datum::default()
        })
    };
    spec.data = (0..).zip(&points).filter_map(datum).collect();
    spec.series = series;
    Some(Plan {
        headings: headings(s, axes, period),
        listing: listing(s, axes, column, &points),
        targets: points.into_iter().map(|point| point.target).collect(),
        spec,
        ..Plan::default()
    })
}

/// A row a point: its name, its topic where the table has topics, and its numbers.
fn listing(s: &Subject, axes: &Axes, column: String, points: &[Point]) -> Listing {
    let topic = s.table.by_role(Role::Topic);
    let measures = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
    let mut header = vec![column];
    header.extend(topic.map(|column| s.name(&column.key)));
    header.extend(measures.into_iter().flatten().map(|key| s.name(key)));
    let row = |point: &Point| {
        let mut row = vec![point.name.clone()];
        row.extend(topic.map(|column| {
            point.topic.map_or_else(String::new, |code| value_label(column, code, s.lang))
        }));
        let known = (0..3).filter(|&which| measures[which].is_some());
        row.extend(known.map(|which| point.told(which, s.lang).unwrap_or_default().1));
        row
    };
    Listing { header, rows: points.iter().map(row).collect() }
}

/// The topics of some points as series, and where each code stands among them.
fn topics(s: &Subject, codes: impl Iterator<Item = u32>) -> (Vec<Series>, Vec<u32>) {
    let Some(column) = s.table.by_role(Role::Topic) else { return (Vec::new(), Vec::new()) };
    let mut present: Vec<u32> = codes.collect();
    present.sort_unstable();
    present.dedup();
    let series = present
        .iter()
        .map(|&code| Series { name: value_label(column, code, s.lang), hue: hue_of(column, code) });
    (series.collect(), present)
}
