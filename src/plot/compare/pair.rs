//! Two places beside each other: what both report, with ratio and difference where the figures may be compared.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::mirror;
use super::survey::Survey;
use super::types::{ComparePlan, Menu, PairCell, PairRow, PairTable};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::words as w;
use crate::i18n::{self, Message};
use crate::model::{Id, Indicator, Observation, Place};
use crate::plot::chart::{Offer, Plan};
use crate::plot::finding;
use crate::plot::finding::ratio::times;
use crate::plot::guard::bounds::Bounded;
use crate::plot::guard::{self, Reason, Verdict, Weight};
use crate::plot::stage_fill;
use crate::state::{Action, CompareOptions, Comparison};
use crate::words::{amid, amount, figure, listed, observation_name};

/// Two places that are offered besides the ones shown.
const OFFERED: usize = 3;
/// How many of the pairs that share most are looked at for what may stand side by side.
const LOOKED_AT: usize = 24;
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
    let refused = matches.iter().filter(|found| found.verdict.is_refused()).count();
    let shown = matches.len() - refused;
    let mut rows: Vec<PairRow> = matches.iter().map(|found| row(s, found)).collect();
    plan.lead = match (shown, alike) {
        (0, _) => String::new(),
        (_, 0) => match said_once(s, &matches[..shown], &mut rows) {
            Some(why) => m::PAIR_BESIDE_SINCE.count(s.lang, shown, &[("why", &why)]),
            None => m::PAIR_BESIDE.count(s.lang, shown, &[]),
        },
        _ => m::PAIR_ALIKE.count(s.lang, alike, &[("shown", &shown.to_string())]),
    };
    plan.title = match matches.first().filter(|_| shown > 0) {
        Some(found) => {
            let both = [found.left, found.right];
            finding::title(s.data, s.at(found.left).indicator, &both, s.lang)
        }
        None => m::PAIR_NOTHING.count(s.lang, refused, &names),
    };
    let drawn: Vec<&PairRow> = rows.iter().take(shown).collect();
    let places = [s.place(left), s.place(right)];
    let chart = mirror::chart(&drawn, places, m::SUBJECT.get(s.lang), s.lang);
    plan.charts.extend(chart.map(|chart| Plan { notes: notes(s, &matches[..shown]), ..chart }));
    if lonely > 0 {
        plan.notes.push(m::NOT_IN_PAIR.count(s.lang, lonely, &[]));
    }
    let [a, b] = places;
    let header = [m::SUBJECT.get(s.lang), a, b, m::HEED.get(s.lang)];
    plan.pair = Some(PairTable {
        caption: m::PAIR_CAPTION.fill(s.lang, &names),
        header: header.map(str::to_owned).to_vec(),
        refused: folded(s, &matches[shown..], shown > 0),
        rows,
    });
    plan
}

/// Why nothing is worked out of the rows shown, where it is the same for all of them: said above, and taken from the rows.
fn said_once(s: &Survey, shown: &[Match], rows: &mut [PairRow]) -> Option<String> {
    let told = rows.first()?.told.clone();
    let rows = &mut rows[..shown.len()];
    if told.is_empty() || rows.iter().any(|row| row.told != told) {
        return None;
    }
    rows.iter_mut().for_each(|row| row.told.clear());
    Some(why(&guard::reasons(&shown.first()?.verdict, guard::reason, s.data, s.lang), s.lang))
}

/// What a reader must know of the figures drawn: with what it measures, where it holds of one row of several.
fn notes(s: &Survey, matches: &[Match]) -> Vec<String> {
    let mut notes: Vec<(String, Vec<String>)> = Vec::new();
    for found in matches {
        let name = observation_name(s.data, s.at(found.left), s.lang);
        for note in [found.left, found.right].into_iter().flat_map(|id| s.notes(id)) {
            match notes.iter_mut().find(|(own, _)| *own == note) {
                Some((_, names)) => names.push(name.clone()),
                None => notes.push((note, vec![name.clone()])),
            }
        }
    }
    let told = |(note, names): (String, Vec<String>)| match names.as_slice() {
        [name] if matches.len() > 1 => w::BESIDE.fill(s.lang, &[("a", name), ("b", &note)]),
        _ => note,
    };
    notes.into_iter().map(told).collect()
}

/// How many rows are folded away, and how many of them because a release contradicts itself.
fn folded(s: &Survey, refused: &[Match], is_more: bool) -> String {
    if refused.is_empty() {
        return String::new();
    }
    let is_doubted = |found: &&Match| found.verdict.0.contains(&Reason::Doubted);
    let doubted = refused.iter().filter(is_doubted).count();
    let message = if is_more { m::REFUSED_MORE } else { m::REFUSED_ROWS };
    let told = message.count(s.lang, refused.len(), &[]);
    match doubted {
        0 => told,
        _ => {
            let doubted = m::REFUSED_DOUBTED.count(s.lang, doubted, &[]);
            [told, doubted].join(w::SEMICOLON.get(s.lang))
        }
    }
}

