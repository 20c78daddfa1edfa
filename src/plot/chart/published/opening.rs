//! Which indicator a chart of published figures is about: the one asked for, else the one that most places share in
//! figures that may stand side by side. Of several the one that makes a finding comes first, then what residents ask for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::lang::Lang;
use crate::column::{Role, Table};
use crate::model::{Dataset, Id, Indicator, Level, Observation};
use crate::plot::finding;
use crate::plot::guard::{self, Facts};
use crate::query::Filter;
use crate::state::{ChartOptions, Mark, Measure};

/// The most figures of an indicator that are held against one another.
const MOST: usize = 200;

/// The indicator that the chart is limited to; `None` where the reader's choices or the filter are about others too, and
/// where no indicator has several figures.
pub(super) fn indicator(
    table: &Table,
    data: &Dataset,
    filter: &Filter,
    rows: &[usize],
    options: &ChartOptions,
) -> Option<Id<Indicator>> {
    let mut by: BTreeMap<usize, Vec<&Observation>> = BTreeMap::new();
    for o in rows.iter().filter_map(|&row| data.observations.at(row)) {
        by.entry(o.indicator.index()).or_default().push(o);
    }
    let named = data.indicators.find(&options.indicator);
    if let Some(named) = named.filter(|named| by.contains_key(&named.index())) {
        return Some(named);
    }
    let is_filtered = table.by_role(Role::Series).is_some_and(|c| filter.get(&c.key).is_some());
    if is_filtered || !is_open(options) {
        return None;
    }
    let is_asked = |at: usize| !data.indicators[Id::at(at)].question.zh.is_empty();
    let shared = by.iter().map(|(&at, figures)| (places_alike(data, figures), at));
    let shared = shared.filter(|&(places, _)| places > 1);
    let is_told = |at: usize| {
        let own =
            |row: &&usize| data.observations.at(**row).is_some_and(|o| o.indicator.index() == at);
        let own: Vec<Id<Observation>> = rows.iter().filter(own).map(|&row| Id::at(row)).collect();
        finding::of_figures(data, &own, Lang::Zh).is_some()
    };
    let most =
        shared.min_by_key(|&(places, at)| (Reverse(places), !is_told(at), !is_asked(at), at));
    if let Some((_, at)) = most {
        return Some(Id::at(at));
    }
    let several = by.into_iter().filter(|(_, figures)| figures.len() > 1);
    let known = several.min_by_key(|(at, figures)| {
        let all = data.observations.iter().map(|(_, o)| o);
        let places = places(data, all.filter(|o| o.indicator.index() == *at));
        (!is_asked(*at), Reverse(places), Reverse(figures.len()), *at)
    });
    known.map(|(at, _)| Id::at(at))
}

/// Whether the options leave open what the chart is about. A grid counts groups and a line follows whatever has several
/// times: they speak of all figures unless one indicator is named.
fn is_open(options: &ChartOptions) -> bool {
    let is_plain = matches!(options.mark, Mark::Auto | Mark::Bar | Mark::Dot);
    let names = [&options.kind, &options.group, &options.split];
    is_plain && options.measure == Measure::Auto && names.into_iter().all(String::is_empty)
}

/// In how many places an indicator has figures that may stand beside one of them.
fn places_alike(data: &Dataset, figures: &[&Observation]) -> usize {
    let figures = &figures[..figures.len().min(MOST)];
    let facts: Vec<Facts> = figures.iter().map(|o| Facts::of(data, o)).collect();
    let beside = |own: &Facts| {
        let others = figures.iter().zip(&facts);
        let others =
            others.filter(|(_, other)| own == *other || !guard::compare(own, other).is_refused());
        places(data, others.map(|(o, _)| *o))
    };
    facts.iter().map(beside).max().unwrap_or_default()
}

/// How many places figures are of; towns and villages count as their county.
fn places<'a>(data: &Dataset, figures: impl Iterator<Item = &'a Observation>) -> usize {
    let place = |o: &Observation| {
        let own = &data.places[o.place];
        let above = own.parent.filter(|_| matches!(own.level, Level::Town | Level::Village));
        above.unwrap_or(o.place).index()
    };
    let mut places: Vec<usize> = figures.map(place).collect();
    places.sort_unstable();
    places.dedup();
    places.len()
}
