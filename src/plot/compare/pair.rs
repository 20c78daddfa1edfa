//! Two places beside each other: what both report, with ratio and difference where the figures may be compared.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::item::direction;
use super::survey::Survey;
use super::types::{ComparePlan, Menu, PairCell, PairRow, PairTable};
use crate::base::order::Order;
use crate::chart::{Category, ChartSpec, Datum, MarkKind, ValueAxis};
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::i18n::{self, Message};
use crate::model::{Direction, Id, Indicator, Observation, Place};
use crate::plot::chart::{Headings, Listing, Offer, Plan};
use crate::plot::finding::ratio::times;
use crate::plot::guard::bounds::Bounded;
use crate::plot::guard::{self, Verdict, Weight};
use crate::state::{Action, CompareOptions, Comparison};
use crate::words::{amount, figure, observation_name};

/// Two places that are offered besides the ones shown.
const OFFERED: usize = 3;
/// Differences below this are written out, not in ten thousands.
const WRITTEN_OUT: i64 = 1_000_000;

/// Two figures of one indicator and how they may be compared.
struct Match {
    left: Id<Observation>,
    right: Id<Observation>,
    verdict: Verdict,
}

pub(super) fn plan(s: &Survey, options: &CompareOptions) -> ComparePlan {
    let mut plan = ComparePlan::new(Comparison::Pair);
    let pairs = pairs(s);
    let Some((left, right)) = chosen(s, options, &pairs) else {
        m::PAIR_FEW.get(s.lang).clone_into(&mut plan.lead);
        plan.offers.extend(s.lift());
        return plan;
    };
    plan.lefts = places(s, left, right);
    plan.rights = places(s, right, left);
    let names = [("a", s.place(left)), ("b", s.place(right))];
    plan.title = m::PAIR_CAPTION.fill(s.lang, &names);
    let offer = |&(a, b, _): &(Id<Place>, Id<Place>, usize)| Offer {
        label: m::OFFER_PAIR.fill(s.lang, &[("a", s.place(a)), ("b", s.place(b))]),
        actions: vec![Action::compare(options, |o| {
            o.left.clone_from(&s.data.places[a].id);
            o.right.clone_from(&s.data.places[b].id);
        })],
    };
    let others =
        pairs.iter().filter(|(a, b, _)| ![(left, right), (right, left)].contains(&(*a, *b)));
    plan.offers = others.take(OFFERED).map(offer).collect();
    let shared = shared(s, left, right);
    if shared.is_empty() {
        plan.lead = m::PAIR_NONE.fill(s.lang, &names);
        return plan;
    }
    let mut lonely = 0;
    let mut matches = Vec::new();
    for &indicator in &shared {
        let (found, alone) = matched(s, indicator, left, right);
        matches.extend(found);
        lonely += alone;
    }
    // What counts alike stands first, then what may stand side by side.
    matches.order_by_key(|found| found.verdict.weight().max(Some(Weight::Note)));
    let alike = matches.iter().filter(|found| found.verdict.is_alike()).count();
    let refused = matches.len() - alike;
    plan.lead = [
        m::PAIR_LEAD.count(s.lang, shared.len(), &names),
        match (refused, alike) {
            (0, _) => m::PAIR_ALL.count(s.lang, alike, &[]),
            (_, 0) => m::PAIR_UNLIKE.get(s.lang).to_owned(),
            _ => m::PAIR_ALIKE.count(s.lang, alike, &[("refused", &refused.to_string())]),
        },
    ]
    .join(if s.lang == crate::base::lang::Lang::En { " " } else { "" });
    if lonely > 0 {
        plan.notes.push(m::NOT_IN_PAIR.count(s.lang, lonely, &[]));
    }
    plan.charts.extend(chart(s, &matches, &names));
    let header = [
        m::SUBJECT.get(s.lang),
        s.place(left),
        s.place(right),
        m::RATIO.get(s.lang),
        m::DIFFERENCE.get(s.lang),
        m::HEED.get(s.lang),
    ];
    plan.pair = Some(PairTable {
        caption: m::PAIR_CAPTION.fill(s.lang, &names),
        header: header.map(str::to_owned).to_vec(),
        rows: matches.iter().map(|found| row(s, found)).collect(),
    });
    plan
}

/// The places, the other of the two left out.
fn places(s: &Survey, chosen: Id<Place>, other: Id<Place>) -> Menu {
    let item = |place: Id<Place>| (s.data.places[place].id.clone(), s.place(place).to_owned());
    let items = s.places().into_iter().filter(|place| *place != other).map(item).collect();
    Menu::plain(items, s.data.places[chosen].id.clone())
}

