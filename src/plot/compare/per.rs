//! One indicator divided by another of the same place: amounts per head, and shares.

use rust_decimal::{Decimal, RoundingStrategy};

use super::survey::Survey;
use super::types::Menu;
use crate::base::lang::{Bilingual, Lang};
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::i18n::catalog::data::DERIVED_MARK;
use crate::i18n::catalog::words::PREFIX_ABOUT;
use crate::model::{Id, Indicator, Observation, Qualifier, Unit};
use crate::plot::guard::bounds::Bounded;
use crate::plot::guard::{self, Reason, Verdict};
use crate::plot::reported::Group;
use crate::words::{exactly, written_in};

/// Kinds that an average is taken over: people, homes and households, and places for people. Not anything that can be
/// counted: so much money a road or a case says nothing.
const BEARERS: [&str; 4] = ["people", "households", "capacity", "housing"];
/// Indicators that count everybody in a place: figures of any field may be divided by these.
const EVERYBODY: [&str; 4] =
    ["population", "resident_population", "registered_population", "households"];
/// Figures that are printed within so many characters of one another tell of one thing.
const NEAR: usize = 120;
/// Significant digits of a quotient of exact figures, and of any other.
const DIGITS: u32 = 3;
const FEWEST_DIGITS: u32 = 2;
/// Decimal places of a quotient.
const PLACES: u32 = 2;

/// An indicator that another can be divided by.
#[derive(Clone, Copy)]
pub(super) struct Divisor {
    pub(super) indicator: Id<Indicator>,
    /// How many places then have a quotient.
    pub(super) places: usize,
    /// Whether it counts everybody in a place.
    pub(super) is_general: bool,
}

/// Two figures, one divided by the other.
#[derive(Clone)]
pub(super) struct Quotient {
    pub(super) numerator: Id<Observation>,
    pub(super) denominator: Id<Observation>,
    /// In base units of both.
    pub(super) value: Bounded,
    /// What a reader must know.
    pub(super) verdict: Verdict,
    /// Whether the numerator is told to be a part of the denominator.
    is_part: bool,
}

/// What an indicator can be divided by: what most places have first, everybody in the place last.
pub(super) fn divisors(s: &Survey, subject: Id<Indicator>) -> Vec<Divisor> {
    let candidate = |indicator: Id<Indicator>| {
        let quotients = quotients(s, subject, indicator);
        let places = s.places_of(quotients.iter().map(|q| q.numerator)).len();
        let is_general = is_everybody(s, indicator);
        (places > 0).then_some(Divisor { indicator, places, is_general })
    };
    let all = s.indicators().into_iter().map(|reported| reported.indicator);
    let mut found: Vec<Divisor> =
        all.filter(|indicator| *indicator != subject).filter_map(candidate).collect();
    found.order_by_key(|divisor| (std::cmp::Reverse(divisor.places), divisor.is_general));
    found
}

fn is_everybody(s: &Survey, indicator: Id<Indicator>) -> bool {
    EVERYBODY.contains(&s.data.indicators[indicator].id.as_str())
}

/// Whether an average of a figure over another indicator makes sense: that counts people, homes or places for them, of the
/// same field or everybody; what is divided is money that was spent, or anything else by everybody.
fn makes_sense(s: &Survey, own: &Observation, per: Id<Indicator>) -> bool {
    let other = &s.data.indicators[per];
    let kind = |unit| s.data.units[unit].kind.as_str();
    let is_spent = s.data.is_spent(own);
    let of_field = || s.data.indicators[own.indicator].domain == other.domain;
    BEARERS.contains(&kind(other.unit))
        && match is_everybody(s, per) {
            true => is_spent || kind(own.unit) != "money",
            false => is_spent && of_field(),
        }
}

/// How far two figures of one release are printed from one another, in characters; `None` where that is not known.
fn gap(a: &Observation, b: &Observation) -> Option<usize> {
    let is_printed = a.source == b.source && a.locator.end > 0 && b.locator.end > 0;
    let gap = a.locator.start.max(b.locator.start).saturating_sub(a.locator.end.min(b.locator.end));
    is_printed.then_some(gap)
}

