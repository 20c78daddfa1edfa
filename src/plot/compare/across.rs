//! One indicator in every place that reports it: figures that count alike are ranked together, the others only listed.

use super::item::{Axis, Item};
use super::likeness;
use super::per::{self, Quotient};
use super::sections;
use super::survey::Survey;
use super::types::{ComparePlan, Menu};
use crate::base::order::Order;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::model::{Direction, Id, Indicator, Observation, Place};
use crate::plot::chart::Offer;
use crate::plot::reported::Reported;
use crate::plot::{extent, finding, guard};
use crate::state::{Action, CompareOptions, Comparison};
use crate::words::{amid, enumerated, figure};
use sections::Sections;

/// Other indicators and quotients that are offered.
const OFFERED: usize = 6;
/// The most places that are named as silent.
const NAMED: usize = 6;

pub(super) fn plan(s: &Survey, options: &CompareOptions) -> ComparePlan {
    let mut plan = ComparePlan::new(Comparison::Across);
    let all = s.indicators();
    let Some(subject) = subject(s, &all, options) else {
        m::NOTHING.get(s.lang).clone_into(&mut plan.lead);
        return plan;
    };
    let record = &s.data.indicators[subject];
    let divisors = per::divisors(s, subject);
    let per = s.data.indicators.find(&options.per).filter(|_| !options.per.is_empty());
    plan.subjects = Menu { groups: s.subjects(), chosen: record.id.clone() };
    plan.behind = match s.home() {
        Some(home) => m::ACROSS_HOME.fill(s.lang, &[("place", s.place(home))]),
        None => m::ACROSS_PLACES.get(s.lang).to_owned(),
    };
    plan.pers = per::menu(s, subject, &divisors, per);
    record.definition.get(s.lang).clone_into(&mut plan.definition);
    let (axis, items) = match per {
        Some(per) => divided(s, subject, per),
        None => published(s, subject),
    };
    plan.title.clone_from(&axis.title);
    if items.is_empty() {
        m::NO_PER_HERE.get(s.lang).clone_into(&mut plan.lead);
    } else {
        let places = s.places_of(items.iter().map(|item| item.id));
        if per.is_none() {
            plan.title = finding::title(s.data, subject, s.of(subject), s.lang);
            plan.likeness = likeness::table(s, &items);
        }
        let sections = sections::split(s, items);
        if per.is_some() {
            plan.lead = m::LEAD_PER.count(s.lang, places.len(), &[]);
            plan.notes.push(m::PER_NOTE.get(s.lang).to_owned());
        } else {
            plan.lead = lead(s, &places, &sections);
        }
        plan.charts = sections::draw(s, &axis, &sections);
    }
    plan.offers = offers(s, &all, options, subject, per);
    plan
}

/// The indicator asked for, else the one that most places report.
fn subject(s: &Survey, all: &[Reported], options: &CompareOptions) -> Option<Id<Indicator>> {
    let asked = s.data.indicators.find(&options.subject);
    let asked = asked.filter(|asked| all.iter().any(|reported| reported.indicator == *asked));
    let is_own = |reported: &&Reported| {
        let mut own = s.of(reported.indicator).iter();
        s.home().is_some_and(|home| own.any(|&id| s.at(id).place == home))
    };
    let own = || all.iter().find(is_own).or_else(|| all.first());
    asked.or_else(|| Some(own()?.indicator))
}

fn lead(s: &Survey, places: &[Id<Place>], sections: &Sections) -> String {
    let message = match places {
        [only] => return lead_of_one(s, *only),
        _ if sections.alike.is_empty() => m::LEAD_UNLIKE,
        _ if sections.alike.iter().any(sections::is_ranked) => m::LEAD_RANKED,
        _ => m::LEAD_NEAR,
    };
    message.get(s.lang).to_owned()
}

/// Who is silent on what one place alone reports: so there is nothing to compare it with.
fn lead_of_one(s: &Survey, only: Id<Place>) -> String {
    let silent: Vec<Id<Place>> = s.releasing().into_iter().filter(|own| *own != only).collect();
    let names: Vec<&str> = silent.iter().take(NAMED).map(|&place| s.place(place)).collect();
    let list = enumerated(&names, w::LAST_OR, s.lang);
    let open = names.join(w::COMMA.get(s.lang));
    match silent.len() {
        0 => m::LEAD_ONLY.fill(s.lang, &[("place", s.place(only))]),
        1..=NAMED => m::LEAD_ONE.fill(s.lang, &[("list", &list)]),
        more => m::LEAD_ONE_OF_MANY.count(s.lang, more, &[("list", &open)]),
    }
}

