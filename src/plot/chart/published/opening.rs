//! Which indicator a chart of published figures is about: the one asked for, else the one that most places share in
//! figures that may stand side by side. Of several the one that makes a finding comes first, then what residents ask for.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::base::lang::Lang;
use crate::base::order::Order;
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
    let mut by: BTreeMap<usize, Vec<Id<Observation>>> = BTreeMap::new();
    for id in rows.iter().map(|&row| Id::at(row)) {
        by.entry(data.observations[id].indicator.index()).or_default().push(id);
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
    let is_told = |own: &[Id<Observation>]| finding::of_figures(data, own, Lang::Zh).is_some();
    let shared = most_shared(data, &by).into_iter();
    let most = shared.min_by_key(|&at| (!is_told(&by[&at]), !is_asked(at), at));
    if let Some(at) = most {
        return Some(Id::at(at));
    }
    let several = by.into_iter().filter(|(_, figures)| figures.len() > 1);
    let known = several.min_by_key(|(at, figures)| {
        let all = data.observations.iter().map(|(id, _)| id);
        let places = places(data, all.filter(|&id| data.observations[id].indicator.index() == *at));
        (!is_asked(*at), Reverse(places), Reverse(figures.len()), *at)
    });
    known.map(|(at, _)| Id::at(at))
}

/// The indicators that most places share in figures that may stand side by side; none where no two places do. Figures are
/// held against one another only of those that could have most.
fn most_shared(data: &Dataset, by: &BTreeMap<usize, Vec<Id<Observation>>>) -> Vec<usize> {
    let mut all: Vec<(usize, usize)> =
        by.iter().map(|(&at, figures)| (places(data, figures.iter().copied()), at)).collect();
    all.order_by_key(|&(places, _)| Reverse(places));
    let mut most = 2;
    let mut found = Vec::new();
    for (bound, at) in all {
        if bound < most {
            break;
        }
        let alike = places_alike(data, &by[&at]);
        if alike > most {
            most = alike;
            found.clear();
        }
        if alike == most {
            found.push(at);
        }
    }
    found
}

/// Whether the options leave open what the chart is about. A grid counts groups and a line follows whatever has several
/// times: they speak of all figures unless one indicator is named.
fn is_open(options: &ChartOptions) -> bool {
    let is_plain = matches!(options.mark, Mark::Auto | Mark::Bar | Mark::Dot);
    let names = [&options.kind, &options.group, &options.split];
    is_plain && options.measure == Measure::Auto && names.into_iter().all(String::is_empty)
}

/// In how many places an indicator has figures that may stand beside one of them.
fn places_alike(data: &Dataset, figures: &[Id<Observation>]) -> usize {
    let figures = &figures[..figures.len().min(MOST)];
    let facts: Vec<Facts> =
        figures.iter().map(|&id| Facts::of(data, &data.observations[id])).collect();
    let beside = |own: &Facts| {
        let others = figures.iter().zip(&facts);
        let others =
            others.filter(|(_, other)| own == *other || !guard::compare(own, other).is_refused());
        places(data, others.map(|(&id, _)| id))
    };
    facts.iter().map(beside).max().unwrap_or_default()
}

/// How many places figures are of; towns and villages count as their county.
fn places(data: &Dataset, figures: impl Iterator<Item = Id<Observation>>) -> usize {
    let place = |id: Id<Observation>| {
        let of = data.observations[id].place;
        let own = &data.places[of];
        let above = own.parent.filter(|_| matches!(own.level, Level::Town | Level::Village));
        above.unwrap_or(of).index()
    };
    let mut places: Vec<usize> = figures.map(place).collect();
    places.sort_unstable();
    places.dedup();
    places.len()
}