/// Any two places with the number of indicators they share, the most first.
fn pairs(s: &Survey) -> Vec<(Id<Place>, Id<Place>, usize)> {
    let places = s.places();
    let mut pairs = Vec::new();
    for (at, &a) in places.iter().enumerate() {
        pairs.extend(places.iter().skip(at + 1).map(|&b| (a, b, shared(s, a, b).len())));
    }
    pairs.order_by_key(|&(_, _, shared)| std::cmp::Reverse(shared));
    pairs
}

/// The places asked for; what is not asked for is chosen so that most is shared.
fn chosen(
    s: &Survey,
    options: &CompareOptions,
    pairs: &[(Id<Place>, Id<Place>, usize)],
) -> Option<(Id<Place>, Id<Place>)> {
    let known = s.places();
    let asked = |id: &str| s.data.places.find(id).filter(|place| known.contains(place));
    let (left, right) = (asked(&options.left), asked(&options.right));
    if let (Some(left), Some(right)) = (left, right)
        && left != right
    {
        return Some((left, right));
    }
    let other = |one: Id<Place>| {
        let found = pairs.iter().find(|(a, b, _)| *a == one || *b == one);
        found.map(|&(a, b, _)| if a == one { b } else { a })
    };
    match (left, right) {
        (Some(left), _) => Some((left, other(left)?)),
        (None, Some(right)) => Some((other(right)?, right)),
        (None, None) => pairs.first().map(|&(a, b, _)| (a, b)),
    }
}

/// The indicators that both places report, in file order.
fn shared(s: &Survey, a: Id<Place>, b: Id<Place>) -> Vec<Id<Indicator>> {
    let reports = |place: Id<Place>, indicator: Id<Indicator>| {
        s.of(indicator).iter().any(|&id| s.at(id).place == place)
    };
    let all = s.data.indicators.iter().map(|(id, _)| id);
    all.filter(|&indicator| reports(a, indicator) && reports(b, indicator)).collect()
}

/// The figures of an indicator, each with the one that suits it best, and how many have none. Where none may be
/// compared, one pair stands for all and says why.
fn matched(
    s: &Survey,
    indicator: Id<Indicator>,
    left: Id<Place>,
    right: Id<Place>,
) -> (Vec<Match>, usize) {
    let all = s.of(indicator);
    let of = |place: Id<Place>| all.iter().copied().filter(move |&id| s.at(id).place == place);
    let mut pairs: Vec<Match> = of(left)
        .flat_map(|a| of(right).map(move |b| (a, b)))
        .map(|(left, right)| {
            let verdict = guard::compare(&s.facts(left), &s.facts(right));
            Match { left, right, verdict }
        })
        .collect();
    pairs.order_by_key(|found| (found.verdict.weight(), found.verdict.0.len()));
    let mut taken: Vec<Match> = Vec::new();
    for found in pairs {
        let is_free = taken.iter().all(|own| own.left != found.left && own.right != found.right);
        if is_free && (taken.is_empty() || !found.verdict.is_refused()) {
            taken.push(found);
        }
    }
    taken.order_by_key(|found| found.left.index());
    let alone = of(left).count() + of(right).count() - 2 * taken.len();
    (taken, alone)
}

/// Both figures brought to base units, divided and subtracted.
fn worked_out(s: &Survey, found: &Match) -> Option<(Option<Bounded>, Bounded)> {
    let (a, b) = (s.bounded(found.left)?, s.bounded(found.right)?);
    Some((a.divided_by(b), a.minus(b)?))
}

fn row(s: &Survey, found: &Match) -> PairRow {
    let o = s.at(found.left);
    let untold = || m::UNTOLD.get(s.lang).to_owned();
    let unlike = |message: Message| (message.get(s.lang).to_owned(), String::new());
    let (ratio, difference) = match worked_out(s, found) {
        _ if found.verdict.is_refused() => unlike(m::NOT_COMPARED),
        _ if !found.verdict.is_alike() => unlike(m::NO_RATIO),
        Some((ratio, difference)) => (
            ratio.and_then(|ratio| times(ratio, s.lang)).unwrap_or_else(untold),
            apart(s, o.indicator, difference, s.facts(found.left).is_rate()),
        ),
        None => (untold(), untold()),
    };
    // Of a breakdown that differs each figure tells its own.
    let name = if o.breakdown == s.at(found.right).breakdown {
        observation_name(s.data, o, s.lang)
    } else {
        s.indicator(o.indicator).to_owned()
    };
    let mut reasons = guard::reasons(&found.verdict, guard::reason, s.data, s.lang);
    reasons.extend(s.notes(found.left).into_iter().chain(s.notes(found.right)));
    PairRow {
        name,
        direction: match s.direction(o.indicator) {
            Direction::None => String::new(),
            own => direction(s, own).to_owned(),
        },
        left: cell(s, found.left, found.right),
        right: cell(s, found.right, found.left),
        ratio,
        difference,
        weight: found.verdict.weight(),
        reasons,
    }
}