/// Whether two figures of one release tell of one thing: they are printed close to one another, and nothing of the same
/// field that an average could be taken over is closer; or, where it is not known where they are printed, they are of one
/// project.
fn is_linked(s: &Survey, numerator: &Observation, other: &Observation) -> bool {
    let Some(own) = gap(numerator, other) else {
        return numerator.project.is_some() && numerator.project == other.project;
    };
    let domain = |o: &Observation| s.data.indicators[o.indicator].domain;
    let is_rival = |o: &&Observation| {
        BEARERS.contains(&s.data.units[o.unit].kind.as_str())
            && domain(o) == domain(other)
            && o.breakdown == other.breakdown
            && o.role == other.role
    };
    let all = s.data.observations.iter().map(|(_, o)| o).filter(is_rival);
    own <= NEAR && all.filter_map(|o| gap(numerator, o)).all(|gap| gap >= own)
}

/// Each figure of an indicator divided by the figure of another that suits it best: of the same place and release, telling
/// of the same thing. What is told to be a part of another is divided by that, whatever both count.
pub(super) fn quotients(s: &Survey, subject: Id<Indicator>, per: Id<Indicator>) -> Vec<Quotient> {
    let denominators = s.of(per);
    let is_general = is_everybody(s, per);
    let quotient = |numerator: Id<Observation>| {
        let own = s.at(numerator);
        let facts = s.facts(numerator);
        let makes_sense = makes_sense(s, own, per);
        let is_part = |id: Id<Observation>| own.part_of == Some(id);
        let beside = denominators.iter().copied().filter(|&id| {
            let other = s.at(id);
            let fits = makes_sense && (is_general || is_linked(s, own, other));
            other.place == own.place && other.source == own.source && (fits || is_part(id))
        });
        let verdict = |id: Id<Observation>| {
            let mut verdict = guard::divide(&facts, &s.facts(id));
            // What makes it a part is what it is narrower by; that is no obstacle to its share.
            let is_whole = is_part(id) || is_general;
            verdict.0.retain(|reason| !(is_whole && matches!(reason, Reason::Narrower(..))));
            verdict
        };
        let fitting = beside.map(|id| (id, verdict(id)));
        let mut fitting: Vec<_> = fitting.filter(|(_, verdict)| !verdict.is_refused()).collect();
        fitting.order_by_key(|(_, verdict)| (verdict.weight(), verdict.0.len()));
        let (denominator, verdict) = fitting.into_iter().next()?;
        let value = s.bounded(numerator)?.divided_by(s.bounded(denominator)?)?;
        let is_part = is_part(denominator);
        (!value.is_vague()).then_some(Quotient { numerator, denominator, value, verdict, is_part })
    };
    s.of(subject).iter().copied().filter_map(quotient).collect()
}

/// What a reader may divide by.
pub(super) fn menu(
    s: &Survey,
    subject: Id<Indicator>,
    divisors: &[Divisor],
    chosen: Option<Id<Indicator>>,
) -> Menu {
    if divisors.is_empty() && chosen.is_none() {
        return Menu::default();
    }
    let mut groups = Vec::new();
    Group::put(&mut groups, String::new(), (String::new(), m::NO_PER.get(s.lang).to_owned()));
    for divisor in divisors {
        let name = if divisor.is_general { m::OTHER_FIELDS } else { m::SAME_FIELD };
        Group::put(&mut groups, name.get(s.lang).to_owned(), s.item(divisor.indicator));
    }
    let missing = chosen.filter(|id| divisors.iter().all(|d| d.indicator != *id) && *id != subject);
    if let Some(missing) = missing {
        Group::put(&mut groups, String::new(), s.item(missing));
    }
    let chosen = chosen.map(|id| s.data.indicators[id].id.clone()).unwrap_or_default();
    Menu { groups, chosen }
}

