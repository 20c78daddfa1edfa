//! What is worth telling first: a sentence with one large figure and a picture made for it.
//!
//! Where a package names none, they are found by rule: a result beside the target that its release prints, a share of a
//! hundred, a part beside its whole, else the largest figures. Nothing that was worked out here or that a release leaves
//! in doubt is told first.

use rust_decimal::Decimal;

use super::picture::{self, Told};
use super::plain::{about, is_plain, reached};
use super::telling;
use super::types::{Finding, Picture};
use crate::base::lang::Lang;
use crate::base::order::Order;
use crate::chart::{QuantityMark, Symbol};
use crate::column::Table;
use crate::i18n::Message;
use crate::i18n::catalog::overview as m;
use crate::i18n::catalog::words::{AT_PLACE, SEMICOLON};
use crate::model::{Dataset, Id, Observation, Place, Qualifier, Role, Stage, adds_up};
use crate::words::{before_figure, breakdown_text, figure, listed, observation_name, period_text};

/// How many findings there are at the most.
const MOST: usize = 5;
/// The kind of unit of shares of a hundred.
const SHARE: &str = "share";

/// A figure worth telling, with the one beside it.
#[derive(Clone, Copy)]
struct Draft<'a> {
    o: &'a Observation,
    with: Option<&'a Observation>,
    mark: Option<QuantityMark>,
}

/// Five findings: one a place, or of one place those of different fields.
pub(super) fn findings(
    table: &Table,
    data: &Dataset,
    rows: &[usize],
    place: Option<Id<Place>>,
    lang: Lang,
) -> Vec<Finding> {
    let mut found = drafts(table, data, rows);
    let mut chosen: Vec<Draft> = Vec::new();
    while chosen.len() < MOST && !found.is_empty() {
        // What repeats least of the place, the field and the form that are told already comes next.
        let worth = |draft: &Draft| {
            let with = |same: &dyn Fn(&Draft) -> bool| chosen.iter().filter(|d| same(d)).count();
            let domain = data.domain(draft.o).order;
            (
                if place.is_none() { with(&|d| d.o.place == draft.o.place) } else { 0 },
                with(&|d| data.domain(d.o).order == domain),
                with(&|d| d.mark == draft.mark),
            )
        };
        let best = (0..found.len()).min_by_key(|&at| (worth(&found[at]), at));
        let Some(best) = best else { break };
        let draft = found.remove(best);
        if place.is_none() && chosen.iter().any(|d| d.o.place == draft.o.place) {
            break;
        }
        chosen.push(draft);
    }
    let told = |draft: &Draft| told(data, draft, place.is_some(), lang);
    chosen.iter().map(told).collect()
}

/// All that may be told of some rows, the most telling form first.
fn drafts<'a>(table: &Table, data: &'a Dataset, rows: &[usize]) -> Vec<Draft<'a>> {
    let all = || rows.iter().filter_map(|&row| data.observations.at(row)).filter(|o| is_plain(o));
    let mut found: Vec<Draft> = Vec::new();
    for target in all().filter(|o| o.role == Role::Target && o.part_of.is_none()) {
        if let Some(o) = reached(data, target).filter(|o| o.part_of.is_none()) {
            let mark = if o.stage == Stage::Completed && is_countable(data, o) {
                QuantityMark::Count
            } else {
                QuantityMark::Target
            };
            found.push(Draft { o, with: Some(target), mark: Some(mark) });
        }
    }
    let is_now = |o: &&Observation| o.role == Role::Actual && o.stage != Stage::Planned;
    let mut shares: Vec<&Observation> =
        all().filter(is_now).filter(|o| is_share(data, o)).collect();
    shares.order_by(|a, b| b.quantity.value.cmp(&a.quantity.value));
    found.extend(shares.into_iter().map(|o| {
        let is_limit = matches!(o.quantity.qualifier, Qualifier::AtMost | Qualifier::Under);
        let mark = if is_limit { QuantityMark::Level } else { QuantityMark::Icons };
        Draft { o, with: None, mark: Some(mark) }
    }));
    for o in all().filter(|o| matches!(o.role, Role::Actual | Role::Share)) {
        if let Some(whole) = o.part_of.map(|whole| &data.observations[whole]) {
            let is_alike = is_plain(whole)
                && whole.stage == o.stage
                && whole.period == o.period
                && whole.role == Role::Actual
                && adds_up(&data.units[o.unit].kind)
                && data.units[whole.unit].base == data.units[o.unit].base;
            if is_alike {
                found.push(Draft { o, with: Some(whole), mark: Some(QuantityMark::Share) });
            }
        }
    }
    let largest = telling(table, rows, 4 * MOST).into_iter();
    let largest = largest.filter_map(|row| data.observations.at(row));
    let mut largest: Vec<&Observation> = largest.filter(|o| is_plain(o) && is_now(o)).collect();
    // Whom it reaches is told before what is built, and money last.
    largest.order_by_key(|o| nearness(&data.units[o.unit].kind));
    for o in largest {
        let is_told = found.iter().any(|draft| is_beside(draft.o, o));
        if !is_told {
            found.push(Draft { o, with: None, mark: None });
        }
    }
    found
}

