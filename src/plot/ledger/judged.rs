//! The promises of a dataset, each with how it stands.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::pace::{NoPace, Pace, appeared, pace, time};
use super::promise::Promise;
use super::ratio::{Aim, ratio, ratio_qualifier};
use super::status::{Case, Status, Why, judge};
use crate::model::{Dataset, Id, Observation, Qualifier, Quantity, Stage, adds_up};

/// How a promise stands, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What its target asks for.
    pub aim: Aim,
    /// How it stands; of works the part that stands worst.
    pub status: Status,
    /// Why, or what else is to be said.
    pub why: Option<Why>,
    /// The share of the target that is done; where nothing done is told and of works with several parts `None`.
    pub ratio: Option<Decimal>,
    /// The share of the target that is begun.
    pub begun: Option<Decimal>,
    /// How the ratio relates to the true one.
    pub qualifier: Qualifier,
    /// The share of the time that has passed.
    pub pace: Result<Pace, NoPace>,
    /// The figure whose release and day that is for.
    pub told: Option<Id<Observation>>,
    /// Each part of works: its share that is finished, and how it stands.
    pub works: Vec<(Decimal, Status, Option<Why>)>,
}

impl Judged {
    /// Whether the promise is kept: its target reached, or, without a target, the project published as completed.
    #[must_use]
    pub fn is_done(&self, stage: Option<Stage>) -> bool {
        match self.status {
            Status::Met | Status::Exceeded => true,
            Status::NoTarget => stage == Some(Stage::Completed),
            _ => false,
        }
    }

    /// By how much it lies before its time, 1 for all of it; what is least ahead is told first.
    #[must_use]
    pub fn lead(&self) -> f64 {
        let least = self.works.iter().map(|(ratio, ..)| *ratio).min();
        let ratio = self.ratio.or(least).and_then(|r| r.to_f64());
        let pace = self.pace.as_ref().map_or(0.0, |pace| pace.low);
        // What has no result comes after what has one.
        ratio.map_or(f64::INFINITY, |ratio| ratio - pace)
    }
}

/// Judges a promise.
#[must_use]
pub fn judged(data: &Dataset, promise: &Promise) -> Judged {
    let o = |id: Id<Observation>| &data.observations[id];
    let told = promise.actual.or(promise.begun).or(promise.works.first().copied());
    let release = told.or(promise.target).and_then(|id| appeared(data, o(id).source));
    let as_of = told.map(|id| o(id).period.end.last_day());
    let time = time(data, promise.project, promise.target.map(o));
    let blank = Judged {
        aim: Aim::Reach,
        status: Status::NoTarget,
        why: None,
        ratio: None,
        begun: None,
        qualifier: Qualifier::Eq,
        pace: pace(time, release, as_of),
        told,
        works: Vec::new(),
    };
    match promise.target {
        Some(target) => against_target(data, promise, o(target), blank),
        None if promise.works.is_empty() => blank,
        None => of_works(data, promise, blank),
    }
}

/// A figure in the base unit of its kind.
fn in_base(data: &Dataset, o: &Observation) -> Quantity {
    let value = o.base_value(&data.units[o.unit]).unwrap_or(o.quantity.value);
    Quantity { value, ..o.quantity }
}

fn against_target(
    data: &Dataset,
    promise: &Promise,
    target: &Observation,
    blank: Judged,
) -> Judged {
    let direction = data.indicators[target.indicator].direction;
    let aim = Aim::of(target.role, target.quantity.qualifier, direction);
    let wanted = in_base(data, target);
    let base = |id: Id<Observation>| in_base(data, &data.observations[id]);
    let begun = promise.begun.and_then(|id| ratio(aim, wanted.value, base(id).value));
    let Some(actual) = promise.actual.map(base) else {
        // What is begun and not done is nothing done.
        let why = Some(Why::NoActual);
        return Judged { aim, status: Status::Open, why, begun, ..blank };
    };
    let share = ratio(aim, wanted.value, actual.value);
    let met = aim.is_met(wanted, actual);
    let case = Case {
        aim,
        met,
        more: aim == Aim::Reach && is_more(wanted, actual),
        ratio: share.and_then(|r| r.to_f64()),
        at_least: matches!(actual.qualifier, Qualifier::AtLeast | Qualifier::Over),
        grows: adds_up(&data.units[target.unit].kind),
        pace: blank.pace,
    };
    let (status, why) = judge(&case);
    let qualifier = ratio_qualifier(wanted.qualifier, actual.qualifier);
    Judged { aim, status, why, ratio: share, begun, qualifier, ..blank }
}

/// Whether a result that meets its target is certain to be more than it.
fn is_more(target: Quantity, actual: Quantity) -> bool {
    match actual.qualifier {
        Qualifier::Over => actual.value >= target.value,
        Qualifier::Eq | Qualifier::AtLeast | Qualifier::About => actual.value > target.value,
        Qualifier::Nearly | Qualifier::AtMost | Qualifier::Under => false,
    }
}

fn of_works(data: &Dataset, promise: &Promise, blank: Judged) -> Judged {
    let whole = Quantity { value: Decimal::ONE_HUNDRED, qualifier: Qualifier::Eq };
    let part = |&id: &Id<Observation>| {
        let done = in_base(data, &data.observations[id]);
        let share = ratio(Aim::Reach, whole.value, done.value).unwrap_or_default();
        let case = Case {
            aim: Aim::Reach,
            met: Aim::Reach.is_met(whole, done),
            more: false,
            ratio: share.to_f64(),
            at_least: matches!(done.qualifier, Qualifier::AtLeast | Qualifier::Over),
            grows: true,
            pace: blank.pace,
        };
        let (status, why) = judge(&case);
        (share, status, why)
    };
    let works: Vec<_> = promise.works.iter().map(part).collect();
    // The statuses are ordered from the worst.
    let worst = works.iter().min_by_key(|(share, status, _)| (*status, *share));
    let (status, why) = worst.map_or((Status::Open, None), |&(_, status, why)| (status, why));
    let only = (works.len() == 1).then(|| works.first().map(|&(share, ..)| share)).flatten();
    let one = promise.works.first().map(|&id| data.observations[id].quantity.qualifier);
    let qualifier = one.filter(|_| only.is_some()).unwrap_or(Qualifier::Eq);
    Judged { status, why, ratio: only, qualifier, works, ..blank }
}
