//! A point a row.

use super::{Axes, Point, of_points};
use crate::column::{Data, Figures, Role};
use crate::plot::chart::meant::Meant;
use crate::plot::chart::plain::MOST_STEPS;
use crate::plot::chart::side::value_label;
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Plan, open};
use crate::plot::steps::Steps;

pub(super) fn plan(s: &mut Subject, axes: &Axes) -> Option<Plan> {
    let all = s.engine.matching();
    let counting = s.engine.counting_rows(&[]);
    let mut rows = s.engine.page(None, 0..all);
    rows.retain(|&row| counting.contains(row));
    let table = s.table.clone();
    let figures = |key: &str| -> Option<&Figures> {
        match &table.column(key)?.data {
            Data::Measure(figures) => Some(figures),
            _ => None,
        }
    };
    let (y, x) = figures(&axes.y).zip(figures(&axes.x))?;
    let size = axes.size.as_deref().and_then(figures);
    let topics = table.category_by_role(Role::Topic);
    let column = table.by_role(Role::Area).or_else(|| table.by_role(Role::Category));
    let names = column.and_then(|column| Some((column, table.category(&column.key)?)));
    let name = |row: usize| {
        let named = names.and_then(|(column, names)| Some((column, names.code(row)?)));
        named.map_or_else(String::new, |(column, code)| value_label(column, code, s.lang))
    };
    let point = |row: usize| {
        let numbers = [y.float(row), x.float(row), size.and_then(|size| size.float(row))];
        let measures = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
        (numbers[0].is_some() && numbers[1].is_some()).then(|| Point {
            name: name(row),
            meant: measures.map(|key| Meant::of_row(&table, key?, row)),
            topic: topics.and_then(|topics| topics.code(row)),
            numbers,
            target: open(&table, row),
        })
    };
    let points: Vec<Point> = rows.into_iter().filter_map(point).collect();
    let period = Steps::of(s.engine, MOST_STEPS).map(|steps| steps.whole(s.lang));
    of_points(s, axes, String::new(), period.unwrap_or_default(), points)
}