/// The figures as published.
pub(super) fn published<'a>(s: &Survey<'a>, subject: Id<Indicator>) -> (Axis, Vec<Item<'a>>) {
    use rust_decimal::prelude::ToPrimitive;
    let unit = s.unit(subject);
    let item = |id: Id<Observation>| {
        let value = unit.from_base(s.bounded(id)?.value)?.to_f64()?;
        let o = s.at(id);
        let facts = s.facts(id);
        Some(Item {
            id,
            extent: extent(o.quantity.qualifier, value),
            label: figure(s.data, o, s.lang).to_string(),
            parts: String::new(),
            heed: Vec::new(),
            facts,
        })
    };
    let items: Vec<Item> = s.of(subject).iter().copied().filter_map(item).collect();
    let axis = Axis {
        title: s.indicator(subject).to_owned(),
        unit: unit.name.get(s.lang).to_owned(),
        direction: s.direction(subject),
        is_amount: items.first().is_none_or(|item| !item.facts.is_rate()),
        is_ours: false,
    };
    (axis, items)
}

/// The figures divided by those of another indicator.
fn divided<'a>(
    s: &Survey<'a>,
    subject: Id<Indicator>,
    per: Id<Indicator>,
) -> (Axis, Vec<Item<'a>>) {
    let quotients = per::quotients(s, subject, per);
    let scale = per::Scale::of(s, subject, per, &quotients);
    let item = |q: &Quotient| {
        let value = scale.shown(q)?;
        let (n, per) = (s.at(q.numerator), s.at(q.denominator));
        let parts = m::QUOTIENT_OF.fill(
            s.lang,
            &[
                ("a", &figure(s.data, n, s.lang).to_string()),
                ("b", &figure(s.data, per, s.lang).to_string()),
            ],
        );
        Some(Item {
            id: q.numerator,
            facts: s.facts(q.numerator),
            extent: value.extent(),
            label: scale.text(value, per::digits(s, q), s.lang),
            parts,
            heed: {
                let mut heed = guard::reasons(&q.verdict, guard::reason, s.data, s.lang);
                heed.extend(s.notes(q.denominator));
                heed
            },
        })
    };
    let axis = Axis {
        title: divided_by(s, subject, per),
        unit: scale.unit(s.lang).to_owned(),
        // More teachers are better, more teachers a school need not be.
        direction: Direction::None,
        is_amount: true,
        is_ours: true,
    };
    (axis, quotients.iter().filter_map(item).collect())
}

/// What a quotient is called, in words.
fn divided_by(s: &Survey, subject: Id<Indicator>, per: Id<Indicator>) -> String {
    let per = amid(s.indicator(per), s.lang);
    m::DIVIDED_BY.fill(s.lang, &[("a", s.indicator(subject)), ("b", &per)])
}

/// A quotient that several places have, and other indicators that several places report.
fn offers(
    s: &Survey,
    all: &[Reported],
    options: &CompareOptions,
    subject: Id<Indicator>,
    per: Option<Id<Indicator>>,
) -> Vec<Offer> {
    let mut offers: Vec<Offer> = Vec::new();
    let id = |indicator: Id<Indicator>| s.data.indicators[indicator].id.clone();
    let compared = |subject: String, per: String| {
        Action::compare(options, |o| (o.subject, o.per) = (subject, per))
    };
    let quotient = |n: Id<Indicator>, d: Id<Indicator>| Offer {
        label: divided_by(s, n, d),
        actions: vec![compared(id(n), id(d))],
    };
    if per.is_none() {
        // Its own first, then the one that most places have.
        let best = |n: Id<Indicator>| {
            let found = per::divisors(s, n);
            let telling = found.iter().find(|d| d.places > 1);
            telling.map(|d| (n, d.indicator, (std::cmp::Reverse(d.places), d.is_general)))
        };
        let elsewhere = || {
            let shared = all.iter().filter(|reported| reported.places > 1);
            let mut found: Vec<_> = shared.filter_map(|r| best(r.indicator)).collect();
            found.order_by_key(|&(_, _, rank)| rank);
            found.into_iter().next()
        };
        if let Some((n, d, _)) = best(subject).or_else(elsewhere) {
            offers.push(quotient(n, d));
        }
    }
    let shared = all.iter().filter(|r| r.places > 1 && r.indicator != subject);
    for reported in shared.take(OFFERED) {
        let name = s.indicator(reported.indicator);
        let places = s.places_of(s.of(reported.indicator).iter().copied());
        let places: Vec<&str> = places.into_iter().map(|place| s.place(place)).collect();
        let places = places.join(w::COMMA.get(s.lang));
        offers.push(Offer {
            label: m::OFFER_SUBJECT.fill(s.lang, &[("name", name), ("places", &places)]),
            actions: vec![compared(id(reported.indicator), String::new())],
        });
    }
    if offers.is_empty() || all.iter().all(|r| r.places < 2) {
        offers.push(Offer {
            label: m::OFFER_COVERAGE.get(s.lang).to_owned(),
            actions: vec![Action::compare(options, |o| o.comparison = Comparison::Coverage)],
        });
    }
    offers
}