/// The places, the other of the two left out.
fn places(s: &Survey, chosen: Id<Place>, other: Id<Place>) -> Menu {
    let item = |place: Id<Place>| (s.data.places[place].id.clone(), s.place(place).to_owned());
    let items = s.places().into_iter().filter(|place| *place != other).map(item).collect();
    Menu::plain(items, s.data.places[chosen].id.clone())
}

/// Any two places with the number of indicators they share: those with most to set side by side first, then the most shared.
fn pairs(s: &Survey) -> Vec<(Id<Place>, Id<Place>, usize)> {
    let places = s.places();
    let mut pairs = Vec::new();
    for (at, &a) in places.iter().enumerate() {
        pairs.extend(places.iter().skip(at + 1).map(|&b| (a, b, shared(s, a, b).len())));
    }
    pairs.order_by_key(|&(_, _, shared)| std::cmp::Reverse(shared));
    let beside = |&(a, b, _): &(Id<Place>, Id<Place>, usize)| {
        let found = shared(s, a, b).into_iter().flat_map(|i| matched(s, i, a, b).0);
        found.filter(|found| !found.verdict.is_refused()).count()
    };
    // Of many places not every two are looked at.
    let mut first: Vec<_> =
        pairs.iter().take(LOOKED_AT).map(|pair| (beside(pair), *pair)).collect();
    first.order_by_key(|&(beside, _)| std::cmp::Reverse(beside));
    first.into_iter().map(|(_, pair)| pair).chain(pairs.into_iter().skip(LOOKED_AT)).collect()
}

/// The places asked for; what is not asked for is chosen so that most is shared.
fn chosen(
    s: &Survey,
    options: &CompareOptions,
    pairs: &[(Id<Place>, Id<Place>, usize)],
) -> Option<(Id<Place>, Id<Place>)> {
    let known = s.places();
    let asked = |id: &str| s.data.places.find(id).filter(|place| known.contains(place));
    // The chosen place stands first where no other is asked for.
    let home = s.home().filter(|home| asked(&options.right) != Some(*home));
    let (left, right) = (asked(&options.left).or(home), asked(&options.right));
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
    let told = told(s, found, &ratio, &reasons);
    reasons.extend(s.notes(found.left).into_iter().chain(s.notes(found.right)));
    PairRow {
        name,
        hue: s.hue(o.indicator),
        told,
        left: cell(s, found.left, found.right),
        right: cell(s, found.right, found.left),
        ratio,
        difference,
        weight: found.verdict.weight(),
        reasons,
    }
}

/// What stands before the bars: how many times one is the other and of when both are, or why nothing is worked out.
fn told(s: &Survey, found: &Match, ratio: &str, reasons: &[String]) -> String {
    let lang = s.lang;
    if found.verdict.is_refused() {
        return String::new();
    }
    if !found.verdict.is_alike() {
        let why = why(reasons, lang);
        return w::AT_PLACE.fill(lang, &[("place", m::NO_RATIO.get(lang)), ("name", &why)]);
    }
    let reasons: Vec<String> = reasons.iter().map(|reason| amid(reason, s.lang)).collect();
    let [a, b] = [found.left, found.right].map(|id| s.place(s.at(id).place));
    let told = if [m::EQUAL, m::SAME, m::UNTOLD].iter().any(|word| word.get(lang) == ratio) {
        ratio.to_owned()
    } else {
        m::PAIR_RATIO.fill(lang, &[("a", a), ("b", b), ("ratio", ratio)])
    };
    let period = if reasons.is_empty() { s.period(found.left) } else { String::new() };
    let mut parts = vec![told.as_str(), period.as_str()];
    parts.extend(reasons.iter().map(String::as_str));
    listed(&parts, w::SEMICOLON, lang)
}

/// Reasons within a sentence.
fn why(reasons: &[String], lang: Lang) -> String {
    let reasons: Vec<String> = reasons.iter().map(|reason| amid(reason, lang)).collect();
    reasons.join(w::SEMICOLON.get(lang))
}

fn cell(s: &Survey, id: Id<Observation>, other: Id<Observation>) -> PairCell {
    let o = s.at(id);
    let what = if o.breakdown == s.at(other).breakdown { s.stage(id) } else { s.what(id) };
    PairCell {
        figure: figure(s.data, o, s.lang),
        extent: s.bounded(id).map(Bounded::extent).unwrap_or_default(),
        fill: stage_fill(s.data.told_stage(o).id()),
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
