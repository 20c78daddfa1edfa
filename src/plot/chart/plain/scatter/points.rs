//! A point a row.

use super::{Axes, headings, spec, tip, topics};
use crate::chart::palette::NEUTRAL;
use crate::chart::{Datum, Extent};
use crate::column::{Data, Figures, Role};
use crate::plot::chart::plain::MOST_STEPS;
use crate::plot::chart::side::value_label;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Listing, Plan, open};
use crate::plot::measure::short;
use crate::plot::steps::Steps;

/// A row that has both numbers.
struct Point {
    row: usize,
    topic: Option<u32>,
    /// Upwards, to the right, size.
    numbers: [Option<f64>; 3],
}

pub(super) fn plan(s: &mut Subject, axes: &Axes) -> Option<Plan> {
    let all = s.engine.matching();
    let rows = s.engine.page(None, 0..all);
    let mut spec = spec(s, axes);
    let table = s.table.clone();
    let figures = |key: &str| -> Option<&Figures> {
        match &table.column(key)?.data {
            Data::Measure(figures) => Some(figures),
            _ => None,
        }
    };
    let (y, x) = figures(&axes.y).zip(figures(&axes.x))?;
    let size = axes.size.as_deref().and_then(figures);
    let topic = table.category_by_role(Role::Topic);
    let point = |row: usize| {
        let numbers = [y.float(row), x.float(row), size.and_then(|size| size.float(row))];
        let both = numbers[0].is_some() && numbers[1].is_some();
        both.then(|| Point { row, topic: topic.and_then(|topic| topic.code(row)), numbers })
    };
    let points: Vec<Point> = rows.into_iter().filter_map(point).collect();
    if points.is_empty() {
        return None;
    }
    let (series, order) = topics(s, points.iter().filter_map(|point| point.topic));
    spec.series = series;
    let name = |point: &Point| {
        let column = table.by_role(Role::Area).or_else(|| table.by_role(Role::Category));
        let named = column.zip(column.and_then(|c| table.category(&c.key)?.code(point.row)));
        named.map_or_else(String::new, |(column, code)| value_label(column, code, s.lang))
    };
    let datum = |(id, point): (u32, &Point)| {
        let series = point.topic.and_then(|topic| order.binary_search(&topic).ok());
        Some(Datum {
            id,
            series: series.and_then(|at| u32::try_from(at).ok()).unwrap_or_default(),
            across: point.numbers[1]?,
            extent: Extent::exact(point.numbers[0]?),
            size: point.numbers[2],
            hue: series.and_then(|at| spec.series[at].hue).unwrap_or(NEUTRAL),
            label: name(point),
            tip: tip(s, axes, &name(point), point.numbers),
            ..Datum::default()
        })
    };
    let data: Vec<Datum> = (0..).zip(&points).filter_map(datum).collect();
    let measures = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
    let mut header = vec![String::new()];
    header.extend(measures.into_iter().flatten().map(|key| s.name(key)));
    let line = |point: &Point| {
        let mut line = vec![name(point)];
        let numbers = point.numbers.iter().zip(&measures).filter(|(_, key)| key.is_some());
        line.extend(numbers.map(|(n, _)| n.map_or_else(String::new, |n| short(n, s.lang))));
        line
    };
    let listing = Listing { header, rows: points.iter().map(line).collect() };
    let targets = points.iter().map(|point| open(&table, point.row)).collect();
    spec.data = data;
    let period = Steps::of(s.engine, MOST_STEPS).map(|steps| steps.whole(s.lang));
    let headings = headings(s, axes, period.unwrap_or_default());
    Some(Plan { headings, listing, targets, spec, ..Plan::default() })
}