fn cell(s: &Survey, id: Id<Observation>, other: Id<Observation>) -> PairCell {
    let o = s.at(id);
    let what = if o.breakdown == s.at(other).breakdown { s.stage(id) } else { s.what(id) };
    PairCell {
        figure: figure(s.data, o, s.lang),
        beside: s.list(&[&s.period(id), &what]),
        key: Some(o.id.clone()),
    }
}

/// A difference: 多 3 所.
fn apart(s: &Survey, indicator: Id<Indicator>, difference: Bounded, is_rate: bool) -> String {
    let is_exact = difference.word(s.lang).is_empty();
    let message: Message = match (difference.sign(), is_rate, is_exact) {
        (None, ..) => return m::UNTOLD.get(s.lang).to_owned(),
        (Some(Ordering::Equal), ..) => return m::EQUAL.get(s.lang).to_owned(),
        (Some(Ordering::Greater), true, true) => m::HIGHER,
        (Some(Ordering::Less), true, true) => m::LOWER,
        (Some(Ordering::Greater), false, true) => m::GREATER,
        (Some(Ordering::Less), false, true) => m::SMALLER,
        (Some(Ordering::Greater), _, false) => m::GREATER_ABOUT,
        (Some(Ordering::Less), _, false) => m::SMALLER_ABOUT,
    };
    let unit = s.unit(indicator);
    let size = difference.size();
    let value = unit.from_base(size.value).unwrap_or(size.value);
    let mut text = amount(value, unit, s.lang);
    if value < Decimal::from(WRITTEN_OUT) && unit.kind != "money" {
        // A number that is still read at a glance: 12,470米, not 1.247万米.
        text.number = i18n::decimal(value);
        text.unit = unit.name.get(s.lang).to_owned();
    }
    size.word(s.lang).clone_into(&mut text.qualifier);
    message.fill(s.lang, &[("n", &text.to_string())])
}

/// The ratios on a log axis, where twice and half are equally far from one; `None` where there are none.
fn chart(s: &Survey, matches: &[Match], names: &[(&str, &str)]) -> Option<Plan> {
    let ratio = |found: &Match| {
        let (ratio, _) = worked_out(s, found)?;
        let ratio = ratio.filter(|r| !r.is_vague() && r.value > Decimal::ZERO)?;
        Some((ratio, times(ratio, s.lang)?))
    };
    let told = matches.iter().filter(|found| found.verdict.is_alike());
    let told = told.filter_map(|f| ratio(f).map(|(ratio, text)| (f, ratio, text)));
    let told: Vec<(&Match, Bounded, String)> = told.collect();
    if told.is_empty() {
        return None;
    }
    let periods = |found: &Match| {
        let (a, b) = (s.period(found.left), s.period(found.right));
        if a == b { a } else { w::BESIDE.fill(s.lang, &[("a", &a), ("b", &b)]) }
    };
    let name = |found: &Match| observation_name(s.data, s.at(found.left), s.lang);
    let category = |(found, ..): &(&Match, Bounded, String)| Category {
        name: name(found),
        note: periods(found),
        hue: None,
    };
    let datum = |(at, (found, ratio, text)): (u32, &(&Match, Bounded, String))| Datum {
        id: at,
        category: at,
        extent: ratio.extent(),
        hue: s.hue(s.at(found.left).indicator),
        label: text.clone(),
        tip: format!("{}{}{text}", name(found), w::COLON.get(s.lang)),
        ..Datum::default()
    };
    let spec = ChartSpec {
        prefix: "compare-pair".to_owned(),
        mark: MarkKind::Dot,
        categories: told.iter().map(category).collect(),
        data: (0..).zip(&told).map(datum).collect(),
        value: ValueAxis {
            label: m::PAIR_AXIS.get(s.lang).to_owned(),
            log: true,
            domain: Some((1.0, 1.0)),
            reference: Some(1.0),
            ..ValueAxis::default()
        },
        ..ChartSpec::default()
    };
    let listed = |(found, _, text): &(&Match, Bounded, String)| vec![name(found), text.clone()];
    Some(Plan {
        headings: Headings { title: m::PAIR_TITLE.fill(s.lang, names), ..Headings::default() },
        listing: Listing {
            header: vec![m::SUBJECT.get(s.lang).to_owned(), m::RATIO.get(s.lang).to_owned()],
            rows: told.iter().map(listed).collect(),
        },
        targets: told.iter().map(|(f, ..)| Some(Action::Open(s.at(f.left).id.clone()))).collect(),
        spec,
        ..Plan::default()
    })
}