/// How near to people's lives what a unit of this kind counts is; less is nearer.
fn nearness(kind: &str) -> u8 {
    match kind {
        "people" | "visits" | "households" => 0,
        _ if kind.starts_with("money") => 2,
        _ => 1,
    }
}

/// Whether two figures count the same of one place and time and differ only in whom or what of it.
fn is_beside(a: &Observation, b: &Observation) -> bool {
    a.indicator == b.indicator
        && a.place == b.place
        && a.period == b.period
        && a.role == b.role
        && a.stage == b.stage
        && a.breakdown != b.breakdown
}

/// A share below a hundred, of which a picture says more than the number.
pub(super) fn is_share(data: &Dataset, o: &Observation) -> bool {
    let value = o.quantity.value;
    data.units[o.unit].kind == SHARE && value > Decimal::ONE && value < Decimal::ONE_HUNDRED
}

fn is_countable(data: &Dataset, o: &Observation) -> bool {
    matches!(data.units[o.unit].kind.as_str(), "facility" | "village" | "item")
}

/// The finding in words, with its picture.
fn told(data: &Dataset, draft: &Draft, of_one_place: bool, lang: Lang) -> Finding {
    let &Draft { o, with, mark } = draft;
    let (name, own) = (observation_name(data, o, lang), figure(data, o, lang));
    let name = before_figure(&name, &own.unit, lang);
    let b = with.map(|with| figure(data, with, lang).to_string()).unwrap_or_default();
    let whole = with.map(|with| observation_name(data, with, lang)).unwrap_or_default();
    let message: Message = match (with, mark) {
        (None, _) => m::FINDING,
        (Some(_), Some(QuantityMark::Share)) => m::FINDING_PART,
        (Some(_), _) => m::FINDING_TARGET,
    };
    let filled = message.fill(lang, &[("name", name), ("whole", &whole), ("b", &b), ("a", MARK)]);
    let (before, after) = filled.split_once(MARK).unwrap_or((&filled, ""));
    let more = match with.filter(|with| with.role == Role::Target) {
        Some(with) => m::TARGET_TIME.fill(lang, &[("period", &period_text(with, lang))]),
        None if mark.is_none() => others(data, o, lang),
        None => String::new(),
    };
    Finding {
        before: before.to_owned(),
        figure: own,
        after: after.to_owned(),
        picture: mark.map(|mark| picture_of(data, draft, mark, lang)),
        more,
        ..about(data, o, of_one_place, lang)
    }
}

/// The figures beside one that is told, in words; empty where there are none or too many to name.
fn others(data: &Dataset, o: &Observation, lang: Lang) -> String {
    let beside = data.observations.iter().map(|(_, other)| other);
    let beside = beside.filter(|other| is_beside(o, other) && is_plain(other));
    let told = beside.map(|other| {
        let name = breakdown_text(data, other, lang);
        let figure = figure(data, other, lang).to_string();
        AT_PLACE.fill(lang, &[("place", &name), ("name", &figure)])
    });
    let told: Vec<String> = told.collect();
    match told.len() {
        1..MOST => {
            let list = listed(&told, SEMICOLON, lang);
            m::FINDING_OTHERS.fill(lang, &[("list", &list)])
        }
        _ => String::new(),
    }
}

/// Stands for the large figure while a sentence is filled.
const MARK: &str = "\u{1}";

fn picture_of(data: &Dataset, draft: &Draft, mark: QuantityMark, lang: Lang) -> Picture {
    let told = Told { data, mark, is_said: true, within: "finding", lang };
    match (mark, draft.with) {
        (QuantityMark::Icons, _) => picture::hundred(&told, draft.o, Symbol::Square),
        (_, Some(with)) if with.role == Role::Target => picture::target(&told, draft.o, with),
        (_, Some(with)) => picture::part(&told, draft.o, with),
        (_, None) => picture::alone(&told, draft.o),
    }
}
