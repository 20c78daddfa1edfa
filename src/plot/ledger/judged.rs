//! How a promise stands, and by what.

use rust_decimal::Decimal;

use super::promise::{Promise, is_worked_out};
use super::ratio::{Aim, ratio, ratio_qualifier};
use super::status::{Case, Due, Status, Why, hinders, judge};
use crate::model::{Dataset, Id, Observation, Qualifier, Quantity};

/// How a promise stands, and by what.
#[derive(Clone, Debug, PartialEq)]
pub struct Judged {
    /// What its target asks for.
    pub aim: Aim,
    /// How it stands.
    pub status: Status,
    /// Why, or what else is to be said.
    pub why: Option<Why>,
    /// The share of the target that is done; `None` where nothing done is told, where the two are not measured alike and
    /// where the target was worked out from that share.
    pub ratio: Option<Decimal>,
    /// The share of the target that is begun.
    pub begun: Option<Decimal>,
    /// How the ratio relates to the true one.
    pub qualifier: Qualifier,
    /// The share of each part of works that is finished.
    pub works: Vec<Decimal>,
}

/// Judges a promise.
#[must_use]
pub fn judged(data: &Dataset, promise: &Promise) -> Judged {
    let share = |&id: &Id<Observation>| {
        let done = in_base(data, &data.observations[id]);
        ratio(Aim::Reach, Decimal::ONE_HUNDRED, done.value).unwrap_or_default()
    };
    let blank = Judged {
        aim: Aim::Reach,
        status: Status::Project,
        why: None,
        ratio: None,
        begun: None,
        qualifier: Qualifier::Eq,
        works: promise.works.iter().map(share).collect(),
    };
    let Some(target) = promise.target else { return blank };
    let found = against_target(data, promise, &data.observations[target], blank);
    if promise.is_printed(data) {
        return found;
    }
    // Nothing was promised in numbers.
    Judged { status: Status::Project, why: None, ..found }
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
    let Some(actual) = promise.actual.map(|id| &data.observations[id]) else {
        // What is begun and not done is nothing done.
        return Judged { aim, status: Status::Open, why: Some(Why::NoActual), begun, ..blank };
    };
    let done = in_base(data, actual);
    let hindrance = hinders(data, target, actual);
    let is_circular =
        promise.rate.is_some_and(|rate| is_worked_out(data, promise, &data.observations[rate]));
    let share = ratio(aim, wanted.value, done.value);
    let share = share.filter(|_| hindrance != Some(Why::Unlike) && !is_circular);
    let (status, why) = match hindrance {
        Some(why) => (Status::Unjudged, Some(why)),
        None => judge(&Case {
            aim,
            met: aim.is_met(wanted, done),
            more: is_more(wanted, done),
            due: Due::of(data, target, actual),
        }),
    };
    let qualifier = ratio_qualifier(wanted.qualifier, done.qualifier);
    Judged { aim, status, why, ratio: share, begun, qualifier, ..blank }
}

/// Whether a result that meets its target is certain to be more than it.
pub(super) fn is_more(target: Quantity, actual: Quantity) -> bool {
    match actual.qualifier {
        Qualifier::Over => actual.value >= target.value,
        Qualifier::Eq | Qualifier::AtLeast | Qualifier::About => actual.value > target.value,
        Qualifier::Nearly | Qualifier::AtMost | Qualifier::Under => false,
    }
}
