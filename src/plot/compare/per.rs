//! One indicator divided by another of the same place: amounts per head, and shares.

use rust_decimal::Decimal;

use super::bounds::Bounded;
use super::guard::{self, Verdict};
use super::survey::Survey;
use super::types::{Group, Menu};
use crate::base::lang::{Bilingual, Lang};
use crate::base::order::Order;
use crate::i18n::Message;
use crate::i18n::catalog::compare as m;
use crate::model::{Id, Indicator, Observation, Unit};
use crate::words::amount;

/// Kinds that figures of any field may be divided by: people and households.
const GENERAL: [&str; 2] = ["people", "households"];

/// An indicator that another can be divided by.
#[derive(Clone, Copy)]
pub(super) struct Divisor {
    pub(super) indicator: Id<Indicator>,
    /// How many places then have a quotient.
    pub(super) places: usize,
    is_same_field: bool,
    /// Money per head or thing, or a share, of figures that count alike: worth offering.
    pub(super) is_telling: bool,
    /// Whether it counts people or households.
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

/// What an indicator can be divided by: what most places have first, of its own field before others.
pub(super) fn divisors(s: &Survey, subject: Id<Indicator>) -> Vec<Divisor> {
    let domain = s.data.indicators[subject].domain;
    let candidate = |id: Id<Indicator>| {
        let record = &s.data.indicators[id];
        let is_same_field = record.domain == domain;
        let kind = s.data.units[record.unit].kind.as_str();
        if id == subject || !(is_same_field || GENERAL.contains(&kind)) {
            return None;
        }
        let quotients = quotients(s, subject, id);
        let is_money = s.data.units[s.data.indicators[subject].unit].kind == "money";
        let is_telling =
            quotients.iter().all(|q| q.verdict.0.is_empty() && (is_money || q.is_part));
        let mut places: Vec<usize> =
            quotients.iter().map(|q| s.at(q.numerator).place.index()).collect();
        places.order();
        places.dedup();
        let (places, is_general) = (places.len(), GENERAL.contains(&kind));
        (places > 0).then_some((
            Divisor { indicator: id, places, is_same_field, is_telling, is_general },
            kind,
        ))
    };
    let mut found: Vec<(Divisor, &str)> =
        s.indicators().into_iter().filter_map(|reported| candidate(reported.indicator)).collect();
    found.order_by_key(|(divisor, kind)| {
        let rank = GENERAL.iter().position(|general| general == kind).unwrap_or(GENERAL.len());
        (std::cmp::Reverse(divisor.places), !divisor.is_same_field, rank)
    });
    found.into_iter().map(|(divisor, _)| divisor).collect()
}

/// Each figure of an indicator divided by the figure of another that suits it best: of the same place and release.
pub(super) fn quotients(s: &Survey, subject: Id<Indicator>, per: Id<Indicator>) -> Vec<Quotient> {
    let denominators = s.of(per);
    let quotient = |numerator: Id<Observation>| {
        let own = s.at(numerator);
        let facts = s.facts(numerator);
        let beside = denominators.iter().copied().filter(|&id| {
            let other = s.at(id);
            other.place == own.place && other.source == own.source
        });
        let mut fitting: Vec<(Id<Observation>, Verdict)> = beside
            .map(|id| (id, guard::divide(&facts, &s.facts(id))))
            .filter(|(_, verdict)| !verdict.is_refused())
            .collect();
        fitting.order_by_key(|(_, verdict)| (verdict.weight(), verdict.0.len()));
        let (denominator, verdict) = fitting.into_iter().next()?;
        let value = s.bounded(numerator)?.divided_by(s.bounded(denominator)?)?;
        let is_part = own.part_of == Some(denominator);
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
        let name = if divisor.is_same_field { m::SAME_FIELD } else { m::OTHER_FIELDS };
        Group::put(&mut groups, name.get(s.lang).to_owned(), s.item(divisor.indicator));
    }
    let missing = chosen.filter(|id| divisors.iter().all(|d| d.indicator != *id) && *id != subject);
    if let Some(missing) = missing {
        Group::put(&mut groups, String::new(), s.item(missing));
    }
    let chosen = chosen.map(|id| s.data.indicators[id].id.clone()).unwrap_or_default();
    Menu { groups, chosen }
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
            if unit.factor == Decimal::ONE { unit } else { &s.data.units[unit.base] }
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

    pub(super) fn text(&self, value: Bounded, lang: Lang) -> String {
        let mut text = amount(value.value, &self.unit, lang);
        value.word(lang).clone_into(&mut text.qualifier);
        text.to_string()
    }

    pub(super) fn unit(&self, lang: Lang) -> &str {
        self.unit.name.get(lang)
    }
}
