//! Measures of any table: which there are, how their numbers are spread, how they are written.

use rust_decimal::Decimal;
use rust_decimal::prelude::FromPrimitive;

use super::ChartFormat;
use super::tally::Total;
use crate::base::lang::Lang;
use crate::base::unit_name::{unit_of_name, without_unit};
use crate::chart::Format;
use crate::column::{Column, Table};
use crate::i18n::catalog::chart::NAMELESS;
use crate::i18n::{decimal, multiplies, with_unit};
use crate::query::{BinScale, Bins, Engine};
use crate::words::column_name;

/// Bins of a measure, about.
const BINS: usize = 40;
/// From so many times the least number on, and where most numbers are small, bins are equally wide in the logarithm.
const WIDE: f64 = 50.0;
/// Where the mean stands in the span of numbers that are mostly small.
const SKEWED: f64 = 0.25;

/// The measures of a table, in its order.
pub(super) fn measures(table: &Table) -> impl Iterator<Item = &Column> {
    table.measures().map(|(column, _)| column)
}

/// The unit that a measure has of itself: the one that its file gives it, or the one that its header gives in brackets. What a
/// column of units says of the row is said of the others.
pub(super) fn own_unit(column: &Column, lang: Lang) -> Option<String> {
    let named = || unit_of_name(&column_name(column, lang)).map(str::to_owned);
    column.unit.clone().or_else(named)
}

/// Whether a measure's name says nothing of what is measured: `数值`, `OBS_VALUE`.
pub(super) fn is_nameless(name: &str) -> bool {
    let bare = without_unit(name);
    let mut words = [Lang::Zh, Lang::En].map(|lang| NAMELESS.get(lang).split(',')).into_iter();
    words.any(|mut words| words.any(|word| word.eq_ignore_ascii_case(bare)))
}

/// The bins of a measure, the same in rail and charts: made at the first call, of all the table's numbers. Log where
/// numbers above zero differ widely and most are small.
pub(super) fn bins<'a>(engine: &'a mut Engine, measure: &str) -> Option<&'a Bins> {
    if engine.bins(measure).is_none() {
        let filter = engine.filter().clone();
        engine.clear_all();
        let total = Total::of_measure(engine, measure);
        engine.set_filter(&filter);
        let scale = if is_skewed(&total?) { BinScale::Log } else { BinScale::Linear };
        engine.bin(measure, scale, BINS)?;
    }
    engine.bins(measure)
}

/// Whether numbers of a measure may be added up in any of the rows selected: not those of rates.
pub(super) fn adds_up(engine: &mut Engine, measure: &str) -> bool {
    let table = engine.table().clone();
    let figures = table.measures().find(|(column, _)| column.key == measure);
    figures.is_some_and(|(_, figures)| match &figures.additive {
        Some(additive) => {
            let mut rows = engine.rows().clone();
            rows.intersect(additive);
            rows.count() > 0
        }
        None => true,
    })
}

/// Whether a measure is better seen on a log axis.
pub(super) fn is_log(engine: &mut Engine, measure: &str) -> bool {
    bins(engine, measure).is_some_and(|bins| bins.scale() == BinScale::Log)
}

fn is_skewed(total: &Total) -> bool {
    let share = (total.mean() - total.min) / (total.max - total.min);
    total.min > 0.0 && total.max / total.min >= WIDE && share < SKEWED
}

/// A number as charts write it: shortened to 万 and 亿 or million and billion.
pub(super) fn short(value: f64, lang: Lang) -> String {
    ChartFormat { lang, unit: String::new() }.number(value)
}

/// The same with its unit. A unit that multiplies itself, such as 万元, stands behind a number in full: 1.2万 of it would
/// be read as something else.
pub(super) fn amount(value: f64, unit: Option<&str>, lang: Lang) -> String {
    let Some(unit) = unit else { return short(value, lang) };
    let number = if multiplies(unit) { full(value) } else { short(value, lang) };
    with_unit(&number, unit)
}

/// A number in full, as exact as its size asks for.
fn full(value: f64) -> String {
    let places = if value.abs() >= 100.0 { 1 } else { 2 };
    Decimal::from_f64(value).map_or_else(|| value.to_string(), |n| decimal(n.round_dp(places)))
}
