//! Two measures against one another: a point an area in one period, a point a row, or bins where rows are many.

mod areas;
mod dense;
mod points;

use super::{Axes, Shown};
use crate::chart::{ChartSpec, MarkKind, Series, SizeAxis, ValueAxis};
use crate::column::Role;
use crate::i18n::catalog::{chart as m, words as w};
use crate::plot::chart::choice::Choice;
use crate::plot::chart::side::{hue_of, value_label};
use crate::plot::chart::subject::Subject;
use crate::plot::chart::{Headings, PREFIX, Plan};
use crate::plot::measure::{is_log, short};
use crate::state::{Mark, Measure};

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
    let (x, y) = (s.name(&axes.x), s.name(&axes.y));
    let title = m::TITLE_AGAINST.fill(s.lang, &[("x", &x), ("y", &y)]);
    Headings { title, subtitle: period, source: String::new() }
}

/// A point in words: its name, then each measure with its number.
fn tip(s: &Subject, axes: &Axes, name: &str, numbers: [Option<f64>; 3]) -> String {
    let keys = [Some(&axes.y), Some(&axes.x), axes.size.as_ref()];
    let pairs = keys.into_iter().zip(numbers).filter_map(|(key, number)| key.zip(number));
    let parts: Vec<String> = pairs
        .map(|(key, number)| {
            let values = [("name", s.name(key)), ("value", short(number, s.lang))];
            let values = [("name", values[0].1.as_str()), ("value", values[1].1.as_str())];
            m::NAME_VALUE.fill(s.lang, &values)
        })
        .collect();
    let figures = parts.join(w::SEPARATOR.get(s.lang));
    if name.is_empty() { figures } else { format!("{name}{}{figures}", w::COLON.get(s.lang)) }
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
