//! The largest sums spent.

use rust_decimal::prelude::ToPrimitive;

use crate::base::lang::Lang;
use crate::chart::{Category, ChartSpec, Datum, MarkKind};
use crate::column::{Bitmap, Table};
use crate::i18n::catalog::words::{AT_PLACE, SEMICOLON};
use crate::i18n::catalog::{data as d, sentence as m};
use crate::model::{Dataset, Observation};
use crate::plot::chart::{Headings, Listing, Plan, open};
use crate::plot::fills::mark;
use crate::words::{figure, is_cumulative, observation_name, period_text, span_of_sum, spent};

/// How many bars the chart has, and how many sums are told beside it.
const MOST: usize = 8;

/// The largest sums spent that the selection has, those of a year or less, or of a day that is told, with the figure of
/// each bar; `None` where it has none to draw. Not summed: amounts of different indicators may contain one another. Sums
/// over several years are told in a note: no bar beside bars of one year.
pub(in crate::plot) fn largest<'a>(
    table: &Table,
    data: &'a Dataset,
    rows: &Bitmap,
    lang: Lang,
) -> Option<(Plan, Vec<&'a Observation>)> {
    let found = spent(data, rows).into_iter();
    let found = found.filter_map(|row| Some((row, data.observations.at(row)?)));
    let (apart, mut beside): (Vec<_>, Vec<_>) =
        found.filter(|(_, o)| o.part_of.is_none()).partition(|(_, o)| is_cumulative(o));
    beside.truncate(MOST);
    if beside.is_empty() {
        return None;
    }
    let named = |o: &Observation| {
        let (place, name) = (data.places[o.place].name.get(lang), observation_name(data, o, lang));
        AT_PLACE.fill(lang, &[("place", place), ("name", &name)])
    };
    let category = |(_, o): &(usize, &Observation)| Category {
        name: named(o),
        note: period_text(o, lang),
        hue: Some(data.domain(o).hue()),
    };
    let datum = |(at, (_, o)): (u32, &(usize, &Observation))| {
        let value = o.base_value(&data.units[o.unit])?.to_f64()?;
        Some(Datum { id: at, category: at, ..mark(data, o, value, lang) })
    };
    let row = |(_, o): &(usize, &Observation)| {
        vec![named(o), figure(data, o, lang).to_string(), span_of_sum(o, lang)]
    };
    let line = |(_, o): (usize, &Observation)| {
        let (period, value) = (span_of_sum(o, lang), figure(data, o, lang).to_string());
        let values = [("name", &*named(o)), ("period", &period), ("value", &value)];
        m::LARGEST_ITEM.fill(lang, &values)
    };
    let mut notes = vec![m::LARGEST_NOTE.get(lang).to_owned()];
    let apart: Vec<String> = apart.into_iter().take(MOST).map(line).collect();
    if !apart.is_empty() {
        let list = apart.join(SEMICOLON.get(lang));
        notes.push(m::LARGEST_APART.fill(lang, &[("list", &list)]));
    }
    let header = [d::INDICATOR, d::VALUE, d::TIME];
    let plan = Plan {
        headings: Headings { title: m::LARGEST.get(lang).to_owned(), ..Headings::default() },
        notes,
        listing: Listing {
            header: header.iter().map(|name| name.get(lang).to_owned()).collect(),
            rows: beside.iter().map(row).collect(),
        },
        targets: beside.iter().map(|&(row, _)| open(table, row)).collect(),
        spec: ChartSpec {
            prefix: "largest".into(),
            mark: MarkKind::Bar,
            categories: beside.iter().map(category).collect(),
            data: (0..).zip(&beside).filter_map(datum).collect(),
            ..ChartSpec::default()
        },
        ..Plan::default()
    };
    Some((plan, beside.into_iter().map(|(_, o)| o).collect()))
}
