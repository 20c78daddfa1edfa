//! The indicators that figures are of, with the places that report them: what a reader chooses a subject from.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::base::lang::Lang;
use crate::base::once::each_once;
use crate::base::order::Order;
use crate::i18n::catalog::compare as m;
use crate::model::{Dataset, Id, Indicator, Observation, Place};

/// An indicator with the number of places that report it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reported {
    pub(super) indicator: Id<Indicator>,
    pub(super) places: usize,
}

/// Values to choose from under one heading.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// The heading; empty where values stand alone.
    pub name: String,
    /// Id and name of each.
    pub items: Vec<(String, String)>,
}

impl Group {
    /// Puts an item into the group of a name.
    pub(super) fn put(groups: &mut Vec<Self>, name: String, item: (String, String)) {
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.items.push(item),
            None => groups.push(Self { name, items: vec![item] }),
        }
    }
}

/// The indicators of figures: those of most places first, else in file order.
pub(super) fn indicators(data: &Dataset, figures: &[Id<Observation>]) -> Vec<Reported> {
    let mut by: BTreeMap<usize, Vec<Id<Observation>>> = BTreeMap::new();
    for &id in figures {
        by.entry(data.observations[id].indicator.index()).or_default().push(id);
    }
    let reported = |(at, own): (usize, Vec<Id<Observation>>)| Reported {
        indicator: Id::at(at),
        places: places(data, own.into_iter()).len(),
    };
    let mut all: Vec<Reported> = by.into_iter().map(reported).collect();
    all.order_by_key(|reported| std::cmp::Reverse(reported.places));
    all
}

/// The places of figures, in the order of their first.
pub(super) fn places(
    data: &Dataset,
    figures: impl Iterator<Item = Id<Observation>>,
) -> Vec<Id<Place>> {
    each_once(figures.map(|id| data.observations[id].place))
}

/// Indicators to choose from: shared ones by the number of their places, the others by field.
pub(super) fn subjects(data: &Dataset, all: Vec<Reported>, lang: Lang) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    let (shared, lone): (Vec<Reported>, Vec<Reported>) =
        all.into_iter().partition(|reported| reported.places > 1);
    for Reported { indicator, places } in shared {
        let name = m::PLACES_REPORT.count(lang, places, &[]);
        Group::put(&mut groups, name, item(data, indicator, lang));
    }
    for Reported { indicator, .. } in lone {
        let domain = data.domains[data.indicators[indicator].domain].name.get(lang);
        let name = m::ONE_REPORTS.fill(lang, &[("domain", domain)]);
        Group::put(&mut groups, name, item(data, indicator, lang));
    }
    groups
}

/// Id and name of an indicator.
pub(super) fn item(data: &Dataset, indicator: Id<Indicator>, lang: Lang) -> (String, String) {
    let record = &data.indicators[indicator];
    (record.id.clone(), record.name.get(lang).to_owned())
}