/// How many digits of a quotient say something: as many as the figures have that are printed in ten thousands or more,
/// which are rounded, and few where one of them is not exact.
pub(super) fn digits(s: &Survey, quotient: &Quotient) -> u32 {
    let of = |id: Id<Observation>| {
        let o = s.at(id);
        let is_rounded = s.data.units[o.unit].factor >= Decimal::from(10_000);
        let own = o.quantity.value.normalize().mantissa().unsigned_abs().to_string().len();
        match (o.quantity.qualifier, is_rounded) {
            (Qualifier::Eq, false) => DIGITS,
            (Qualifier::Eq, true) => u32::try_from(own).unwrap_or(DIGITS),
            _ => FEWEST_DIGITS,
        }
    };
    of(quotient.numerator).min(of(quotient.denominator)).clamp(FEWEST_DIGITS, DIGITS)
}

/// How quotients are written: per one, per thousand or per ten thousand, or as a share.
pub(super) struct Scale {
    factor: Decimal,
    unit: Unit,
}

impl Scale {
    pub(super) fn of(
        s: &Survey,
        subject: Id<Indicator>,
        per: Id<Indicator>,
        quotients: &[Quotient],
    ) -> Self {
        let base = |id: Id<Indicator>| {
            let unit = &s.data.units[s.data.indicators[id].unit];
            if unit.factor == Decimal::ONE { unit } else { written_in(&s.data.units, unit) }
        };
        let (a, b) = (base(subject), base(per));
        let is_share = a.kind == b.kind && quotients.iter().all(|q| q.is_part);
        let greatest = quotients.iter().map(|q| q.value.value.abs()).max().unwrap_or_default();
        let (factor, message): (i64, Message) = if is_share {
            (100, m::PERCENT)
        } else if greatest >= Decimal::new(1, 1) {
            (1, m::PER_UNIT)
        } else if greatest >= Decimal::new(1, 3) {
            (1_000, m::PER_THOUSAND)
        } else {
            (10_000, m::PER_TEN_THOUSAND)
        };
        let one = if b.singular_en.is_empty() { &b.name.en } else { &b.singular_en };
        let after = if factor == 1 { one } else { &b.name.en };
        let name = Bilingual::new(
            message.fill(Lang::Zh, &[("a", &a.name.zh), ("b", &b.name.zh)]),
            message.fill(Lang::En, &[("a", &a.name.en), ("b", after)]),
        );
        let unit = Unit {
            id: String::new(),
            name,
            singular_en: String::new(),
            kind: String::new(),
            base: s.data.indicators[subject].unit,
            factor: Decimal::ONE,
        };
        Self { factor: factor.into(), unit }
    }

    /// A quotient in the unit it is written in; `None` beyond the decimal range.
    pub(super) fn shown(&self, quotient: &Quotient) -> Option<Bounded> {
        let value = quotient.value.value.checked_mul(self.factor)?;
        Some(Bounded { value, ..quotient.value })
    }

    /// A quotient as a reader hears it: marked as worked out here, with no more digits than the figures it comes of allow,
    /// and “about” where digits were dropped. What is a bound is rounded to the side on which it still holds.
    pub(super) fn text(&self, value: Bounded, digits: u32, lang: Lang) -> String {
        let strategy = match (value.open_low, value.open_high) {
            (false, true) => RoundingStrategy::ToZero,
            (true, false) => RoundingStrategy::AwayFromZero,
            _ => RoundingStrategy::MidpointAwayFromZero,
        };
        let rounded = value.value.round_sf_with_strategy(digits, strategy).unwrap_or(value.value);
        let rounded = rounded.round_dp_with_strategy(PLACES, strategy).normalize();
        let mut text = exactly(rounded, &self.unit, lang);
        let word = match value.word(lang) {
            "" if rounded != value.value => PREFIX_ABOUT.get(lang),
            word => word,
        };
        word.clone_into(&mut text.qualifier);
        DERIVED_MARK.get(lang).clone_into(&mut text.mark);
        text.to_string()
    }

    pub(super) fn unit(&self, lang: Lang) -> &str {
        self.unit.name.get(lang)
    }
}
